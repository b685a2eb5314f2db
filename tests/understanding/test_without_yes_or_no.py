"""Answers without a yes or a no, where a danger is looked for: what alarms never calms."""

from __future__ import annotations

from pathlib import Path

from benchmarks.understand import context_of
from skill.understanding.read import read
from tests.row import each_row
from tests.yaml_file import plain
from tools.content.load import load

WAYS = Path(__file__).with_name("ways")
ALARMING: dict[str, list[str]] = plain(WAYS / "alarming.yaml")
REASSURING: dict[str, list[str]] = plain(WAYS / "reassuring.yaml")

A_YES_CALMS = ("can-bear-weight", "can-move-toes")
"""Questions that are asked the other way round: a no to them is the danger."""


def _answer(question: str, say: str) -> str | None:
    library = load()
    return read(library.words["en"].lexicon, say, context_of(library, question)).answer


@each_row("question", ALARMING)
def test_what_alarms_is_no_answer_that_calms(question: str) -> None:
    calming = "yes" if question in A_YES_CALMS else "no"
    assert not [say for say in ALARMING[question] if _answer(question, say) == calming]


@each_row("question", REASSURING)
def test_what_reassures_is_no_answer_that_alarms(question: str) -> None:
    alarming = "no" if question in A_YES_CALMS else "yes"
    assert not [say for say in REASSURING[question] if _answer(question, say) == alarming]
