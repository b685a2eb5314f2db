"""The shapes of what the skill's page in the store is made from. None of it ships."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from skill.library.types import Content, LocaleName, Text

MOST_OF_SUMMARY = 160
MOST_OF_DESCRIPTION = 4_000
MOST_KEYWORDS = 30
MOST_OF_NAME = 50
"""Characters, and of keywords their number, that the manifest takes. They are remembered from
Amazon's manifest reference, which could not be read again; the console refuses what is longer."""

Permission = Literal["alexa::alerts:reminders:skill:readwrite"]
SkillEvent = Literal["SKILL_DISABLED"]
Interface = Literal["ALEXA_PRESENTATION_APL"]


class Compliance(Content, frozen=True, kw_only=True):
    """The answers to the console's questions on privacy and compliance.

    `uses_health_info` asks of a business under the HIPAA law that has Amazon process patients'
    data, not of talk about health.
    """

    allows_purchases: bool
    uses_personal_info: bool
    is_child_directed: bool
    is_export_compliant: bool
    contains_ads: bool
    uses_health_info: bool


class StoreListing(Content, frozen=True, kw_only=True):
    """`content/store.yaml`: what the store is told beside the words.

    `countries` are those where the skill is offered: where it knows the number to call. `locale`
    is the one whose instructions testers read.
    """

    reviewed: date
    category: Literal["HEALTH_AND_FITNESS"]
    countries: tuple[Annotated[str, Meta(pattern=r"^[A-Z]{2}$")], ...]
    locale: LocaleName
    compliance: Compliance
    permissions: tuple[Permission, ...]
    events: tuple[SkillEvent, ...]
    interfaces: tuple[Interface, ...]


class StoreWords(Content, frozen=True, kw_only=True):
    """`content/words/<language>/store.yaml`: the words of the page in the store.

    `disclaimer` ends the description. `example_phrases` are said to a device as they stand.
    `testing_instructions` are for Amazon's testers alone.
    """

    name: Annotated[str, Meta(min_length=2, max_length=MOST_OF_NAME)]
    summary: Annotated[str, Meta(min_length=1, max_length=MOST_OF_SUMMARY)]
    description: Annotated[tuple[Text, ...], Meta(min_length=1)]
    disclaimer: Text
    example_phrases: Annotated[tuple[Text, ...], Meta(min_length=3, max_length=3)]
    keywords: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=MOST_KEYWORDS)]
    updates: Text
    testing_instructions: Annotated[tuple[Text, ...], Meta(min_length=1)]
