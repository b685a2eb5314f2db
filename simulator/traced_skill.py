"""The skill, and what it tells of each turn beside its response."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any, Protocol

from simulator.reminders import ReminderService
from skill.alexa.responder import Turn
from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.library.types import Library
from skill.settings import Settings
from skill.storage.choice import Bookmarks


class Answering(Protocol):
    """A skill that tells of each turn what its response does not."""

    @property
    def reminders(self) -> ReminderService:
        """The reminders that the skill speaks to."""

    def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], Turn | None]:
        """The response to a whole request, and the turn; None where there was no dialog."""


class TracedSkill:
    """One skill for many conversations, also at the same time."""

    def __init__(
        self, settings: Settings, library: Library, bookmarks: Bookmarks | None = None
    ) -> None:
        # Two conversations may be answered at once, each in a thread of its own.
        self._last: ContextVar[Turn | None] = ContextVar("last_turn", default=None)
        self.reminders = ReminderService()
        self.skill: AnkleCoachSkill = build_skill(
            settings, library, self._note, bookmarks, self.reminders.connect
        )

    def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], Turn | None]:
        """The response to a whole request, and the turn; None where there was no dialog."""
        self._last.set(None)
        response = self.skill.answer(request, None)
        return response, self._last.get()

    def _note(self, turn: Turn) -> None:
        self._last.set(turn)
