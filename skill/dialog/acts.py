"""What the skill means to say: ids that the voice turns into words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from skill.coaching.timeline import Cue


class Named(NamedTuple):
    """A content id whose name is spoken, as something that is there or that is not."""

    id: str
    present: bool = True


def naming(**ids: str) -> dict[str, tuple[Named, ...]]:
    """The names of an act of which each placeholder is filled with one."""
    return {placeholder: (Named(id),) for placeholder, id in ids.items()}


class Act(Struct, frozen=True):
    """One thing to say.

    `id` names a statement or prompt of `words/<language>/speech/`, or one of the acts that
    speak a content file's own words: `ask`, `ask-plainer`, `explain`, `because`, `about`,
    `until`, `set-up`, `set-up-again`, `why-this`, `advice` and `set`. `about` is the content id
    whose words are meant. `names` are the content ids whose names fill a placeholder, `numbers`
    what fills one in digits. `cues` are what is heard at exact times, of a set or of a pause.
    """

    id: str
    about: str | None = None
    names: Mapping[str, tuple[Named, ...]] = {}
    numbers: Mapping[str, int] = {}
    cues: tuple[Cue, ...] = ()

    def __str__(self) -> str:
        return f"{self.id}:{self.about}" if self.about else self.id
