"""What is asked of a medicine: an antibiotic that can harm tendons has answers of its own."""

from __future__ import annotations

from skill.dialog.state import State
from skill.interview.answers import is_yes
from skill.understanding.heard import Heard

ANTIBIOTIC = "quinolone-antibiotic"
OWN = "own-medicine"
"""The topic of what is prescribed: its question tells that it is taken."""
OF_THE_ANTIBIOTIC = frozenset({"tendon-antibiotic", "strong-antibiotics"})
"""What is asked of that antibiotic: whether to take more of it, and whether it is the cause."""


def practical_of(state: State, heard: Heard) -> str | None:
    """What is asked after a result: of any other medicine, what holds for each of them."""
    told = is_yes(state.given, ANTIBIOTIC) or heard.findings.get(ANTIBIOTIC)
    return OWN if heard.practical in OF_THE_ANTIBIOTIC and not told else heard.practical
