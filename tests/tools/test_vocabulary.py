"""Content and code name the same statements, prompts, commands and answers."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import get_args

import pytest

from skill.dialog import sayings
from skill.dialog.events import Remark
from skill.dialog.state import Pending
from tests.paths import ROOT
from tools.content import vocabulary
from tools.content.kinds import CONTENT

SPEECH = "words/en/speech"
LISTENING = "words/en/listening"
SAYINGS = ("sayings.py",)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of what is spoken and listened for."""
    folder = tmp_path / "content"
    for part in (SPEECH, LISTENING):
        shutil.copytree(CONTENT / part, folder / part)
    return folder


def test_content_and_code_name_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert vocabulary.report() == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            f"{SPEECH}/result.yaml",
            "\n  fits-none:",
            "\n  fits-nobody:",
            [
                f"{SPEECH}/result.yaml:3: this lacks the statement `fits-none`",
                "`fits-nobody` is no statement that the skill knows; did you mean `fits-none`?",
            ],
        ),
        (
            f"{SPEECH}/coach.yaml",
            "\n  how-much-pain:",
            "\n  how-much-ache:",
            [
                f"{SPEECH}:1: no file here has words for the prompt `how-much-pain`",
                "`how-much-ache` is no prompt that the skill knows; did you mean `how-much-pain`?",
            ],
        ),
        (
            f"{LISTENING}/commands/skip.yaml",
            "\n    skip:",
            "\n    omit:",
            [
                f"{LISTENING}:1: no file here has words for the command `skip`",
                "`omit` is no command that the skill knows",
            ],
        ),
        (
            f"{LISTENING}/answers.yaml",
            "\n    not-really:",
            "\n    not-quite:",
            [
                f"{LISTENING}:1: no file here has words for the answer `not-really`",
                "`not-quite` is no answer that the skill knows",
            ],
        ),
    ],
)
def test_what_only_one_side_names_is_a_fault_of_both(
    content: Path,
    capsys: pytest.CaptureFixture[str],
    file: str,
    old: str,
    new: str,
    told: list[str],
) -> None:
    text = (content / file).read_text(encoding="utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new), encoding="utf-8")

    assert vocabulary.report(content) == 1
    printed = capsys.readouterr().out
    for fault in told:
        assert fault in printed


@pytest.mark.parametrize("kind", ["Prompt", "Statement", "Phrase", "OwnWords", "OwnQuestion"])
def test_every_name_of_what_is_said_stands_in_the_code_whole_where_it_is_said(kind: str) -> None:
    code = "".join(
        file.read_text(encoding="utf-8")
        for file in sorted((ROOT / "skill").rglob("*.py"))
        if file.name not in SAYINGS
    )
    assert [id for id in get_args(getattr(sayings, kind)) if f'"{id}"' not in code] == []


def test_every_remark_is_made_somewhere_and_met_somewhere() -> None:
    code = "".join(
        file.read_text(encoding="utf-8")
        for file in sorted((ROOT / "skill").rglob("*.py"))
        if file.name != "events.py"
    )
    assert [one for one in get_args(Remark) if f'"{one}"' not in code] == []


def test_every_question_that_can_be_open_is_a_prompt_or_a_question_of_the_content() -> None:
    assert {*get_args(Pending)} - {*get_args(sayings.Prompt)} == {"question"}
