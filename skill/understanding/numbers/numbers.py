"""Numbers in words: "four and a half", "twenty one", "a hundred", "three or four"."""

from __future__ import annotations

from msgspec import Struct

from skill.library.types.hearing import Lexicon
from skill.understanding.grammar.sentence import Sentence


class Number(Struct, frozen=True, gc=False):
    """A number, and the words `start` up to before `end` that say it."""

    value: float
    start: int
    end: int


def numbers(lexicon: Lexicon, sentence: Sentence) -> list[Number]:
    """Every number of a sentence, as long as it goes; of "three or four" the higher."""
    found: list[Number] = []
    spelled = lexicon.numbers
    named = [at for at, word in enumerate(sentence.words) if word in spelled or word.isdigit()]
    at = 0
    for begin in sorted({*named, *sentence.places("<half>")}):
        if begin < at:
            continue
        one = number_at(lexicon, sentence, begin)
        if one is None:
            continue
        at = one.end
        between = found and found[-1].end + sentence.reach(found[-1].end, "<to>")
        if found and sentence.reach(found[-1].end, "<to>") and between == one.start:
            first = found.pop()
            one = Number(max(first.value, one.value), first.start, one.end)
        elif _is_between(sentence, found, one):
            first = found.pop()
            one = Number(one.value, first.start, one.end)
        found.append(one)
    return found


def _is_between(sentence: Sentence, found: list[Number], one: Number) -> bool:
    """Whether a number makes one with the last: "two three", but not in "step two three times"."""
    if not found or found[-1].end != one.start or one.value != found[-1].value + 1:
        return False
    named = sentence.reach(found[-1].start - 1, "<step-of>")
    return not (named and sentence.reach(one.end, "<times>"))


def is_numeral(lexicon: Lexicon, word: str) -> bool:
    """Whether a word by itself is a number, in digits or spelled."""
    return _value(lexicon, word) is not None


def _value(lexicon: Lexicon, word: str) -> float | None:
    if word.isdigit():
        return float(word[:6])
    return lexicon.numbers.get(word)


def _counts(lexicon: Lexicon, sentence: Sentence, at: int) -> bool:
    """Whether "a" in front of this word means one, as in "a week" and "a hundred"."""
    at += sentence.reach(at, "<good>")
    return at < len(sentence) and (
        sentence.words[at] in lexicon.units or lexicon.numbers.get(sentence.words[at]) == 100
    )


def _added(lexicon: Lexicon, sentence: Sentence, at: int) -> Number | None:
    """What is added to hundreds: "and eighty"."""
    if at + 1 >= len(sentence) or not sentence.reach(at, "<and>"):
        return None
    if sentence.reach(at + 1, "<article>") or sentence.reach(at + 1, "<half>"):
        return None
    if _value(lexicon, sentence.words[at + 1]) is None:
        return None
    added = number_at(lexicon, sentence, at + 1)
    return added if added is not None and 0 < added.value < 100 else None


def number_at(lexicon: Lexicon, sentence: Sentence, start: int) -> Number | None:
    """The number that begins at a word, as far as it goes; None where none does."""
    words = sentence.words
    share = sentence.reach(start, "<half-of>")
    if share and start + share < len(words):
        whole = number_at(lexicon, sentence, start + share)
        if whole is not None:
            return Number(whole.value / 2, start, whole.end)
    value = _value(lexicon, words[start])
    article = value is not None and sentence.reach(start, "<article>")
    if value is None or (article and not _counts(lexicon, sentence, start + 1)):
        half = sentence.reach(start, "<half>")
        return Number(0.5, start, start + half) if half else None
    at = start + 1
    while at < len(words):
        more = _value(lexicon, words[at])
        if more == 100 and value < 100:
            value, at = value * 100, at + 1
        elif more is not None and 20 <= value < 100 and value % 10 == 0 and 0 < more < 10:
            value, at = value + more, at + 1
        elif (added := _added(lexicon, sentence, at)) is not None and value and value % 100 == 0:
            value, at = value + added.value, added.end
        else:
            break
    half = sentence.reach(at, "<and-half>")
    return Number(value + 0.5, start, at + half) if half else Number(value, start, at)
