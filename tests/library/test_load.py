"""The content that ships: whole, and its largest part decoded only when it is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from skill.library.load import BUILT, LexiconInFile, NotBuilt, load
from skill.library.types.hearing import Lexicon
from tools.content.load import load as from_yaml


def test_what_ships_is_the_content_without_remarks() -> None:
    shipped, written = load(), from_yaml()

    assert shipped.words["en"].prompts == written.words["en"].prompts
    assert shipped.red_flags.keys() == written.red_flags.keys()
    for field in Lexicon.__struct_fields__:
        in_file = getattr(shipped.words["en"].lexicon, field)
        assert in_file == getattr(written.words["en"].lexicon, field), field


def test_the_lexicon_is_decoded_when_something_of_it_is_read() -> None:
    lexicon = load().words["en"].lexicon

    assert isinstance(lexicon, LexiconInFile)
    assert "tree" not in vars(lexicon)
    assert lexicon.urgent
    assert "tree" in vars(lexicon)
    with pytest.raises(AttributeError):
        _ = lexicon.nothing


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"words": 5}', BUILT.read_text()[:-20]])
def test_a_file_of_another_version_is_told_in_a_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "content.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(NotBuilt, match=r"is of another version .*: make content builds it"):
        load(file)
