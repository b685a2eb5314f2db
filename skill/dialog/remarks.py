"""Commands as the understanding names them, and the remarks that they are to the dialog."""

from __future__ import annotations

from collections.abc import Mapping

from skill.dialog.events import Remark
from skill.understanding.heard import Command

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
    "next_set": "next-set",
    "previous": "previous",
    "slower": "slower",
    "faster": "faster",
    "easier": "easier",
    "harder": "harder",
    "how_many_left": "how-many-left",
    "which_exercise": "which-exercise",
    "how_to": "how-to",
    "how_it_feels": "how-it-feels",
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
    "false_alarm": "false-alarm",
    "own_dose": "own-dose",
    "in_parts": "in-parts",
    "what_for": "what-for",
    "which_for_me": "which-for-me",
}
"""Commands as the understanding names them, and as the dialog does."""
