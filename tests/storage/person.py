"""Somebody with a device, a bookmark and a clock: whole requests to the skill, over weeks."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from skill.alexa.skill import AnkleCoachSkill
from tests.alexa.exercise_session import LONG
from tests.alexa.requests import intent, launch, request, slot

Json = dict[str, Any]

MONDAY = datetime(2027, 1, 4, 18, tzinfo=UTC)
NUMBER_OF_TURNS = 40
"""More than any session here takes."""


class Person:
    """Who talks: an account, perhaps a voice profile, and the days that have passed."""

    def __init__(self, skill: AnkleCoachSkill, user: str, voice: str | None = None) -> None:
        self._skill = skill
        self._user = user
        self._voice = voice
        self._attributes: Json = {}
        self._sessions = 0
        self.at = MONDAY

    def days_later(self, days: float) -> None:
        """Let days pass, and the session end."""
        self.at += timedelta(days=days)
        self._attributes = {}

    def opens(self) -> str:
        """What "open ankle coach" is answered with."""
        self._attributes = {}
        return self._sends(launch(new=True))

    def says(self, name: str, **slots: Any) -> str:
        """What an intent is answered with."""
        return self._sends(intent(name, slots))

    def names(self, routine: str) -> str:
        """What the wish for a routine is answered with."""
        return self._sends(intent("StartRoutineIntent", slot("routine", routine, routine)))

    def rates(self, pain: int) -> str:
        """What a number is answered with."""
        return self._sends(intent("NumberIntent", slot("number", str(pain), None)))

    def exercises(self, pain: int = 1, most: int = NUMBER_OF_TURNS) -> str:
        """Do what comes, rate it, and say so; the last that is heard."""
        heard = ""
        for _ in range(most):
            if self.pending == "how-much-pain":
                heard = self.rates(pain)
            elif self.pending == "ready-question":
                heard = self.says("ReadyIntent")
            elif self.pending in {"safety-walk", "safety-bone"}:  # Before a run that comes later.
                heard = self.says("AMAZON.NoIntent")
            else:
                return heard
        return heard

    def screens(self, *, worse: bool = False) -> str:
        """Answer the questions before exercise as somebody who is fit; the last that is heard."""
        heard = ""
        for _ in range(NUMBER_OF_TURNS):
            match self.pending:
                case "safety-today" | "safety-person" | "safety-walk" | "safety-bone":
                    heard = self.says("AMAZON.NoIntent")
                case "clinician-seen":
                    heard = self.says("AMAZON.YesIntent")
                case "mornings-after":
                    heard = self.says("AMAZON.YesIntent" if worse else "AMAZON.NoIntent")
                case "which-level":
                    heard = self.says("FirstTimeIntent")
                case _:
                    return heard
        raise AssertionError("the questions do not end")

    def disables(self) -> None:
        """The skill is disabled."""
        event = request("AlexaSkillEvent.SkillDisabled")
        del event["session"]
        self._answer(event)

    def repeats_the_last_request(self) -> None:
        """Alexa got no answer, and asks again."""
        self._skill.answer(json.loads(self._last_sent), None)

    @property
    def pending(self) -> str | None:
        """What is asked."""
        return self._attributes.get("pending")

    @property
    def step(self) -> int | None:
        """The step of the routine that is coached."""
        wish = (self._attributes.get("workout") or {}).get("wish", {})
        level = wish.get("level")
        return level if isinstance(level, int) else None

    def _sends(self, event: Json) -> str:
        # Whatever played is heard out.
        self.at += timedelta(seconds=LONG)
        if not self._attributes:
            self._sessions += 1
        event["session"]["attributes"] = self._attributes
        event["session"]["sessionId"] = f"session-{self._user}-{id(self)}-{self._sessions}"
        answer = self._answer(event)
        self._attributes = json.loads(json.dumps(answer.get("sessionAttributes") or {}))
        if answer["response"].get("shouldEndSession"):
            self._attributes = {}
        speech: str = answer["response"].get("outputSpeech", {}).get("ssml", "")
        return speech

    def _answer(self, event: Json) -> Json:
        event["request"]["timestamp"] = self.at.strftime("%Y-%m-%dT%H:%M:%SZ")
        for part in (event.get("session"), event["context"]["System"]):
            if part is not None:
                part["user"] = {"userId": f"amzn1.ask.account.{self._user}"}
        if self._voice:
            person = {"personId": f"amzn1.ask.person.{self._voice}"}
            event["context"]["System"]["person"] = person
        self._last_sent = json.dumps(event)
        return self._skill.answer(event, None)
