"""An antibiotic or a steroid that is asked about: which one it was, and its own time."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.complaint import without
from skill.understanding.findings.medicines import (
    ANY,
    LONG,
    TENDON_MEDICINE,
    is_another,
    which_is_open,
)
from skill.understanding.gist import Gist
from skill.understanding.reading.reading import Reading
from skill.understanding.revisions.sense import Sense


def of_a_medicine(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """Some antibiotic is what is asked for, and one that harms no tendon is a yes to any."""
    question, facts, answer = reading.context.question, sense.told.facts, sense.answer
    if {TENDON_MEDICINE, ANY} & {question, *reading.context.parts}:
        some = facts.pop(TENDON_MEDICINE, None)
        answer = answer or ("yes" if some and question != ANY else None)
    if is_another(reading, answer, main.said):
        facts[ANY] = False
        answer = "yes"
    return replace(sense, answer=answer)


def of_its_time(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """The time of a medicine is its own, where it is open which it was."""
    if not which_is_open(reading, sense.told.facts):
        return sense
    return replace(sense, told=replace(without(without(sense.told, ANY), LONG), span=None))
