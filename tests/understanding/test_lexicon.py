"""The tables that ship read sentences as those of a checkout do."""

from __future__ import annotations

from pathlib import Path

from benchmarks.understand import context_of
from skill.library.load import load as from_file
from skill.library.types import Lexicon
from skill.understanding.read import read
from tools.content.compile import write
from tools.content.load import load


def test_compiled_tables_are_those_of_the_content(tmp_path: Path) -> None:
    file = tmp_path / "content.json"
    assert write(file) == 0
    compiled, written = from_file(file).words["en"].lexicon, load().words["en"].lexicon
    for field in Lexicon.__struct_fields__:
        assert getattr(compiled, field) == getattr(written, field), field


def test_a_sentence_is_read_in_the_words_of_its_language_alone() -> None:
    library = load()
    heard = read(
        library.words["en"].lexicon, "mein knöchel ist geschwollen", context_of(library, "any")
    )
    assert heard.findings == {}
