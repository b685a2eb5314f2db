"""The state of a conversation: a value that fits into session attributes, and nowhere else."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import Struct

from skill.dialog.events import Side
from skill.library.types import Answer, Care, Library

Pending = Literal[
    "open-question", "question", "why-offer", "until-offer", "repeat-offer", "go-on", "offer-check"
]
"""Which question is open. `question` is the finding, flag or gate in `asking`."""


class Result(Struct, frozen=True, forbid_unknown_fields=True):
    """What was told: level of care, ids named, ids of flags, and whether exercise was offered."""

    care: Care
    matches: tuple[str, ...]
    flags: tuple[str, ...]
    exercise_offered: bool = False


class State(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything that the next reply depends on.

    `given` are the answers in the order in which they came; `asked` the ids asked so far, each
    once; `unsure` the flags and gates that are being asked, or were, in plainer words.
    `misses` counts replies in a row that were not understood.
    """

    pending: Pending
    asking: str | None = None
    given: dict[str, Answer] = {}
    asked: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    side: Side | None = None
    misses: int = 0
    result: Result | None = None


def to_attributes(state: State) -> dict[str, Any]:
    """The state as plain JSON values."""
    attributes: dict[str, Any] = msgspec.to_builtins(state)
    return attributes


def from_attributes(attributes: object, library: Library) -> State | None:
    """The state that the attributes hold, or None where they hold none that could be ours.

    Attributes come back through the device's cloud and are not trusted: an unknown key, id or
    grade, or a state that the dialog could not have left, starts afresh.
    """
    try:
        state = msgspec.convert(attributes, State)
    except msgspec.ValidationError:
        return None
    askable = {*library.places, *library.findings, *library.gates} | {
        id for id, flag in library.red_flags.items() if flag.rule is None
    }
    conditions = {*library.conditions, *library.look_alikes}
    result = state.result
    sound = (
        (state.pending == "question") == (state.asking is not None)
        and (state.asking is None or state.asking in state.asked)
        and askable.issuperset((*state.given, *state.asked, *state.unsure))
        and Answer.NO_TO_SEVERAL not in state.given.values()
        and len(set(state.asked)) == len(state.asked)
        and 0 <= state.misses <= 3
        and (
            state.pending not in {"why-offer", "until-offer", "repeat-offer"} or result is not None
        )
        and (
            result is None
            or (
                conditions.issuperset(result.matches)
                and set(library.red_flags).issuperset(result.flags)
            )
        )
    )
    return state if sound else None
