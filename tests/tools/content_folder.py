"""The files of the small content folder, how they are broken, and the faults that are found."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tools.content.check import Faults, check_content

SHIN = "conditions/shin-splints.yaml"
STRAIN = "look_alikes/calf-strain.yaml"
TIMING = "findings/timing.yaml"
FEVER = "red_flags/fever.yaml"
COLD = "red_flags/cold-foot.yaml"
JOINT = "red_flags/infected-joint.yaml"
GATE = "gates/infection.yaml"
PLACE_GATE = "gates/place-leg.yaml"
GRAVITY = "gravity.yaml"
TABLE = "likelihoods.yaml"
SOURCES = "sources.yaml"
FEVER_WORDS = "words/en/red_flags/fever.yaml"
TIMING_WORDS = "words/en/findings/timing.yaml"
SHIN_WORDS = "words/en/conditions/shin-splints.yaml"
SIGNS = "stop_signs.yaml"
ADVICE = "advice.yaml"
SIGN_WORDS = "words/en/stop_signs.yaml"
CALF_RAISE = "exercises/calf-raise.yaml"
CALF_RAISE_WORDS = "words/en/exercises/calf-raise.yaml"
OPENING = "words/en/speech/opening.yaml"
RESULT = "words/en/speech/result.yaml"
INTENTS = "words/en/intents.yaml"

Row = tuple[str, str, str, str]
"""A file, a text of it and what is put there instead, and the fault that is found then."""


def rows(*tables: dict[str, Row], but: Iterable[str] = ()) -> list[Any]:
    """The rows of tables, each under its sentence."""
    return [
        pytest.param(*row, id=rule)
        for table in tables
        for rule, row in table.items()
        if rule not in but
    ]


def faults_of(content: Path) -> list[str]:
    """Every fault of a content folder, as it is printed."""
    try:
        check_content(content)
    except Faults as faults:
        return str(faults).splitlines()
    return []


def replace(content: Path, file: str, old: str, new: str) -> None:
    """Put one text of a file for another; the old one is there exactly once."""
    text = (content / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is not there once"
    (content / file).write_text(text.replace(old, new), encoding="utf-8")


def write(content: Path, file: str, text: str) -> None:
    """Write a file that was not there."""
    (content / file).parent.mkdir(parents=True, exist_ok=True)
    (content / file).write_text(text, encoding="utf-8")
