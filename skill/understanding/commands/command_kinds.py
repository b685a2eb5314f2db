"""Which kinds of commands are listened for in each kind of talk."""

from __future__ import annotations

from skill.understanding.commands.jumps import LEADS
from skill.understanding.contexts import Context
from skill.understanding.reading.postures import RULES_OUT
from skill.understanding.reading.side_questions import OF_IT, OFFERED

START = "start-exercise"
"""The command to begin an exercise or a routine."""

_COACHED = ("command", "command-set", "command-coached")

_KINDS = {
    "launch": ("command", "command-idle"),
    "check": ("command", "command-check"),
    "result": ("command", "command-idle", "command-result"),
    "topic": ("command", "command-idle", "command-result"),
    "emergency": ("command", "command-result"),
    "before-exercise": ("command", "command-check", "command-coached"),
    "set-up": _COACHED,
    "set": _COACHED,
    "rest": _COACHED,
    "pain": _COACHED,
}
"""Kinds of command patterns that count in each kind of talk."""

ALL = tuple(dict.fromkeys(kind for kinds in _KINDS.values() for kind in kinds))

_AT_SOME = (
    *("command-list", "command-taken-back", "command-stopped"),
    *("command-before", "command-offered", "command-welcome", "command-unasked"),
    "command-opening",
)
"""Kinds of command patterns that count at one question."""

EVERY = (*ALL, *_AT_SOME, "wish", LEADS, OF_IT, RULES_OUT)

STEP = "which-level"
"""The question which step of a routine was the last."""
OF_STEPS = frozenset({STEP, "last-sessions", "mornings-after"})
"""Questions before exercise that ask for no danger: what may be skipped."""

AT_THE_LIST = "choose-routine"
"""The question that lists routines."""

CHECK_OFFERED = "check-offer"
"""The question that offers a check, and stands where a safety question put exercise off."""


def kinds_at(context: Context) -> tuple[str, ...]:
    """The kinds of command patterns that count where the talk stands."""
    kinds = _KINDS[context.talk]
    if context.opening:
        kinds = (*kinds, "command-opening")
    if context.question == AT_THE_LIST:
        kinds = (*kinds, "command-list")
    if context.question == CHECK_OFFERED:
        kinds = (*kinds, "command-taken-back", "command-stopped")
    if context.stopped:
        kinds = (*kinds, "command-stopped")
    if context.talk == "before-exercise":
        kinds = (*kinds, "command-before", "command-offered")
    before = context.talk == "before-exercise" and context.question not in OF_STEPS
    if context.talk == "check" or before:
        kinds = (*kinds, "command-unasked")
    if context.welcomed:
        kinds = (*kinds, "command-welcome")
    if context.question == OFFERED:
        kinds = (*kinds, "command-offered")
    return kinds
