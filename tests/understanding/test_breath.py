"""Breath that is short on effort: nothing by itself, and beside a calf a sign of a clot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.understand import context_of
from skill.dialog.context import context_of as context_in
from skill.dialog.state import State
from skill.library.types import Answer
from skill.understanding.contexts import OF_BREATH, Context
from skill.understanding.read import read
from tests.yaml_file import plain
from tools.content.load import load

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "breath.yaml")
BREATH = "breathless-or-chest-pain"
ON_EFFORT = ("I get short of breath when I run uphill", "I'm puffed out after a run")
LITTLE = (
    "I get out of breath on the stairs",
    "I'm puffed out after the stairs",
    "I run out of breath going upstairs",
    "I'm out of puff walking to the car",
    "my heel's sore and I lose my breath climbing the stairs",
)
"""Breath that is short on little, as no runner's is."""
CALF: dict[str, Answer] = {"calf-swollen-or-warm": Answer.YES}
SWOLLEN: dict[str, Answer] = {"pain-calf": Answer.YES, "swelling": Answer.YES}


def _counts(said: str, context: Context) -> bool:
    return read(load().words["en"].lexicon, said, context).findings.get(BREATH) is True


@pytest.mark.parametrize("asked", sorted(OF_BREATH))
def test_breath_that_is_short_on_effort_counts_where_it_is_asked_about(asked: str) -> None:
    context = context_of(load(), asked)
    assert not [said for said in WAYS["counts"] if not _counts(said, context)]


@pytest.mark.parametrize("asked", sorted(OF_BREATH))
def test_what_is_denied_or_of_the_leg_is_no_short_breath(asked: str) -> None:
    context = context_of(load(), asked)
    assert not [said for said in WAYS["does-not"] if _counts(said, context)]


@pytest.mark.parametrize("given", [CALF, SWOLLEN])
@pytest.mark.parametrize("said", ON_EFFORT)
def test_beside_a_sign_of_a_clot_it_counts_at_any_question(
    said: str, given: dict[str, Answer]
) -> None:
    state = State("question", asking="circulation", given=given)
    assert _counts(said, context_in(load(), state, None))
    assert not _counts(said, context_in(load(), State("question", asking="circulation"), None))


@pytest.mark.parametrize("asked", ["open-question", "circulation", "anything-else", "any"])
@pytest.mark.parametrize("said", LITTLE)
def test_breath_that_is_short_on_little_counts_at_any_question(said: str, asked: str) -> None:
    assert _counts(said, context_of(load(), asked))


def test_what_was_so_for_years_is_asked_about_once_more() -> None:
    heard = read(
        load().words["en"].lexicon,
        "I've always puffed going up the stairs",
        context_of(load(), "breath"),
    )
    assert heard.answer == "not_sure"
    assert not heard.findings
