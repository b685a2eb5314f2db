"""Which texts of a topic an act of answering says."""

from __future__ import annotations

from skill.library.types import Aspect, Care, Words

ANSWERS = frozenset({"answer", "answer-urgent", "answer-by-level", "answer-again"})
"""The acts that answer with the words of a topic."""

MORE = "answer-more"
"""The act that goes on with an answer."""


def answer_texts(words: Words, act: str, about: str) -> tuple[str, ...]:
    """The texts of an answer, each a breath; `about` names the topic and what of it is said.

    Raises:
        KeyError: the topic has no such words.
    """
    topic, _, side = about.partition("/")
    aspects = words.topics[topic].aspects
    match act:
        case "answer-urgent" | "answer-by-level":
            return aspects[Aspect.ANSWER].after(Care(side))
        case "answer-again":
            return aspects[Aspect.ANSWER].again
        case "answer-more":
            aspect, _, part = side.partition("/")
            return (aspects[Aspect(aspect)].more[int(part)],)
    return aspects[Aspect(side)].say
