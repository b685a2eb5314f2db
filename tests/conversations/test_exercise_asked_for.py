"""Who asks for exercise in so many words comes to it, whatever reason is given beside it."""

from __future__ import annotations

from itertools import product

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, held

OPENED = ("open ankle coach",)
SENT = ("", "my physio sent me, ", "my doctor has seen it and wants me to exercise, ", "hi, ")
WISHES = (
    "can we do the calf exercises",
    "I'd like some balance exercises",
    "could you coach me through some ankle exercises",
    "I want to do the shin routine",
    "I need some rehab exercises",
    "let's do some heel raises",
    "rehab please",
)
REASONS = (
    " for my stiff Achilles",
    ", my heel is sore in the mornings",
    ", my ankle gives way",
    ", my shin hurts when I run",
    " for a weak ankle",
    ", I sprained my ankle six weeks ago",
    ", my heel has been stiff in the mornings for two months",
    ", my ankle has been sore for three weeks",
)
COMES_TO_EXERCISE = ("safety-", "clinician-seen", "choose-routine")
GRAVE = (
    "I twisted my ankle yesterday",
    "I heard a snap in my calf",
    "my foot is numb",
    "it hurts at rest",
    "my ankle is swollen",
    "my shin has hurt since Tuesday",
    "my ankle hurts and it's getting worse",
    "I sprained my ankle",
)
NO_WISH = (
    "my heel is sore in the mornings",
    "my ankle gives way",
    "I sprained my ankle six weeks ago",
    "exercise makes my heel hurt",
    "the physio exercises made my ankle worse",
    "I stopped exercising three weeks ago because my shin hurts when I run",
    "I can't do my exercises because my heel is stiff in the mornings",
    "I don't want exercises, my heel is stiff in the mornings",
    "I get pain when I do calf raises",
    "it started when I was doing calf exercises three weeks ago",
)
SENT_ALONE = (
    "my doctor has seen it, he wants me to exercise",
    "my physio sent me",
    "my physio cleared me for exercise",
    "my doctor said exercise would be good",
    "I've been told to exercise by my physio",
)
BACK = (
    "I'm back from last time, same as yesterday",
    "same as yesterday",
    "I'm back, same again as last time",
    "it's me again, same as before",
    "we're back for more",
    "the same ones as last week",
    "same routine as always please",
)


@pytest.mark.parametrize("sent", SENT)
def test_a_wish_in_so_many_words_comes_to_exercise(simulator: Simulator, sent: str) -> None:
    lost = {
        said: acts
        for wish, reason in product(WISHES, REASONS)
        if not _comes_to_exercise(acts := _replied(simulator, said := f"{sent}{wish}{reason}"))
    }

    assert not lost


@pytest.mark.parametrize("wish", WISHES)
def test_what_is_grave_or_new_is_checked_first(simulator: Simulator, wish: str) -> None:
    begun = [one for one in GRAVE if _comes_to_exercise(_replied(simulator, f"{wish}, {one}"))]

    assert not begun


def test_who_only_complains_comes_to_the_check(simulator: Simulator) -> None:
    assert not [one for one in NO_WISH if _comes_to_exercise(_replied(simulator, one))]


@pytest.mark.parametrize("said", SENT_ALONE)
def test_a_clinicians_word_alone_is_a_wish_and_is_acknowledged(
    simulator: Simulator, said: str
) -> None:
    assert _replied(simulator, said) == ["word-noted", "choose-routine"]


@pytest.mark.parametrize("said", BACK)
def test_who_comes_back_for_the_same_is_asked_which(simulator: Simulator, said: str) -> None:
    assert _replied(simulator, said) == ["none-kept", "choose-routine"]


def test_what_is_told_beside_a_wish_is_handed_on(simulator: Simulator) -> None:
    talk = held(simulator, OPENED)
    acts_of(talk, "can we do some exercises, my shin hurts when I run")

    acts = acts_of(talk, "my foot has gone numb")

    assert acts[:2] == ["exercise-later", "noted"]
    assert not {"ask:place", "ask:place-leg"} & {*acts}


def _replied(simulator: Simulator, said: str) -> list[str]:
    return acts_of(held(simulator, OPENED), said)


def _comes_to_exercise(acts: list[str]) -> bool:
    return acts[-1].startswith(COMES_TO_EXERCISE)
