"""What may be no danger although it was heard: taken back at once, in doubt, or made light of."""

from __future__ import annotations

from skill.dialog.events import Beside, Described, Event, Said
from skill.dialog.state import EXERCISING, SCREENING, State
from skill.dialog.wishes import exercise_wishes
from skill.interview.answers import can_be_answered, is_yes
from skill.library.types import Library
from skill.understanding.heard import Heard

LOOKS_LIKE = {"black-or-dusky-skin": "bruising"}
"""Flags, each with the finding that people may mean by the same words: "black and blue"."""


def may_be_harmless(state: State, event: Described) -> set[str]:
    """What is asked about by itself first, as what is told beside it may be all that it is."""
    looks = {id for id, other in LOOKS_LIKE.items() if _counts(state, event, other)}
    return {id for id in looks if state.asking != id and not is_yes(state.given, id)}


def _counts(state: State, event: Described, id: str) -> bool:
    return id in event.present or is_yes(state.given, id)


def taken_back(library: Library, state: State | None, heard: Heard) -> Event | None:
    """What is told in or before an exercise and taken back at once, or in words that may mean
    something else: it is asked about.
    """
    if state is None or state.pending not in (*EXERCISING, *SCREENING):
        return None
    # What is in doubt is so beside a stop sign: "I feel faint, and tight up top".
    half = (*heard.taken_back, *(() if heard.stop_signs else heard.doubtful))
    if not {*half}.issuperset(heard.danger):
        return None
    told = tuple(id for id in half if can_be_answered(library, id))
    if told and state.pending in EXERCISING:
        told = (*told, *exercise_wishes.places_of(library, heard))
    doubtful = not heard.taken_back
    beside = Beside(taken_back=not doubtful, doubtful=doubtful, winded=doubtful and heard.winded)
    return Described(told, beside=beside) if told else None


def made_light(library: Library, state: State | None, heard: Heard) -> Event | None:
    """What ended a set, said to be so all the time, or no more than a foot asleep."""
    if state is None or state.stopped is None or not heard.admits:
        return None
    told = {*heard.danger, *(id for id, true in heard.findings.items() if true)}
    new = told - {*state.stopped.asks, *exercise_wishes.where(library)}
    known = {id for id in new if is_yes(state.given, id)} | {"numbness", "tingling"}
    return None if new - known else Said("made-light")


def settles_a_doubt(state: State | None, heard: Heard) -> bool:
    """Whether a no says where it is, as it is asked if a danger was told at all."""
    stopped = state.stopped if state is not None else None
    doubted = stopped is not None and stopped.doubtful
    return doubted and heard.answer == "no" and bool(heard.findings)
