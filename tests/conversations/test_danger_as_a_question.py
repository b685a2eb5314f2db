"""What is grave ends the exercise also where it is told within a question.

Somebody who wonders about numb toes asks "is it normal?". A question takes away what is only
supposed ("could it snap"), and never what is told as there ("that my toes are numb").
"""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import COACHED, acts_of, coached_past, ends, replies_to, say_in

TOLD = (
    "my toes are numb",
    "my foot's gone cold and white",
    "my calf is hot and swollen",
    "my chest feels tight",
    "I felt something pop",
    "my foot's tingling",
)
"""Dangers as a sentence of their own."""

WONDERED = (
    "is it normal that {told}",
    "is it bad that {told}",
    "should I worry that {told}",
    "should I mention {told}",
    "does it matter that {told}",
    "do I need to worry because {told}",
    "is it okay if {told}",
)

ASKED = (
    "can I do this with numb toes",
    "why are my toes numb",
    "why do I feel dizzy",
    "is my foot meant to be cold",
    "are my toes supposed to tingle",
    "is it normal to have chest pain doing this",
    "can I keep going with chest pain",
    "what's this numbness in my big toe",
    "did I just feel a pop in my calf",
    "how come my foot's gone numb",
)
"""Dangers within questions that no other frame has."""

SUPPOSED = (
    "could it snap",
    "will I feel a pop",
    "is it normal to feel a bit of a stretch",
    "is it normal to wobble",
    "is it normal that it burns a little",
    "should my heel be on the floor",
    "should I feel it in my calf",
    "is it okay to hold on to something",
    "is it normal that my knees crack a bit",
    "my knees creak when I do this, does that matter",
    "is it normal that my ankle wobbles",
    "I'm wobbling all over the shop, is that all right",
    "my ankle feels a bit loose, is that okay",
    "is it alright that my leg is shaking a bit",
    "can you make it a bit easier, I'm falling all over the place",
    "I can't get up that high, can I do a smaller one",
    "is it normal to feel warm in the calves",
    "my other ankle clicked just then, is that bad",
    "I heard a crunch but it doesn't hurt",
    "I'm a bit puffed out, can I sit a minute",
    "my mate reckons ice is better than heat, what do you say",
    "is it supposed to pull a bit at the back",
    "should I feel it in the ankle or the foot",
    "where am I meant to feel this",
)
"""What tells of no danger: what may come, how the exercise feels, and noises that are no snap."""

IN_OTHER_WORDS = (
    "I feel ever so queer, I had better sit down",
    "I've come over all funny",
    "I feel funny all of a sudden",
    "my head's swimming",
    "everything's going a bit grey",
    "the room's going round",
    "I think I'm about to keel over",
    "my foot feels like it belongs to somebody else",
    "it's like somebody else's foot",
    "my foot doesn't feel like mine",
    "my heart is going like the clappers",
    "my left arm aches and I feel sick",
    "my arm's gone heavy and my jaw hurts",
    "I've come out in a cold sweat",
    "zero, bit puffed and heartburny, my left arm feels heavy",
    "one, there's like a band round my ribs, probably the coffee",
    "my feet don't really feel much anyway, so nothing",
    "zero, I never feel much in my feet",
    "can we pause a sec, I feel a bit funny, kinda tight up top",
)
"""What people say for a faint, for a numb foot, and for a heart that races."""

DANGERS = [*(frame.format(told=told) for frame in WONDERED for told in TOLD), *ASKED]
BESIDE_A_NUMBER = ("a three, but {told}", "{told}, about a two", "nothing really, though {told}")


@pytest.mark.parametrize("part", COACHED)
def test_a_danger_within_a_question_ends_the_exercise(simulator: Simulator, part: str) -> None:
    assert coached_past(simulator, part, DANGERS) == {}


@pytest.mark.parametrize("part", COACHED)
def test_a_danger_in_other_words_ends_the_exercise(simulator: Simulator, part: str) -> None:
    assert coached_past(simulator, part, IN_OTHER_WORDS) == {}


OF_THE_HEART = (
    "I feel dizzy",
    "I've come over all funny",
    "my heart is racing",
    "I nearly fainted",
)


@pytest.mark.parametrize("part", COACHED)
@pytest.mark.parametrize("said", OF_THE_HEART)
def test_after_a_faint_or_a_racing_heart_breath_and_chest_come_first(
    simulator: Simulator, part: str, said: str
) -> None:
    talk, acts = say_in(simulator, part, said)
    if acts[-1] == "ask:breath":
        acts = acts_of(talk, "yes")

    assert acts[-1] == "ask:breathless-or-chest-pain"
    assert acts_of(talk, "yes")[1] == "care-emergency"


MORE_THAN_BEFORE = (
    "that hurts a bit more now than before",
    "it's a bit more painful than last time",
    "a bit more than before",
    "it's a little sharper than it was",
    "slightly worse than the first set",
)


@pytest.mark.parametrize("part", ["a set", "a rest", "a pause", "the question for pain"])
def test_more_pain_than_before_is_never_a_little(simulator: Simulator, part: str) -> None:
    replies = replies_to(simulator, part, MORE_THAN_BEFORE)
    kept_on = {s: acts for s, acts in replies.items() if not acts[-1].startswith("how-much-pain")}

    assert kept_on == {}


def test_a_danger_beside_the_pain_that_was_asked_for_is_no_number(simulator: Simulator) -> None:
    told = [frame.format(told=told) for frame in BESIDE_A_NUMBER for told in TOLD]

    assert coached_past(simulator, "the question for pain", told) == {}


STILL_GRAVE = (
    "I felt a pop but it doesn't hurt",
    "it wobbled and I nearly fell",
    "I wobbled and my ankle gave way",
    "I can't get up",
    "I'm really out of breath, can I sit",
    "my calf feels warm",
    "is it normal that my calf feels warm",
    "my other ankle gave way",
    "I fell over",
)
"""What lies near to how an exercise feels, and tells of a danger."""


@pytest.mark.parametrize("part", COACHED)
def test_what_lies_near_to_a_feeling_of_an_exercise_ends_it(
    simulator: Simulator, part: str
) -> None:
    assert coached_past(simulator, part, STILL_GRAVE) == {}


FEELINGS = (
    "where should I be feeling this",
    "where am I meant to feel this then",
    "should I feel it in the ankle or the foot",
    "is it normal to wobble this much",
    "is it supposed to pull a bit at the back",
    "is it alright that my leg is shaking a bit",
    "is it all right that my calves are burning a bit",
    "should it ache in the shin while I'm pushing",
    "do both calves get tired like this",
    "is it normal that my knees crack a bit",
)
"""What people ask of how an exercise feels."""


@pytest.mark.parametrize("part", ["a set", "a rest", "a pause", "the question for pain"])
def test_how_it_should_feel_is_answered_and_rates_no_pain(simulator: Simulator, part: str) -> None:
    replies = replies_to(simulator, part, FEELINGS)
    unanswered = {s: acts for s, acts in replies.items() if not acts[0].startswith("how-it-feels")}

    assert unanswered == {}


@pytest.mark.parametrize("part", COACHED)
def test_what_is_only_supposed_ends_nothing(simulator: Simulator, part: str) -> None:
    replies = replies_to(simulator, part, SUPPOSED)

    assert {said: acts for said, acts in replies.items() if ends(acts)} == {}
