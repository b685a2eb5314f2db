"""What a file of stories may hold: whatever is wrong in it is named with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.evaluate import main
from benchmarks.stories import vocabulary
from skill.interview.interview import Knowledge
from tests.benchmarks.story import story


def test_a_fact_outside_the_vocabulary_is_named_with_its_file_and_line(
    file: Path, complaint: Callable[[str], str]
) -> None:
    facts = "\n    pain_calf: true\n    green_toes: true"
    said = complaint("vignettes:\n" + story("{}") + story(facts, id="two"))
    assert said.startswith(f"{file}:17: `green_toes` is not in")


def test_a_file_that_is_no_yaml_is_named_with_its_line(
    file: Path, complaint: Callable[[str], str]
) -> None:
    assert complaint("vignettes:\n- id: [one\n").startswith(f"{file}:2: ")


def test_a_story_that_lacks_something_is_named_with_its_line(
    file: Path, complaint: Callable[[str], str]
) -> None:
    said = complaint("vignettes:\n" + story("{}") + "- id: two\n")
    assert said.startswith(f"{file}:9: ")


def test_an_unknown_level_of_care_is_a_fault(complaint: Callable[[str], str]) -> None:
    assert "tomorrow" in complaint("vignettes:\n" + story("{}", triage="tomorrow"))


def test_a_fact_that_is_neither_true_nor_false_is_a_fault(
    file: Path, complaint: Callable[[str], str]
) -> None:
    said = complaint("vignettes:\n" + story("{fever: perhaps}"))
    assert said.startswith(f"{file}:8: `fever`")


@pytest.mark.parametrize("text", ["", "just text", "stories: []", "vignettes: []"])
def test_a_file_without_stories_is_a_fault(
    file: Path, complaint: Callable[[str], str], text: str
) -> None:
    assert complaint(text).startswith(f"{file}:1: ")


def test_a_story_must_allow_some_level_of_care(complaint: Callable[[str], str]) -> None:
    assert "triage_ok" in complaint("vignettes:\n" + story("{}", triage_ok="[]"))


def test_a_missing_file_is_a_fault(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--vignettes", str(file), "--json"]) == 1
    assert str(file) in capsys.readouterr().err


def test_every_fact_that_stories_may_use_answers_something_that_can_be_asked(
    knowledge: Knowledge,
) -> None:
    library = knowledge.library
    askable = {*library.places, *library.findings, *library.red_flags}
    heard = {id for _, id in library.words["en"].lexicon.meanings}
    answered = {id.removeprefix("not ") for ids in vocabulary().values() for id in ids}
    follows_from_an_age_or_a_course = {"over-65", "getting-worse", "getting-better"}
    assert answered <= askable | heard | follows_from_an_age_or_a_course


def test_days_that_are_no_number_are_a_fault(complaint: Callable[[str], str]) -> None:
    said = complaint("vignettes:\n" + story("{since_days: long}"))
    assert "`since_days` is a whole number" in said
