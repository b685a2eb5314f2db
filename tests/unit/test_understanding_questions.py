"""Questions that the content answers: what they are taken for, and what they name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from simulator.understanding import CompiledModel, compile_model, understand

MODEL_FILE = Path(__file__).parents[2] / "interaction_models" / "en-US.json"
MODEL: CompiledModel = compile_model(json.loads(MODEL_FILE.read_text(encoding="utf-8")))

FALLBACK = "AMAZON.FallbackIntent"

ABOUT: Mapping[str, Mapping[str, str]] = {
    "WhatIsIntent": {
        "what is tarsal tunnel syndrome": "tarsal-tunnel-syndrome",
        "What's plantar fasciitis?": "plantar-fasciitis",
        "what exactly is a stress fracture": "bone-stress-injury",
        "what is a weak ankle": "chronic-ankle-instability",
        "what's impingement": "ankle-impingement",
        "tell me about achillies tendonitis": "achilles-tendonitis",
        "um, what is a pinched ankle": "ankle-impingement",
        "can you tell me what tarsal tunnel is": "tarsal-tunnel-syndrome",
    },
    "WhereIsIntent": {
        "where does peroneal tendonitis hurt": "peroneal-tendonitis",
        "where do you feel plantar fasciitis": "plantar-fasciitis",
        "where on the foot does plantar fasciitis usually hurt": "plantar-fasciitis",
        "where would I normally feel the pain of ankle impingement": "ankle-impingement",
    },
    "CausesIntent": {
        "what causes shin splints": "anterior-shin-splints",
        "why do people get achilles tendonitis": "achilles-tendonitis",
        "what makes shin splints come back": "anterior-shin-splints",
        "why do my ankles keep rolling": "chronic-ankle-instability",
        "does running cause shin splints": "anterior-shin-splints",
        "could my weak ankles be from an old sprain": "chronic-ankle-instability",
    },
    "SignsIntent": {
        "how can I tell if it's tarsal tunnel": "tarsal-tunnel-syndrome",
        "what does ankle impingement feel like": "ankle-impingement",
        "could it be a stress fracture": "bone-stress-injury",
        "what symptoms does tarsal tunnel syndrome have": "tarsal-tunnel-syndrome",
        "how painful is a calf strain": "calf-strain",
    },
    "RehabIntent": {
        "what exercises are good for weak ankles": "chronic-ankle-instability",
        "how do I treat achilles tendinopathy": "achilles-tendonitis",
        "what helps shin splints": "anterior-shin-splints",
        "how do people usually get rid of plantar fasciitis": "plantar-fasciitis",
    },
    "TreatmentsIntent": {
        "how do doctors treat peroneal tendonitis": "peroneal-tendonitis",
        "what can a physio do for ankle impingement": "ankle-impingement",
        "what do physios do for shin splints": "anterior-shin-splints",
        "what would a doctor recommend for ankle impingement": "ankle-impingement",
    },
    "HowLongIntent": {
        "how long does achilles tendonitis take": "achilles-tendonitis",
        "how many weeks until shin splints go away": "anterior-shin-splints",
        "will my calf strain ever heal completely": "calf-strain",
        "how long will I have to rest with achilles tendonitis": "achilles-tendonitis",
    },
    "WhenSeenIntent": {
        "do I need a doctor for a twisted ankle": "acute-ankle-sprain",
        "how bad is a stress fracture": "bone-stress-injury",
        "are weak ankles a big deal": "chronic-ankle-instability",
        "should I see a doctor about shin splints": "anterior-shin-splints",
        "does a calf strain always need to be checked by a doctor": "calf-strain",
    },
    "RunningIntent": {
        "can I still run with achilles tendinopathy": "achilles-tendonitis",
        "is running okay with shin splints": "anterior-shin-splints",
        "what happens if I keep running on a stress fracture": "bone-stress-injury",
        "should I take a break from running with shin splints": "anterior-shin-splints",
    },
    "TopicIntent": {
        "can my ankle be broken without swelling": "broken-without-swelling",
        "could it be broken even though it isn't swollen": "broken-without-swelling",
        "should I get an x ray": "imaging",
        "does ice help": "price-after-a-sprain",
        "does ice help with shin splints": "price-after-a-sprain",
        "what's the difference between pinch and stretch": "pinch-or-stretch",
        "is deep tissue massage worth it": "deep-tissue-massage",
        "is active release any good": "active-release",
        "are steroid injections safe": "anti-inflammatory-injections",
        "can prolotherapy fix it": "prolotherapy",
        "does surgery help ankle instability": "surgery",
        "will stretching make it better": "stretching",
        "should I change my running shoes": "shoes",
        "do flat feet matter": "flat-feet-and-gait",
        "what do you remember about me": "privacy",
        "who built this skill": "who-made-it",
        "why does only one ankle hurt": "why-only-one-side",
        "when should I see a doctor": "when-to-see-a-professional",
    },
}

ABOUT_IT: Mapping[str, tuple[str, ...]] = {
    "WhatIsIntent": ("what is that", "what is it", "what are those", "what kind of injury is it"),
    "WhereIsIntent": ("where is it", "where does it hurt", "where would I feel that"),
    "CausesIntent": ("what causes it", "how did I get this", "why did this happen to me"),
    "SignsIntent": ("what are the symptoms", "how do I know if I have it", "do I have that"),
    "RehabIntent": ("how do I treat it", "what helps", "what can I do about it"),
    "TreatmentsIntent": ("what can a physio do for it", "how is it treated"),
    "HowLongIntent": ("how long does it take", "how long", "when will it go away"),
    "WhenSeenIntent": ("is it serious", "is it bad", "should I be worried", "how bad is it"),
    "RunningIntent": ("is running okay", "can I run", "can I run with it", "should I stop running"),
    "MoreIntent": (
        *("more", "tell me more", "what else", "keep talking", "okay, say more"),
        *("what else can you tell me", "is that all", "some more, please", "Can you say more?"),
    ),
}

IN_OTHER_WORDS: Mapping[str, Mapping[str, str | None]] = {
    "WhatIsIntent": {"what's the deal with plantar fasciitis": "plantar-fasciitis"},
    "WhereIsIntent": {"which spot hurts in tarsal tunnel syndrome": "tarsal-tunnel-syndrome"},
    "CausesIntent": {
        "what did I do to get shin splints": "anterior-shin-splints",
        "is achilles tendonitis from running too much": "achilles-tendonitis",
        "how come I got this": None,
    },
    "SignsIntent": {
        "does plantar fasciitis hurt more in the morning": "plantar-fasciitis",
        "how would a doctor find tarsal tunnel syndrome": "tarsal-tunnel-syndrome",
        "how do I find out if I have a stress fracture": "bone-stress-injury",
    },
    "RehabIntent": {
        "what should I be doing for my weak ankles": "chronic-ankle-instability",
        "any exercises for shin splints": "anterior-shin-splints",
        "how can I make it stronger": None,
    },
    "TreatmentsIntent": {
        "what would a physical therapist do with it": None,
    },
    "HowLongIntent": {
        "when is peroneal tendonitis going to be better": "peroneal-tendonitis",
        "is it going to go away": None,
    },
    "WhenSeenIntent": {
        "when do I have to worry about a calf strain": "calf-strain",
        "should somebody look at it": None,
    },
    "RunningIntent": {
        "is it fine to jog with plantar fasciitis": "plantar-fasciitis",
        "can I do a marathon with weak ankles": "chronic-ankle-instability",
        "how soon may I run": None,
    },
    "TopicIntent": {
        "do I need new shoes": "shoes",
        "what about adjustments": "adjustments-and-mobilisation",
        "do I need an operation for ankle impingement": "surgery",
        "would ibuprofen help": "anti-inflammatory-medicine",
    },
    "MoreIntent": {"got anything more": None, "I'd like to hear more": None},
}


def each(
    table: Mapping[str, Mapping[str, str | None]],
) -> list[tuple[str, str, str | None]]:
    """A question, its intent and what it is about, of every entry of a table."""
    return [
        (said, intent, about)
        for intent, questions in table.items()
        for said, about in questions.items()
    ]


def named(text: str) -> str | None:
    """The id of what `text` asks about."""
    slots = understand(text, MODEL).slots
    return next((slots[name].id for name in ("condition", "topic") if name in slots), None)


@pytest.mark.parametrize(("said", "intent", "about"), each(ABOUT))
def test_a_question_finds_what_it_names_and_what_it_wants_to_know(
    said: str, intent: str, about: str
) -> None:
    assert (understand(said, MODEL).intent, named(said)) == (intent, about)


@pytest.mark.parametrize(
    ("said", "intent"),
    [(said, intent) for intent, questions in ABOUT_IT.items() for said in questions],
)
def test_a_question_may_point_at_what_was_spoken_of_last(said: str, intent: str) -> None:
    assert (understand(said, MODEL).intent, understand(said, MODEL).slots) == (intent, {})


@pytest.mark.parametrize(("said", "intent", "about"), each(IN_OTHER_WORDS))
def test_a_question_is_understood_in_other_words_too(
    said: str, intent: str, about: str | None
) -> None:
    assert (understand(said, MODEL).intent, named(said)) == (intent, about)


@pytest.mark.parametrize(
    "said",
    ["my achilles hurts", "shin splints", "I have shin splints", "my heel is sore when I run"],
)
def test_what_is_told_of_ones_own_body_is_no_question(said: str) -> None:
    assert understand(said, MODEL).intent == "DescribeIntent"


@pytest.mark.parametrize(
    "said",
    [
        *(
            "how long is the Nile",
            "can I have a pizza",
            "should I buy stocks",
            "how far is the moon",
        ),
        *("is my heel swollen", "can it be swollen if I can walk", "can my foot be numb"),
        *("weak ankles", "they said it's peroneal tendonitis", "I had a sprained ankle last year"),
    ],
)
def test_neither_a_question_without_an_answer_nor_a_bare_name_is_taken_for_one(said: str) -> None:
    assert understand(said, MODEL).intent == FALLBACK


@pytest.mark.parametrize("said", ["yes", "yes please", "go ahead", "sure", "yes go on", "no"])
def test_more_takes_no_answer(said: str) -> None:
    assert understand(said, MODEL).intent != "MoreIntent"


UNHEARD_OF: Mapping[str, Mapping[str, str | None]] = {
    "WhatIsIntent": {
        "my physio mentioned tarsal tunnel, what does that mean": "tarsal-tunnel-syndrome",
        "I think I have weak ankles, what is that": "chronic-ankle-instability",
    },
    "SignsIntent": {"ankle impingement symptoms": "ankle-impingement"},
    "RehabIntent": {
        "peroneal tendonitis exercises": "peroneal-tendonitis",
        "what would be good rehab for tarsal tunnel": "tarsal-tunnel-syndrome",
    },
    "HowLongIntent": {
        "how soon could I be back to normal": None,
        "when am I going to be pain free": None,
        "achilles tendonitis recovery time": "achilles-tendonitis",
    },
    "RunningIntent": {
        "must I take a break from running": None,
        "I'd like to know if I may jog with peroneal tendonitis": "peroneal-tendonitis",
        "would it be dumb to race on a sore ankle": None,
    },
    "TopicIntent": {
        "could an ankle be cracked without getting puffy": "broken-without-swelling",
        "how come just one of my ankles is sore": "why-only-one-side",
        "is cycling fine while it heals": "other-sports",
    },
}


@pytest.mark.parametrize(("said", "intent", "about"), each(UNHEARD_OF))
def test_a_question_is_understood_by_the_words_that_carry_its_meaning(
    said: str, intent: str, about: str | None
) -> None:
    assert (understand(said, MODEL).intent, named(said)) == (intent, about)


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("what is achilies tendonitus", "achilles-tendonitis"),
        ("how long does plantar fascitis last", "plantar-fasciitis"),
        ("can I run with tarsel tunnel", "tarsal-tunnel-syndrome"),
    ],
)
def test_a_name_may_be_misspelt(said: str, about: str) -> None:
    assert named(said) == about


@pytest.mark.parametrize(
    ("said", "felt"),
    [
        ("should I see someone, my calf is swollen and warm", "calf-swollen-or-warm"),
        ("do I need to see someone, I heard a snap", "sudden-snap"),
        ("can I walk on it if I heard a pop", "sudden-snap"),
        ("should I see somebody if I can't feel my toes", "numbness"),
        ("can I run with a numb foot", "numbness"),
        ("should I worry about my cold foot", "cold-foot"),
        ("why does my foot go numb", "numbness"),
        ("my foot went numb, should I go to a doctor", "numbness"),
        ("can I bike, my calf is swollen", "calf-swollen-or-warm"),
    ],
)
def test_what_a_question_tells_of_the_own_body_is_heard_before_the_question(
    said: str, felt: str
) -> None:
    understood = understand(said, MODEL)
    assert understood.intent == "DescribeIntent"
    assert felt in {slot.id for slot in understood.slots.values()}


@pytest.mark.parametrize(
    "said",
    ["does tarsal tunnel make my foot numb", "can weak ankles give way", "is it numb"],
)
def test_what_is_only_asked_about_is_not_told(said: str) -> None:
    assert understand(said, MODEL).intent != "DescribeIntent"


@pytest.mark.parametrize(
    "said",
    [
        *(
            "I don't know what it is",
            "I'm not sure when it started",
            "I can't tell if it's serious",
        ),
        *("I don't know if I can run", "no idea how long it takes", "not sure what to say"),
    ],
)
def test_a_doubt_with_a_question_in_it_is_not_taken_for_the_question(said: str) -> None:
    assert understand(said, MODEL).intent in {"NotSureIntent", "AMAZON.HelpIntent", FALLBACK}
