"""When exercises are done: a plan as it is told, kept and told again."""

from __future__ import annotations

import pytest

from skill.coaching.schedule import PartialPlan, Plan, from_token, partial_of, to_token


@pytest.mark.parametrize("hour", range(24))
def test_a_plan_that_is_told_again_is_the_same(hour: int) -> None:
    plan = Plan((0, 3), hour, 5)
    assert partial_of(plan).plan == plan
    assert from_token(to_token(plan)) == plan


@pytest.mark.parametrize(
    ("told", "hour"),
    [
        (PartialPlan((0,), 7, 0, "evening"), 19),
        (PartialPlan((0,), 7, 0, "morning"), 7),
        (PartialPlan((0,), 7, 0, "night"), 19),
        (PartialPlan((0,), 1), 13),
        (PartialPlan((0,), 4), 16),
        (PartialPlan((0,), 12), 12),
        (PartialPlan((0,), 12, 0, "night"), 0),
        (PartialPlan((0,), 12, 30, "evening"), 12),
        (PartialPlan((0,), 2, 0, "night"), 2),
        (PartialPlan((0,), 18), 18),
        (PartialPlan((0,), 0), 0),
    ],
)
def test_an_hour_as_it_is_said_is_one_of_the_day(told: PartialPlan, hour: int) -> None:
    assert told.plan is not None
    assert told.plan.hour == hour
