"""Words like an answer that answer something else than what is asked."""

from __future__ import annotations

from skill.understanding.findings.assertions import BEARS, NOT_MINE, Told
from skill.understanding.grammar.matching import Match, lies_in, meet
from skill.understanding.grammar.polarity import Holds
from skill.understanding.grammar.retractions import WITHDRAWN
from skill.understanding.reading.reading import Reading

BEYOND = 2
"""Words behind a doubt within which what is doubted begins."""
BEFORE_EXERCISE = frozenset({"safety-today", "safety-person"})
"""Questions for several things at once, of which an X-ray shows none."""
X_RAYED = "x-ray-clear"
OCCASION = "<at-a-time>"
"""The class of words that open an occasion or a condition."""


def withdraws_another(reading: Reading, said: Match) -> bool:
    """Whether a doubt only takes back what nobody asks now: "I didn't say a bone is sore"."""
    if said.id not in ("not-really", "not-sure"):
        return False
    begins = [m.end for m in reading.marks if m.id == WITHDRAWN and meet(m, said)]
    told = [m for m in reading.of("finding", "denial") if begins and m.start >= min(begins)]
    return bool(told) and not any(m.id in reading.context.parts for m in told)


def is_of_whose(reading: Reading, said: Match) -> bool:
    """Whether a no only says whose it is that counted, and is not asked: "my mum's, not mine"."""
    counted = {*reading.context.counted} - {*reading.context.parts}
    told = [m for m in reading.of("finding") if m.id in counted and m.end <= said.start]
    return bool(told) and any(m.id == NOT_MINE and meet(m, said) for m in reading.marks)


def is_of_an_x_ray(reading: Reading, said: Match) -> bool:
    """Whether only an X-ray was fine, where more is asked for: "the X-ray was clear"."""
    if reading.context.question not in BEFORE_EXERCISE:
        return False
    return any(m.id == X_RAYED and meet(m, said) for m in reading.of("finding"))


def tells_how_much_better(reading: Reading, words: Match) -> bool:
    """Whether an amount that may be a yes is that of what got better: "loads better, thanks"."""
    sentence = reading.sentence
    if words.id != "yes" or sentence.has("<yes-word>", range(words.start, words.end)):
        return False
    return any(sentence.reach(at, "<improved>") for at in range(words.start + 1, words.end + 1))


def tells_what_followed(reading: Reading, words: Match) -> bool:
    """Whether a "no" leads words of an occasion: "no, after the run they just got stiffer", and
    "no, just when I pushed my foot down".
    """
    excepts = reading.sentence.has("<but-for>", range(words.start))
    no_leads = {words.start if excepts else 0, words.start, max(words.start - 1, 0)}
    return words.id == "only-when" and any(
        reading.sentence.reach(at, "<no-word>") == 1 for at in no_leads
    )


def is_of_a_calm_time(reading: Reading, words: Match) -> bool:
    """Whether the occasion of a no is one of which the same words deny it: "no, at night it's
    fine", and "nothing, only when I walk" to pain at rest.
    """
    if words.id not in ("only-when", "kind-of"):
        return False
    denied = reading.of("denial") if words.id == "only-when" else []
    sentence = reading.sentence
    nothing_else = sentence.denies_in((words.start - 1, words.start))
    if nothing_else and sentence.has("<only>", range(words.start, words.end)):
        parts = reading.context.parts
        denied = [*denied, *(m for m in reading.of("no-at") if m.id in parts)]
    return any(words.start <= one.start < words.end <= one.end for one in denied)


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


def _is_on_condition(reading: Reading, said: Match, told: list[Match]) -> bool:
    """Whether all that an occasion tells is the occasion itself: "no, unless I knock it", but not
    "no, but when I run it swells".
    """
    sentence, words = reading.sentence, range(said.start, said.end)
    openers = [at for at in words if sentence.reach(at, OCCASION)]
    if not openers or sentence.reach(said.start, "<rather>"):
        return False
    if any(m.start >= said.end and m.id in reading.context.parts for m in reading.of("finding")):
        return False
    subjects = [at for at in words if sentence.reach(at, "<it-word>")]
    telling = [m.start for m in told if m.kind in (*_TELLING, "stop-sign")]
    return all(
        at >= openers[0] and sum(openers[0] < one < at for one in subjects) <= 1 for at in telling
    )


def _tells_of_itself(reading: Reading, doubt: Match) -> bool:
    """Whether what is told within an answer is the answer: "it's not nothing", and "no, it's much
    less, but still there".
    """
    words = range(doubt.start, doubt.end)
    if doubt.id == "yes":
        return reading.sentence.denies_in(words) and not reading.sentence.has("<no-word>", words)
    return doubt.id == "kind-of" and reading.sentence.has("<contrast>", words)


_TELLING = ("finding", "hurts", "course", "at-bone-lump")


def without_hedges_of_another(reading: Reading, said: list[Match]) -> list[Match]:
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
    if doubt.id == "only-when" and _is_on_condition(reading, doubt, said_of):
        return False
    if _tells_of_itself(reading, doubt):
        said_of = [m for m in said_of if m.kind == "finding" or not lies_in(m, doubt)]
    telling = (*_TELLING, "stop-sign") if question in BEFORE_EXERCISE else _TELLING
    return not own and any(m.kind in telling for m in said_of)
