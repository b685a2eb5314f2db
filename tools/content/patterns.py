"""The patterns of one language → one tree of steps, which shares equal beginnings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache

from skill.library.types.tree import NOWHERE, Beside, Gap, Node, Place
from tools.content.tree import WrittenTree

WordsOfClass = Callable[[str], tuple[str, ...]]

_SIGN = re.compile(r"<[a-z-]+>|\.\.\d*|[()\[\]|~^$]|[^\W_]+(?:'[^\W_]+)*")
LIGHT = "~"
GAP = ".."
USUAL_GAP = GAP + "3"


class Patterns:
    """Patterns as they are added, each with the number of what it means."""

    def __init__(self, words: WordsOfClass, classes: Set[str]) -> None:
        # Most runs of words stand in many patterns: four of five were read before.
        self._words = cache(words)
        self._classes = classes
        self._edges: list[list[tuple[str, int]]] = [[]]
        self._ends: dict[int, set[int]] = {}
        self._behind_gaps: set[int] = set()

    def add(self, pattern: str, meaning: int) -> None:
        """Add one pattern.

        Raises:
            ValueError: a bracket is missing, a class is unknown, or a sign has no meaning.
        """
        signs = _SIGN.findall(pattern)
        if "".join(signs) != re.sub(r"\s", "", pattern):
            raise ValueError(f'"{pattern}" holds a sign that no pattern has')
        for sign in signs:
            if sign.startswith(GAP) and len(sign) > len(USUAL_GAP):
                raise ValueError(f'"{pattern}" leaves out {sign[2:]} words, and nine are the most')
            if sign[0] == "<" and sign[1:-1] not in self._classes:
                raise ValueError(f'"{pattern}" names {sign}, and no class is called so')
        signs.reverse()
        ends = self._alternatives({0}, signs, pattern)
        if signs:
            raise ValueError(f'"{pattern}" closes a bracket that it does not open')
        self._end(ends, meaning)

    def add_words(self, words: Iterable[str], meaning: int) -> None:
        """Add a name, in which no sign means anything."""
        at = {0}
        for word in words:
            at = self._step(at, word)
        self._end(at, meaning)

    def _end(self, at: Iterable[int], meaning: int) -> None:
        for node in at:
            if node:
                self._ends.setdefault(node, set()).add(meaning)

    def _step(self, at: Iterable[int], label: str) -> set[int]:
        after = len(self._edges)
        self._edges.append([])
        for node in at:
            self._edges[node].append((label, after))
        if label.startswith(GAP):
            self._behind_gaps.add(after)
        return {after}

    def _alternatives(self, start: set[int], signs: list[str], pattern: str) -> set[int]:
        """Read up to the bracket that closes; where the alternatives lead to."""
        ends: set[int] = set()
        at = start
        while signs and signs[-1] not in ")]":
            sign = signs.pop()
            if sign == "|":
                ends |= at
                at = start
            elif sign in "([":
                inner = self._alternatives(at, signs, pattern)
                if not signs or signs.pop() != {"(": ")", "[": "]"}[sign]:
                    raise ValueError(f'"{pattern}" does not close a bracket')
                at = inner | at if sign == "[" else inner
            elif sign[0].isalnum():
                run = [sign]
                while signs and signs[-1][0].isalnum():
                    run.append(signs.pop())
                words = self._words(" ".join(run))
                at = at if words else set()  # Words that are dropped are never met.
                for word in words:
                    at = self._step(at, word)
            elif sign == LIGHT and not self._behind_gaps.isdisjoint(at):
                raise ValueError(f'"{pattern}" has a ~ behind a gap, which may be longer instead')
            else:
                at = self._step(at, USUAL_GAP if sign == GAP else sign)
        return ends | at

    def tree(self) -> WrittenTree:
        """One tree of all: from a node, a step leads to one node only."""
        places: dict[frozenset[int], Place] = {}
        tree = WrittenTree()

        def place(states: frozenset[int]) -> Place:
            if states in places:
                return places[states]
            after: dict[str, set[int]] = {}
            for state in states:
                for label, beyond in self._edges[state]:
                    if not label.startswith(GAP):
                        after.setdefault(label, set()).add(beyond)
            on = {label: place(frozenset(after[label])) for label in sorted(after)}
            behind, ends_in_gap = self._behind(states)
            gaps = {
                label: tuple((most, place(led)) for most, led in behind[label])
                for label in sorted(behind)
            }
            beside = Beside(
                on.pop(LIGHT, NOWHERE),
                Gap(max(most for led in gaps.values() for most, _ in led), gaps) if gaps else None,
                ends_in_gap,
                tuple(sorted({m for state in states for m in self._ends.get(state, ())})),
            )
            places[states] = tree.add(Node(on, None if beside == Beside() else beside))
            return places[states]

        place(frozenset({0}))
        return tree

    def _behind(
        self, states: frozenset[int]
    ) -> tuple[dict[str, list[tuple[int, frozenset[int]]]], tuple[tuple[int, int], ...]]:
        """What leads on behind the gaps of some states, and what is complete behind one.

        By label the most words of a gap and where the label leads, and the most words with each
        meaning.
        """
        led: dict[str, dict[int, set[int]]] = {}
        longest: dict[int, int] = {}
        for most, beyond in sorted(gap for state in states for gap in self._gaps(state)):
            for label, further in self._edges[beyond]:
                if not label.startswith(GAP):
                    led.setdefault(label, {}).setdefault(most, set()).add(further)
            longest.update(dict.fromkeys(self._ends.get(beyond, ()), most))
        return (
            {
                label: [(most, frozenset(several)) for most, several in by_most.items()]
                for label, by_most in led.items()
            },
            tuple(sorted((most, meaning) for meaning, most in longest.items())),
        )

    def _gaps(self, state: int) -> Iterator[tuple[int, int]]:
        """The gaps behind a state, each with its most words and where it leads; two are one."""
        for label, beyond in self._edges[state]:
            if label.startswith(GAP):
                most = int(label.removeprefix(GAP))
                yield most, beyond
                for more, further in self._gaps(beyond):
                    yield most + more, further
