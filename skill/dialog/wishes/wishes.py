"""Heard wishes as events: a command, or an exercise."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog.events import Event, GoesTo, Said, Wants
from skill.dialog.state import EXERCISING, SCREENING, State
from skill.dialog.wishes.command_asides import JUMPS, OF_SIDES, WISHING, tells_more
from skill.dialog.wishes.exercise_wishes import (
    LEAVING,
    asks_for_exercise_first,
    beside,
    chosen_of,
    exercise_of,
    may_be_placed,
    sore_after,
    tells_a_story,
    wish_of,
)
from skill.dialog.wishes.giving_way import (
    ASKING_OF_PAIN,
    MAY_CLOSE,
    OF_THE_ROUTINE,
    gives_way,
    has_workout,
    is_coached,
    tells_of_danger,
)
from skill.dialog.wishes.remarks import COMMANDS
from skill.library.types import Library
from skill.understanding.heard import Heard

TURNING = frozenset({None, "next", "skip", "start_exercise", "ready", "resume"})
"""Commands that give way to a wish for one side alone: "next, but only the left"."""


def command_of(library: Library, state: State | None, heard: Heard) -> Event | None:
    """A command, unless what is said beside it counts more, or an exercise that is named."""
    name = heard.command
    if _counts_sessions(state, heard):
        return None  # "Two, went fine, can we start now?"
    if state is not None and state.pending == "choose-routine":
        chosen = chosen_of(library, state, heard)
        if chosen is not None:
            return chosen
    if name in TURNING and _is_of_a_side(state, heard):
        return None if tells_a_story(library, heard) else Wants(beside=beside(heard))
    if heard.corrects_time and name not in MAY_CLOSE | OF_THE_ROUTINE:
        return None  # "I said one week, change that please."
    if name is None or (name == "go_back" and heard.step is not None and may_be_placed(state)):
        return exercise_of(library, state, heard)
    if name == "back_to_exercise" and not _may_wait(state):
        return wish_of(library, state, heard)
    if name == "sore_after":
        return sore_after(library, state, heard)
    if gives_way(library, state, heard):
        return None
    if name == "stop" and heard.loose_end:
        return Said("loose-end")
    if (of_pain := _of_pain(library, state, heard)) is not None:
        return of_pain
    if name == "ready" and is_coached(state) and heard.findings.keys() == {"getting-better"}:
        return Said("ready")  # "That's better."
    if name not in {*LEAVING, *WISHING} and tells_more(library, state, heard):
        return None
    if name in WISHING:
        return _wish(library, state, heard)
    if name in JUMPS:
        return jump_of(state, heard)
    return _said(state, heard)


def _of_pain(library: Library, state: State | None, heard: Heard) -> Said | None:
    """What is asked or commanded because of a pain, which is answered before it."""
    name, coached = heard.command, is_coached(state)
    if name == "how_it_feels" and heard.hurts and not heard.asks and heard.number != 0:
        return Said("hurts")  # "It always clicks, and now it hurts."
    if name is not None and name in ASKING_OF_PAIN:
        return Said(COMMANDS[name] if coached else "hurts")
    may_stop = name == "may_i_stop" or (name == "stop" and heard.asks and heard.hurts)
    if coached and may_stop and not tells_of_danger(library, heard):
        return Said("may-stop")
    if name in {*OF_SIDES, "stop_later"} and coached and heard.hurts:
        return Said("hurts")  # "It hurts, which leg am I on?", "ow, let's finish after this one."
    return None


def _wish(library: Library, state: State | None, heard: Heard) -> Event | None:
    """A wish for exercise, unless it only stands beside an answer or a story."""
    if heard.command == "my_exercises" and heard.routine is None and heard.exercise is None:
        again = replace(heard, course=None) if heard.course == "same" else heard
        story = tells_a_story(library, again)
        return None if story else Wants(beside=replace(beside(heard), mine=True))
    offered = state is not None and state.pending == "offer-routine"
    allowed = state is not None and state.pending == "clinician-seen" and heard.cleared
    answers = heard.answer is not None and (offered or allowed)  # "Yes, he said to move it."
    told = tells_a_story(library, heard) and not asks_for_exercise_first(library, state, heard)
    return None if answers or told else wish_of(library, state, heard)


def _said(state: State | None, heard: Heard) -> Said:
    """The command, with what it is about."""
    name = heard.command
    assert name is not None
    before = state is not None and state.pending in SCREENING
    return Said(
        COMMANDS[name],
        side={"start_check": heard.side, "only_sore": heard.only}.get(name),
        routine=heard.routine if name == "how_often" else None,
        unequipped=before and heard.unequipped,
        ruled_out=heard.ruled_out if name == "rules_out" else (),
        detail=heard.detail,
        exercise=heard.exercise if name == "asks_of_it" else None,
        agrees=name in {"asks_of_it", "rules_out"} and heard.answer == "yes",
    )


def _may_wait(state: State | None) -> bool:
    """Whether something is open that is answered before exercise, or for which a set stopped."""
    if state is None:
        return False
    asked = {"question", "false-alarm", "check-offer", *SCREENING}
    return state.stopped is not None or state.pending in asked


def jump_of(state: State | None, heard: Heard) -> GoesTo | None:
    """Another exercise of the session that is wanted, or one that is not."""
    name = heard.command
    if name not in JUMPS or state is None or state.pending not in EXERCISING:
        return None
    return GoesTo(heard.exercises, heard.part, name == "go_back_to", name == "leave_out")


def _counts_sessions(state: State | None, heard: Heard) -> bool:
    """Whether the sessions that were asked for are told beside a wish to begin."""
    asked = state is not None and state.pending == "last-sessions"
    begins = heard.command in {"start_exercise", "ready"} and heard.routine is None
    return asked and begins and heard.number is not None and heard.step is None


def _is_of_a_side(state: State | None, heard: Heard) -> bool:
    """Whether one side alone is wanted of what is coached."""
    names_another = heard.routine is not None or heard.exercise is not None
    return heard.only is not None and has_workout(state) and not names_another
