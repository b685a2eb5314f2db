"""What is told and half taken back in the same breath: "tingly, nah wait", "cold, but as ever"."""

from __future__ import annotations

from skill.understanding.grammar.matching import Match, Sentence

BEHIND = 3
"""Words between what was told and what takes it back, at most."""


def is_taken_back(sentence: Sentence, match: Match) -> bool:
    """Whether words that take something back stand behind a match, and close to it."""
    if "<takes-back>" not in sentence.classes:
        return False
    behind = range(match.end, match.end + BEHIND + 1)
    return sentence.has("<takes-back>", behind)


LASTING = frozenset({"cold-foot"})
"""What is a danger only where it is new: feet may be cold by nature."""


def is_as_ever(sentence: Sentence) -> bool:
    """Whether it is said that something was so all along, and nothing is said to be new."""
    if "<as-ever>" not in sentence.classes:
        return False
    words = range(len(sentence))
    new = sentence.has("<newly>", words)
    return not new and sentence.has("<as-ever>", words)
