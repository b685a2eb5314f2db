"""What is told with a reservation: it was half taken back, or was so all along."""

from __future__ import annotations

from collections.abc import Mapping

from skill.understanding.findings.assertions import Told
from skill.understanding.findings.chests import IN_DOUBT
from skill.understanding.grammar.polarity import PLACES, Holds
from skill.understanding.grammar.retractions import LASTING, is_taken_back
from skill.understanding.heard import AnswerHeard
from skill.understanding.reading.reading import Reading


def half_taken_back(reading: Reading, told: list[Told]) -> tuple[str, ...]:
    """What was told to be so and taken back at once, places aside."""
    if "<takes-back>" not in reading.sentence.classes:
        return ()
    so = (one for one in told if one.holds is Holds.IS and not one.id.startswith(PLACES))
    return tuple(dict.fromkeys(o.id for o in so if is_taken_back(reading.sentence, o.match)))


def in_doubt(told: list[Told]) -> tuple[str, ...]:
    """What is told only in words that may mean something else: "it's tight up here"."""
    so = [one for one in told if one.holds is Holds.IS]
    doubted = [one.id for one in so if one.match.kind == IN_DOUBT]
    if not doubted:  # As mostly.
        return ()
    sure = {one.id for one in so if one.match.kind != IN_DOUBT}
    return tuple(dict.fromkeys(id for id in doubted if id not in sure))


def as_ever(reading: Reading, facts: Mapping[str, bool]) -> tuple[str, ...]:
    """What is told or asked about, was so all along, and is a danger only where it is new."""
    asked = LASTING & {reading.context.question}
    return tuple(sorted(asked | {id for id, true in facts.items() if true and id in LASTING}))


def is_cooled(reading: Reading, answer: AnswerHeard | None, facts: Mapping[str, bool]) -> bool:
    """Whether a foot that is told to be cold is cooled from outside: "yes, but I've had ice on it".

    A no needs no such word, and what stays cold when nothing cools it any more is cold.
    """
    question = reading.context.question
    if question not in LASTING or not reading.has("cooled") or reading.has("cools-no-more"):
        return False
    return answer in ("yes", "kind_of") or (answer is None and facts.get(question, False))
