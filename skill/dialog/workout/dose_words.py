"""The dose of an exercise in words: what it is, and what harder or easier has changed of it."""

from __future__ import annotations

from typing import Literal

from skill.coaching import doses
from skill.coaching.progression import AtLevel
from skill.coaching.timeline import Kind
from skill.coaching.workout import Workout, cues_of
from skill.dialog.reply import Act
from skill.dialog.sayings import Statement
from skill.dialog.state import State, workout_of
from skill.dialog.transitions import is_over
from skill.library.types import Library

Made = Literal["easier", "harder", "harder-next"]

DOSES: dict[tuple[Made, doses.Measure], Statement] = {
    ("easier", "repetitions"): "made-easier-dose",
    ("easier", "hold"): "made-easier-hold",
    ("easier", "minutes"): "made-easier-minutes",
    ("harder", "repetitions"): "made-harder-dose",
    ("harder", "hold"): "made-harder-hold",
    ("harder", "minutes"): "made-harder-minutes",
    ("harder-next", "repetitions"): "harder-next-dose",
    ("harder-next", "hold"): "harder-next-hold",
}
"""What is said of a dose that no weight has a part in."""
BEFORE_A_SET = frozenset({Kind.SET_UP, Kind.FETCH})


def changes_load(library: Library, was: AtLevel, now: AtLevel) -> bool:
    """Whether another dose of an exercise puts a weight on, takes it off, or changes it."""
    levels = library.exercises[now.exercise].levels
    return levels[was.level - 1].loaded or levels[now.level - 1].loaded


def of_change(library: Library, was: AtLevel, workout: Workout, made: Made) -> Act:
    """What a dose of the same exercise is, once it was changed: the weight, where it has a part.

    The set-up of the next exercise tells its weight itself.
    """
    exercise = library.exercises[workout.now.exercise]
    dose, measure = doses.dose_of(library, workout), doses.measure_of(exercise)
    if made != "harder-next" and changes_load(library, was, workout.now):
        return Act(_of_load(library, workout, made), numbers=dose)
    moves = [cue for cue in cues_of(library, workout) if cue.kind in {Kind.PHASE, Kind.REST}]
    numbers = {
        **dose,
        "seconds": doses.seconds_held(exercise, dose["repetitions"]),
        "minutes": doses.about_minutes(sum(cue.lasts for cue in moves)),
    }
    return Act(DOSES[made, measure], numbers=numbers)


def _of_load(library: Library, workout: Workout, made: Made) -> Statement:
    is_loaded = library.exercises[workout.now.exercise].levels[workout.now.level - 1].loaded
    if made == "harder":
        return "made-harder-load"
    return "made-easier-load" if is_loaded else "made-easier-bare"


def of_now(library: Library, state: State) -> tuple[Act, ...]:
    """How many sets there are, which one is on, and how long each is."""
    workout = workout_of(state)
    exercise = library.exercises[workout.now.exercise]
    dose = doses.dose_of(library, workout)
    cue = cues_of(library, workout)[workout.cue]
    begun = not is_over(state) and cue.kind not in BEFORE_A_SET
    sets = {"set": cue.set, "sets": dose["sets"]}
    which = Act("set-of-sets" if begun else "sets-in-all", numbers=sets)
    match doses.measure_of(exercise):
        case "hold":
            seconds = doses.seconds_held(exercise, dose["repetitions"])
            return (which, Act("hold-each", numbers={"seconds": seconds}))
        case "minutes" if dose["sets"] == 1:
            return (Act("repetitions-each", numbers=dose),)
        case _:
            return (which, Act("repetitions-each", numbers=dose))
