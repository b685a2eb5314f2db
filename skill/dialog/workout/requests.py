"""How the exercises are wanted, told before they begin: one side, no equipment, seated, easier."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.workout import Change
from skill.dialog.events import Said
from skill.dialog.reply import Act
from skill.dialog.state import SAFETY, State, workout_of
from skill.dialog.workout import postures, sides


def noted(state: State, event: Said) -> tuple[State, Act | None] | None:
    """The state in which it is kept, and what is said of it; None where nothing of it is told."""
    match event.what:
        case "only-sore":
            return _only(state, event)
        case "no-equipment":
            return replace(state, unequipped=True), Act("without-kit")
        case "rules-out":
            return postures.kept(state, event.ruled_out), Act("rules-out-noted")
        case "briefer" | "faster":  # "No, but make it quick": nobody is hurried in a set for it.
            return replace(state, brief=True), Act("briefer-here")
        case "easier" | "harder" | "slower" as change:
            return _changed(state, change), Act("when-it-begins")
        case "in-parts" if state.pending not in SAFETY:  # A step is asked for in one piece.
            return _changed(state, "slower"), Act("when-it-begins")
    return None


def _only(state: State, event: Said) -> tuple[State, Act | None]:
    """One side alone is told once it begins; which is sore may not be known yet."""
    only = sides.wanted(state, event)
    return (state, Act("only-which")) if only is None else (replace(state, only=only), None)


def _changed(state: State, change: Change) -> State:
    workout = workout_of(state)
    changed = tuple(dict.fromkeys((*workout.wish.changed, change)))
    return replace(state, workout=replace(workout, wish=replace(workout.wish, changed=changed)))
