"""One sentence at a question of the check, from words to the reply, without Alexa."""

from __future__ import annotations

from functools import cache

from skill.dialog.context import context_of
from skill.dialog.interpretation.interpretation import event_of
from skill.dialog.reply import Reply
from skill.dialog.state import State
from skill.dialog.step import step
from skill.interview.interview import Knowledge, knowledge_of
from skill.understanding.read import read
from tools.content.load import load

NOW = 1_795_000_000.0


@cache
def knowledge() -> Knowledge:
    """What the built content makes of itself, once for all tests."""
    return knowledge_of(load())


def say(state: State, words: str) -> Reply:
    """The reply to some words in a state."""
    library = knowledge().library
    english = library.words["en"]
    heard = read(english.lexicon, words, context_of(library, state, NOW))
    return step(knowledge(), state, event_of(library, english, state, heard), NOW)
