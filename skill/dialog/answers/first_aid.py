"""First aid: told before all else, whatever is asked and whatever is open."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.check.opening import SIDES
from skill.dialog.events import Asked, Described, Event, Inquired, Said
from skill.dialog.reply import Act, Asking, Reply
from skill.dialog.state import State
from skill.interview.answers import is_yes
from skill.library.types import Care, Library
from skill.understanding.heard import OF_A_BLEED

BLEEDING = "heavy-bleeding"
WOUNDS = (BLEEDING, "open-wound")
"""The flags of what bleeds, or may."""

STOPPING = "stopping-the-bleeding"
"""The topic that tells how a bleed is stopped."""

BREATH = "checking-the-breath"
"""The topic of somebody who does not answer: who looks after them is asked nothing meanwhile."""


LEADING = frozenset(
    {
        *("to-safety", "to-safety-today", "to-safety-injury", "finish-first", "exercise-later"),
        *("plain-answer", "plainest-answer", "so-young", *SIDES.values()),
    }
)
"""What leads to a question and tells nothing: first aid stands in its place."""

MOST_NOTED = 1
"""Things that are spoken back behind first aid, at most."""


class Aid(Struct, frozen=True):
    """First aid to tell. With `supposed` a bleed was only asked about, and nobody told of it.

    `waits` is true where it is of somebody else, who comes before all questions.
    """

    act: Act
    supposed: bool = False
    waits: bool = False


def was_told(state: State, flags: Collection[str]) -> bool:
    """Whether one of these flags was told, be it confirmed or not."""
    return any(is_yes(state.given, id) or id in state.alarms for id in flags)


def set_apart(library: Library, state: State | None, event: Event) -> tuple[Event, Aid | None]:
    """What else an event tells, and the first aid that it calls for.

    Who tells of heavy bleeding is told how to stop it, whatever comes of what was told. Who asks
    how a bleed is stopped is asked how bad it is. Who looks after somebody else holds a set.
    """
    if isinstance(event, Asked) and is_of(library, event.topics):
        waits = event.topics[0] == BREATH and event.told is None
        aid = Aid(_act(state, event.topics[0]), waits=waits)
        if waits and state is not None and state.workout is not None and state.workout.held:
            return Said("pause"), aid  # "My wife just fainted": the set waits for her.
        if event.topics[0] in OF_A_BLEED and not _is_known(state, event.told):
            told = event.told or Described(())
            beside = replace(told.beside, doubtful=True)
            told = replace(told, present=(BLEEDING, *told.present), beside=beside)
            return told, replace(aid, supposed=True)
        return event.told or event, aid
    if isinstance(event, Inquired) and is_of(library, (event.topic,)):
        return event, Aid(_act(state, event.topic))
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
    if isinstance(reply, Asking) and reply.result is None:
        reply = replace(
            reply, said=_shortly(reply.said, without=BLEEDING if aid.supposed else None)
        )
    if aid.waits and isinstance(reply, Asking):
        reply = _when_ready(reply)
    if any(_tells(library, act) for act in reply.said):
        return reply
    return reply.after(aid.act)


def _when_ready(reply: Asking) -> Asking:
    """The reply whose question of the check waits until somebody says that it may go on."""
    if reply.state.pending not in ("question", "open-question") or reply.state.result:
        return reply
    return question.offer_to_go_on(reply.state)


def _shortly(said: tuple[Act, ...], without: str | None) -> tuple[Act, ...]:
    """What is said behind first aid and before a question: nobody waits for it.

    A wound is told with its bleed, and a bleed that was only supposed was not told.
    """
    nothing_noted = any(act.id in {"child", "taken-back"} for act in said)
    left = []
    for act in said:
        if act.id != "noted":
            left += [] if act.id in LEADING else [act]
            continue
        told = [one for one in act.names["findings"] if one.id != without]
        if any(one.id == BLEEDING for one in told):
            told = [one for one in told if one.id != "open-wound"]
        if told and not nothing_noted:
            left.append(replace(act, names={**act.names, "findings": tuple(told[:MOST_NOTED])}))
    return tuple(left)


def _tells(library: Library, act: Act) -> bool:
    """Whether an act tells first aid, or the result of a bleed, which begins with it."""
    if act == Act("because", BLEEDING):
        return True
    topic = (act.about or "").split("/")[0]
    return act.id in {"answer", "answer-urgent"} and is_of(library, (topic,))
