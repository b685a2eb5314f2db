"""What the pain rules say of the exercise that is on, and what would be easier."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.coaching import doses, selection
from skill.coaching.progression import AtLevel, easier
from skill.dialog.sayings import Statement
from skill.dialog.state import State, workout_of
from skill.dialog.workout import postures
from skill.interview.interview import Knowledge
from skill.library.types import PainRule

NONE = 0
"""A pain of zero."""


GOES_ON = frozenset({"pain-go-on", "no-pain-go-on"})
"""What is said first of a pain with which nothing has to change."""
KEEPS = frozenset({"pain-keep", "pain-keep-again"})
"""What is said first of a pain after which nothing is added."""
WELL = GOES_ON | {"well-done"}
"""What is said first where nothing has to change, also at the end."""
NOTED: Mapping[str, Statement] = {
    "pain-go-on": "pain-noted",
    "no-pain-go-on": "no-pain-noted",
    "pain-keep": "pain-keep-noted",
    "pain-keep-again": "pain-keep-noted",
}
"""What is said instead where it does not go on at once."""
BEARABLE = WELL | KEEPS
"""What is said first of a pain with which exercise goes on as it is."""


def rules_of(knowledge: Knowledge, state: State) -> list[PainRule]:
    """The rules of the exercise, of the routine that is on, and of the one for what was told."""
    library, workout = knowledge.library, workout_of(state)
    matches = state.result.matches[:1] if state.result else ()
    fitting = [selection.routine_for(library.routines, match) for match in matches]
    routines = {id for id in (workout.wish.routine, *fitting) if id is not None}
    names = {library.routines[id].pain_rule for id in routines}
    names.add(library.exercises[workout.now.exercise].pain_rule)
    return [library.pain_rules[name] for name in sorted(names)]


def is_too_much(knowledge: Knowledge, state: State) -> bool:
    """Whether the last number was more than goes on as it is."""
    number = workout_of(state).pain
    return number is not None and number >= just_too_much(knowledge, state)


def allows_none(knowledge: Knowledge, state: State) -> bool:
    """Whether no pain at all is allowed: bone or nerve is loaded."""
    return min(rule.keep for rule in rules_of(knowledge, state)) == NONE


def just_too_much(knowledge: Knowledge, state: State) -> int:
    """The least number, of 0 to 10, at which the exercise does not go on as it is."""
    return min(rule.go_on for rule in rules_of(knowledge, state)) + 1


def most_kept(knowledge: Knowledge, state: State) -> int:
    """The most pain, of 0 to 10, with which the load is kept as it is."""
    return min(rule.keep for rule in rules_of(knowledge, state))


def lighter(knowledge: Knowledge, state: State) -> AtLevel | None:
    """The next easier exercise or dose that suits, or None."""
    exercises = knowledge.library.exercises
    known = postures.known(knowledge.library, state)
    return selection.nearest(exercises, known, easier(exercises, workout_of(state).now))


def ease_from_here(knowledge: Knowledge, state: State) -> State:
    """The state in which what loads the same part is easier from the next exercise on."""
    known = postures.known(knowledge.library, state)
    workout = doses.ease_from_here(knowledge.library.exercises, known, workout_of(state))
    return replace(state, workout=workout)


def counts_as_unknown(knowledge: Knowledge, state: State) -> bool:
    """Whether a number that is left out counts as too much."""
    return workout_of(state).hurt or bool(state.misses) or allows_none(knowledge, state)
