"""What worries counts beside a number of pain, in slang and however small it is made.

"A two" is the answer that was asked for; what stands beside it decides.
"""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, coached_past, say_in

PAIN = "the question for pain"
NUMBERS = ("two", "a one", "zero", "nothing at all")
FRAMES = (
    "{number}. {told}",
    "{number} but {told}, probably nothing",
    "{number}, oh and {told}, ha ha",
    "{number}, {told} mind, never mind that",
)
TOLD = {
    "a colour": (
        "the foot's gone a bit Smurf-coloured",
        "my other foot is going blotchy purple",
        "my toes have turned mottled",
        "my foot's the colour of a plum",
        "me toes look a bit blue",
        "my foot has changed colour",
    ),
    "a hard calf": (
        "me calf's gone a bit rock hard",
        "my calf feels like concrete",
        "the back of my leg has gone solid",
        "my calf's set like stone",
    ),
    "blood that is coughed up": (
        "I coughed up a bit of pink stuff this morning",
        "I've been coughing up rusty stuff",
        "I spat out some pinkish phlegm",
        "I hacked up something red earlier",
    ),
    "a pop": (
        "a bit of a pop just then, sounded like a knuckle",
        "I heard a wee crack in there",
        "something in my heel went pop just now",
    ),
    "a lump": (
        "there's a lump in my calf like an egg",
        "a bump behind my knee",
        "a lump has come up on my shin",
    ),
    "a fall, all but": ("I nearly toppled over", "I almost tipped over"),
}


@pytest.mark.parametrize("kind", TOLD)
def test_what_worries_counts_beside_a_number(simulator: Simulator, kind: str) -> None:
    said = [
        frame.format(number=number, told=told)
        for number in NUMBERS
        for frame in FRAMES
        for told in TOLD[kind]
    ]

    # What is taken back at once is asked about first.
    stopped = coached_past(simulator, PAIN, said)
    assert {one: acts for one, acts in stopped.items() if acts[0] != "stop-there"} == {}


COLOURS = ("purple", "lilac", "mauve", "a bit violet", "blotchy", "blue", "grey-ish", "white")
LIKENESSES = (
    "a plum",
    "an aubergine",
    "a black pudding",
    "a blackberry",
    "corned beef",
    "lavender",
)
LIMBS = ("foot", "leg", "big toe", "ankle", "calf")
BELITTLED = (
    "{number}. {told}",
    "{number}, {told} but it's cold in here",
    "no pain, just {told} ha ha",
    "{number}, oh {told}, goes with the carpet",
)


@pytest.mark.parametrize("belittled", BELITTLED)
@pytest.mark.parametrize("limb", LIMBS)
def test_a_colour_of_a_limb_ends_the_exercise(
    simulator: Simulator, limb: str, belittled: str
) -> None:
    told = [
        f"my {limb} {turned} {one}" for one in COLOURS for turned in ("has turned", "is", "went")
    ]
    told += [f"my {limb} is like {one}" for one in LIKENESSES]
    told += [f"my {limb} is the colour of {one}" for one in LIKENESSES]
    in_turn = told[BELITTLED.index(belittled) :: len(BELITTLED)]
    said = [belittled.format(number="one", told=one) for one in in_turn]

    assert coached_past(simulator, PAIN, said) == {}


@pytest.mark.parametrize(
    "said",
    [
        "no pain, it's just purple",
        "zero, it's turned a shade of indigo",
        "one, it's the colour of a plum down there",
        "one, there's a purple tinge to my toes",
        "nothing, bit of purple in the foot",
        "two, cough's a bit bloody",
        "one, my spit looks bloody today",
        "zero, coughed and it was all bloody",
    ],
)
def test_a_colour_or_blood_that_is_made_small_ends_the_exercise(
    simulator: Simulator, said: str
) -> None:
    assert coached_past(simulator, PAIN, [said]) == {}


def test_no_pain_said_three_times_calls_nobody(simulator: Simulator) -> None:
    _, acts = say_in(simulator, PAIN, "zero zero zero, easy")

    assert acts[0] == "no-pain-go-on"


HARMLESS = (
    "one, bloody hell, that was long",
    "two, a bit bloody boring",
    "one, the purple band is great",
    "one, got a blue sock on that foot",
    "zero, no colour change",
    "one, not purple or anything",
    "two, my calf's working hard",
    "one, calf goes hard at the top, as it should",
    "zero, the band's purple by the way",
    "one, coughed a bit, sorry",
    "two, the calf feels solid and strong",
    "zero pain zero swelling",
    "nothing, no swelling no numbness",
    "none, no pops no cracks",
    "zero, no lump no nothing",
)


@pytest.mark.parametrize("said", HARMLESS)
def test_a_number_beside_what_is_harmless_is_taken(simulator: Simulator, said: str) -> None:
    _, acts = say_in(simulator, PAIN, said)

    assert acts[0] in {"pain-go-on", "no-pain-go-on"}


def test_a_calf_that_went_hard_is_asked_about_a_clot_first(simulator: Simulator) -> None:
    _, acts = say_in(simulator, PAIN, "two, me calf's gone a bit rock hard")

    assert acts[-1] == "ask:clot-signs"


def test_a_foot_of_an_odd_colour_is_asked_about_cold_and_pale(simulator: Simulator) -> None:
    _, acts = say_in(simulator, PAIN, "one, my other foot is going blotchy purple")

    assert acts[-1] == "ask:circulation"


@pytest.mark.parametrize(
    "said",
    ["two, a lump in my calf like an egg", "two, a lump in my calf like an egg, ignore that"],
)
def test_a_lump_in_the_calf_is_asked_about_breath_first(simulator: Simulator, said: str) -> None:
    talk, acts = say_in(simulator, PAIN, said)
    if acts[-1].startswith("false-alarm"):
        acts = acts_of(talk, "yes")

    assert acts[-1] == "ask:breath"
