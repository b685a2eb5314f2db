"""The lexicon: what ships reads as a checkout does, and a gap is as long as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.understand import context_of
from skill.library.load import load as from_file
from skill.library.types import Lexicon
from skill.library.types.hearing import Listening
from skill.understanding.grammar.matching import matches
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.read import read
from tools.content.compile import write
from tools.content.lexicon import lexicon_of
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


@pytest.mark.parametrize("most", range(1, 10))
def test_a_gap_is_as_long_as_it_says(most: int) -> None:
    lexicon = lexicon_of([Listening(meanings={"mark": {"both": (f"first ..{most} last",)}})], {})

    def is_found(between: int) -> bool:
        return bool(matches(lexicon, Sentence(lexicon, "first " + "word " * between + "last")))

    assert [is_found(0), is_found(most), is_found(most + 1)] == [True, True, False]


def test_two_gaps_are_one_as_long_as_both() -> None:
    lexicon = lexicon_of([Listening(meanings={"mark": {"both": ("first ..2 ..1 last",)}})], {})
    found = [
        bool(matches(lexicon, Sentence(lexicon, "first " + "word " * between + "last")))
        for between in range(5)
    ]
    assert found == [True, True, True, True, False]


def test_a_gap_at_the_end_takes_what_follows_as_far_as_it_reaches() -> None:
    lexicon = lexicon_of([Listening(meanings={"mark": {"all": ("first ..2",)}})], {})

    def end_of(sentence: str) -> int:
        (match,) = matches(lexicon, Sentence(lexicon, sentence))
        return match.end

    assert [end_of("first" + " word" * behind) for behind in range(4)] == [1, 2, 3, 3]


def test_a_gap_ends_with_its_clause_and_at_a_negation() -> None:
    lexicon = lexicon_of(
        [Listening(classes={"not": ("never",)}, meanings={"mark": {"both": ("first ..3 last",)}})],
        {},
    )
    assert not matches(lexicon, Sentence(lexicon, "first never last"))
    sentence = Sentence(lexicon, "first word last")
    sentence.hard.add(2)
    assert not matches(lexicon, sentence)
