"""Whether somebody may stop, asked beside a pain: always; nothing goes on without their word."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog.reply import Act, Asking, Reply
from skill.dialog.state import State
from skill.dialog.transitions import is_over
from skill.dialog.workout import playback, waits, whereabouts
from skill.interview.interview import Knowledge

CHANGED = frozenset(
    {
        *("pain-easier", "pain-easier-later", "pain-easier-next-time", "pain-keep-often"),
        *("made-easier-dose", "made-easier-hold", "made-easier-minutes"),
    }
)
"""What is said of a pain that changes something, and holds as well while all waits."""


def allow(knowledge: Knowledge, state: State) -> Reply:
    """Yes, and how much pain may be; a set waits, and a question is asked again."""
    told = _told(knowledge, state)
    if is_over(state):
        return playback.question(state).after(told)
    return waits.hold(knowledge, state).after(told)


def wait(knowledge: Knowledge, state: State, on: Reply) -> Reply:
    """The reply to a number beside that question: what would go on `on` it waits for a word."""
    workout = on.state.workout if on.state is not None else None
    if not isinstance(on, Asking) or workout is None or not workout.until:
        return on
    cut_off = replace(on.state, workout=replace(workout, until=0, held=True, asks_to_stop=False))
    changed = tuple(act for act in on.said if act.id in CHANGED)
    return waits.hold(knowledge, cut_off).after(_told(knowledge, state), *changed)


def _told(knowledge: Knowledge, state: State) -> Act:
    return whereabouts.up_to_pain(knowledge, state, "may-stop", "may-stop-at-all")
