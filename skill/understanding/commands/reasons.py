"""Why something is wanted, told beside what is wanted: "it's too easy for me, louder please"."""

from __future__ import annotations

from skill.understanding.commands.mentions import ALWAYS
from skill.understanding.commands.requests import ASKING
from skill.understanding.grammar.matching import Match, lies_in
from skill.understanding.reading.reading import Reading

FEELS = "how-it-feels"
"""How it feels to be worked, told beside what is wanted: "pause, I'm getting tired"."""
CHANGING = frozenset({"harder", "easier", "slower", "faster"})
REASONS = CHANGING | {"pause", "wait", "next", "own-dose", "in-parts", FEELS}
"""Commands that what somebody only tells may be taken for: "the phone's ringing" holds a set."""
STEERING = frozenset({"pause", "wait", "skip", "next", "previous", "stop", "volume", "how-to"})
"""Commands that hold a set or lead on."""
OF_A_FEELING = frozenset({FEELS, "if-it-hurts", "may-i-stop"})
MORE = frozenset({"skip-next", "leave-out", "go-back-to", "repeat"})
WISHES = (CHANGING | STEERING | ASKING | MORE) - OF_A_FEELING
"""Commands that a reason may stand beside, and that count before it."""
TELLS = "tells-how-it-is"
"""The mark of who or what is so, with which a reason is told: "this one is"."""
HOLDING = frozenset({"pause", "wait"})
MOST_OF_A_HOLD = 2
"""Words of a stop that may only hold a set, at most: "stop, the phone is ringing"."""


def without_reasons(reading: Reading, told: list[Match]) -> list[Match]:
    """The commands without those that only say why another is given."""
    denies = reading.sentence.denies
    said = [m for m in reading.marks if m.id == TELLS]
    said = [
        m for m in said if denies.isdisjoint(range(m.start, m.end + 1))
    ]  # "I'm not doing that."
    reasons = [m for m in told if _is_reason(m, said)]
    if not reasons:
        return told
    whole = {m.id for m in reasons}
    wishes = [
        m
        for m in told
        if m.id in WISHES
        and m not in reasons
        and not any(_lies_in(m, one) for one in reasons)
        and not _only_holds(m, whole)
    ]
    if not wishes or whole & CHANGING & {m.id for m in wishes}:
        return told
    return [m for m in told if m not in reasons]


def _only_holds(wish: Match, reasons: set[str]) -> bool:
    """Whether a wish may be no more than a hold that its reason asks for, too."""
    words = wish.end - wish.start
    if wish.id in HOLDING:
        return bool(reasons & HOLDING or (reasons & CHANGING and words > 1))
    return wish.id in ALWAYS and bool(reasons & HOLDING) and words <= MOST_OF_A_HOLD


def _lies_in(wish: Match, reason: Match) -> bool:
    """Whether a wish has no word of its own beside a reason."""
    return lies_in(wish, reason) or lies_in(reason, wish)


def _is_reason(order: Match, said: list[Match]) -> bool:
    """Whether a command lies in words that tell how it is."""
    if order.id == FEELS:
        return True
    if order.id not in REASONS or (order.id in HOLDING and order.end - order.start == 1):
        return False
    return any(one.start <= order.start <= one.end for one in said)
