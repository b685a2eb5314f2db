"""Who it is about, and how old they are."""

from __future__ import annotations

from skill.library.types.hearing import Lexicon
from skill.understanding.heard import Context
from skill.understanding.matching import Match, Sentence
from skill.understanding.numbers import Number

ADULT = 18
OLD = 65
OLDEST = 115


def age(
    lexicon: Lexicon, sentence: Sentence, counted: list[Number], context: Context
) -> Number | None:
    """The age in years that is told, with the words that tell it."""
    for number in counted:
        if not 1 < number.value <= OLDEST:
            continue
        if sentence.reach(number.end, "<old>"):
            return number
        before = (
            sentence.reach(number.start - 1, "<aged>")
            or sentence.reach(number.start - 2, "<aged>") > 1
        )
        follows = number.end < len(sentence) and (
            sentence.words[number.end] in lexicon.units or sentence.reach(number.end, "<counted>")
        )
        if (before or context.question == "age" and not follows) and not follows:
            return number
    return None


def person(found: list[Match]) -> Match | None:
    """The child or other grown-up that it is about."""
    others = [m for m in found if m.kind == "harmless"]
    about = sorted(
        (
            m
            for m in found
            if m.kind == "person"
            and not any(o.start <= m.start and m.end <= max(o.end, m.start + 3) for o in others)
        ),
        key=lambda m: (m.id, m.start),
    )
    return about[0] if about else None
