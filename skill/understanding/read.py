"""A sentence and the open question → what it means."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.library.types.hearing import Lexicon
from skill.understanding import counts, denials, names, relevance, topics
from skill.understanding.answers import joined, of_this_question, only_doubts, plain_answer
from skill.understanding.bearers import of_somebody, own_signs
from skill.understanding.commands import ALWAYS, AT_THE_LIST, START, command
from skill.understanding.courses import course, side
from skill.understanding.facts import facts_of
from skill.understanding.findings import Told, findings
from skill.understanding.heard import AnswerHeard, Context, Heard
from skill.understanding.matching import Match, calmed, lies_in, within
from skill.understanding.notes import Notes
from skill.understanding.numbers import Number
from skill.understanding.onsets import onset
from skill.understanding.people import AGE_QUESTIONS, age, person
from skill.understanding.polarity import PLACES, Holds
from skill.understanding.questions import answer_by_content, compares
from skill.understanding.reading import Reading, prepare
from skill.understanding.schedules import schedule
from skill.understanding.times import TIME_QUESTIONS, Time

ASKING = ("repeat", "start-check")
"""Commands to ask: an "okay" or a "fine" that leads to one agrees to be asked."""

OF_WEEKS = frozenset({"list-reminders", "cancel-reminders", "week-plan", "last-time", "which-week"})
"""Commands that may name a day or a week, which is none of the trouble's past."""

SIDED = ("start-check", "start-exercise")
"""Commands that may name a side: "check my left ankle", "strengthen my right calf"."""

INQUIRIES = (START, "getting-on")
"""Commands whose words tell nothing of how it goes."""

LEFT = "how-many-left"
OF_A_SESSION = "of-this-session"
"""The mark of a question how long a session takes, which is about no trouble."""

URGES = (START, "resume", "ready")
"""Commands beside which a yes agrees to begin: "yeah, just get going"."""

TODAY = "safety-today"
BEFORE_EXERCISE = (TODAY, "safety-person")
"""Questions to which a yes tells of something that stands against exercise."""


def read(lexicon: Lexicon, sentence: str, context: Context) -> Heard:
    """Everything that a sentence means in its context. The same input gives the same output."""
    reading = prepare(lexicon, sentence, context)
    words = " ".join(reading.sentence.said)
    if reading.has("animal"):
        return Heard(words=words)
    asides, order = reading.asides, command(reading)
    if order is not None and any(lies_in(order, one) for one in asides):
        order = None  # "Dinner's nearly ready."
    told = findings(reading)
    plain = _plain(reading, told)
    if order is not None and order.id in ASKING:  # "Fine, ask me" is no answer.
        agreed = _agreed(reading)
        plain = [m for m in plain if m.end != order.start or (m.start, m.end) not in agreed]
    asks = context.asks_yes_or_no and not context.alarm_is_no
    said = joined(plain, reading.sentence if asks else None)
    told = list(relevance.meant(reading, told, plain, said))
    notes = Notes(reading.sentence)
    wished = order is not None and order.id == START
    if order is not None and order.id not in ALWAYS and relevance.says_all(reading, told):
        order = None  # "Back", where it is asked which part of the ankle.
    whole = order is not None and order.end - order.start >= len(reading.sentence) - 1
    only = whole and order is not None and order.id not in SIDED
    if order is not None and (wished or only):
        told = relevance.beside_command(reading, told, order)
    named = names.listed(reading)  # "The one for sprains", "the first step".
    told = relevance.beside_names(reading, told, named)
    danger = _danger(reading, told)
    how_old = age(reading)
    about = of_somebody(reading) or person(reading, how_old)
    planned = schedule(reading, order)
    timed = context.question in TIME_QUESTIONS
    # A day to be reminded on is none of the past.
    span = onset(reading, told) if planned is None or timed else None
    way = _course(reading, named, order)
    tells = told or danger or wished or way or planned or (span and timed)
    inquiry = topics.practical(reading)
    practical = notes.id("practical", inquiry)
    if asides and not tells:
        command_only = notes.name("command", order)
        return Heard(words=words, command=command_only, practical=practical, origin=notes.origin)
    if span is not None and not _is_past(reading, span, order, how_old):
        span = None
    facts = facts_of(reading, told, how_old, about, way, span, notes)
    for id in denials.taken_back(reading, inquiry):
        facts.setdefault(id, False)
    of_session = _is_of_session(reading, order)
    asked = None if of_session else topics.topic(reading, order)
    doubts = _doubts(reading, plain, asked)
    answer = None if whole else _answer(reading, said, facts, told, span, doubts)
    if context.question == TODAY and _denies_pain_alone(reading, facts):
        facts["pain-at-rest"] = False
        answer = None  # The rest of that question is still open.
    if answer == "yes" and _is_urged(reading, order):
        answer = None  # What a safety question was answered is asked again, and not guessed.
    for one in plain if answer else ():
        notes.add("answer", one)
    sided = None if only else side(reading)
    if compares(context, answer, facts):
        facts.pop("both-sides", None)
        sided = None
    describes = topics.describes(reading, told)
    asked = None if doubts or describes else asked
    order = None if describes else order
    aspect = None if doubts or describes or of_session else topics.aspect(reading, asked)
    place, has_time = counts.place(reading), counts.minutes(reading, order)
    exercise, routine = topics.wish(reading, order, place is not None, has_time is not None)
    if asked is not None and aspect is not None and order is None:
        routine = None  # "What are shin splints?", at the list of routines.
    return Heard(
        answer=answer,
        findings=facts,
        side=notes.name("side", sided),
        since_days=notes.value("since_days", (round(span.days), span) if span else None),
        course=notes.name("course", way),
        number=notes.value("number", counts.number(reading)),
        topic=notes.id("topic", asked),
        practical=practical,
        aspect=notes.id("aspect", aspect),
        exercise=notes.id("exercise", exercise),
        routine=notes.id("routine", routine),
        minutes=notes.value("minutes", has_time),
        step=notes.value("step", place[0] if place else None),
        part=notes.value("part", place[1] if place else None),
        body_part=notes.name("body_part", topics.longest(reading.so("body-part"))),
        person=notes.name("person", about),
        age=notes.value("age", (int(how_old.value), how_old) if how_old else None),
        stop_signs=_ids(own_signs(reading)) if context.exercising else (),
        hurts=_tells_no_more(facts) and bool(reading.so("hurts")),
        weekdays=planned.days if planned else (),
        hour=planned.hour if planned else None,
        minute=planned.minute if planned and planned.hour is not None else None,
        part_of_day=planned.part if planned else None,
        once=planned is not None and planned.once,
        danger=danger,
        command=notes.name("command", order),
        only=topics.only_side(reading),
        cleared=bool(topics.cleared(reading)),
        well=topics.is_well(reading),
        asks=reading.asks,
        words=words,
        origin=notes.origin,
    )


def _agreed(reading: Reading) -> set[tuple[int, int]]:
    """Where "okay" and "fine" stand."""
    return {(m.start, m.end) for m in reading.marks if m.id == "agrees"}


def _plain(reading: Reading, told: list[Told]) -> list[Match]:
    """The words of a plain answer; at the list "fine" agrees."""
    plain = of_this_question(reading, plain_answer(reading), told)
    if reading.context.question != AT_THE_LIST:
        return plain
    agreed = _agreed(reading)
    return [replace(m, id="yes") if (m.start, m.end) in agreed else m for m in plain]


def _tells_no_more(facts: Mapping[str, bool]) -> bool:
    """Whether nothing is told to be so, but for where it is: "my shin's sore"."""
    return all(id.startswith(PLACES) for id, true in facts.items() if true)


def _course(reading: Reading, named: list[Match], order: Match | None) -> Match | None:
    """How it goes; not so in a name or a wish: "improve my balance", "am I getting better?"."""
    way = course(reading)
    inquired = [order] if order is not None and order.id in INQUIRIES else []
    return None if way is not None and within(way, [*named, *inquired]) else way


def _is_past(reading: Reading, span: Time, order: Match | None, how_old: Number | None) -> bool:
    """Whether a time tells of the trouble, and not of what is commanded or of an age."""
    if how_old is not None and reading.context.question in AGE_QUESTIONS:
        return False  # "I'll be sixteen in November".
    if order is None:
        return True
    if order.id in OF_WEEKS:
        return not lies_in(span, order)
    # "That's enough for today", "how many more this week?".
    return span.days >= 1 or not lies_in(span, order, 2)


def _is_of_session(reading: Reading, order: Match | None) -> bool:
    """Whether it is asked how long this session takes, and about no trouble."""
    left = order is not None and order.id == LEFT
    return left and reading.context.exercising and reading.has(OF_A_SESSION)


def _is_urged(reading: Reading, order: Match | None) -> bool:
    """Whether a yes at a safety question may only agree to begin."""
    return order is not None and order.id in URGES and reading.context.question in BEFORE_EXERCISE


def _doubts(reading: Reading, plain: list[Match], asked: Match | None) -> bool:
    """Whether the question is only doubted: "how do I know it's not broken?" asks, afterwards."""
    context = reading.context
    if context.question is None:
        return False
    if asked is not None and (context.coaching or context.talk in topics.AFTERWARDS):
        return False
    return only_doubts(reading, plain)


def _answer(
    reading: Reading,
    said: AnswerHeard | None,
    facts: Mapping[str, bool],
    told: list[Told],
    span: Time | None,
    doubts: bool,
) -> AnswerHeard | None:
    """The answer to the open question, in plain words or by what is told."""
    answer = said
    if reading.context.question is not None:
        answer = answer_by_content(reading, said, facts, told, span)
    if answer == "not_sure" and reading.asks and not doubts:
        return None  # "What is that?" is no doubt.
    return answer


def _denies_pain_alone(reading: Reading, facts: Mapping[str, bool]) -> bool:
    """Whether the whole sentence denies pain, and tells of nothing else."""
    alone = any(m.id == "only-no-pain" and m.start == 0 for m in reading.marks)
    return alone and not any(facts.values())


def _ids(found: list[Match]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.id for m in found))


def _danger(reading: Reading, told: list[Told]) -> tuple[str, ...]:
    so = [one.match for one in told if one.holds is Holds.IS and one.id in reading.lexicon.urgent]
    cries = reading.of("danger")
    if not cries:
        return _ids(so)
    spent = ("effort",) if reading.context.coaching else ()  # "I can't go on", of a set.
    calm, excepted = reading.of("harmless", *spent), reading.of("not")
    cries = [  # Help that is asked for is needed, too.
        m
        for m in cries
        if not calmed(m, calm)
        and not any(n.id == m.id and n.start <= m.start < n.end for n in excepted)
        and reading.holds(m) is not Holds.IS_NOT
    ]
    return _ids([*cries, *so])
