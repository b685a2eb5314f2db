"""What is left of a sentence without some of its words, to be read by itself."""

from __future__ import annotations

from collections.abc import Iterable, Set

from skill.understanding.grammar.sentence import Sentence

JOINING = ("<joins>", "<contrast>", "<light>")
"""Classes of words that by themselves say nothing."""


def said_words(sentence: Sentence, words: Iterable[int]) -> set[int]:
    """The indexes of the said words that some of the words, as they are looked up, come from."""
    starts = [*sentence.origins, len(sentence.said)]
    return {k for at in words for k in range(starts[at], max(starts[at] + 1, starts[at + 1]))}


def without_said(sentence: Sentence, gone: Set[int]) -> str:
    """The said words but for some."""
    return " ".join(word for at, word in enumerate(sentence.said) if at not in gone)


def left(sentence: Sentence, gone: Set[int]) -> str:
    """The said words but for some; nothing where what is left only joins clauses."""
    rest = (at for at in range(len(sentence)) if sentence.origins[at] not in gone)
    if all(sentence.is_one_of(at, JOINING) for at in rest):
        return ""
    return without_said(sentence, gone)
