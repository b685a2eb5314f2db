"""What somebody asks about that was heard of them: "why do you say six weeks?"."""

from __future__ import annotations

from skill.understanding.findings.assertions import Told
from skill.understanding.grammar.polarity import ASKS_WHY
from skill.understanding.reading.reading import Reading

LONG = "over-six-weeks"
"""What a time is asked about as."""


def questioned(reading: Reading, told: list[Told]) -> tuple[str, ...]:
    """The findings and flags behind "why do you say", in the words of each or of its question."""
    if not reading.has(ASKS_WHY):
        return ()
    begins = min(m.end for m in reading.marks if m.id == ASKS_WHY)
    if reading.sentence.has("<insists>", range(begins, len(reading.sentence))):
        return ()  # "How can you say no pop, I told you it popped": it is told once more.
    said = [*(one.match for one in told), *reading.of("finding")]
    ids = [match.id for match in said if match.start >= begins]
    ids += [id for id in reading.context.counted if reading.of(f"at-{id}")]
    if any(time.start >= begins for time in reading.times):
        ids.append(LONG)
    return tuple(dict.fromkeys(ids))
