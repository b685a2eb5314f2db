"""One thing of a set-up, told where that alone is asked for: how far, or how the knee is."""

from __future__ import annotations

from skill.dialog import playback
from skill.dialog.reply import Act, Reply
from skill.dialog.state import State, workout_of
from skill.interview.interview import Knowledge
from skill.library.types import Words


def has(knowledge: Knowledge, state: State, detail: str) -> bool:
    """Whether the words of the exercise that is on tell it; else the whole set-up does."""
    exercise = workout_of(state).now.exercise
    return all(detail in words.exercises[exercise].details for words in _words(knowledge))


def tell(knowledge: Knowledge, state: State, detail: str) -> Reply:
    """That one thing, and on it goes; what was asked is asked again."""
    workout = workout_of(state)
    told = Act("set-up-detail", f"{workout.now.exercise}/{detail}")
    if not workout.held:
        return playback.question(state).after(told)
    return playback.take_up(knowledge, state).after(told)


def _words(knowledge: Knowledge) -> tuple[Words, ...]:
    return tuple(knowledge.library.words.values())
