"""A pain in numbers that is told before exercise, where none is asked for."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.progression import STOPS_ABOVE
from skill.dialog.events import Event, Rated
from skill.dialog.state import SCREENING, State
from skill.dialog.wishes import giving_way
from skill.library.types import Library
from skill.understanding.heard import Heard

WISHES = frozenset({"start_exercise", "back_to_exercise"})
"""Commands that ask for exercise."""


def told(library: Library, state: State | None, heard: Heard) -> Event | None:
    """A pain above all rules, before exercise or where a stop is taken back; what is graver beside
    it counts more. That of another day goes along with a wish.
    """
    if heard.rated is None or heard.rated <= STOPS_ABOVE or heard.stop_signs:
        return None
    others = {id: true for id, true in heard.findings.items() if id not in OF_ITS_COURSE}
    if giving_way.tells_of_danger(library, replace(heard, findings=others)) or heard.person:
        return None
    pending = state.pending if state is not None else "open-question"
    if pending in SCREENING or pending == "false-alarm":
        return Rated(heard.rated, heard.rated_before)
    wished = heard.command in WISHES and (heard.routine or heard.exercise)
    if pending == "open-question" and wished and not heard.rated_before:
        return Rated(heard.rated)
    return None


OF_ITS_COURSE = frozenset({"getting-worse", "over-six-weeks"})
"""How it went and since when, told beside a number: no danger by itself."""
