"""Tables in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\|`*_[]<>"})


def rows(head: Sequence[str], cells: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table. Signs that mean something in Markdown are escaped."""
    yield _row(head)
    yield _row(["---"] * len(head))
    for row in cells:
        yield _row([_plain(cell) for cell in row])


def cells_of(line: str) -> list[str]:
    """The cells of a line that `rows` wrote, as they were given, save for their white space."""
    cells = re.split(r"(?<!\\) \| ", line.removeprefix("| ").removesuffix(" |"))
    return [re.sub(r"\\(.)", r"\1", cell) for cell in cells]


def plain(text: str) -> str:
    """A text as a cell gives it back."""
    return " ".join(text.split())


def _plain(text: str) -> str:
    return plain(text).translate(_ESCAPED)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
