"""The content, and what is worked out from it once: the safety plan and the belief model."""

from __future__ import annotations

from msgspec import Struct

from skill.interview.belief import Model, build
from skill.interview.safety_plan import Plan, plan_of
from skill.library.types import Library


class Knowledge(Struct, frozen=True):
    """What goes through the whole interview."""

    library: Library
    plan: Plan
    model: Model


def knowledge_of(library: Library) -> Knowledge:
    """The knowledge of a library: built once per process."""
    return Knowledge(library, plan_of(library), build(library))
