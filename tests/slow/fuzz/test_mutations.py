"""Attributes as no state of the skill leaves them: of any type, in any field, at any time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest

from skill.dialog.attributes import carried_by
from tests.alexa.exercise_session import about_to, could_not_play
from tests.alexa.requests import intent, launch, slot
from tests.slow.fuzz.facts import content
from tests.slow.fuzz.left_attributes import gather
from tests.slow.fuzz.mutations import ODD, Forger, at_odd_times
from tests.slow.fuzz.session import LIBRARY, Session, assert_holds, lines, new_session, plays

REQUESTS = 3_000
SEED = 9
GATES = sorted(content().gates)
ASKED = sorted(id for id, flag in content().flags.items() if flag.get("rule") is None)
GRADES = ("yes", "kind-of", "not-sure", "not-really")
ON: tuple[str, ...] = (
    "AMAZON.YesIntent",
    "AMAZON.ResumeIntent",
    "ReadyIntent",
    "AMAZON.NextIntent",
)
ON += ("AMAZON.RepeatIntent", "AMAZON.PreviousIntent", "AMAZON.StartOverIntent", "EasierIntent")
ON += ("HarderIntent", "SlowerIntent", "NoPainIntent", "AMAZON.HelpIntent", "SamePainIntent")


@pytest.fixture
def session() -> Iterator[Session]:
    with lines() as heard:
        yield new_session(heard)


@cache
def real() -> list[dict[str, Any]]:
    return gather(SEED, 3_000)


def test_what_is_gathered_is_of_every_question_and_from_within_sets() -> None:
    questions = {attributes["pending"] for attributes in real()}

    assert len(questions) >= 16
    assert any(attributes.get("workout", {}).get("until") for attributes in real())
    assert all(carried_by(attributes, LIBRARY) for attributes in real())


def test_forged_attributes_break_no_rule() -> None:
    forger = Forger(real(), Random(SEED))

    forger.forge(REQUESTS)

    told = [f"{kind}\n  {json.dumps(event)}" for kind, event in forger.faults.items()]
    assert not told, "\n".join(told[:5])


@pytest.mark.parametrize("at", range(len(ODD)))
def test_a_value_of_any_type_in_any_field_is_answered(session: Session, at: int) -> None:
    """Every field of one state in a set, and of one in the check, in turn."""
    in_a_set = next(one for one in real() if one.get("workout", {}).get("until"))
    in_the_check = next(one for one in real() if one["pending"] == "question" and "given" in one)
    for attributes in (in_a_set, in_the_check):
        for key in attributes:
            assert_holds(
                session.answered(
                    intent("AMAZON.YesIntent", attributes={**attributes, key: ODD[at]})
                )
            )


def test_any_time_at_all_is_answered(session: Session) -> None:
    in_sets = [one for one in real() if one.get("workout", {}).get("until")][:5]

    for event in at_odd_times([*in_sets, real()[0]]):
        assert_holds(session.answered(event))


@pytest.mark.parametrize("seconds", [-1e9, -3_600.0, -1.0, 0.0, 1e4, 1e9])
def test_a_time_far_before_or_after_the_last_one_is_answered(
    session: Session, seconds: float
) -> None:
    attributes = about_to("clam", 1)
    first = session.answered(intent("AMAZON.YesIntent", attributes=attributes))
    assert plays(first)
    coach = first["sessionAttributes"]["workout"]
    coach["since"] = coach["since"] + seconds

    for name in ON:
        event = intent(name, attributes=json.loads(json.dumps(first["sessionAttributes"])))
        assert_holds(session.answered(event))


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize("id", [*GATES, *ASKED])
def test_no_set_plays_from_attributes_that_hold_an_unsettled_danger_whatever_else_they_claim(
    session: Session, id: str, grade: str
) -> None:
    forged = about_to("clam", 1, met=["clam"])
    forged["given"][id] = grade
    forged["screened"] += ["safety-person", "clinician-seen"]
    playing = {**forged, "workout": {**forged["workout"], "until": 3, "since": 1_795_348_800.0}}
    after = {**playing, "pending": "how-much-pain"}
    held = {**forged, "workout": {**forged["workout"], "held": True, "cue": 2}}
    pain = slot("number", "1", None)

    claims = (forged, playing, after, held)
    attributes = claims[([*GATES, *ASKED].index(id) + GRADES.index(grade)) % len(claims)]
    events = [intent(name, attributes=attributes) for name in ON]
    events += [intent("NumberIntent", pain, attributes=attributes)]
    events += [launch(attributes=attributes), could_not_play(attributes=attributes)]
    for event in events:
        reply = session.answered(event)
        assert_holds(reply)
        assert not plays(reply), event["request"]


@pytest.mark.parametrize("id", [*GATES, *ASKED])
def test_a_plain_no_to_it_lets_the_same_set_play(session: Session, id: str) -> None:
    sound = about_to("clam", 1, met=["clam"])
    sound["given"][id] = "no"

    assert plays(session.answered(intent("AMAZON.YesIntent", attributes=sound)))
