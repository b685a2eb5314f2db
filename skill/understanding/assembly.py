"""All that a sentence means, under the names that it has outside, and the words it came from."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.library.types import Posture
from skill.understanding.commands.command_kinds import START
from skill.understanding.commands.commands import FIRST_TIME, ends_loosely
from skill.understanding.commands.requests import ORDER
from skill.understanding.commands.set_questions import set_question
from skill.understanding.complaint import Complaint
from skill.understanding.contexts import PAIN_QUESTIONS
from skill.understanding.course.onsets import told_anew
from skill.understanding.course.schedules import Schedule
from skill.understanding.findings.assertions import is_second_name
from skill.understanding.findings.bearers import is_on_the_bone, is_sore_to_touch, own_signs
from skill.understanding.findings.kit import lacking
from skill.understanding.gist import Gist
from skill.understanding.grammar.matching import Match, calmed, meet, within
from skill.understanding.grammar.polarity import PLACES
from skill.understanding.heard import AnswerHeard, Heard
from skill.understanding.inquiry import Inquiry
from skill.understanding.notes import Notes
from skill.understanding.numbers.numbers import Number
from skill.understanding.numbers.times import Time
from skill.understanding.pain import counts, other_days, told_pain
from skill.understanding.reading.omissions import undone
from skill.understanding.reading.outsiders import names_own_leg
from skill.understanding.reading.postures import RULES_OUT, ruled_out, ruled_out_in
from skill.understanding.reading.reading import Reading
from skill.understanding.topics import topics
from skill.understanding.topics.challenges import questioned

LIST = "list-exercises"
"""The command to name the routines."""

HOW_TO = "how-to"
"""The command that asks for the set-up."""

HARD = "hard"
"""To begin with what is hard, said beside a first time."""

GENTLE = "gentle"
"""What is hard and not wanted, or asked about."""

PUTS_OFF = "puts-off"
"""What is to come before the visit: "I've the kids to pick up first"."""

REST = "load"
"""Sport or work that is to come before the rest."""


ASKED_OF = {"hip-pain": ("hip",), "head-injury": ("head",), "head-injury-or-drink": ("head",)}
"""Questions of the check about another part of the body."""


def pain_told(reading: Reading) -> tuple[int, Number | Match] | None:
    """The pain that was asked for, beside what is said to somebody else."""
    asked = reading.context.question in PAIN_QUESTIONS
    return counts.number(reading) if asked else None


def _is_beside_a_number(reading: Reading, told: Complaint) -> bool:
    """Whether a pain that stays the same is told in numbers: "two, the same as usual"."""
    rated = pain_told(reading)
    same = told.way is not None and told.way.id == "same"
    return same and rated is not None and isinstance(rated[1], Number)


def _dangers(reading: Reading, told: Complaint) -> tuple[str, ...]:
    """The dangers that are told, without one that counted and is denied: "why the pus? No pus"."""
    denied = {id for id in reading.context.counted if told.facts.get(id) is False}
    return tuple(id for id in told.danger if id not in denied)


def _number(reading: Reading, told: Complaint) -> tuple[int, Number | Match] | None:
    """The number that is told; "more than before" is a course, and no level of pain besides."""
    one = counts.number(reading)
    way = told.way if told.way is not None and told.way.id == "worse" else None
    if one is None or way is None or not isinstance(one[1], Match):
        return one
    return None if meet(one[1], way) else one


def assemble(
    reading: Reading,
    main: Gist,
    told: Complaint,
    asked: Inquiry,
    answer: AnswerHeard | None,
    notes: Notes,
) -> Heard:
    """All of it under the names that it has outside, with the words that it came from."""
    sore = bool(reading.so("hurts"))
    loosely = ends_loosely(reading, asked.order)
    rated = told_pain.told(reading)
    only_ends_it = loosely and (answer is not None or any(told.facts.values()))
    return Heard(
        answer=answer,
        findings=told.facts,
        side=notes.name("side", told.side),
        since_days=notes.value("since_days", _days(told.span)),
        questioned=questioned(reading, main.told),
        moves=reading.has("place-put-right") and not reading.has("not-instead"),
        corrects_time=told.span is not None and told_anew(reading, told.span),
        course=notes.name("course", None if _is_beside_a_number(reading, told) else told.way),
        number=notes.value("number", _number(reading, told)),
        topic=notes.id("topic", asked.topic),
        practical=notes.id("practical", asked.practical),
        topics_asked=topics.several(reading),
        aspect=notes.id("aspect", asked.aspect),
        exercise=notes.id("exercise", asked.exercise),
        exercises=asked.exercises,
        routine=notes.id("routine", asked.routine),
        minutes=notes.value("minutes", asked.minutes),
        step=notes.value("step", asked.step),
        step_done=asked.step is not None and counts.is_done(reading, asked.step[1]),
        sessions=notes.value("sessions", counts.sessions(reading)),
        part=notes.value("part", asked.part) if asked.place is None else asked.place,
        body_part=notes.name("body_part", topics.longest(_other_parts(reading))),
        person=notes.name("person", told.about),
        age=notes.value("age", _years(told.how_old)),
        stop_signs=_stop_signs(reading),
        hurts=sore and _tells_no_more(told.facts),
        sore=sore,
        danger=_dangers(reading, told),
        command=None if only_ends_it else notes.name("command", asked.order),
        only=topics.only_side(reading),
        cleared=bool(topics.cleared(reading)),
        well=topics.is_well(reading),
        asks=reading.asks,
        wants_verdict=reading.has("wants-verdict", "is-it-so"),
        asks_name=reading.has("asks-name"),
        unequipped=bool(lacking(reading)),
        ruled_out=_ruled_out(reading, asked.order),
        admits=reading.has("admits"),
        detail=detail_of(reading, asked.order),
        of_oneself=reading.has("myself"),
        own_leg=told.about is None and names_own_leg(reading),
        sore_to_touch=is_sore_to_touch(reading),
        loose_end=loosely,
        undone=undone(reading.found, reading.context),
        on_bone=is_on_the_bone(reading),
        feeling=notes.name("feeling", topics.longest(reading.so("feeling"))),
        puts_off=notes.name("puts_off", _put_off(reading)),
        rated=rated[0] if rated else None,
        rated_before=rated is not None and other_days.is_of_another_day(reading, rated[1]),
        words=" ".join(reading.sentence.said),
        origin=notes.origin,
    )


def _other_parts(reading: Reading) -> list[Match]:
    """Other parts of the body that are said to be so: "not my ankle, my hip" too.

    What is asked about is none of them: "my hips were both done, neither one hurts".
    """
    asked = {id for part in reading.context.parts for id in ASKED_OF.get(part, ())}
    calm = reading.calming("not-a-body-part")
    second = [m for m in reading.of("body-part") if is_second_name(reading.sentence, m)]
    told = [*reading.so("body-part"), *(m for m in second if not calmed(m, calm))]
    return [m for m in told if m.id not in asked]


def _ruled_out(reading: Reading, order: Match | None) -> tuple[Posture, ...]:
    """The postures that can't be taken, told where exercises are on or ahead, or are wished for."""
    wished = order is not None and order.id in (START, LIST)
    told = reading.of(RULES_OUT) if wished else ruled_out_in(reading.found, reading.context)
    return ruled_out(told)


def _days(span: Time | None) -> tuple[int, Time] | None:
    return None if span is None else (round(span.days), span)


def _years(how_old: Number | None) -> tuple[int, Number] | None:
    return None if how_old is None else (int(how_old.value), how_old)


def _put_off(reading: Reading) -> Match | None:
    """The words by which the visit is to wait, or the rest where both are told.

    "When can I run again" puts off nothing.
    """
    calm = reading.of(f"not-a-{PUTS_OFF}")
    put_off = [m for m in reading.of(PUTS_OFF) if not calmed(m, calm)]
    return topics.longest([m for m in put_off if m.id == REST] or put_off)


def detail_of(reading: Reading, order: Match | None) -> str | None:
    """The one thing that a question for the set-up asks for, the first of several."""
    if order is not None and order.id == FIRST_TIME:
        return _beside_a_first_time(reading)
    of_it = set_question(reading) if order is not None and order.id == ORDER else None
    if of_it is not None:
        return of_it.id
    asked = reading.of("set-up-detail") if order is not None and order.id == HOW_TO else []
    return min(asked, key=lambda m: (m.start, -m.end)).id if asked else None


def _beside_a_first_time(reading: Reading) -> str | None:
    """What is asked for beside it: what is hard, or what it is for."""
    every = reading.of("beside-a-first-time")
    said = [m for m in every if m.id != GENTLE and not within(m, every)]
    hard = any(m.id == HARD for m in said) or any(one.value > 1 for one in _steps(reading))
    return HARD if hard else next((m.id for m in said), None)


def _steps(reading: Reading) -> list[Number]:
    """The step that is named, if any."""
    named = counts.place(reading)
    return [named[0][1]] if named is not None and named[0] is not None else []


def with_plan(heard: Heard, plan: Schedule) -> Heard:
    """The same with the days and the time to be reminded."""
    return replace(
        heard,
        weekdays=plan.days,
        hour=plan.hour,
        minute=plan.minute if plan.hour is not None else None,
        part_of_day=plan.part,
        once=plan.once,
    )


def _tells_no_more(facts: Mapping[str, bool]) -> bool:
    """Whether nothing is told to be so, but for where it is: "my shin's sore"."""
    return all(id.startswith(PLACES) for id, true in facts.items() if true)


def _stop_signs(reading: Reading) -> tuple[str, ...]:
    """What is felt in an exercise that ends it."""
    return tuple(dict.fromkeys(m.id for m in own_signs(reading)))
