"""Easier and harder, by pain or by request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from skill.library.types import Exercise, PainRule, Routine

STOPS_ABOVE = 5
"""Pain above this ends a workout, whatever the rule: it is a reason to be seen.

Source: "stop now" in the rules for all exercises, after the pain-monitoring model, which takes
up to five of ten as acceptable (silbernagel-2007-model).
"""


class AtLevel(NamedTuple):
    """An exercise at one of its levels, counted from 1."""

    exercise: str
    level: int


SEVERE = 7
"""Pain from here on is severe, and goes back to the red flags: by general knowledge, of the numeric
scale."""
WORST = 10
"""The end of that scale, which begins with 0."""


class Decision(StrEnum):
    """What pain calls for.

    `keep` goes on with the load as it is, `leave` ends the exercise, `stop` the workout, and
    `severe` goes back to the red flags.
    """

    GO_ON = "go-on"
    KEEP = "keep"
    LEAVE = "leave"
    STOP = "stop"
    SEVERE = "severe"


def decide(rules: Iterable[PainRule], pain: int) -> Decision:
    """What a pain of 0 to 10 calls for by the strictest of some pain-monitoring rules.

    Where a rule allows no pain at all (bone, nerve), any pain ends the workout.
    """
    limits = [(rule.go_on, rule.keep) for rule in rules]
    go_on, keep = (min(column) for column in zip(*limits, strict=True))
    if pain >= SEVERE:
        return Decision.SEVERE
    if pain <= go_on:
        return Decision.GO_ON
    if pain > STOPS_ABOVE or keep == 0:
        return Decision.STOP
    return Decision.KEEP if pain <= keep else Decision.LEAVE


class Move(StrEnum):
    """Where good and bad sessions lead; `TOP` where there is no step above."""

    UP = "up"
    STAY = "stay"
    DOWN = "down"
    TOP = "top"


def next_step(routine: Routine, last: int, sessions: int | None) -> tuple[int, Move]:
    """The step that follows the `last` one after a number of good workouts in a row.

    It is at most one step away. No good workout leads a step down; None, unknown, changes nothing.
    """
    if sessions == 0 and last > 1:
        return last - 1, Move.DOWN
    if last == len(routine.levels):
        return last, Move.TOP
    if sessions is not None and sessions >= routine.progress.stays[last - 1].sessions:
        return last + 1, Move.UP
    return last, Move.STAY


def easier(exercises: Mapping[str, Exercise], now: AtLevel) -> AtLevel | None:
    """A smaller dose, else the regression with no more seconds of work than now, else nothing."""
    if now.level > 1:
        return AtLevel(now.exercise, now.level - 1)
    regression = exercises[now.exercise].regression
    if regression is None:
        return None
    most = _work(exercises, now)
    doses = [AtLevel(regression, at + 1) for at in range(len(exercises[regression].levels))]
    fitting = [dose for dose in doses if _work(exercises, dose) <= most]
    return fitting[-1] if fitting else doses[0]


def _work(exercises: Mapping[str, Exercise], now: AtLevel) -> float:
    """Seconds of all repetitions of one side."""
    exercise = exercises[now.exercise]
    dose = exercise.levels[now.level - 1]
    return dose.sets * dose.repetitions * sum(phase.seconds for phase in exercise.repetition.phases)


def harder(exercises: Mapping[str, Exercise], now: AtLevel) -> AtLevel | None:
    """A larger dose, else the progression at its smallest dose, else nothing."""
    if now.level < len(exercises[now.exercise].levels):
        return AtLevel(now.exercise, now.level + 1)
    progression = exercises[now.exercise].progression
    return AtLevel(progression, 1) if progression else None
