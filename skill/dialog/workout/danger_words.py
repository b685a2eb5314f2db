"""The words that stop a set: 911 is named where what was felt may be of the heart or the lungs."""

from __future__ import annotations

from collections.abc import Sequence

from skill.coaching import precautions
from skill.dialog.reply import Act
from skill.dialog.sayings import Statement
from skill.interview import safety_questions
from skill.interview.interview import Knowledge
from skill.library.types import Care

OF_THE_LEG = frozenset(
    {
        *("snap", "sharp-pain", "giving-way", "numbness", "tingling", "swelling", "click"),
        *("new-injury", "pinch", "cramp", "sudden-snap", "sudden-onset", "gives-way"),
        *("place-foot", "place-ankle", "place-heel"),
    }
)
"""Signs, findings and flags of a foot or a joint alone. A calf, a fall and a cold foot are none: a
clot, a faint or too little blood may be behind them."""

SNAPS = frozenset({"snap", "sudden-snap"})
OF_A_TEAR = frozenset({"pain-calf", "place-leg", "along-achilles-tendon", "pain-back-of-heel"})
"""Where a snap is felt: what tears there is no clot."""

OF_THE_HEAD = "stroke"
"""Nothing of a chest either: its own question follows, and names what to call."""


def of(knowledge: Knowledge, felt: Sequence[str], advice: Sequence[Act]) -> Statement:
    """How a set is stopped for this. What is to be seen some day, as a click, is no danger."""
    if not advice and all(_is_mild(knowledge, id) for id in felt):
        return "stop-there"
    told = {*felt, *(one.about for one in advice if one.about is not None)}
    harmless = OF_THE_LEG | {OF_THE_HEAD} | (OF_A_TEAR if SNAPS & told else frozenset())
    return "danger-stop" if told and told <= harmless else "danger-stop-breath"


def _is_mild(knowledge: Knowledge, id: str) -> bool:
    flag = knowledge.library.red_flags.get(id)
    asked_today = {*precautions.NEW_INJURY, *precautions.AT_REST}
    if safety_questions.first_after(knowledge.plan, (id,), {}) is not None:
        return False
    return flag is not None and id not in asked_today and flag.care.rank < Care.SAME_DAY.rank
