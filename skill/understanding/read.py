"""A sentence and the open question → what it means."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.library.types.hearing import Lexicon
from skill.understanding import counts, denials, reservations, stiffness, topics
from skill.understanding.bearers import is_on_the_bone, is_sore_to_touch, own_signs
from skill.understanding.candidates import ON_EFFORT, asks_of_breath
from skill.understanding.challenges import questioned
from skill.understanding.commands import FIRST_TIME, START, ends_loosely
from skill.understanding.complaint import Complaint, complaint, is_told, without
from skill.understanding.courses import sides
from skill.understanding.gist import Gist, gist
from skill.understanding.heard import PAIN_QUESTIONS, AnswerHeard, Context, Heard
from skill.understanding.inquiry import Inquiry, inquiry
from skill.understanding.kit import lacking
from skill.understanding.matching import Match, meet, within
from skill.understanding.medicines import ANY, LONG, is_another, which_is_open
from skill.understanding.notes import Notes
from skill.understanding.numbers import Number
from skill.understanding.polarity import PLACES
from skill.understanding.put_right import put_right
from skill.understanding.questions import (
    HALF_A_YEAR,
    answer_by_content,
    compares,
    parts_denied,
)
from skill.understanding.reading import Reading, prepare
from skill.understanding.retractions import LASTING, is_as_ever
from skill.understanding.schedules import Schedule
from skill.understanding.set_questions import ORDER, set_question
from skill.understanding.time_corrections import corrects, takes_the_no
from skill.understanding.times import Time
from skill.understanding.undone import undone

URGES = (START, "resume", "ready")
"""Commands beside which a yes agrees to begin: "yeah, just get going"."""

WHY = "why-ask"
"""To be told why something is asked, which an answer may stand before."""

UNASKED = "skip-questions"
"""To be asked no more, beside which no yes or no answers."""

BOTH_SIDES = "both-sides"
"""The question whether it is on both sides, to which one side is a no."""

HOW_TO = "how-to"
"""The command that asks for the set-up."""

TODAY = "safety-today"
BEFORE_EXERCISE = (TODAY, "safety-person")
"""Questions to which a yes tells of something that stands against exercise."""

TENDON_MEDICINE = "tendon-medicine"
NAMED = "quinolone-antibiotic"
"""Some antibiotic, and the kind of it that harms tendons: at the questions about them the first is
an answer alone."""

HARD = "hard"
"""To begin with what is hard, said beside a first time."""
GENTLE = "gentle"
"""What is hard and not wanted, or asked about."""
AGE = "age"
"""The question whether somebody is grown up, to which "none of that" is no answer."""
OF_A_LIST = "of-a-list"
"""What is said of several things that are asked for at once."""

RATHER = ("not_sure", "kind_of")
"""Answers that only hedge a number beside them."""


def read(lexicon: Lexicon, sentence: str, context: Context) -> Heard:
    """Everything that a sentence means in its context. The same input gives the same output."""
    heard = _read(lexicon, sentence, context)
    if not context.rests_on:  # As mostly.
        return heard
    return put_right(lexicon, sentence, context, heard, _read)


def _read(lexicon: Lexicon, sentence: str, context: Context) -> Heard:
    reading = prepare(lexicon, sentence, context)
    words = " ".join(reading.sentence.said)
    if reading.has("animal") or (context.question == AGE and reading.has(OF_A_LIST)):
        return Heard(words=words)
    notes, main = Notes(reading.sentence), gist(reading)
    asked = inquiry(reading, main)
    if _waves_off(reading, asked.order) or _is_rated_easy(reading, asked.order):
        asked = replace(asked, order=None)
    told = complaint(reading, main, asked.practical, notes)
    if reading.asides and not is_told(reading, main, told):
        return Heard(
            words=words,
            number=notes.value("number", _rated(reading)),
            command=notes.name("command", main.order),
            practical=notes.id("practical", asked.practical),
            detail=_detail(reading, asked.order),
            origin=notes.origin,
        )
    if context.question == "steroids" or any(time.days > HALF_A_YEAR for time in reading.times):
        told.facts.pop(TENDON_MEDICINE, None)
    answer = _answer(reading, main, told, asked)
    if {TENDON_MEDICINE, NAMED} & {context.question, *context.parts}:
        some = told.facts.pop(TENDON_MEDICINE, None)  # It is what is asked for.
        answer = answer or ("yes" if some and context.question != NAMED else None)
    if is_another(reading, answer, main.said):
        told.facts[NAMED] = False
        answer = "yes"
    of_old = is_as_ever(reading.sentence)
    lasting = reservations.as_ever(reading, told.facts) if of_old else ()
    if context.question in LASTING and of_old:  # It is asked for what is new.
        told = without(told, context.question)
        answer = "kind_of" if main.said == "yes" else answer if main.said == "no" else "not_really"
    if of_old and asks_of_breath(reading) and answer != "no" and reading.of(ON_EFFORT):
        answer = "not_sure"  # "I've always puffed on the stairs": it is put more plainly.
    if which_is_open(reading, told.facts):
        told = replace(without(without(told, ANY), LONG), span=None)  # Its time is its own.
    if context.question == TODAY and denials.denies_pain_alone(reading, told.facts):
        told.facts["pain-at-rest"] = False
        answer = None  # The rest of that question is still open.
    if denials.is_of_what_counts(reading, answer, told.facts):
        answer = None  # "Not on the bone, no" is said of what was asked before.
    if answer == "no" and denials.is_of_one_alone(reading, main.told, told.how_old, main.plain):
        answer = None  # The rest of that question is still open, too.
    answer = stiffness.answer_of(reading, answer, told.facts)
    checks = context.talk == "check" and answer in (None, "only_when")
    for part in parts_denied(reading) if checks else ():
        told.facts.setdefault(part, False)
    for one in main.plain if answer else ():
        notes.add("answer", one)
    if context.question == BOTH_SIDES:
        answer, sided = sides(reading, answer)
        told = replace(told, side=sided)
        if answer == "no":
            told.facts.pop(BOTH_SIDES, None)
    if compares(context, answer, told.facts) or (of_old and context.question in LASTING):
        told.facts.pop(BOTH_SIDES, None)
        told = replace(told, side=None)
    heard = _heard(reading, main, told, asked, answer, notes)
    taken_back = reservations.half_taken_back(reading, main.told)
    doubtful = reservations.in_doubt(main.told)
    if taken_back or doubtful or lasting:
        heard = replace(heard, taken_back=taken_back, doubtful=doubtful, as_ever=lasting)
    return _with_plan(heard, told.planned) if told.planned else heard


def _rated(reading: Reading) -> tuple[int, Number | Match] | None:
    """The pain that was asked for, beside what is said to somebody else."""
    asked = reading.context.question in PAIN_QUESTIONS
    return counts.number(reading) if asked else None


def _is_beside_a_number(reading: Reading, told: Complaint) -> bool:
    """Whether a pain that stays the same is told in numbers: "two, the same as usual"."""
    rated = _rated(reading)
    same = told.way is not None and told.way.id == "same"
    return same and rated is not None and isinstance(rated[1], Number)


def _waves_off(reading: Reading, order: Match | None) -> bool:
    """Whether a "never mind" ends what is told beside a number, and nothing else."""
    waves = order is not None and order.id == "cancel" and reading.has("waves-off")
    return waves and _rated(reading) is not None


def _is_rated_easy(reading: Reading, order: Match | None) -> bool:
    """Whether words for harder only rate what was done: "nothing, it was easy"."""
    if order is None or order.id != "harder" or reading.context.question not in PAIN_QUESTIONS:
        return False
    wished = [m for m in reading.of("command-set") if m.id == "harder"]
    rated = [m for m in reading.of("pain-level") if not within(m, wished)]
    rated = [m for m in rated if not reading.sentence.reach(m.start, "<rated-none>")]
    return all(any(meet(one, m) and one.end <= m.end for m in rated) for one in wished)


def _answer(reading: Reading, main: Gist, told: Complaint, asked: Inquiry) -> AnswerHeard | None:
    """The answer to the open question, in plain words or by what is told."""
    if main.whole and not _asks_why_beside(main):
        return None  # A command.
    # The "no" of "no, not six weeks" is that of the time; what else is told may be one.
    answer = None if main.said == "no" and takes_the_no(reading) else main.said
    if reading.context.question is not None:
        answer = answer_by_content(reading, answer, told.facts, main.told, told.span)
    if answer in RATHER and counts.rates_in_passing(reading):
        return None  # "Maybe a six", "sort of a four": the number is the answer.
    doubts = asked.doubts or counts.is_unknown(reading)
    if answer == "not_sure" and reading.asks and not doubts:
        return None  # "What is that?" is no doubt.
    if main.order is not None and main.order.id == UNASKED:
        return None  # "No no no, skip the checks."
    if reading.has("asks-instead"):
        return None  # "No, I meant how many questions."
    if answer == "yes" and asked.aspect and not (main.plain or any(told.facts.values())):
        return None  # "Why would it turn black?"
    if answer == "yes" and _is_urged(reading, main.order):
        return None  # What a safety question was answered is asked again, and not guessed.
    return answer


def _asks_why_beside(main: Gist) -> bool:
    """Whether an answer leads and it is asked why that matters: "no, why do you ask"."""
    return main.order is not None and main.order.id == WHY and bool(main.plain)


def _is_urged(reading: Reading, order: Match | None) -> bool:
    """Whether a yes at a safety question may only agree to begin."""
    return order is not None and order.id in URGES and reading.context.question in BEFORE_EXERCISE


def _heard(
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
    only_ends_it = loosely and (answer is not None or any(told.facts.values()))
    return Heard(
        answer=answer,
        findings=told.facts,
        side=notes.name("side", told.side),
        since_days=notes.value("since_days", _days(told.span)),
        questioned=questioned(reading, main.told),
        corrects_time=told.span is not None and corrects(reading),
        course=notes.name("course", None if _is_beside_a_number(reading, told) else told.way),
        number=notes.value("number", counts.number(reading)),
        topic=notes.id("topic", asked.topic),
        practical=notes.id("practical", asked.practical),
        aspect=notes.id("aspect", asked.aspect),
        exercise=notes.id("exercise", asked.exercise),
        exercises=asked.exercises,
        routine=notes.id("routine", asked.routine),
        minutes=notes.value("minutes", asked.minutes),
        step=notes.value("step", asked.step),
        part=notes.value("part", asked.part) if asked.place is None else asked.place,
        body_part=notes.name("body_part", topics.longest(reading.so("body-part"))),
        person=notes.name("person", told.about),
        age=notes.value("age", _years(told.how_old)),
        stop_signs=_stop_signs(reading),
        hurts=sore and _tells_no_more(told.facts),
        sore=sore,
        danger=told.danger,
        command=None if only_ends_it else notes.name("command", asked.order),
        only=topics.only_side(reading),
        cleared=bool(topics.cleared(reading)),
        well=topics.is_well(reading),
        asks=reading.asks,
        wants_verdict=reading.has("wants-verdict"),
        unequipped=bool(lacking(reading)),
        admits=reading.has("admits"),
        detail=_detail(reading, asked.order),
        of_oneself=reading.has("myself"),
        sore_to_touch=is_sore_to_touch(reading),
        loose_end=loosely,
        undone=undone(reading.found, reading.context),
        on_bone=is_on_the_bone(reading),
        words=" ".join(reading.sentence.said),
        origin=notes.origin,
    )


def _days(span: Time | None) -> tuple[int, Time] | None:
    return None if span is None else (round(span.days), span)


def _years(how_old: Number | None) -> tuple[int, Number] | None:
    return None if how_old is None else (int(how_old.value), how_old)


def _detail(reading: Reading, order: Match | None) -> str | None:
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


def _with_plan(heard: Heard, plan: Schedule) -> Heard:
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
