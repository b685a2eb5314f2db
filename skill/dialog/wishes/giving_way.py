"""Commands that give way, as what is said beside them counts more."""

from __future__ import annotations

from skill.coaching.precautions import is_no_alarm
from skill.dialog.state import AFTER_RESULT, EXERCISING, State
from skill.dialog.wishes import mishearings
from skill.dialog.wishes.command_asides import answers_beside
from skill.dialog.wishes.exercise_wishes import tells_a_story, where
from skill.interview.answers import is_yes
from skill.library.types import Library
from skill.understanding.heard import Command, Heard

MAY_CLOSE = frozenset({"stop", "cancel", "no_exercise"})
"""Commands that may close the session."""

ENDING_EXERCISE = frozenset({"start_check", "no_exercise"})
"""Commands that lead from an exercise to the check; in the check, what is told counts more."""

ASIDES = frozenset(
    {
        *("help", "how_to", "remember", "start_check", "list_exercises", "how_many_left"),
        *("start_over", "means_name"),
    }
)
"""Commands whose words are part of a question, where a topic is named beside them."""

OF_THE_ROUTINE = frozenset({"if_it_hurts", "how_often", "next_time"})
"""Commands that ask about the routine that is on; where none is, a topic beside them counts."""

ASKING_OF_PAIN: frozenset[Command | None] = frozenset({"should_i_stop", "may_i_go_on"})
"""Commands that ask what to do with a pain: how much it hurts decides, and no yes or no."""

PUTTING_RIGHT = frozenset({"change_answer", "why_think"})
"""Commands beside which a denial counts of what was told before: "I said no, why say so?"."""

WAITING = frozenset({"wait", "pause"})
"""Commands that only gain time where nothing is played."""


def gives_way(library: Library, state: State | None, heard: Heard) -> bool:
    """Whether a command gives way to what is told, asked, answered or put right beside it."""
    return (
        _to_an_answer(state, heard)
        or _to_what_is_told(library, state, heard)
        or _to_a_question(library, state, heard)
        or _to_a_correction(library, state, heard)
    )


def _to_an_answer(state: State | None, heard: Heard) -> bool:
    match heard.command:
        case "false_alarm" if heard.answer and (state is None or state.stopped is None):
            return True  # "Yeah, go on then", where a check is offered.
        case "false_alarm":  # "No, it's only the calf, carry on": the no decides.
            return mishearings.settles_a_doubt(state, heard)
        case "start_exercise":  # "No snap, nothing, I just want to exercise": the no was asked for.
            return answers_beside(state, heard)
    return False


def _to_what_is_told(library: Library, state: State | None, heard: Heard) -> bool:
    name, coached = heard.command, is_coached(state)
    if name in MAY_CLOSE and tells_of_danger(library, heard):
        return True  # "I turned it, I'm done in": an injury is heard before anything ends.
    if name in WAITING and heard.sore and heard.number is not None:
        return True  # "Ow, hang on, that really hurt, about a seven."
    if name in WAITING and not coached:  # "No wait, it's the left one."
        timed = heard.since_days is not None or heard.course
        return bool(heard.findings or heard.side or timed)
    if name in ASKING_OF_PAIN and heard.number is not None:
        return True
    if name in ASKING_OF_PAIN:
        return tells_of_danger(library, heard) if coached else not heard.told <= where(library)
    if name in ENDING_EXERCISE and not has_workout(state):
        return tells_a_story(library, heard)
    return False


def _to_a_question(library: Library, state: State | None, heard: Heard) -> bool:
    told = state is not None and state.result is not None
    coached = is_coached(state)
    match heard.command:
        case "how_many_left" if heard.aspect == "how-long" and _plays_nothing(state):
            return True  # "How long will it take", where nothing is played.
        case "if_it_hurts" if told and heard.topic and not coached:
            return True  # "Is that common?"
        case "if_it_hurts" | "how_often" | "next_time":  # "How much pain is okay?", in no exercise.
            return bool(heard.topic) and heard.routine is None and not coached
        case "other_fits":  # "Could it just be a calf strain?"
            conditions = {*library.conditions, *library.look_alikes}
            return heard.asks_name and heard.topic in conditions
        case "go_back":  # "When can I get back to running?"
            return told and heard.asks and bool(heard.topic)
        case "repeat" | "in_parts":  # "Sorry, what is diabetic, and slower please?"
            return bool(heard.topic and heard.aspect)
        case "how_to" if heard.aspect and not coached:
            return True
    return heard.command in ASIDES and bool(heard.topic)


def _to_a_correction(library: Library, state: State | None, heard: Heard) -> bool:
    name = heard.command
    if state is None or name in MAY_CLOSE:
        return False
    if name == "change_answer" and state.asking in heard.findings:
        return True  # "You've got that wrong, no bone is sore", where that is asked once more.
    if state.result is not None and _corrects(library, state, heard):
        return True  # "Can it wait, and it's not one spot".
    in_the_check = state.pending == "question" and state.workout is None
    heeds = state.result is not None or in_the_check or name in PUTTING_RIGHT
    return heeds and takes_back(state, heard)  # "It isn't numb, do I still need to go?"


def takes_back(state: State | None, heard: Heard) -> bool:
    """Whether something is denied that counted so far."""
    denied = (id for id, true in heard.findings.items() if not true)
    return state is not None and any(is_yes(state.given, id) for id in denied)


def tells_of_danger(library: Library, heard: Heard) -> bool:
    """Whether something is told that a red flag is named after, or that puts exercise off."""
    return not is_no_alarm(library, heard.told)


def is_coached(state: State | None) -> bool:
    """Whether an exercise is on: its set-up, a set, a rest, or its pain."""
    return state is not None and state.pending in EXERCISING


def has_workout(state: State | None) -> bool:
    """Whether an exercise is on, or about to begin."""
    return state is not None and state.workout is not None


def _corrects(library: Library, state: State, heard: Heard) -> bool:
    """Whether something new is told beside words of a correction; a place alone is nothing new.

    "You misheard, I'm fifty, not fifteen" tells what is right.
    """
    if heard.command != "change_answer":
        return False
    if heard.age is not None or heard.side or heard.since_days is not None or heard.course:
        return True
    if heard.moves and any(heard.findings.get(id) for id in where(library)):
        return True
    told = {id: true for id, true in heard.findings.items() if id not in library.places}
    regions = library.gates.keys()
    return any(
        not (true and is_yes(state.given, id)) for id, true in told.items() if id not in regions
    )


def _plays_nothing(state: State | None) -> bool:
    """Whether a question of the check is open, or one that follows a result."""
    if state is None or state.workout is not None:
        return False
    return bool(state.asking) or state.pending in AFTER_RESULT
