"""A safety question before a later exercise: what leads elsewhere from it, or asks where it stands.

All else is answered as before the first exercise (`screening`).
"""

from __future__ import annotations

from skill.dialog import question
from skill.dialog.events import Event, GoesTo, Said, Wants
from skill.dialog.reply import Reply
from skill.dialog.state import State, workout_of
from skill.dialog.workout import jumps, playback, whereabouts
from skill.interview.interview import Knowledge


def reply_to(knowledge: Knowledge, state: State, event: Event) -> Reply | None:
    """The reply; None where no exercise was begun, and for all else."""
    if not workout_of(state).steps:
        return None
    match event:
        case GoesTo():
            return _jump(knowledge, state, event)
        case Wants(exercise=str() as wanted):
            return _jump(knowledge, state, GoesTo((wanted,)))
        case Said("next" | "skip"):
            return playback.next_one(knowledge, state)
        case Said("previous" | "go-back"):
            return playback.previous_one(knowledge, state)
        case Said("how-many-left" | "which-exercise" | "which-next" as what):
            told = whereabouts.answer(knowledge, state, what)
            return question.pending(knowledge, state).after(*told)
    return None


def _jump(knowledge: Knowledge, state: State, to: GoesTo) -> Reply | None:
    """To another exercise of today, or past this one; None for one that today has not."""
    if jumps.leads_somewhere(state, to) or jumps.leaves_this(state, to):
        return jumps.jump(knowledge, state, to)
    return None
