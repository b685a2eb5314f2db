"""Names of routines and steps where they are asked for: their words tell nothing of the body."""

from __future__ import annotations

from skill.library.types.hearing import Lexicon
from skill.understanding.commands.command_kinds import AT_THE_LIST, START
from skill.understanding.findings.assertions import Told
from skill.understanding.grammar.matching import Match, lies_in
from skill.understanding.grammar.polarity import Holds
from skill.understanding.pain.counts import COUNT_QUESTIONS, own_answers, ranked
from skill.understanding.reading.reading import Reading


def listed(reading: Reading) -> list[Match]:
    """The words that name a routine of the list, or a step, by name or by place."""
    if reading.context.question not in (AT_THE_LIST, *COUNT_QUESTIONS):
        return []
    one = chosen(reading)
    told = (*reading.of("ordinal"), *ranked(reading), *own_answers(reading))
    return [*told, *([one] if one else [])]


def chosen(reading: Reading) -> Match | None:
    """The routine that is named at their list, by its name or any word of it."""
    if reading.context.question != AT_THE_LIST:
        return None
    # "My shin hurts" names none; "the shin one, it hurts a bit after runs" does.
    sore = reading.so("hurts") and not reading.has("bare-place")
    kinds = ("routine",) if sore else ("routine", "at-the-list")
    so = [m for m in reading.of(*kinds) if reading.holds(m) is not Holds.IS_NOT]
    return max(so, key=lambda m: (m.end - m.start, m.kind == "routine", -m.start), default=None)


def meant_for(reading: Reading, order: Match | None) -> Match | None:
    """The routine for what a wish tells of, where it names none and tells of one alone."""
    sent = any(m.id == "cleared" for m in reading.marks)  # A clinician is named, and no topic.
    if order is None or order.id != START or (reading.of("topic") and not sent):
        return None
    told = [m for m in reading.of("for-it") if reading.holds(m) is not Holds.IS_NOT]
    return told[0] if len({m.id for m in told}) == 1 else None


def without(
    lexicon: Lexicon, told: list[Told], names: list[Match], *, but_for: tuple[str, ...] = ()
) -> list[Told]:
    """What is told, without the words of names; what is grave stays, and what begins `but_for`."""
    return [
        one
        for one in told
        if one.id in lexicon.urgent
        or one.id.startswith(but_for)
        or not any(lies_in(one.match, m) for m in names)
    ]
