"""Words → every pattern that they match."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from skill.library.types.hearing import Lexicon
from skill.library.types.tree import Node
from skill.understanding.grammar.sentence import END, Sentence

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


def longer_by_a_word(match: Match, found: Iterable[Match]) -> list[Match]:
    """Those of another meaning that begin with it and go on for a word: "red streaks" for "red"."""
    return [
        m for m in found if m.id != match.id and m.start == match.start and m.end == match.end + 1
    ]


Walk = Callable[[Node, int], None]
"""A walk through a node of the lexicon, from a word on."""


def matches(lexicon: Lexicon, sentence: Sentence) -> list[Match]:
    """Every match, each meaning at each place once, as long as it goes."""
    return _matches(lexicon, sentence, sentence.hard)


def matches_across(lexicon: Lexicon, sentence: Sentence) -> list[Match]:
    """The same as if it were one clause."""
    return _matches(lexicon, sentence, frozenset())


def begun(lexicon: Lexicon, sentence: Sentence) -> Iterator[tuple[int, str, str]]:
    """The word, the kind and the id of every match that its words may have as a sentence."""
    labels = [(*here, *END) for here in sentence.labels]
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
