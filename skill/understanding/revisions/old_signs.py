"""What was so all along, or is as on the other side, beside a danger that is asked about."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.complaint import without
from skill.understanding.findings.candidates import ON_EFFORT, asks_of_breath
from skill.understanding.gist import Gist
from skill.understanding.grammar.retractions import LASTING
from skill.understanding.reading.reading import Reading
from skill.understanding.revisions.sense import Sense

BOTH_SIDES = "both-sides"
"""The question whether it is on both sides, to which one side is a no."""
BOTH = "both"
SEEN = frozenset({"cold-foot", "hot-or-red", "black-or-dusky-skin", "deformity", "swelling"})
"""What is seen or felt by a hand, and is none where the other side is the same."""


def of_old(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What was so all along is no yes where it is asked for what is new."""
    question = reading.context.question
    if question not in LASTING:
        return _of_old_parts(reading, sense)
    if not sense.of_old:
        return sense
    both = _is_on_both(sense) and not reading.sentence.reach(0, "<yes-word>")
    told = without(sense.told, question)
    if both:  # "They are both like ice, always were": one foot newly cold is denied.
        return replace(sense, told=replace(told, side=None), answer="no")
    if main.said == "no":  # "No, both as they've always been, just cold feet."
        turned = "<contrast>" in reading.sentence.classes and sense.answer != "no"
        return replace(sense, told=told, answer="not_really" if turned else "no")
    return replace(sense, told=told, answer="kind_of" if main.said == "yes" else "not_really")


def _is_on_both(sense: Sense) -> bool:
    """Whether both sides are told."""
    return sense.told.side is not None and sense.told.side.id == BOTH


def _of_old_parts(reading: Reading, sense: Sense) -> Sense:
    """Of several things what was so all along on both sides is denied: "both cold, as ever"."""
    told, parts = sense.told, reading.context.parts
    of_old = LASTING.intersection(parts) if sense.of_old and _is_on_both(sense) else ()
    if not of_old or reading.sentence.reach(0, "<yes-word>"):
        return sense
    others = any(so and id in parts and id not in of_old for id, so in told.facts.items())
    if others or sense.answer not in (None, "yes", "kind_of", "not_sure"):
        return sense
    for id in of_old:
        told = without(told, id)
        told.facts[id] = False
    told.facts.pop(BOTH_SIDES, None)
    return replace(sense, told=replace(told, side=None), answer=None)


def of_likeness(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What is as on the other side is no sign: "no, it's as warm as the other", "same colour"."""
    sentence, asked = reading.sentence, {*reading.context.parts}
    if not asked & SEEN or not sentence.has("<like-the-other>", range(len(sentence))):
        return sense
    says_no = main.said in ("no", "not_really") or sentence.reach(0, "<no-word>")
    if not says_no or sentence.has("<newly>", range(len(sentence))):
        return sense
    told = sense.told
    for id in SEEN:
        if told.facts.get(id):
            told = without(told, id)
    others = any(so and id in asked for id, so in told.facts.items())
    return replace(sense, told=told, answer=sense.answer if others else "no")


def of_effort(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """Breath that was always short on effort is asked more plainly: "I always puff on stairs"."""
    if sense.answer == "no" or not sense.of_old or not asks_of_breath(reading):
        return sense
    return replace(sense, answer="not_sure") if reading.of(ON_EFFORT) else sense
