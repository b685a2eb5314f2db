"""What is denied of what counted before: "it isn't black", said once black skin was told."""

from __future__ import annotations

from skill.understanding.polarity import Holds
from skill.understanding.reading import Reading


def taken_back(reading: Reading) -> tuple[str, ...]:
    """The flags that count and are denied by the bare words of their questions.

    A word that is denied once and said to be so once takes nothing back.
    """
    counted = reading.context.counted
    return tuple(
        id for id in counted if id not in reading.context.parts and _is_denied(reading, id)
    )


def _is_denied(reading: Reading, id: str) -> bool:
    held = [reading.holds(match) for match in reading.of(f"at-{id}")]
    return Holds.IS_NOT in held and Holds.IS not in held
