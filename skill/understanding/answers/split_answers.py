"""An answer that is one at one time and another at another: "in the evening yes, by morning no"."""

from __future__ import annotations

from skill.understanding.grammar.matching import Match
from skill.understanding.reading.reading import Reading

WORDS = {"<yes-word>": "yes", "<no-word>": "no"}
"""Classes of words that answer, and what they answer."""

DENYING = ("answer", "closing", "echo", "asked", "no-at", "verdict")
"""Kinds of words whose "no" tells that it is not so at another time."""


def by_times(reading: Reading) -> Match | None:
    """What an answer that stands right behind words of a time comes to; None where none does.

    It is so at one time and not at another: "when I get up yes, later no". Of the time that is
    asked about its own word alone counts: "at night no, in the morning yes".
    """
    context = reading.context
    if not context.asks_yes_or_no or context.alarm_is_no:
        return None
    behind = [(one, said, end) for one in _times(reading) for said, end in _answers(reading, one)]
    asked = [(one, said, end) for one, said, end in behind if one.id in context.parts]
    if asked and len({said for _, said, _ in behind}) > 1:
        one, said, end = next((one for one in asked if one[1] == "yes"), asked[0])
        return Match("answer", said, one.start, end)
    for one, said, end in (*behind, *_else_not(reading)):
        if said == "yes" and _denies_later(reading, end):
            return Match("answer", "only-when", one.start, end)
    return None


def _else_not(reading: Reading) -> list[tuple[Match, str, int]]:
    """Each yes right before an "otherwise"."""
    sentence = reading.sentence
    return [
        (Match("answer", "yes", at, at + 1), "yes", at + 1)
        for at in sentence.places("<yes-word>")
        if sentence.reach(at + 1, "<at-other-times>")
    ]


def _times(reading: Reading) -> list[Match]:
    """The words of a time or an occasion."""
    sentence = reading.sentence
    others = [
        Match("occasion", "", at, at + sentence.reach(at, "<some-time>"))
        for at in sentence.places("<some-time>")
    ]
    return [*reading.of("occasion"), *others]


def _answers(reading: Reading, time: Match) -> list[tuple[str, int]]:
    """What is answered right behind a time, and the word behind that."""
    sentence, at = reading.sentence, time.end
    reached = [(said, sentence.reach(at, name)) for name, said in WORDS.items()]
    return [(said, at + long) for said, long in reached if long]


def _denies_later(reading: Reading, start: int) -> bool:
    """Whether it is denied of another time from a word on, and not put right: "no wait"."""
    sentence, question = reading.sentence, reading.context.question
    if sentence.reach(start, "<correction>"):
        return False
    return any(
        m.id == "no" or (m.kind == "no-at" and m.id == question)
        for m in reading.of(*DENYING)
        if m.start >= start
    )
