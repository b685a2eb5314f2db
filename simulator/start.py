"""Everything that a conversation needs, made once."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from simulator.conversation import Clock, Conversation, NewId
from simulator.ear import Ear
from simulator.envelope import LOCALE
from simulator.traced_skill import TracedSkill
from skill.library.types import Library
from skill.settings import Settings
from tools.content.faults.fault import Faults
from tools.content.load import load

MODEL = Path(__file__).parents[1] / "interaction_models" / f"{LOCALE}.json"

APPLICATION_ID = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
"""The skill's id in requests where none is set; a deployment has its own."""


class StartError(Exception):
    """The simulator cannot start; the message says what to do, in a sentence."""


@dataclass(frozen=True, eq=False)
class Simulator:
    """The skill, its content and an ear for it, from which any number of conversations begin."""

    skill: TracedSkill
    library: Library
    ear: Ear
    application_id: str

    def conversation(self, clock: Clock, new_id: NewId, device: str = "speaker") -> Conversation:
        """A new conversation, of somebody whom the skill does not know."""
        return Conversation(self.skill, self.ear, self.application_id, clock, new_id, device)


def start(settings: Settings, seeded: bool = True) -> Simulator:
    """Load the skill and its interaction model; `seeded` as `simulator.ear` has it.

    Raises:
        StartError: the interaction model is missing or is none, or the content has faults.
    """
    try:
        ear = Ear(json.loads(MODEL.read_text(encoding="utf-8")), seeded)
    except FileNotFoundError:
        raise StartError(f"There is no {_SHOWN}: write it with make models.") from None
    except (ValueError, KeyError, TypeError):
        raise StartError(f"{_SHOWN} is no interaction model: write it with make models.") from None
    try:
        library = load()
    except Faults as faults:
        raise StartError(f"The content has faults, so nothing is said:\n{faults}") from None
    return Simulator(
        TracedSkill(settings, library), library, ear, settings.skill_id or APPLICATION_ID
    )


def true_time() -> datetime:
    """The time by this machine's clock."""
    return datetime.now(UTC)


def random_id() -> str:
    """An id that nobody had before."""
    return str(uuid.uuid4())


_SHOWN = f"{MODEL.parent.name}/{MODEL.name}"
