"""Words → every pattern that they match."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from msgspec import Struct

from skill.library.types.hearing import Lexicon, Phrase
from skill.library.types.tree import Node
from skill.library.wording import normal, split

LIGHT = "<light>"
MOST_LIGHT = 5
"""Light words that a `~` may step over."""


class Match(Struct, frozen=True, gc=False):
    """A meaning, and the words `start` up to before `end` that say it."""

    kind: str
    id: str
    start: int
    end: int


class Span(Protocol):
    """Words of a sentence, `start` up to before `end`: a match, a number, a time."""

    @property
    def start(self) -> int:
        """The index of the first."""

    @property
    def end(self) -> int:
        """The index behind the last."""


def lies_in(one: Span, other: Span, beside: int = 0) -> bool:
    """Whether all words of one are words of the other, or of the `beside` words behind it."""
    return other.start <= one.start and one.end <= other.end + beside


def meet(one: Span, other: Span) -> bool:
    """Whether two spans share a word."""
    return one.start < other.end and other.start < one.end


def within(one: Span, others: Iterable[Span]) -> bool:
    """Whether a span lies in a longer one."""
    length = one.end - one.start
    # Asked of every match: any() would take longer to begin.
    for other in others:  # noqa: SIM110
        if other.end - other.start > length and lies_in(one, other):
            return True
    return False


def calmed(match: Match, harmless: list[Match]) -> bool:
    """Whether the last words of a match belong to a phrase that is harmless."""
    # Asked of each match several times, mostly of no phrase: any() would take longer to begin.
    for calm in harmless:  # noqa: SIM110
        if calm.start < match.end <= calm.end:
            return True
    return False


def is_other(match: Match, excepted: list[Match]) -> bool:
    """Whether words belong to a phrase that is something else."""
    return any(
        one.id == match.id and (calmed(match, [one]) or one.start <= match.start < one.end)
        for one in excepted
    )


Walk = Callable[[Node, int], None]
"""A walk through a node of the lexicon, from a word on."""

_NOWHERE: dict[str, int] = {}
_END = (("$", 0),)
"""What stands behind the last word."""


class Sentence:
    """A sentence as it is looked up: its words, their classes, and where clauses begin.

    `origins` are the indexes of the said words that its words came from.
    `hard` are the words at which a clause begins, `listed` those of them at which a list goes on,
    `repeated` those of a "no" that only says another once more,
    `denies` those that deny, and `spent` those of them that belong to a meaning ("can't feel"),
    and deny nothing else. `doubts` are those of a doubt ("I don't think"): what follows is neither
    so nor denied. `weakened` are the words right behind a "not really". `classes` are those of all
    its words, and `clauses` where each word's begins and ends.
    """

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self.said = split(text)
        self.words, self.origins = normal(
            self.said, lexicon.endings, lexicon.rewrites, lexicon.forms
        )
        if _is_surprised(lexicon, self.words):
            del self.words[0], self.origins[0]
        classes, steps = lexicon.words, lexicon.steps
        self._at = {at: classes.get(word, _NOWHERE) for at, word in enumerate(self.words)}
        self.labels = [steps.get(word, ()) for word in self.words]
        self.labels.append(_END)
        phrases = lexicon.phrases
        for at, (first, second) in enumerate(pairwise(self.words)):
            if first in phrases and second in phrases[first]:
                self._add(at, phrases[first][second])
        self.classes = frozenset().union(*self._at.values())
        self.clauses: dict[int, tuple[int, int]] = {}
        self.hard: set[int] = set()
        self.listed: set[int] = set()
        self.repeated: set[int] = set()
        self.spent: set[int] = set()
        self.doubts: set[int] = set()
        self.weakened: set[int] = set()
        self.denies = {*self.places("<not>"), *self.places("<no>")}

    def _add(self, at: int, phrases: Sequence[Phrase]) -> None:
        """Note those of some phrases with the first two words at a place that go on as it does."""
        here, longest = [*self.labels[at]], {**self._at[at]}
        for rest, label, leads in phrases:
            length = 2 + len(rest)
            if not rest or tuple(self.words[at + 2 : at + length]) == rest:
                if longest.get(label, 0) < length:
                    longest[label] = length
                if leads:
                    here.append((label, length))
        self.labels[at], self._at[at] = tuple(here), longest

    def __len__(self) -> int:
        return len(self.words)

    def reach(self, at: int, name: str) -> int:
        """How many words from `at` on are of a class; 0 where none."""
        # Asked some dozens of times of a sentence, and of words before it and behind it.
        return self._at.get(at, _NOWHERE).get(name, 0)

    def has(self, name: str, words: Iterable[int]) -> bool:
        """Whether one of a class begins at one of some words."""
        if name not in self.classes:  # As mostly: any() would take longer to begin.
            return False
        here = self._at
        for at in words:  # noqa: SIM110
            if name in here.get(at, _NOWHERE):
                return True
        return False

    def ends(self, at: int, name: str, most: int) -> bool:
        """Whether one of a class, of `most` words, ends right before a word."""
        if name not in self.classes:
            return False
        return any(self.reach(at - back, name) == back for back in range(1, most + 1))

    def is_one_of(self, at: int, names: Collection[str]) -> bool:
        """Whether one of some classes begins at a word."""
        return not self._at.get(at, _NOWHERE).keys().isdisjoint(names)

    def places(self, name: str) -> list[int]:
        """The words at which one of a class begins."""
        if name not in self.classes:
            return []
        return [at for at, here in self._at.items() if name in here]


def _is_surprised(lexicon: Lexicon, words: Sequence[str]) -> bool:
    """Whether a first "what" asks nothing, as a denial follows: "what? it isn't bent"."""
    if len(words) < 2 or "<surprise>" not in lexicon.words.get(words[0], _NOWHERE):
        return False
    behind = [lexicon.words.get(word, _NOWHERE) for word in words[1:7]]
    after = behind[1] if len(behind) > 1 else None
    own = after is None or not {"<subject>", "<not>"}.isdisjoint(after)
    if "<denies-in-surprise>" in behind[0]:
        return own or "<no>" not in behind[0]  # But "what, no running?" asks.
    return "<subject>" in behind[0] and any("<not>" in here for here in behind[1:])


def matches(lexicon: Lexicon, sentence: Sentence) -> list[Match]:
    """Every match, each meaning at each place once, as long as it goes."""
    return _matches(lexicon, sentence, sentence.hard)


def matches_across(lexicon: Lexicon, sentence: Sentence) -> list[Match]:
    """The same as if it were one clause."""
    return _matches(lexicon, sentence, frozenset())


def begun(lexicon: Lexicon, sentence: Sentence) -> Iterator[tuple[int, str, str]]:
    """The word, the kind and the id of every match that its words may have as a sentence."""
    labels = [(*here, *_END) for here in sentence.labels]
    for start, meaning, _ in _walked(lexicon, sentence, labels, frozenset(), range(len(sentence))):
        yield start, *lexicon.meanings[meaning]


def _matches(lexicon: Lexicon, sentence: Sentence, hard: Collection[int]) -> list[Match]:
    meanings = lexicon.meanings
    found = _walked(lexicon, sentence, sentence.labels, hard, (0, *hard))
    return [Match(*meanings[meaning], start, end) for start, meaning, end in found]


def _walked(
    lexicon: Lexicon,
    sentence: Sentence,
    labels: Sequence[Sequence[tuple[str, int]]],
    hard: Collection[int],
    begins: Collection[int],
) -> Iterator[tuple[int, int, int]]:
    """The start, the number and the end of every meaning, where clauses begin at some words and
    what stands at the beginning of one is looked for at others.
    """
    tree = lexicon.tree
    ends: dict[int, int] = {}
    over, bounds = _over_light(sentence, hard), _bounds(sentence, hard)
    walk = _walk(lexicon, labels, over, bounds, ends)
    first = tree[tree.root].on
    for start in range(len(sentence)):
        ends.clear()
        if start in begins and "^" in first:
            walk(tree[first["^"]], start)
        for label, length in labels[start]:
            if label in first:
                walk(tree[first[label]], start + length)
        for meaning, end in ends.items():
            yield start, meaning, end


def _walk(
    lexicon: Lexicon,
    labels: Sequence[Sequence[tuple[str, int]]],
    over: Sequence[Sequence[int]],
    bounds: Sequence[int],
    ends: dict[int, int],
) -> Walk:
    """The walk from a node at a word, which notes in `ends` how far each meaning reaches."""
    tree = lexicon.tree

    def walk(node: Node, at: int) -> None:
        on, beside = node.on, node.beside
        if beside is not None:
            for meaning in beside.means:
                if ends.get(meaning, 0) < at:
                    ends[meaning] = at
        for label, length in labels[at] if on else ():
            if label in on:
                walk(tree[on[label]], at + length)
        if beside is None:
            return
        if beside.light:
            after = tree[beside.light]
            for beyond in over[at]:
                walk(after, beyond)
        gap, last = beside.gap, bounds[at]
        if gap is not None and at <= last:
            behind, farthest = gap.on, at + gap.most
            # min() would take longer.
            for beyond in range(at, (farthest if farthest < last else last) + 1):
                for label, length in labels[beyond]:
                    if label in behind:
                        for most, place in behind[label]:
                            if beyond - at <= most:
                                walk(tree[place], beyond + length)
        for most, meaning in beside.ends_in_gap:
            end = min(at + most, last)
            if ends.get(meaning, 0) < end:
                ends[meaning] = end

    return walk


def _over_light(sentence: Sentence, hard: Collection[int]) -> list[tuple[int, ...]]:
    """Where a `~` leads from each word: to it, and behind light words of its clause from there."""
    count = len(sentence)
    over: list[tuple[int, ...]] = [(at,) for at in range(count + 1)]
    for at in reversed(sentence.places(LIGHT)):
        beyond = at + sentence.reach(at, LIGHT)
        if beyond <= count and beyond not in hard:
            over[at] = (at, *over[beyond][:MOST_LIGHT])
    return over


def _bounds(sentence: Sentence, hard: Collection[int]) -> list[int]:
    """How far a gap reaches from each word, at most: to the end of the clause or a negation."""
    count = len(sentence)
    bounds = [count] * (count + 1)
    for at in range(count - 1, -1, -1):
        ends = at + 1 in hard or at in sentence.denies
        bounds[at] = at if ends else bounds[at + 1]
    return bounds
