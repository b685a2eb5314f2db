"""The way to a state: the events from the first word on, to be printed beside a fault."""

from __future__ import annotations

from dataclasses import dataclass

from skill.dialog.events import Event, Together
from skill.dialog.reply import Reply
from skill.dialog.state import State
from tests.slow.walk import rules


@dataclass(frozen=True)
class Trail:
    """An event, the seconds at which it came, and the way to where it came."""

    event: Event | Together
    at: float = 0.0
    before: Trail | None = None

    def __str__(self) -> str:
        return (f"{self.before}\n" if self.before else "") + f"  at {self.at:g} s: {self.event}"


def hold(before: State | None, trail: Trail, reply: Reply) -> None:
    """Hold a reply to the last event of the trail against all rules.

    Raises:
        AssertionError: a rule is broken; the trail stands below it.
    """
    event = trail.event
    try:
        rules.check(before, event.first if isinstance(event, Together) else event, reply)
    except AssertionError as broken:
        raise AssertionError(f"{broken}\nThe way there:\n{trail}") from broken
