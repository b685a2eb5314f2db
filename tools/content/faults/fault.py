"""One fault, and all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Fault:
    """Something to mend: where it stands, and a sentence on what is wrong and what would be right.

    `file` is relative to the folder that holds `content/`. `line` counts from 1.
    """

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class Faults(Exception):
    """The content cannot be used. Its text lists every fault, by file and line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def meant(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant, if one is near."""
    return next(iter(get_close_matches(word, list(known), n=1)), None)


def suggestion(word: str, known: Iterable[str]) -> str:
    """ "; did you mean …?", or nothing where no known word is near."""
    near = meant(word, known)
    return f"; did you mean `{near}`?" if near else ""
