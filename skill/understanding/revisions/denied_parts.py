"""A no or a yes beside one of several things: what it leaves open and what it answers."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.understanding.answers.other_answers import BEFORE_EXERCISE
from skill.understanding.answers.questions import compares, parts_denied
from skill.understanding.complaint import Complaint, without
from skill.understanding.course.courses import sides
from skill.understanding.earlier_corrections import denied_already, is_of_before
from skill.understanding.findings import denials
from skill.understanding.findings.sound_sides import sound_sides
from skill.understanding.gist import Gist
from skill.understanding.grammar.matching import Match, lies_in, meet, within
from skill.understanding.grammar.polarity import Holds
from skill.understanding.grammar.retractions import LASTING
from skill.understanding.heard import YESES
from skill.understanding.reading.reading import Reading
from skill.understanding.revisions.sense import Sense

TODAY = "safety-today"
"""The question before exercise for what is new today."""
BOTH_SIDES = "both-sides"
"""The question whether it is on both sides, to which one side is a no."""
BOTH_WEAK = "weak-both-legs"
"""The question whether both legs are weak, to which "not both" is a no."""
BOTH = "both"
CALF = "pain-calf"
CHEST = "breathless-or-chest-pain"
CHEST_NAME, BREATH_NAME = "<chest-name>", "<breath-name>"
OF_THE_CALF = frozenset({"clot-signs", "calf-swollen-or-warm"})
"""The questions that name the calf, so that a no may name it too: "no, my calves are as ever"."""


def of_a_leading_yes(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """A yes that leads stays one beside its own word that is denied: "yes, not from a saddle"."""
    question, facts = reading.context.question, sense.told.facts
    alone = reading.context.grave and (*reading.context.parts,) == (question,)
    if not alone or sense.answer != "yes" or not reading.sentence.reach(0, "<yes-word>"):
        return sense
    if question is None or facts.get(question) is not False:
        return sense
    return replace(sense, told=without(sense.told, question))


def of_half_a_chest(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """A yes beside one of breath and chest, which is denied, is said of the other: "harder than
    usual, yes, no chest pain".
    """
    denied = sense.told.facts.get(CHEST) is False
    if reading.context.question != CHEST or not (denied or sense.answer == "no"):
        return sense
    plainly = reading.sentence.places("<yes-word>")
    answers = reading.of("answer")  # "Of course not" is no "of course".
    yes = [m for m in answers if m.id == "yes" and m.start in plainly and not within(m, answers)]
    of_one = _has_own_yes(reading) or any(_is_of_a_half(reading, m) for m in yes)
    agrees = denied and (sense.answer in YESES or yes) and _is_half_a_chest(reading)
    if not (of_one or agrees):
        return sense
    answer = sense.answer if sense.answer in YESES else "yes"
    return replace(sense, told=without(sense.told, CHEST), answer=answer)


def _has_own_yes(reading: Reading) -> bool:
    """Whether words of the question's own say yes, and are none of what is well."""
    well = [m for m in reading.of("no-at") if m.id == CHEST]
    said = (m for m in reading.of("yes-at") if m.id == CHEST and reading.holds(m) is Holds.IS)
    return any(not any(meet(m, one) for one in well) for m in said)


BESIDE = 2
"""Words between a yes and what it is said of, at most: "yes to the breathing"."""


def _is_of_a_half(reading: Reading, yes: Match) -> bool:
    """Whether a yes stands right beside breath or chest: "breathing yes, chest no"."""
    before, behind = range(yes.start - 1, yes.start), range(yes.end, yes.end + BESIDE + 1)
    names = (CHEST_NAME, BREATH_NAME)
    return any(reading.sentence.has(name, [*before, *behind]) for name in names)


def of_a_part(reading: Reading, main: Gist, sense: Sense) -> Sense:
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
        return _left_open(reading, sense)
    if answer in ("no", None) and _leaves_some_open(reading, main, told.facts):
        return _left_open(reading, sense)
    return replace(sense, answer=answer)


def _left_open(reading: Reading, sense: Sense) -> Sense:
    """What is told, and no answer: what was not named is asked."""
    if _is_half_a_chest(reading):
        sense.told.facts.pop(CHEST, None)
    return replace(sense, answer=None, rest_open=True)


def _leaves_some_open(reading: Reading, main: Gist, facts: Mapping[str, bool]) -> bool:
    """Whether a no names some of the dangers that are asked about, and leaves others unnamed: "no
    pain in the chest, no, and I haven't fainted".

    A "no" that leads by itself is said of all, and so is "or anything".
    """
    context, sentence = reading.context, reading.sentence
    if not context.rest_is_asked or (reading.items and reading.items.rest):
        return False
    if sentence.has("<says-all>", range(len(sentence))) or _leads_by_itself(reading):
        return False
    asked = {part for part in context.parts if part != context.question}
    told = {one.id for one in main.told if one.holds is Holds.IS_NOT and not facts.get(one.id)}
    outright = {m.id for m in reading.of("no-at") if sentence.denies & {*range(m.start, m.end)}}
    denied = asked & (told | outright.intersection(parts_denied(reading)))
    half = {CHEST} if _is_half_a_chest(reading) else set()
    if any(map(facts.get, asked)) or not (denied or half):
        return False
    return bool(asked - denied - half)


def _is_half_a_chest(reading: Reading) -> bool:
    """Whether of a chest and a breath, which are asked about together, one alone is named: "well,
    my chest doesn't hurt".
    """
    classes = reading.sentence.classes
    return CHEST in reading.context.parts and (CHEST_NAME in classes) != (BREATH_NAME in classes)


def _leads_by_itself(reading: Reading) -> bool:
    """Whether a "no" leads that denies nothing right behind it: "no, it isn't cold"."""
    sentence = reading.sentence
    at = sentence.reach(0, "<no-word>")
    if at != 1 or not sentence.reach(0, "<no>"):
        return at > 0  # "No, no fever", "nope, not cold".
    kinds = ("finding", "item", *(f"at-{id}" for id in reading.context.parts))
    ends: dict[int, int] = {}
    for match in reading.of(*kinds):
        ends[match.start] = max(match.end, ends.get(match.start, 0))
    while at not in ends and sentence.reach(at, "<before-denied>"):
        at += 1
    if any(m.start == at for m in reading.of("no-at")):
        return True  # "No, heart of an ox": what is well is not denied.
    end = ends.get(at, 0)
    # "No, my chest doesn't hurt", "no, my breathing's fine".
    return not end or sentence.has("<aux>", range(at, end + 1))


def of_before(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """A no that puts right what was told before answers nothing that is asked now."""
    told, answer = sense.told, sense.answer
    tells = bool(told.facts or told.side or told.span or told.way or told.how_old)
    if is_of_before(reading, main, answer, told.facts, tells):
        answer = None
    if answer == "no" and (denied := denied_already(reading, main)):
        told.facts.update(dict.fromkeys(denied, False))
        answer = None
    return replace(sense, answer=answer)


def of_parts(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """In the check what is denied of several things is denied of each, and so is what is denied by
    name beside a correction: "no black, no cuts, and it's one foot, not both".
    """
    beside = sense.answer == "no" and _corrects_too(reading, sense.told.facts)
    if reading.context.talk == "check" and (beside or sense.answer in (None, "only_when")):
        half = {CHEST} if sense.rest_open and _is_half_a_chest(reading) else ()
        for part in parts_denied(reading):
            if part not in half:
                sense.told.facts.setdefault(part, False)
        asked = {part for part in reading.context.parts if part != reading.context.question}
        if _denies_with_all(reading, sense, asked):
            return replace(sense, answer="no", rest_open=False)
        if sense.rest_open and all(sense.told.facts.get(part) is False for part in asked):
            return replace(sense, answer="no", rest_open=False)
    return sense


def _denies_with_all(reading: Reading, sense: Sense, asked: set[str]) -> bool:
    """Whether one of several things is denied with all: "not hot or anything"; and none is told."""
    if sense.answer is not None or len(asked) < 2 or "<or-all>" not in reading.sentence.classes:
        return False
    told = [sense.told.facts[id] for id in asked if id in sense.told.facts]
    return bool(told) and not any(told)


def _corrects_too(reading: Reading, facts: Mapping[str, bool]) -> bool:
    """Whether what nobody asks about is denied, too."""
    asked = {*reading.context.parts}
    return any(not so and id not in asked for id, so in facts.items())


def of_sides(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """One side is a no to both, and two that are only compared are no both."""
    told, answer, context = sense.told, sense.answer, reading.context
    if context.question == BOTH_SIDES:
        answer, sided = sides(reading, answer)
        told = replace(told, side=sided)
        if answer == "no":
            told.facts.pop(BOTH_SIDES, None)
    if _denies_both(reading) and not told.facts.get(BOTH_SIDES):
        told = _without_both(reading, main, told)
        if context.question == BOTH_WEAK and not told.facts.get(BOTH_WEAK):
            answer = "no"
    elif context.question in (BOTH_SIDES, BOTH_WEAK) and not told.facts.get(context.question):
        sound = any(one.id == BOTH for one in sound_sides(reading))
        answer = "no" if sound and answer in (None, "yes") else answer
    of_old = sense.of_old and context.question in LASTING
    if of_old or compares(context, answer, told.facts):
        told.facts.pop(BOTH_SIDES, None)
        told = replace(told, side=None)
    return replace(sense, told=told, answer=answer)


def _denies_both(reading: Reading) -> bool:
    """Whether a "not" stands before "both", and both are named nowhere else: "not both, one"."""
    both = [m for m in reading.of("side") if m.id == BOTH]
    named = {m.id for m in reading.of("side") if reading.holds(m) is not Holds.IS_NOT}
    if not both or BOTH in named or {"left", "right"} <= named:
        return False
    last = max(both, key=lambda m: m.start)
    alike = any(meet(last, one) for one in reading.of("not-a-side"))
    return not alike and any(_stands_behind_a_not(reading, m) for m in both)


def _stands_behind_a_not(reading: Reading, both: Match) -> bool:
    """Whether they are denied outright: "not in both", "both? no", but not "not only both"."""
    sentence, at = reading.sentence, both.start - 1
    while sentence.reach(at, "<light>") and not sentence.reach(at, "<just>"):
        at -= 1
    return at in sentence.denies or both.end in sentence.denies


def _without_both(reading: Reading, main: Gist, told: Complaint) -> Complaint:
    """The same without a weakness of both that is told of one: "the left is weak, not both"."""
    weak = [one.match for one in main.told if one.id == BOTH_WEAK and one.holds is Holds.IS]
    one_side = [m for m in reading.of("side") if m.id != BOTH]
    alone = weak and all(any(lies_in(side, m) for side in one_side) for m in weak)
    return without(told, BOTH_WEAK) if alone else told


def of_a_named_calf(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """A calf that is only named beside a no, where it is asked about, is no sore one."""
    if reading.context.question not in OF_THE_CALF or sense.answer != "no":
        return sense
    sore = reading.of("hurts") or not sense.told.facts.get(CALF)
    return sense if sore else replace(sense, told=without(sense.told, CALF))
