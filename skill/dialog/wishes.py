"""What somebody wants done, of what was heard: a command, an exercise, a reminder."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.coaching.precautions import AT_REST, NEW_INJURY
from skill.dialog.events import Event, Planned, Remark, Said, Wants
from skill.dialog.schedule import Told
from skill.dialog.state import State
from skill.library.types import Library
from skill.understanding.heard import Command, Heard

COMMANDS: Mapping[Command, Remark] = {
    "repeat": "repeat",
    "why_ask": "why",
    "why_think": "reasons",
    "go_back": "go-back",
    "change_answer": "change",
    "skip": "skip",
    "start_over": "start-over",
    "start_check": "start-check",
    "list_exercises": "list-routines",
    "ready": "ready",
    "wait": "wait",
    "pause": "pause",
    "resume": "resume",
    "next": "next",
    "previous": "previous",
    "slower": "slower",
    "faster": "faster",
    "easier": "easier",
    "harder": "harder",
    "how_many_left": "how-many-left",
    "which_exercise": "which-exercise",
    "how_to": "how-to",
    "which_next": "which-next",
    "how_often": "how-often",
    "which_week": "which-week",
    "longer_rest": "longer-rest",
    "no_exercise": "no-exercise",
    "unheard": "unheard",
    "help": "help",
    "stop": "stop",
    "cancel": "stop",
    "more": "more",
    "call_help": "call-help",
    "remember": "remember",
    "forget": "forget",
    "list_reminders": "list-reminders",
    "cancel_reminders": "cancel-reminders",
    "last_time": "last-time",
    "how_many_sessions": "how-many-sessions",
    "getting_on": "getting-on",
    "week_plan": "week-plan",
    "first_time": "first-time",
    "no_equipment": "no-equipment",
    "can_wait": "can-wait",
    "what_now": "what-now",
}
"""Commands as the understanding names them, and as the dialog does."""

LEAVING = frozenset(
    {"stop", "cancel", "start_over", "start_check", "no_exercise", "go_back", "change_answer"}
)
"""Commands that mean what they say whatever is said beside them."""

CLOSING = frozenset({"stop", "cancel", "no_exercise"})
"""Commands that may close the session."""

ASKED_INSTEAD = frozenset({"why_think", "can_wait"})
"""Commands that are wanted before what was offered: "yes, but tell me why"."""

ASKED_BESIDE_A_NO = ASKED_INSTEAD | {
    *("what_now", "how_to", "repeat", "more", "list_exercises", "how_often")
}
"""Commands that are wanted in place of what was offered: "no, tell me why"."""

REMINDERS = frozenset({"remind", "change_reminder"})
"""Commands beside which days and times are told."""

ENDING_EXERCISE = frozenset({"start_check", "no_exercise"})
"""Commands that lead from an exercise to the check; in the check, what is told counts more."""

ASIDES = frozenset(
    {"how_to", "remember", "start_check", "list_exercises", "how_many_left", "start_over"}
)
"""Commands whose words are part of a question, where a topic is named beside them."""


def reminder_of(state: State | None, heard: Heard) -> Event | None:
    """A reminder that is asked for or changed, or more of one that is spoken of."""
    told = Told(heard.weekdays, heard.hour, heard.minute or 0, heard.part_of_day)
    says_more = any(heard.findings.values())
    if heard.command in REMINDERS and not says_more:
        return Planned(told, heard.command == "change_reminder", heard.once)
    open_one = state is not None and state.reminder is not None
    return Planned(told) if open_one and told != Told() and not says_more else None


def command_of(library: Library, state: State | None, heard: Heard) -> Event | None:
    """A command, unless what is said beside it counts more, or an exercise that is named."""
    name = heard.command
    if name not in LEAVING and _is_choice(library, state, heard):
        return _wants(state, heard)
    if name in CLOSING and _tells_of_danger(library, heard):
        return None  # "I turned it, I'm done in": an injury is heard before anything ends.
    if name is None:
        return _exercise(library, state, heard)
    if name in ASIDES and (heard.topic or (name == "how_to" and heard.aspect)):
        return None
    told = state is not None and state.result is not None
    if name == "change_answer" and told and heard.findings:
        return None  # "You got that wrong, I can walk": what is so counts, and is asked once more.
    wanted = ASKED_BESIDE_A_NO if heard.answer == "no" else ASKED_INSTEAD
    instead = told and name in wanted
    says_more = any(heard.findings.values()) or (heard.answer and not instead)
    if name in ENDING_EXERCISE and _tells_a_story(library, heard) and not _is_coached(state):
        return None
    if says_more and name not in LEAVING and name != "start_exercise":
        return None
    if name == "start_exercise":
        offered = state is not None and state.pending == "offer-routine"
        answers = heard.answer is not None and offered
        return None if answers or _tells_a_story(library, heard) else _wants(state, heard)
    side = heard.side if name == "start_check" else None
    return Said(COMMANDS[name], side, heard.routine if name == "how_often" else None)


def _is_choice(library: Library, state: State | None, heard: Heard) -> bool:
    """Whether a routine is named at their list, and nothing is told that is felt."""
    at_the_list = state is not None and state.pending == "choose-routine"
    return at_the_list and heard.routine is not None and not _tells_a_story(library, heard)


def _tells_of_danger(library: Library, heard: Heard) -> bool:
    grave = {*library.red_flags, *NEW_INJURY, *AT_REST}
    return any(true and id in grave for id, true in heard.findings.items())


def _is_coached(state: State | None) -> bool:
    return state is not None and state.workout is not None


def _tells_a_story(library: Library, heard: Heard) -> bool:
    """Whether it tells what is felt or how it went: "it started on a run, three weeks back".

    A place or a side alone tells nothing, as routines are named so: "the calf routine".
    """
    named = {*library.gates, *library.places, "both-sides"}
    felt = {id for id, true in heard.findings.items() if true} - named
    return bool(felt or heard.course) or heard.since_days is not None


def _exercise(library: Library, state: State | None, heard: Heard) -> Event | None:
    """Exercise that is named, or the minutes for it, where nothing else is said."""
    wants = _wants(state, heard)
    if wants.routine is not None and wants.step is not None:
        return wants
    if heard.findings or heard.answer or heard.topic or _tells_a_story(library, heard):
        return None
    return None if wants == Wants() else wants


def _wants(state: State | None, heard: Heard) -> Wants:
    """A step is a place where nothing is begun yet; before a session it answers a question."""
    wants = Wants(heard.routine, heard.exercise, heard.minutes)
    begun = state is not None and state.workout is not None
    return wants if begun else replace(wants, step=heard.step, part=heard.part)
