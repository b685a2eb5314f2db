"""What a sentence commands, asks about and wishes for, all of it together."""

from __future__ import annotations

from msgspec import Struct

from skill.understanding.answers.plain_answers import only_doubts
from skill.understanding.commands.command_kinds import START
from skill.understanding.commands.commands import HOW_IT_BEGAN
from skill.understanding.commands.jumps import jump
from skill.understanding.commands.requests import ORDER
from skill.understanding.gist import Gist
from skill.understanding.grammar.matching import Match, lies_in
from skill.understanding.numbers.numbers import Number
from skill.understanding.pain import counts
from skill.understanding.reading.reading import Reading
from skill.understanding.topics import topics

LEFT = "how-many-left"
ASKED_AFTER = frozenset({START, "what-now", "can-wait"})
"""Commands of which a question before a result, that names a topic in all its words, is none."""

OF_A_SESSION = "of-this-session"
"""The mark of a question how long a session takes, which is about no trouble."""


class Inquiry(Struct, frozen=True, gc=False):
    """A command, what is asked about, and what is wished for, each with the words that say it.

    `doubts` is true where the open question is only doubted. `practical` is what is asked after a
    result of what to do now, `step` and `part` a place in a routine. `exercises` and `place` are
    where a jump in a session leads.
    """

    order: Match | None
    topic: Match | None
    aspect: Match | None
    practical: Match | None
    exercise: Match | None
    routine: Match | None
    minutes: tuple[int, Match] | None
    step: tuple[int, Number] | None
    part: tuple[int, Number] | None
    doubts: bool
    exercises: tuple[str, ...] = ()
    place: int | None = None


def inquiry(reading: Reading, main: Gist) -> Inquiry:
    """What is commanded, asked about and wished for beside what is told."""
    of_session = _is_of_session(reading, main.order)
    asked = None if of_session else topics.topic(reading, main.order)
    doubts = _doubts(reading, main.plain, asked)
    describes = topics.describes(reading, main.told) or _is_occasion(reading)
    asked = None if doubts or describes else asked
    # "I need some exercises because my calf is tight" asks for exercise.
    order = None if describes and not _begins(main.order) else main.order
    aspect = None if doubts or describes or of_session else topics.aspect(reading, asked)
    if order is not None and _is_said_in(reading, order, asked):
        order = aspect = None
    if aspect is not None and aspect.start == 0 and reading.takes_up_time:
        aspect = None
    named, time = counts.place(reading), counts.minutes(reading, order)
    exercise, routine = topics.wish(reading, order, named is not None, time is not None)
    if asked is not None and aspect is not None and order is None:
        routine = None  # "What are shin splints?", at the list of routines.
    if order is not None and order.id == ORDER:  # "When does the bridge come?"
        exercise = next(iter(reading.of("exercise")), None)
    step, part = named or (None, None)
    practical = topics.practical(reading)
    told = (order, asked, aspect, practical, exercise, routine, time, step, part, doubts)
    gone = jump(reading)
    if gone is None or gone.order != order:
        return Inquiry(*told)
    return Inquiry(*told, exercises=gone.exercises, place=gone.place)


def _is_occasion(reading: Reading) -> bool:
    """Whether an exercise is named as that with which it began, and not asked about."""
    asked = reading.context.question == HOW_IT_BEGAN and not reading.asks
    return asked and any(m.id == HOW_IT_BEGAN for m in reading.of("not-sure-at"))


def _is_said_in(reading: Reading, order: Match, asked: Match | None) -> bool:
    """Whether a question before a result names its topic in more words than it has commands: "how
    long do the exercises take" starts none, as it names none.
    """
    if asked is None or not reading.asks or order.id not in ASKED_AFTER:
        return False
    if reading.of("exercise", "routine"):
        return False
    context = reading.context
    open_talk = context.talk not in topics.TOLD and not context.exercising
    whole = asked.end - asked.start >= len(reading.sentence)
    return open_talk and asked.kind == "topic" and whole and lies_in(order, asked)


def _begins(order: Match | None) -> bool:
    return order is not None and order.id == START


def _is_of_session(reading: Reading, order: Match | None) -> bool:
    """Whether it is asked how long this session takes, and about no trouble."""
    left = order is not None and order.id == LEFT
    return left and reading.context.exercising and reading.has(OF_A_SESSION)


def _doubts(reading: Reading, plain: list[Match], asked: Match | None) -> bool:
    """Whether the question is only doubted: "how do I know it's not broken?" asks, afterwards."""
    context = reading.context
    if context.question is None:
        return False
    if asked is not None and (context.exercising or context.talk in topics.AFTERWARDS):
        return False
    return only_doubts(reading, plain)
