"""Where something begins that may be said by itself: an answer, a question, a command."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from skill.understanding.commands.candidates import FARES
from skill.understanding.commands.command_kinds import EVERY
from skill.understanding.grammar.matching import begun, matches_across
from skill.understanding.numbers.numbers import is_numeral
from skill.understanding.reading.postures import ruled_out_in
from skill.understanding.reading.reading import Reading

JOINING = ("<joins>", "<contrast>")
"""Classes of words that join what is said, and say nothing."""
MOST_WORDS = 24
"""In a longer sentence a story is told."""
ANSWERS = frozenset({"answer", "echo", "closing", "grade"})
"""Kinds of words that answer; so do numbers, and some commands."""
TOPICS = frozenset({"topic", "topic-general"})
"""Kinds of words that name what may be asked about."""
SAID = ANSWERS | {"topic", "practical", "set-up-detail"}
"""Kinds of words that may be one of several things said; every kind of command is another."""
ASKED = TOPICS | {*EVERY}
"""Kinds of words that ask or command."""
COMMANDS = "command"


class Anchors(Struct, frozen=True):
    """The words at which something begins, by their place among those that were said.

    `begin` has the ids of what begins at a word. `cuts` are the words at which something begins,
    with the "I" before it, or ends.
    """

    begin: dict[int, set[str]]
    cuts: set[int]

    def hold(self, part: range) -> bool:
        """Whether anything begins in a part."""
        return any(at in self.begin for at in part)


class Openings(Struct, frozen=True):
    """The words at which what may answer begins, and what may be asked or commanded, if these and
    those behind them are read by themselves: "louder" is no wish in "a bit louder than it was".
    """

    answered: set[int]
    asked: set[int]

    def answer(self, part: range) -> bool:
        """Whether a part may hold an answer."""
        return not self.answered.isdisjoint(part)

    def ask(self, part: range) -> bool:
        """Whether a part may hold a question or a command."""
        return not self.asked.isdisjoint(part)


def anchors(reading: Reading) -> Anchors:
    """The anchors among what was found in the whole sentence."""
    sentence = reading.sentence
    begin: dict[int, set[str]] = {}
    cuts = set()
    every = reading.every
    if sentence.hard:  # A part may reach from one clause into another.
        every = matches_across(reading.lexicon, sentence)
    for one in every:
        if one.kind in SAID or one.kind.startswith(COMMANDS):
            first = sentence.origins[one.start]
            begin.setdefault(first, set()).add(one.id)
            cuts |= {first - 1, first, sentence.origins[one.end - 1] + 1}
    for at, word in _numbers(reading):
        begin.setdefault(at, set()).add(word)
        cuts |= {at - 1, at, at + 1}
    for one in ruled_out_in(reading.found, reading.context):  # The "one" of "one leg" is no number.
        inside = {*range(sentence.origins[one.start] + 1, sentence.origins[one.end - 1] + 1)}
        cuts -= inside
        begin = {at: ids for at, ids in begin.items() if at not in inside}
    return Anchors(begin, cuts)


def openings(reading: Reading) -> Openings:
    """The openings of all parts that a sentence may have."""
    sentence = reading.sentence
    answered, asked = {at for at, _ in _numbers(reading)}, set()
    for start, kind, id in begun(reading.lexicon, sentence):
        commands = kind.startswith(COMMANDS) or (kind == "mark" and id in FARES)
        first = sentence.origins[start]
        if commands or kind in ANSWERS:
            answered.add(first)
        if commands or kind in ASKED:
            asked.add(first)
    return Openings(answered, asked)


def _numbers(reading: Reading) -> Iterator[tuple[int, str]]:
    """The numbers, each with its place among the said words."""
    sentence, lexicon = reading.sentence, reading.lexicon
    for at, word in enumerate(sentence.words):
        if is_numeral(lexicon, word):
            yield sentence.origins[at], word


def words_of(reading: Reading, part: range) -> range:
    """The words as they are looked up that some of the said words are."""
    origins = reading.sentence.origins
    return range(bisect_left(origins, part.start), bisect_left(origins, part.stop))


def text_of(reading: Reading, part: range) -> str:
    """Some of the said words, to be read by themselves."""
    return " ".join(reading.sentence.said[part.start : part.stop])


def without_joins(reading: Reading, part: range) -> range:
    """A part without the words at its ends that only join it to others."""
    sentence = reading.sentence
    words = words_of(reading, part)
    first, last = words.start, words.stop
    while first < last and sentence.is_one_of(first, JOINING):
        first += 1
    while last > first and sentence.is_one_of(last - 1, JOINING):
        last -= 1
    if first == last:
        return range(0)
    return range(sentence.origins[first], sentence.origins[last - 1] + 1)
