"""After a result somebody puts right what was told: it changes, or it is said what counts."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import acts_of, held

SELF_CARE = (
    "open ankle coach",
    "the outside of my right ankle hurts when i run, it came on slowly over three weeks",
    "i'm forty",
    *("no",) * 7,
)
DAYS = (
    "open ankle coach",
    "the back of my right heel is stiff and sore when i run, it came on slowly four months ago",
    "i'm forty",
    *("no",) * 4,
)
TODAY = (
    "open ankle coach",
    "i fell over kicking and heard a snap, like a kick in the back of the heel, an hour ago",
    "i'm forty",
    *("no",) * 4,
)
PLACES = (
    "it's my heel not my ankle",
    "it's the foot, not the ankle",
    "no, it's the heel that hurts, not the ankle",
    "it's my shin, not my ankle",
)
OTHER_PARTS = (
    "it's not my ankle, it's my knee",
    "no, my hip",
    "it's my knee, not my ankle",
    "you misheard, it's my hip",
)
NEVER_COUNTED = (
    "but in the night i have not pain, i told you",
    "but i have no fever, i told you",
    "there's no numbness, you misheard",
    "i haven't got any tingling, who said that",
)
LENGTHS = (
    "two minutes not half an hour",
    "it's only five minutes not half an hour, bro",
    "only a few minutes, not an hour",
)


@pytest.mark.parametrize("said", PLACES)
def test_another_region_is_asked_about(simulator: Simulator, said: str) -> None:
    acts = acts_of(held(simulator, SELF_CARE), said)

    assert acts[0] == "taken-back"
    assert acts[-1].startswith("ask:")


@pytest.mark.parametrize("result", [SELF_CARE, DAYS])
@pytest.mark.parametrize("said", OTHER_PARTS)
def test_nothing_is_offered_for_a_part_that_was_not_meant(
    simulator: Simulator, result: tuple[str, ...], said: str
) -> None:
    assert acts_of(held(simulator, result), said) == ["other-body-part", "what-else"]


@pytest.mark.parametrize("said", OTHER_PARTS[:1])
def test_what_is_urgent_stays_whatever_else_hurts(simulator: Simulator, said: str) -> None:
    acts = acts_of(held(simulator, TODAY), said)

    assert "because:sudden-snap" in acts
    assert "again-same-day" in acts


@pytest.mark.parametrize("result", [SELF_CARE, DAYS])
@pytest.mark.parametrize("said", NEVER_COUNTED)
def test_what_never_counted_is_said_back_as_it_is(
    simulator: Simulator, result: tuple[str, ...], said: str
) -> None:
    acts = acts_of(held(simulator, result), said)

    assert acts[0] == "never-counted"
    assert "so-it-stands" in acts


@pytest.mark.parametrize("said", LENGTHS)
def test_a_length_that_is_put_right_calls_nobody(simulator: Simulator, said: str) -> None:
    assert acts_of(held(simulator, DAYS), said)[0] == "told-so"


@pytest.mark.parametrize("said", ["you misheard, i'm fifty not fifteen", "you got it wrong, left"])
def test_what_is_put_right_counts_beside_words_of_a_mistake(
    simulator: Simulator, said: str
) -> None:
    acts = acts_of(held(simulator, SELF_CARE), said)

    assert "still-stands" in acts
    assert "again-self-care" in acts


def test_what_was_told_at_night_is_asked_once_more_and_not_contradicted(
    simulator: Simulator,
) -> None:
    at_night = (
        "open ankle coach",
        "my foot hurts and tingles at night, for eight weeks",
        "i'm forty",
        *("no",) * 14,
    )
    talk = held(simulator, at_night[:3])
    for said in at_night[3:]:
        if talk.take(Line(say=said)).acts[-1] == "why-offer":
            break

    acts = acts_of(talk, "but at night i have no pain, i told you")

    assert acts == ["once-more", "ask:night-pain"]


def test_an_offer_is_made_twice_to_whoever_tells_more(simulator: Simulator) -> None:
    talk = held(simulator, DAYS)

    assert acts_of(talk, "but i have no fever")[-1] == "why-offer"
    assert acts_of(talk, "and i have no numbness")[-1] == "what-else"
