"""Words → every pattern that they match."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

from skill.library.types.hearing import GAP, Lexicon
from skill.library.wording import normal, split

LIGHT = "<light>"
MOST_LIGHT = 5
"""Light words that a `~` may step over."""


class Match(NamedTuple):
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


_NOWHERE: dict[str, int] = {}


class Sentence:
    """A sentence as it is looked up: its words, their classes, and where clauses begin.

    `origins` are the indexes of the said words that its words came from.
    `hard` are the words at which a clause begins, `listed` those of them at which a list goes on,
    `denies` those that deny, and `spent` those of them that belong to a meaning ("can't feel"),
    and deny nothing else. `doubts` are those of a doubt ("I don't think"): what follows is neither
    so nor denied.
    """

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self.said = split(text)
        words = normal(self.said, lexicon.endings, lexicon.rewrites, lexicon.forms)
        self.words = [word for word, _ in words]
        self.origins = [index for _, index in words]
        self.labels: list[list[tuple[str, int]]] = []
        self.lengths: list[dict[str, int]] = []
        following = [*self.words, ""][1:]
        for at, (word, follows) in enumerate(zip(self.words, following, strict=True)):
            longest = dict.fromkeys((word, *lexicon.words.get(word, ())), 1)
            here = list(longest.items())
            for rest, name in lexicon.phrases.get(word, ()):
                # A word begins some dozens of phrases, and few of them go on as it does.
                if rest[0] == follows and tuple(self.words[at + 1 : at + 1 + len(rest)]) == rest:
                    here.append((name, 1 + len(rest)))
                    longest[name] = max(longest.get(name, 0), 1 + len(rest))
            self.labels.append(here)
            self.lengths.append(longest)
        self._at = dict(enumerate(self.lengths))
        self.hard: set[int] = set()
        self.listed: set[int] = set()
        self.spent: set[int] = set()
        self.doubts: set[int] = set()
        self.denies = {at for at, here in self._at.items() if here.get("<not>") or here.get("<no>")}

    def __len__(self) -> int:
        return len(self.words)

    def reach(self, at: int, name: str) -> int:
        """How many words from `at` on are of a class; 0 where none."""
        # Asked some hundred times of a sentence, and of words before it and behind it.
        return self._at.get(at, _NOWHERE).get(name, 0)


def matches(lexicon: Lexicon, sentence: Sentence) -> list[Match]:
    """Every match, each meaning at each place once, as long as it goes."""
    nodes, labels, count = lexicon.nodes, sentence.labels, len(sentence)
    hard, denies = sentence.hard, sentence.denies
    light = [sentence.reach(at, LIGHT) for at in range(count + 1)]
    found: dict[tuple[int, int], int] = {}
    # What leads on from each word, from the end, and from anywhere: a node behind a gap that has
    # none of it leads nowhere, which is sooner seen than walked.
    leading = [_SIGNS.union(here) for here in sentence.lengths] + [_SIGNS]
    anywhere = frozenset().union(*leading)
    start = 0

    def walk(edges: Any, at: int) -> None:
        if "=" in edges:
            for meaning in edges["="]:
                key = (meaning, start)
                if found.get(key, 0) < at:
                    found[key] = at
            if len(edges) == 1:
                return
        if at == count:
            for sign in _AT_END:
                if sign in edges:
                    walk(nodes[edges[sign]], at)
            for _, number in edges.get(GAP, ()):  # A gap may be empty.
                walk(nodes[number], at)
            return
        for label, length in labels[at]:
            if label in edges:
                walk(nodes[edges[label]], at + length)
        if "~" in edges:
            after = nodes[edges["~"]]
            if not after.keys().isdisjoint(anywhere):
                beyond, steps = at, 0
                while True:
                    if not after.keys().isdisjoint(leading[beyond]):
                        walk(after, beyond)
                    length = light[beyond]
                    steps += 1
                    if not length or steps > MOST_LIGHT or beyond + length >= count + 1:
                        break
                    beyond += length
                    if beyond in hard:
                        break
        for most, number in edges.get(GAP, ()):
            after = nodes[number]
            if after.keys().isdisjoint(anywhere):
                continue
            for beyond in range(at, min(at + most, count) + 1):
                if beyond > at and (beyond in hard or beyond - 1 in denies):
                    break
                if not after.keys().isdisjoint(leading[beyond]):
                    walk(after, beyond)

    root: Any = nodes[-1]
    for start in range(count):
        if "^" in root and (start == 0 or start in hard):
            walk(nodes[root["^"]], start)
        for label, length in labels[start]:
            if label in root:
                walk(nodes[root[label]], start + length)
    return [Match(*lexicon.meanings[m], begin, end) for (m, begin), end in found.items()]


_AT_END = ("$", "~")
_SIGNS = frozenset({"=", GAP, *_AT_END})
