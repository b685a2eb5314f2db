"""What is denied of what counted before: "it isn't black", said once black skin was told."""

from __future__ import annotations

from skill.understanding.matching import Match, within
from skill.understanding.polarity import Holds
from skill.understanding.reading import Reading


def taken_back(reading: Reading, asked: Match | None) -> tuple[str, ...]:
    """The flags that count and are denied by the bare words of their questions.

    A word that is denied once and said to be so once takes nothing back, nor do the words of a
    practical question, which are `asked`: who has no car denies no crash.
    """
    context = reading.context
    open_ones = [id for id in context.counted if id not in context.parts]
    return tuple(id for id in open_ones if _is_denied(reading, id, asked))


def _is_denied(reading: Reading, id: str, asked: Match | None) -> bool:
    said = [m for m in reading.of(f"at-{id}") if asked is None or not within(m, [asked])]
    held = [reading.holds(match) for match in said]
    return Holds.IS_NOT in held and Holds.IS not in held
