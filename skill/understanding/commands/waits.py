"""What is told beside a wait: "hang on, which leg?", "stop stop, I'm not ready"."""

from __future__ import annotations

from skill.understanding.commands.requests import ORDER
from skill.understanding.grammar.matching import Match, lies_in
from skill.understanding.grammar.polarity import Holds
from skill.understanding.reading.reading import Reading
from skill.understanding.reading.side_questions import ASKED

WAITS = frozenset({"wait", "pause"})
"""Commands to wait, which may tell of a baby that cries, and of moments: "one moment"."""
NEXT_SET = "next-set"
"""The command that ends a rest."""
MOST_OF_A_LEAD = 5
"""Words of a wait that leads to something else, at most."""
BEHIND_A_WAIT = frozenset(
    {
        *("previous", "how-to", "repeat", "which-exercise", "which-next", "how-many-left"),
        *("how-it-feels", "slower", "faster", "easier", "harder", "longer-rest", "volume"),
        *("no-equipment", "no-counting", "unheard", "stop", ORDER, *ASKED),
    }
)
"""Commands that count more than a wait before them."""


def not_ready(reading: Reading, told: list[Match]) -> Match | None:
    """The wait of who says not to be ready, whatever else would go on with it."""
    ready = reading.of("command-set")
    denied = any(m.id == "ready" and reading.holds(m) is Holds.IS_NOT for m in ready)
    waits = [m for m in told if m.id in WAITS] if denied else []
    unwanted = [m for m in told if m.id == NEXT_SET]  # "I don't need the rest, let's go."
    waits = [m for m in waits if not any(lies_in(m, one) for one in unwanted)]
    return waits[-1] if waits else None


def behind_a_wait(told: list[Match]) -> list[Match]:
    """Without a "hang on" that only leads to what is asked for: "hang on a minute, which leg"."""
    waits = [m for m in told if m.id in WAITS]
    if not waits:
        return told
    ends = max(m.end for m in waits)
    leads = any(m.start == 0 for m in waits) and ends <= MOST_OF_A_LEAD
    asked = any(m.id in BEHIND_A_WAIT and m.start >= ends for m in told)
    return [m for m in told if m.id not in WAITS] if leads and asked else told
