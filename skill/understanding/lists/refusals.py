"""The "no" behind words of the question that are taken up: "a snap or a pop, no, not I"."""

from __future__ import annotations

from skill.understanding.contexts import Context
from skill.understanding.grammar.clauses import is_subject
from skill.understanding.grammar.matching import Match, is_other
from skill.understanding.grammar.polarity import is_on_the_leg, is_place
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.lists.roll_call import LONGEST
from skill.understanding.lists.verdicts import GOES_ON, KNOWN, SORE

LEADING = ("<determiner>", "<article>", "<past>")
"""Classes of words before a name: "the sole, no", "had cancer, no"."""
LINKING = ("<or>", "<and>")
"""Classes of words between two names."""
NAMING = ("finding", "item", "yes-at")
"""Kinds of words that may name what is asked for."""
ASKING = frozenset({"question", "asks-of-it", "asks-meaning"})
"""Marks of words that ask: "bent, no, is it meant to be"."""
SAME = "same"
"""The course that says nothing of what is denied: "no, it feels the same as ever"."""


def refused(sentence: Sentence, found: list[Match], context: Context) -> int:
    """The word at which a "no" to what was taken up before it stands; 0 where there is none."""
    if not context.asks_yes_or_no or context.alarm_is_no or is_place(context.question or ""):
        return 0
    at = _names(sentence, found, context)
    if not at:
        return 0
    while length := sentence.reach(at, "<exclaims>"):
        at += length  # "Hot, good heavens, no".
    plain = context.grave or bool(sentence.reach(at, "<no-word>"))  # "Me, run? You're joking."
    answers = plain and _is_answer(sentence, found, at)
    return at if answers or _denies(sentence, found, at) else 0


def _names(sentence: Sentence, found: list[Match], context: Context) -> int:
    """Where the words end that a sentence opens with, and that only name what is asked for."""
    kinds = (*NAMING, f"at-{context.question}")
    asked = (*context.parts, context.question)
    names = [
        m
        for m in found
        if m.kind in kinds
        and (m.id in asked or is_on_the_leg(m.id))
        and not sentence.has("<refusing>", range(m.start + 1, m.end))
        and not is_subject(sentence, m.end - 1)  # "Metal, there wasn't any."
    ]
    at, named = 0, 0
    while at < len(sentence):
        end = max((m.end for m in names if m.start == at), default=0)
        if end > at and end - at <= LONGEST and not sentence.denies_in(range(at, end)):
            at = named = end
        elif sentence.is_one_of(at, LEADING) or (named and sentence.is_one_of(at, LINKING)):
            at += 1
        elif named and sentence.reach(at, "<it-word>") and not _begins_anew(sentence, at):
            at = named = at + 1  # "Twisted it, no".
        else:
            break
    return named if at == named and at < len(sentence) else 0


def _begins_anew(sentence: Sentence, at: int) -> bool:
    """Whether more than the end of a name begins at a word: "cold, it was", "cold, I wish, no"."""
    return is_subject(sentence, at) or bool(sentence.reach(at, "<exclaims>"))


def _is_answer(sentence: Sentence, found: list[Match], at: int) -> bool:
    """Whether a "no" answers: nothing that it may deny follows, and nothing takes it back."""
    end = end_of_no(sentence, at)
    if end == at:
        return False
    if any(sentence.reach(k, "<takes-back>") for k in range(at, end + 1)):
        return False
    longer = sentence.reach(at, "<no-negation>") > 1
    if longer and (end - at == 1 or is_subject(sentence, end)):
        return False  # "No doubt", "no way it is going down".
    sure = sentence.reach(end, "<yes-word>")
    if sure and sentence.reach(end + sure, "<not>"):
        return True  # "No, definitely not."
    if sure or sentence.reach(end, "<correction>"):
        return False
    other = [m for m in found if m.kind == "not"]
    known = [m for m in found if m.kind in KNOWN and m.start in (at, end) and m.id != SAME]
    known = [m for m in known if m.end > end and not _is_some_pain(sentence, m, end)]
    if any(not is_other(m, other) for m in known):
        return False
    return (
        end == len(sentence)
        or end in sentence.hard
        or end - 1 not in sentence.denies  # "Nope", "no, good heavens".
        or any(m.kind == "person" and m.start == end for m in found)  # "No, his feet are fine."
        or any(m.start == end for m in other)  # "A sore? No, pink as a piglet."
        or any(m.kind == "mark" and m.id in ASKING and m.start in (at, end) for m in found)
        or sentence.is_one_of(end, (*GOES_ON, "<no-word>", "<opens>", "<some-of>", "<a-bit>"))
        or (bool(sentence.reach(end, "<adverb>")) and end + 1 in sentence.denies)
    )


def end_of_no(sentence: Sentence, at: int) -> int:
    """Where words for no end, with what is called out among them: "no, good heavens, no"."""
    end = at
    while length := max(sentence.reach(end, name) for name in ("<refusing>", "<exclaims>")):
        end += length
    return end


def _is_some_pain(sentence: Sentence, match: Match, at: int) -> bool:
    """Whether words tell of a little soreness, from a word on: "no, bit sore"."""
    return match.kind == SORE and bool(sentence.reach(at, "<a-bit>"))


def _denies(sentence: Sentence, found: list[Match], at: int) -> bool:
    """Whether nothing but a denial in other words follows: "a fall, there wasn't any"."""
    given = [m.end for m in found if m.kind == "verdict" and m.id == "no" and m.start == at]
    return any(end == len(sentence) for end in given)
