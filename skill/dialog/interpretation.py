"""What was heard → the event that it means where the talk stands, gravest meaning first."""

from __future__ import annotations

from collections.abc import Mapping

from skill.coaching.precautions import ADULT_FROM
from skill.dialog.events import (
    Answered,
    Asked,
    Command,
    Counted,
    Described,
    Event,
    Said,
    Signed,
    Wants,
)
from skill.dialog.state import EXERCISING, State
from skill.interview.answers import can_be_answered
from skill.library.types import Answer, Aspect, Library
from skill.understanding.heard import Heard

GRADES: Mapping[str, Answer] = {
    "yes": Answer.YES,
    "only_when": Answer.YES,
    "kind_of": Answer.KIND_OF,
    "not_sure": Answer.NOT_SURE,
    "not_really": Answer.NOT_REALLY,
    "no": Answer.NO,
}

COMMANDS: Mapping[str, Command] = {
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
    "help": "help",
    "stop": "stop",
    "cancel": "stop",
    "more": "more",
    "call_help": "call-help",
    "remember": "keeps-nothing",
    "forget": "keeps-nothing",
    "remind": "keeps-nothing",
    "first_time": "first-time",
    "no_equipment": "no-equipment",
    "worse": "worse",
    "same": "same",
}
"""Commands as the understanding names them, and as the dialog does."""

LEAVING = frozenset({"stop", "cancel", "start_over", "start_check", "go_back", "change_answer"})
"""Commands that mean what they say whatever is said beside them."""

SAYS_YES = frozenset({"ready", "resume", "start_exercise", "more", "next"})
"""Commands that a yes beside them only repeats."""


def event_of(library: Library, state: State | None, heard: Heard) -> Event:
    """One event with all that was said; `Said("not-understood")` where nothing was."""
    return (
        _danger(library, heard)
        or _in_a_set(state, heard)
        or _person(state, heard)
        or _command(library, state, heard)
        or _topic(library, heard)
        or _number(state, heard)
        or _told(library, heard)
        or (Said("other-body-part") if heard.body_part else None)
        or Said("not-understood")
    )


def _danger(library: Library, heard: Heard) -> Event | None:
    if "self-harm" in heard.danger:
        return Said("self-harm")
    flags = tuple(id for id in heard.danger if can_be_answered(library, id))
    if flags:
        return _told(library, heard)
    if heard.danger == ("call-help",) or heard.command == "call_help":
        return Said("call-help")
    return Said("emergency") if heard.danger else None


def _in_a_set(state: State | None, heard: Heard) -> Event | None:
    if state is None or state.pending not in EXERCISING:
        return None
    if heard.stop_signs:
        return Signed(heard.stop_signs[0])
    says_more = heard.number is not None or heard.findings or heard.command
    return Said("hurts") if heard.hurts and not says_more else None


def _person(state: State | None, heard: Heard) -> Event | None:
    """A child is never coached. Whoever answers for somebody else is heard like that person."""
    if heard.age is not None and heard.age < ADULT_FROM:
        return Said("child")
    if heard.person == "child" and heard.age is None:
        return Said("child")
    if heard.person is None or heard.findings or heard.answer:
        return None
    return Said("other-person")


def _command(library: Library, state: State | None, heard: Heard) -> Event | None:
    name = heard.command
    if name is None:
        return _exercise(library, heard)
    says_more = heard.findings or heard.answer
    if says_more and name not in LEAVING and name != "start_exercise":
        return None
    if name == "start_exercise":
        if heard.answer is not None and state is not None and state.pending == "offer-routine":
            return None
        return Wants(heard.routine, heard.exercise, heard.minutes)
    return Said(COMMANDS[name], heard.side if name == "start_check" else None)


def _exercise(library: Library, heard: Heard) -> Event | None:
    """Exercise that is named, or the minutes for it, where nothing else is said."""
    if heard.findings or heard.answer or heard.topic:
        return None
    if heard.routine is None and heard.exercise is None and heard.minutes is None:
        return None
    return Wants(heard.routine, heard.exercise, heard.minutes)


def _topic(library: Library, heard: Heard) -> Event | None:
    if heard.topic is None and heard.aspect is None:
        return None
    if heard.findings and heard.aspect is None:
        return None
    aspect = Aspect(heard.aspect) if heard.aspect in set(Aspect) else Aspect.WHAT_IT_IS
    topics = (heard.topic,) if heard.topic in library.topics else ()
    if heard.topic is not None and not topics:
        return Said("unknown-topic")
    return Asked(tuple(id for id in topics if id), aspect)


def _number(state: State | None, heard: Heard) -> Event | None:
    in_a_set = state is not None and state.pending in EXERCISING
    if heard.age is not None and state is not None and state.pending == "safety-age":
        return Counted(heard.age)
    if heard.number is None or (heard.findings and not in_a_set):
        return None
    if heard.answer is not None and not in_a_set:
        return None
    return Counted(heard.number)


def _told(library: Library, heard: Heard) -> Event | None:
    """The answer, the findings, and the time and course that were told."""
    grade = GRADES.get(heard.answer or "")
    known = {id: true for id, true in heard.findings.items() if can_be_answered(library, id)}
    for id in heard.danger:
        if can_be_answered(library, id):
            known[id] = True
    if heard.age is not None and heard.age >= ADULT_FROM:
        known.setdefault("under-eighteen", False)
    present = tuple(id for id, true in known.items() if true)
    absent = tuple(id for id, true in known.items() if not true)
    told = (present, absent, heard.side, heard.since_days, heard.course)
    if not any(one not in ((), None) for one in told):
        return Answered(grade) if grade else None
    return Described(present, absent, heard.side, grade, heard.since_days, heard.course)
