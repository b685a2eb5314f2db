"""A foot that is set beside the other leg, and likened to what holds no warmth, is cold at every
question: "no, but it's a bit of a lump of ice compared to the other".
"""

from __future__ import annotations

from itertools import product

import pytest

from tests.understanding.hearing import heard_at

LUMPS = ("a lump of ice", "a block of ice", "marble", "an ice cube", "a fridge", "cold granite")
LIKENED = (
    "no but it's like {thing} compared to the other one",
    "it's like {thing} next to the left one",
    "not numb but it's like {thing} beside the other",
    "no it's like {thing} against the good one",
    "no more like {thing} than a foot",
    "no, like {thing}",
)
COLD = ("icy", "freezing", "much colder", "chilly", "cooler", "paler")
COMPARED = (
    "{cold} next to the other one",
    "no but {cold} compared to the other one",
    "no it's {cold} against the good one",
    "no only {cold} beside the other",
)
QUESTIONS = ("numbness", "tingling", "feeling", "circulation", "cold-foot", "how-it-began")
SAYINGS = (
    *(frame.format(thing=thing) for frame, thing in product(LIKENED, LUMPS)),
    *(frame.format(cold=cold) for frame, cold in product(COMPARED, COLD)),
)


@pytest.mark.parametrize("said", SAYINGS)
@pytest.mark.parametrize("asked", QUESTIONS)
def test_it_is_cold(said: str, asked: str) -> None:
    heard = heard_at(asked, said)
    assert heard.findings.get("cold-foot") is True or heard.answer in ("yes", "kind_of", "not_sure")
    assert heard.answer != "no" or heard.findings.get("cold-foot") is True


@pytest.mark.parametrize(
    "said",
    [
        "no it's as warm as the other one",
        "no the same as the other one",
        "no, no colder than the other one",
        "it's not cold compared to the other one",
        "no it's not colder than the other",
    ],
)
def test_what_is_alike_is_not(said: str) -> None:
    heard = heard_at("circulation", said)
    assert not heard.findings.get("cold-foot")
    assert heard.answer in (None, "no", "not_really")


@pytest.mark.parametrize("said", ["no, like stone", "no but my foot is like a stone"])
@pytest.mark.parametrize("asked", ["numbness", "circulation", "cold-foot"])
def test_what_may_be_hard_or_cold_is_asked_again(said: str, asked: str) -> None:
    assert heard_at(asked, said).answer != "no"
