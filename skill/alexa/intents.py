"""Alexa's requests → events of the dialog."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from ask_sdk_model import IntentRequest, LaunchRequest

from skill.coaching.precautions import ADULT_FROM
from skill.dialog.events import (
    Answered,
    Asked,
    Command,
    Counted,
    Described,
    Event,
    Launch,
    Said,
    Side,
    Signed,
    Wants,
)
from skill.interview.answers import can_be_answered
from skill.library.types import Answer, Aspect, Library, Words

ANSWERS: Mapping[str, Answer] = {
    "AMAZON.YesIntent": Answer.YES,
    "OnlyWhenIntent": Answer.YES,
    "KindOfIntent": Answer.KIND_OF,
    "NotSureIntent": Answer.NOT_SURE,
    "NotReallyIntent": Answer.NOT_REALLY,
    "AMAZON.NoIntent": Answer.NO,
}

SAYINGS: Mapping[str, Command] = {
    "AMAZON.HelpIntent": "help",
    "AMAZON.StopIntent": "stop",
    "AMAZON.CancelIntent": "stop",
    "AMAZON.NavigateHomeIntent": "stop",
    "AMAZON.RepeatIntent": "repeat",
    "AMAZON.StartOverIntent": "start-over",
    "AMAZON.FallbackIntent": "not-understood",
    "WhyIntent": "why",
    "ReasonsIntent": "reasons",
    "GoBackIntent": "go-back",
    "ChangeAnswerIntent": "change",
    "SkipIntent": "skip",
    "StartCheckIntent": "start-check",
    "OtherBodyPartIntent": "other-body-part",
    "OtherPersonIntent": "other-person",
    "ChestPainIntent": "chest-pain",
    "MoreIntent": "more",
    "ListRoutinesIntent": "list-routines",
    "AMAZON.PauseIntent": "pause",
    "AMAZON.ResumeIntent": "resume",
    "AMAZON.NextIntent": "next",
    "AMAZON.PreviousIntent": "previous",
    "ReadyIntent": "ready",
    "WaitIntent": "wait",
    "SlowerIntent": "slower",
    "FasterIntent": "faster",
    "EasierIntent": "easier",
    "HarderIntent": "harder",
    "HowManyLeftIntent": "how-many-left",
    "WhichExerciseIntent": "which-exercise",
    "HurtsIntent": "hurts",
    "WorsePainIntent": "worse",
    "SamePainIntent": "same",
    "NoEquipmentIntent": "no-equipment",
    "FirstTimeIntent": "first-time",
}

ASPECTS: Mapping[str, Aspect] = {
    "WhatIsIntent": Aspect.WHAT_IT_IS,
    "WhereIsIntent": Aspect.WHERE,
    "CausesIntent": Aspect.CAUSES,
    "SignsIntent": Aspect.SIGNS,
    "RehabIntent": Aspect.REHAB,
    "TreatmentsIntent": Aspect.TREATMENTS,
    "HowLongIntent": Aspect.HOW_LONG,
    "WhenSeenIntent": Aspect.WHEN_TO_BE_SEEN,
    "RunningIntent": Aspect.RUNNING,
    "TopicIntent": Aspect.ANSWER,
}

DESCRIBING = frozenset({"DescribeIntent", "SideIntent"})
WITH_SLOTS = frozenset(
    {
        "ChildIntent",
        "StartRoutineIntent",
        "TeachExerciseIntent",
        "HaveTimeIntent",
        "PainLevelIntent",
        "NoPainIntent",
        "StopSignIntent",
    }
)
HANDLED = frozenset({*ANSWERS, *SAYINGS, *ASPECTS, *DESCRIBING, *WITH_SLOTS})
"""Every intent of the interaction model, and no other."""

PRESENT = ("place", "place_two", "feeling", "feeling_two", "feeling_three", "moment")
DENIED = ("absent",)
LONGEST_NUMBER = 6
COULD_NOT_PLAY = "Alexa.Presentation.APLA.RuntimeError"
"""What a device sends that could not play a set."""


def event_of(request: Any, library: Library, words: Words) -> Event:
    """The event that a request means. What is not known is not understood."""
    if isinstance(request, LaunchRequest):
        return Launch()
    if getattr(request, "object_type", None) == COULD_NOT_PLAY:
        return Said("unheard")
    if not isinstance(request, IntentRequest) or request.intent is None:
        return Said("repeat")
    name, slots = str(request.intent.name), request.intent.slots or {}
    if name in ANSWERS:
        return Answered(ANSWERS[name])
    if name in DESCRIBING:
        return _described(slots, library, words)
    if name in WITH_SLOTS:
        return _with_slots(name, slots, library)
    if name in ASPECTS:
        return _asked(slots, ASPECTS[name], library, words)
    return Said(SAYINGS.get(name, "not-understood"), _side(slots))


def _with_slots(name: str, slots: Mapping[str, Any], library: Library) -> Event:
    match name:
        case "ChildIntent":
            return _child(slots)
        case "StartRoutineIntent":
            routine = resolved(slots.get("routine"))
            if routine in library.routines:
                return Wants(routine=routine)
            return Said("list-routines") if _is_filled(slots, "routine") else Wants()
        case "TeachExerciseIntent":
            exercise = resolved(slots.get("exercise"))
            known = exercise in library.exercises
            return Wants(exercise=exercise) if known else Said("list-routines")
        case "HaveTimeIntent":
            minutes = _number(slots, "minutes")
            return Said("not-understood") if minutes is None else Wants(minutes=minutes)
        case "NoPainIntent":
            return Counted(0)
        case "PainLevelIntent":
            # Of "five or six", and of "six or five", the higher one is the pain.
            said = [_number(slots, slot) for slot in ("number", "lower")]
            numbers = [number for number in said if number is not None]
            return Counted(max(numbers)) if numbers else Said("not-understood")
    sign = resolved(slots.get("sign"))
    return Signed(sign) if sign in library.stop_signs else Said("hurts")


def _is_filled(slots: Mapping[str, Any], name: str) -> bool:
    return bool(getattr(slots.get(name), "value", None))


def _number(slots: Mapping[str, Any], slot: str) -> int | None:
    """A number in digits, as Alexa writes it; None for anything else, and for an endless one."""
    value = getattr(slots.get(slot), "value", None)
    if not isinstance(value, str) or not value.isascii() or not value.isdigit():
        return None
    return int(value) if len(value) <= LONGEST_NUMBER else None


def _described(slots: Mapping[str, Any], library: Library, words: Words) -> Event:
    present = _ids(slots, PRESENT, library, words)
    absent = tuple(id for id in _ids(slots, DENIED, library, words) if id not in present)
    side = _side(slots)
    reply = resolved(slots.get("reply"))
    grade = Answer(reply) if reply in set(Answer) else None
    if present or absent or side:
        return Described(present, absent, side, grade)
    return Answered(grade) if grade else Said("not-understood")


def _asked(slots: Mapping[str, Any], aspect: Aspect, library: Library, words: Words) -> Event:
    """A question about a named topic; about two where the name stands for two."""
    slot = slots.get("condition") or slots.get("topic")
    spoken = " ".join(str(getattr(slot, "value", None) or "").lower().split())
    if not spoken:
        return Asked((), aspect)
    if spoken in words.shared_names:
        return Asked(words.shared_names[spoken], aspect)
    topic = resolved(slot)
    return Asked((topic,), aspect) if topic in library.topics else Said("unknown-topic")


def _ids(
    slots: Mapping[str, Any], names: tuple[str, ...], library: Library, words: Words
) -> tuple[str, ...]:
    """The ids that slots resolved to. Spoken words that deny something never affirm it."""
    found = {
        id: None
        for name in names
        if (id := resolved(slots.get(name))) is not None
        and can_be_answered(library, id)
        and id not in library.gates
        and (name in DENIED or not _denies(slots[name], id, words))
    }
    return tuple(found)


def _denies(slot: Any, id: str | None, words: Words) -> bool:
    """Whether the spoken words deny `id`, and not as a way of saying it does ("can't feel it")."""
    spoken = Counter(_plain(str(slot.value or "")))
    denied = _denials(spoken, words)
    ways = words.findings.get(id or "") or words.red_flags.get(id or "")
    said = (Counter(_plain(way)) for way in (ways.said if ways else ()))
    return bool(denied) and not any(
        way <= spoken and _denials(way, words) == denied for way in said
    )


def _denials(spoken: Counter[str], words: Words) -> Counter[str]:
    return Counter({word: many for word, many in spoken.items() if word in words.negations})


def _plain(text: str) -> list[str]:
    """Words as `negations` writes them, without apostrophes; "can not" as "cant"."""
    plain = text.lower().replace("'", "").replace("\u2019", "")
    return re.sub(r"\bcan ?not\b", "cant", plain).split()


def _child(slots: Mapping[str, Any]) -> Event:
    age = getattr(slots.get("age"), "value", None)
    if isinstance(age, str) and age.isascii() and age.isdigit() and int(age[:9]) >= ADULT_FROM:
        return Described((), absent=("under-eighteen",))
    return Said("child")


def _side(slots: Mapping[str, Any]) -> Side | None:
    match resolved(slots.get("side")):
        case "left":
            return "left"
        case "right":
            return "right"
        case "both":
            return "both"
    return None


def resolved(slot: Any) -> str | None:
    """The id of the first value that Alexa's entity resolution matched, or None."""
    resolutions = getattr(slot, "resolutions", None)
    for authority in getattr(resolutions, "resolutions_per_authority", None) or ():
        code = getattr(getattr(authority, "status", None), "code", None)
        if str(getattr(code, "value", code)) != "ER_SUCCESS_MATCH":
            continue
        for wrapper in authority.values or ():
            id = getattr(getattr(wrapper, "value", None), "id", None)
            if isinstance(id, str):
                return id
    return None
