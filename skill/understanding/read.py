"""A sentence and the open question → what it means."""

from __future__ import annotations

from msgspec.structs import replace

from skill.library.types.hearing import Lexicon
from skill.understanding.answer import answer_to, says_no, says_only_no
from skill.understanding.answers.beside_a_no import left_out
from skill.understanding.answers.clear_yes import with_doubts
from skill.understanding.answers.elsewhere import told_of_elsewhere
from skill.understanding.answers.emergency_corrections import put_right
from skill.understanding.answers.left_open import left_open
from skill.understanding.answers.of_one_place import of_one_place
from skill.understanding.answers.offers import agreed
from skill.understanding.assembly import PUTS_OFF, assemble, detail_of, pain_told, with_plan
from skill.understanding.beside_a_question import with_question
from skill.understanding.complaint import complaint, is_told
from skill.understanding.contexts import AGE_QUESTIONS, PAIN_QUESTIONS, Context
from skill.understanding.findings import reservations
from skill.understanding.findings.bearers import OF_ANY_BODY
from skill.understanding.findings.others_in_danger import others_danger
from skill.understanding.findings.winded import is_winded
from skill.understanding.gist import Gist, gist
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match, meet, within
from skill.understanding.grammar.retractions import is_as_ever
from skill.understanding.heard import YESES, Heard
from skill.understanding.inquiry import Inquiry, inquiry
from skill.understanding.notes import Notes
from skill.understanding.reading.outsiders import words_of_others, words_of_things
from skill.understanding.reading.reading import Reading, prepare
from skill.understanding.reading.remainders import left, without_said
from skill.understanding.revisions.order import revise
from skill.understanding.revisions.sense import Sense
from skill.understanding.together import with_parts
from skill.understanding.topics.fields import is_open, spoken_of
from skill.understanding.topics.leave import as_put, with_leave
from skill.understanding.topics.topics import TOLD, WHO_IS_DOWN
from skill.understanding.unanswered import is_for_another_service, is_of_the_talk, unanswered
from skill.understanding.wished_too_soon import wished_too_soon

AGE = "age"
"""The question whether somebody is grown up, to which "none of that" is no answer."""

ANIMAL = "animal"
"""The mark of an animal that is ill."""

CHILD = "child"
"""Somebody under eighteen, to whom nothing is coached."""

OF_A_LIST = "of-a-list"
"""What is said of several things that are asked for at once."""


def read(lexicon: Lexicon, sentence: str, context: Context) -> Heard:
    """Everything that a sentence means in its context. The same input gives the same output."""
    reading = prepare(lexicon, sentence, context)
    meant = told_of_elsewhere(reading, _meant(reading, sentence), _read)
    told = left_open(reading, with_doubts(reading, meant))
    return as_put(reading, of_one_place(reading, told))


def _meant(reading: Reading, sentence: str) -> Heard:
    """What a sentence means, be it put right, asked, or an answer."""
    lexicon, context = reading.lexicon, reading.context
    heard = _heard(reading)
    theirs = others_danger(reading, _read)
    if theirs is not None:  # Who is down is helped in words of their own.
        return replace(theirs, practical=heard.practical, command=heard.command)
    if context.exercising:
        return wished_too_soon(reading, with_parts(reading, heard, _read), _read)
    if context.rests_on:
        right = put_right(lexicon, sentence, context, heard, _read)
        if right != heard:
            return right
    return _with_fields(reading, with_question(reading, heard, _read_with_fields))


def _with_fields(reading: Reading, heard: Heard) -> Heard:
    """What was heard, with the field that is spoken of where nothing else was, after a result."""
    context = reading.context
    if context.talk not in TOLD:  # As mostly.
        return heard
    heard = with_leave(reading, heard)
    return spoken_of(reading, heard) if is_open(context, heard) else heard


def _read_with_fields(lexicon: Lexicon, sentence: str, context: Context) -> Heard:
    reading = prepare(lexicon, sentence, context)
    return _with_fields(reading, _heard(reading))


def _read(lexicon: Lexicon, sentence: str, context: Context, *, by_the_way: bool = True) -> Heard:
    return _heard(prepare(lexicon, sentence, context), by_the_way=by_the_way)


def _heard(reading: Reading, *, by_the_way: bool = True) -> Heard:
    lexicon, context = reading.lexicon, reading.context
    words = " ".join(reading.sentence.said)
    if reading.has(ANIMAL):
        beside = _beside_an_animal(reading)
        own = _read(lexicon, beside, context) if beside else Heard(words=words)
        return replace(own, words=words, origin={})
    if things := words_of_things(reading):
        beside = without_said(reading.sentence, things)
        own = _read(lexicon, beside, context) if beside else Heard()
        return replace(own, words=words, origin={})
    if others := words_of_others(reading):
        beside = left(reading.sentence, others)
        own = _read(lexicon, beside, context) if beside else Heard()
        return replace(_beside_others(reading, own), words=words, origin={})
    heard = _read_whole(reading)
    if not by_the_way:
        return heard
    return unanswered(reading, left_out(lexicon, reading, heard, _alone))


def _alone(lexicon: Lexicon, sentence: str, context: Context) -> Heard:
    """What some words of a sentence mean, in which nothing is said by the way."""
    return _read(lexicon, sentence, context, by_the_way=False)


def _read_whole(reading: Reading) -> Heard:
    """What a sentence means of which all is said of who is hurt."""
    context, words = reading.context, " ".join(reading.sentence.said)
    if context.question == AGE and reading.has(OF_A_LIST):
        return Heard(words=words)
    if is_of_the_talk(reading):
        return Heard(words=words, asks=reading.asks)
    if is_for_another_service(reading):
        return Heard(words=words, command="another_service", asks=reading.asks)
    notes, main = Notes(reading.sentence), gist(reading)
    asked = inquiry(reading, main)
    if _waves_off(reading, asked.order) or _is_rated_easy(reading, asked.order):
        asked = replace(asked, order=None)
    told = complaint(reading, main, asked.practical, notes)
    if reading.asides and not (reading.of(PUTS_OFF) or is_told(reading, main, told)):
        return _of_an_aside(reading, main, asked, notes)
    of_old = is_as_ever(reading.sentence)
    lasting = reservations.as_ever(reading, told.facts) if of_old else ()
    sense = revise(reading, main, Sense(told, answer_to(reading, main, told, asked), of_old))
    for one in main.plain if sense.answer else ():
        notes.add("answer", one)
    heard = assemble(reading, main, sense.told, asked, sense.answer, notes)
    if heard.answer == "not_really":
        only = says_only_no(reading, main)
        heard = replace(heard, says_no=says_no(reading, main), only_no=only)
    if sense.rest_open and _is_all(reading, sense, heard):
        heard = replace(heard, command="rest_open")
    taken_back = reservations.half_taken_back(reading, main.told)
    doubtful = reservations.in_doubt(reading, main.told)
    if taken_back or doubtful or lasting:
        spent = is_winded(main.told)
        heard = replace(
            heard, taken_back=taken_back, doubtful=doubtful, as_ever=lasting, winded=spent
        )
    heard = agreed(reading, heard)
    return with_plan(heard, told.planned) if told.planned else heard


def _is_all(reading: Reading, sense: Sense, heard: Heard) -> bool:
    """Whether one denial is all that is told."""
    denies = bool(reading.sentence.denies)
    denies = denies or (reading.context.rest_is_asked and bool(reading.of("no-at")))
    return heard.command is None and not sense.told.facts and denies


def _of_an_aside(reading: Reading, main: Gist, asked: Inquiry, notes: Notes) -> Heard:
    """What counts of a sentence that is said to somebody else: "not now, love. Stop"."""
    return Heard(
        words=" ".join(reading.sentence.said),
        number=notes.value("number", pain_told(reading)),
        command=notes.name("command", main.order),
        practical=notes.id("practical", asked.practical),
        detail=detail_of(reading, asked.order),
        origin=notes.origin,
    )


def _beside_others(reading: Reading, own: Heard) -> Heard:
    """What is told beside words of somebody else, who may need help; by themselves these answer
    what is asked with a no at most: "my mum did, I never".
    """
    whole = _read_whole(reading)
    cries = {m.id for m in reading.of("danger")} | OF_ANY_BODY
    down = whole.practical == WHO_IS_DOWN and own.practical is None
    over = own.answer == "no" and _is_over(reading)  # "No, my granny fainted last week."
    if down or not (over or cries.isdisjoint(set(whole.danger) - set(own.danger))):
        return whole
    tells = replace(own, words="", own_leg=False, origin={}) != Heard()
    if not tells and reading.context.talk == "before-exercise":
        named = whole.person == CHILD or any(whole.findings.values())
        agrees = whole.answer in YESES
        return Heard(answer="not_sure") if named or agrees else whole  # It is asked again.
    if not tells and whole.person == CHILD and reading.context.question in AGE_QUESTIONS:
        return whole  # No more than that at the question for the age: it may be about the child.
    if tells or whole.answer not in ("no", "not_really") or any(whole.findings.values()):
        return own
    return Heard(answer=whole.answer)


def _is_over(reading: Reading) -> bool:
    """Whether what somebody else had is said to be days ago."""
    return any(time.outright and time.days > 1 for time in reading.times)


def _beside_an_animal(reading: Reading) -> str:
    """What is said beside words of an animal: "my dog limps, and I can't breathe"."""
    sentence = reading.sentence
    of_it: set[int] = set()
    for one in reading.marks:
        if one.id == ANIMAL:
            behind = range(one.end, clause(sentence, one.end - 1)[1])
            own = next((at for at in behind if sentence.reach(at, "<own>")), behind.stop)
            of_it.update(sentence.origins[at] for at in range(one.start, own))
    return without_said(sentence, of_it)


def _waves_off(reading: Reading, order: Match | None) -> bool:
    """Whether a "never mind" ends what is told beside a number, and nothing else."""
    waves = order is not None and order.id == "cancel" and reading.has("waves-off")
    return waves and pain_told(reading) is not None


def _is_rated_easy(reading: Reading, order: Match | None) -> bool:
    """Whether words for harder only rate what was done: "nothing, it was easy"."""
    if order is None or order.id != "harder" or reading.context.question not in PAIN_QUESTIONS:
        return False
    wished = [m for m in reading.of("command-set") if m.id == "harder"]
    rated = [m for m in reading.of("pain-level") if not within(m, wished)]
    rated = [m for m in rated if not reading.sentence.reach(m.start, "<rated-none>")]
    return all(any(meet(one, m) and one.end <= m.end for m in rated) for one in wished)
