"""What is asked of the exercise that is on: which shoes, how many, what for, how it may hurt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from skill.dialog.events import Said
from skill.dialog.reply import Act, Named, naming
from skill.dialog.sayings import Statement
from skill.dialog.state import State, workout_of
from skill.dialog.workout import beginning, dose_words, set_up_details, side_answers, whereabouts
from skill.interview.interview import Knowledge
from skill.library.types import Sides

SetQuestion = Literal[
    "shoes", "support", "why", "one-leg", "feel", "edge", "toes", "creak", "limit", "dose", "when",
    "swap", "run", "there", "rests", "rate", "way", "length", "kit",
    "floor",
]  # fmt: skip
"""What may be asked: the meanings of the kind `set-question` of the listening."""

SET_QUESTIONS: tuple[str, ...] = get_args(SetQuestion)
ANSWERS: Mapping[str, Statement] = {
    "shoes": "asked-shoes",
    "support": "asked-support",
    "floor": "asked-floor",
    "one-leg": "asked-one-leg",
    "edge": "asked-edge",
    "toes": "asked-toes",
    "run": "asked-run",
    "there": "asked-there",
    "rests": "asked-rests",
    "rate": "asked-rate",
}
"""What is answered of any exercise whose own words say nothing of it."""
MOST_NAMED = 4
"""So many exercises are named at once, at most."""


def answer(knowledge: Knowledge, state: State, event: Said) -> tuple[Act, ...]:
    """The answer in a breath or two; what is not known of it is said to be so."""
    asked, this = event.detail or "", workout_of(state).now.exercise
    exercise = knowledge.library.exercises[this]
    if set_up_details.has(knowledge, state, asked):
        return (set_up_details.told(state, asked),)
    match asked:
        case "why":
            return (Act("why-this", this),)
        case "feel":
            return (Act("how-it-feels", this), Act("say-if-it-hurts"))
        case "creak":
            return (Act("advice", "click"), Act("say-if-it-hurts"))
        case "limit":
            return (whereabouts.pain_allowed(knowledge, state),)
        case "dose":
            return dose_words.of_now(knowledge.library, state)
        case "way":
            return (Act("set-up-again", this),)
        case "length":
            return whereabouts.answer(knowledge, state, "how-many-left")
        case "when":
            return _when(state, event.exercise)
        case "swap":
            return (Act("asked-swap"), *whereabouts.answer(knowledge, state, "which-next"))
        case "one-leg" if exercise.sides is Sides.EACH:
            return side_answers.answer(knowledge, state, "one-or-both")
        case "kit":
            now, unequipped = workout_of(state).now, state.unequipped
            told = beginning.to_fetch(knowledge.library, (now,), unequipped=unequipped)
            return told or (Act("asked-no-kit"),)
    return (Act(ANSWERS[asked]) if asked in ANSWERS else whereabouts.help_of(state),)


def _when(state: State, named: str | None) -> tuple[Act, ...]:
    """Where in the session an exercise comes; without a name what is on, and what comes next."""
    workout = workout_of(state)
    ids = [step.exercise for step in workout.steps]
    if named in ids and ids.index(named) > workout.step:
        numbers = {"number": ids.index(named) + 1, "count": len(ids)}
        return (Act("comes-as", names=naming(exercise=named), numbers=numbers),)
    this = Act("this-is", names=naming(exercise=workout.now.exercise))
    ahead = tuple(Named(step.exercise) for step in workout.ahead[1:][:MOST_NAMED])
    return (this, Act("then-come", names={"exercises": ahead}) if ahead else Act("next-is-none"))
