"""What `make understand` counts as right, wrong, unsafe and not heard."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from benchmarks.understand import context_of, main
from benchmarks.utterance import AnnotatedUtterance, vocabulary
from benchmarks.verdict import Verdict, judge
from skill.understanding.heard import Heard
from tools.content.load import load


def verdict(one: dict[str, Any], **heard: Any) -> Verdict:
    """The verdict on a reading of an utterance."""
    library = load()
    utterance = msgspec.convert({"say": "…", **one}, AnnotatedUtterance, strict=False)
    context = context_of(library, utterance.asked or "any")
    implies = library.words["en"].lexicon.implies
    return judge(utterance, Heard(**heard), context, vocabulary(), implies)[0]


@pytest.mark.parametrize(
    ("one", "heard", "wanted"),
    [
        ({"means": "yes", "asked": "swelling"}, {"answer": "yes"}, "right"),
        ({"means": "yes", "asked": "swelling"}, {"answer": "no"}, "wrong"),
        ({"means": "yes", "asked": "swelling"}, {}, "not heard"),
        ({"means": "yes", "asked": "fever", "critical": True}, {"answer": "no"}, "unsafe"),
        ({"means": "not_sure", "asked": "fever", "critical": True}, {"answer": "no"}, "unsafe"),
        ({"means": "no", "also": ["not_really"]}, {"answer": "not_really"}, "right"),
        ({"means": "danger", "critical": True}, {}, "unsafe"),
        ({"means": "danger", "critical": True}, {"danger": ("fainted",)}, "right"),
        (
            {"means": "describe_symptoms", "asked": "launch", "findings": {"swelling": True}},
            {"findings": {"swelling": True, "fever": True}},
            "wrong",  # A fever was made up.
        ),
        (
            {"means": "describe_symptoms", "asked": "launch", "findings": {"swelling": False}},
            {"findings": {"swelling": True}},
            "wrong",
        ),
        (
            {"means": "describe_symptoms", "asked": "launch", "findings": {"swelling": True}},
            {"findings": {"swelling": True, "place-ankle": True}},
            "right",  # The annotations have no term for a region.
        ),
        (
            {"means": "no", "asked": "limping", "perhaps": ["worse_running"]},
            {"answer": "no", "findings": {"worse-running": True}},
            "right",  # Readers may hear it or not.
        ),
        ({"means": "time_told", "since_days": 42}, {"since_days": 40}, "right"),
        ({"means": "time_told", "since_days": 42}, {"since_days": 4}, "wrong"),
    ],
)  # fmt: skip
def test_a_reading_is_judged(one: dict[str, Any], heard: dict[str, Any], wanted: str) -> None:
    assert verdict(one, **heard) == Verdict(wanted)


def test_the_figures_of_a_file_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "few.yaml"
    file.write_text(
        "utterances:\n"
        "- {say: yes it is swollen, asked: swelling, means: 'yes'}\n"
        "- {say: purple bananas, asked: swelling, means: 'no'}\n",
        encoding="utf-8",
    )
    assert main([str(file), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["counts"]["all"] == {"right": 1, "not heard": 1}
    assert figures["milliseconds"]["median"] > 0
