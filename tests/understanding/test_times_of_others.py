"""A time is the beginning only where its clause tells of the trouble."""

from __future__ import annotations

from itertools import islice, product

import pytest

from tests.row import row
from tests.understanding.hearing import heard_at

ASKED = ("injury-shape", "skin", "diabetes", "age", "limping", "why-offer", "repeat-offer")
WHEN = ("last year", "in twenty nineteen", "two months ago", "last week", "in March")
OF_OTHERS = (
    "my mate Declan broke his leg in that hall {}",
    "my neighbour fell {}",
    "my mum had a clot {}",
    "the hip was done {} and it's lovely",
    "I broke my wrist {}",
    "I had antibiotics for a tooth {}",
    "my back went {}",
    "I hurt my other ankle {}",
    "I started this job {}",
    "I retired {}",
    "I ran my first marathon {}",
    "I got new shoes {}",
    "I had covid {}",
)
LASTING = (
    "I've worked there ten years",
    "I haven't slept right since the menopause",
    "I've been clumsy since high school",
    "I've had asthma for years",
    "I've been running for twenty years",
    "I run the marathon in May",
)
BEFORE = ("no, {}", "no, none of that, though {}", "yes, {}")
OF_THE_TROUBLE = (
    ("it only happened tonight", 0),
    ("it only went an hour ago", 0),
    ("I heard it go an hour ago, like, tonight", 0),
    ("I've not been to bed yet since", 0),
    ("this morning, not before", 0),
    ("the pop was yesterday", 1),
    ("it started three days ago", 3),
    ("I twisted it last week", 7),
    ("it's been sore for two months", 60),
    ("I've had this for ten years", 3650),
    ("my ankle's been like that for three weeks", 21),
)


def _of_others() -> list[str]:
    timed = [one.format(when) for one, when in product(OF_OTHERS, WHEN)]
    return [before.format(one) for one, before in product([*timed, *LASTING], BEFORE)]


@pytest.mark.parametrize("asked", ASKED)
def test_a_time_of_something_else_is_no_beginning(asked: str) -> None:
    for said in islice(_of_others(), ASKED.index(asked), None, 11):
        with row(said):
            heard = heard_at(asked, said)
            assert heard.since_days is None
            assert "over-six-weeks" not in heard.findings


@pytest.mark.parametrize("other", OF_OTHERS[:8])
def test_beside_a_trouble_of_ones_own_it_is_none_either(other: str) -> None:
    said = f"my ankle hurts on the outside, and {other.format('last year')}"
    assert heard_at("launch", said).since_days is None


@pytest.mark.parametrize(("said", "days"), OF_THE_TROUBLE)
def test_a_time_of_the_trouble_is_its_beginning(said: str, days: int) -> None:
    for asked, before in product(ASKED, ("{}", "no, {}", "no, not cold, and {}")):
        with row(f"{asked}: {before.format(said)}"):
            assert heard_at(asked, before.format(said)).since_days == days


@pytest.mark.parametrize(("said", "days"), OF_THE_TROUBLE[:6])
def test_when_it_came_takes_the_place_of_another_time(said: str, days: int) -> None:
    for asked in ("skin", "why-offer", "repeat-offer", "emergency-told"):
        assert heard_at(asked, f"no, {said}").corrects_time


@pytest.mark.parametrize("said", [said for said, days in OF_THE_TROUBLE if not days])
def test_who_was_hurt_today_cannot_tell_how_a_morning_is(said: str) -> None:
    for before in ("{}", "sure {}", "no, {}"):
        heard = heard_at("morning-stiffness", before.format(said))
        assert heard.answer == "not_sure"
        assert "morning-stiffness" not in heard.findings


@pytest.mark.parametrize(
    "said",
    [
        "it's been stiff every morning since last week",
        "yes, it happened on Sunday and I'm stiff when I get up",
        "yes, since it began two months ago",
    ],
)
def test_who_has_had_mornings_with_it_can(said: str) -> None:
    heard = heard_at("morning-stiffness", said)
    assert heard.answer == "yes" or heard.findings.get("morning-stiffness")


def test_school_is_how_long_ago_it_was() -> None:
    heard = heard_at("breath", "I only get winded on hills, I always have, since high school")
    assert "under-eighteen" not in heard.findings
    assert heard_at("launch", "I'm in high school and my shin hurts").findings["under-eighteen"]
