"""Every place of a conversation that a tester may come to, each reached through request JSON."""

from __future__ import annotations

import json
from collections import deque
from functools import cache
from typing import Any

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import Settings
from tests.alexa.requests import intent, launch, request, slot
from tests.alexa.responses import assert_valid
from tools.content.load import load

Json = dict[str, Any]

LIBRARY = load()
SKILL: AnkleCoachSkill = build_skill(Settings(), LIBRARY)
SORRY = tuple(
    text
    for id in ("failure", "failure-closed")
    for words in LIBRARY.words.values()
    for text in words.statements[id].say
)
"""What is said where the skill itself is at fault."""
DEEPEST = 26
"""Turns from the launch: a whole check, and a first exercise after it."""
EACH = 2
"""Conversations that are followed from each kind of place."""

SAID: tuple[Json, ...] = (
    intent("AMAZON.YesIntent"),
    intent("AMAZON.NoIntent"),
    intent("NotSureIntent"),
    intent("StartCheckIntent"),
    intent("StartExerciseIntent"),
    intent("PlaceIntent", slot("place", "outer ankle", "pain-outer-ankle")),
    intent("TeachExerciseIntent", slot("exercise", "clam", "clam")),
    intent("StartRoutineIntent", slot("routine", "calf strength", "calf-strength")),
    intent("WhatIsIntent", slot("topic", "shin splints", None)),
    intent("WhatIsIntent", slot("topic", "pinched nerve", None)),
    intent("NumberIntent", slot("number", "2", None)),
    intent("AMAZON.PauseIntent"),
    intent("SkipIntent"),
    intent("AMAZON.FallbackIntent"),
    intent("MinutesIntent", slot("minutes", "10", None)),
    intent(
        "SelfSpeechIntent",
        {"i": {"name": "i", "value": "have sudden chest pain and can't breathe"}},
    ),
)


def answer(event: Json, attributes: Json, after: int = 0) -> Json:
    """The answer, which is a valid one and no apology, to an event where a conversation stands."""
    event = json.loads(json.dumps(event))
    event["session"]["attributes"] = attributes
    event["request"]["timestamp"] = f"2026-11-22T12:{after // 60:02}:{after % 60:02}Z"
    said = SKILL.answer(event, None)
    assert_valid(said)
    assert not any(sorry in heard(said) for sorry in SORRY)
    return said


@cache
def places() -> tuple[tuple[str, str], ...]:
    """Conversations that stand at each kind of question: what is open, and the attributes."""
    first = answer(launch(new=True), {})["sessionAttributes"]
    found: dict[str, list[str]] = {}
    waiting = deque([(first, 0)])
    while waiting:
        attributes, depth = waiting.popleft()
        kept = found.setdefault(kind_of(attributes), [])
        text = json.dumps(attributes, sort_keys=True)
        if text in kept or len(kept) >= EACH or depth > DEEPEST:
            continue
        kept.append(text)
        for event in SAID:
            said = answer(event, attributes, 20 * depth + 5)
            if not said["response"]["shouldEndSession"]:
                waiting.append((said["sessionAttributes"], depth + 1))
    return tuple((kind, text) for kind, texts in sorted(found.items()) for text in texts)


def kind_of(attributes: Json) -> str:
    """What is open: the kind of question, and whether somebody exercises."""
    pending = str(attributes.get("pending"))
    asking = str(attributes.get("asking")) if pending == "question" else ""
    return f"{pending}{' ' if asking else ''}{asking}"


def heard(said: Json) -> str:
    """What is heard of an answer; nothing of a silent one."""
    response = said["response"]
    if "outputSpeech" in response:
        return str(response["outputSpeech"]["ssml"])
    return json.dumps(response["directives"]) if "directives" in response else ""


def silence() -> Json:
    """What Alexa sends after sixteen seconds of it."""
    return request("SessionEndedRequest", reason="EXCEEDED_MAX_REPROMPTS")
