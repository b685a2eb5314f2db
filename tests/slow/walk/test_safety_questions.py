"""Every answer to every safety question, in many of the orders in which they can come.

It goes from each place, from no place, and step by step from nothing told, answers gates, flags
and safety findings with yes and with no, and each once with two hesitations at each level of care
that may stand: in some of the histories that lead to each (`safety_walk.py`), as all of them are
too many. Several volunteered findings at once are in `test_random_conversations.py`, every other
event in `test_events.py`.
"""

from __future__ import annotations

import pytest

from skill.interview.rules import RULES
from skill.library.types import Care
from tests.slow.walk.knowledge import LIBRARY
from tests.slow.walk.rule_inputs import read_by
from tests.slow.walk.safety_walk import Walk


def test_every_answer_to_every_safety_question_is_answered_by_the_rules(
    safety: Walk,
) -> None:
    assert safety.states > 1_000
    assert safety.steps > 2 * 1_000


def test_every_level_of_care_is_reached(safety: Walk) -> None:
    # Self-care comes only after further questions: those tell conditions apart.
    assert {told.care for told in safety.results.values()} >= {*Care} - {Care.SELF_CARE}


def test_a_result_is_as_grave_as_its_gravest_flag(safety: Walk) -> None:
    for told in safety.results.values():
        # What is milder beside other answers is held by tests/interview/rules.yaml.
        flags = [LIBRARY.red_flags[id] for id in told.flags]
        cares = [flag.care for flag in flags if flag.milder is None]
        assert cares == sorted(cares, key=lambda care: -care.rank)
        assert told.care.rank >= max((care.rank for care in cares), default=0)
        if told.care in {Care.EMERGENCY, Care.SAME_DAY}:
            assert any(told.care in (one.care, one.milder and one.milder.care) for one in flags)


def test_without_a_match_nobody_is_left_to_self_care(safety: Walk) -> None:
    for told in safety.results.values():
        assert told.matches or told.care is not Care.SELF_CARE


@pytest.mark.parametrize("id", [id for id, flag in LIBRARY.red_flags.items() if flag.rule])
def test_a_rule_reads_nothing_of_which_the_content_knows_nothing(id: str) -> None:
    rule = LIBRARY.red_flags[id].rule
    assert rule is not None
    assert rule in RULES

    known = {*LIBRARY.places, *LIBRARY.findings, *LIBRARY.red_flags, *LIBRARY.gates}
    assert read_by(rule) <= known
