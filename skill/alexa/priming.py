"""A short conversation with nobody, held before a snapshot, so that the first turn is warm.

It decodes, compiles and imports what is otherwise done at the first need. Its times are fixed, and
it keeps no session.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from skill.alexa.skill import AnkleCoachSkill
from skill.library.types import Library

MOMENT = "2026-01-01T12:00:00Z"
MOST_ANSWERS = 20
"""More than the questions before a first set."""

AGREED_TO = {"safety-age", "ready-question"}
"""Questions that are answered with yes: being of age, and being ready. Questions for what still
works get a yes too, and all others a no."""

Json = dict[str, Any]


def prime(skill: AnkleCoachSkill, library: Library, skill_id: str | None) -> bool:
    """Launch, describe a place, hear help, and start a set; whether a set was reached.

    `skill_id` is the one that the skill answers to.
    """
    before = logging.root.manager.disable
    # What is answered here was asked by nobody, and no line of the log should say otherwise.
    logging.disable()
    try:
        return _talk(skill, library, {"applicationId": skill_id or ""})
    finally:
        logging.disable(before)


def _talk(skill: AnkleCoachSkill, library: Library, application: Json) -> bool:
    attributes: Json = {}

    def played(request: Json) -> bool:
        nonlocal attributes
        answer = skill.answer(_event(application, request, attributes), None)
        attributes = answer.get("sessionAttributes") or {}
        return "directives" in answer["response"]

    for request in ({"type": "LaunchRequest"}, *_said(library)):
        played(request)
    for _ in range(MOST_ANSWERS):
        flag = library.red_flags.get(attributes.get("asking", ""))
        able = flag is not None and flag.asked_as is not None
        agrees = able or attributes.get("pending") in AGREED_TO
        if played(_intent("AMAZON.YesIntent" if agrees else "AMAZON.NoIntent")):
            return True
    return False


def _said(library: Library) -> Iterator[Json]:
    """A place in free speech, a no, a call for help, and the wish for the first exercise."""
    words = library.first_words
    place = next(said for id in library.places for said in words.findings[id].said)
    carrier = next(iter(words.carriers))
    yield _intent("AMAZON.FallbackIntent", **{carrier: place})
    yield _intent("AMAZON.NoIntent")
    yield _intent("AMAZON.HelpIntent")
    teaching = next(name for name, said in words.intents.items() if "{exercise}" in said)
    exercise = next(said for id in library.exercises for said in words.exercises[id].said)
    yield _intent(teaching, exercise=exercise)


def _intent(name: str, **slots: str) -> Json:
    filled = {slot: {"name": slot, "value": value} for slot, value in slots.items()}
    return {"type": "IntentRequest", "intent": {"name": name, "slots": filled}}


def _event(application: Json, request: Json, attributes: Json) -> Json:
    return {
        "version": "1.0",
        "session": {
            "new": not attributes,
            "sessionId": "",
            "application": application,
            "attributes": attributes,
            "user": {"userId": ""},
        },
        "context": {"System": {"application": application, "user": {"userId": ""}}},
        "request": {"requestId": "", "timestamp": MOMENT, "locale": "en-US", **request},
    }
