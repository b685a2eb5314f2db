"""A sentence and the open question → what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from skill.library.types.hearing import Lexicon
from skill.understanding import counts, names, topics
from skill.understanding.answers import joined, of_this_question, only_doubts, plain_answer
from skill.understanding.bearers import OF_BREATH
from skill.understanding.commands import ALWAYS, AT_THE_LIST, command
from skill.understanding.courses import course, side
from skill.understanding.facts import facts_of
from skill.understanding.findings import Told, findings
from skill.understanding.heard import AnswerHeard, Context, Heard
from skill.understanding.matching import Match, calmed, lies_in, within
from skill.understanding.notes import Notes
from skill.understanding.onsets import onset
from skill.understanding.people import AGE_QUESTIONS, age, person
from skill.understanding.polarity import PLACES, Holds
from skill.understanding.questions import AT, answer_by_content, compares, of_the_answer
from skill.understanding.reading import Reading, prepare
from skill.understanding.schedules import schedule
from skill.understanding.times import TIME_QUESTIONS, Time

ASKING = ("repeat", "start-check")
"""Commands to ask: an "okay" or a "fine" that leads to one agrees to be asked."""

OF_WEEKS = frozenset({"list-reminders", "cancel-reminders", "week-plan", "last-time", "which-week"})
"""Commands that may name a day or a week, which is none of the trouble's past."""

SIDED = ("start-check", "start-exercise")
"""Commands that may name a side: "check my left ankle", "strengthen my right calf"."""

DOUBTS = ("no", "not_really", "not_sure")
"""Answers beside which words are no finding that are one only as an answer."""


def read(lexicon: Lexicon, sentence: str, context: Context) -> Heard:
    """Everything that a sentence means in its context. The same input gives the same output."""
    reading = prepare(lexicon, sentence, context)
    words = " ".join(reading.sentence.said)
    if reading.has("animal"):
        return Heard(words=words)
    plain = plain_answer(reading)
    told = findings(reading)
    plain = of_this_question(reading, plain, told)
    agreed = {(m.start, m.end) for m in reading.marks if m.id == "agrees"}
    if context.question == AT_THE_LIST:  # "Fine" agrees there.
        plain = [m._replace(id="yes") if (m.start, m.end) in agreed else m for m in plain]
    asks = context.asks_yes_or_no and not context.alarm_is_no
    said = joined(plain, reading.sentence if asks else None)
    told = list(_meant(reading, told, plain, said))
    notes = Notes(reading.sentence)
    asides = reading.asides
    order = command(reading)
    if order is not None and any(lies_in(order, one) for one in asides):
        order = None  # "Dinner's nearly ready."
    if order is not None and order.id in ASKING:  # "Fine, ask me" is no answer.
        plain = [m for m in plain if m.end != order.start or (m.start, m.end) not in agreed]
    wished = order is not None and order.id == "start-exercise"
    if order is not None and order.id not in ALWAYS and _says_all(reading, told):
        order = None  # "Back", where it is asked which part of the ankle.
    whole = order is not None and order.end - order.start >= len(reading.sentence) - 1
    only = whole and order is not None and order.id not in SIDED
    if order is not None and (wished or only):  # "Calf routine", "go back".
        bare = names.without(lexicon, told, [order])
        felt = order.id == "how-to" and any(not one.id.startswith(PLACES) for one in told)
        told = told if felt else bare  # "Are my toes supposed to tingle?"
    named = names.listed(reading)  # "The one for sprains", "the first step".
    told = _beside_names(reading, told, named)
    danger = _danger(reading, told)
    how_old = age(reading)
    about = person(reading.found, how_old)
    timed = context.question in TIME_QUESTIONS
    way, span = course(reading), onset(reading, told)
    inquired = order is not None and (wished or order.id == "getting-on")
    if way is not None and within(way, [*named, *([order] if order and inquired else [])]):
        way = None  # "I'd like to improve my balance", "am I getting better?".
    planned = schedule(reading, order)
    if planned is not None and not timed:  # A day to be reminded on is none of the past.
        span = None
    if asides and planned is None and not (told or danger or wished or way or (span and timed)):
        return Heard(words=words, command=notes.name("command", order))
    if order is not None and span is not None and _is_of(order, span):
        span = None  # "That's enough for today", "how many more this week?".
    if how_old is not None and context.question in AGE_QUESTIONS:
        span = None  # "I'll be sixteen in November".
    facts = facts_of(reading, told, how_old, about, way, span, notes)
    answer = said
    if context.question is not None:
        answer = answer_by_content(reading, answer, facts, told, span)
    if whole:
        answer = None
    asked = topics.topic(reading, order)
    doubts = context.question is not None and only_doubts(reading, plain)
    if asked is not None and (context.coaching or context.talk in topics.AFTERWARDS):
        doubts = False  # "How do I know it's not broken?"
    if answer == "not_sure" and reading.asks and not doubts:  # "What is that?" is no doubt.
        answer = None
    for one in plain if answer else ():
        notes.add("answer", one)
    sided = None if only else side(reading)
    if compares(context, answer, facts):
        facts.pop("both-sides", None)
        sided = None
    asked = None if doubts else asked
    describes = topics.describes(reading, told)
    if describes:
        asked, order = None, None
    aspect = None if doubts or describes else topics.aspect(reading, asked)
    place = counts.place(reading)
    routine = names.chosen(reading) or topics.wished(reading, "routine", order)
    exercise = topics.wished(reading, "exercise", order)
    if routine is None and exercise is None:
        routine = names.meant_for(reading, order)
    of_days = order is not None and order.id == "how-often"
    if routine is None and (place is not None or of_days):  # Whose it is needs no other wish.
        routine = topics.longest(reading.of("routine"), "routine")
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
        aspect=notes.id("aspect", aspect),
        exercise=notes.id("exercise", exercise),
        routine=notes.id("routine", routine),
        minutes=notes.value("minutes", counts.minutes(reading, order)),
        step=notes.value("step", place[0] if place else None),
        part=notes.value("part", place[1] if place else None),
        body_part=notes.name("body_part", topics.longest(reading.so("body-part"), "body-part")),
        person=notes.name("person", about),
        age=notes.value("age", (int(how_old.value), how_old) if how_old else None),
        stop_signs=_ids(reading.so("stop-sign")) if context.exercising else (),
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


def _meant(
    reading: Reading, told: list[Told], plain: list[Match], said: AnswerHeard | None
) -> Iterator[Told]:
    """The findings that are meant so, where a question is answered besides."""
    context = reading.context
    pressed = [m for m in reading.marks if m.id == "pressed"]
    for one in told:
        if of_the_answer(reading, one):
            continue  # "My boot was too tight", where swelling is asked about.
        if said in DOUBTS and _is_of_answer(reading, one, plain):
            continue  # Words that are a finding only as an answer were not meant so.
        if context.talk == "before-exercise" and any(lies_in(one.match, m) for m in pressed):
            continue  # "Just sore when I press" names no bone.
        if context.question in OF_BREATH and one.id.startswith("worse-"):
            continue  # "Just when I climb the stairs" hurts nowhere.
        yield one


def _beside_names(reading: Reading, told: list[Told], named: list[Match]) -> list[Told]:
    """The findings outside of names; beside a complaint a place in a name tells where it hurts."""
    bare = names.without(reading.lexicon, told, named)
    if bare or reading.so("hurts"):
        return names.without(reading.lexicon, told, named, but_for=PLACES)
    return bare


def _tells_no_more(facts: Mapping[str, bool]) -> bool:
    """Whether nothing is told to be so, but for where it is: "my shin's sore"."""
    return all(id.startswith(PLACES) for id, true in facts.items() if true)


def _says_all(reading: Reading, told: list[Told]) -> bool:
    """Whether the whole sentence is words of the question that is open."""
    own = [one.match for one in told if one.match.kind.startswith("at-")]
    own += [m for m in reading.of(*AT) if m.id == reading.context.question]
    return any(m.end - m.start == len(reading.sentence) for m in own)


def _is_of_answer(reading: Reading, one: Told, plain: list[Match]) -> bool:
    """Whether a finding is one only as an answer, and nothing says that it is meant.

    A "yes" stands right behind it, or a "but" takes the "no" back before it: "no, but it's puffy".
    Where no danger is looked for, that tells of something else: "no, but it hurts when I run".
    """
    if reading.sentence.reach(one.match.end, "<yes-word>"):
        return False
    between = range(plain[-1].end, one.match.start)
    taken_back = reading.context.grave and any(
        reading.sentence.reach(at, "<contrast>") for at in between
    )
    if any(lies_in(one.match, m) and m.id != "yes" for m in plain):
        return True  # "I wouldn't say it's severe" is one answer.
    return one.match.kind.startswith("at-") and not taken_back


def _is_of(order: Match, span: Time) -> bool:
    """Whether a day or a week is part of what is commanded, and tells nothing of the trouble."""
    if order.id in OF_WEEKS:
        return lies_in(span, order)
    return span.days < 1 and lies_in(span, order, 2)


def _ids(found: list[Match]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.id for m in found))


def _danger(reading: Reading, told: list[Told]) -> tuple[str, ...]:
    so = [one.match for one in told if one.holds is Holds.IS and one.id in reading.lexicon.urgent]
    spent = ("effort",) if reading.context.coaching else ()  # "I can't go on", of a set.
    calm, excepted = reading.of("harmless", *spent), reading.of("not")
    cries = [  # Help that is asked for is needed, too.
        m
        for m in reading.of("danger")
        if not calmed(m, calm)
        and not any(n.id == m.id and n.start <= m.start < n.end for n in excepted)
        and reading.holds(m) is not Holds.IS_NOT
    ]
    return _ids([*cries, *so])
