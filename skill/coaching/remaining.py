"""The time that is left of a workout."""

from __future__ import annotations

from skill.coaching import position, selection
from skill.coaching.timeline import total
from skill.coaching.workout import Workout, cues_of
from skill.library.types import Library


def seconds_of_this(library: Library, workout: Workout) -> float:
    """Seconds of the exercise that is being done, from its cue on, at its pace."""
    return total(position.cues_from(cues_of(library, workout), workout.place))


def seconds_after_it(library: Library, workout: Workout) -> float:
    """About how many seconds the exercises after this one take, with the talk around them."""
    only_one = workout.only is not None
    return selection.seconds_in_all(library.exercises, workout.ahead[1:], only_one=only_one)
