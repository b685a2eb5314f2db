"""What a deployment sets through its environment."""

from __future__ import annotations

import os
from collections.abc import Mapping

from msgspec import Struct


class Settings(Struct, frozen=True):
    """`skill_id`: only requests of this Alexa skill are answered; None answers any."""

    skill_id: str | None = None


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read `SKILL_ID`; an empty value counts as not set."""
    return Settings(skill_id=environment.get("SKILL_ID", "").strip() or None)
