"""The end of a milder sign withdraws no danger, and a grave one that passed is told."""

from __future__ import annotations

from itertools import product

import pytest

from tests.row import for_each
from tests.understanding.hearing import heard_at

TOLD = {
    "fainted": ("I fainted", "I passed out this morning", "I blacked out at work"),
    "breathless-or-chest-pain": ("I'm short of breath", "I can't catch my breath"),
    "numbness": ("my toes are numb", "I can't feel my toes"),
    "cold-foot": ("my foot is white and cold", "my foot's stone cold"),
    "bladder-or-bowel": ("I wet myself", "I can't hold my pee"),
}
MILDER = ("the giddiness", "the nausea", "the cough", "the tingling", "the ache", "the swelling")
GONE = (
    "{told} but {sign} has gone",
    "{told}, {sign} has gone now",
    "{told} but {sign} is all gone",
)
PASSED = {
    "fainted": ("I fainted yesterday, feel fine now", "I passed out this morning, I'm better now"),
    "breathless-or-chest-pain": ("I had chest pain this morning, it's gone now",),
    "coughs-blood": ("I coughed up blood yesterday, it's gone now",),
}
WITHDRAWN = {
    "it was tingling but the tingling has gone": "tingling",
    "my toes were numb but that's gone now": "numbness",
    "it was swollen but the swelling has gone": "swelling",
    "my foot was cold but that's gone": "cold-foot",
    "I used to get chest pains but not anymore": "breathless-or-chest-pain",
}


@pytest.mark.parametrize("danger", TOLD)
def test_a_danger_stands_where_a_milder_sign_has_gone(danger: str) -> None:
    said = [
        frame.format(told=told, sign=sign)
        for told, sign, frame in product(TOLD[danger], MILDER, GONE)
    ]
    assert not [one for one in said if not heard_at("launch", one).findings.get(danger)]


@pytest.mark.parametrize("danger", PASSED)
def test_what_was_grave_counts_once_it_has_passed(danger: str) -> None:
    assert not [one for one in PASSED[danger] if danger not in heard_at("result", one).danger]


def test_a_sign_that_has_gone_itself_is_withdrawn() -> None:
    for_each(WITHDRAWN.items(), _is_withdrawn)


def _is_withdrawn(said: str, finding: str) -> None:
    assert not heard_at("launch", said).findings.get(finding)
