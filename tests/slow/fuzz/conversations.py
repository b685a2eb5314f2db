"""Conversations in which requests are broken and come in any order, and each reply to them."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import Settings
from tests.alexa.corruption import TIMES, broken
from tests.alexa.corruption_strategy import broken_envelopes
from tests.alexa.exercise_session import could_not_play, timestamp
from tests.alexa.forgeries import exercising, forged, screened
from tests.alexa.intents import INTENTS, anything
from tests.alexa.requests import intent, launch
from tests.alexa.responses import assert_valid
from tests.alexa.sdk_requests import kinds, whole
from tools.content.load import load

BY_HYPOTHESIS = 0.1
"""The share that hypothesis draws: it makes a fault small, and takes longer."""
TURNS = 16
BACK_TO_EXERCISE = 0.15
"""The share of turns after which somebody is in the middle of a session: most words end one."""
SHOWN = 3_000


@dataclass
class Tally:
    """What was done, and the first fault."""

    requests: int = 0
    replies: Counter[str] = field(default_factory=Counter)
    fault: str | None = None
    met: Counter[str] = field(default_factory=Counter)
    """What the walks came by."""


class Failed(logging.Handler):
    """Hears of faults inside that were answered with calm words."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.heard.append(record.getMessage())


class Fuzz:
    """One skill, and what is thrown at it."""

    def __init__(self) -> None:
        self.tally = Tally()
        self._skill: AnkleCoachSkill = build_skill(Settings(), load())
        self._failed = Failed()
        logging.getLogger("ankle_coach").addHandler(self._failed)
        self._envelopes: list[dict[str, Any]] = [
            launch(new=True),
            *(intent(name) for name in INTENTS),
            *(whole(kind) for kind in kinds()),
            could_not_play(),
        ]

    def close(self) -> None:
        """Listen to the log no more."""
        logging.getLogger("ankle_coach").removeHandler(self._failed)

    def answer(self, event: Any) -> dict[str, Any]:
        """The reply, looked at.

        Raises:
            Exception: whatever is wrong with it.
        """
        self.tally.requests += 1
        self._failed.heard.clear()
        reply = self._skill.answer(event, None)
        assert not self._failed.heard, self._failed.heard[0]
        assert_valid(reply)
        response = reply["response"]
        self.tally.replies[_kind(response)] += 1
        return reply

    def draw(self, count: int, number: int) -> None:
        """Let hypothesis draw requests; raises with the smallest that fails."""
        envelopes = self._envelopes + list(self._under_way(Random(number)))

        @seed(number)
        @settings(
            max_examples=count,
            database=None,
            deadline=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        @given(broken_envelopes(envelopes))
        def answered(event: Any) -> None:
            self.answer(event)

        answered()

    def converse(self, count: int, number: int) -> None:
        """Hold conversations in which requests are broken and come in any order."""
        chance = Random(number)
        last = self.tally.requests + count
        while self.tally.requests < last:
            attributes = exercising(chance) if chance.random() < 0.4 else {}
            at = 0.0
            for turn in range(min(TURNS, last - self.tally.requests)):
                at += chance.choice((1, 3, 10, 40, 100, 300)) * chance.random()
                event = self._next(chance, attributes, turn, at)
                try:
                    reply = self.answer(event)
                except Exception as error:
                    error.add_note(f"Request: {shown(event)}")
                    raise
                kept = reply.get("sessionAttributes")
                if kept and chance.random() < 0.95:
                    attributes = kept
                if chance.random() < BACK_TO_EXERCISE:
                    attributes = exercising(chance)

    def _next(self, chance: Random, attributes: dict[str, Any], turn: int, at: float) -> Any:
        if turn == 0 and not attributes:
            event = launch(new=True)
        elif chance.random() < 0.8:
            event = anything(chance, attributes=attributes)
        else:
            event = deepcopy(chance.choice(self._envelopes))
            event["session"]["attributes"] = attributes
        event["request"]["timestamp"] = (
            chance.choice(TIMES) if chance.random() < 0.05 else timestamp(at)
        )
        if chance.random() < 0.6:
            return broken(event, chance, self._envelopes)
        return event

    def _under_way(self, chance: Random) -> Iterator[dict[str, Any]]:
        """Requests in the middle of conversations."""
        for _ in range(20):
            attributes: dict[str, Any] = {}
            for turn in range(TURNS):
                name = chance.choice(("AMAZON.NoIntent", "AMAZON.YesIntent", "NotSureIntent"))
                event = intent(name, attributes=attributes) if turn else launch(new=True)
                attributes = self.answer(event).get("sessionAttributes") or {}
                yield intent(name, attributes=attributes)
        for made in (exercising, screened, forged):
            yield from (anything(chance, attributes=made(chance)) for _ in range(100))


def throw(count: int, number: int) -> Tally:
    """So many broken requests, from that seed."""
    fuzz = Fuzz()
    drawn = round(count * BY_HYPOTHESIS)
    try:
        if drawn:
            fuzz.draw(drawn, number)
        fuzz.converse(count - drawn, number)
    except Exception as error:  # noqa: BLE001
        notes = "\n".join(getattr(error, "__notes__", ()))
        fuzz.tally.fault = f"{type(error).__name__}: {str(error)[:SHOWN]}\n{notes[:SHOWN]}"
    finally:
        fuzz.close()
    return fuzz.tally


def _kind(response: dict[str, Any]) -> str:
    if "directives" in response:
        return "played"
    if not response.get("shouldEndSession", True):
        return "open"
    return "spoken" if "outputSpeech" in response else "silent"


def shown(event: Any) -> str:
    try:
        return json.dumps(event)
    except (ValueError, RecursionError):
        return repr(event)
