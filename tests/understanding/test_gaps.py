"""A gap in a pattern steps over as many words as it says, and no more."""

from __future__ import annotations

import pytest

from skill.library.types.hearing import Listening
from skill.understanding.matching import Sentence, matches
from tools.content.lexicon import lexicon_of


@pytest.mark.parametrize("most", range(1, 10))
def test_a_gap_is_as_long_as_it_says(most: int) -> None:
    lexicon = lexicon_of([Listening(meanings={"mark": {"both": (f"first ..{most} last",)}})], {})

    def is_found(between: int) -> bool:
        return bool(matches(lexicon, Sentence(lexicon, "first " + "word " * between + "last")))

    assert [is_found(0), is_found(most), is_found(most + 1)] == [True, True, False]
