"""The "no" behind words of the question that are taken up: "a snap or a pop, no, not I"."""

from __future__ import annotations

from skill.understanding.grammar.clauses import is_subject
from skill.understanding.grammar.matching import Match, Sentence, is_other
from skill.understanding.grammar.polarity import is_place
from skill.understanding.heard import Context
from skill.understanding.lists.roll_call import LONGEST
from skill.understanding.lists.verdicts import GOES_ON, KNOWN

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
    return at if at and (_is_answer(sentence, found, at) or _denies(sentence, found, at)) else 0


def _names(sentence: Sentence, found: list[Match], context: Context) -> int:
    """Where the words end that a sentence opens with, and that only name what is asked for."""
    kinds = (*NAMING, f"at-{context.question}")
    asked = (*context.parts, context.question)
    names = [
        m
        for m in found
        if m.kind in kinds
        and m.id in asked
        and m.end - m.start <= LONGEST
        and not is_subject(sentence, m.end - 1)  # "Metal, there wasn't any."
    ]
    at, named = 0, 0
    while at < len(sentence):
        end = max((m.end for m in names if m.start == at), default=0)
        if end and sentence.denies.isdisjoint(range(at, end)):
            at = named = end
        elif sentence.reach(at, "<article>") or (named and sentence.reach(at, "<or>")):
            at += 1
        else:
            break
    return named if at == named and at < len(sentence) else 0


def _is_answer(sentence: Sentence, found: list[Match], at: int) -> bool:
    """Whether a "no" answers: nothing that it may deny follows, and nothing takes it back."""
    end = at + sentence.reach(at, "<no-word>")
    if end == at or sentence.reach(at, "<takes-back>") or sentence.reach(at, "<no-negation>") > 1:
        return False
    sure = sentence.reach(end, "<yes-word>")
    if sure and sentence.reach(end + sure, "<not>"):
        return True  # "No, definitely not."
    if sure or sentence.reach(end, "<correction>"):
        return False
    other = [m for m in found if m.kind == "not"]
    known = [m for m in found if m.kind in KNOWN and m.start in (at, end) and m.id != SAME]
    if any(not is_other(m, other) for m in known):
        return False
    return (
        end == len(sentence)
        or end in sentence.hard
        or any(m.kind == "person" and m.start == end for m in found)  # "No, his feet are fine."
        or any(m.kind == "mark" and m.id in ASKING and m.start in (at, end) for m in found)
        or sentence.is_one_of(end, (*GOES_ON, "<no-word>"))
        or (bool(sentence.reach(end, "<adverb>")) and end + 1 in sentence.denies)
    )


def _denies(sentence: Sentence, found: list[Match], at: int) -> bool:
    """Whether nothing but a denial in other words follows: "a fall, there wasn't any"."""
    given = [m.end for m in found if m.kind == "verdict" and m.id == "no" and m.start == at]
    return any(end == len(sentence) for end in given)
