"""Things of a question that are answered one by one: "hot no, swollen yeah a bit, fever no"."""

from __future__ import annotations

from msgspec import Struct

from skill.understanding.contexts import Context
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.polarity import Holds

ASKED_BESIDES = {
    "clot-risk": ("past-cancer",),
    "safety-today": ("breathless-or-chest-pain",),
    "safety-person": (
        *("under-eighteen", "pregnant", "diabetes", "old-fracture-or-metal"),
        *("recent-surgery-or-plaster", "quinolone-antibiotic"),
    ),
}
"""What a question asks for that is none of its parts."""

HOLDS = {
    "yes": Holds.IS,
    "maybe": Holds.SUPPOSED,
    "not-really": Holds.SUPPOSED,
    "no": Holds.IS_NOT,
}
"""How a thing is said to be, by the verdict on it."""


class Item(Struct, frozen=True, gc=False):
    """A thing that is named by the words `start` up to `names`, and the verdict on it.

    `end` is where the words of both end. `states` tells that a whole statement names it ("my foot
    is cold"), which needs no verdict.
    """

    ids: frozenset[str]
    start: int
    names: int
    verdict: str | None = None
    end: int = 0
    states: bool = False

    @property
    def holds(self) -> Holds | None:
        """How the thing is said to be; None where nothing is said of it."""
        return HOLDS.get(self.verdict or "")


class Itemised(Struct, frozen=True, gc=False):
    """An answer thing by thing: the things, and where what is said of each begins.

    `rest` are the words that deny all the rest, `plain` is the verdict that is told of them all.
    """

    items: tuple[Item, ...]
    starts: frozenset[int]
    rest: tuple[Match, ...]
    plain: str | None

    def names(self, match: Match) -> Item | None:
        """The thing that a match names, if there is a verdict on it."""
        for item in self.items:
            if not item.verdict or match.start >= item.names or match.end <= item.start:
                continue
            if match.id in item.ids or (item.start <= match.start and match.end <= item.end):
                return item
        return None

    def touches(self, match: Match) -> bool:
        """Whether a match shares a word with the name of a thing."""
        return any(match.start < item.names and item.start < match.end for item in self.items)

    def denies(self, match: Match) -> bool:
        """Whether words that are no part of the question are those of a thing that is not so."""
        return any(
            item.holds is not Holds.IS
            and match.start < item.names
            and item.start < match.end <= item.end
            for item in self.items
            if item.verdict and (match.id not in item.ids or match.kind == "danger")
        )


def asked_by(context: Context) -> tuple[str, ...]:
    """The things that a question asks for, each by its id."""
    besides = ASKED_BESIDES.get(context.question or "", ())
    return (*(part for part in context.parts if part != context.question), *besides)
