"""A sentence and the open question → what it means."""

from __future__ import annotations

from msgspec.structs import replace

from skill.library.types.hearing import Lexicon
from skill.understanding.answers import stiffness
from skill.understanding.answers.emergency_corrections import put_right
from skill.understanding.answers.questions import (
    HALF_A_YEAR,
    answer_by_content,
    compares,
    parts_denied,
)
from skill.understanding.assembly import assemble, detail_of, pain_told, with_plan
from skill.understanding.commands.commands import START
from skill.understanding.commands.requests import ABOUT_QUESTIONS, ASKING
from skill.understanding.complaint import Complaint, complaint, is_told, without
from skill.understanding.course.courses import sides
from skill.understanding.course.time_corrections import takes_the_no
from skill.understanding.earlier_corrections import denied_already, is_of_before
from skill.understanding.findings import denials, reservations
from skill.understanding.findings.candidates import ON_EFFORT, asks_of_breath
from skill.understanding.findings.medicines import ANY, LONG, is_another, which_is_open
from skill.understanding.gist import CHANGE, Gist, gist
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match, meet, within
from skill.understanding.grammar.retractions import LASTING, is_as_ever
from skill.understanding.heard import PAIN_QUESTIONS, AnswerHeard, Context, Heard
from skill.understanding.inquiry import Inquiry, inquiry
from skill.understanding.notes import Notes
from skill.understanding.pain import counts
from skill.understanding.reading.reading import Reading, prepare

URGES = (START, "resume", "ready")
"""Commands beside which a yes agrees to begin: "yeah, just get going"."""

WHICH_ONE = "which-one"
"""The question which of two topics is meant: "what else would I mean?"."""

UNASKED = "skip-questions"
"""To be asked no more, beside which no yes or no answers."""

BOTH_SIDES = "both-sides"
"""The question whether it is on both sides, to which one side is a no."""


TODAY = "safety-today"
BEFORE_EXERCISE = (TODAY, "safety-person")
"""Questions to which a yes tells of something that stands against exercise."""

TENDON_MEDICINE = "tendon-medicine"
"""Some antibiotic: at the questions about it, and the kind that harms tendons, an answer alone."""

AGED = frozenset({"age", "under-eighteen"})
"""The questions whether somebody is of age."""

AGE = "age"
"""The question whether somebody is grown up, to which "none of that" is no answer."""
ANIMAL = "animal"
"""The mark of an animal that is ill."""

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
    if reading.has(ANIMAL):
        beside = _beside_an_animal(reading)
        own = _read(lexicon, beside, context) if beside else Heard(words=words)
        return replace(own, words=words, origin={})
    if context.question == AGE and reading.has(OF_A_LIST):
        return Heard(words=words)
    notes, main = Notes(reading.sentence), gist(reading)
    asked = inquiry(reading, main)
    if _waves_off(reading, asked.order) or _is_rated_easy(reading, asked.order):
        asked = replace(asked, order=None)
    told = complaint(reading, main, asked.practical, notes)
    if reading.asides and not is_told(reading, main, told):
        return Heard(
            words=words,
            number=notes.value("number", pain_told(reading)),
            command=notes.name("command", main.order),
            practical=notes.id("practical", asked.practical),
            detail=detail_of(reading, asked.order),
            origin=notes.origin,
        )
    if context.question == "steroids" or any(time.days > HALF_A_YEAR for time in reading.times):
        told.facts.pop(TENDON_MEDICINE, None)
    answer = _answer(reading, main, told, asked)
    if {TENDON_MEDICINE, ANY} & {context.question, *context.parts}:
        some = told.facts.pop(TENDON_MEDICINE, None)  # It is what is asked for.
        answer = answer or ("yes" if some and context.question != ANY else None)
    if is_another(reading, answer, main.said):
        told.facts[ANY] = False
        answer = "yes"
    of_old = is_as_ever(reading.sentence)
    lasting = reservations.as_ever(reading, told.facts) if of_old else ()
    if context.question in LASTING and of_old:  # It is asked for what is new.
        told = without(told, context.question)
        answer = "kind_of" if main.said == "yes" else answer if main.said == "no" else "not_really"
    if reservations.is_passing(reading, answer, told.facts):  # It is put once more, more plainly.
        told = without(told, context.question)
        answer = "not_sure"
    if of_old and asks_of_breath(reading) and answer != "no" and reading.of(ON_EFFORT):
        answer = "not_sure"  # "I've always puffed on the stairs": it is put more plainly.
    doubted = reservations.doubt(reading, main.told, answer)
    answer = doubted.answer
    for id in doubted.without:
        told = without(told, id)
    if which_is_open(reading, told.facts):
        told = replace(without(without(told, ANY), LONG), span=None)  # Its time is its own.
    if context.question == TODAY and denials.denies_pain_alone(reading, told.facts):
        told.facts["pain-at-rest"] = False
        answer = None  # The rest of that question is still open.
    if denials.is_of_what_counts(reading, answer, told.facts):
        answer = None  # "Not on the bone, no" is said of what was asked before.
    if answer == "no" and denials.is_of_one_alone(reading, main.told, told.how_old, main.plain):
        answer = None  # The rest of that question is still open, too.
    tells = bool(told.facts or told.side or told.span or told.way or told.how_old)
    if is_of_before(reading, main, answer, told.facts, tells):
        answer = None
    if answer == "no" and (denied := denied_already(reading, main)):
        told.facts.update(dict.fromkeys(denied, False))
        answer = None
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
    heard = assemble(reading, main, told, asked, answer, notes)
    taken_back = reservations.half_taken_back(reading, main.told)
    doubtful = reservations.in_doubt(reading, main.told)
    if taken_back or doubtful or lasting:
        heard = replace(heard, taken_back=taken_back, doubtful=doubtful, as_ever=lasting)
    return with_plan(heard, told.planned) if told.planned else heard


def _beside_an_animal(reading: Reading) -> str:
    """What is said beside words of an animal: "my dog limps, and I can't breathe"."""
    sentence = reading.sentence
    of_it: set[int] = set()
    for one in reading.marks:
        if one.id == ANIMAL:
            behind = range(one.end, clause(sentence, one.end - 1)[1])
            own = next((at for at in behind if sentence.reach(at, "<own>")), behind.stop)
            of_it.update(sentence.origins[at] for at in range(one.start, own))
    said = (word for at, word in enumerate(sentence.said) if at not in of_it)
    return " ".join(said)


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


def _answer(reading: Reading, main: Gist, told: Complaint, asked: Inquiry) -> AnswerHeard | None:
    """The answer to the open question, in plain words or by what is told."""
    if main.whole and not _only_asks_beside(reading, main):
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
    if answer == "no" and reading.context.question in AGED and _speaks_of_then(reading, main):
        return None  # "No, that was months ago": that puts right what was told before.
    if main.order is not None and main.order.id == UNASKED:
        return None  # "No no no, skip the checks."
    if reading.has("asks-instead"):
        return None  # "No, I meant how many questions."
    if answer == "no" and reading.asks and reading.context.talk == "emergency":
        return None  # "Don't be silly, can't I just warm it up?" ends nothing.
    meant = reading.context.question == WHICH_ONE
    if answer == "yes" and asked.aspect and not (meant or main.plain or any(told.facts.values())):
        return None  # "Why would it turn black?"
    if answer == "not_really" and reading.context.doubted and _says_no(reading, main):
        return "no"  # "No, I don't think so", to what is put once more.
    if answer == "yes" and (_is_urged(reading, main.order) or _only_agrees(reading)):
        return None  # What a safety question was answered is asked again, and not guessed.
    return answer


def _speaks_of_then(reading: Reading, main: Gist) -> bool:
    """Whether a time or a correction is told beside a no, which says nothing of an age."""
    turns = main.order is not None and main.order.id == CHANGE
    return bool(reading.times) or turns


def _says_no(reading: Reading, main: Gist) -> bool:
    """Whether a word for no is one of those that answer, and every other of them denies too."""
    soft = all(one.id in ("no", "not-really") for one in main.plain)
    words = [at for one in main.plain for at in range(one.start, one.end)]
    return soft and reading.sentence.has("<no-word>", words)


def _only_asks_beside(reading: Reading, main: Gist) -> bool:
    """Whether an answer leads and a question follows it: "no, why do you ask", "no, which leg?"."""
    if main.order is None or not main.plain:
        return False
    if main.order.id in ABOUT_QUESTIONS:
        return True
    leads = main.plain[0].start == 0 and main.plain[0].id in ("yes", "no") and main.order.start > 0
    return leads and main.order.id in ASKING and reading.context.asks_yes_or_no


def _only_agrees(reading: Reading) -> bool:
    """Whether a bare "okay" is all that is said at a safety question before exercise."""
    agreed = [m for m in reading.marks if m.id == "agrees"]
    whole = any(m.end == len(reading.sentence) for m in agreed)
    return whole and reading.context.question in BEFORE_EXERCISE


def _is_urged(reading: Reading, order: Match | None) -> bool:
    """Whether a yes at a safety question may only agree to begin."""
    return order is not None and order.id in URGES and reading.context.question in BEFORE_EXERCISE
