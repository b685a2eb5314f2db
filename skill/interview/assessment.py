"""What a set of answers calls for: worked out once a turn, and handed on with the answers."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from skill.interview import red_flags
from skill.interview.answers import known_from
from skill.library.types import Answers, Care, Library


class Assessment(Struct, frozen=True):
    """What answers say, and the red flags that they raise.

    `given` are the answers as people gave them, `known` is what they say through the gates, and
    `flags` are the raised flags, gravest first, each with the care that it calls for.
    """

    given: Answers
    known: Answers
    flags: Mapping[str, Care]

    @property
    def rank(self) -> int:
        """The rank of the gravest care that a flag calls for; 0 where none is raised."""
        return red_flags.gravest(self.flags)


def assess(library: Library, given: Answers, before: Assessment | None = None) -> Assessment:
    """The assessment of these answers.

    `before` is one that this turn made already. It is the result where it is of the same answers;
    of other answers it counts for nothing, so whoever hands on an old one does no harm.
    """
    if before is not None and before.given == given:
        return before
    known = known_from(library, given)
    return Assessment(given, known, red_flags.flags_of(library, known))
