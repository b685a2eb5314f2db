"""An age that is no temperature, and a morning that is only stiff or has not come yet."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.answers import stiffness
from skill.understanding.complaint import without
from skill.understanding.course.onsets import A_DAY
from skill.understanding.course.time_bearers import came_about
from skill.understanding.gist import Gist
from skill.understanding.grammar.polarity import Holds
from skill.understanding.reading.reading import Reading
from skill.understanding.revisions.sense import Sense

FEVER = "fever"


def of_an_age(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """An age is no temperature: "thirty-eight going on eighty", "thirty-eight is my age"."""
    years = sense.told.how_old
    if years is None or not sense.told.facts.get(FEVER):
        return sense
    told = [one.match for one in main.told if one.id == FEVER and one.holds is Holds.IS]
    if not all(m.start <= years.start and years.end <= m.end for m in told):
        return sense
    return replace(sense, told=without(sense.told, FEVER))


def of_stiffness(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What is only stiff is no half yes to a pain."""
    answer = stiffness.answer_of(reading, sense.answer, sense.told.facts)
    return replace(sense, answer=answer)


def of_no_morning_yet(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """Who was hurt today can't tell how a morning is: "I've not been to bed yet"."""
    span = sense.told.span
    if reading.context.question not in stiffness.MORNINGS or span is None or span.days >= A_DAY:
        return sense
    if not came_about(reading, span):
        return sense
    told = sense.told
    for id in stiffness.MORNINGS:
        told = without(told, id)
    return replace(sense, told=told, answer="not_sure")
