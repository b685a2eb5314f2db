"""Session attributes: the state as plain JSON, and its reading from attributes that are ours."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from skill.coaching.workout import MOST_STEPS, is_possible, is_possible_wish
from skill.dialog import marks
from skill.dialog.alarms import alarms_after
from skill.dialog.bookmark import reminders
from skill.dialog.clearance import (
    ASKED_BY_THE_CHECK,
    OF_AN_EXERCISE,
    bar_of,
    may_be_coached,
    next_open,
)
from skill.dialog.state import (
    AFTER_RESULT,
    EXERCISING,
    REMINDING,
    SCREENING,
    Pending,
    Result,
    SpokenOf,
    State,
    Stopped,
    opened,
)
from skill.dialog.workout import false_alarms
from skill.interview import red_flags
from skill.interview.answers import can_all_be_answered, can_be_answered
from skill.interview.assessment import Assessment, assess
from skill.library.types import Answer, Care, Library

FIRST = 1
"""The version of attributes that say none."""
VERSION = 1
"""The version of the attributes. A session of an older or newer skill starts afresh."""

LONGEST_AGO = 120 * 366
"""Days: nobody remembers more."""


def to_attributes(state: State) -> dict[str, Any]:
    """The state as plain JSON values, with the `version` of what they mean."""
    return {"version": VERSION, **msgspec.to_builtins(state)}


class Carried(NamedTuple):
    """The state that a session carries, and what its answers call for."""

    state: State
    assessed: Assessment


def carried_by(attributes: object, library: Library) -> Carried | None:
    """The state that the attributes hold, or None where they hold none that could be ours.

    Attributes come back through the device's cloud and are not trusted: an unknown key, id or
    grade, another version, or a state that the dialog could not have left, starts afresh.
    """
    state = _state_in(attributes)
    if state is None or not _is_sound(state, library):
        return None
    assessed = assess(library, state.given)
    return Carried(state, assessed) if _goes_on(state, library, assessed) else None


def _state_in(attributes: object) -> State | None:
    """The state as it is written, whatever it says; None where it is not the form of one."""
    if not isinstance(attributes, dict) or attributes.get("version", FIRST) != VERSION:
        return None
    fields = {key: value for key, value in attributes.items() if key != "version"}
    try:
        return msgspec.convert(fields, State)
    # Half a surrogate pair is sound JSON, but is no text.
    except (msgspec.ValidationError, UnicodeError):
        return None


def _goes_on(state: State, library: Library, assessed: Assessment) -> bool:
    """Whether its alarms and its exercises are what its answers call for."""
    whole = _alarms_are_whole(state, library, assessed)
    return whole and _goes_with_coach(state, library, assessed)


def _is_sound(state: State, library: Library) -> bool:
    """Whether each of its values is possible, and goes with the others."""
    return (
        _answers_are_sound(state, library)
        and 0 <= state.misses <= 3
        and _reminders_are_sound(state, library)
        and (state.place is None or all(1 <= one <= MOST_STEPS for one in state.place))
        and set(state.second) <= library.places.keys()
        and _each_once(state.ruled_out)
        and (state.since_days is None or 0 <= state.since_days <= LONGEST_AGO)
        and (state.pending != "skip-offer" or bool(state.asked))
        and _goes_with_result(state)
        and (state.wish is None or is_possible_wish(state.wish, library))
        and 0 <= state.listed <= len(library.routines)
        and (_open(state) == "choose-routine") == (state.listed > 0)
        and set(state.screened) <= set(SCREENING)
        and _each_once(state.screened)
        and (state.result is None or _could_be_told(state.result, _open(state), library))
        and (state.talk is None or _could_be_talked_of(state.talk, state, library))
        and not (state.talk is None and state.pending in {"more-offer", "which-one"})
        and (state.pending != false_alarms.PENDING or state.stopped is not None)
        and (state.stopped is None or _could_be_stopped(state, state.stopped, library))
    )


def _answers_are_sound(state: State, library: Library) -> bool:
    """Whether the answers are to questions that there are, and the open one is among the asked."""
    return (
        (state.pending == "question") == (state.asking is not None)
        and (state.asking is None or state.asking in state.asked)
        and can_all_be_answered(
            library, (*state.given, *state.asked, *state.unsure, *state.unheard, *state.denied)
        )
        and Answer.NO_TO_SEVERAL not in state.given.values()
        and _each_once(state.asked)
        and _each_once(state.unsure)
        and _each_once(state.unheard)
        and _each_once(state.denied)
        and all(
            red_flags.is_asked_for_safety(library, id) for id in (*state.unsure, *state.unheard)
        )
    )


def _reminders_are_sound(state: State, library: Library) -> bool:
    """Whether a bookmark or reminder that is asked about is there, and could be asked about."""
    return (
        (opened(state) == "may-remember") == (state.finished is not None)
        and (state.pending in REMINDING) == (state.reminder is not None)
        and (state.reminder is None or reminders.is_possible(state, state.reminder))
        and (state.finished is None or marks.is_possible(state.finished, library))
    )


def _could_be_stopped(state: State, stopped: Stopped, library: Library) -> bool:
    """Whether the dialog could have ended this set, and asks what it could ask."""
    before, asks = stopped.before, stopped.asks
    if not (state.resting and state.workout is None and before.stopped is None):
        return False
    return (
        before.pending in EXERCISING
        and _is_sound(before, library)
        and _goes_on(before, library, assess(library, before.given))
        and bool(asks)
        and _each_once(asks)
        and all(id in library.stop_signs or can_be_answered(library, id) for id in asks)
        and (stopped.waits is not None) == (state.pending == false_alarms.PENDING)
        and (stopped.waits is None or stopped.waits in false_alarms.HEARD_AT)
        and (stopped.waits != "question" or bool(state.asked))
        and {*stopped.told}.issuperset(state.alarms)
    )


def _open(state: State) -> Pending:
    """What is open, or waits until it is clear which of two topics was meant."""
    if state.pending == "which-one" and state.talk is not None:
        return state.talk.waits or "which-one"
    return opened(state)


def _goes_with_result(state: State) -> bool:
    """A result stays while exercises follow it."""
    pending = _open(state)
    if state.result is None:
        return pending not in AFTER_RESULT
    return pending in AFTER_RESULT or pending == "choose-routine" or state.workout is not None


def _goes_with_coach(state: State, library: Library, assessed: Assessment) -> bool:
    workout, pending = state.workout, _open(state)
    if workout is None:
        return pending not in EXERCISING and pending not in SCREENING
    if not is_possible(workout, library):
        return False
    if pending in EXERCISING:
        return bool(workout.steps) and may_be_coached(library, state, assessed)
    within = bool(workout.steps)
    return (
        (not within or (pending in OF_AN_EXERCISE and workout.is_before_it))
        and bar_of(library, replace(state, pending=pending), assessed=assessed) is None
        and pending == next_open(library, state, assessed)
    )


def _alarms_are_whole(state: State, library: Library, assessed: Assessment) -> bool:
    """Whether the alarms are those that the dialog would keep: none is missing or too many."""
    return (
        all(
            id in library.red_flags or id in ASKED_BY_THE_CHECK or can_be_answered(library, id)
            for id in state.alarms
        )
        and _each_once(state.alarms)
        and set(alarms_after(library, state.alarms, state, assessed)) == set(state.alarms)
    )


def _could_be_talked_of(talk: SpokenOf, state: State, library: Library) -> bool:
    known = [topic for topic in (talk.topic, talk.other) if topic is not None]
    return (
        all(topic in library.topics for topic in known)
        and 0 <= talk.told <= 20
        and (state.pending == "which-one") == (talk.other is not None)
        and (talk.waits is None or state.pending == "which-one")
        and talk.waits not in {"which-one", "more-offer", "check-offer"}
        and not (talk.waits == "question" and not state.asked)
        and (talk.other is not None or talk.aspect in library.topics[talk.topic].aspects)
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
        and bool(result.matches) >= result.exercise_offered
        and not (urgent and (result.matches or result.exercise_offered or not result.flags))
    )


def _each_once(ids: tuple[str, ...]) -> bool:
    return len(ids) < 2 or len(set(ids)) == len(ids)
