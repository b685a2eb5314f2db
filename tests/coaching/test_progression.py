"""Steps are earned by good sessions in a row, one at a time; pain and requests make it easier."""

from __future__ import annotations

import pytest

from skill.coaching.progression import AtLevel, Decision, Move, decide, easier, harder, next_step
from tests.row import row
from tools.content.load import load

LIBRARY = load()
EXERCISES = LIBRARY.exercises
ROUTINES = LIBRARY.routines
STEPS = [(id, step) for id, one in ROUTINES.items() for step in range(1, len(one.levels) + 1)]


@pytest.mark.parametrize("sessions", [None, *range(12)])
def test_no_answer_moves_more_than_one_step_and_only_enough_good_sessions_move_up(
    sessions: int | None,
) -> None:
    for id, step in STEPS:
        with row(id, step):
            routine = ROUTINES[id]
            after, move = next_step(routine, step, sessions)

            is_top = step == len(routine.levels)
            enough = False
            if sessions is not None and not is_top:
                enough = sessions >= routine.progress.stays[step - 1].sessions
            assert 1 <= after <= len(routine.levels)
            assert after - step == (1 if enough else -1 if sessions == 0 and step > 1 else 0)
            assert (move is Move.UP, move is Move.DOWN) == (after > step, after < step)


@pytest.mark.parametrize("id", ROUTINES)
def test_the_days_of_all_steps_fit_into_the_weeks_of_the_routine(id: str) -> None:
    routine = ROUTINES[id]
    assert sum(stay.days for stay in routine.progress.stays) <= 7 * routine.weeks


@pytest.mark.parametrize("id", ROUTINES)
def test_the_sessions_of_a_step_need_about_its_days(id: str) -> None:
    """Who trains as often as the routine says has the days behind them with the sessions."""
    routine = ROUTINES[id]
    for stay in routine.progress.stays:
        assert stay.sessions * 7 / routine.days_a_week >= stay.days - 7


def test_twelve_weeks_of_good_calf_sessions_reach_the_top_and_no_sooner_than_in_nine() -> None:
    routine = ROUTINES["calf-strength"]
    step, at_it, reached = 1, 0, 0
    for session in range(1, 12 * routine.days_a_week + 1):
        at_it += 1
        after, _ = next_step(routine, step, at_it)
        step, at_it = after, at_it if after == step else 0
        if step == len(routine.levels) and not reached:
            reached = session
    assert 9 * routine.days_a_week <= reached <= 12 * routine.days_a_week


def test_a_bad_morning_in_the_middle_leads_one_step_down_and_has_to_be_earned_again() -> None:
    routine = ROUTINES["calf-strength"]
    assert next_step(routine, 4, 0) == (3, Move.DOWN)
    assert next_step(routine, 3, 1) == (3, Move.STAY)


def test_easier_ends_at_the_easiest_and_harder_at_the_hardest() -> None:
    for id in EXERCISES:
        for turn in (easier, harder):
            step: AtLevel | None = AtLevel(id, 1)
            seen: list[AtLevel] = []
            while step is not None:
                assert step not in seen
                seen.append(step)
                step = turn(EXERCISES, step)


def work(step: AtLevel) -> float:
    """Seconds of all repetitions of one side."""
    exercise = EXERCISES[step.exercise]
    dose = exercise.levels[step.level - 1]
    return dose.sets * dose.repetitions * sum(p.seconds for p in exercise.repetition.phases)


@pytest.mark.parametrize("id", EXERCISES)
def test_easier_is_no_more_work_unless_the_easier_exercise_has_no_smaller_dose(id: str) -> None:
    for level in range(1, len(EXERCISES[id].levels) + 1):
        found = easier(EXERCISES, AtLevel(id, level))
        if found is not None:
            without_its_load = EXERCISES[id].levels[level - 1].loaded
            less = work(found) <= work(AtLevel(id, level))
            assert less or found.level == 1 or without_its_load


def test_pain_is_judged_by_the_rule_of_what_is_loaded() -> None:
    rules = LIBRARY.pain_rules
    assert [decide([rules["tendon"]], pain) for pain in (0, 3, 4, 5, 6, 7, 10)] == [
        Decision.GO_ON,
        Decision.GO_ON,
        Decision.KEEP,
        Decision.KEEP,
        Decision.STOP,
        Decision.SEVERE,
        Decision.SEVERE,
    ]
    assert decide([rules["outer-tendon"]], 4) is Decision.LEAVE


@pytest.mark.parametrize(
    ("pain", "decision"),
    [(0, "GO_ON"), (2, "GO_ON"), (3, "KEEP"), (4, "KEEP"), (5, "LEAVE"), (7, "SEVERE")],
)
def test_a_shin_is_held_to_the_four_of_ten_that_a_trial_allowed(pain: int, decision: str) -> None:
    assert decide([LIBRARY.pain_rules["shin"]], pain) is Decision[decision]


@pytest.mark.parametrize("rule", ["nerve"])
def test_a_nerve_allows_no_pain_at_all(rule: str) -> None:
    assert decide([LIBRARY.pain_rules[rule]], 0) is Decision.GO_ON
    assert decide([LIBRARY.pain_rules[rule]], 1) is Decision.STOP


@pytest.mark.parametrize("pain", range(11))
def test_of_two_pain_rules_the_stricter_one_decides(pain: int) -> None:
    order = list(Decision)
    both = [LIBRARY.pain_rules["muscle"], LIBRARY.pain_rules["nerve"]]
    assert order.index(decide(both, pain)) >= max(order.index(decide([r], pain)) for r in both)
