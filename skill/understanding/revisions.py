"""What is told and what is answered, each put right by the other before both are handed on."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from skill.understanding.answers import stiffness
from skill.understanding.answers.other_answers import BEFORE_EXERCISE
from skill.understanding.answers.questions import compares, parts_denied
from skill.understanding.complaint import Complaint, without
from skill.understanding.course.courses import sides
from skill.understanding.course.onsets import A_DAY
from skill.understanding.course.time_bearers import came_about
from skill.understanding.earlier_corrections import denied_already, is_of_before
from skill.understanding.findings import denials, reservations
from skill.understanding.findings.candidates import ON_EFFORT, asks_of_breath
from skill.understanding.findings.medicines import (
    ANY,
    LONG,
    TENDON_MEDICINE,
    is_another,
    which_is_open,
)
from skill.understanding.gist import Gist
from skill.understanding.grammar.polarity import AT_REST, Holds
from skill.understanding.grammar.retractions import LASTING
from skill.understanding.heard import AnswerHeard
from skill.understanding.reading.counter_questions import UNKNOWN_WORD
from skill.understanding.reading.reading import Reading

TODAY = "safety-today"
"""The question before exercise for what is new today."""

BOTH_SIDES = "both-sides"
"""The question whether it is on both sides, to which one side is a no."""


class Sense(Struct, frozen=True, gc=False):
    """What a sentence tells, and what it answers to the question that is open.

    `of_old` is true where it tells what was so all along, `rest_open` where of several things that
    are asked for one is denied.
    """

    told: Complaint
    answer: AnswerHeard | None
    of_old: bool = False
    rest_open: bool = False


BOTH = "both"
SEEN = frozenset({"cold-foot", "hot-or-red", "black-or-dusky-skin", "deformity", "swelling"})
"""What is seen or felt by a hand, and is none where the other side is the same."""
SEVERE = "severe-pain"
BYSTANDER = "bystander"
"""Who looked at the leg of who is hurt, and says what is the matter."""

Revision = Callable[[Reading, Gist, Sense], Sense]
"""A look at both that changes one of them where the other says so."""


def revise(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """The sense after all revisions, in their order: each sees what those before it made of it."""
    for revision in REVISIONS:
        sense = revision(reading, main, sense)
    return sense


def _of_a_medicine(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """Some antibiotic is what is asked for, and one that harms no tendon is a yes to any."""
    question, facts, answer = reading.context.question, sense.told.facts, sense.answer
    if {TENDON_MEDICINE, ANY} & {question, *reading.context.parts}:
        some = facts.pop(TENDON_MEDICINE, None)
        answer = answer or ("yes" if some and question != ANY else None)
    if is_another(reading, answer, main.said):
        facts[ANY] = False
        answer = "yes"
    return replace(sense, answer=answer)


def _of_an_unknown_word(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """Who asks what a word of a safety question means has denied nothing: "what is bladder? no"."""
    if not (reading.has(UNKNOWN_WORD) and reading.context.grave and reading.context.parts):
        return sense
    asked = reading.context.parts
    facts = {id: so for id, so in sense.told.facts.items() if so or id not in asked}
    denies = sense.answer in (None, "no", "not_really")
    answer = "not_sure" if denies else sense.answer
    return replace(sense, told=replace(sense.told, facts=facts), answer=answer)


def _of_a_leading_yes(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """A yes that leads stays one beside its own word that is denied: "yes, not from a saddle"."""
    question, facts = reading.context.question, sense.told.facts
    alone = reading.context.grave and (*reading.context.parts,) == (question,)
    if not alone or sense.answer != "yes" or not reading.sentence.reach(0, "<yes-word>"):
        return sense
    if question is None or facts.get(question) is not False:
        return sense
    return replace(sense, told=without(sense.told, question))


def _of_old(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What was so all along is no yes where it is asked for what is new."""
    question = reading.context.question
    if question not in LASTING:
        return _of_old_parts(reading, sense)
    if not sense.of_old:
        return sense
    both = _is_on_both(sense) and not reading.sentence.reach(0, "<yes-word>")
    told = without(sense.told, question)
    if both:  # "They are both like ice, always were": one foot newly cold is denied.
        return replace(sense, told=replace(told, side=None), answer="no")
    if main.said == "no":  # "No, both as they've always been, just cold feet."
        turned = "<contrast>" in reading.sentence.classes and sense.answer != "no"
        return replace(sense, told=told, answer="not_really" if turned else "no")
    return replace(sense, told=told, answer="kind_of" if main.said == "yes" else "not_really")


def _is_on_both(sense: Sense) -> bool:
    """Whether both sides are told."""
    return sense.told.side is not None and sense.told.side.id == BOTH


def _of_old_parts(reading: Reading, sense: Sense) -> Sense:
    """Of several things what was so all along on both sides is denied: "both cold, as ever"."""
    told, parts = sense.told, reading.context.parts
    of_old = LASTING.intersection(parts) if sense.of_old and _is_on_both(sense) else ()
    if not of_old or reading.sentence.reach(0, "<yes-word>"):
        return sense
    others = any(so and id in parts and id not in of_old for id, so in told.facts.items())
    if others or sense.answer not in (None, "yes", "kind_of", "not_sure"):
        return sense
    for id in of_old:
        told = without(told, id)
        told.facts[id] = False
    told.facts.pop(BOTH_SIDES, None)
    return replace(sense, told=replace(told, side=None), answer=None)


def _of_likeness(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What is as on the other side is no sign: "no, it's as warm as the other", "same colour"."""
    sentence, asked = reading.sentence, {*reading.context.parts}
    if not asked & SEEN or not sentence.has("<like-the-other>", range(len(sentence))):
        return sense
    says_no = main.said in ("no", "not_really") or sentence.reach(0, "<no-word>")
    if not says_no or sentence.has("<newly>", range(len(sentence))):
        return sense
    told = sense.told
    for id in SEEN:
        if told.facts.get(id):
            told = without(told, id)
    others = any(so and id in asked for id, so in told.facts.items())
    return replace(sense, told=told, answer=sense.answer if others else "no")


def _of_more_than_ever(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What was never so before, or is so "all right", is denied by no such words: it is asked once
    more.
    """
    context, sentence = reading.context, reading.sentence
    looks_for_one = context.grave and context.asks_yes_or_no and not context.alarm_is_no
    if not looks_for_one or sense.answer not in (None, "no", "not_really"):
        return sense
    every = range(len(sentence))
    ends = [m for m in reading.of("finding") if sentence.reach(m.end, "<all-right>")]
    ends = [m for m in ends if m.end + sentence.reach(m.end, "<all-right>") == len(sentence)]
    meant = any(m.id in context.parts for m in ends)
    if sentence.reach(0, "<no-word>") and not sentence.reach(0, "<never-so>"):
        return sense
    if not (meant or sentence.has("<never-so>", every)):
        return sense
    facts = {id: so for id, so in sense.told.facts.items() if so or id not in context.parts}
    return replace(sense, told=replace(sense.told, facts=facts), answer="not_sure")


FEVER = "fever"


def _of_an_age(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """An age is no temperature: "thirty-eight going on eighty", "thirty-eight is my age"."""
    years = sense.told.how_old
    if years is None or not sense.told.facts.get(FEVER):
        return sense
    told = [one.match for one in main.told if one.id == FEVER and one.holds is Holds.IS]
    if not all(m.start <= years.start and years.end <= m.end for m in told):
        return sense
    return replace(sense, told=without(sense.told, FEVER))


def _of_passing(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What ice or a run may have made is put once more, more plainly."""
    passing = reservations.passing(reading, sense.answer, sense.told.facts)
    if passing is None:
        return sense
    return replace(sense, told=without(sense.told, passing), answer="not_sure")


def _of_effort(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """Breath that was always short on effort is asked more plainly: "I always puff on stairs"."""
    if sense.answer == "no" or not sense.of_old or not asks_of_breath(reading):
        return sense
    return replace(sense, answer="not_sure") if reading.of(ON_EFFORT) else sense


def _of_doubt(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """A yes to a danger in words that may mean none is asked once more."""
    doubted, told = reservations.doubt(reading, main.told, sense.answer), sense.told
    for id in doubted.without:
        told = without(told, id)
    return replace(sense, told=told, answer=doubted.answer)


def _of_load_alone(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What is agony under load and nothing at rest may be severe or not: "agony when I run, but at
    rest it's nothing".
    """
    facts = sense.told.facts
    if "<yes-word>" in reading.sentence.classes:
        return sense
    loaded = any(so and id.startswith("worse-") for id, so in facts.items())
    eased = any(m.id == AT_REST for m in reading.of("no-at", "denial"))
    eased = eased and not facts.get(AT_REST) and SEVERE in reading.context.parts
    if not (facts.get(SEVERE) and loaded and eased) or facts.get("getting-worse"):
        return sense
    told = without(sense.told, SEVERE)
    told.facts.setdefault(AT_REST, False)
    return replace(sense, told=told, answer="not_sure")


def _of_hearsay(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What somebody at hand says of who is hurt is asked about once more, whatever "no" stands
    before it: "no, my husband says I blacked out".
    """
    context = reading.context
    looks_for_one = context.grave and context.asks_yes_or_no and not context.alarm_is_no
    if not looks_for_one or sense.answer not in (None, "no", "not_really"):
        return sense
    seen_by = [m for m in reading.of("not-a-person") if m.id == BYSTANDER]
    if any(
        one.holds is Holds.SUPPOSED
        and one.id in context.parts
        and any(m.end <= one.match.start for m in seen_by)
        for one in main.told
    ):
        return replace(sense, answer="not_sure")
    return sense


def _of_no_denial(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What is only hoped, or was well before, is not denied: a danger is asked about once more."""
    undenied = reservations.undenied(reading, main.told)
    if undenied is None:
        return sense
    for id in undenied.of:
        if sense.told.facts.get(id) is False:
            del sense.told.facts[id]
    asks_again = undenied.leaves_open and sense.answer not in ("yes", "kind_of")
    return replace(sense, answer="not_sure") if asks_again else sense


def _of_its_time(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """The time of a medicine is its own, where it is open which it was."""
    if not which_is_open(reading, sense.told.facts):
        return sense
    return replace(sense, told=replace(without(without(sense.told, ANY), LONG), span=None))


def _of_a_part(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """A no to one part of a question leaves the rest of it open: "not on the bone, no"."""
    told, answer = sense.told, sense.answer
    question = reading.context.question
    if question in BEFORE_EXERCISE and denials.denies_pain_alone(reading, told.facts):
        if question == TODAY:
            told.facts["pain-at-rest"] = False
        answer = None  # Nor does it tell of an age or a pregnancy.
    if denials.is_of_what_counts(reading, answer, told.facts):
        answer = None
    if answer == "no" and denials.is_of_one_alone(reading, main.told, told.how_old, main.plain):
        return replace(sense, answer=None, rest_open=True)
    return replace(sense, answer=answer)


def _of_before(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """A no that puts right what was told before answers nothing that is asked now."""
    told, answer = sense.told, sense.answer
    tells = bool(told.facts or told.side or told.span or told.way or told.how_old)
    if is_of_before(reading, main, answer, told.facts, tells):
        answer = None
    if answer == "no" and (denied := denied_already(reading, main)):
        told.facts.update(dict.fromkeys(denied, False))
        answer = None
    return replace(sense, answer=answer)


def _of_stiffness(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What is only stiff is no half yes to a pain."""
    answer = stiffness.answer_of(reading, sense.answer, sense.told.facts)
    return replace(sense, answer=answer)


def _of_parts(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """In the check what is denied of several things is denied of each."""
    if reading.context.talk == "check" and sense.answer in (None, "only_when"):
        for part in parts_denied(reading):
            sense.told.facts.setdefault(part, False)
    return sense


def _of_no_morning_yet(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """Who was hurt today can't tell how a morning is: "I've not been to bed yet"."""
    span = sense.told.span
    if reading.context.question not in stiffness.MORNINGS or span is None or span.days >= A_DAY:
        return sense
    if not came_about(reading, span):
        return sense
    told = sense.told
    for id in stiffness.MORNINGS:
        told = without(told, id)
    return replace(sense, told=told, answer="not_sure")


def _of_sides(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """One side is a no to both, and two that are only compared are no both."""
    told, answer, context = sense.told, sense.answer, reading.context
    if context.question == BOTH_SIDES:
        answer, sided = sides(reading, answer)
        told = replace(told, side=sided)
        if answer == "no":
            told.facts.pop(BOTH_SIDES, None)
    of_old = sense.of_old and context.question in LASTING
    if of_old or compares(context, answer, told.facts):
        told.facts.pop(BOTH_SIDES, None)
        told = replace(told, side=None)
    return replace(sense, told=told, answer=answer)


CALF = "pain-calf"
OF_THE_CALF = frozenset({"clot-signs", "calf-swollen-or-warm"})
"""The questions that name the calf, so that a no may name it too: "no, my calves are as ever"."""


def _of_a_named_calf(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """A calf that is only named beside a no, where it is asked about, is no sore one."""
    if reading.context.question not in OF_THE_CALF or sense.answer != "no":
        return sense
    sore = reading.of("hurts") or not sense.told.facts.get(CALF)
    return sense if sore else replace(sense, told=without(sense.told, CALF))


REVISIONS: tuple[Revision, ...] = (
    _of_a_medicine,
    _of_a_leading_yes,
    _of_an_age,
    _of_more_than_ever,
    _of_old,
    _of_likeness,
    _of_passing,
    _of_effort,
    _of_doubt,
    _of_load_alone,
    _of_hearsay,
    _of_no_denial,
    _of_its_time,
    _of_a_part,
    _of_before,
    _of_stiffness,
    _of_no_morning_yet,
    _of_parts,
    _of_sides,
    _of_a_named_calf,
    _of_an_unknown_word,
)
