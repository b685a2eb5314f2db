"""What is asked of a medicine: an antibiotic that can harm tendons has answers of its own."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from skill.dialog.events import Described
from skill.dialog.state import State
from skill.interview.answers import asked_by, is_yes
from skill.library.types import Library
from skill.understanding.heard import Heard

ANTIBIOTIC = "quinolone-antibiotic"
SOME_ANTIBIOTIC = "tendon-medicine"
"""What is heard of an antibiotic that nobody named: the question that asks for any."""
OWN = "own-medicine"
"""The topic of what is prescribed: its question tells that it is taken."""
OF_THE_ANTIBIOTIC = frozenset({"tendon-antibiotic", "strong-antibiotics"})
"""What is asked of that antibiotic: whether to take more of it, and whether it is the cause."""


def practical_of(state: State, heard: Heard) -> str | None:
    """What is asked after a result: of any other medicine, what holds for each of them."""
    told = is_yes(state.given, ANTIBIOTIC) or heard.findings.get(ANTIBIOTIC)
    return OWN if heard.practical in OF_THE_ANTIBIOTIC and not told else heard.practical


def told_of(heard: Heard) -> dict[str, bool]:
    """What was heard, without the kind of an antibiotic that nobody named."""
    findings = dict(heard.findings)
    if findings.get(SOME_ANTIBIOTIC):
        some = set(heard.origin.get(SOME_ANTIBIOTIC, ()))
        if set(heard.origin.get(ANTIBIOTIC, (-1,))) <= some:
            findings.pop(ANTIBIOTIC, None)
    return findings


def without_some(event: Described) -> Described:
    """What was told, without an antibiotic that nobody named."""
    if SOME_ANTIBIOTIC not in (*event.present, *event.absent):
        return event
    return replace(event, present=_without(event.present), absent=_without(event.absent))


def _without(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id != SOME_ANTIBIOTIC)


def is_to_be_named(library: Library, state: State, event: Described) -> bool:
    """Whether some antibiotic was told of, and it is not known which: it is asked at once."""
    if SOME_ANTIBIOTIC not in event.present or ANTIBIOTIC in {*event.present, *event.absent}:
        return False
    asked = asked_by(library, state.asking)
    return ANTIBIOTIC not in asked and ANTIBIOTIC not in state.given
