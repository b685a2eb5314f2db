"""A line of a scene, with what is filled into it."""

from __future__ import annotations

from collections.abc import Sequence

from skill.library.types import Words


def filled(words: Words, id: str, variant: int, **filling: object) -> str:
    """One of the phrasings of a statement or prompt.

    Raises:
        KeyError: there is no such line, or something that it wants is not filled in.
    """
    return picked(lines_of(words, id), variant).format_map(filling)


def lines_of(words: Words, id: str) -> Sequence[str]:
    """All phrasings of a statement or prompt; they mean the same."""
    return words.prompts[id].say if id in words.prompts else words.statements[id].say


def picked(lines: Sequence[str], variant: int) -> str:
    """The phrasing that is its turn."""
    return lines[variant % len(lines)]
