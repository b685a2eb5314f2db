"""A wish to be reminded, and what is told of its days and time."""

from __future__ import annotations

from skill.coaching.schedule import PartialPlan
from skill.dialog.events import Event, Planned
from skill.dialog.state import State
from skill.interview.answers import is_yes
from skill.understanding.heard import Heard

OF_REMINDERS = frozenset({"remind", "change_reminder"})
"""Commands beside which days and times are told."""


def reminder_of(state: State | None, heard: Heard) -> Event | None:
    """A reminder that is asked for or changed, or more of one that is spoken of."""
    open_one = state is not None and state.reminder is not None
    asked = heard.command in OF_REMINDERS
    if not (asked or open_one):
        return None
    told = PartialPlan(heard.weekdays, heard.hour, heard.minute or 0, heard.part_of_day)
    given = state.given if state is not None else {}
    says_more = any(true and not is_yes(given, id) for id, true in heard.findings.items())
    if asked and not says_more:
        return Planned(told, heard.command == "change_reminder", heard.once)
    return Planned(told) if open_one and told != PartialPlan() and not says_more else None
