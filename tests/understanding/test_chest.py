"""A chest by all its names, all that is felt in it, and how little is made of it.

Every name stands with every feeling, in turn with every way to make light of it.
"""

from __future__ import annotations

from itertools import cycle, product
from pathlib import Path
from typing import Any

import pytest

from skill.understanding.heard import Heard
from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "chest.yaml")
OF_A_CHEST = {"breathless-or-chest-pain", "racing-heart"}
EXERCISING = ("set-up", "set", "rest", "how-much-pain")
ASKING = ("safety-today", "breath", "breathless-or-chest-pain")
OF_IT_ALONE = ("breath", "breathless-or-chest-pain")
APART = 5
"""One sentence in so many is read at a question, and others at the next: each at two of them."""
ANYWHERE = (*EXERCISING, *ASKING, "safety-person", "skin", "severity", "launch", "result")


def _is_told(heard: Heard) -> bool:
    return any(heard.findings.get(id) for id in OF_A_CHEST)


def _made_light_of() -> list[str]:
    """Each name with each feeling, in turn in each frame that makes light of it."""
    told = [one.format(name=name) for name, one in product(WAYS["names"], WAYS["felt"])]
    hearts, beats = WAYS["of-the-heart-alone"], WAYS["of-a-beat"]
    told += [one.format(name=name) for name, one in product(hearts, beats)]
    frames = cycle(WAYS["made-light-of"])
    return [next(frames).format(told=one) for one in told]


def _there(frames: list[str]) -> list[str]:
    told = [one.format(where=at) for at, one in product(WAYS["whereabouts"], WAYS["felt-there"])]
    in_turn = cycle(frames)
    return [next(in_turn).format(told=one) for one in told]


@pytest.mark.parametrize("asked", ANYWHERE)
def test_a_chest_that_is_made_light_of_is_heard(asked: str) -> None:
    gone = () if asked in EXERCISING else ("gone now",)  # What was is another matter there.
    in_turn = _made_light_of()[ANYWHERE.index(asked) % APART :: APART]
    said = [one for one in in_turn if not one.endswith(gone or "\n")]
    assert not [one for one in said if not _is_told(heard_at(asked, one))]


@pytest.mark.parametrize("asked", ASKING)
def test_where_a_chest_is_asked_about_up_here_is_the_chest(asked: str) -> None:
    heard = {one: heard_at(asked, one) for one in _there(WAYS["made-light-of-there"])}
    assert not [one for one, h in heard.items() if not _is_told(h) or h.doubtful]


@pytest.mark.parametrize("asked", [*EXERCISING, "result"])
def test_where_it_may_be_a_leg_up_here_is_in_doubt(asked: str) -> None:
    heard = {one: heard_at(asked, one) for one in _there(WAYS["made-light-of-there"])}
    assert not [one for one, h in heard.items() if not (_is_told(h) and h.doubtful)]


@pytest.mark.parametrize("asked", ["pain-place-ankle", "how-it-began", "launch", "skin"])
def test_where_a_leg_is_asked_about_in_there_is_the_leg(asked: str) -> None:
    said = [one for one in _there(["{told}"]) if " me" not in one]
    assert not [one for one in said if _is_told(heard_at(asked, one))]


@pytest.mark.parametrize("asked", [one for one in ANYWHERE if one not in OF_IT_ALONE])
def test_what_only_sounds_like_a_chest_alarms_nobody(asked: str) -> None:
    assert not [one for one in WAYS["none"] if _is_told(heard_at(asked, one))]


@pytest.mark.parametrize("asked", OF_IT_ALONE)
def test_what_is_tight_on_a_leg_is_no_chest_where_that_is_asked_for(asked: str) -> None:
    assert not [one for one in WAYS["of-a-leg"] if _is_told(heard_at(asked, one))]
