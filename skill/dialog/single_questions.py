"""The safety questions before exercise, each thing by itself, for whoever asks for that."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from skill.coaching import precautions
from skill.coaching.precautions import ASKED_OF_THE_PERSON
from skill.dialog.events import Answered, Described, Event, Said
from skill.dialog.sayings import Prompt
from skill.dialog.state import Pending, State, workout_of
from skill.interview.answers import is_yes
from skill.library.types import Answer


class Part(NamedTuple):
    """What is asked about, the findings and flags that it is, and how many things by name."""

    prompt: Prompt
    ids: tuple[str, ...] = ()
    things: int = 1


OF_THE_PERSON: tuple[Prompt, ...] = (
    *("part-age", "part-pregnant", "part-diabetes"),
    *("part-metal", "part-surgery", "part-antibiotic"),
)
"""What asks for each of what is asked of the person, in that order."""

SEVERAL = 3
"""Things of a whole question: who denies so many of them by name means all of them."""

PARTS: dict[Pending, tuple[Part, ...]] = {
    "safety-today": (
        Part("part-injury", precautions.NEW_INJURY),
        Part("part-chest", things=2),
        Part("part-leg", ("swelling", "numbness", "tingling"), 3),
        Part("part-rest", ("pain-at-rest",)),
    ),
    "safety-person": tuple(
        Part(prompt, (id,)) for prompt, id in zip(OF_THE_PERSON, ASKED_OF_THE_PERSON, strict=True)
    ),
}


SINGLE: dict[Pending, Part] = {
    "safety-bone": Part("safety-bone", (precautions.SORE_SPOT,)),
    "safety-walk": Part("safety-walk", (precautions.SORE_WALK,)),
}
"""The questions that ask about one thing alone."""


def open_part(state: State) -> Part | None:
    """The part that is asked about now; None where the question is asked whole."""
    place = _place(state)
    return PARTS[state.pending][place - 1] if place else None


def things_of(state: State) -> int:
    """How many things, denied by name, are all that the open question asks about."""
    part = open_part(state)
    return SEVERAL if part is None else part.things


def can_be_split(state: State) -> bool:
    """Whether the open question asks for several things at once, which may be asked one by one."""
    return state.pending in PARTS and not workout_of(state).part


def split(state: State) -> State:
    """The state in which the question that is open is asked in parts, from the first one on."""
    workout = replace(workout_of(state), part=1, plainer=False)
    return replace(state, misses=0, workout=workout)


def after(state: State) -> State | None:
    """The state at the next part, once a part got a plain no; None where that was the last one."""
    place = _place(state)
    if not place:
        return None
    ids = PARTS[state.pending][place - 1].ids
    known = {**state.given, **dict.fromkeys(ids, Answer.NO)}
    workout = replace(workout_of(state), part=place + 1, plainer=False)
    on = replace(state, misses=0, given=known, workout=workout)
    return on if _place(on) else None


def as_told(state: State, event: Event) -> Event:
    """What the answer to a part says: a yes tells of what it asks about, and denying that is a no.

    A yes to a question of today stays one, as it does to the whole of it.
    """
    part = SINGLE.get(state.pending) or open_part(state)
    if part is None or not part.ids:
        return event
    match event:
        case Answered(Answer.YES) if state.pending == "safety-person":
            (id,) = part.ids
            return Said("child") if id == "under-eighteen" else Described((id,), reply=Answer.YES)
        case Described((), absent, reply=None) if _is_denied(part, absent):
            return Answered(Answer.NO)
        case Described(present) if state.pending == "safety-walk" and present == part.ids:
            return Answered(Answer.YES)
    return event


def _is_denied(part: Part, absent: tuple[str, ...]) -> bool:
    """Whether all of a part is denied; of one thing that has several ids one is enough."""
    denied = {*part.ids} & {*absent}
    return bool(denied) if part.things == 1 else denied == {*part.ids}


def _place(state: State) -> int:
    """The place of the part that is asked about, from 1; 0 where there is none."""
    workout, parts = state.workout, PARTS.get(state.pending, ())
    if workout is None or not workout.part:
        return 0
    places = range(workout.part, len(parts) + 1)
    return next((at for at in places if not _is_known(state, parts[at - 1])), 0)


def _is_known(state: State, part: Part) -> bool:
    """Whether a part needs no question: it was denied, or an age rules it out."""
    if part.ids == ("pregnant",) and is_yes(state.given, precautions.OLDER):
        return True
    return bool(part.ids) and precautions.is_denied(state.given, part.ids)
