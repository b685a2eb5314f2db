"""What the dialog answers: what is said, then one open question or none, and the state after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from skill.coaching.timeline import Cue
from skill.dialog.schedule import Errand, Plan
from skill.dialog.state import Result, State
from skill.storage.bookmark import Change

Prompt = Literal[
    "welcome",
    "welcome-again",
    "start",
    "start-again",
    "open-question",
    "offer-check",
    "go-on",
    "skip-offer",
    "helpline-offer",
    "why-offer",
    "until-offer",
    "repeat-offer",
    "more-offer",
    "check-offer",
    "which-one",
    "offer-routine",
    "choose-routine",
    "choose-routine-end",
    "safety-today",
    "safety-today-plainer",
    "safety-person",
    "safety-person-adult",
    "safety-person-rest",
    "safety-person-plainer",
    "clinician-seen",
    "clinician-seen-plainer",
    "last-sessions",
    "mornings-after",
    "may-remember",
    "resume-offer",
    "reminder-days",
    "reminder-time",
    "reminder-half",
    "reminder-confirm",
    "which-level",
    "ready-question",
    "next-when-ready",
    "part-done",
    "how-much-pain",
]
"""The prompts of `content/words/<language>/speech/`: each asks something."""

Statement = Literal[
    "still-holds-emergency",
    "still-holds-same-day",
    "still-here",
    "step-by-step",
    "side-left",
    "side-right",
    "side-both",
    "to-safety",
    "to-matching",
    "noted",
    "taken-as-yes",
    "taken-as-yes-to",
    "taken-one-by-one",
    "not-sure-of",
    "second-place",
    "nothing-before",
    "going-back",
    "changing",
    "why-questions",
    "no-reasons-yet",
    "care-emergency",
    "care-same-day",
    "care-see-clinician",
    "care-self-care",
    "fits-one",
    "fits-two",
    "fits-none",
    "speaks-for",
    "speaks-against",
    "nothing-against",
    "why-none",
    "until-seen",
    "closing-emergency",
    "closing-same-day",
    "closing-see-clinician",
    "closing-self-care",
    "join-two",
    "join-three",
    "still-urgent",
    "which-topic",
    "unknown-topic",
    "not-known",
    "nothing-more",
    "help-more-offer",
    "no-exercise",
    "back-to-check",
    "help-check-offer",
    "help-which-one",
    "routine-start",
    "routine-of-one",
    "to-fetch",
    "with-load",
    "any-time",
    "number-please",
    "exercise-start",
    "too-young",
    "needs-clinician-first",
    "needs-clearance",
    "finish-first",
    "flag-stands",
    "has-to-wait",
    "exercise-waits",
    "progress-up",
    "progress-stay",
    "progress-down",
    "progress-top",
    "shortest-instead",
    "left-out",
    "easier-instead",
    "unsure-instead",
    "none-suits",
    "no-instead",
    "instead-now",
    "exercise-next",
    "wait-now",
    "get-ready",
    "count-three",
    "count-two",
    "count-one",
    "count-repetition",
    "set-soon",
    "rest-now",
    "beside-first",
    "beside-set",
    "count-seconds",
    "count-held",
    "count-minutes",
    "get-ready-left",
    "get-ready-right",
    "set-soon-left",
    "set-soon-right",
    "last-set",
    "last-set-left",
    "last-set-right",
    "switch-to-left",
    "switch-to-right",
    "well-done",
    "paused",
    "missed-in-a-set",
    "paused-between",
    "still-paused",
    "resuming",
    "slower-now",
    "faster-now",
    "slowest",
    "fastest",
    "left-to-go",
    "wait-to-go",
    "exercises-to-go",
    "side-now-left",
    "side-now-right",
    "side-now-both",
    "how-often",
    "how-often-daily",
    "which-step",
    "next-is",
    "next-is-none",
    "rest-longer",
    "harder-once",
    "harder-after-a-set",
    "this-is",
    "still-coaching",
    "none-left",
    "first-exercise",
    "nothing-to-pause",
    "made-easier",
    "made-easier-dose",
    "made-harder",
    "made-harder-dose",
    "not-after-pain",
    "no-easier",
    "no-harder",
    "stop-there",
    "pain-go-on",
    "no-pain-go-on",
    "pain-keep",
    "pain-severe",
    "pain-easier",
    "pain-easier-later",
    "pain-easier-next-time",
    "pain-leave",
    "pain-stop",
    "pain-unknown",
    "pain-number-please",
    "danger-stop",
    "session-done",
    "step-done",
    "coach-goodbye",
    "why-safety",
    "help-offer-routine",
    "help-choose-routine",
    "help-safety",
    "help-last-sessions",
    "help-which-level",
    "help-ready-question",
    "help-how-much-pain",
    "other-body-part",
    "other-person",
    "child",
    "help-open-question",
    "help-question",
    "help-why-offer",
    "help-until-offer",
    "help-repeat-offer",
    "help-go-on",
    "help-offer-check",
    "cannot-call",
    "grave-words",
    "self-harm",
    "keeps-nothing",
    "remembered",
    "not-remembered",
    "forgotten",
    "could-not-forget",
    "could-not-remember",
    "memory-unreachable",
    "nothing-to-remember",
    "no-reminders",
    "no-reminder-set",
    "reminder-set",
    "reminder-moved",
    "reminder-is",
    "reminder-unknown",
    "reminder-dropped",
    "reminder-later",
    "reminder-permission",
    "reminder-not-allowed",
    "reminder-no-permission",
    "reminder-no-device",
    "reminder-too-many",
    "reminder-too-often",
    "reminder-not-taken",
    "reminder-unreachable",
    "reminders-cancelled",
    "reminders-deleted-too",
    "only-reminders-deleted",
    "reminders-not-deleted",
    "help-reminder-days",
    "help-reminder-time",
    "help-reminder-half",
    "help-reminder-confirm",
    "no-bookmark",
    "kept-place",
    "kept-for-voice",
    "kept-for-account",
    "what-is-kept",
    "where-you-were",
    "welcome-back",
    "broke-off",
    "session-counted",
    "last-time",
    "last-time-lately",
    "sessions-so-far",
    "which-week",
    "week-plan",
    "week-plan-begun",
    "week-plan-done",
    "week-plan-daily",
    "getting-on",
    "help-may-remember",
    "help-resume-offer",
    "help-mornings-after",
    "missed-once",
    "missed-twice-question",
    "missed-left-out",
    "missed-twice-offer",
    "missed-often",
    "failure",
    "failure-closed",
    "goodbye",
    "goodbye-unfinished",
]
"""The statements of the same files."""

OwnWords = Literal[
    "because",
    "about",
    "until",
    "explain",
    "answer",
    "answer-more",
    "set-up",
    "set-up-again",
    "whole-set-up",
    "why-this",
    "advice",
    "set",
]
"""What speaks a content file's own words, of the id that it is about."""

OwnQuestion = Literal["ask", "ask-otherwise", "ask-plainer"]
"""What asks a finding, a red flag or a gate in its own words: as it is, otherwise, plainer."""


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
    first: Literal["left", "right"] | None = None
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
    `errand` is what Alexa's reminders are to be asked before the reply is whole.
    """

    said: tuple[Act, ...]
    question: Question
    state: State
    result: Result | None = None
    keep: Change | None = None
    errand: Errand | None = None

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
