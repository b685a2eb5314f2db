"""The patterns of one language → one tree of steps, which shares equal beginnings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from functools import cache

from skill.library.types.hearing import GAP, Node

WordsOfClass = Callable[[str], tuple[str, ...]]

_SIGN = re.compile(r"<[a-z-]+>|\.\.\d?|[()\[\]|~^$]|[^\W_]+(?:'[^\W_]+)*")
_USUAL_GAP = GAP + "3"


class Patterns:
    """Patterns as they are added, each with the number of what it means."""

    def __init__(self, words: WordsOfClass, classes: Set[str]) -> None:
        # Most runs of words stand in many patterns: four of five were read before.
        self._words = cache(words)
        self._classes = classes
        self._edges: list[list[tuple[str, int]]] = [[]]
        self._ends: dict[int, set[int]] = {}

    def add(self, pattern: str, meaning: int) -> None:
        """Add one pattern.

        Raises:
            ValueError: a bracket is missing, a class is unknown, or a sign has no meaning.
        """
        signs = _SIGN.findall(pattern)
        if "".join(signs) != re.sub(r"\s", "", pattern):
            raise ValueError(f'"{pattern}" holds a sign that no pattern has')
        for sign in signs:
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
            else:
                at = self._step(at, _USUAL_GAP if sign == GAP else sign)
        return ends | at

    def nodes(self) -> tuple[Node, ...]:
        """One tree of all: from a node, a step leads to one node only."""
        numbers: dict[frozenset[int], int] = {}
        alike: dict[tuple[object, ...], int] = {}
        nodes: list[Node] = []

        def number(states: frozenset[int]) -> int:
            if states in numbers:
                return numbers[states]
            after: dict[str, set[int]] = {}
            for state in states:
                for label, beyond in self._edges[state]:
                    after.setdefault(label, set()).add(beyond)
            node: Node = {}
            gaps: list[tuple[int, int]] = []
            for label in sorted(after):
                beyond = number(frozenset(after[label]))
                if label.startswith(GAP):
                    gaps.append((int(label.removeprefix(GAP)), beyond))
                else:
                    node[label] = beyond
            if gaps:
                node[GAP] = tuple(gaps)
            ends = sorted({m for state in states for m in self._ends.get(state, ())})
            if ends:
                node["="] = tuple(ends)
            key = tuple(node.items())
            if key not in alike:
                alike[key] = len(nodes)
                nodes.append(node)
            numbers[states] = alike[key]
            return numbers[states]

        number(frozenset({0}))
        return tuple(nodes)
