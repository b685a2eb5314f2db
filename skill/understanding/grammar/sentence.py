"""A sentence as it is looked up: its words, their classes, and where its clauses begin."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from skill.library.types.hearing import Lexicon, Phrase
from skill.library.wording import normal, split

_NOWHERE: dict[str, int] = {}
END = (("$", 0),)
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
        self.labels.append(END)
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
        third = self.words[at + 2] if at + 2 < len(self.words) else None
        for rest, label, leads in phrases:
            if rest and rest[0] != third:  # As mostly.
                continue
            length = 2 + len(rest)
            if not rest[1:] or tuple(self.words[at + 2 : at + length]) == rest:
                if longest.get(label, 0) < length:
                    longest[label] = length
                if leads:
                    here.append((label, length))
        self.labels[at], self._at[at] = tuple(here), longest

    def __len__(self) -> int:
        return len(self.words)

    def reach(self, at: int, name: str) -> int:
        """How many words from `at` on are of a class; 0 where none."""
        # Asked some dozens of times of a sentence, mostly of a class that none of its words is of.
        if name not in self.classes:
            return 0
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

    def denies_in(self, words: Iterable[int]) -> bool:
        """Whether one of some words denies."""
        return not self.denies.isdisjoint(words)

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
