"""What is asked back about a word of the question: "does cold mean when I touch it"."""

from __future__ import annotations

from collections.abc import Sequence

from skill.understanding.contexts import Context
from skill.understanding.grammar.matching import Match, Span, lies_in, meet

UNKNOWN_WORD = "unknown-word"
"""The mark of a question what a word means: "what is a bladder"."""
ASKED_BACK = frozenset({"asks-meaning", UNKNOWN_WORD})
"""The marks of such questions."""
TOLD = frozenset(
    {
        *("finding", "denial", "course", "hurts", "item"),
        *("occasion", "felt", "felt-bare", "pain-level", "chest", "chest-felt"),
    }
)
"""Kinds of words that tell something, and nothing where they are only asked about."""
IS_IT_SO = "is-it-so"
"""The mark of a question whether something is so: "could it be infected"."""
AT_QUESTION = "at-"
"""How the kinds begin of what words tell at one question."""


def asked_in(found: Sequence[Match], context: Context) -> list[Match]:
    """The questions that are asked back, where something is asked that is so or not."""
    if not context.asks_yes_or_no:
        return []
    return [m for m in found if m.kind == "mark" and m.id in ASKED_BACK]


def spared(found: Sequence[Match], asked: Sequence[Match]) -> list[Match]:
    """The matches without those that only such a question holds."""
    if not asked:
        return [*found]
    return [m for m in found if not (_tells(m) and is_asked(m, asked))]


def without_verdicts(found: list[Match]) -> list[Match]:
    """The matches without those that reach into a question whether something is so: "it's only
    sore, is it infected?" tells of nothing infected.
    """
    asked = [m for m in found if m.kind == "mark" and m.id == IS_IT_SO]
    if not asked:  # As mostly.
        return found
    return [m for m in found if not (_tells(m) and any(meet(m, one) for one in asked))]


def is_asked(one: Span, asked: Sequence[Match]) -> bool:
    """Whether words lie in one of these questions."""
    return any(lies_in(one, question) for question in asked)


def _tells(match: Match) -> bool:
    return match.kind in TOLD or match.kind.startswith(AT_QUESTION)
