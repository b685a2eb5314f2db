"""The knowledge that is walked through, and what every part of the walk needs of it."""

from __future__ import annotations

from skill.dialog.reply import Reply
from skill.interview.interview import Knowledge, knowledge_of
from skill.library.types import Answer, Care, Library, Words
from skill.voice.speak import Speech, speak
from tools.content.load import load

LIBRARY: Library = load()
KNOWLEDGE: Knowledge = knowledge_of(LIBRARY)
WORDS: Words = LIBRARY.words["en"]

GRADES = tuple(grade for grade in Answer if grade is not Answer.NO_TO_SEVERAL)
CONDITIONS = {**LIBRARY.conditions, **LIBRARY.look_alikes}
URGENT = frozenset({Care.EMERGENCY, Care.SAME_DAY})
ASKED_FLAGS = tuple(id for id, flag in LIBRARY.red_flags.items() if flag.rule is None)

VARIANTS = range(
    max(
        max(len(statement.say) for statement in WORDS.statements.values()),
        max(len(prompt.say) for prompt in WORDS.prompts.values()),
    )
)
"""Enough to hear every phrasing of everything."""


def spoken(reply: Reply) -> list[Speech]:
    """The reply in every phrasing: once each, as most acts have fewer than others."""
    return list(dict.fromkeys(speak(WORDS, reply.acts, variant) for variant in VARIANTS))
