"""Whether an answer is as plain or as soft as it sounds, by what is told beside it."""

from __future__ import annotations

from collections.abc import Mapping

from skill.understanding.findings.assertions import Told
from skill.understanding.grammar.degree import LIMITING, is_played_down
from skill.understanding.grammar.polarity import OCCASIONS, Holds
from skill.understanding.grammar.trailing_denials import is_excepted
from skill.understanding.heard import AnswerHeard
from skill.understanding.reading.reading import Reading

REASSURING = frozenset({"settles-within-minutes", "calf-pain-explained", "warms-up"})
"""Questions to which a yes takes a danger away or tells what is mild, besides `alarm_is_no`."""


def is_plain(
    reading: Reading, answer: AnswerHeard, facts: Mapping[str, bool], told: list[Told]
) -> bool:
    """Whether an answer that sounds soft is a yes by what it tells.

    What is left out of a "nothing" is so, a yes that leads is one whatever is a little besides, and
    the occasion that is asked about limits nothing: "when I squat", of squatting.
    """
    sentence, question = reading.sentence, reading.context.question or ""
    if any(
        one.id in reading.context.parts
        and one.holds is Holds.IS
        and is_excepted(sentence, one.match.start)
        for one in told
    ):
        return True
    limited = sentence.denies or not sentence.classes.isdisjoint(LIMITING)
    if limited:
        return False
    if answer == "kind_of":
        return bool(sentence.reach(0, "<yes-word>"))
    return question.startswith(OCCASIONS) and bool(facts.get(question))


def is_little(reading: Reading, told: list[Told]) -> bool:
    """Whether there is not much of a part of the question: "there's hardly any swelling"."""
    sentence, parts = reading.sentence, reading.context.parts
    return any(
        one.id in parts
        and one.holds is Holds.SUPPOSED
        and is_played_down(sentence, one.match, reading.bearing)
        for one in told
    )


def leads_with_a_no(reading: Reading) -> bool:
    """Whether a no leads where a yes would reassure, and no plain yes follows: "no, always".

    "No, absolutely" has no yes of its own.
    """
    context, sentence = reading.context, reading.sentence
    if not (context.alarm_is_no or context.question in REASSURING):
        return False
    leads = [m for m in reading.of("answer") if m.id == "no" and m.start == 0]
    if not leads or set(sentence.places("<yes-word>")) - set(sentence.places("<strengthener>")):
        return False
    rest = range(min(m.end for m in leads), len(sentence))
    return not (sentence.has("<contrast>", rest) or sentence.has("<correction>", rest))
