"""What can happen in a conversation, free of Alexa's request types."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from skill.library.types import Answer, Aspect

Side = Literal["left", "right", "both"]


class Launch(Struct, frozen=True):
    """ "Alexa, open ankle coach"."""


class Said(Struct, frozen=True):
    """Something that needs no more than its name.

    `why`, `reasons`, `repeat`, `go-back`, `change`, `skip`, `start-over`, `start-check`, `help`,
    `stop`, `not-understood`, `other-body-part`, `other-person`, `child`, `chest-pain`,
    `more`.
    """

    what: str
    side: Side | None = None


class Answered(Struct, frozen=True):
    """A graded answer to the question that is open."""

    grade: Answer


class Described(Struct, frozen=True):
    """Findings and places that the person volunteered.

    `absent` are findings that were denied. `reply` is the yes or no that came before them.
    """

    present: tuple[str, ...]
    absent: tuple[str, ...] = ()
    side: Side | None = None
    reply: Answer | None = None


class Asked(Struct, frozen=True):
    """A question about a topic. No topic means what was spoken of last, two that both fit."""

    topics: tuple[str, ...]
    aspect: Aspect


Event = Asked | Launch | Said | Answered | Described
