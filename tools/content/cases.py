"""The shape of the published cases, which likelihoods are counted from. None of it ships."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from skill.library.types import Care, Content, Id, Ids, Text

Age = Literal["child", "adult", "under-50", "over-50", "over-65"]
OF_AN_AGE: Mapping[str, Mapping[str, bool]] = {
    "child": {"under-eighteen": True},
    "adult": {"under-eighteen": False},
    "under-50": {"under-eighteen": False, "over-50": False, "over-65": False},
    "over-50": {"under-eighteen": False, "over-50": True, "over-65": False},
    "over-65": {"under-eighteen": False, "over-50": True, "over-65": True},
}
"""What an age says, as it is asked. Of a child no more: the others tell grown people apart."""
CaseCourse = Literal["better", "worse", "same", "comes-and-goes"]


class Origin(StrEnum):
    """Who tells the case.

    `report`: a case report or teaching file. `series`: one patient of a series. `clinic`: a
    clinic's page, or a clinician's answer. `textbook`: how it typically is, or a made-up example.
    `account`: the patient's own words, in a blog, a forum or a newspaper.
    """

    REPORT = "report"
    SERIES = "series"
    CLINIC = "clinic"
    TEXTBOOK = "textbook"
    ACCOUNT = "account"


class Confirmation(StrEnum):
    """How the diagnosis was made. `not-told` where the source, as far as it was read, has none."""

    IMAGING_OR_SURGERY = "imaging-or-surgery"
    CLINICIAN_EXAM = "clinician-exam"
    CLINICIAN_REMOTE = "clinician-remote"
    TEXTBOOK = "textbook"
    PEERS_OR_SELF = "peers-or-self"
    NOT_TOLD = "not-told"


CONFIRMED = frozenset({Confirmation.IMAGING_OR_SURGERY, Confirmation.CLINICIAN_EXAM})


class PublishedCase(Content, frozen=True, kw_only=True):
    """One person of whom something was published.

    `source` is the address of the page that was read. `present` and `absent` are the findings and
    red flags that the page states of the person, and where it is: the place that hurts, is numb or
    swells, or the region (`place-ankle`) where the page tells no more. On all else it is silent,
    which denies nothing.
    `age` is `adult` where no more is told than that.
    `care` is the level that should follow, by the rule of `docs/evaluation.md`, and `care_ok`
    every level that is no error, where others than the usual ones are; both are a reader's labels.
    `variant` tells an uncommon kind of the condition; `note` what a reader should know.
    """

    condition: Id
    source: Annotated[str, Meta(pattern="^https?://")]
    title: Text
    origin: Origin
    confirmed: Confirmation
    story: Text
    age: Age | None = None
    runner: bool | None = None
    since_days: Annotated[int, Meta(ge=0)] | None = None
    course: CaseCourse | None = None
    care: Care
    care_ok: tuple[Care, ...] = ()
    present: Ids = ()
    absent: Ids = ()
    variant: Text | None = None
    note: Text | None = None

    @property
    def facts(self) -> dict[str, bool]:
        """What the page states as there or not there, and what its age says."""
        stated = {**dict.fromkeys(self.present, True), **dict.fromkeys(self.absent, False)}
        return stated if self.age is None else {**stated, **OF_AN_AGE[self.age]}


class PublishedCases(Content, frozen=True):
    """`content/cases/<condition>.yaml`, or a kind of urgent ones in one file: cases by id."""

    cases: dict[Id, PublishedCase]
