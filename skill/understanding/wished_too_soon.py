"""What is wished for or asked of an exercise before it begins, where nothing else is heard."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.heard import Command, Heard, Read
from skill.understanding.pain.counts import COUNT_QUESTIONS
from skill.understanding.parts import ASKED, IN_A_REST, telling, tells
from skill.understanding.reading.reading import Reading

HEDGED = frozenset({"kind_of", "not_sure"})
"""Answers by "a bit", "how much" or "could", which may be words of a wish."""
PLAINLY_NONE: frozenset[Command | None] = ASKED | {"longer_rest", "repeat"}
"""What is wished for in such words, and rates nothing: "a little more rest"."""
MORNINGS = frozenset({"morning-after", "mornings-after"})
"""The questions for the mornings after, to which it is told how it was."""
ENDS: frozenset[Command | None] = frozenset({None, "stop", "cancel", "no_exercise"})
"""What ends a session is told by its own words alone."""
BESIDE_IT = 2
"""Words beside those of such a wish, at most: "please"."""


def wished_too_soon(reading: Reading, heard: Heard, read: Read) -> Heard:
    """The same, with what would be heard in an exercise: "can we rest a bit longer".

    A question for safety is put again all the same.
    """
    context = reading.context
    if context.talk != "before-exercise" or heard.beside or reading.asides:
        return heard
    if context.question in MORNINGS:
        return heard
    bare = replace(heard, words="", origin={}, asks=False, asks_name=False, admits=False)
    hedges = context.question in COUNT_QUESTIONS and bare.answer in HEDGED
    if replace(bare, answer=None) != Heard() or not (bare.answer is None or hedges):
        return heard
    words = " ".join(reading.sentence.said)
    wished = read(reading.lexicon, words, replace(context, **IN_A_REST))
    if wished.command in ENDS or tells(wished):
        return heard
    whole = len(telling(wished)) >= len(reading.sentence.said) - BESIDE_IT
    if hedges and not (whole and wished.command in PLAINLY_NONE):
        return heard
    return replace(heard, command=wished.command, answer=None, origin=wished.origin)
