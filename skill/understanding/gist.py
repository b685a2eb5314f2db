"""What is answered, told and commanded in one sentence, each without the words of the others."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from skill.understanding import relevance
from skill.understanding.answers.answers import joined
from skill.understanding.answers.other_answers import of_this_question
from skill.understanding.answers.plain_answers import plain_answer
from skill.understanding.commands.command_kinds import AT_THE_LIST, START
from skill.understanding.commands.commands import command
from skill.understanding.commands.mentions import ALWAYS
from skill.understanding.course.courses import side
from skill.understanding.findings.assertions import Told, puts_right
from skill.understanding.findings.findings import findings
from skill.understanding.grammar.matching import Match, lies_in
from skill.understanding.grammar.polarity import NAMED_WRONGLY, Holds
from skill.understanding.grammar.retractions import WITHDRAWN
from skill.understanding.heard import AnswerHeard
from skill.understanding.reading.reading import Reading
from skill.understanding.topics import names

ASKING = ("repeat", "start-check")
"""Commands to ask: an "okay" or a "fine" that leads to one agrees to be asked."""

SIDED = ("start-check", "start-exercise")
"""Commands that may name a side: "check my left ankle", "strengthen my right calf"."""


GO_ON = "go-on"
"""The question whether to go on with the questions."""

CHANGE = "change-answer"
"""The command to put an answer right."""

AGAIN = frozenset({CHANGE, "start-over", "go-back"})
"""Commands whose words may only put right what is told beside them."""


class Gist(Struct, frozen=True, gc=False):
    """The words of a plain answer and what they come to, what is told, and the command.

    `named` are the words that name a routine of the list or a step. `whole` is true where the
    command is all that is said, and `only` where it names no side either.
    """

    plain: list[Match]
    said: AnswerHeard | None
    told: list[Told]
    order: Match | None
    named: list[Match]
    whole: bool
    only: bool


def gist(reading: Reading) -> Gist:
    """The gist of a sentence, before it is asked what follows from it."""
    order = _order(reading)
    told = findings(reading)
    plain = _plain(reading, told, order)
    asks = reading.context.asks_yes_or_no and not reading.context.alarm_is_no
    said = joined(plain, reading.sentence if asks else None)
    told = list(relevance.meant(reading, told, plain, said))
    if order is not None and order.id not in ALWAYS and relevance.says_all(reading, told):
        order = None  # "Back", where it is asked which part of the ankle.
    if order is not None and order.id == CHANGE and puts_right(told, order.start):
        order = None  # "The front, I mean no, the inner edge": it is put right.
    if order is not None and order.id in AGAIN and _puts_right_itself(reading, told, order):
        order = None  # "Left, I mean right", "forget what I said about the numbness".
    whole = order is not None and order.end - order.start >= len(reading.sentence) - 1
    only = whole and order is not None and order.id not in SIDED
    # "I never said it's swollen."
    named_to_change = reading.has(WITHDRAWN, NAMED_WRONGLY) and _denies(told)
    if order is not None and (order.id == START or only) and not named_to_change:
        told = relevance.beside_command(reading, told, order)
    named = names.listed(reading)  # "The one for sprains", "the first step".
    told = relevance.beside_names(reading, told, named)
    return Gist(plain, said, told, order, named, whole, only)


def _puts_right_itself(reading: Reading, told: list[Told], order: Match) -> bool:
    """Whether what is put right is told in the same breath: a side, or what was never so."""
    again = order.id != CHANGE and reading.has(WITHDRAWN, NAMED_WRONGLY)
    return side(reading) is not None or (again and _denies(told))


def _denies(told: list[Told]) -> bool:
    """Whether all that is told is said not to be so."""
    return bool(told) and all(one.holds is Holds.IS_NOT for one in told)


def _order(reading: Reading) -> Match | None:
    """The command, if it is not said to somebody else."""
    order = command(reading)
    if order is not None and any(lies_in(order, one) for one in reading.asides):
        return None  # "Dinner's nearly ready."
    return order


def _plain(reading: Reading, told: list[Told], order: Match | None) -> list[Match]:
    """The words of a plain answer; at the list, and to go on, "fine" agrees."""
    plain = of_this_question(reading, plain_answer(reading), told)
    asked = order is not None and order.id in ASKING
    listed = reading.context.question in (AT_THE_LIST, GO_ON)
    if not asked and not listed:
        return plain
    agreed = {(m.start, m.end) for m in reading.marks if m.id == "agrees"}
    if order is not None and asked:  # "Fine, ask me" is no answer.
        plain = [m for m in plain if m.end != order.start or (m.start, m.end) not in agreed]
    if listed:
        plain = [replace(m, id="yes") if (m.start, m.end) in agreed else m for m in plain]
    return plain
