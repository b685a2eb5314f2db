"""First aid: told before all else, whatever is asked and whatever is open."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from skill.dialog.events import Asked, Described, Event, Inquired
from skill.dialog.reply import Act, Reply
from skill.dialog.state import State
from skill.interview.answers import is_yes
from skill.library.types import Care, Library
from skill.understanding.topics import OF_A_BLEED

BLEEDING = "heavy-bleeding"
WOUNDS = (BLEEDING, "open-wound")
"""The flags of what bleeds, or may."""

STOPPING = "stopping-the-bleeding"
"""The topic that tells how a bleed is stopped."""


class Aid(Struct, frozen=True):
    """First aid to tell. With `supposed` a bleed was only asked about, and nobody told of it."""

    act: Act
    supposed: bool = False


def was_told(state: State, flags: Collection[str]) -> bool:
    """Whether one of these flags was told, be it confirmed or not."""
    return any(is_yes(state.given, id) or id in state.alarms for id in flags)


def set_apart(library: Library, state: State | None, event: Event) -> tuple[Event, Aid | None]:
    """What else an event tells, and the first aid that it calls for.

    Who tells of heavy bleeding is told how to stop it, whatever comes of what was told. Who asks
    how a bleed is stopped is asked how bad it is.
    """
    if isinstance(event, Asked) and is_of(library, event.topics):
        aid = Aid(_act(state, event.topics[0]))
        if event.topics[0] in OF_A_BLEED and not _is_known(state, event.told):
            told = event.told or Described(())
            beside = replace(told.beside, doubtful=True)
            told = replace(told, present=(BLEEDING, *told.present), beside=beside)
            return told, replace(aid, supposed=True)
        return event.told or event, aid
    told_of = event.told if isinstance(event, Asked | Inquired) else event
    bleeds = isinstance(told_of, Described) and BLEEDING in told_of.present
    return event, Aid(_act(state, STOPPING)) if bleeds else None


def _is_known(state: State | None, told: Described | None) -> bool:
    """Whether a bleed was told of before, or is now; or denied, where it was asked about."""
    if told is not None and BLEEDING in told.present:
        return True
    return state is not None and (BLEEDING in state.given or BLEEDING in state.alarms)


def is_of(library: Library, topics: tuple[str, ...]) -> bool:
    """Whether a question about these topics is one of first aid; a farewell has no topic."""
    about = library.topics.get(topics[0]) if len(topics) == 1 else None
    return about is not None and about.first_aid


def _act(state: State | None, topic: str) -> Act:
    told = state.result if state is not None else None
    if told is not None and told.care is Care.EMERGENCY:
        return Act("answer-urgent", f"{topic}/{told.care}")
    return Act("answer", f"{topic}/answer")


def lead(library: Library, reply: Reply, aid: Aid | None) -> Reply:
    """A reply with the first aid before it, unless it tells of that itself."""
    if aid is None:
        return reply
    if aid.supposed:
        said = (without for act in reply.said if (without := _without_bleed(act)) is not None)
        reply = replace(reply, said=tuple(said))
    if any(_tells(library, act) for act in reply.said):
        return reply
    return reply.after(aid.act)


def _without_bleed(act: Act) -> Act | None:
    """What is spoken back without a bleed that nobody told of; None where nothing is left."""
    if act.id != "noted":
        return act
    left = tuple(one for one in act.names["findings"] if one.id != BLEEDING)
    return replace(act, names={**act.names, "findings": left}) if left else None


def _tells(library: Library, act: Act) -> bool:
    """Whether an act tells first aid, or the result of a bleed, which begins with it."""
    if act == Act("because", BLEEDING):
        return True
    topic = (act.about or "").split("/")[0]
    return act.id in {"answer", "answer-urgent"} and is_of(library, (topic,))
