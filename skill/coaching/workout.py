"""A workout as a value: the wish for it, its exercises, and the position in it.

People say "session"; in the code that is Alexa's word. Public ids keep it.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from msgspec import Struct

from skill.coaching.position import Position, cues_from, is_in_a_hold, with_longer_rest
from skill.coaching.progression import AtLevel
from skill.coaching.selection import seconds
from skill.coaching.timeline import (
    LEAD_IN,
    LONG_LEAD_IN,
    MOST_KEPT,
    WAITS,
    Cue,
    Pace,
    set_up,
    timeline,
    total,
)
from skill.library.identity import ByIdentity
from skill.library.region import regional
from skill.library.speech_length import MOST_OF_INTERVAL, spoken_seconds
from skill.library.types import Library, OneSide, Sides

MOST_STEPS = 12
MOST_KEPT_LOADS = 3
"""So many pains in a row with which a load is kept are enough for it."""
MOST_PARTS = 7
"""A safety question has fewer parts than that."""
LONGEST_ADDED = 120.0
"""Seconds by which a wait may be made longer, in all."""


Change = Literal["easier", "harder", "slower"]
"""How an exercise is wanted other than it is."""


class Wish(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was asked for: a routine or one exercise, and the minutes that there are.

    `last` is the step that was done last; it is forgotten once it has decided the `level`.
    `at` is the exercise to begin with, from 1. `earned` is true where sessions and days have earned
    the next step. `allowed` is true where a clinician had to allow it, and did for one before.
    `changed` is how the first exercise is wanted, told before it begins, each change once.
    """

    routine: str | None = None
    exercise: str | None = None
    minutes: int | None = None
    level: int | None = None
    last: int | None = None
    at: int | None = None
    earned: bool = False
    allowed: bool = False
    changed: tuple[Change, ...] = ()


class Workout(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is coached in one go, from the questions before it (no `steps` yet) to its end.

    `step` counts the exercises from 0. `cue` is the index in the exercise's timeline at which
    what plays began, or at which it goes on; what plays ends before the cue `until`, and `until`
    is 0 where nothing plays. `into` are the seconds of a wait or a hold at that cue that are
    over (negative where a wait was made longer). `since` is when the cue began to be heard, in
    seconds since 1970. `held` is true where a set was cut off and goes on after what is said now,
    `hurt` where that was for pain. `met` are the exercises whose long set-up was heard, `pain` is
    the last number, `first` the side that begins, `sore` is true where it alone is sore, `only` the
    one that is wanted alone, and `hardened` are the exercises that were made harder. `welcomed` is
    true where the welcome has named the routine and asks the first question. `part` counts what a
    safety question asks about, from 1, where each thing is asked by itself. `kept` counts the
    numbers in a row with which the load was kept as it is. `left_at` is when what played was cut
    off, in seconds since 1970, and `lead` are the seconds before a repetition that is taken up.
    `wants_harder` is true where harder is wanted, and has to wait for a set without pain.
    `asks_to_stop` is true where somebody asked whether to stop for a pain, and its number is asked.
    `partial` is true where not all of the exercise was done. `longer` is the rest to come that was
    made longer: the index of its cue, and by how many seconds.
    """

    wish: Wish
    plainer: bool = False
    steps: tuple[AtLevel, ...] = ()
    step: int = 0
    pace: Pace = Pace.STEADY
    cue: int = 0
    into: float = 0.0
    until: int = 0
    since: float | None = None
    held: bool = False
    hurt: bool = False
    done: int = 0
    pain: int | None = None
    met: tuple[str, ...] = ()
    first: OneSide = "left"
    sore: bool = False
    only: OneSide | None = None
    hardened: tuple[str, ...] = ()
    welcomed: bool = False
    part: int = 0
    kept: int = 0
    left_at: float | None = None
    lead: float = LEAD_IN
    wants_harder: bool = False
    asks_to_stop: bool = False
    partial: bool = False
    longer: tuple[int, float] | None = None

    @property
    def ahead(self) -> tuple[AtLevel, ...]:
        """The exercise that is being done, and those after it."""
        return self.steps[self.step :]

    @property
    def is_before_it(self) -> bool:
        """Whether nothing of the exercise that comes was heard yet."""
        return self.cue == self.until == self.into == 0 and not self.held

    @property
    def before(self) -> frozenset[str]:
        """The exercises before the one that is being done."""
        return frozenset(step.exercise for step in self.steps[: self.step])

    @property
    def now(self) -> AtLevel:
        """The exercise that is being done."""
        return self.steps[self.step]

    @property
    def position(self) -> Position:
        """The position in its timeline at which it goes on."""
        return Position(self.cue, self.into)


def cues_of(library: Library, workout: Workout) -> tuple[Cue, ...]:
    """The whole timeline of an exercise that is being done, with the breaths of its set-up."""
    only_one = workout.only is not None
    cues = _cues(ByIdentity(library), workout.now, workout.pace, workout.sore, only_one)
    return cues if workout.longer is None else with_longer_rest(cues, *workout.longer)


def side_at(library: Library, workout: Workout, cue: Cue) -> OneSide | None:
    """The side that works at a cue, or comes; None where both work at once."""
    if library.exercises[workout.now.exercise].sides is not Sides.EACH:
        return None
    return "left" if (workout.first == "left") == (cue.side == 1) else "right"


@lru_cache(MOST_KEPT)
def _cues(
    key: ByIdentity[Library], now: AtLevel, pace: Pace, sore: bool, only_one: bool
) -> tuple[Cue, ...]:
    facts = key.of.exercises[now.exercise]
    dose = timeline(facts, now.level, pace, one_is_sore=sore, only_one=only_one)
    return (*_set_up(key, now.exercise), *dose)


@lru_cache(MOST_KEPT)
def _set_up(key: ByIdentity[Library], exercise: str) -> tuple[Cue, ...]:
    """A set-up whose breaths take as long as in the language and region that need longest."""
    spoken = [
        tuple(map(regional(instead), words.exercises[exercise].first_setup))
        for words in key.of.words.values()
        for instead in ({}, *(region.instead for region in words.regions.values()))
    ]
    return set_up(
        [
            round(max(map(spoken_seconds, said)) / MOST_OF_INTERVAL, 1)
            for said in zip_longest(*spoken, fillvalue="")
        ]
    )


def seconds_of_this(library: Library, workout: Workout) -> float:
    """Seconds of the exercise that is being done, from its cue on, at its pace."""
    return total(cues_from(cues_of(library, workout), workout.position))


def seconds_after_it(library: Library, workout: Workout) -> float:
    """About how many seconds the exercises after this one take, with the talk around them."""
    return sum(seconds_at(library, workout, step) for step in workout.ahead[1:])


def seconds_at(library: Library, workout: Workout, step: AtLevel) -> float:
    """About how many seconds an exercise takes in this workout, with the talk around it.

    Its pace counts, and the side that alone is worked.
    """
    only_one = workout.only is not None
    return seconds(
        library.exercises, step, workout.pace, one_is_sore=workout.sore, only_one=only_one
    )


def is_possible(workout: Workout, library: Library) -> bool:
    """Whether the dialog could have left this."""
    return (
        is_possible_wish(workout.wish, library)
        and len(workout.steps) <= MOST_STEPS
        and all(_is_step(library, step) for step in workout.steps)
        and 0 <= workout.step <= max(len(workout.steps) - 1, 0)
        and 0 <= workout.done <= MOST_STEPS
        and 0 <= workout.part <= MOST_PARTS
        and 0 <= workout.kept < MOST_KEPT_LOADS
        and (workout.pain is None or 0 <= workout.pain <= 10)
        and set(workout.met) <= library.exercises.keys()
        and len(set(workout.met)) == len(workout.met)
        and set(workout.hardened) <= library.exercises.keys()
        and len(set(workout.hardened)) == len(workout.hardened)
        and (workout.since is None or (math.isfinite(workout.since) and workout.until > 0))
        and (workout.left_at is None or (math.isfinite(workout.left_at) and not workout.until))
        and workout.lead in {LEAD_IN, LONG_LEAD_IN}
        and not (workout.held and workout.until)
        and (workout.longer is None or 0 < workout.longer[1] <= LONGEST_ADDED)
        and _is_within_its_timeline(workout, library)
    )


def is_possible_wish(wish: Wish, library: Library) -> bool:
    """Whether it asks for one thing that there is, at a step and in a time that there can be."""
    return (
        (wish.routine is None or wish.routine in library.routines)
        and (wish.exercise is None or wish.exercise in library.exercises)
        and (wish.routine is None) != (wish.exercise is None)
        and (wish.minutes is None or 0 <= wish.minutes <= 600)
        and (wish.level is None or _has_level(library, wish.routine, wish.level))
        and (wish.last is None or _has_level(library, wish.routine, wish.last))
        and (wish.at is None or (1 <= wish.at <= MOST_STEPS and wish.routine is not None))
        and not (wish.earned and wish.last is None)
        and len(set(wish.changed)) == len(wish.changed)
    )


def _has_level(library: Library, routine: str | None, level: int) -> bool:
    return routine is not None and 1 <= level <= len(library.routines[routine].levels)


def _is_step(library: Library, step: AtLevel) -> bool:
    exercise = library.exercises.get(step.exercise)
    return exercise is not None and 1 <= step.level <= len(exercise.levels)


def _is_within_its_timeline(workout: Workout, library: Library) -> bool:
    if not workout.steps:
        return (
            workout.cue == workout.until == workout.into == 0
            and not workout.held
            and not workout.hurt
        )
    cues = cues_of(library, workout)
    return (
        0 <= workout.cue < len(cues)
        and (workout.until == 0 or workout.cue < workout.until <= len(cues))
        and (workout.into == 0 or _is_in_its_cue(workout, cues[workout.cue]))
    )


def _is_in_its_cue(workout: Workout, cue: Cue) -> bool:
    if cue.kind in WAITS:
        return -LONGEST_ADDED <= workout.into <= cue.lasts
    return is_in_a_hold(cue, workout.into)
