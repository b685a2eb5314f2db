"""What is done today: what suits somebody, and fits into their time."""

from __future__ import annotations

import re

import pytest

from skill.coaching import selection
from skill.coaching.progression import AtLevel
from skill.library.types import Answer
from tools.content.load import load

LIBRARY = load()
EXERCISES = LIBRARY.exercises

STEPS = tuple(
    AtLevel(step.exercise, step.level) for step in LIBRARY.routines["calf-strength"].levels[2]
)


def test_what_a_finding_speaks_against_is_replaced_by_what_is_easier_or_left_out() -> None:
    whole = selection.select(EXERCISES, {}, STEPS)
    known = {"quinolone-antibiotic": Answer.YES}
    careful = selection.select(EXERCISES, known, STEPS)

    assert whole == selection.Selection(STEPS)
    assert careful.left_out
    assert {step.exercise for step in careful.steps} == {"bridge"}


def test_a_step_is_stood_on_only_by_who_knows_that_the_heel_itself_does_not_hurt() -> None:
    on_step = EXERCISES["slow-calf-lowering-on-step"]
    no = dict.fromkeys(on_step.only_without, Answer.NO)

    assert not selection.suits(on_step, {})
    assert not selection.suits(on_step, dict.fromkeys(on_step.only_without, Answer.NOT_SURE))
    assert selection.suits(on_step, no)


@pytest.mark.parametrize("id", EXERCISES)
def test_an_exercise_names_the_postures_of_its_set_up(id: str) -> None:
    words = LIBRARY.words["en"].exercises[id]
    said = " ".join((*words.setup, words.setup_again)).lower()
    named = set(EXERCISES[id].postures)
    if "sit or lie" in said or re.search(r"\bsit\b", said):
        assert named == set()
    elif re.search(r"\blie\b|on your back|on your side", said):
        assert named >= {"floor", "lying"}
    else:
        assert "standing" in named
    one = re.search(
        r"lift one foot|one foot|one leg|on the (foot|leg) that i name|other foot|jog", said
    )
    leaves_one = one is not None and "leg back" not in said and "standing" in named
    assert ("one-leg" in named) == leaves_one


@pytest.mark.parametrize("minutes", [0, 5, 10, 15, 60])
@pytest.mark.parametrize("id", LIBRARY.routines)
def test_what_is_done_fits_into_the_minutes_unless_nothing_does(id: str, minutes: int) -> None:
    steps = tuple(AtLevel(step.exercise, step.level) for step in LIBRARY.routines[id].levels[0])
    kept = selection.fit_minutes(EXERCISES, steps, minutes)

    assert kept
    takes = sum(selection.seconds(EXERCISES, step) for step in kept)
    assert takes <= 60 * minutes or len(kept) == 1
    if minutes == 60:
        assert kept == steps


@pytest.mark.parametrize("id", LIBRARY.routines)
def test_who_has_nothing_at_hand_is_given_what_needs_nothing(id: str) -> None:
    for level in LIBRARY.routines[id].levels:
        steps = tuple(AtLevel(step.exercise, step.level) for step in level)
        known = dict.fromkeys(EXERCISES["slow-calf-lowering-on-step"].only_without, Answer.NO)

        bare = selection.unequipped(EXERCISES, known, steps)

        assert bare
        assert not any(selection.needs_kit(EXERCISES, step) for step in bare)
        assert len({step.exercise for step in bare}) == len(bare)


def test_an_older_person_is_spared_in_a_routine_what_pulls_and_what_is_held_on_one_arm() -> None:
    older = {"over-65": Answer.YES}
    for routine in LIBRARY.routines.values():
        for level in routine.levels:
            steps = tuple(AtLevel(step.exercise, step.level) for step in level)

            spared = selection.sparing(EXERCISES, older, steps)

            assert spared
            assert not any("over-65" in EXERCISES[step.exercise].spares for step in spared)
            assert selection.sparing(EXERCISES, {}, steps) == steps
