"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\|`*_[]<>"})


def rows(head: Sequence[str], cells: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table. Signs that mean something in Markdown are escaped."""
    yield _row(head)
    yield _row(["---"] * len(head))
    for row in cells:
        yield _row([_plain(cell) for cell in row])


def _plain(text: str) -> str:
    return " ".join(text.split()).translate(_ESCAPED)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
