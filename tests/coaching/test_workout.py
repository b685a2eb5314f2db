"""How long a session still takes, from anywhere in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from skill.coaching import selection
from skill.coaching.progression import AtLevel
from skill.coaching.timeline import Pace
from skill.coaching.workout import Wish, Workout, cues_of, seconds_after_it, seconds_of_this
from skill.library.types import OneSide
from tests.coaching import durations
from tools.content.load import load

LIBRARY = load()
STEPS = tuple(
    AtLevel(step.exercise, step.level) for step in LIBRARY.routines["calf-strength"].levels[0]
)
SESSION = Workout(Wish("calf-strength"), steps=STEPS)


def test_what_is_left_of_an_exercise_shrinks_with_each_cue_to_its_last_one() -> None:
    cues = cues_of(LIBRARY, SESSION)
    left = [seconds_of_this(LIBRARY, replace(SESSION, cue=at)) for at in range(len(cues))]

    assert left[0] == pytest.approx(cues[-1].ends - cues[0].at)
    # A repetition that is taken up again has two seconds before it.
    assert all(later < before + 2.1 for before, later in pairwise(left))
    assert left[-1] == pytest.approx(cues[-1].lasts + 2)


def test_a_slower_pace_takes_longer() -> None:
    slower = replace(SESSION, pace=Pace.SLOWER)

    assert seconds_of_this(LIBRARY, slower) > seconds_of_this(LIBRARY, SESSION)


def test_after_the_last_exercise_nothing_is_left() -> None:
    last = replace(SESSION, step=len(STEPS) - 1)
    first = seconds_after_it(LIBRARY, SESSION)

    assert first == sum(selection.seconds(LIBRARY.exercises, step) for step in STEPS[1:])
    assert seconds_after_it(LIBRARY, last) == 0


@pytest.mark.parametrize("only", [None, "left"])
@pytest.mark.parametrize("sore", [False, True])
@pytest.mark.parametrize("pace", list(Pace))
@pytest.mark.parametrize("routine", sorted(LIBRARY.routines))
def test_what_is_left_is_what_the_timelines_take(
    routine: str, pace: Pace, sore: bool, only: OneSide | None
) -> None:
    for level in LIBRARY.routines[routine].levels:
        steps = tuple(AtLevel(step.exercise, step.level) for step in level)
        session = Workout(Wish(routine), steps=steps, pace=pace, sore=sore, only=only)
        alone = only is not None
        for at, _ in enumerate(steps):
            takes = sum(
                selection.AROUND
                + durations.takes(
                    one.exercise, one.level, pace.factor, one_is_sore=sore, only_one=alone
                )
                for one in steps[at + 1 :]
            )
            left = seconds_after_it(LIBRARY, replace(session, step=at))
            assert left == pytest.approx(takes)
