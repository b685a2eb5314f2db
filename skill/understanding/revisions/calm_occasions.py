"""An occasion on which nothing is felt: "it's fine when I go up stairs"."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.contexts import ON_AN_OCCASION
from skill.understanding.gist import Gist
from skill.understanding.heard import YESES
from skill.understanding.reading.reading import Reading
from skill.understanding.revisions.sense import Sense

CALM = "calm-on-it"
"""The mark of a whole sentence that says so."""
CALM_BEHIND = "calm-behind-it"
"""The mark of a clause behind the occasion that does: "when I squat, it doesn't hurt"."""
WHENEVER = "<on-which>"
"""The class of words with which an occasion begins."""

TURNS = ("<only>", "<contrast>")
"""Classes of words behind which something else may be so."""


def of_a_calm_occasion(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What nothing is felt with is denied, and so is a question for it.

    Measured: 171 of 380 such answers at twenty questions had been a yes, as the occasion was named.
    """
    if not _is_calm(reading):
        return sense
    told = sense.told
    facts = {id: so and id not in ON_AN_OCCASION for id, so in told.facts.items()}
    asked = reading.context.question
    if asked in ON_AN_OCCASION and (told.facts.get(asked) or sense.answer in YESES):
        return replace(sense, told=replace(told, facts={**facts, asked: False}), answer="no")
    return replace(sense, told=replace(told, facts=facts))


def _is_calm(reading: Reading) -> bool:
    """Whether a sentence says no more than that nothing is felt on an occasion."""
    if not reading.has(CALM, CALM_BEHIND):  # As mostly.
        return False
    sentence, length = reading.sentence, len(reading.sentence)
    if len(sentence.places(WHENEVER)) > 1 or not sentence.classes.isdisjoint(TURNS):
        return False  # "Not when I walk, when I run", "fine when I run but sore after".
    if any(m.id == CALM and m.start == 0 and m.end == length for m in reading.marks):
        return True
    leads = bool(sentence.reach(reading.refused, WHENEVER))
    return leads and any(m.id == CALM_BEHIND and m.start and m.end == length for m in reading.marks)
