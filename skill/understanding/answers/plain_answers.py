"""The words of a plain answer, out of a sentence that may hold more."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.answers.answers import answers
from skill.understanding.answers.other_answers import (
    BEFORE_EXERCISE,
    is_of_a_calm_time,
    is_of_an_x_ray,
    is_of_whose,
    tells_how_much_better,
    tells_what_followed,
    withdraws_another,
    without_hedges_of_another,
)
from skill.understanding.answers.split_answers import by_times
from skill.understanding.contexts import OF_THE_PAST
from skill.understanding.findings.assertions import NOT_MINE
from skill.understanding.findings.illnesses import ASKING
from skill.understanding.findings.kit import lacking
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.degree import LIMITING
from skill.understanding.grammar.matching import Match, meet, within
from skill.understanding.grammar.retractions import WITHDRAWN
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.lists.roll_call import FOR_A_REASON
from skill.understanding.reading.reading import Reading

WHO_EXERCISES = "safety-person"
"""The question before exercise for the age and for what somebody has all along."""
VOLUME = "volume"
"""The command whose own words answer nothing, whatever was asked."""


def plain_answer(reading: Reading) -> list[Match]:
    """The words that are answers; some are only where something was offered."""
    context = reading.context
    more = ("offer",) if context.talk == "result" else ()
    said = reading.of("answer", "echo", "closing", "ending", *more)
    if context.asks_yes_or_no and not context.alarm_is_no:  # "That's fine", "no, I feel okay".
        leads = {
            0,
            reading.refused,
            reading.sentence.reach(0, "<told-already>"),
            *(m.end for m in said if m.id == "no" and m.start in (0, reading.refused)),
        }
        said += [
            m
            for m in reading.of("asked")
            if m.start in leads and not (m.id == "no" and reading.sentence.reach(0, "<end-yes>"))
            if not is_of_an_x_ray(reading, m)
        ]
    if context.asks_yes_or_no and context.alarm_is_no:
        able = reading.of("able")
        others = [m for m in said if not any(one.start <= m.start < one.end for one in able)]
        said = [*others, *able]
    if context.question in HAPPENED:
        said = [m for m in said if not tells_what_followed(reading, m)]
    if weak := [m for m in said if m.id == "not-really"]:  # "Not exactly numb."
        said = [m for m in said if m.id != "yes" or not within(m, weak)]
    if reading.has(WITHDRAWN):
        said = [m for m in said if not withdraws_another(reading, m)]
    if "denial" in reading.by_kind or "no-at" in reading.by_kind:
        said = [m for m in said if not is_of_a_calm_time(reading, m)]
    if reading.has(NOT_MINE):
        said = [m for m in said if not is_of_whose(reading, m)]
    if context.question in BEFORE_EXERCISE:
        said = [m for m in said if not tells_how_much_better(reading, m)]
    if context.told:
        said = [_made_light_of(reading, m) for m in said]
    if (no := reading.refused) and not reading.sentence.reach(no, "<no-word>"):
        end = no + reading.sentence.reach(no, "<refusing>")
        end = end if end > no else len(reading.sentence)  # "A fall, there is none."
        said.append(Match("answer", "no", no, end))
    if reading.refused:  # "At night, of course not."
        said = [m for m in said if m.start >= reading.refused]
    if any(m.id in ("no", "not-really") and m.start in (0, reading.refused) for m in said):
        said = without_hedges_of_another(reading, said)
    said = _before_a_question(reading, said)
    behind = reading.refused or _behind_the_age(reading)
    said = [m for m in said if not is_left_open(reading.sentence, m)]
    told = answers(reading.sentence, said, behind) if said else []
    if (split := by_times(reading)) is not None:
        return [split]
    if not told:
        return []
    told = _of_a_plain_lead(reading, told)
    # "I don't have a step" tells what somebody lacks, whatever was asked, and "speak up a bit"
    # rates nothing.
    others = [m for m in reading.of("command", "command-coached", "command-set") if m.id == VOLUME]
    others += [*lacking(reading), *(m for m in reading.marks if m.id == FOR_A_REASON)]
    others += _of_what_is_taken(reading)
    return [one for one in told if not any(meet(one, m) for m in others)]


def is_left_open(sentence: Sentence, words: Match) -> bool:
    """Whether a last no only leaves a question open: "can I go to work or no"."""
    closes = words.end == len(sentence) and words.end - words.start == 1
    return bool(closes and words.id == "no" and sentence.reach(words.start - 1, "<or>"))


OF_AN_AGE = 4
"""Words of an age, with "I'm" before it, at most."""


def _behind_the_age(reading: Reading) -> int:
    """Where a no stands behind the age that is asked for with other things: "nineteen, no to all
    that", "I'm fifty two and none of the others"; 0 where none does.
    """
    sentence = reading.sentence
    if reading.context.question != WHO_EXERCISES or not reading.numbers:
        return 0
    first = reading.numbers[0]
    if first.start >= OF_AN_AGE:
        return 0
    most = first.end + OF_AN_AGE
    return next((at for at in sentence.places("<refusing>") if first.end <= at <= most), 0)


MEDICAL = OF_THE_PAST | {"blood-thinner", "head-or-thinner", "clinician-seen", "x-ray-clear"}
"""Questions that a no to a medicine, or to metal in the leg, may answer."""


def _of_what_is_taken(reading: Reading) -> list[Match]:
    """The "no tablets" of who is asked what a leg is like: a no to what was asked before, or will
    be, and none to this.
    """
    context, sentence = reading.context, reading.sentence
    before = context.talk == "before-exercise" or not context.grave
    if not context.asks_yes_or_no or before or not MEDICAL.isdisjoint(context.parts):
        return []
    return [
        Match("mark", "no-medicine", at, at + 1 + length)
        for at in sentence.places("<no>")
        if (length := sentence.reach(at + 1, "<taken-or-put-in>"))
    ]


def _before_a_question(reading: Reading, said: list[Match]) -> list[Match]:
    """Without words of a question behind an answer that leads: "no, is it ever going to heal"."""
    asks = [m.start for m in reading.marks if m.id in ASKING and m.start]
    asked = [at for at in asks if not _affirms(reading.sentence, at)]
    if not asked or not any(m.start == 0 and m.end <= min(asked) for m in said):
        return said
    # "No, when can I run again" tells no occasion.
    said = [m for m in said if m.id != "only-when" or not m.start < min(asked) < m.end]
    first, after = clause(reading.sentence, min(asked))
    return [m for m in said if not (max(first, min(asked)) <= m.start < after)]


def _affirms(sentence: Sentence, at: int) -> bool:
    """Whether a verb belongs to the subject before it, and asks nothing: "it is, it really is"."""
    own = sentence.reach(at, "<aux>") and at not in sentence.hard
    return bool(own and sentence.reach(at - 1, "<it-word>"))


def _made_light_of(reading: Reading, match: Match) -> Match:
    """The answer, but that a no without a denying word leaves open what somebody told themselves:
    "it's fine", "I'm okay to go on". So does a no for now alone: "not now, only for a second".
    """
    sentence = reading.sentence
    if match.id == "no" and "<a-moment>" in sentence.classes:
        return replace(match, id="not-sure")
    says_no = sentence.has("<no-word>", range(match.start, match.end))
    light = (
        match.id == "no" and not says_no and not sentence.denies_in(range(match.start, match.end))
    )
    return replace(match, id="not-sure") if light else match


HAPPENED = frozenset({"injury", "recent-twist-or-fall", "sudden-snap", "sudden-onset"})
"""Questions whether something happened, to which a "no" has no occasion."""


ON_TERMS = "<on-terms>"
"""The class of words that open a condition, and limit a yes."""


def _of_a_plain_lead(reading: Reading, told: list[Match]) -> list[Match]:
    """The answers, where a plain yes leads and an occasion only goes on, and so of a no.

    "Yes, when I squat" is a yes, but "yes, but only on stairs" is not. Where no danger is looked
    for "no, it's more at night" is a no.
    """
    sentence = reading.sentence
    if sentence.reach(0, "<yes-word>") and {m.id for m in told} <= {"yes", "only-when"}:
        if _is_limited(reading):
            return told
        return [replace(m, id="yes") for m in told]
    begins = (0, reading.refused)
    if told[0].id == "no" and told[0].start in begins and not reading.context.grave:
        else_when = [m.start for m in told if sentence.reach(m.start, "<rather>")]
        return [m for m in told if not {m.start, m.end}.intersection(else_when)]
    return told


def _is_limited(reading: Reading) -> bool:
    """Whether something takes from a yes that leads: a "but", an "only", an "if", "not in the day".

    What somebody can't do is no more than told: "yes, in the evening I can't close the shoe".
    """
    sentence = reading.sentence
    limits = (*LIMITING, ON_TERMS) if reading.context.talk == "check" else LIMITING
    if not sentence.classes.isdisjoint(limits):
        return True
    if reading.context.alarm_is_no:
        return bool(sentence.denies)
    return any(not _is_of_a_deed(sentence, at) for at in sentence.denies)


def _is_of_a_deed(sentence: Sentence, at: int) -> bool:
    """Whether a denial stands in the middle of a verb: "it's not letting me", "can't close"."""
    after = at + 1
    ends = after >= len(sentence) or after in sentence.hard
    return bool(sentence.reach(at - 1, "<aux>")) and not (
        ends or sentence.reach(after, "<occasion>")
    )


def only_doubts(reading: Reading, plain: list[Match]) -> bool:
    """Whether all that is asked is a doubt: "how would I know", "I don't know if it's weak"."""
    unsure = [m for m in plain if m.id == "not-sure"]
    if not unsure:
        return False
    asking = [m for m in reading.marks if m.id in ("question", "ask")]
    return any(m.end - m.start == len(reading.sentence) for m in unsure) or bool(
        asking and all(any(one.start <= m.start < one.end for one in unsure) for m in asking)
    )
