"""What people say, and what the simulator takes it for, by the committed interaction model."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.understanding import CompiledModel, compile_model, understand

MODEL_FILE = Path(__file__).parents[2] / "interaction_models" / "en-US.json"
MODEL: CompiledModel = compile_model(json.loads(MODEL_FILE.read_text(encoding="utf-8")))

YES = "AMAZON.YesIntent"
NO = "AMAZON.NoIntent"
FALLBACK = "AMAZON.FallbackIntent"


def intent_of(text: str) -> str:
    return understand(text, MODEL).intent


def ids_of(text: str) -> dict[str, str | None]:
    return {name: slot.id for name, slot in understand(text, MODEL).slots.items()}


BY_INTENT: Mapping[str, tuple[str, ...]] = {
    YES: (
        *(
            "yes",
            "Yes.",
            "yeah",
            "yep",
            "sure",
            "Okay!",
            "of course",
            "definitely",
            "I do",
            "i have",
        ),
        *("Yes, it does.", "it does", "that's right", "thats correct", "oh yes", "yes it is"),
        *("um yes", "well, yes", "yes please", "uh huh", "all the time", "yep, all the time"),
        *("no yeah", "No, I mean yes", "no wait yes", "I have, yes", "yes yes yes", "sure does"),
        *("I'm afraid so", "unfortunately yes", "yes, very", "I'm on antibiotics", "I'd say yes"),
    ),
    NO: (
        *("no", "No.", "nope", "nah", "not at all", "never", "it doesn't", "it doesnt"),
        *("none of those", "none", "neither", "definitely not", "no I don't", "i do not", "no, no"),
        *("yeah no", "yeah, no, it's fine", "yes... actually no", "nope, never", "no thanks"),
        *("absolutely not", "nothing like that", "it isn\u2019t", "no never had that", "um, no"),
        *("I'm afraid not", "none whatsoever", "nuh uh", "luckily not", "no, man"),
    ),
    "KindOfIntent": (
        *("kind of", "kinda", "a little", "a bit", "sometimes", "i think so", "i guess so"),
        *("probably", "mostly", "somewhat", "on and off", "now and then", "yes a little"),
        *("yes and no", "a little bit I guess", "most of the time, yeah", "no, but sometimes"),
        *("not always", "only a little", "it depends", "so so", "yes, sometimes"),
    ),
    "NotReallyIntent": (
        *("not really", "hardly", "hardly ever", "not much", "barely", "rarely"),
        *("i don't think so", "I dont think so", "probably not", "not usually", "not that much"),
        *("nope, don't think so", "not a whole lot", "doubtful", "I can't say that it does"),
        *("yes but not really", "no, not really", "I wouldn't say so", "not anymore"),
        *("no, but it used to", "I don't think it's swollen", "not really swollen", "not yet"),
    ),
    "NotSureIntent": (
        *("i'm not sure", "im not sure", "I don't know", "not that i know of", "no idea"),
        *("hard to say", "dunno", "can't tell", "maybe", "i couldn't say", "no clue"),
        *("not that i'm aware of", "not that I can think of", "no, not that I know of"),
        *("I can't", "I couldn't", "no I couldn't", "I haven't a clue", "hopefully not"),
        *("no, as far as I know", "I never checked", "good question", "nothing I've noticed"),
        *("no, maybe", "no i'm not sure", "yes no", "no yes", "yes, no, maybe"),
        *("I'm not sure if it's numb", "hmm I'm honestly not sure"),
    ),
    "OnlyWhenIntent": (
        *("only after a run", "only when i run", "only in the morning", "just when I run"),
        *("yes but only after long runs", "only when I go up stairs", "only if I run downhill"),
        *("no, only after a run", "not unless I run", "just in the first ten minutes of a run"),
        *("sometimes when running", "not until mile three", "whenever I run"),
        *("no, only when I'm going down stairs", "yes only when it rains hard"),
    ),
    "WhyIntent": ("why", "why do you ask", "why are you asking", "what's that for", "how come"),
    "ReasonsIntent": ("why do you think so", "what makes you think that", "how do you know"),
    "GoBackIntent": ("go back", "previous question", "back up", "last question again"),
    "ChangeAnswerIntent": (
        *("change my answer", "i want to change that", "i made a mistake"),
        *("i meant something else", "that was wrong", "can I change my last answer"),
    ),
    "SkipIntent": ("skip", "pass", "next question", "skip this one", "move on"),
    "StartCheckIntent": (
        *("check my ankle", "start the check", "ask me the questions", "my ankle hurts"),
        *("what's wrong with my ankle", "i have ankle pain", "my foot hurts", "my heel hurts"),
        *("my leg hurts", "check my left ankle", "I've got a sore ankle"),
    ),
    "OtherBodyPartIntent": ("my knee hurts", "what about my hip", "can you check my shoulder"),
    "OtherPersonIntent": (
        *("it's for my husband", "my wife hurt her ankle", "it's not for me"),
        *("i'm asking for a friend", "my wife's achilles is stiff", "this isn't for me"),
    ),
    "ChildIntent": (
        *("it's my son's ankle", "my daughter", "my child", "i'm twelve", "it's for my kid"),
        *("i am under eighteen", "my son's heel is stiff in the morning"),
    ),
    "ChestPainIntent": (
        *("i have chest pain", "my chest hurts", "i can't breathe", "i'm short of breath"),
        *("my chest feels tight", "my calf is swollen and i'm short of breath"),
        *("I've got a tight chest and I can't catch my breath",),
    ),
    "AMAZON.HelpIntent": (
        *("help", "what can i say", "what can you do", "I don't understand", "who are you"),
        *(
            "what do you mean",
            "I don't know what you mean",
            "help me",
            "I need help",
            "can you help",
        ),
    ),
    "AMAZON.RepeatIntent": (
        *("repeat", "say that again", "what was the question", "pardon", "what", "come again"),
        *("sorry, what was that", "say it one more time", "I didn't hear you", "ask me again"),
    ),
    "AMAZON.StartOverIntent": (
        *("start over", "start again", "let's start over", "can we start again", "from the top"),
    ),
    "AMAZON.StopIntent": (
        *("stop", "i'm done", "that's all", "goodbye", "okay stop", "no stop", "quit", "exit"),
        *(
            "leave me alone",
            "I want to stop",
            "stop the check",
            "stop please, I'm done",
            "turn off",
        ),
    ),
    "AMAZON.CancelIntent": ("cancel", "never mind", "cancel that", "forget it"),
    "AMAZON.NavigateHomeIntent": ("go home",),
    FALLBACK: (
        *("banana", "play some music", "who won the game", "tell me a joke"),
        *("the moon is made of cheese", "order a pizza", "yes definitely not", "no I do"),
    ),
}


@pytest.mark.parametrize(
    ("said", "intent"),
    [(said, intent) for intent, sayings in BY_INTENT.items() for said in sayings],
)
def test_what_people_say_lands_where_it_belongs(said: str, intent: str) -> None:
    assert intent_of(said) == intent


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("left", {"side": "left"}),
        ("right", {"side": "right"}),
        ("the left one", {"side": "left"}),
        ("my right ankle", {"side": "right"}),
        ("right ankle", {"side": "right"}),
        ("on the right side", {"side": "right"}),
        ("it's on the left side", {"side": "left"}),
        ("both", {"side": "both"}),
        ("both ankles", {"side": "both"}),
    ],
)
def test_a_side_alone_is_a_side(said: str, slots: dict[str, str]) -> None:
    assert (intent_of(said), ids_of(said)) == ("SideIntent", slots)


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("my back of my heel hurts", {"place": "pain-back-of-heel"}),
        (
            "my left achilles is sore",
            {"place": "pain-back-of-heel", "side": "left"},
        ),
        (
            "the back of my left heel is stiff in the morning but not swollen",
            {
                "place": "pain-back-of-heel",
                "side": "left",
                "feeling": "morning-stiffness",
                "absent": "swelling",
            },
        ),
        (
            "it's on the outside of my right ankle just behind the bone"
            " and it gets worse when i run",
            {"place": "pain-outer-ankle", "side": "right", "feeling": "worse-running"},
        ),
        (
            "my foot goes numb and tingles at night",
            {"feeling": "numbness", "feeling_two": "tingling"},
        ),
        (
            "I rolled my ankle yesterday and now it's swollen and bruised",
            {
                "feeling": "recent-twist-or-fall",
                "feeling_two": "swelling",
                "feeling_three": "bruising",
            },
        ),
        (
            "no numbness, just a burning feeling on the sole of my foot",
            {"place": "pain-sole-or-arch", "feeling": "burning", "absent": "numbness"},
        ),
        ("no it's not swollen", {"reply": "no", "absent": "swelling"}),
        ("yes it's swollen", {"reply": "yes", "feeling": "swelling"}),
        ("yes numb", {"reply": "yes", "feeling": "numbness"}),
        ("no, it is numb", {"reply": "no", "feeling": "numbness"}),
        (
            "no, but it is a bit stiff in the mornings",
            {"reply": "no", "feeling": "morning-stiffness"},
        ),
        ("yes the back of my heel", {"reply": "yes", "place": "pain-back-of-heel"}),
        ("not really but it is numb", {"reply": "not-really", "feeling": "numbness"}),
    ],
)
def test_free_speech_tells_where_and_what(said: str, slots: dict[str, str]) -> None:
    assert (intent_of(said), ids_of(said)) == ("DescribeIntent", slots)


def test_a_long_story_is_understood_by_what_it_names() -> None:
    slots = ids_of(
        "for about three weeks the back of my left achilles has been really stiff first thing in"
        " the morning and it eases once i get going"
    )
    assert slots["place"] == "pain-back-of-heel"
    assert slots["side"] == "left"
    assert slots["feeling"] == "morning-stiffness"


@pytest.mark.parametrize(
    "said",
    [
        *("no swelling", "not swollen", "isn't swollen", "it isn't swollen", "never swollen"),
        *("without any swelling", "I don't have any swelling", "there's no swelling at all"),
        *("no swelling or numbness", "no swelling and no numbness", "it is not swollen"),
        *("i have no swelling numbness or tingling",),
    ],
)
def test_what_is_denied_goes_into_absent_and_nowhere_else(said: str) -> None:
    assert ids_of(said) == {"absent": "swelling"}


@pytest.mark.parametrize(
    "said",
    [
        *("swelling no", "the swelling is gone", "the swelling went away", "not really swollen"),
        *("it used to be swollen", "it was swollen but not any more", "hardly swollen"),
        *("i'm not sure it's swollen", "no longer swollen", "i don't know whether it is swollen"),
        *("i can't say that it is swollen", "is it swollen", "what if it's swollen"),
        *("no other swelling", "nothing unless you count the swelling"),
        *("no more swelling", "it's not very swollen", "i can't run if my ankle is swollen"),
    ],
)
def test_what_is_in_doubt_is_neither_felt_nor_absent(said: str) -> None:
    assert "swelling" not in ids_of(said).values()


@pytest.mark.parametrize(
    "said",
    [
        *("not only swollen", "the swelling doesn't go down", "the swelling won't go away"),
        *("no, apart from the swelling", "nothing except swelling"),
        *("nothing but swelling", "not numb but swollen", "it isn't numb it's swollen"),
        *("kind of swollen", "a bit swollen", "maybe a bit swollen", "I think it's swollen"),
        *("i can't run my ankle is swollen", "it's not the heel it's swollen"),
    ],
)
def test_a_denial_of_something_else_leaves_what_is_felt(said: str) -> None:
    assert ids_of(said)["feeling"] == "swelling"


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("I can't feel my toes", "numbness"),
        ("i cannot feel the bottom of my foot", "numbness"),
        ("there's no feeling in my foot", "numbness"),
        ("I can't lift my foot", "foot-drop"),
        ("I couldn't walk on it", "cannot-bear-weight"),
        ("i can't put any weight on my foot", "cannot-bear-weight"),
        ("I can't push off", "cannot-tiptoe"),
    ],
)
def test_a_feeling_that_is_told_by_a_denial_is_felt(said: str, id: str) -> None:
    assert ids_of(said) == {"feeling": id}


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("it hurts on the outside of my ankle when I run", "worse-running"),
        ("the outside of my ankle hurts a lot when I run", "worse-running"),
        ("when I run the outside of my ankle is sore", "worse-running"),
        ("pain on the outside of my ankle after long runs", "hurts-after-run"),
        ("the outside of my ankle keeps hurting at night", "night-pain"),
    ],
)
def test_when_a_place_hurts_is_heard_beside_it(said: str, moment: str) -> None:
    assert ids_of(said) == {"place": "pain-outer-ankle", "moment": moment}


@pytest.mark.parametrize("said", ["it's swollen at night", "the sole of my foot is numb at night"])
def test_the_moment_of_something_other_than_pain_is_no_moment_of_pain(said: str) -> None:
    assert "moment" not in ids_of(said)


@pytest.mark.parametrize(
    "said",
    ["no but", "no, but...", "no and", "yes but", "yes and", "no well", "no i mean", "no because"],
)
def test_an_answer_that_breaks_off_is_asked_for_again(said: str) -> None:
    assert intent_of(said) == FALLBACK


def test_a_denial_carried_over_by_and_is_read_neither_way() -> None:
    assert ids_of("no swelling and numbness") == {"absent": "swelling"}


def test_a_feeling_that_is_affirmed_and_denied_is_not_taken() -> None:
    assert intent_of("it is numb it is not numb") == FALLBACK


@pytest.mark.parametrize("part", ["the heel", "my foot", "my ankle"])
def test_what_comes_after_a_denied_part_is_meant(part: str) -> None:
    slots = ids_of(f"it's not {part}, it's the outside of my shin")
    assert slots == {"place": "pain-outer-lower-leg"}


def test_a_place_that_does_not_hurt_gives_way_to_the_one_that_does() -> None:
    assert ids_of("my shin doesn't hurt it's my calf") == {"place": "pain-calf"}


@pytest.mark.parametrize("said", ["no pain in my calf", "it's not my calf"])
def test_a_denied_place_is_no_place(said: str) -> None:
    assert intent_of(said) == FALLBACK


@pytest.mark.parametrize("said", ["no chest pain", "i don't have chest pain"])
def test_denied_chest_pain_is_not_chest_pain(said: str) -> None:
    assert intent_of(said) == FALLBACK


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("i'm fourteen", "14"),
        ("i am 12", "12"),
        ("i am thirty five years old", "35"),
        ("he's nine", "9"),
    ],
)
def test_an_age_is_a_number(said: str, age: str) -> None:
    assert understand(said, MODEL).slots["age"].value == age


def test_a_slot_holds_the_words_as_they_were_spoken() -> None:
    slot = understand("It hurts at the back of my left heel", MODEL).slots["place"]
    assert (slot.value, slot.id) == ("back of my left heel", "pain-back-of-heel")


def test_right_is_a_side_only_where_it_is_not_an_adverb() -> None:
    assert "side" not in ids_of("it hurts right on the inside of my ankle")


@pytest.mark.parametrize("said", ["i can barely stand on it", "it isn't my heel it's my ankle"])
def test_a_topic_is_never_guessed_from_how_it_begins(said: str) -> None:
    assert intent_of(said) not in {"ChestPainIntent", "OtherPersonIntent", "ChildIntent"}


def test_two_different_sides_are_no_side() -> None:
    assert "side" not in ids_of("the inside of my ankle on the left or on the right foot")


@pytest.mark.parametrize(
    "said",
    [
        *("", " ", "...", "?!", "😀😀", "🦶", "\x00", "\u202eabc"),
        *("der Knöchel tut weh", "mi tobillo está hinchado", "足首が痛い", "لا", "нет"),
        *("'; DROP TABLE users; --", "yes'); DROP TABLE answers; --", "<script>no</script>x"),
        *("{place}", "no " * 300, "x" * 5000, "banana " * 700),
    ],
)
def test_hostile_or_foreign_words_go_to_the_fallback(said: str) -> None:
    assert intent_of(said) == FALLBACK


NO_SAMPLES = {keys for keys, intent in MODEL.exact.items() if intent == NO}
LOADED_WORDS = (
    *("yes", "no", "yeah", "not", "never", "maybe", "sure", "really", "sometimes", "only"),
    *("but", "think", "know", "i", "it", "is", "does", "don't", "hardly", "a", "bit", "so", "well"),
    *("swollen", "numb", "when", "run", "probably", "none", "at", "all", "of", "them", "that"),
)
DOUBTS = {
    *("maybe", "sure", "sometimes", "only", "but", "think", "know", "hardly", "bit"),
    *("probably", "really", "yes", "swollen", "numb"),
}


@settings(max_examples=400)
@given(st.lists(st.sampled_from(LOADED_WORDS), min_size=1, max_size=7))
def test_a_doubt_or_a_contradiction_is_never_a_plain_no(words: list[str]) -> None:
    if intent_of(" ".join(words)) == NO:
        assert DOUBTS.isdisjoint(words)


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_any_text_at_all_is_answered_with_an_intent_of_the_model(text: str) -> None:
    understood = understand(text, MODEL)
    assert understood.intent in MODEL.slots
    declared = {gap.slot for gap in MODEL.slots[understood.intent]}
    assert understood.slots.keys() <= declared


@pytest.mark.parametrize(
    ("said", "intent", "name"),
    [
        ("what is a hammer toe", "WhatIsIntent", "hammer toe"),
        ("what causes bunions", "CausesIntent", "bunions"),
    ],
)
def test_a_question_about_a_name_that_nobody_knows_stays_one(
    said: str, intent: str, name: str
) -> None:
    understood = understand(said, MODEL)
    assert understood.intent == intent
    assert understood.slots["condition"] == (name, None)
