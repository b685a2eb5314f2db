"""A set that words ended by mistake goes on once a direct question about the danger gets a no.

Whatever is not a plain no leaves it ended, and so does whatever else is told in between.
"""

from __future__ import annotations

import pytest

from simulator.conversation import Conversation
from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import acts_of, say_in

COACHED = ("a set-up", "the wait before a set", "a set", "a rest", "the question for pain")

TAKEN_BACK = (
    "false alarm",
    "sorry, false alarm",
    "no that's not what I meant",
    "I only meant my shoe",
    "I meant the resistance band snapped",
    "I was talking about my friend",
    "no, my mate",
    "not me, my wife",
    "you misheard me",
    "I was only joking",
    "it was just my sandals",
    "never mind, it was the chair",
    "I didn't say that",
    "forget that, sorry",
    "I'd like to carry on with the exercise",
)

MISHEARD = ("my toes have gone numb", "something popped", "it gave way", "I feel dizzy")

NO = ("no", "no it isn't", "no, not at all", "nope")
NO_PLAIN_NO = ("yes", "a little", "I'm not sure", "yeah actually it is", "sort of", "maybe")


STOPPED = ("danger-stop", "danger-stop-breath")


def _stopped(simulator: Simulator, part: str, said: str) -> Conversation:
    talk, acts = say_in(simulator, part, said)
    assert acts[0] in STOPPED
    return talk


@pytest.mark.parametrize("said", TAKEN_BACK)
def test_a_stop_that_is_taken_back_is_asked_about(simulator: Simulator, said: str) -> None:
    talk = _stopped(simulator, "a set", "my toes have gone numb")

    assert acts_of(talk, said) == ["false-alarm:numbness"]


@pytest.mark.parametrize("part", COACHED)
@pytest.mark.parametrize("said", MISHEARD)
def test_a_no_goes_back_to_where_it_was(simulator: Simulator, said: str, part: str) -> None:
    talk = _stopped(simulator, part, said)
    talk.take(Line(say="false alarm"))

    acts = acts_of(talk, "no")
    assert acts[0] == "false-alarm-over"
    assert acts[1].startswith(("ready-question", "how-much-pain"))


def test_the_set_goes_on_at_its_repetition(simulator: Simulator) -> None:
    paused, _ = say_in(simulator, "a set", "pause")
    talk = _stopped(simulator, "a set", "my toes have gone numb")
    talk.take(Line(say="false alarm"))
    talk.take(Line(say="no"))

    at_once = Line(say="ready", after=5)
    assert talk.take(at_once).speech == paused.take(at_once).speech


@pytest.mark.parametrize("said", NO)
def test_every_plain_no_lifts_it(simulator: Simulator, said: str) -> None:
    talk = _stopped(simulator, "a set", "my toes have gone numb")
    talk.take(Line(say="false alarm"))

    assert acts_of(talk, said)[0] == "false-alarm-over"


@pytest.mark.parametrize("said", NO_PLAIN_NO)
def test_whatever_is_no_plain_no_leaves_it_stopped(simulator: Simulator, said: str) -> None:
    talk = _stopped(simulator, "a set", "my toes have gone numb")
    talk.take(Line(say="false alarm"))
    acts = acts_of(talk, said)

    assert "false-alarm-over" not in acts
    # There is one such question for each stop.
    assert "false-alarm:numbness" not in acts_of(talk, "false alarm")


@pytest.mark.parametrize(
    "said", ["no not now, only for a second", "no, not any more", "it's gone now"]
)
def test_a_no_for_now_alone_leaves_it_stopped(simulator: Simulator, said: str) -> None:
    talk = _stopped(simulator, "a set", "I feel dizzy")
    talk.take(Line(say="false alarm"))

    assert "false-alarm-over" not in acts_of(talk, said)


@pytest.mark.parametrize(
    "said", ["my chest feels tight", "I'm short of breath", "my heart is racing"]
)
def test_after_a_sign_of_heart_or_lungs_no_set_is_gone_on_with(
    simulator: Simulator, said: str
) -> None:
    """It comes and goes, and is made light of: a no leaves the set ended, for this session too."""
    talk = _stopped(simulator, "a set", said)
    talk.take(Line(say="it's gone now, carry on"))
    acts = [*acts_of(talk, "no"), *acts_of(talk, "start the calf routine")]

    assert not any(act.startswith(("set:", "resuming", "false-alarm-over")) for act in acts)


@pytest.mark.parametrize(
    "said", ["my chest feels tight", "I'm short of breath", "my heart is racing"]
)
@pytest.mark.parametrize("plainly", ["I was joking", "that was about the dog", "you misheard me"])
def test_a_sign_of_heart_or_lungs_that_is_taken_back_plainly_is_asked_about_once(
    simulator: Simulator, said: str, plainly: str
) -> None:
    talk = _stopped(simulator, "a set", said)

    assert acts_of(talk, plainly) == ["false-alarm-heart"]
    assert acts_of(talk, "no")[0] == "false-alarm-over"


@pytest.mark.parametrize("answer", ["yes", "a bit", "only for a moment", "it's gone now", "maybe"])
def test_what_is_no_plain_no_to_that_leaves_it_stopped(simulator: Simulator, answer: str) -> None:
    talk = _stopped(simulator, "a set", "my chest feels tight")
    talk.take(Line(say="I was joking"))

    assert "false-alarm-over" not in acts_of(talk, answer)


def test_a_new_danger_beside_the_no_leaves_it_stopped(simulator: Simulator) -> None:
    talk = _stopped(simulator, "a set", "my toes have gone numb")
    talk.take(Line(say="false alarm"))

    assert "false-alarm-over" not in acts_of(talk, "no, but my foot is cold and white")


def test_what_a_safety_question_found_closes_the_way_back(simulator: Simulator) -> None:
    talk = _stopped(simulator, "a set", "my toes have gone numb")
    talk.take(Line(say="yes"))

    assert not any(act.startswith("false-alarm") for act in acts_of(talk, "false alarm"))


def test_words_that_call_for_help_close_the_way_back(simulator: Simulator) -> None:
    talk = _stopped(simulator, "a set", "my toes have gone numb")
    talk.take(Line(say="call an ambulance"))

    assert not any(act.startswith("false-alarm") for act in acts_of(talk, "false alarm"))


@pytest.mark.parametrize("number", ["seven", "nine"])
def test_a_number_of_pain_has_no_way_back(simulator: Simulator, number: str) -> None:
    talk, _ = say_in(simulator, "the question for pain", number)

    assert not any(act.startswith("false-alarm") for act in acts_of(talk, "false alarm"))


TRULY = (
    "my foot's gone numb",
    "I can't feel my toes",
    "my toes went dead",
    "there's pins and needles in my foot",
    "my ankle just gave way",
    "my knee buckled and I nearly fell",
    "something snapped in my calf",
    "I heard a pop in my ankle and it hurts",
    "a pop in my heel",
    "it felt like someone kicked me in the calf",
    "my calf went pop",
    "a sharp pain shot up my leg",
    "my ankle's swelling up",
    "my foot has gone cold and white",
    "my chest feels tight",
    "I'm about to faint",
    "I can't lift my foot",
    "my mate's foot is numb and so is mine",
    "my wife says my foot looks swollen",
    "my friend saw my ankle give way",
    "my shoe popped off and my ankle gave way",
    "the band snapped and hit me, my foot's numb",
    "my ankle always clicks and now it gave way",
)


@pytest.mark.parametrize("part", ["a set-up", "a set", "a rest", "the question for pain"])
def test_a_true_danger_stays_stopped(simulator: Simulator, part: str) -> None:
    """Also after words that go on: without a direct no nothing is coached."""
    coached = []
    for said in TRULY:
        talk, first = say_in(simulator, part, said)
        then = [*acts_of(talk, "carry on"), *acts_of(talk, "yes"), *acts_of(talk, "ready")]
        if any(act.startswith(("set:", "resuming", "false-alarm-over")) for act in (*first, *then)):
            coached.append((said, *first))

    assert coached == []


OF_ANOTHER = (
    "my mate's foot went numb",
    "my wife's ankle popped",
    "his foot has gone to sleep",
    "my friend has a swollen ankle",
    "my husband's knee gave way",
    "my brother just rolled his ankle",
    "my dog's leg is swollen",
    "my training partner's calf snapped",
)
OF_A_THING = (
    "my shoe popped off",
    "the resistance band snapped",
    "my sandals pop when I do this",
    "the chair creaked",
    "my shoelace snapped",
    "the floor cracks when I go up",
    "that pop was my shoe",
    "I heard the chair crack",
)
PAINLESS = (
    "my knees always click",
    "it clicks but doesn't hurt",
    "my ankle pops every time but no pain",
    "my ankle always clicks",
    "it cracks all the time",
    "it's a painless click",
)
MAY_HURT = (
    "my foot is clicking",
    "it clicks and it hurts",
    "my ankle always clicks and now it hurts",
)


@pytest.mark.parametrize("part", ["a set", "a rest"])
@pytest.mark.parametrize("said", [*OF_ANOTHER, *OF_A_THING, *PAINLESS])
def test_what_is_no_danger_of_ones_own_ends_nothing_and_asks_for_no_pain(
    simulator: Simulator, said: str, part: str
) -> None:
    _, acts = say_in(simulator, part, said)

    assert not {*STOPPED, "stop-there", "to-safety", "too-young"}.intersection(acts)


@pytest.mark.parametrize("said", MAY_HURT)
def test_a_click_that_may_hurt_asks_how_much(simulator: Simulator, said: str) -> None:
    _, acts = say_in(simulator, "a set", said)

    assert (acts[0], acts[-1]) == ("stop-there", "how-much-pain-anywhere")
