"""The start of the simulator: loads the skill, its content and its interaction model once."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from simulator.conversation import Clock, Conversation, NewId
from simulator.envelope import LOCALE
from simulator.matching import Matcher, Matchers
from simulator.traced_skill import TracedSkill
from skill.library.types import Library
from skill.settings import Settings
from skill.storage.choice import Bookmarks
from tools.content.faults.fault import Faults
from tools.content.load import load

MODELS = Path(__file__).parents[1] / "interaction_models"
MODEL = MODELS / f"{LOCALE}.json"

APPLICATION_ID = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
"""The skill's id in requests where none is set; a deployment has its own."""


class StartError(Exception):
    """The simulator cannot start; the message says what to do, in a sentence."""


@dataclass(frozen=True, eq=False)
class Simulator:
    """The skill, its content and its matchers, from which any number of conversations begin."""

    skill: TracedSkill
    library: Library
    matchers: Matchers
    application_id: str

    @property
    def matcher(self) -> Matcher:
        """The matcher of the locale in which a conversation begins where none is named."""
        return self.matchers.of(LOCALE)

    def conversation(
        self,
        clock: Clock,
        new_id: NewId,
        device: str = "speaker",
        locale: str = LOCALE,
        account: str | None = None,
    ) -> Conversation:
        """A new conversation; without an account, of somebody whom the skill does not know."""
        return Conversation(
            self.skill, self.matchers, self.application_id, clock, new_id, device, locale, account
        )


def start(settings: Settings, seeded: bool = True, bookmarks: Bookmarks | None = None) -> Simulator:
    """Load the skill and its interaction model; `seeded` as `simulator.matching` has it.

    Without `bookmarks` nothing is kept of anybody.

    Raises:
        StartError: the interaction model is missing or is none, or the content has faults.
    """
    try:
        matchers = Matchers(
            {
                file.stem: json.loads(file.read_text(encoding="utf-8"))
                for file in (MODEL, *sorted(MODELS.glob("*.json")))
            },
            seeded,
        )
    except FileNotFoundError:
        raise StartError(f"There is no {_SHOWN}: write it with make models.") from None
    except (ValueError, KeyError, TypeError):
        raise StartError(f"{_SHOWN} is no interaction model: write it with make models.") from None
    try:
        library = load()
    except Faults as faults:
        raise StartError(f"The content has faults, so nothing is said:\n{faults}") from None
    return Simulator(
        TracedSkill(settings, library, bookmarks),
        library,
        matchers,
        settings.skill_id or APPLICATION_ID,
    )


def true_time() -> datetime:
    """The time by this machine's clock."""
    return datetime.now(UTC)


def random_id() -> str:
    """An id that nobody had before."""
    return str(uuid.uuid4())


_SHOWN = f"{MODEL.parent.name}/{MODEL.name}"
