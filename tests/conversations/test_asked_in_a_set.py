"""What is volunteered in an exercise is asked about once before 911 is told; breath, whether it is
more than the effort. No answer to it is one to the pain."""

from __future__ import annotations

from itertools import cycle

import pytest

from simulator.start import Simulator
from tests.conversations.parts import COACHED, acts_of, say_in

PAIN = "the question for pain"
WINDED = ("I'm puffed", "I'm out of breath", "bit winded", "I'm panting", "well out of puff")
NOES = ("no", "nah", "nope", "no pain")
WISHES = ("", "pause", "hang on a minute", "and how many are left", "carry on")
MORE = ["stop-there", "more-than-effort"]


def _beside_a_no() -> list[str]:
    noes, wishes = cycle(NOES), cycle(WISHES[1:])
    told = [f"{next(noes)}, {one} {wish}" for one in WINDED for wish in WISHES]
    return [*told, *(f"{next(noes)} but {one}, {next(wishes)}" for one in WINDED)]


@pytest.mark.parametrize("said", _beside_a_no())
def test_breath_beside_a_no_is_no_answer_to_the_pain(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, PAIN, said)[1] == MORE


@pytest.mark.parametrize("part", COACHED)
def test_who_is_out_of_breath_is_asked_whether_it_is_more(simulator: Simulator, part: str) -> None:
    assert say_in(simulator, part, "I'm puffed")[1] == MORE


@pytest.mark.parametrize(
    "said",
    [
        *("no", "no, just the exercise", "nah, I'm just out of breath", "no, it's normal"),
        *("no, that's just me being unfit", "normal puffed", "no, my chest is fine"),
    ],
)
def test_a_no_goes_back_to_the_set(simulator: Simulator, said: str) -> None:
    talk, _ = say_in(simulator, "a set", "I'm puffed")

    assert acts_of(talk, said) == ["breath-comes-back", "ready-question"]


@pytest.mark.parametrize(
    "said",
    [
        *("yes", "a bit", "more than usual", "my chest is tight", "I can't catch my breath"),
        *("no, but my chest feels tight",),
    ],
)
def test_a_yes_is_an_emergency(simulator: Simulator, said: str) -> None:
    talk, _ = say_in(simulator, "a set", "I'm puffed")

    assert "care-emergency" in acts_of(talk, said)


@pytest.mark.parametrize("said", ["I can't breathe", "no, but my chest hurts", "I have chest pain"])
def test_a_chest_counts_at_once(simulator: Simulator, said: str) -> None:
    assert "care-emergency" in say_in(simulator, PAIN, said)[1]


VOLUNTEERED = {
    "my foot is freezing": "cold-foot",
    "it looks out of place": "deformity",
    "it's spurting blood": "heavy-bleeding",
    "I wet myself": "bladder-or-bowel",
    "my bum is numb": "saddle-numbness",
    "my toe has gone black": "black-or-dusky-skin",
}


@pytest.mark.parametrize(("said", "flag"), VOLUNTEERED.items())
def test_what_is_volunteered_is_asked_about_once(
    simulator: Simulator, said: str, flag: str
) -> None:
    talk, acts = say_in(simulator, "a set", said)

    assert "danger-stop-breath" in acts
    assert acts[-1] == f"ask-to-confirm:{flag}"
    assert "care-emergency" in acts_of(talk, "yes")


@pytest.mark.parametrize(("said", "flag"), VOLUNTEERED.items())
def test_a_plain_no_goes_back_and_a_doubt_does_not(
    simulator: Simulator, said: str, flag: str
) -> None:
    talk, _ = say_in(simulator, "a set", said)
    goes_back = acts_of(talk, "no")[0] == "false-alarm-over"
    assert goes_back or flag == "heavy-bleeding"  # The wound is asked about, too.

    doubted, _ = say_in(simulator, "a set", said)
    assert acts_of(doubted, "I'm not sure") == [f"ask-plainer:{flag}"]
    assert "care-emergency" in acts_of(doubted, "I'm not sure")


def test_of_two_dangers_a_no_to_one_lifts_nothing(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, "a set", "my foot is cold and white and my toe has gone black")

    assert acts_of(talk, "no")[0] != "false-alarm-over"
