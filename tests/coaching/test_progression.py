"""Steps are earned: by good sessions in a row, one at a time, and never after a bad morning."""

from __future__ import annotations

import pytest

from skill.coaching.progression import Move, moved
from tests.row import row
from tools.content.load import load

ROUTINES = load().routines
STEPS = [(id, step) for id, one in ROUTINES.items() for step in range(1, len(one.levels) + 1)]


@pytest.mark.parametrize("sessions", [None, *range(12)])
def test_no_answer_moves_more_than_one_step_and_only_enough_good_sessions_move_up(
    sessions: int | None,
) -> None:
    for id, step in STEPS:
        with row(id, step):
            routine = ROUTINES[id]
            after, move = moved(routine, step, sessions)

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
        after, _ = moved(routine, step, at_it)
        step, at_it = after, at_it if after == step else 0
        if step == len(routine.levels) and not reached:
            reached = session
    assert 9 * routine.days_a_week <= reached <= 12 * routine.days_a_week


def test_a_bad_morning_in_the_middle_leads_one_step_down_and_has_to_be_earned_again() -> None:
    routine = ROUTINES["calf-strength"]
    assert moved(routine, 4, 0) == (3, Move.DOWN)
    assert moved(routine, 3, 1) == (3, Move.STAY)
