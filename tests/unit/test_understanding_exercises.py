"""What people say in the middle of exercises, often short and with both hands on a counter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from simulator.understanding import CompiledModel, compile_model, understand

MODEL_FILE = Path(__file__).parents[2] / "interaction_models" / "en-US.json"
MODEL: CompiledModel = compile_model(json.loads(MODEL_FILE.read_text(encoding="utf-8")))

FALLBACK = "AMAZON.FallbackIntent"
ANSWERS = {
    *("AMAZON.YesIntent", "AMAZON.NoIntent", "KindOfIntent", "NotReallyIntent", "NotSureIntent"),
    *("OnlyWhenIntent", "NoPainIntent", "SamePainIntent", "PainLevelIntent"),
}

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "StartRoutineIntent": (
        "coach me",
        "give me some exercises",
        "band routine",
        "morning exercises",
    ),
    "ListRoutinesIntent": ("what routines do you have", "the list", "what do you recommend"),
    "AMAZON.PauseIntent": ("let's take a short break", "I'm so tired", "I need to sit down now"),
    "AMAZON.RepeatIntent": ("again", "what do I do", "which leg first", "how do I do it"),
    "AMAZON.ResumeIntent": ("resume", "keep going", "okay, I'm back now", "you can go on now"),
    "AMAZON.NextIntent": ("next", "done", "I did that already", "skip to the next"),
    "AMAZON.PreviousIntent": ("the exercise before", "take me to the previous exercise"),
    "SlowerIntent": ("slower", "that's way too fast for me", "this is going too fast"),
    "FasterIntent": ("faster", "could you go a bit faster please", "that's much too slow for me"),
    "EasierIntent": ("make it easier", "this is way too hard for me", "could I have an easier one"),
    "HarderIntent": ("too easy", "this one is too easy", "I'd like something harder"),
    "HowManyLeftIntent": (
        "how many left",
        "I've lost count",
        "where am I",
        "how long will this take",
    ),
    "WhichExerciseIntent": ("what am I doing", "what exercise is this again"),
    "NoPainIntent": ("no pain", "it didn't hurt at all", "it was totally fine", "painless"),
    "WorsePainIntent": ("worse than the last one", "it hurts more than last time"),
    "SamePainIntent": ("same as before", "a little less than before", "it was better"),
    "HurtsIntent": ("that hurts", "ouch that hurts a lot", "I'm in pain", "it stings", "it burned"),
    "ReadyIntent": ("ready", "let's go", "alright, all set now", "start"),
    "WaitIntent": ("wait", "hang on a sec", "I'm not ready", "I need to find a chair"),
    "NoEquipmentIntent": ("I don't have a band here", "there's no chair here"),
    "FirstTimeIntent": ("first time", "I've never done this before"),
}


@pytest.mark.parametrize(
    ("said", "intent"),
    [(said, intent) for intent, sayings in COMMANDS.items() for said in sayings],
)
def test_a_command_is_heard_bare_and_among_light_words(said: str, intent: str) -> None:
    assert understand(said, MODEL) == (intent, {})


@pytest.mark.parametrize(
    ("said", "number"),
    [
        *(("a four", "4"), ("about seven out of ten", "7"), ("ten", "10"), ("zero", "0")),
        *(("4/10", "4"), ("7 out of 10", "7"), ("it was around a five, I think", "5")),
        *(("maybe like a six", "6"), ("I'd put it at three", "3"), ("step number two", "2")),
        ("that one was a two", "2"),
    ],
)
def test_a_number_in_any_words_is_told_in_digits(said: str, number: str) -> None:
    intent, slots = understand(said, MODEL)
    assert (intent, {name: slot.value for name, slot in slots.items()}) == (
        "PainLevelIntent",
        {"number": number},
    )


@pytest.mark.parametrize(
    "said", ["over five", "more than a seven", "not a four", "four or three", "four, maybe five"]
)
def test_a_number_with_a_limit_or_a_second_one_is_no_level(said: str) -> None:
    assert understand(said, MODEL).intent == FALLBACK


@pytest.mark.parametrize(
    ("said", "number"),
    [("five or six", "6"), ("maybe a three or a four", "4"), ("between two and three", "3")],
)
def test_of_two_numbers_the_higher_one_is_the_level(said: str, number: str) -> None:
    intent, slots = understand(said, MODEL)
    assert (intent, slots["number"].value) == ("PainLevelIntent", number)


@pytest.mark.parametrize("said", ["other leg", "the other leg", "the other side"])
def test_another_leg_is_nobody_elses(said: str) -> None:
    assert understand(said, MODEL).intent == FALLBACK


def test_what_only_begins_like_a_command_is_none() -> None:
    assert understand("I finished running", MODEL).intent == FALLBACK


def test_a_sign_of_danger_is_heard_after_a_command() -> None:
    intent, slots = understand("I'm done my ankle popped", MODEL)
    assert (intent, slots["feeling"].id) == ("DescribeIntent", "sudden-snap")


@pytest.mark.parametrize("said", ["how long will it take", "how long does this take to heal"])
def test_how_long_it_takes_is_still_asked_of_recovery(said: str) -> None:
    assert understand(said, MODEL).intent == "HowLongIntent"


def test_that_one_is_no_number() -> None:
    assert understand("that one", MODEL).intent == FALLBACK


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("I have ten minutes", "10"), ("forty five minutes", "45"), ("just 8 minutes please", "8")],
)
def test_the_time_there_is_is_told_in_minutes(said: str, minutes: str) -> None:
    intent, slots = understand(said, MODEL)
    assert (intent, slots["minutes"].value) == ("HaveTimeIntent", minutes)


@pytest.mark.parametrize(
    ("said", "intent", "id"),
    [
        ("let's do calf strength", "StartRoutineIntent", "calf-strength"),
        ("I think I'd like the shin routine today", "StartRoutineIntent", "shin-and-foot-strength"),
        ("teach me the clam", "TeachExerciseIntent", "clam"),
        ("how exactly do I do a short foot", "TeachExerciseIntent", "short-foot-seated"),
        ("I want to do the side plank now", "TeachExerciseIntent", "side-plank"),
    ],
)
def test_an_exercise_or_a_routine_is_asked_for_by_name(said: str, intent: str, id: str) -> None:
    understood = understand(said, MODEL)
    assert (understood.intent, [slot.id for slot in understood.slots.values()]) == (intent, [id])


@pytest.mark.parametrize("said", ["stop the clam", "I don't want to do the clam", "I'm walking"])
def test_an_exercise_that_is_only_mentioned_is_not_begun(said: str) -> None:
    assert understand(said, MODEL).intent != "TeachExerciseIntent"


@pytest.mark.parametrize(
    ("said", "id"),
    [
        *(("I'm getting really dizzy", "dizziness"), ("I got dizzy, my ankle hurts", "dizziness")),
        *(("I don't feel any pain but I got dizzy", "dizziness"), ("I feel faint", "dizziness")),
        *(("I suddenly feel weak", "weakness"), ("my leg just buckled", "giving-way")),
        ("i lost my balance and nearly fell", "giving-way"),
        ("I heard something snap", "snap"),
        ("I lose my balance", "giving-way"),
    ],
)
def test_a_sign_to_stop_is_heard_in_any_words(said: str, id: str) -> None:
    understood = understand(said, MODEL)
    assert (understood.intent, understood.slots["sign"].id) == ("StopSignIntent", id)


@pytest.mark.parametrize(
    "said",
    [
        *("I felt a pop", "my ankle popped", "it went numb", "my ankle gave way", "a sharp pain"),
        *("no it went numb", "no, I felt a pop", "no pain but it went numb", "yes it gave way"),
        *("fine but it tingles", "about a two but it gave way", "the same but my foot is numb"),
        *("i just felt something snap", "ten out of ten", "my calf is cramping up"),
    ],
)
def test_what_may_be_a_danger_is_never_an_answer(said: str) -> None:
    understood = understand(said, MODEL)
    assert understood.intent in {"StopSignIntent", "DescribeIntent"}
    assert {"sign", "feeling"} & understood.slots.keys()


@pytest.mark.parametrize(
    "said", ["I'm not dizzy", "what if I feel dizzy", "weak ankles", "no dizziness"]
)
def test_a_sign_that_is_denied_asked_for_or_of_old_is_none(said: str) -> None:
    assert understand(said, MODEL).intent == FALLBACK


@pytest.mark.parametrize("said", ["will it hurt", "could it hurt", "does it hurt"])
def test_pain_that_is_asked_about_is_not_felt(said: str) -> None:
    assert understand(said, MODEL).intent == FALLBACK


@pytest.mark.parametrize("said", ["i did not feel a pop", "i can't feel any difference"])
def test_a_denial_of_something_else_is_no_answer_about_pain(said: str) -> None:
    assert understand(said, MODEL).intent not in ANSWERS


@pytest.mark.parametrize(
    ("said", "flag"),
    [
        ("should I see someone, my calf is swollen and warm", "calf-swollen-or-warm"),
        ("can I walk on it if I heard a pop", "sudden-snap"),
        ("should I see somebody if I can't feel my toes", "numbness"),
    ],
)
def test_a_flag_in_a_question_is_heard_before_the_question(said: str, flag: str) -> None:
    understood = understand(said, MODEL)
    assert (understood.intent, understood.slots["feeling"].id) == ("DescribeIntent", flag)
