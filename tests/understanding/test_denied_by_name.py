"""A no to some of several dangers leaves the others open, and takes back what it names alone."""

from __future__ import annotations

import pytest

from tests.understanding.hearing import heard_at

NAMED = {
    "breath": (
        "I haven't fainted",
        "no chest pain",
        "no pain in the chest no and I haven't fainted",
    ),
    "spine": ("my bladder's fine", "no trouble with my bowels", "I'm not numb between the legs no"),
    "circulation": ("it's not cold", "no tingling", "no numbness and no tingling"),
    "injury-shape": ("no deformity", "it's not bent", "no broken skin and no deformity"),
    "feeling": ("I'm not diabetic", "no diabetes", "I don't take blood thinners"),
}
"""What names some of what a question asks for, and not all."""

ALL = {
    "breath": ("no", "no no chest pain or anything", "nothing like that", "no none of those"),
    "spine": ("no", "no my legs are strong none of that", "nothing like that"),
    "circulation": ("no", "no no tingling or anything", "none of those"),
    "injury-shape": ("no", "no nothing like that", "no broken skin or anything like that"),
    "feeling": ("no", "none of those", "no diabetes or anything"),
}
"""What is said of all of it."""

COUNTED = ("sudden-snap", "recent-twist-or-fall", "hot-or-red", "calf-swollen-or-warm", "swelling")

OF_SOMETHING_ELSE = (
    "I didn't bang my head",
    "no! I told you, I didn't hit my head",
    "I didn't bang my head, it's my ankle",
    "no red streaks and no pus",
    "nobody kicked me",
    "my breathing is fine",
)


@pytest.mark.parametrize("asked", NAMED)
def test_what_is_not_named_stays_open(asked: str) -> None:
    assert not [say for say in NAMED[asked] if heard_at(asked, say).answer == "no"]


@pytest.mark.parametrize("asked", ALL)
def test_a_no_to_all_is_one(asked: str) -> None:
    assert not [say for say in ALL[asked] if heard_at(asked, say).answer != "no"]


@pytest.mark.parametrize("asked", ["breath", "spine", "circulation", "cannot-bear-weight"])
def test_a_denial_takes_back_what_it_names_alone(asked: str) -> None:
    wrong = []
    for say in OF_SOMETHING_ELSE:
        facts = heard_at(asked, say, counted=COUNTED).findings
        wrong += [(say, id) for id in COUNTED if facts.get(id) is False]
    assert not wrong


def test_half_of_breath_and_chest_is_not_both() -> None:
    for say in ("well my chest doesn't hurt dear", "no chest pain", "my breathing is fine"):
        heard = heard_at("breath", say)
        assert heard.answer is None, say
        assert "breathless-or-chest-pain" not in heard.findings, say


def test_no_bladder_trouble_is_none() -> None:
    for say in ("no bladder trouble", "no bladder problems", "no I can wee fine"):
        assert not heard_at("spine", say).findings.get("bladder-or-bowel"), say
    assert heard_at("spine", "no bladder control").findings["bladder-or-bowel"]
