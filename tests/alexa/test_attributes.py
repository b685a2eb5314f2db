"""The session's attributes: what they promise to whoever reads them, and what they are believed."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.dialog.attributes import VERSION
from skill.interview.answers import can_be_answered
from skill.settings import Settings
from tests.alexa.exercise_session import Coached
from tests.alexa.forgeries import EXTREME, IMPOSSIBLE, exercising, impossible, screened
from tests.alexa.requests import intent, launch, slot
from tests.alexa.responses import assert_valid
from tools.content.load import load

SKILL: AnkleCoachSkill = build_skill(Settings(), load())
LIBRARY = load()
QUESTION = {"pending": "question", "asking": "injury", "asked": ["injury"]}
TOLD = {"care": "self_care", "matches": ["calf-strain"], "flags": [], "exercise_offered": False}
OFFER = {"pending": "why-offer", "result": TOLD, "asked": ["injury"], "given": {"injury": "no"}}
FRESH_START = "Welcome to Ankle Coach"


def said_to(attributes: dict[str, Any], name: str = "AMAZON.RepeatIntent") -> str:
    answer = SKILL.answer(intent(name, attributes=attributes), None)
    assert_valid(answer)
    speech: str = answer["response"]["outputSpeech"]["ssml"]
    return speech


def carried(event: dict[str, Any]) -> dict[str, Any]:
    answer = SKILL.answer(event, None)
    assert_valid(answer)
    attributes: dict[str, Any] = json.loads(json.dumps(answer.get("sessionAttributes") or {}))
    return attributes


def chest_pain(**around: Any) -> dict[str, Any]:
    """What is carried once it was said at some time, and confirmed by a yes."""
    told = slot("sentence", "I have chest pain", None)
    asked = carried(intent("SentenceIntent", told, **around))
    return carried(intent("AMAZON.YesIntent", attributes=asked))


def until_result(name: str) -> tuple[list[str], dict[str, Any]]:
    """The ids asked on the way to a result by one and the same answer, and what is carried then."""
    attributes = carried(intent("StartCheckIntent", new=True))
    attributes = carried(intent("StartCheckIntent", attributes=attributes))
    asked = []
    while "result" not in attributes:
        asked.append(attributes["asking"])
        attributes = carried(intent(name, attributes=attributes))
    return asked, attributes


def test_asking_is_the_id_of_the_question_and_absent_where_none_is_open() -> None:
    assert "asking" not in carried(launch(new=True))

    asked, attributes = until_result("AMAZON.NoIntent")

    assert all(can_be_answered(LIBRARY, id) for id in asked)
    assert "asking" not in attributes


def test_ids_are_unique_across_findings_flags_and_gates() -> None:
    shelves = (LIBRARY.findings, LIBRARY.places, LIBRARY.red_flags, LIBRARY.gates)
    ids = [id for shelf in shelves for id in shelf]

    assert len(ids) == len(set(ids))


def test_a_result_is_in_the_reply_that_speaks_it_and_has_just_these_keys() -> None:
    _, attributes = until_result("AMAZON.NoIntent")

    result = attributes["result"]
    assert set(result) == {"care", "matches", "flags", "exercise_offered"}
    assert result["care"] in {"emergency", "same_day", "see_clinician", "self_care"}
    assert result["exercise_offered"] is False
    assert len(result["matches"]) <= 2


def test_a_result_that_is_said_once_more_is_carried_too() -> None:
    urgent = chest_pain(new=True)
    assert urgent["result"]["care"] == "emergency"

    answer = SKILL.answer(intent("AMAZON.YesIntent", attributes=urgent), None)

    assert answer["response"]["shouldEndSession"] is False
    assert json.loads(json.dumps(answer["sessionAttributes"]))["result"] == urgent["result"]


def test_who_stops_after_naming_something_urgent_is_told_and_the_result_is_carried() -> None:
    snap = intent("DescribeIntent", slot("feeling", "a pop", "sudden-snap"), new=True)

    answer = SKILL.answer(intent("AMAZON.StopIntent", attributes=carried(snap)), None)

    assert answer["response"]["shouldEndSession"] is True
    assert answer["sessionAttributes"]["result"]["care"] == "same_day"


def test_with_an_emergency_no_match_is_named() -> None:
    _, attributes = until_result("AMAZON.YesIntent")
    urgent = chest_pain(attributes=OFFER)

    assert urgent["result"]["matches"] == []
    assert attributes["result"]["care"] != "emergency" or not attributes["result"]["matches"]


def test_a_sound_conversation_goes_on_where_it_stood() -> None:
    assert FRESH_START not in said_to(QUESTION)
    assert FRESH_START not in said_to(OFFER)


@pytest.mark.parametrize(
    "odd",
    [
        {"pending": "elsewhere"},
        {"pending": "question"},
        {"asking": "injury"},
        {**QUESTION, "surprise": 1},
        {**QUESTION, "asking": "no-such-id", "asked": ["no-such-id"]},
        {**QUESTION, "asked": []},
        {**QUESTION, "asked": ["injury", "injury"]},
        {**QUESTION, "asked": "injury"},
        {**QUESTION, "unsure": ["injury", "injury"]},
        {**QUESTION, "unsure": ["injury"] * 5_000},
        {**QUESTION, "given": {"pain-calf": "certainly"}},
        {**QUESTION, "given": {"pain-calf": "no-to-several"}},
        {**QUESTION, "given": {"acute-compartment-syndrome": "yes"}},
        {**QUESTION, "given": {"no-such-id": "yes"}},
        {**QUESTION, "given": ["pain-calf"]},
        {**QUESTION, "misses": -1},
        {**QUESTION, "misses": 10**30},
        {**QUESTION, "side": "middle"},
        {**QUESTION, "side": "\ud800"},
        {**QUESTION, "result": TOLD},
        {"pending": "why-offer"},
        {**OFFER, "result": {**TOLD, "care": "none"}},
        {**OFFER, "result": {**TOLD, "matches": ["no-such-id"]}},
        {**OFFER, "result": {**TOLD, "matches": ["calf-strain"] * 3_000}},
        {**OFFER, "result": {**TOLD, "matches": ["calf-strain", "calf-strain"]}},
        {**OFFER, "result": {**TOLD, "flags": ["night-pain"] * 3_000}},
        {**OFFER, "result": {**TOLD, "flags": ["no-such-id"]}},
        {**OFFER, "result": {**TOLD, "care": "emergency"}},
        {**OFFER, "pending": "repeat-offer"},
        {**OFFER, "result": {**TOLD, "care": "emergency", "matches": [], "flags": []}},
        {**OFFER, "result": {**TOLD, "exercise_offered": True, "care": "same_day", "matches": []}},
        {"pending": "go-on", "result": TOLD},
    ],
    ids=lambda odd: repr(odd)[:80],
)
def test_attributes_that_could_not_be_ours_start_afresh(odd: dict[str, Any]) -> None:
    assert FRESH_START in said_to(odd)


# --- in a session of exercises ----------------------------------------------------------------

EXERCISING = {
    "pending": "ready-question",
    "screened": ["safety-today", "safety-person"],
    "workout": {"wish": {"exercise": "clam"}, "steps": [["clam", 1]]},
}


def goes_on(attributes: dict[str, Any]) -> bool:
    """Whether a session is still one after it was asked which exercise this is."""
    answer = SKILL.answer(intent("WhichExerciseIntent", attributes=attributes), None)
    assert_valid(answer)
    return "workout" in answer["sessionAttributes"]


def test_a_sound_session_goes_on_where_it_stood() -> None:
    assert goes_on(EXERCISING)
    for seed in range(40):
        assert goes_on(exercising(Random(seed)))
        assert goes_on(screened(Random(seed)))


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_a_session_that_could_not_be_ours_starts_afresh(name: str) -> None:
    assert FRESH_START in said_to(impossible(name))


@pytest.mark.parametrize(
    "odd",
    [
        {**EXERCISING, "pending": "open-question"},
        {**EXERCISING, "pending": "safety-today"},
        {**EXERCISING, "resting": True},
        {**EXERCISING, "listed": 3},
        {**EXERCISING, "screened": ["safety-today", "safety-today"]},
        {**EXERCISING, "screened": ["ready-question"]},
        {**EXERCISING, "without_apla": "yes"},
        {"pending": "ready-question"},
        {"pending": "how-much-pain", "workout": None},
        {**EXERCISING, "screened": []},
        {**EXERCISING, "given": {"sudden-snap": "yes"}},
        {**EXERCISING, "given": {"under-eighteen": "yes"}},
        {**EXERCISING, "given": {"swelling": "yes"}},
        {"pending": "ready-question", "workout": {"wish": {"exercise": "clam"}}},
        {"pending": "safety-today"},
        {"pending": "safety-today", "workout": {"wish": {"exercise": "clam"}, "cue": 1}},
        {"pending": "choose-routine"},
        {"pending": "choose-routine", "listed": 10**9},
        {"pending": "offer-routine"},
    ],
    ids=lambda odd: repr(odd)[:80],
)
def test_a_session_beside_what_it_cannot_go_with_starts_afresh(odd: dict[str, Any]) -> None:
    assert FRESH_START in said_to(odd)


@pytest.mark.parametrize("name", EXTREME)
@pytest.mark.parametrize("said", ["AMAZON.PauseIntent", "AMAZON.ResumeIntent", "SlowerIntent"])
def test_a_time_far_off_is_survived(name: str, said: str) -> None:
    coach = {**EXERCISING["workout"], **EXTREME[name]}  # type: ignore[dict-item]
    coached = Coached(SKILL, {**EXERCISING, "workout": coach})

    coached.says(said, 0)

    assert "workout" in coached.attributes


@pytest.mark.parametrize(
    ("version", "goes_on"), [(VERSION, True), (VERSION + 1, False), ("1", False)]
)
def test_what_another_version_began_starts_afresh(version: object, goes_on: bool) -> None:
    began = carried(intent("DescribeIntent", slot("feeling", "a limp", "limping"), new=True))
    assert began["version"] == VERSION

    answer = carried(intent("AMAZON.NoIntent", attributes={**began, "version": version}))

    assert ("limping" in answer.get("given", {})) is goes_on
