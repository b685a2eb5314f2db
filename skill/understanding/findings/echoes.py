"""What is only named after the question: "pale, what does that mean", "cold, it's not cold"."""

from __future__ import annotations

from collections.abc import Iterable

from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.grammar.trailing_denials import is_left_out
from skill.understanding.reading.counter_questions import ASKED_BACK
from skill.understanding.reading.reading import Reading

BARE = 2
"""Words of a thing that is only named, at most: "my toes went numb" tells of it."""
LONGER = 3
"""Words of a name without a verb, at most."""
NEAR = 6
"""Words between what is named and its denial, at most: "a pop, I thought I, no, no pop"."""


def echoed(reading: Reading, found: Iterable[Match]) -> list[Match]:
    """The matches that take up a word of the question, and tell nothing by it.

    A question what it means follows them, a "no" that denies nothing else, or the denial of the
    same thing.
    """
    if not reading.context.asks_yes_or_no:
        return []
    sentence, parts = reading.sentence, reading.context.parts
    asked = [mark for mark in reading.marks if mark.id in ASKED_BACK]
    first = next((at for at in range(len(sentence)) if not sentence.reach(at, "<light>")), 0)
    named = {(m.start, m.end) for m in reading.found if m.id in parts}
    opening = [m for m in found if m.start <= first]
    opening = [m for m in opening if m.id in parts or (m.start, m.end) in named]
    opening = [m for m in opening if m.end - m.start <= BARE or _is_only_named(sentence, m)]
    opening = [m for m in opening if not is_left_out(sentence, m.start)]  # "Only the swelling, no."
    return [
        m
        for m in opening
        if _asks_meaning(sentence, asked, m.end)
        or _asks_meaning(sentence, asked, _behind_a_gasp(sentence, m.end))
        or _is_waved_off(reading, m.end)
        or _is_denied_soon(reading, m)
        or _is_joked_away(reading, m)
    ]


def _asks_meaning(sentence: Sentence, asked: Iterable[Match], at: int) -> bool:
    """Whether it is asked from a word on what is meant."""
    return bool(sentence.reach(at, "<asks-meaning>")) or any(one.start == at for one in asked)


def _behind_a_gasp(sentence: Sentence, at: int) -> int:
    """The word behind those that lead to a question: "a snap, oh god, what do you mean"."""
    while length := sentence.reach(at, "<before-asking-back>"):
        at += length
    return at


def _is_only_named(sentence: Sentence, match: Match) -> bool:
    """Whether words hold no verb that would tell of it: "short of breath, how short"."""
    words = range(match.start, match.end)
    return len(words) == LONGER and not sentence.has("<verb>", words)


def _is_waved_off(reading: Reading, at: int) -> bool:
    """Whether a "no" follows that denies nothing which is known: "bent, no, care for what"."""
    sentence = reading.sentence
    if not sentence.reach(at, "<no>") or sentence.reach(at, "<takes-back>"):
        return False
    if sentence.reach(at, "<no-negation>"):
        return False
    if sentence.is_one_of(at + 2, ("<well-behind>", "<fine-behind>")):
        return True  # "Middle of the foot, no, foot is good."
    known = reading.of("finding", "denial", "course", "hurts")
    return not any(m.start in (at, at + 1) for m in known)


def _is_denied_soon(reading: Reading, match: Match) -> bool:
    """Whether the same word stands close behind, and a negation right before it."""
    sentence = reading.sentence
    word = sentence.words[match.end - 1]
    return any(
        sentence.words[at] == word
        and any(k in sentence.denies for k in range(match.end, at))
        and not sentence.reach(match.end, "<yes-word>")
        for at in range(match.end + 1, min(match.end + NEAR + 1, len(sentence)))
    )


def _is_joked_away(reading: Reading, match: Match) -> bool:
    """Whether what would be so follows and a "no" ends it: "a steroid? I'd be faster, no"."""
    sentence = reading.sentence
    last = len(sentence) - 1
    if not sentence.reach(last, "<no>") or not sentence.reach(match.end, "<would>"):
        return False
    between = range(match.end, last)
    told = [m for m in reading.of("finding", "denial", "course", "hurts") if m.start in between]
    doubts = sentence.denies_in(between)  # "I would not know, no."
    return not (told or doubts or sentence.has("<yes-word>", between))
