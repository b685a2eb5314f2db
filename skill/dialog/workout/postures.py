"""Postures that somebody can't or won't take: what suits without them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from skill.coaching import selection
from skill.coaching.progression import AtLevel
from skill.dialog.state import State, workout_of
from skill.interview.answers import known_from
from skill.library.types import Answers, Library, Posture


def kept(state: State, ruled_out: Iterable[Posture]) -> State:
    """The state in which these are ruled out too, for the rest of the session."""
    return replace(state, ruled_out=tuple(dict.fromkeys((*state.ruled_out, *ruled_out))))


def known(library: Library, state: State) -> Answers:
    """What was answered, and which postures were ruled out: what an exercise has to suit."""
    return selection.without_postures(known_from(library, state.given), state.ruled_out)


def another_routine(library: Library, state: State) -> str | None:
    """The routine to do instead, where a posture was ruled out: what fits the result, or for all.

    At its first step something suits; None where nothing does, or it is the one that is wished for.
    """
    if not state.ruled_out:
        return None
    matches = state.result.matches[:1] if state.result else ()
    fitting = [selection.routine_for(library.routines, match) for match in matches]
    suiting = known(library, state)
    wished = workout_of(state).wish.routine
    for id in filter(None, (*fitting, selection.GENERAL_ROUTINE)):
        first = library.routines[id].levels[0]
        steps = tuple(AtLevel(step.exercise, step.level) for step in first)
        if id != wished and selection.select(library.exercises, suiting, steps).steps:
            return id
    return None
