"""Requests of every kind, foreign and hostile ones too: each gets a valid answer."""

from __future__ import annotations

import copy
import importlib
import json
import logging
from collections.abc import Iterator
from typing import Any

import ask_sdk_model
import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Request
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.alexa import responder
from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.dialog.attributes import VERSION
from skill.settings import Settings
from tests.alexa.intents import INTENTS
from tests.alexa.requests import OWN_ID, REQUEST_ID, intent, launch, request, slot
from tests.alexa.responses import assert_silent, assert_valid
from tools.content.load import load

SKILL: AnkleCoachSkill = build_skill(Settings(), load())
LIBRARY = load()
QUESTION = {
    "pending": "question",
    "asking": "circulation",
    "asked": ["how-it-began", "under-eighteen", "injury", "circulation"],
    "given": {"under-eighteen": "no", "injury": "no", "pain-calf": "yes"},
}
KINDS = sorted(Request.discriminator_value_class_map)
SPOKEN_KINDS = {"LaunchRequest", "IntentRequest"}
NEVER_SPOKEN = ("AlexaSkillEvent.", "AudioPlayer.", "PlaybackController.", "System.", "Messaging.")
FRESH_START = "Welcome to Ankle Coach"


def answer(event: object, skill: AnkleCoachSkill = SKILL) -> dict[str, Any]:
    said = skill.answer(event, None)
    assert_valid(said)
    return said


def words(said: dict[str, Any]) -> str:
    text: str = said["response"]["outputSpeech"]["ssml"]
    return text


# --- request types and enum values ------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("attributes", [{}, QUESTION], ids=["at first", "at a question"])
def test_every_request_type_of_the_sdk_is_answered(kind: str, attributes: dict[str, Any]) -> None:
    said = answer(request(kind, attributes=attributes))

    if kind.startswith(NEVER_SPOKEN) or kind == "SessionEndedRequest":
        assert said["response"] == {}


@pytest.mark.parametrize("kind", KINDS)
def test_every_request_type_is_answered_where_there_is_no_session(kind: str) -> None:
    event = request(kind)
    del event["session"]

    assert_silent(answer(event)) if kind != "CanFulfillIntentRequest" else answer(event)


@pytest.mark.parametrize("kind", ["Alexa.Invented.Tomorrow", "", "intentrequest", "Request"])
def test_a_request_type_that_nobody_knows_is_answered_in_context(kind: str) -> None:
    said = answer(request(kind, attributes=QUESTION))

    assert said["sessionAttributes"]["asking"] == "circulation"


@pytest.mark.parametrize("reason", ["TOO_BORED", "", None, 7, {"a": 1}])
def test_a_session_that_ends_for_an_unknown_reason_gets_no_words(reason: object) -> None:
    assert_silent(answer(request("SessionEndedRequest", reason=reason, attributes=QUESTION)))
    error = {"type": "NEW_KIND", "message": "text"}
    assert_silent(answer(request("SessionEndedRequest", reason="ERROR", error=error)))


@pytest.mark.parametrize("place", ["dialogState", "confirmationStatus", "slot", "code"])
def test_an_unknown_enum_value_leaves_the_intent_understood(place: str) -> None:
    event = intent("AMAZON.YesIntent", slot("place", "calf", "pain-calf"), attributes=QUESTION)
    meant = event["request"]["intent"]
    match place:
        case "dialogState":
            event["request"]["dialogState"] = "DREAMING"
        case "confirmationStatus":
            meant["confirmationStatus"] = "PERHAPS"
        case "slot":
            meant["slots"]["place"]["confirmationStatus"] = "PERHAPS"
        case _:
            authority = meant["slots"]["place"]["resolutions"]["resolutionsPerAuthority"][0]
            authority["status"]["code"] = "ER_NEW"

    said = answer(event)

    assert said["sessionAttributes"]["asking"] == "cold-foot"


@pytest.mark.parametrize("kind", ["AlexaSkillEvent.SkillDisabled", "AlexaSkillEvent.SkillEnabled"])
def test_skill_events_get_no_words(kind: str) -> None:
    assert_silent(answer(request(kind)))


@pytest.mark.parametrize(
    ("name", "slots", "can"),
    [
        ("StartCheckIntent", {}, "YES"),
        ("StartExerciseIntent", {}, "YES"),
        ("ListExercisesIntent", {}, "YES"),
        ("WhatIsIntent", {"topic": "shin splints"}, "YES"),
        ("TeachExerciseIntent", {"exercise": "clam"}, "YES"),
        ("PlaceIntent", {"place": "outer ankle"}, "YES"),
        # What means nothing by itself.
        ("AMAZON.YesIntent", {}, "NO"),
        ("AMAZON.StopIntent", {}, "NO"),
        ("AMAZON.PauseIntent", {}, "NO"),
        ("SlowerIntent", {}, "NO"),
        ("AMAZON.FallbackIntent", {}, "NO"),
        # What is not known, or is of no slot of the skill's.
        ("BookFlightIntent", {}, "NO"),
        ("BookFlightIntent", {"topic": "shin splints"}, "NO"),
        ("WhatIsIntent", {}, "NO"),
        ("WhatIsIntent", {"topic": "pancreatic cancer"}, "NO"),
        ("WhatIsIntent", {"condition": "pancreatic cancer"}, "NO"),
        ("WhatIsIntent", {"topic": "shin splints", "city": "rome"}, "NO"),
        ("TeachExerciseIntent", {"exercise": "handstand"}, "NO"),
        ("NumberIntent", {"number": "7"}, "NO"),
    ],
)
def test_can_fulfill_says_yes_only_to_a_beginning_that_is_known_and_answers_each_slot(
    name: str, slots: dict[str, str], can: str
) -> None:
    given = {slot: {"name": slot, "value": value} for slot, value in slots.items()}
    said = answer(request("CanFulfillIntentRequest", intent={"name": name, "slots": given}))

    told = said["response"]["canFulfillIntent"]
    assert told["canFulfill"] == can
    assert set(told.get("slots") or {}) == set(slots)
    understood = {one["canUnderstand"] for one in (told.get("slots") or {}).values()}
    assert can == "NO" or understood <= {"YES"}


# --- sessions ---------------------------------------------------------------------------------


def test_a_new_session_does_not_take_up_stale_attributes() -> None:
    assert FRESH_START in words(answer(launch(attributes=QUESTION, new=True)))


def test_opening_the_skill_in_the_middle_goes_on_with_the_question() -> None:
    said = answer(launch(attributes=QUESTION))

    assert FRESH_START not in words(said)
    assert said["sessionAttributes"]["asking"] == "circulation"


@pytest.mark.parametrize("locale", ["en-GB", "de-DE", "tlh-KX", "", None, "e" * 9_000, 5, ["en"]])
def test_a_locale_without_words_of_its_own_is_answered(locale: object) -> None:
    event = launch(new=True)
    event["request"]["locale"] = locale

    assert "outputSpeech" in answer(event)["response"]


def test_what_is_no_request_is_refused_with_a_reason_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.INFO, logger="ankle_coach"):
        assert_silent(answer({}))

    (line,) = [json.loads(record.getMessage()) for record in caplog.records]
    assert line["event"] == "refused"
    assert line["reason"] == "it holds neither a request nor a session of Alexa's"


def test_without_a_context_and_with_an_unreadable_part_the_session_says_whose_request_it_is() -> (
    None
):
    own = build_skill(Settings(skill_id=OWN_ID), load())
    event = intent("AMAZON.HelpIntent", new=True)
    event["request"]["dialogState"] = "BEGINNING"
    del event["context"]
    assert "outputSpeech" in answer(event, own)["response"]

    event["session"]["application"]["applicationId"] = "amzn1.ask.skill.theirs"
    assert_silent(answer(event, own))


# --- hostile shapes ---------------------------------------------------------------------------

WHOLE = (
    launch(new=True),
    intent("AMAZON.YesIntent", attributes=QUESTION),
    intent(
        "DescribeIntent",
        {**slot("place", "calf", "pain-calf"), **slot("side", "left", "left")},
        attributes=QUESTION,
    ),
    intent("AgeIntent", {"age": {"name": "age", "value": "9"}}, attributes=QUESTION),
    request("SessionEndedRequest", reason="USER_INITIATED", attributes=QUESTION),
)

IDS = st.sampled_from([*LIBRARY.places, *LIBRARY.findings, *LIBRARY.red_flags, *LIBRARY.gates])
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | st.sampled_from(
        ["<speak>&", "question", "yes", "x" * 30_000, ["injury"] * 9_000, "\ud800", "\x00"]
    )
    | IDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=4,
)


def paths(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a JSON value, the whole included."""
    yield way
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*way, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*way, index))


def changed(whole: Any, way: tuple[str | int, ...], odd: object, *, leave_out: bool) -> Any:
    """The value with something else at one place, or nothing there."""
    if not way:
        return odd
    event = copy.deepcopy(whole)
    inner = event
    for key in way[:-1]:
        inner = inner[key]
    if leave_out:
        del inner[way[-1]]
    else:
        inner[way[-1]] = odd
    return event


@given(st.data())
@settings(derandomize=True, database=None, deadline=None, max_examples=1_200)
def test_a_request_broken_anywhere_is_answered(data: st.DataObject) -> None:
    event: Any = data.draw(st.sampled_from(WHOLE))
    for _ in range(data.draw(st.integers(1, 3))):
        way = data.draw(st.sampled_from(list(paths(event))))
        event = changed(event, way, data.draw(ODD), leave_out=data.draw(st.booleans()))

    answer(event)


@given(
    attributes=st.fixed_dictionaries(
        {"pending": st.sampled_from(["question", "why-offer", "until-offer", "go-on"])},
        optional={
            "asking": IDS | ODD,
            "asked": st.lists(IDS, max_size=60) | ODD,
            "unsure": st.lists(IDS, max_size=60) | ODD,
            "given": st.dictionaries(IDS, st.sampled_from(["yes", "no", "not-sure"])) | ODD,
            "misses": st.integers(-1, 5) | ODD,
            "side": st.sampled_from(["left", "both"]) | ODD,
            "result": st.fixed_dictionaries(
                {
                    "care": st.sampled_from(["emergency", "same_day", "self_care", "none"]),
                    "matches": st.lists(st.sampled_from(sorted(LIBRARY.conditions)), max_size=3),
                    "flags": st.lists(st.sampled_from(sorted(LIBRARY.red_flags)), max_size=9),
                },
                optional={"exercise_offered": st.booleans()},
            ),
        },
    ),
    name=st.sampled_from(INTENTS),
)
@settings(derandomize=True, database=None, deadline=None, max_examples=600)
def test_attributes_of_any_shape_are_answered(attributes: dict[str, Any], name: str) -> None:
    answer(intent(name, attributes=attributes))


@pytest.mark.parametrize("deep", [50, 900, 100_000])
def test_a_request_of_any_depth_is_answered(deep: int) -> None:
    nested: list[Any] = []
    for _ in range(deep):
        nested = [nested]

    answer(intent("AMAZON.YesIntent", attributes={"given": nested}))
    answer({"request": nested})


@pytest.mark.parametrize("event", [None, [], "text", 3, {}, {"request": None}, float("nan")])
def test_what_is_no_request_at_all_is_answered(event: object) -> None:
    answer(event)


def test_a_huge_request_is_answered_within_the_limits() -> None:
    answer(intent("x" * 500_000, {f"slot{i}": {"name": "y"} for i in range(5_000)}))


# --- whose skill it is ------------------------------------------------------------------------


def test_a_request_for_our_skill_is_answered_and_a_foreign_one_gets_silence(
    caplog: pytest.LogCaptureFixture,
) -> None:
    ours = build_skill(Settings(skill_id=OWN_ID), load())
    foreign = intent("AMAZON.YesIntent", attributes=QUESTION)
    foreign["context"]["System"]["application"]["applicationId"] = "amzn1.ask.skill.theirs"

    assert "outputSpeech" in answer(launch(new=True), ours)["response"]
    caplog.clear()
    with caplog.at_level(logging.INFO):
        assert_silent(answer(foreign, ours))

    (line,) = [record.getMessage() for record in caplog.records]
    assert json.loads(line)["event"] == "refused"
    assert REQUEST_ID in line
    assert "Yes" not in line
    assert "theirs" not in line


def test_without_a_skill_id_in_the_request_it_is_not_ours() -> None:
    nobody = launch(new=True)
    del nobody["context"]
    del nobody["session"]["application"]

    assert_silent(answer(nobody, build_skill(Settings(skill_id=OWN_ID), load())))


# --- failures ---------------------------------------------------------------------------------


class SecretlyBroken(Exception):
    """Quotes what the person said, as real exceptions may."""


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that fails at every step."""

    def fail(*_: object) -> None:
        raise SecretlyBroken("pain-calf said, and cold-foot denied")

    monkeypatch.setattr(responder, "step", fail)


@pytest.mark.usefixtures("broken")
def test_a_failure_is_answered_with_calm_words_and_the_question_again() -> None:
    said = answer(intent("AMAZON.NoIntent", attributes=QUESTION))

    assert LIBRARY.words["en"].statements["failure"].say[0] in words(said)
    assert LIBRARY.words["en"].gates["circulation"].ask in words(said)
    assert said["response"]["shouldEndSession"] is False
    assert json.loads(json.dumps(said["sessionAttributes"])) == {"version": VERSION, **QUESTION}


@pytest.mark.usefixtures("broken")
def test_a_failure_at_the_very_start_says_so_and_closes() -> None:
    said = answer(launch(new=True))

    assert said["response"]["shouldEndSession"] is True


@pytest.mark.usefixtures("broken")
def test_a_failure_is_logged_with_the_request_id_and_without_its_text(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer(intent("AMAZON.NoIntent", attributes=QUESTION))

    (line,) = [json.loads(record.getMessage()) for record in caplog.records]
    assert line["event"] == "failed"
    assert line["request_id"] == REQUEST_ID
    assert line["fault"] == "SecretlyBroken"
    assert "pain-calf" not in json.dumps(line)


# --- privacy ----------------------------------------------------------------------------------


def hold_a_conversation() -> list[str]:
    """A whole check with something of everything; the texts that were spoken."""
    heard = []
    attributes: dict[str, Any] = {}
    described = {**slot("place", "the calf muscle", "pain-calf"), **slot("side", "left", "left")}
    script = [
        launch(new=True),
        intent("DescribeIntent", described),
        intent("NotSureIntent"),
        intent("AMAZON.HelpIntent"),
        intent("GoBackIntent"),
        intent("AgeIntent", {"age": {"name": "age", "value": "9"}}),
        *[intent(name) for name in ("KindOfIntent", "AMAZON.YesIntent", "WhyAskIntent") * 2],
        *[intent("AMAZON.NoIntent")] * 20,
        intent("SentenceIntent", slot("sentence", "I have chest pain", None)),
    ]
    for event in script:
        event["session"]["attributes"] = attributes
        said = answer(event)
        attributes = said.get("sessionAttributes") or {}
        if "outputSpeech" in said["response"]:
            heard.append(words(said))
    return heard


def assert_tells_nothing(lines: list[str], heard: list[str]) -> None:
    assert lines
    ids = {*LIBRARY.places, *LIBRARY.findings, *LIBRARY.red_flags, *LIBRARY.gates}
    ids |= {*LIBRARY.conditions, *LIBRARY.look_alikes}
    secrets = {id for id in ids if "-" in id}
    secrets |= {*INTENTS, "calf", "the calf muscle", "left", "asking", "pending", "given"}
    secrets |= {"emergency", "same_day", "not-sure", *(text[7:40] for text in heard)}
    for line in lines:
        assert not [secret for secret in secrets if secret in line], line


def test_no_log_line_of_a_whole_conversation_tells_what_was_said(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        heard = hold_a_conversation()

    assert_tells_nothing([record.getMessage() for record in caplog.records], heard)
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("broken")
def test_no_log_line_tells_what_was_said_when_everything_fails(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        heard = hold_a_conversation()
        answer(intent("AMAZON.NoIntent", attributes=QUESTION))

    assert_tells_nothing([caplog.text], heard)


def test_every_class_of_the_sdk_that_a_request_may_be_is_among_the_types_tried() -> None:
    for path in Request.discriminator_value_class_map.values():
        module, name = path.rsplit(".", 1)
        assert hasattr(importlib.import_module(module), name)
    assert ask_sdk_model.Request is Request
    assert DefaultSerializer().deserialize(json.dumps(launch()), ask_sdk_model.RequestEnvelope)
