"""The words of a plain answer, out of a sentence that may hold more."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.answers.answers import answers, denies
from skill.understanding.answers.split_answers import by_times
from skill.understanding.contexts import OF_THE_PAST
from skill.understanding.findings.assertions import BEARS, NOT_MINE, Told
from skill.understanding.findings.illnesses import ASKING
from skill.understanding.findings.kit import lacking
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.degree import LIMITING
from skill.understanding.grammar.matching import Match, meet, within
from skill.understanding.grammar.polarity import Holds
from skill.understanding.grammar.retractions import WITHDRAWN
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.lists.roll_call import FOR_A_REASON
from skill.understanding.reading.reading import Reading

BEYOND = 2
"""Words behind a doubt within which what is doubted begins."""
BEFORE_EXERCISE = frozenset({"safety-today", "safety-person"})
"""Questions for several things at once, of which an X-ray shows none."""
WHO_EXERCISES = "safety-person"
"""The question before exercise for the age and for what somebody has all along."""
X_RAYED = "x-ray-clear"
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
            if not _is_of_an_x_ray(reading, m)
        ]
    if context.asks_yes_or_no and context.alarm_is_no:
        able = reading.of("able")
        others = [m for m in said if not any(one.start <= m.start < one.end for one in able)]
        said = [*others, *able]
    if context.question in HAPPENED:
        said = [m for m in said if not _tells_what_followed(reading, m)]
    if weak := [m for m in said if m.id == "not-really"]:  # "Not exactly numb."
        said = [m for m in said if m.id != "yes" or not within(m, weak)]
    if reading.has(WITHDRAWN):
        said = [m for m in said if not _withdraws_another(reading, m)]
    if reading.has(NOT_MINE):
        said = [m for m in said if not _is_of_whose(reading, m)]
    if context.question in BEFORE_EXERCISE:
        said = [m for m in said if not _tells_how_much_better(reading, m)]
    if context.told:
        said = [_made_light_of(reading, m) for m in said]
    if (no := reading.refused) and not reading.sentence.reach(no, "<no-word>"):
        end = no + reading.sentence.reach(no, "<refusing>")
        end = end if end > no else len(reading.sentence)  # "A fall, there is none."
        said.append(Match("answer", "no", no, end))
    if reading.refused:  # "At night, of course not."
        said = [m for m in said if m.start >= reading.refused]
    if any(m.id in ("no", "not-really") and m.start in (0, reading.refused) for m in said):
        said = _without_hedges_of_another(reading, said)
    said = _before_a_question(reading, said)
    behind = reading.refused or _behind_the_age(reading)
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


def _withdraws_another(reading: Reading, said: Match) -> bool:
    """Whether a doubt only takes back what nobody asks now: "I didn't say a bone is sore"."""
    if said.id not in ("not-really", "not-sure"):
        return False
    begins = [m.end for m in reading.marks if m.id == WITHDRAWN and meet(m, said)]
    told = [m for m in reading.of("finding", "denial") if begins and m.start >= min(begins)]
    return bool(told) and not any(m.id in reading.context.parts for m in told)


def _is_of_whose(reading: Reading, said: Match) -> bool:
    """Whether a no only says whose it is that counted, and is not asked: "my mum's, not mine"."""
    counted = {*reading.context.counted} - {*reading.context.parts}
    told = [m for m in reading.of("finding") if m.id in counted and m.end <= said.start]
    return bool(told) and any(m.id == NOT_MINE and meet(m, said) for m in reading.marks)


def _is_of_an_x_ray(reading: Reading, said: Match) -> bool:
    """Whether only an X-ray was fine, where more is asked for: "the X-ray was clear"."""
    if reading.context.question not in BEFORE_EXERCISE:
        return False
    return any(m.id == X_RAYED and meet(m, said) for m in reading.of("finding"))


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
    light = match.id == "no" and not says_no and not denies(sentence, match)
    return replace(match, id="not-sure") if light else match


def _tells_how_much_better(reading: Reading, words: Match) -> bool:
    """Whether an amount that may be a yes is that of what got better: "loads better, thanks"."""
    sentence = reading.sentence
    if words.id != "yes" or sentence.has("<yes-word>", range(words.start, words.end)):
        return False
    return any(sentence.reach(at, "<improved>") for at in range(words.start + 1, words.end + 1))


HAPPENED = frozenset({"injury", "recent-twist-or-fall", "sudden-snap", "sudden-onset"})
"""Questions whether something happened, to which a "no" has no occasion."""


def _tells_what_followed(reading: Reading, words: Match) -> bool:
    """Whether a "no" leads words of an occasion: "no, after the run they just got stiffer", and
    "no, just when I pushed my foot down".
    """
    no_leads = {words.start, max(words.start - 1, 0)}
    return words.id == "only-when" and any(
        reading.sentence.reach(at, "<no-word>") == 1 for at in no_leads
    )


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
    """Whether something takes from a yes that leads: a "but", an "only", a "not in the day".

    What somebody can't do is no more than told: "yes, in the evening I can't close the shoe".
    """
    sentence = reading.sentence
    if not sentence.classes.isdisjoint(LIMITING):
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


def of_this_question(reading: Reading, plain: list[Match], told: list[Told]) -> list[Match]:
    """Without what answers something else.

    The "yes" of "swollen no, bruised yes" where it is asked whether it is swollen, and the "no"
    of "no missed periods" where these are not asked about.
    """
    if not plain:  # As mostly.
        return []
    parts = reading.context.parts
    if not reading.context.alarm_is_no:
        plain = [m for m in plain if not _is_of_a_finding(m, told)]
    asked = [one for one in told if one.id in parts]
    if asked and all(one.holds is Holds.IS_NOT for one in asked):  # "Pain yes, but no swelling."
        theirs = [one.match for one in asked]
        sore = {m.end for m in reading.of("hurts") if not any(meet(m, one) for one in theirs)}
        plain = [m for m in plain if m.id != "yes" or m.start not in sore]
    if not any(one.id in parts for one in told):
        denied = [
            one.match
            for one in told
            if one.holds is Holds.IS_NOT and one.match.kind != "denial"  # "No, it just started."
        ]
        starts, ends = {m.start for m in denied}, {m.end for m in denied}
        return [
            m
            for m in plain
            if not parts
            or m.end - m.start > 1
            or (m.end not in starts and m.start not in ends)  # "Cold no, numb no."
            or (reading.refused and m.start == reading.refused)  # "The sole, no."
        ]
    other = {one.match.end for one in told if one.id not in parts}
    own = {one.match.end for one in told if one.id in parts}
    return [m for m in plain if m.start == 0 or m.start not in other - own]


def _is_of_a_finding(plain: Match, told: list[Told]) -> bool:
    """Whether a "no" is the first word of what is told: "no periods for a year"."""
    return plain.id == "no" and any(
        one.holds is Holds.IS and one.match.start == plain.start and plain.end < one.match.end
        for one in told
    )


_TELLING = ("finding", "hurts", "course", "at-bone-lump")


def _without_hedges_of_another(reading: Reading, said: list[Match]) -> list[Match]:
    """Without what hedges something else, and what is said within a doubt of it."""
    hedges = [m for m in said if _hedges_another(reading, m)]
    doubts = [range(m.start, m.end + BEYOND) for m in hedges if m.id == "not-sure"]
    return [m for m in said if m not in hedges and not any(m.start in doubt for doubt in doubts)]


def _hedges_another(reading: Reading, doubt: Match) -> bool:
    """Whether "a little", "a lot", "more when" or "not sure" is said of what this question does not
    ask for: "no, but I am not sure I could walk on it".
    """
    much = doubt.id == "yes" and not reading.sentence.reach(doubt.start, "<yes-word>")
    doubts = doubt.id in ("not-sure", "not-really")
    if doubt.id not in ("kind-of", "only-when") and not (
        much or (doubts and doubt.start and not reading.asks)
    ):
        return False
    question, parts = reading.context.question, reading.context.parts
    end = doubt.end + BEYOND if doubts else doubt.end
    said_of = [m for m in reading.found if doubt.start <= m.start <= end]
    kinds = ("finding", "denial", "yes-at")
    own = any(m.kind == f"at-{question}" or (m.kind in kinds and m.id in parts) for m in said_of)
    if doubts:
        return not own and any(m.id == BEARS and m.kind in kinds for m in said_of)
    return not own and any(m.kind in _TELLING for m in said_of)


def only_doubts(reading: Reading, plain: list[Match]) -> bool:
    """Whether all that is asked is a doubt: "how would I know", "I don't know if it's weak"."""
    unsure = [m for m in plain if m.id == "not-sure"]
    if not unsure:
        return False
    asking = [m for m in reading.marks if m.id in ("question", "ask")]
    return any(m.end - m.start == len(reading.sentence) for m in unsure) or bool(
        asking and all(any(one.start <= m.start < one.end for one in unsure) for m in asking)
    )
