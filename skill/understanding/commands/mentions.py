"""Commands that are only mentioned or asked about, and no commands."""

from __future__ import annotations

from skill.understanding.grammar.matching import Match, meet
from skill.understanding.reading.reading import Reading

ALWAYS = ("stop", "cancel")
"""Commands that no question can turn into an answer, where they are all that is said, and that only
an answer of two words more swallows."""


TURNING = frozenset({"stop", "cancel", "forget", "start-over", "go-back", "no-exercise"})
"""Commands that end or turn the talk."""


OF_QUESTIONS = frozenset(
    {
        *("ready", "next", "skip", "pause", "wait", "resume", "repeat", "faster"),
        *("stop", "cancel", "how-many-left"),
    }
)
"""Commands whose words are said in a question, too: "is it broken", "why did this happen"."""


MANY = 3
"""Words of a question about a topic that is more than a name."""


def questions(reading: Reading) -> list[Match]:
    """What is asked in more words than a name has."""
    if not reading.asks:
        return []
    asked = reading.of("topic", "topic-general")
    asked += [m for m in reading.of("aspect") if m.id == "causes"]
    return [m for m in asked if m.end - m.start >= MANY]


def is_told(reading: Reading, order: Match) -> bool:
    """Whether the verb of a question stands behind its subject: "it is my foot that's burning"."""
    asks = order.id == "how-to" and reading.sentence.reach(order.start, "<be>")
    return bool(asks and reading.sentence.reach(order.start - 1, "<subject>"))


def is_asked(reading: Reading, order: Match, asked: list[Match]) -> bool:
    """Whether words of a command are part of a question, and command nothing.

    So are those of a topic ("how do I stop it coming back") and, where nothing is coached, those
    with more behind them or in a clause of their own: "can it hold on till morning", "will it heal
    if I leave it alone".
    """
    if order.id not in OF_QUESTIONS or not reading.asks:
        return False
    sentence = reading.sentence
    if any(one.end - one.start > order.end - order.start and meet(one, order) for one in asked):
        return True
    if reading.context.coaching:
        return False
    if order.end < len(sentence) - 1:
        return order.start > 0
    return any(
        sentence.reach(at, "<opens-clause>") and sentence.reach(at + 1, "<subject>")
        for at in range(max(0, order.start - 2), order.start)
    )


def is_of_a_run(reading: Reading, order: Match) -> bool:
    """Whether words for an end tell how a run ends: "it aches and I have to stop"."""
    if reading.context.coaching or order.id not in ALWAYS:
        return False
    halts = [m for m in reading.marks if m.id == "halts" and m.start <= order.start < m.end]
    tells = bool(reading.of("finding", "hurts")) or order.end < len(reading.sentence) - 1
    return bool(halts) and (tells or order.start > MANY)


def is_amid(reading: Reading, order: Match) -> bool:
    """Whether words that would end or turn the talk stand in the middle of what is told.

    "I have to go down the stairs one at a time", "after stopping it is normal again".
    """
    if reading.context.coaching or order.id not in TURNING:
        return False
    return order.start > 1 and order.end < len(reading.sentence) - 1
