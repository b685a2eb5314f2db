"""The state of a conversation: a value that fits into session attributes, and nowhere else."""

from __future__ import annotations

from typing import Any, Literal, get_args

import msgspec
from msgspec import Struct

from skill.coaching import plan
from skill.dialog import session
from skill.dialog.barred import barred
from skill.dialog.events import Side
from skill.dialog.session import Coach
from skill.interview.answers import can_be_answered, known_from
from skill.library.types import Answer, Aspect, Care, Library

Screening = Literal[
    "safety-injury",
    "safety-rest",
    "safety-age",
    "safety-clearance",
    "safety-person",
    "clinician-seen",
    "last-sessions",
    "which-level",
]
"""The questions before the first exercise, in their order."""

Exercising = Literal["ready-question", "how-much-pain"]
"""The questions of an exercise that has begun."""

Talking = Literal[
    "open-question",
    "question",
    "why-offer",
    "until-offer",
    "repeat-offer",
    "go-on",
    "offer-check",
    "more-offer",
    "check-offer",
    "which-one",
    "offer-routine",
    "choose-routine",
]
"""The questions of the check and of what comes after it.

`question` is the finding, flag or gate in `asking`.
"""

Pending = Literal[Talking, Screening, Exercising]
"""Which question is open."""

AFTER_RESULT = frozenset({"why-offer", "until-offer", "repeat-offer", "offer-routine"})
"""The questions that follow a result, and come at no other time."""

SCREENING: tuple[Screening, ...] = get_args(Screening)
EXERCISING: frozenset[Pending] = frozenset(get_args(Exercising))


class Result(Struct, frozen=True, forbid_unknown_fields=True):
    """What was told: level of care, ids named, ids of flags, and whether exercise was offered."""

    care: Care
    matches: tuple[str, ...]
    flags: tuple[str, ...]
    exercise_offered: bool = False


class Talk(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was asked about last: the topic, the aspect, and how much more of it was told.

    Where two topics fitted, `other` is the second one and `waits` what was open before.
    """

    topic: str
    aspect: Aspect
    told: int = 0
    other: str | None = None
    waits: Pending | None = None


class State(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything that the next reply depends on.

    `given` are the answers in the order in which they came; `asked` the ids asked so far, each
    once; `unsure` the flags and gates that are being asked, or were, in plainer words.
    `misses` counts replies in a row that were not understood. `screened` are the questions
    before exercise that were answered well, `listed` the routines that were told so far.
    `resting` is true once no more is coached in this session, `without_apla` once the device
    could not play a set.
    """

    pending: Pending
    asking: str | None = None
    given: dict[str, Answer] = {}
    asked: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    side: Side | None = None
    misses: int = 0
    result: Result | None = None
    talk: Talk | None = None
    coach: Coach | None = None
    screened: tuple[Pending, ...] = ()
    listed: int = 0
    resting: bool = False
    without_apla: bool = False


def coach_of(state: State) -> Coach:
    """The session of a state that has one."""
    assert state.coach is not None
    return state.coach


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
    # Half a surrogate pair is sound JSON, but is no text.
    except (msgspec.ValidationError, UnicodeError):
        return None
    sound = (
        (state.pending == "question") == (state.asking is not None)
        and (state.asking is None or state.asking in state.asked)
        and all(can_be_answered(library, id) for id in (*state.given, *state.asked, *state.unsure))
        and Answer.NO_TO_SEVERAL not in state.given.values()
        and _each_once(state.asked)
        and _each_once(state.unsure)
        and 0 <= state.misses <= 3
        and _goes_with_result(state)
        and _goes_with_coach(state, library)
        and 0 <= state.listed <= len(library.routines)
        and (_open(state) == "choose-routine") == (state.listed > 0)
        and set(state.screened) <= set(SCREENING)
        and _each_once(state.screened)
        and (state.result is None or _could_be_told(state.result, _open(state), library))
        and (state.talk is None or _could_be_talked_of(state.talk, state, library))
        and not (state.talk is None and state.pending in {"more-offer", "which-one"})
    )
    return state if sound else None


def _open(state: State) -> Pending:
    """What is open, or waits until it is clear which of two topics was meant."""
    if state.pending == "which-one" and state.talk is not None:
        return state.talk.waits or "which-one"
    return state.pending


def _goes_with_result(state: State) -> bool:
    """A result stays while exercises follow it."""
    pending = _open(state)
    if state.result is None:
        return pending not in AFTER_RESULT
    return pending in AFTER_RESULT or pending == "choose-routine" or state.coach is not None


def _goes_with_coach(state: State, library: Library) -> bool:
    coach, pending = state.coach, _open(state)
    if coach is None:
        return pending not in EXERCISING and pending not in SCREENING
    return (
        pending in (EXERCISING if coach.steps else SCREENING)
        and not state.resting
        and session.could_be(coach, library)
        and not _stands_against_exercise(state, coach, library)
    )


def _stands_against_exercise(state: State, coach: Coach, library: Library) -> bool:
    known = known_from(library, state.given)
    return (
        barred(library, known) is not None
        or (bool(coach.steps) and "safety-clearance" not in state.screened)
        or any(
            not plan.suits(library.exercises[step.exercise], known)
            for step in coach.steps[coach.step :]
        )
    )


def _could_be_talked_of(talk: Talk, state: State, library: Library) -> bool:
    known = [topic for topic in (talk.topic, talk.other) if topic is not None]
    return (
        all(topic in library.topics for topic in known)
        and 0 <= talk.told <= 20
        and (state.pending == "which-one") == (talk.other is not None)
        and (talk.waits is None or state.pending == "which-one")
        and talk.waits not in {"which-one", "more-offer", "check-offer"}
        and not (talk.waits == "question" and not state.asked)
    )


def _could_be_told(result: Result, pending: Pending, library: Library) -> bool:
    """Whether the dialog could have told this result and asked this after it."""
    urgent = result.care.rank >= Care.SAME_DAY.rank
    return (
        all(id in library.conditions or id in library.look_alikes for id in result.matches)
        and library.red_flags.keys() >= set(result.flags)
        and _each_once(result.matches)
        and _each_once(result.flags)
        and len(result.matches) <= 2
        and urgent == (pending == "repeat-offer")
        and result.exercise_offered >= (pending == "offer-routine")
        and not (urgent and (result.matches or result.exercise_offered or not result.flags))
    )


def _each_once(ids: tuple[str, ...]) -> bool:
    return len(set(ids)) == len(ids)
