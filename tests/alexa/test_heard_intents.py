"""What each intent of the model means, in each kind of context where it can be said."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import IntentRequest

from benchmarks.understand import context_of
from simulator import envelope
from simulator.envelope import FilledSlot
from simulator.matching import Matcher
from simulator.start import MODEL, Simulator
from skill.alexa.intents import spoken_in
from skill.alexa.locales import Tongues
from skill.understanding.heard import Heard
from skill.understanding.read import read

DOCUMENT = json.loads(MODEL.read_text(encoding="utf-8"))
MATCHER = Matcher(DOCUMENT)
INTENTS = {one["name"]: one for one in DOCUMENT["interactionModel"]["languageModel"]["intents"]}
AT = datetime(2026, 11, 22, 8, 0, 0, tzinfo=UTC)

IDLE = ("launch", "any", "topic", "offer-routine")
QUESTION = ("injury", "circulation", "fever", "swelling", "how-it-began")
BEFORE = ("safety-today", "last-sessions")
SET = ("set-up", "set", "rest", "after_set")
EMERGENCY = ("emergency-told",)
CHECKING = (*QUESTION, *EMERGENCY)
AT_ANY_TIME = (*IDLE, *QUESTION, *BEFORE, *SET, *EMERGENCY)

Wanted = dict[str, Any]

ASKED_OF_A_CONDITION = {
    "WhatIsIntent": ("explain {}", "what-it-is"),
    "CausesIntent": ("causes of {}", "causes"),
    "SignsIntent": ("symptoms of {}", "signs"),
    "WhereIsIntent": ("where would i feel {}", "where"),
    "RehabIntent": ("what helps {}", "rehab"),
    "TreatmentIntent": ("how is {} treated", "treatments"),
    "HowLongIntent": ("when will {} go away", "how-long"),
    "WhenSeenIntent": ("should i worry about {}", "when-to-be-seen"),
    "RunningIntent": ("is it safe to run with {}", "running"),
}
"""By intent: words with the name of a condition that arrive as it, and the aspect they ask for."""

MEANS: dict[str, tuple[str, tuple[str, ...], Wanted]] = {
    "AMAZON.YesIntent": ("yes", AT_ANY_TIME, {"answer": "yes"}),
    "AMAZON.NoIntent": ("no", AT_ANY_TIME, {"answer": "no"}),
    "NoneIntent": ("none of those", ("question",), {"answer": "no"}),
    "KindOfIntent": ("sort of", AT_ANY_TIME, {"answer": "kind_of"}),
    "NotReallyIntent": ("hardly", AT_ANY_TIME, {"answer": "not_really"}),
    "NotSureIntent": ("no idea", AT_ANY_TIME, {"answer": "not_sure"}),
    "SideIntent": ("the left one", AT_ANY_TIME, {"side": "left"}),
    "NumberIntent": ("a five", ("after_set",), {"number": 5}),
    "TimeIntent": ("about three weeks", ("how-it-began",), {"since_days": 21}),
    "SinceIntent": ("two months ago", AT_ANY_TIME, {"since_days": 60}),
    "AgeIntent": ("i'm sixteen", AT_ANY_TIME, {"age": 16, "findings": {"under-eighteen": True}}),
    "MinutesIntent": ("i've got ten minutes", (*IDLE, *SET), {"minutes": 10}),
    "PlaceIntent": ("my achilles", AT_ANY_TIME, {"findings": {"pain-back-of-heel": True}}),
    "WorseIntent": ("it got worse", AT_ANY_TIME, {"course": "worse"}),
    "BetterIntent": ("it's on the mend", AT_ANY_TIME, {"course": "better"}),
    "SameIntent": ("no change", AT_ANY_TIME, {"course": "same"}),
    "HurtsIntent": ("ouch", SET, {"hurts": True}),
    "NoPainIntent": ("it didn't hurt at all", ("after_set",), {"number": 0}),
    "AMAZON.RepeatIntent": ("pardon", AT_ANY_TIME, {"command": "repeat"}),
    "WhyAskIntent": ("why does that matter", AT_ANY_TIME, {"command": "why_ask"}),
    "WhyThinkIntent": ("how do you know that", AT_ANY_TIME, {"command": "why_think"}),
    "GoBackIntent": ("the last question", (*QUESTION, *BEFORE), {"command": "go_back"}),
    "ChangeAnswerIntent": ("scratch that", AT_ANY_TIME, {"command": "change_answer"}),
    "SkipIntent": ("pass", (*QUESTION, *BEFORE), {"command": "skip"}),
    "AMAZON.HelpIntent": ("help", AT_ANY_TIME, {"command": "help"}),
    "AMAZON.StopIntent": ("that's all", AT_ANY_TIME, {"command": "stop"}),
    "DoneIntent": ("all done", (*IDLE, *QUESTION), {"command": "stop"}),
    "AMAZON.CancelIntent": ("never mind", AT_ANY_TIME, {"command": "cancel"}),
    "AMAZON.NavigateHomeIntent": ("", AT_ANY_TIME, {"command": "stop"}),
    "AMAZON.StartOverIntent": ("from the top", AT_ANY_TIME, {"command": "start_over"}),
    "MoreIntent": ("tell me more", AT_ANY_TIME, {"command": "more"}),
    "CallHelpIntent": (
        "call nine one one",
        AT_ANY_TIME,
        {"command": "call_help", "danger": ["call-help"]},
    ),
    "RememberIntent": ("keep my place", AT_ANY_TIME, {"command": "remember"}),
    "ForgetIntent": ("delete my data", AT_ANY_TIME, {"command": "forget"}),
    "WeekPlanIntent": ("what's my plan", AT_ANY_TIME, {"command": "week_plan"}),
    "DaysIntent": ("mondays please", ("reminder-days",), {"weekdays": [0]}),
    "PartOfDayIntent": ("evening please", ("reminder-half",), {"part_of_day": "evening"}),
    "RemindIntent": ("can you remind me", AT_ANY_TIME, {"command": "remind"}),
    "ListRemindersIntent": ("list my reminders", AT_ANY_TIME, {"command": "list_reminders"}),
    "ChangeReminderIntent": ("move my reminder", AT_ANY_TIME, {"command": "change_reminder"}),
    "CancelRemindersIntent": ("stop reminding me", AT_ANY_TIME, {"command": "cancel_reminders"}),
    "StartCheckIntent": ("check my ankle", IDLE, {"command": "start_check"}),
    "StartExerciseIntent": (
        "start exercising",
        (*IDLE, *QUESTION, *SET, *EMERGENCY),  # Before an exercise it only asks for what is open.
        {"command": "start_exercise"},
    ),
    "ListExercisesIntent": ("read me the list", AT_ANY_TIME, {"command": "list_exercises"}),
    "StartRoutineIntent": (
        "let's do calf strength",
        AT_ANY_TIME,
        {"command": "start_exercise", "routine": "calf-strength"},
    ),
    "TeachExerciseIntent": (
        "show me the clam",
        AT_ANY_TIME,
        {"command": "start_exercise", "exercise": "clam"},
    ),
    "ReadyIntent": ("all set", SET, {"command": "ready"}),
    "WaitIntent": ("hang on", CHECKING, {"command": "wait"}),
    "AMAZON.PauseIntent": ("i need a break", SET, {"command": "pause"}),
    "AMAZON.ResumeIntent": ("keep going", SET, {"command": "resume"}),
    "AMAZON.NextIntent": ("next please", SET, {"command": "next"}),
    "NextSetIntent": ("skip this set", SET, {"command": "next_set"}),
    "AMAZON.PreviousIntent": ("previous", SET, {"command": "previous"}),
    "SlowerIntent": ("not so fast", SET, {"command": "slower"}),
    "FasterIntent": ("speed up", SET, {"command": "faster"}),
    "EasierIntent": ("i can't do this", SET, {"command": "easier"}),
    "HarderIntent": ("that was easy", SET, {"command": "harder"}),
    "HowManyLeftIntent": ("what's left", SET, {"command": "how_many_left"}),
    "WhichExerciseIntent": ("which exercise is this", SET, {"command": "which_exercise"}),
    "WhichSideIntent": ("which leg do i stand on", SET, {"command": "which_side"}),
    "WhichNextIntent": ("what's after this", SET, {"command": "which_next"}),
    "HowOftenIntent": ("how many days a week", (*SET, *CHECKING), {"command": "how_often"}),
    "WhichWeekIntent": ("what week is this", SET, {"command": "which_week"}),
    "LongerRestIntent": ("a longer break", SET, {"command": "longer_rest"}),
    "UnheardIntent": ("i can't hear a thing", SET, {"command": "unheard"}),
    "HowToIntent": ("explain how", SET, {"command": "how_to"}),
    "FirstTimeIntent": ("i'm new to this", (*BEFORE, *SET), {"command": "first_time"}),
    "NoEquipmentIntent": ("no band", SET, {"command": "no_equipment"}),
    "SentenceIntent": (
        "sprained my ankle two weeks ago",
        IDLE,
        {"findings": {"recent-twist-or-fall": True}, "since_days": 14},
    ),
    **{
        name: (
            say.format("plantar fasciitis"),
            IDLE,
            {"topic": "plantar-fasciitis", "aspect": aspect},
        )
        for name, (say, aspect) in ASKED_OF_A_CONDITION.items()
    },
}
"""By intent: words that arrive as it, the contexts, and what is then heard among the rest."""


def _request(name: str, *filled: FilledSlot) -> IntentRequest:
    """The request as Amazon's classes read it."""
    sent = envelope.intent("1", AT, name, filled, (), "app")
    request: IntentRequest = DefaultSerializer().deserialize(
        json.dumps({**sent, "locale": "en-US"}), IntentRequest
    )
    return request


def _heard(simulator: Simulator, request: IntentRequest, asked: str) -> Heard:
    words = simulator.library.words["en"]
    return read(words.lexicon, _sentence(simulator, request), context_of(simulator.library, asked))


def _sentence(simulator: Simulator, request: IntentRequest) -> str:
    spoken = spoken_in(request, simulator.library.words["en"])
    assert spoken is not None
    return spoken.sentence


@pytest.mark.parametrize("name", MEANS)
def test_an_intent_is_read_as_meant(simulator: Simulator, name: str) -> None:
    say, contexts, wanted = MEANS[name]
    meant = MATCHER.meant(say)
    if say:
        assert meant.intent == name
    request = _request(name, *meant.filled)
    told = {asked: _told(_heard(simulator, request, asked), wanted) for asked in contexts}
    assert told == dict.fromkeys(contexts, wanted)


def _told(heard: Heard, wanted: Wanted) -> Wanted:
    """What was heard of that which is wanted."""
    whole = json.loads(json.dumps(msgspec.to_builtins(heard)))
    told = {key: whole.get(key) for key in wanted}
    if "findings" in wanted:
        told["findings"] = {id: whole.get("findings", {}).get(id) for id in wanted["findings"]}
    return told


def test_every_intent_of_the_model_is_in_the_table_but_free_speech_and_the_fallback() -> None:
    carried = {
        name
        for name, intent in INTENTS.items()
        if any(slot["type"] == "AMAZON.SearchQuery" for slot in intent["slots"])
    }
    assert MEANS.keys() | carried | {"AMAZON.FallbackIntent"} == INTENTS.keys()


def test_a_carrier_is_put_back_in_front_of_its_words(simulator: Simulator) -> None:
    words = simulator.library.words["en"]
    lost = []
    for carrier in words.carriers.values():
        said = f"{carrier} zebra crossing"
        meant = MATCHER.meant(said)
        assert meant.intent is not None
        if _sentence(simulator, _request(meant.intent, *meant.filled)) != said:
            lost.append(said)
    assert lost == []


def test_the_fallback_tells_of_no_words(simulator: Simulator) -> None:
    assert _sentence(simulator, _request("AMAZON.FallbackIntent")) == ""


def test_an_intent_without_the_slot_that_it_waits_for_tells_of_no_words(
    simulator: Simulator,
) -> None:
    assert _sentence(simulator, _request("WhatIsIntent")) == ""


def test_words_that_match_no_value_are_read_by_themselves(simulator: Simulator) -> None:
    """Alexa guessed the intent; the words say otherwise."""
    guessed = FilledSlot("topic", "TOPIC", "chest pain", None, None)
    heard = _heard(simulator, _request("RunningIntent", guessed), "set")
    assert heard.danger == ("breathless-or-chest-pain",)
    assert heard.topic is None


def test_readings_are_kept_of_what_content_says_and_never_of_what_a_person_says(
    simulator: Simulator,
) -> None:
    words = simulator.library.words["en"]
    place = MATCHER.meant("outer ankle")
    plain, told = _request("AMAZON.NoIntent"), _request(place.intent or "", *place.filled)
    spoken = [spoken_in(one, words) for one in (plain, told)]
    assert [one is not None and one.standing for one in spoken] == [True, False]


def test_a_standing_sentence_is_read_as_any_other(simulator: Simulator) -> None:
    tongue = Tongues(simulator.library).of("en-US")
    lexicon = tongue.words.lexicon
    for name, sentence in tongue.words.intents.items():
        for asked in (*CHECKING, *BEFORE) if "{" not in sentence else ():
            context = context_of(simulator.library, asked)
            twice = [tongue.read_standing(sentence, context) for _ in range(2)]
            assert twice == [read(lexicon, sentence, context)] * 2, (name, asked)
