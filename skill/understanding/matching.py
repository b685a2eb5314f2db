"""Words → every pattern that they match."""

from __future__ import annotations

from typing import NamedTuple

from skill.library.types.hearing import Lexicon
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


def within(match: Match, spans: list[Match]) -> bool:
    """Whether a match stands inside a longer one."""
    return any(
        span.start <= match.start
        and match.end <= span.end
        and span.end - span.start > match.end - match.start
        for span in spans
    )


def calmed(match: Match, harmless: list[Match]) -> bool:
    """Whether the last words of a match belong to a phrase that is harmless."""
    return any(calm.start < match.end <= calm.end for calm in harmless)


class Sentence:
    """A sentence as it is looked up: its words, their classes, and where clauses begin.

    `hard` are the words at which a clause begins, `denies` those that deny, and `spent` those of
    them that belong to a meaning ("can't feel"), and deny nothing else. `doubts` are those of a
    doubt ("I don't think"): what follows is neither so nor denied.
    """

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self.said = split(text)
        words = normal(self.said, lexicon.endings, lexicon.rewrites, lexicon.forms)
        self.words = [word for word, _ in words]
        self.origins = [index for _, index in words]
        self.labels: list[list[tuple[str, int]]] = []
        for at, word in enumerate(self.words):
            here = [(word, 1)]
            here += [(name, 1) for name in lexicon.words.get(word, ())]
            for rest, name in lexicon.phrases.get(word, ()):
                after = at + 1 + len(rest)
                if tuple(self.words[at + 1 : after]) == rest:
                    here.append((name, 1 + len(rest)))
            self.labels.append(here)
        self.lengths = [dict(sorted(here, key=_length)) for here in self.labels]
        self.hard: set[int] = set()
        self.spent: set[int] = set()
        self.doubts: set[int] = set()
        self.denies = {
            at for at in range(len(self.words)) if self.reach(at, "<not>") or self.reach(at, "<no>")
        }

    def __len__(self) -> int:
        return len(self.words)

    def reach(self, at: int, name: str) -> int:
        """How many words from `at` on are of a class; 0 where none."""
        # Asked some hundred times of a sentence.
        return self.lengths[at].get(name, 0) if 0 <= at < len(self.lengths) else 0

    def source(self, start: int, end: int) -> tuple[int, ...]:
        """The indexes of the said words that a stretch came from."""
        return tuple(sorted(set(self.origins[start:end])))


def _length(label: tuple[str, int]) -> int:
    return label[1]


def matches(lexicon: Lexicon, sentence: Sentence) -> list[Match]:
    """Every match, each meaning at each place once, as long as it goes."""
    nodes, labels, count = lexicon.nodes, sentence.labels, len(sentence)
    hard, denies = sentence.hard, sentence.denies
    light = [sentence.reach(at, LIGHT) for at in range(count + 1)]
    found: dict[tuple[int, int], int] = {}
    # A node behind a gap that has none of these leads nowhere, wherever the gap ends.
    leading = {label for here in labels for label, _ in here} | _SIGNS
    root = len(nodes) - 1
    start = 0

    def walk(node: int, at: int) -> None:
        edges = nodes[node]
        ends = edges.get("=")
        if ends is not None:
            for meaning in ends:  # type: ignore[union-attr]
                key = (meaning, start)
                if found.get(key, 0) < at:
                    found[key] = at
            if len(edges) == 1:
                return
        if at == count:
            for sign in _AT_END:  # A gap may be empty.
                if sign in edges:
                    walk(edges[sign], at)  # type: ignore[arg-type]
            return
        for label, length in labels[at]:
            after = edges.get(label)
            if after is not None:
                walk(after, at + length)  # type: ignore[arg-type]
        after = edges.get("~")
        if after is not None and not nodes[after].keys().isdisjoint(leading):  # type: ignore[index]
            beyond, steps = at, 0
            while True:
                walk(after, beyond)  # type: ignore[arg-type]
                length = light[beyond]
                steps += 1
                if not length or steps > MOST_LIGHT or beyond + length >= count + 1:
                    break
                beyond += length
                if beyond in hard:
                    break
        # Most nodes have an edge or two, and no gap: looking at those is sooner done.
        if len(edges) < len(_GAPS) and _GAP_SIGNS.isdisjoint(edges):
            return
        for gap, most in _GAPS:
            after = edges.get(gap)
            if after is not None and not nodes[after].keys().isdisjoint(leading):  # type: ignore[index]
                for beyond in range(at, min(at + most, count) + 1):
                    if beyond > at and (beyond in hard or beyond - 1 in denies):
                        break
                    walk(after, beyond)  # type: ignore[arg-type]

    for start in range(count):
        if start == 0 or start in hard:
            first = nodes[root].get("^")
            if first is not None:
                walk(first, start)  # type: ignore[arg-type]
        walk(root, start)
    return [Match(*lexicon.meanings[m], begin, end) for (m, begin), end in found.items()]


_GAPS = tuple((f"..{most}", most) for most in range(1, 9))
_GAP_SIGNS = frozenset(gap for gap, _ in _GAPS)
_AT_END = ("$", "~", *(gap for gap, _ in _GAPS))
_SIGNS = frozenset({"=", *_AT_END})
