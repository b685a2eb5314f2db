"""What is told of somebody else by the way sets nothing of who is hurt."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from skill.understanding.heard import Heard
from tests.row import row, spread
from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "others.yaml")
ASKED = (
    *("injury", "sudden-snap", "bone-risk", "recent-surgery-or-plaster", "clot-chance", "fever"),
    *("diabetes", "foot-at-risk", "tendon-medicine", "pregnant", "past-clot-or-cancer", "over-65"),
    *("circulation", "infection", "age", "how-it-began", "severity", "skin", "blood-thinner"),
)
FRAMES = {
    "{}": (None, "no", "not_sure"),
    "no, but {}": (None, "no"),
    "no, {} but i never have": ("no", None),
}
"""What is said at a question, and the answers that it may be taken for."""


def _others() -> Iterator[str]:
    for whose, names in WAYS["who"].items():
        for name, has in product(names, WAYS["has"]):
            yield f"{name} {has.format(whose=whose)}"


def _sets(heard: Heard) -> dict[str, Any]:
    """What of a person is set, but for where it hurts."""
    so = [id for id, true in heard.findings.items() if true and not id.startswith("place-")]
    told: dict[str, Any] = {"findings": so, "person": heard.person, "side": heard.side}
    told |= {"age": heard.age, "since": heard.since_days, "danger": heard.danger}
    return {name: value for name, value in told.items() if value}


@pytest.mark.parametrize("own", WAYS["own"])
def test_beside_a_trouble_of_ones_own_it_sets_nothing(own: str) -> None:
    for other in list(_others())[::4]:
        if "my coach had a clot" in other:
            continue  # "Worried because my coach had a clot" is asked about.
        said = own.format(other=other)
        with row(said):
            heard = heard_at("launch", said)
            assert not _sets(heard)
            assert any(heard.findings.values())


@pytest.mark.parametrize("asked", ASKED)
def test_where_it_is_settled_who_is_hurt_it_answers_with_no_yes(asked: str) -> None:
    said = [*list(_others())[::13], *WAYS["more"]]
    for other, (frame, answers) in spread(2, said, FRAMES.items(), ASKED.index(asked)):
        with row(other, frame):
            heard = heard_at(asked, frame.format(other), mine=True)
            assert not _sets(heard)
            assert heard.answer in answers


@pytest.mark.parametrize(("asked", "said", "id"), WAYS["one_s_own"])
def test_what_is_ones_own_is_heard_beside_somebody_else(asked: str, said: str, id: str) -> None:
    assert heard_at(asked, said, mine=True).findings.get(id)


@pytest.mark.parametrize(("said", "person"), WAYS["who_is_hurt"])
def test_who_is_hurt_is_heard(said: str, person: str) -> None:
    assert heard_at("launch", said).person == person


@pytest.mark.parametrize("said", WAYS["help"])
@pytest.mark.parametrize("asked", ["launch", "circulation", "breath", "age"])
def test_who_needs_help_is_heard(asked: str, said: str) -> None:
    heard = heard_at(asked, f"my ankle hurts and {said}", mine=True)
    assert heard.danger or heard.practical == "checking-the-breath"
