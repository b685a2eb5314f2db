"""Numbers, ranks and hedges that are words of a command, and so answer nothing."""

from __future__ import annotations

from skill.understanding.commands.commands import IN_PARTS
from skill.understanding.commands.waits import WAITS
from skill.understanding.grammar.matching import Match, lies_in
from skill.understanding.numbers.numbers import Number
from skill.understanding.pain.levels import MEASURED
from skill.understanding.reading.reading import Reading

LEADING = frozenset({"previous", "next", "skip", "skip-next", "go-back", "repeat"})
"""Commands that lead to an exercise or a question: how many of them is no pain."""

ASKING = frozenset(
    {"how-to", "how-many-left", "which-week", "which-side", "which-next", "which-exercise"}
)
"""Questions about the exercise or the weeks: "how does this one go", "am I in week two"."""

OF_WORK = (*MEASURED, *LEADING, *WAITS, *ASKING)
KINDS = ("command", "command-set", "command-coached", "command-check")


def is_word_of_a_command(reading: Reading, one: Number) -> bool:
    """Whether a number is a word of a command: "one moment", "an easier one", "take me back one".

    The number at the end of one answers, unless it is a "one": "hang on, six".
    """
    pronoun = one.value == 1
    return any(
        (lies_in(one, m) and (pronoun or one.end < m.end)) or (pronoun and one.start == m.end)
        for m in _commands(reading)
    )


def is_rank_of_a_command(reading: Reading, one: Match) -> bool:
    """Whether a rank is that of what a command leads to: "back to the last one", but "the last"."""
    leading = (m for m in _commands(reading) if m.id in LEADING)
    return any(lies_in(one, m) and one.start - m.start > 1 for m in leading)


def only_hedges(order: Match | None) -> bool:
    """Whether "a bit" or the like stands beside a command about the work: "a bit slower", which is
    to be asked in parts.
    """
    return order is not None and order.id in (*OF_WORK, IN_PARTS)


def _commands(reading: Reading) -> list[Match]:
    return [m for m in reading.of(*KINDS) if m.id in OF_WORK]
