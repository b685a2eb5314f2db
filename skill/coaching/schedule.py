"""Plans of exercise and reminders: days of the week and a time of the day."""

from __future__ import annotations

import re
from typing import Annotated

from msgspec import Meta, Struct

from skill.library.types import PartOfDay

Day = Annotated[int, Meta(ge=0, le=6)]
Hour = Annotated[int, Meta(ge=0, le=23)]
Minute = Annotated[int, Meta(ge=0, le=59)]

EVERY_DAY = tuple(range(7))
WORKING_DAYS = tuple(range(5))
WITH_A_DAY_BETWEEN = (0, 2, 4)
"""Monday, Wednesday, Friday: the days for somebody who names none, as most routines take three."""

NOON = 12
EVENING = 18
MORNINGS = range(5, 12)
"""Hours that may be of the morning or of the evening. From one to four they are of the afternoon:
nobody exercises in the night."""


class Plan(Struct, frozen=True, forbid_unknown_fields=True):
    """Days of each week, 0 for Monday, and a time of the day where the device is."""

    days: Annotated[tuple[Day, ...], Meta(min_length=1, max_length=7)]
    hour: Hour
    minute: Minute = 0


class PartialPlan(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was told of a plan so far: `hour` as it was said, perhaps on a clock's face."""

    days: Annotated[tuple[Day, ...], Meta(max_length=7)] = ()
    hour: Hour | None = None
    minute: Minute = 0
    part: PartOfDay | None = None

    @property
    def is_ambiguous(self) -> bool:
        """Whether the hour may be one of the morning or of the evening."""
        return self.part is None and self.hour in MORNINGS

    @property
    def plan(self) -> Plan | None:
        """The plan, where it is whole."""
        if not self.days or self.hour is None or self.is_ambiguous:
            return None
        return Plan(self.days, hour_of(self.hour, self.part), self.minute)

    def with_more(self, more: PartialPlan) -> PartialPlan:
        """This plan with the fields of `more` that are set in place of its own."""
        hour, minute = (self.hour, self.minute) if more.hour is None else (more.hour, more.minute)
        return PartialPlan(more.days or self.days, hour, minute, more.part or self.part)


def hour_of(hour: int, part: PartOfDay | None) -> int:
    """The hour of the day, 0 to 23, for an hour as it was said."""
    face = hour % NOON
    if hour > NOON or hour == 0:
        return hour
    match part:
        case "morning":
            return face
        case "afternoon" | "evening":
            return face + NOON
        case "night":
            return face + NOON if face in MORNINGS else face
    return face + NOON if face not in MORNINGS else hour


def partial_of(plan: Plan) -> PartialPlan:
    """A plan as somebody would have told it, so that a part of it can be told anew."""
    hour = plan.hour
    part: PartOfDay = (
        "night" if hour < MORNINGS.start else "morning" if hour < NOON else "afternoon"
    )
    return PartialPlan(
        plan.days, hour % NOON or NOON, plan.minute, "evening" if hour >= EVENING else part
    )


RULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Days as RFC 5545 names them."""

_TOKEN = re.compile(r"([A-Z]{2}(?:,[A-Z]{2}){0,6}) ([0-9]{2}):([0-9]{2})")


def to_token(plan: Plan) -> str:
    """The plan as a text that Alexa carries through her question for the permission."""
    days = ",".join(RULE_DAYS[day] for day in plan.days)
    return f"{days} {plan.hour:02}:{plan.minute:02}"


def from_token(token: object) -> Plan | None:
    """The plan that a text carries, or None where it carries none; it came from outside."""
    found = _TOKEN.fullmatch(token) if isinstance(token, str) else None
    if found is None or not set(named := found[1].split(",")) <= set(RULE_DAYS):
        return None
    hour, minute = int(found[2]), int(found[3])
    if hour > 23 or minute > 59:
        return None
    return Plan(tuple(sorted({RULE_DAYS.index(day) for day in named})), hour, minute)
