"""One thing of a set-up, told where that alone is asked for: how far, or how the knee is."""

from __future__ import annotations

from skill.dialog.reply import Act
from skill.dialog.state import State, workout_of
from skill.interview.interview import Knowledge
from skill.library.types import Words


def has(knowledge: Knowledge, state: State, detail: str) -> bool:
    """Whether the words of the exercise that is on tell it; else the whole set-up does."""
    exercise = workout_of(state).now.exercise
    return all(detail in words.exercises[exercise].details for words in _words(knowledge))


def told(state: State, detail: str) -> Act:
    """That one thing."""
    return Act("set-up-detail", f"{workout_of(state).now.exercise}/{detail}")


def _words(knowledge: Knowledge) -> tuple[Words, ...]:
    return tuple(knowledge.library.words.values())
