"""What is known of somebody before a turn, where a deployment keeps anything."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from skill.storage.bookmark import Bookmark, Kept

MOST_REFUSALS = 2
"""Refusals of a bookmark after which nobody is asked again."""


class Memory(Struct, frozen=True):
    """What the store says of somebody, and the day.

    `whose` says whether Alexa named a person, or only an account. `unreachable`: the store did not
    answer, so nothing is known. `session` is the mark of Alexa's session: it counts once.
    """

    today: date
    whose: Literal["person", "account"] = "account"
    kept: Kept | None = None
    unreachable: bool = False
    session: str = ""

    @property
    def bookmark(self) -> Bookmark | None:
        """Where somebody is, if they agreed to have it kept."""
        return self.kept if isinstance(self.kept, Bookmark) else None
