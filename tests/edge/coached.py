"""Somebody who is coached through request JSON: a device, a session and a clock of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from skill.alexa.skill import AnkleCoachSkill
from tests.edge.forged import SCREENING
from tests.edge.requests import intent, request
from tests.edge.responses import assert_valid
from tools.content.load import load

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LONG = 1_000.0
"""Seconds after which whatever was playing is over."""

RENDER_ERROR = {
    "type": "RENDER_ERROR",
    "reason": "INTERNAL_SERVER_ERROR",
    "message": "The document could not be played.",
}

EXERCISES = load().exercises

Json = dict[str, Any]


def timestamp(seconds: float) -> str:
    """A moment so many seconds after noon, as Alexa writes it."""
    moment = NOON + timedelta(seconds=seconds)
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def about_to(exercise: str, level: int, **coach: Any) -> Json:
    """The attributes of somebody who is asked whether to begin an exercise, and may."""
    steps = [[exercise, level]]
    wanted = {"exercise": exercise}
    return {
        "pending": "ready-question",
        "given": dict.fromkeys(EXERCISES[exercise].only_without, "no"),
        "screened": list(SCREENING),
        "workout": {"wish": wanted, "steps": steps, **coach},
    }


def could_not_play(error: Any = RENDER_ERROR, **around: Any) -> Json:
    """What a device sends that failed to play a set."""
    return request("Alexa.Presentation.APLA.RuntimeError", token="set", errors=[error], **around)


class Coached:
    """One person in a session, on a device that plays APLA or reports that it does not."""

    def __init__(
        self, skill: AnkleCoachSkill, attributes: Mapping[str, Any], *, plays_apla: bool = True
    ) -> None:
        self.attributes = dict(attributes)
        self._skill = skill
        self._plays_apla = plays_apla

    def says(self, name: str, at: float | None, slots: Any = None) -> Json:
        """The answer to an intent at a moment; with None, the request names no moment."""
        answer = self.sends(intent(name, slots), at)
        if self._plays_apla or "directives" not in answer["response"]:
            return answer
        return self.sends(could_not_play(), at)

    def sends(self, event: Json, at: float | None) -> Json:
        """The answer to any request."""
        event["session"]["attributes"] = self.attributes
        if at is None:
            del event["request"]["timestamp"]
        else:
            event["request"]["timestamp"] = timestamp(at)
        answer = self._skill.answer(event, None)
        assert_valid(answer)
        self.attributes = json.loads(json.dumps(answer.get("sessionAttributes") or {}))
        return answer

    def to_the_end(self, answer: Json, at: float) -> list[Json]:
        """What is played from this answer on, part by part, until the question about pain."""
        parts = [answer]
        while self.attributes["pending"] == "ready-question":
            at += LONG
            parts.append(self.says("ReadyIntent", at))
            assert len(parts) < 20
        assert self.attributes["pending"] == "how-much-pain"
        return parts
