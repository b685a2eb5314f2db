"""A story as its file holds it: what was said, and what the skill answers."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from simulator.envelope import INTERFACES
from tools.content.yaml_files import read

FOLDER = Path(__file__).parent

Session = Literal["open", "closed"]
Store = Literal["none", "kept", "down"]


class Hint(Struct, frozen=True, forbid_unknown_fields=True):
    """`any`: one of these acts is said here. `words`: these are heard somewhere in the turn."""

    any: tuple[str, ...] = ()
    words: str | None = None


Act = str | Hint
Alexa = Act | tuple[Act, ...]


class Turn(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of `says`, `event` and `until`, and what is expected in return; None is not looked at.

    `until` goes on with the story's answers: to the `result`, to the first `exercise`, or to the
    question of that id.
    `after` are the seconds since the last reply began to be heard; None for once it was heard out.
    """

    says: str | None = None
    after: float | None = None
    event: Literal["launch", "timeout", "end", "new-user"] | None = None
    until: str | None = None
    intent: Literal["fallback"] | None = None
    alexa: Alexa | None = None
    asking: str | None = None
    care: str | None = None
    matches: tuple[str, ...] | None = None
    flags: tuple[str, ...] | None = None
    session: Session | None = None


class Given(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands before the first word. `store` is where bookmarks are kept, if anywhere."""

    device: str = "speaker"
    store: Store = "none"

    def __post_init__(self) -> None:
        if self.device not in INTERFACES:
            raise ValueError(f'there is no device "{self.device}"')


class Story(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A conversation. `answers` and `otherwise` are what the person answers in `until` turns.

    Before an exercise it is `FIT_FOR_EXERCISE` where the story answers nothing else.
    """

    title: str
    turns: tuple[Turn, ...]
    ends: Session
    given: Given = Given()
    answers: dict[str, str] = {}
    otherwise: str = "no"

    @property
    def named(self) -> set[str]:
        """The conditions that the person is told."""
        return {id for turn in self.turns for id in turn.matches or ()}


class Broken(AssertionError):
    """A story went another way than it should; the message says where."""


def stories() -> dict[str, Story]:
    """Every story by `file:title`, in the order of the files.

    Raises:
        Broken: a file holds something else, or two stories of one title.
    """
    told: dict[str, Story] = {}
    for file in sorted(FOLDER.glob("*.yaml")):
        try:
            found = msgspec.convert(read(file).data, tuple[Story, ...])
        except msgspec.ValidationError as fault:
            raise Broken(f"{file.name} holds what is no story: {fault}") from None
        for story in found:
            id = f"{file.stem}:{story.title}"
            if id in told:
                raise Broken(f'{file.name} has two stories that are called "{story.title}".')
            told[id] = story
    return told
