"""Every way to say a finding, a place and an occasion is heard at the opening."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from benchmarks.understand import context_of
from skill.understanding.heard import Heard
from skill.understanding.read import read
from tests.row import each_row, spread
from tests.yaml_file import plain
from tools.content.load import load

WAYS = Path(__file__).with_name("ways")


def _ways(name: str) -> dict[str, Any]:
    data: dict[str, Any] = plain(WAYS / name)
    return data


FINDINGS, PLACES, OCCASIONS = (
    _ways(name) for name in ("findings.yaml", "places.yaml", "occasions.yaml")
)
ANSWERS = _ways("answers.yaml")
DENIALS, COURSES = _ways("denials.yaml"), _ways("courses.yaml")
MENTIONS = _ways("mentions.yaml")
FRAMES = {"when": "feelings", "what": "verdicts"}
"""The frames of an occasion, by how it is named: "when I run", "running"."""

TOLD_AS = {"yes": ("yes", "kind_of", "only_when"), "no": ("no", "not_really")}
"""What everyday words for a yes and for a no may be heard as: both may be graded."""


def _heard(say: str, asked: str = "open-question") -> Heard:
    library = load()
    return read(library.words["en"].lexicon, say, context_of(library, asked))


def _findings(say: str) -> Mapping[str, bool]:
    return _heard(say).findings


@each_row("id", FINDINGS["so"])
def test_each_way_to_say_a_finding_is_heard(id: str) -> None:
    assert not [say for say in FINDINGS["so"][id] if _findings(say).get(id) is not True]


@pytest.mark.parametrize("id", FINDINGS["denied"])
def test_each_way_to_deny_a_finding_is_heard(id: str) -> None:
    assert not [say for say in FINDINGS["denied"][id] if _findings(say).get(id) is not False]


@pytest.mark.parametrize("id", PLACES["places"])
def test_each_name_of_a_place_is_heard_in_each_frame(id: str) -> None:
    pairs = spread(3, PLACES["places"][id], PLACES["frames"])
    said = [frame.format(place=name) for name, frame in pairs]
    assert not [say for say in said if _findings(say).get(id) is not True]


@pytest.mark.parametrize(
    ("named", "id"), [(named, id) for named in FRAMES for id in OCCASIONS[named]]
)
def test_each_occasion_is_heard_in_each_frame(named: str, id: str) -> None:
    pairs = spread(3, OCCASIONS[named][id], OCCASIONS[FRAMES[named]])
    said = [frame.format(occasion=one) for one, frame in pairs]
    assert not [say for say in said if _findings(say).get(id) is not True]


@pytest.mark.parametrize("id", DENIALS["things"])
def test_what_is_denied_is_heard_in_each_frame(id: str) -> None:
    said = [frame.format(thing=one) for one in DENIALS["things"][id] for frame in DENIALS["frames"]]
    assert not [say for say in said if _findings(say).get(id) is not False]


@pytest.mark.parametrize("way", COURSES["courses"])
def test_which_way_it_goes_is_heard_in_each_frame(way: str) -> None:
    said = [
        frame.format(course=one) for one in COURSES["courses"][way] for frame in COURSES["frames"]
    ]
    assert not [say for say in said if _heard(say, "how-it-began").course != way]


@pytest.mark.parametrize(("way", "said"), [("mentions", True), ("open", None), ("denied", False)])
def test_a_danger_that_is_mentioned_by_the_way_is_heard(way: str, said: bool | None) -> None:
    told = [
        (f.format(danger=one), id) for one, id in MENTIONS["dangers"].items() for f in MENTIONS[way]
    ]

    assert not [say for say, id in told if _findings(say).get(id) is not said]


@pytest.mark.parametrize(
    ("answer", "question"), [(one, asked) for one in TOLD_AS for asked in ANSWERS[one]]
)
def test_a_yes_or_a_no_is_heard_in_everyday_words(answer: str, question: str) -> None:
    frames = ANSWERS["frames"][answer]
    pairs = spread(3, ANSWERS[answer][question], frames)
    said = [frame.format(answer=one) for one, frame in pairs]
    assert not [say for say in said if _heard(say, question).answer not in TOLD_AS[answer]]
