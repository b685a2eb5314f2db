"""A line and the reply to it, as the terminal, the page and programs get it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from msgspec import to_builtins

from simulator.envelope import Json
from simulator.play import Play
from skill.understanding.heard import Heard


@dataclass(frozen=True, eq=False)
class Exchange:
    """A line and the reply to it.

    `slots` are the filled ones, `{name: {"value", "id"}}`. `request` and `response` are whole
    envelopes, None where the line reached no skill. Where a device failed to play the response
    and told the skill so, `request` is the line's own, and all the rest belongs to the response
    to that message: it is what is heard. `speech` and `reprompt` are plain text.

    `heard` is what the skill read in the words, only where there is something. `origin` gives the
    words for each meaning. `ranking` is the belief after it, best first, empty where no dialog was
    held. `play` are the times of what is heard, None for ordinary talk. These three are no part of
    the object that programs are promised.
    """

    said: str | None
    intent: str | None
    slots: dict[str, dict[str, str | None]]
    heard: dict[str, Any]
    origin: dict[str, str]
    request: Json | None
    response: Json | None
    acts: tuple[str, ...]
    speech: str
    reprompt: str | None
    session_open: bool
    asking: str | None
    ranking: tuple[tuple[str, float], ...]
    play: Play | None

    def as_json(self) -> dict[str, Any]:
        """The exchange as an object of plain JSON values, with the promised keys alone."""
        promised = asdict(self)
        for more in ("origin", "ranking", "play"):
            del promised[more]
        return promised


NOTHING = Exchange(
    said=None,
    intent=None,
    slots={},
    heard={},
    origin={},
    request=None,
    response=None,
    acts=(),
    speech="",
    reprompt=None,
    session_open=False,
    asking=None,
    ranking=(),
    play=None,
)
"""A line of which the skill says nothing, or does not hear."""


def meanings(heard: Heard) -> Json:
    """What was read in the words, with the promised keys alone."""
    meanings: Json = to_builtins(heard)
    return {key: value for key, value in meanings.items() if key not in _UNPROMISED}


def origin(heard: Heard) -> dict[str, str]:
    """The words that each meaning came from."""
    words = heard.words.split()
    return {name: " ".join(words[at] for at in places) for name, places in heard.origin.items()}


_UNPROMISED = {
    "origin",
    "beside",
    "stop_signs",
    "hurts",
    "sore",
    "taken_back",
    "doubtful",
    "own_leg",
    "sore_to_touch",
    "as_ever",
    "unclear",
    "unequipped",
    "detail",
}
