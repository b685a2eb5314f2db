"""Practical questions after a result, and a visit that is put off: each has its own answer."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import acts_of, held

RESULTS = {
    "self care": (
        "open ankle coach",
        "the outside of my right ankle hurts when i run, it came on slowly over three weeks",
        "i'm forty",
        *("no",) * 7,
    ),
    "911": (
        "open ankle coach",
        "i twisted my ankle an hour ago and the bone is poking out through the skin",
        "yes",
    ),
    "today": (
        "open ankle coach",
        "i fell over kicking and heard a snap, like a kick in the back of the heel, an hour ago",
        "i'm forty",
        *("no",) * 4,
    ),
}
"""What is said up to each result."""
ASKED = (
    ("self care", "i'm on warfarin, can i have ibuprofen", "Ask a pharmacist"),
    ("self care", "can i keep gardening", "what doesn't hurt"),
    ("self care", "may i carry on with the housework", "what doesn't hurt"),
    ("self care", "so it isn't gout then", "Gout comes"),
    ("self care", "how do i stop the cramps in my calf", "stretch the muscle"),
    ("self care", "should i pop the blister on my heel", "Don't burst it"),
    ("self care", "do i need a tetanus shot", "ten years"),
    ("self care", "can i breastfeed with that", "pharmacist"),
    ("self care", "can i take a painkiller and then run", "Pain is an alarm"),
    ("self care", "should i take the day off work", "what doesn't hurt"),
    ("self care", "what happens when i get there", "They ask"),
    ("self care", "what happens next", "Run or walk less"),
    ("self care", "why not the other one", "Nothing else"),
    ("self care", "how do i look after the graze", "tap water"),
    ("self care", "do insoles help", "help some"),
    ("self care", "is it safe to get on a plane tomorrow", "Before a flight"),
    ("self care", "is alcohol okay", "alcohol"),
    ("self care", "no, not gel, insoles", "help some"),
    ("self care", "no, not stretching, i meant swimming", "stands in well"),
    ("today", "no, not the gel, the insoles", "until it's been seen"),
    ("911", "do i need a tetanus shot", "They decide"),
    ("911", "is it just cramp", "ruled out"),
    ("911", "no way am i going to the hospital", "911"),
    ("today", "my calf cramps at night, what can i do", "before it's been seen"),
    ("911", "can i keep gardening", "help comes first"),
    ("911", "should i ring the surgery tomorrow instead", "this can't wait"),
    ("911", "i'll go to bed and see", "this can't wait"),
    ("911", "i might sleep on it and decide", "this can't wait"),
    ("911", "so it isn't a stroke then", "can't be told by voice"),
    ("911", "what do i do about the white bit poking out", "clean, dry cloth"),
    ("911", "should i push it back in", "don't straighten it or push"),
    ("911", "should i lie down", "keep the leg still"),
    ("self care", "and the match on sunday am i benched", "jumps and turns wait"),
    ("today", "the game on saturday, am i out", "before it's been seen"),
    ("self care", "i could pull my toes back a bit no", "calf stretches"),
    ("today", "i could bend my foot up a little, no", "don't stretch it"),
    ("self care", "can i ring for a taxi then, my husband's at work with the car", "somebody else"),
    ("self care", "i'll drive myself, it's only ten minutes", "let somebody else drive"),
    ("self care", "can i have something to eat while i wait", "Eat and drink as usual"),
    ("today", "can i have something to eat while i wait", "light meal"),
    ("self care", "is okay i do work tomorrow or must stay home", "what doesn't hurt"),
    ("self care", "i don't run at all you know", "My advice"),
    ("self care", "well yes, tell me why, and why not an operation", "Surgery is for"),
    ("self care", "but it does not hurt, why is it tendonitis", "fits peroneal tendonitis"),
    ("self care", "could it be a stress fracture instead", "points away from a bone stress"),
)
"""After which result, what is asked, and words of the answer."""


@pytest.mark.parametrize(("after", "asked", "words"), ASKED)
def test_it_is_answered(simulator: Simulator, after: str, asked: str, words: str) -> None:
    talk = held(simulator, RESULTS[after])

    reply = talk.take(Line(say=asked))

    assert reply.session_open
    assert words in reply.speech


IN_THE_CHECK = ("open ankle coach", "my ankle hurts after i twisted it yesterday", "i'm forty")


@pytest.mark.parametrize(
    "said", ["leave it, stop", "no, leave it, I'm stopping", "that's enough, stop now", "stop"]
)
def test_who_leaves_the_check_has_left_it(simulator: Simulator, said: str) -> None:
    assert not held(simulator, IN_THE_CHECK).take(Line(say=said)).session_open


READ_BACK = (
    "what did i tell you",
    "what did i tell you about the snap",
    "what did i tell you about my shoes",
    "and what did i tell you about how long it has been",
    "okay then, what did i tell you, just repeat it",
    "what have you got down for me",
    "read that back to me",
    "what did you hear",
    "what do you know about me so far",
    "how long did i say this has been hurting",
    "which side did i say",
    "go over what i told you",
)
NO_NOT_LATER = (
    "can i finish my tea first",
    "can i not just ice it and rest a while",
    "can't i just rest it",
    "can i just put ice on it",
    "how long have i got, can i finish my tea first",
    "should i see someone, or just leave it be",
    "can i go in tomorrow, i work on a building site",
)
HARMLESS = (
    "could it not just be a big bruise",
    "could it be just a calf strain",
    "could it just be cramp",
    "could it be nothing",
    "is it just a sprain",
)


@pytest.mark.parametrize("after", RESULTS)
@pytest.mark.parametrize("asked", READ_BACK)
def test_what_was_told_is_read_back(simulator: Simulator, after: str, asked: str) -> None:
    acts = acts_of(held(simulator, RESULTS[after]), asked)

    assert acts[0].startswith("told-so")
    assert any(act.startswith("told-if-wrong") for act in acts)


@pytest.mark.parametrize("after", ["911", "today"])
@pytest.mark.parametrize("asked", NO_NOT_LATER)
def test_what_is_urgent_waits_for_nothing(simulator: Simulator, after: str, asked: str) -> None:
    assert acts_of(held(simulator, RESULTS[after]), asked)[0].startswith("wait-")


@pytest.mark.parametrize("after", ["911", "today"])
@pytest.mark.parametrize("asked", HARMLESS)
def test_it_may_be_harmless_and_has_to_be_ruled_out(
    simulator: Simulator, after: str, asked: str
) -> None:
    acts = acts_of(held(simulator, RESULTS[after]), asked)

    assert acts[0].startswith("others-")
    assert acts[1].startswith("because:")


def test_what_is_told_beside_it_is_not_lost(simulator: Simulator) -> None:
    acts = acts_of(held(simulator, RESULTS["self care"]), "read that back, i can't breathe")

    assert acts[-1] == "ask-to-confirm:breathless-or-chest-pain"


PARTING = (
    "that is the lot, cheers mate",
    "ta, i'll do that",
    "okay ta, i'll sort it",
    "no that's everything, thanks very much",
    "right then, i'll get it seen, thanks",
    "that's all i needed, bye",
)


@pytest.mark.parametrize("after", RESULTS)
@pytest.mark.parametrize("said", PARTING)
def test_a_word_of_parting_ends_it_and_says_where_to_go(
    simulator: Simulator, after: str, said: str
) -> None:
    reply = held(simulator, RESULTS[after]).take(Line(say=said))

    assert not reply.session_open
    assert {"911": "call 911", "today": "urgent care today"}.get(after, "") in reply.speech


DISAGREES = (
    "no it doesn't fit, i think i've torn something, why isn't it arthritis",
    "that doesn't really fit me",
    "no you've misunderstood",
    "no, that can't be right",
    "i'm not convinced that's what it is",
    "it does go numb sometimes, but not at the moment",
)


@pytest.mark.parametrize("after", RESULTS)
@pytest.mark.parametrize("said", DISAGREES)
def test_who_disagrees_is_not_parted_from(simulator: Simulator, after: str, said: str) -> None:
    assert held(simulator, RESULTS[after]).take(Line(say=said)).session_open


OTHER_NAMES = (
    ("why not shin splints", "named-less"),
    ("why isn't it a trapped nerve", "named-less"),
    ("are you sure it's not arthritis", "named-less"),
    ("my mum has arthritis, could i have that", "named-less"),
    ("why not gout", "answer:gout/answer"),
    ("my dad has gout, might it be that", "answer:gout/answer"),
    ("is it getting infected", "answer:infection/answer"),
    ("it couldn't be cancer could it", "answer:another-name/answer"),
)


@pytest.mark.parametrize(("asked", "told"), OTHER_NAMES)
def test_why_it_is_nothing_else_is_answered_of_that(
    simulator: Simulator, asked: str, told: str
) -> None:
    assert acts_of(held(simulator, RESULTS["self care"]), asked)[0] == told


@pytest.mark.parametrize("after", ["911", "today"])
@pytest.mark.parametrize("asked", [asked for asked, _ in OTHER_NAMES[:3]])
def test_where_it_is_urgent_nothing_is_named(simulator: Simulator, after: str, asked: str) -> None:
    assert acts_of(held(simulator, RESULTS[after]), asked)[0].startswith("others-")


MISHEARD = ("you misheard me", "that's not what i said", "you've got me wrong", "i never said that")


@pytest.mark.parametrize("said", MISHEARD)
def test_who_was_misheard_hears_what_was_taken_down(simulator: Simulator, said: str) -> None:
    assert acts_of(held(simulator, RESULTS["self care"]), said)[0] == "told-so"


@pytest.mark.parametrize("after", ["911", "today"])
@pytest.mark.parametrize("said", MISHEARD)
def test_where_it_is_urgent_what_it_rests_on_is_asked_anew(
    simulator: Simulator, after: str, said: str
) -> None:
    assert acts_of(held(simulator, RESULTS[after]), said)[0] in {"changing", "once-more"}


PUT_RIGHT = (
    "no, that doesn't sound right, it's the inside",
    "it's the front of the ankle, not the back",
    "it's not my heel, it's my calf",
    "no, i said the front of the ankle",
    "i said the inside, not the outside",
    "no, it's the front, not the side",
    "no, the inside",
)


@pytest.mark.parametrize("said", PUT_RIGHT)
def test_a_place_takes_the_place_of_another(simulator: Simulator, said: str) -> None:
    acts = acts_of(held(simulator, RESULTS["self care"]), said)

    assert [act.split(":")[0] for act in acts[:2]] == ["taken-back", "noted"]


@pytest.mark.parametrize("said", ["my heel hurts too", "no. my heel hurts as well"])
def test_another_place_beside_it_takes_nothing_back(simulator: Simulator, said: str) -> None:
    acts = acts_of(held(simulator, RESULTS["self care"]), said)

    assert not any(act.startswith("taken-back") for act in acts)


MEANWHILE = (
    ("why not give it a good stretch", "stretching"),
    ("can i do some gentle stretches till then", "stretching"),
    ("my coach says stretch it", "stretching"),
    ("so no stretching then", "stretching"),
    ("why not give it a good rub", "rubbing"),
    ("my husband wants to massage it", "rubbing"),
    ("should i put my feet up", "raising-it"),
    ("is it good to lie down with the leg up", "raising-it"),
    ("what if my wee goes dark", "if-it-gets-worse"),
    ("what if my chest starts hurting", "if-it-gets-worse"),
    ("why not just put some iodine on it", "covering-a-wound"),
    ("what about a dab of antiseptic cream", "covering-a-wound"),
)
"""What somebody would do until it is seen, and the topic that answers."""


@pytest.mark.parametrize("after", RESULTS)
@pytest.mark.parametrize(("asked", "topic"), MEANWHILE)
def test_what_somebody_would_do_meanwhile_is_answered(
    simulator: Simulator, after: str, asked: str, topic: str
) -> None:
    first = acts_of(held(simulator, RESULTS[after]), asked)[0]

    assert first.startswith("answer")
    assert topic in first


@pytest.mark.parametrize("after", ["911", "today"])
def test_nothing_urgent_is_stretched(simulator: Simulator, after: str) -> None:
    reply = held(simulator, RESULTS[after]).take(Line(say="why not give it a good stretch"))

    assert "don't stretch" in reply.speech


BENCHED = (
    "and football on sunday, am i benched",
    "no tea dance for me this saturday then",
    "bang goes my ten k then",
    "so am i out for the derby",
    "there goes the tournament",
    "and my race on sunday",
)


@pytest.mark.parametrize("after", ["911", "today"])
@pytest.mark.parametrize("asked", BENCHED)
def test_no_match_is_played_before_it_was_seen(
    simulator: Simulator, after: str, asked: str
) -> None:
    assert acts_of(held(simulator, RESULTS[after]), asked)[0].startswith("load-")
