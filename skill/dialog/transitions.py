"""Transitions of a state: a new start, more answers, a step back, a set that was cut off."""

from __future__ import annotations

from collections.abc import Container

from msgspec.structs import replace

from skill.coaching import position
from skill.coaching.timeline import LEAD_IN, LONG_LEAD_IN, LONG_PAUSE
from skill.coaching.workout import cues_of
from skill.dialog.state import State, workout_of
from skill.library.types import Answer, Library, Side

FRESH = State(pending="open-question")
IDLE = State(pending="offer-check")
"""Where nothing is going on, and a check is offered."""


def fresh_after(state: State | None) -> State:
    """A new conversation in the same session: what a device cannot play stays, and `resting`."""
    if state is None:
        return FRESH
    return replace(FRESH, resting=state.resting, without_apla=state.without_apla, brief=state.brief)


def with_answers(state: State, heard: dict[str, Answer]) -> State:
    """The state after these answers, by id; whoever answers was understood."""
    return replace(state, given={**state.given, **heard}, misses=0)


def volunteer(state: State, id: str) -> State:
    """The state after this was said to be so."""
    return with_answers(state, {id: Answer.YES})


def with_side(state: State, side: Side | None) -> State:
    """Remember the side. That both hurt, or one, is a finding too."""
    if side is None:
        return state
    both = Answer.YES if side == "both" else Answer.NO
    return replace(state, side=side, given={**state.given, "both-sides": both})


def back_to(state: State, id: str) -> State:
    """The state in which this id is being asked, and it and all after it not yet."""
    kept = state.asked[: state.asked.index(id) + 1]
    dropped = {*state.asked[len(kept) :], id}
    return replace(
        without_doubts_of(state, dropped),
        pending="question",
        asking=id,
        asked=kept,
        given={other: grade for other, grade in state.given.items() if other not in dropped},
        misses=0,
        result=None,
    )


def without_doubts_of(state: State, ids: Container[str]) -> State:
    """The state in which it is forgotten how these were answered before they are asked anew."""
    return replace(
        state,
        unsure=tuple(id for id in state.unsure if id not in ids),
        unheard=tuple(id for id in state.unheard if id not in ids),
        denied=tuple(id for id in state.denied if id not in ids),
    )


def leave_coach(state: State) -> State:
    """The state at the open question, without the exercises and the result."""
    return replace(state, pending="open-question", workout=None, result=None, misses=0)


def stop(library: Library, state: State, now: float | None) -> State:
    """The state in which an event finds somebody at `now`, in seconds since 1970.

    What was playing is held where it was cut off; without a time, where it began.
    """
    workout = state.workout
    if workout is None:
        return state
    if not workout.until:
        return _after_pause(state, now)
    elapsed = 0.0 if now is None or workout.since is None else max(now - workout.since, 0.0)
    cues = cues_of(library, workout)
    at = position.interruption(cues, workout.position, workout.until, elapsed, workout.lead)
    still = replace(workout, until=0, since=None, left_at=now, lead=LEAD_IN)
    if at is not None:
        return replace(state, workout=replace(still, cue=at.cue, into=at.into, held=True))
    following = workout.until if workout.until < len(cues) else workout.cue
    return replace(state, workout=replace(still, cue=following, into=0.0))


def _after_pause(state: State, now: float | None) -> State:
    """The state in which a long pause leaves time to get back into place."""
    workout = workout_of(state)
    if workout.left_at is None or now is None or now - workout.left_at < LONG_PAUSE:
        return state
    return replace(state, workout=replace(workout, lead=LONG_LEAD_IN))


def begin_to_play(state: State, since: float) -> State:
    """The state once it is known when what plays begins to be heard, in seconds since 1970."""
    workout = state.workout
    if workout is None or not workout.until:
        return state
    return replace(state, workout=replace(workout, since=since))


def is_over(state: State) -> bool:
    """Whether all of an exercise was heard, or broken off, and its pain is asked for."""
    return state.pending == "how-much-pain" and not workout_of(state).held
