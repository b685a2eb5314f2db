"""What can happen in a conversation, free of Alexa's request types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from skill.library.types import Answer

Side = Literal["left", "right", "both"]


@dataclass(frozen=True)
class Launch:
    """ "Alexa, open ankle coach"."""


@dataclass(frozen=True)
class Said:
    """Something that needs no more than its name.

    `why`, `reasons`, `repeat`, `go-back`, `change`, `skip`, `start-over`, `start-check`, `help`,
    `stop`, `not-understood`, `other-body-part`, `other-person`, `child`, `chest-pain`.
    """

    what: str
    side: Side | None = None


@dataclass(frozen=True)
class Answered:
    """A graded answer to the question that is open."""

    grade: Answer


@dataclass(frozen=True)
class Described:
    """Findings and places that the person volunteered.

    `absent` are findings that were denied. `reply` is the yes or no that came before them.
    """

    present: tuple[str, ...]
    absent: tuple[str, ...] = ()
    side: Side | None = None
    reply: Answer | None = None


Event = Launch | Said | Answered | Described
