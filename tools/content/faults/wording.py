"""Small parts of the sentences that tell of a fault."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def meant(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant, if one is near."""
    return next(iter(get_close_matches(word, list(known), n=1)), None)


def suggestion(word: str, known: Iterable[str]) -> str:
    """ "; did you mean …?", or nothing where no known word is near."""
    near = meant(word, known)
    return f"; did you mean `{near}`?" if near else ""
