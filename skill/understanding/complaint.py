"""What somebody tells of a trouble: who has it, since when, which way it goes, what follows."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from skill.understanding.commands.command_kinds import START
from skill.understanding.contexts import AGE_QUESTIONS, OPEN
from skill.understanding.course.courses import course, side
from skill.understanding.course.onsets import onset
from skill.understanding.course.schedules import Schedule, schedule
from skill.understanding.course.time_corrections import corrects
from skill.understanding.findings import denials
from skill.understanding.findings.ages import age
from skill.understanding.findings.bearers import of_somebody, own_signs
from skill.understanding.findings.danger import danger
from skill.understanding.findings.facts import facts_of
from skill.understanding.findings.medicines import TENDON_MEDICINE, is_of_long_ago
from skill.understanding.findings.people import person
from skill.understanding.gist import Gist
from skill.understanding.grammar.matching import Match, lies_in, within
from skill.understanding.grammar.polarity import AT_REST, is_place
from skill.understanding.grammar.retractions import LASTING, is_as_ever
from skill.understanding.notes import Notes
from skill.understanding.numbers.numbers import Number
from skill.understanding.numbers.times import TIME_QUESTIONS, Time
from skill.understanding.reading.reading import TO_THE_HOUSE, Reading

OF_WEEKS = frozenset(
    {
        *("list-reminders", "cancel-reminders", "week-plan", "last-time", "which-week"),
        "my-exercises",
    }
)
"""Commands that may name a day or a week, which is none of the trouble's past."""

NUMB = frozenset({"numbness", "tingling"})
OF_TIME = frozenset({AT_REST, "over-two-weeks", "over-six-weeks"})
"""What is felt without a pain, and when; pain at rest is heard of whatever comes at rest."""

INQUIRIES = (START, "getting-on", "my-exercises")
"""Commands whose words tell nothing of how it goes."""


class Complaint(Struct, frozen=True, gc=False):
    """What is told of a trouble, and the `facts` that follow.

    `danger` is what may be an emergency, `about` the child or other person who has it, `span` since
    when, `way` which way it goes. `planned` are days and a time to be reminded, which are none of
    its past.
    """

    danger: tuple[str, ...]
    how_old: Number | None
    about: Match | None
    planned: Schedule | None
    span: Time | None
    way: Match | None
    side: Match | None
    facts: dict[str, bool]


def complaint(reading: Reading, main: Gist, practical: Match | None, notes: Notes) -> Complaint:
    """What a sentence tells of a trouble, beside its answer, its command and what it asks."""
    told, order = main.told, main.order
    how_old = age(reading)
    about = of_somebody(reading) or person(reading, how_old)
    planned = schedule(reading, order)
    span = _since(reading, main, planned, how_old)
    way = _course(reading, main.named, order)
    facts = facts_of(reading, told, how_old, about, way, span, notes)
    if _is_numb_alone(reading, facts):
        facts.pop(AT_REST, None)  # "It's numb when I sit": that is no pain at rest.
    if is_of_long_ago(reading):
        facts.pop(TENDON_MEDICINE, None)
    for id in denials.denied_flags(reading, practical):
        facts.setdefault(id, False)
    sided = None if main.only else side(reading)
    return Complaint(danger(reading, told), how_old, about, planned, span, way, sided, facts)


def _is_numb_alone(reading: Reading, facts: dict[str, bool]) -> bool:
    """Whether numbness or tingling is told, and nothing that hurts, where no pain was asked for."""
    if facts.keys().isdisjoint(NUMB):
        return False
    if reading.context.question not in OPEN or reading.of("hurts"):
        return False
    so = {id for id, true in facts.items() if true and not is_place(id)}
    return not so.isdisjoint(NUMB) and so <= NUMB | OF_TIME


def is_told(reading: Reading, main: Gist, told: Complaint) -> bool:
    """Whether anything is told or wished, of words that call somebody else as well.

    A word of what is said to them is no answer to the question: "turn off the kitchen lights".
    """
    orders = [one for one in reading.asides if one.id == TO_THE_HOUSE]
    own = [one for one in main.told if not any(lies_in(one.match, order) for order in orders)]
    wishes = main.order is not None and main.order.id == START
    since = told.span and reading.context.question in TIME_QUESTIONS
    plain = own or told.danger or wishes or told.way or told.planned or since
    return bool(plain or own_signs(reading))


def _since(
    reading: Reading, main: Gist, planned: Schedule | None, how_old: Number | None
) -> Time | None:
    """The time that tells of the trouble; a day to be reminded on is none of its past."""
    if planned is not None and reading.context.question not in TIME_QUESTIONS:
        return None
    if _is_of_the_asked(reading):
        return None
    span = onset(reading, main.told)
    return span if span is None or _is_past(reading, span, main.order, how_old) else None


def _is_of_the_asked(reading: Reading) -> bool:
    """Whether a time belongs to what is asked about, as that was so all along: "cold for years"."""
    return reading.context.question in LASTING and is_as_ever(reading.sentence)


def _course(reading: Reading, named: list[Match], order: Match | None) -> Match | None:
    """How it goes; not so in a name or a wish: "improve my balance", "am I getting better?"."""
    way = None if _is_of_the_asked(reading) else course(reading)
    inquired = [order] if order is not None and order.id in INQUIRIES else []
    return None if way is not None and within(way, [*named, *inquired]) else way


def _is_past(reading: Reading, span: Time, order: Match | None, how_old: Number | None) -> bool:
    """Whether a time tells of the trouble, and not of what is commanded or of an age."""
    if how_old is not None and reading.context.question in AGE_QUESTIONS:
        return corrects(reading)  # Not "I'll be sixteen in November".
    if order is None:
        return True
    if order.id in OF_WEEKS:
        return not lies_in(span, order)
    # "That's enough for today", "how many more this week?".
    return span.days >= 1 or not lies_in(span, order, 2)


def without(told: Complaint, id: str | None) -> Complaint:
    """The same without a finding, which is no danger either."""
    facts = {one: so for one, so in told.facts.items() if one != id}
    return replace(told, facts=facts, danger=tuple(one for one in told.danger if one != id))
