"""The content and the numbers made from it, which go through the interview together."""

from __future__ import annotations

from dataclasses import dataclass

from skill.interview.belief import Model, build
from skill.library.types import Library


@dataclass(frozen=True)
class Knowledge:
    """A library and its belief model."""

    library: Library
    model: Model


def knowledge_of(library: Library) -> Knowledge:
    """The knowledge of a library: built once per process."""
    return Knowledge(library, build(library))
