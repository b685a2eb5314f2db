"""A blow at the back of the leg that only seemed one is a snap: "could've sworn I'd been kicked".

A calf or an Achilles tendon that tears feels so, and who was truly kicked says no more than that.
"""

from __future__ import annotations

from itertools import product

from tests.row import each_row
from tests.understanding.hearing import heard_at

SNAP = "sudden-snap"
QUESTIONS = ("open-question", "how-it-began", SNAP)
SEEMS = ("could've sworn {}", "I'd have bet money {}", "it was as if {}", "my first thought was {}")
BLOWS = (
    "some lad booted us in {}",
    "I'd been kicked in {}",
    "someone threw a rock at {}",
    "a racket hit {}",
    "the dog ran into {}",
)
PARTS = ("my calf", "the back of the leg", "my achilles")
TAILS = ("", ", but no one there", ", turned round and nobody")
REAL = (
    "some lad kicked me in the back of the leg at football",
    "the dog ran into my calf",
    "I'm sure I hit my heel on a step",
    "a ball hit my calf yesterday",
)


@each_row(("seems", "blow", "tail"), list(product(SEEMS, BLOWS, TAILS)))
@each_row("part", PARTS)
def test_a_blow_by_nobody_is_a_snap(seems: str, blow: str, tail: str, part: str) -> None:
    said = seems.format(blow.format(part)) + tail
    for asked in QUESTIONS:
        heard = heard_at(asked, said)
        assert heard.findings.get(SNAP) is True, asked
        assert asked != SNAP or heard.answer in ("yes", "kind_of")


@each_row("said", REAL)
def test_a_true_blow_is_none(said: str) -> None:
    assert not heard_at("open-question", said).findings.get(SNAP)
