"""What is wished or asked at the end: to wait with the visit, to play on, what else it is, bye."""

from __future__ import annotations

from skill.dialog.care import URGENT
from skill.dialog.events import Asked, Event, Said
from skill.dialog.state import AFTER_RESULT, State
from skill.dialog.wishes import wishes
from skill.library.types import Aspect, Library
from skill.understanding.heard import FAREWELL, Heard
from skill.understanding.topics.general_topics import GENERAL_TOPICS

RUNNING = GENERAL_TOPICS[Aspect.RUNNING]
"""The topic of running, which is heard of other sports too."""
ON_THE_WAY = frozenset(
    {None, FAREWELL, "getting-there", "while-you-wait", "whom-to-call", "recovery-time"}
)
"""What is practical and heard beside a wish to wait, which counts first."""


def put_off(library: Library, state: State | None, heard: Heard) -> Event | None:
    """After a result, that sport or work comes first, and after an urgent one that the visit waits.

    "I'll go tomorrow" is no goodbye where it is told to be seen today. Nothing grave is lost to it.
    """
    if heard.puts_off is None or state is None or state.pending not in AFTER_RESULT:
        return None
    if state.result is None or heard.practical not in ON_THE_WAY or heard.side is not None:
        return None
    if set(heard.danger) - {"call-help"} or wishes.takes_back(state, heard):
        return None
    if heard.puts_off == "load":
        named = heard.topic is not None and heard.topic in library.topics
        other = named and heard.topic != RUNNING
        return Asked((str(heard.topic),) if other else (), Aspect.RUNNING)
    return Said("can-wait") if state.result.care in URGENT else None


WHO_SEES = frozenset({"when-to-see-a-professional", "what-a-physio-does"})
"""Topics that are heard beside the question why it is to be seen."""


def of_the_result(state: State | None, heard: Heard) -> Event | None:
    """What else it could be, also beside the name that was told ("anything other than shin
    splints"), and why a doctor is to see it. Nothing grave is lost to it.
    """
    if state is None or state.result is None or heard.danger or state.pending not in AFTER_RESULT:
        return None
    if heard.command == "other_fits" and heard.topic in {None, *state.result.matches}:
        return Said("other-fits")
    if heard.command != "why_care" or heard.topic not in {None, *WHO_SEES} or heard.findings:
        return None
    return None if wishes.takes_back(state, heard) else Said("why-care")


def goodbye_of(state: State | None, heard: Heard) -> Event | None:
    """A goodbye at the list of routines, beside what is turned down: "none of them, bye"."""
    at_the_list = state is not None and state.pending == "choose-routine"
    if not at_the_list or heard.practical != FAREWELL or heard.answer == "yes":
        return None
    return None if heard.findings or heard.danger or heard.routine else Said("stop")
