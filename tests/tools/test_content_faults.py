"""What is wrong with content is named with its file, its line and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.content_folder import (
    INTENTS,
    TABLE,
    faults_of,
    replace,
    rows,
)
from tests.tools.reference_faults import REFERENCES
from tests.tools.shape_faults import FOLLOWED, SHAPE
from tests.tools.word_faults import WORDS
from tools.content.check import check_content


def test_sound_content_has_no_fault_and_becomes_a_library(content: Path) -> None:
    library = check_content(content)

    assert list(library.conditions) == ["shin-splints"]
    assert list(library.words) == ["en"]


HEARD = {
    "an intent stands for words": (
        INTENTS,
        "heard: stop",
        'heard: ""',
        "5: it stands for no words, so nothing is understood by it",
    ),
    "a slot that is heard is declared": (
        INTENTS,
        "the {side} side",
        "the side",
        "6: the slot `side` must stand both in `heard` and in `slots`",
    ),
    "a sample fills what is heard": (
        INTENTS,
        "the {side} one",
        "that one",
        '10: "that one" lacks {side}, so `heard` would have a hole',
    ),
    "a slot has one carrier": (
        INTENTS,
        "{it: it}",
        "{my: it}",
        "13: `my` is also a carrier of `BodySpeechIntent`; keep one",
    ),
    "a carrier has one slot": (
        INTENTS,
        "{it: it}",
        "{it: the}",
        "13: `the` is also a carrier of `BodySpeechIntent`; keep one",
    ),
    "free speech has intents of its own": (
        INTENTS,
        "  ItSpeechIntent:",
        "  SideIntent:",
        "13: `SideIntent` has samples already; give free speech another",
    ),
}

NUMBERS = {
    "frequency words fall": (
        TABLE,
        "often: 0.6",
        "often: 0.8",
        "5: `often` is rarer than `usually`, so its number is below 0.8",
    ),
    "no frequency word is missing": (
        TABLE,
        "  never: 0.02\n",
        "",
        "2: `never` is missing; every word has its number",
    ),
    "no grade is missing": (
        TABLE,
        "  not-sure: {if_present: 0.05, if_absent: 0.05, status: unverified, sources: [judged], "
        'reason: "Judged"}\n',
        "",
        "10: `not-sure` is missing; every grade has its strength",
    ),
    "what people answer sums to one": (
        TABLE,
        "if_present: 0.7,",
        "if_present: 0.6,",
        "10: the `if_present` of what people answer sum to 0.900; they must sum to 1",
    ),
    "a no to several is weaker than a no": (
        TABLE,
        "if_present: 0.25, if_absent: 0.85",
        "if_present: 0.05, if_absent: 0.85",
        "15: `no-to-several` speaks for a finding no less than `no`, so its if_present divided by "
        "if_absent is between 0.143 and 1",
    ),
}


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"), rows(HEARD, NUMBERS, SHAPE, WORDS, REFERENCES)
)
def test_a_fault_is_named_with_file_and_line_and_remedy(
    content: Path, file: str, old: str, new: str, fault: str
) -> None:
    replace(content, file, old, new)

    assert f"content/{file}:{fault}" in faults_of(content)


@pytest.mark.parametrize(("file", "old", "new", "fault"), rows(SHAPE, WORDS, but=FOLLOWED))
def test_a_fault_of_one_value_is_reported_once(
    content: Path, file: str, old: str, new: str, fault: str
) -> None:
    replace(content, file, old, new)

    assert faults_of(content) == [f"content/{file}:{fault}"]
