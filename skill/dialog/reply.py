"""What the dialog answers: what is said, then one open question or none, and the state after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from skill.coaching.schedule import Plan
from skill.coaching.timeline import Cue
from skill.dialog.errand import Errand
from skill.dialog.sayings import OwnQuestion, OwnWords, Prompt, Statement
from skill.dialog.state import Result, State
from skill.interview.assessment import Assessment
from skill.library.types import OneSide
from skill.storage.bookmark import Change


class Named(NamedTuple):
    """A content id whose name is spoken, as something that is there or that is not."""

    id: str
    present: bool = True


def naming(**ids: str) -> dict[str, tuple[Named, ...]]:
    """The names of an act of which each placeholder is filled with one."""
    return {placeholder: (Named(id),) for placeholder, id in ids.items()}


class Act(Struct, frozen=True):
    """One thing to say.

    `about` is the content id whose own words are meant. `names` are the content ids whose names
    fill a placeholder, `numbers` what fills one in digits. `cues` are what is heard at exact
    times, of a set-up, a set or a pause; `first` is the side that begins where sides change. `at`
    is a time of the day, hour and minute.
    """

    id: Statement | OwnWords
    about: str | None = None
    names: Mapping[str, tuple[Named, ...]] = {}
    numbers: Mapping[str, int] = {}
    cues: tuple[Cue, ...] = ()
    first: OneSide | None = None
    at: tuple[int, int] | None = None

    def __str__(self) -> str:
        return f"{self.id}:{self.about}" if self.about else self.id


class Question(Struct, frozen=True):
    """One thing to ask; the fields mean what they mean of an act."""

    id: Prompt | OwnQuestion
    about: str | None = None
    names: Mapping[str, tuple[Named, ...]] = {}
    numbers: Mapping[str, int] = {}
    at: tuple[int, int] | None = None

    def __str__(self) -> str:
        return f"{self.id}:{self.about}" if self.about else self.id


class Consent(Struct, frozen=True):
    """The permission for reminders is needed: Alexa asks for it herself, and carries the `plan`.

    `state` is where the talk goes on after that, if it does.
    """

    plan: Plan
    state: State | None = None


Spoken = Act | Question


class Asking(Struct, frozen=True):
    """A reply that leaves one question open. `result` is set in the reply that tells it.

    `keep` is what is to be kept of somebody who agreed to it, or that all is to be forgotten.
    `errand` is what Alexa's reminders are to be asked before the reply is whole. `assessed` is what
    the scene worked out of the answers, for what else in this turn wants to know it.
    """

    said: tuple[Act, ...]
    question: Question
    state: State
    result: Result | None = None
    keep: Change | None = None
    errand: Errand | None = None
    assessed: Assessment | None = None

    @property
    def acts(self) -> tuple[Spoken, ...]:
        """All that is heard, in its order."""
        return (*self.said, self.question)

    def after(self, *acts: Act) -> Asking:
        """The same reply with something said before it."""
        return replace(self, said=(*acts, *self.said))


class Closing(Struct, frozen=True):
    """A reply that asks nothing and closes the session.

    With a `consent` it is Alexa who asks, and who opens the next one.
    """

    said: tuple[Act, ...]
    result: Result | None = None
    keep: Change | None = None
    errand: Errand | None = None
    consent: Consent | None = None

    @property
    def acts(self) -> tuple[Spoken, ...]:
        """All that is heard, in its order."""
        return self.said

    @property
    def state(self) -> None:
        """Nothing is carried on."""

    def after(self, *acts: Act) -> Closing:
        """The same reply with something said before it."""
        return replace(self, said=(*acts, *self.said))


Reply = Asking | Closing
