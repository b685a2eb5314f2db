"""What may be an emergency, whatever was asked."""

from __future__ import annotations

from skill.understanding.findings.assertions import Told
from skill.understanding.findings.illnesses import FEARED, is_only_asked
from skill.understanding.grammar.matching import Match, calmed
from skill.understanding.grammar.polarity import Holds
from skill.understanding.reading.reading import Reading

CALL_HELP = "call-help"
DYING = "dying"
"""Words that call for help, but not in a question, or of who is worn out by a run."""
WORN_OUT = "worn-out"


def danger(reading: Reading, told: list[Told]) -> tuple[str, ...]:
    """What is cried for, and what is told that is urgent; not what is harmless or denied."""
    so = [one.id for one in told if one.holds is Holds.IS and one.id in reading.lexicon.urgent]
    cries = reading.of("danger")
    if not (cries or so):
        return ()
    if cries:
        spent = ("effort",) if reading.context.coaching else ()  # "I can't go on", of a set.
        in_a_set = ("not-in-a-set",) if reading.context.exercising else ()
        calm, excepted = reading.calming(*spent), reading.of("not", *in_a_set)
        cries = [  # Help that is asked for is needed, too.
            m
            for m in cries
            if not calmed(m, calm)
            and not any(n.id == m.id and n.start <= m.start < n.end for n in excepted)
            and reading.holds(m) is not Holds.IS_NOT
            and not (reading.items and reading.items.denies(m))
            and not (m.id in FEARED and _is_no_belief(reading, m))
        ]
    cried = [m.id for m in cries]
    if DYING in cried:
        calls = not (reading.asks or reading.has(WORN_OUT))
        cried = [*(id for id in cried if id != DYING), *([CALL_HELP] if calls else [])]
    return tuple(dict.fromkeys([*cried, *so]))


def _is_no_belief(reading: Reading, match: Match) -> bool:
    """Whether an illness is only asked about or doubted: "do you think it's a clot", "I don't"."""
    doubted = not reading.sentence.doubts.isdisjoint(range(match.start - 2, match.end))
    return doubted or is_only_asked(reading, match)
