"""One request of each kind of turn, with the attributes that belong to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.alexa.requests import intent, launch, slot

Json = dict[str, Any]
Skill = Callable[[Any, Any], Json]

MOST_TURNS = 40
"""More than any check or screening has."""
SPOKEN = "outer ankle has hurt for three weeks when i run"
MEANT_TO_BE_YES = {"safety-age", "ready-question"}
STILL_WORKS = {"under-eighteen", "cannot-bear-weight", "cannot-move-toes"}
"""Flags that are asked by what still works, so that a no would raise them."""
NO, YES = "AMAZON.NoIntent", "AMAZON.YesIntent"
TOPIC = ("topic", "tarsal tunnel", "tarsal-tunnel-syndrome")
EXERCISE = ("exercise", "clam", "clam")


def kinds(skill: Skill) -> dict[str, Json]:
    """A request for each kind of turn, by its name."""
    found: dict[str, Json] = {}
    opened = launch(new=True)
    found["launch"] = opened
    attributes = _after(skill, opened)
    spoken = {"my": {"name": "my", "value": SPOKEN}}
    found["free speech"] = _at(intent("BodySpeechIntent", spoken), attributes, 10)
    attributes = _after(skill, found["free speech"])
    found["yes"] = _at(intent(YES), attributes, 20)
    found["question"] = _at(intent(NO), attributes, 20)
    found["topic"] = _at(intent("WhatIsIntent", slot(*TOPIC)), attributes, 20)
    found["help"] = _at(intent("AMAZON.HelpIntent"), attributes, 20)
    found["result"] = _until(skill, attributes, lambda answer: "result" in _kept(answer))
    teaching = _at(intent("TeachExerciseIntent", slot(*EXERCISE)), {}, 0)
    found["set"] = _until(
        skill, _after(skill, teaching), lambda answer: "directives" in answer["response"]
    )
    attributes = _after(skill, found["set"])
    found["pause"] = _at(intent("AMAZON.PauseIntent"), attributes, 160)
    found["topic in a set"] = _at(intent("WhatIsIntent", slot(*TOPIC)), attributes, 160)
    found["pain"] = _at(intent("NumberIntent", slot("number", "2", None)), attributes, 3000)
    found["resume"] = _at(intent("AMAZON.ResumeIntent"), _after(skill, found["pause"]), 170)
    return found


def _until(skill: Skill, attributes: Json, reached: Callable[[Json], bool]) -> Json:
    """The request whose answer is the first to be so, by a sound adult who says no, then begins."""
    for turn in range(MOST_TURNS):
        able = attributes.get("asking") in STILL_WORKS
        name = YES if able or attributes.get("pending") in MEANT_TO_BE_YES else NO
        request = _at(intent(name), attributes, 30 + 10 * turn)
        answer = skill(request, None)
        if reached(answer):
            return request
        attributes = _kept(answer)
    raise AssertionError("the conversation does not get there any more")


def _at(event: Json, attributes: Json, seconds: int) -> Json:
    event["session"]["attributes"] = attributes
    minutes, seconds = divmod(seconds, 60)
    event["request"]["timestamp"] = f"2026-11-22T12:{minutes:02}:{seconds:02}Z"
    return event


def _after(skill: Skill, event: Json) -> Json:
    return _kept(skill(event, None))


def _kept(answer: Json) -> Json:
    kept: Json = json.loads(json.dumps(answer.get("sessionAttributes") or {}))
    return kept
