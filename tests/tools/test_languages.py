"""A language may be begun: it is checked, told what it lacks, and not offered till it has all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tools.content.check import Faults, check_content, report


def _begin(content: Path) -> Path:
    """A German folder with its listening alone."""
    german = content / "words" / "de"
    (german / "listening").mkdir(parents=True)
    (german / "listening" / "answers.yaml").write_text(
        'forms:\n  fuss: [füsse, füssen]\nmeanings:\n  answer:\n    "yes": [ja, natürlich]\n',
        encoding="utf-8",
    )
    return german


def test_a_language_that_lacks_files_is_no_fault_and_not_offered(content: Path) -> None:
    _begin(content)
    assert set(check_content(content).words) == {"en"}


def test_what_a_language_lacks_is_listed(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _begin(content)
    report(content)
    printed = capsys.readouterr().out
    assert "words/de: not offered yet" in printed
    assert "fever, infected-joint" in printed
    assert "  listening" not in printed


def test_a_fault_in_a_language_that_is_begun_is_a_fault(content: Path) -> None:
    german = _begin(content)
    file = german / "listening" / "answers.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("[ja,", '["(ja",'), encoding="utf-8")
    with pytest.raises(Faults, match=r"words/de/listening/answers\.yaml:5"):
        check_content(content)


def test_a_language_with_every_file_is_offered(content: Path) -> None:
    english = content / "words" / "en"
    shutil.copytree(english, content / "words" / "de")
    assert set(check_content(content).words) == {"de", "en"}


def test_what_is_never_said_is_data_of_the_language(content: Path) -> None:
    german = _begin(content)
    (german / "style.yaml").write_text(
        "signs: \".,?':-\"\nforbidden:\n  '(?i)\\bheilung': say what may help\n", encoding="utf-8"
    )
    flags = german / "red_flags"
    flags.mkdir()
    words = (content / "words/en/red_flags/fever.yaml").read_text(encoding="utf-8")
    asked = next(line for line in words.splitlines() if line.startswith("why:"))
    (flags / "fever.yaml").write_text(
        words.replace(asked, "why: Für die Heilung muss ich das wissen."), encoding="utf-8"
    )
    with pytest.raises(Faults, match=r'"Heilung" is never said: say what may help'):
        check_content(content)
