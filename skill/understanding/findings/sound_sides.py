"""A leg that is named as the sound one: "my right leg is fine", "nothing wrong with the left"."""

from __future__ import annotations

from skill.understanding.findings.assertions import Told
from skill.understanding.findings.good_order import BEFORE, BEHIND, JOINS
from skill.understanding.grammar.matching import Match, lies_in
from skill.understanding.reading.reading import Reading

NO_SORE_ONE = "no-sore-one"
"""The mark behind a leg that does not hurt: "my left foot doesn't hurt"."""
OF_SIDES = frozenset({"both-sides", "weak-both-legs"})
"""What the name of both legs tells by itself."""
NAME = 4
"""Words in the name of a leg with its side, at most: "both of my lower legs"."""


def sound_sides(reading: Reading) -> list[Match]:
    """The sides that are said to be well without an exception, each with the name of its leg."""
    marks = [
        m
        for m in reading.marks
        if m.id in (BEHIND, BEFORE, NO_SORE_ONE)
        and not reading.sentence.reach(m.end, "<fine-but-for>")
    ]
    if not marks:
        return []
    named = [_with_its_leg(reading, one) for one in reading.of("side")]
    return [one for one in named if any(_goes_with(reading, one, mark) for mark in marks)]


def without_sound_sides(reading: Reading, told: list[Told]) -> list[Told]:
    """What is told, without what only names a leg that is well, or says that it does not hurt."""
    sound = sound_sides(reading)
    if not sound:
        return told
    return [
        one for one in told if not (_is_a_name(one) and any(lies_in(one.match, m) for m in sound))
    ]


def _is_a_name(one: Told) -> bool:
    return one.id in OF_SIDES or one.id.startswith("place-")


def _goes_with(reading: Reading, named: Match, mark: Match) -> bool:
    """Whether a mark stands right behind the name of a leg, or leads right to it."""
    if mark.id == BEFORE:
        led = range(mark.end, named.start)
        return mark.end <= named.start and all(reading.sentence.reach(at, JOINS) for at in led)
    return mark.start == named.end


def _with_its_leg(reading: Reading, side: Match) -> Match:
    """A side with the name of the leg that follows it."""
    sentence, at = reading.sentence, side.end
    while at - side.start < NAME and sentence.is_one_of(at, ("<of-the-leg>", "<of-a-pair>")):
        at += 1
    while at - side.start > 1 and sentence.is_one_of(at - 1, ("<be>",)):
        at -= 1  # "Right is".
    return Match(side.kind, side.id, side.start, at)
