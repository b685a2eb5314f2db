"""What is told and taken back in the same breath: "a bit tingly, nah wait, I was sitting on it"."""

from __future__ import annotations

from skill.understanding.matching import Match, Sentence

BEHIND = 3
"""Words between what was told and what takes it back, at most."""


def is_taken_back(sentence: Sentence, match: Match) -> bool:
    """Whether words that take something back stand behind a match, and close to it."""
    if "<takes-back>" not in sentence.classes:
        return False
    behind = range(match.end, match.end + BEHIND + 1)
    return any(sentence.reach(at, "<takes-back>") for at in behind)
