"""What a description answers: which of it counts, and what of it is asked about first."""

from __future__ import annotations

from collections.abc import Mapping, Set

from msgspec.structs import replace

from skill.dialog.check import doubts
from skill.dialog.events import Described
from skill.dialog.state import State
from skill.dialog.wishes import painless_answers
from skill.interview import onset, red_flags, traits
from skill.interview.answers import OF_AN_AGE, anybody_yes, is_yes
from skill.interview.interview import Knowledge
from skill.library.types import Answer, Answers, Library

PLAINLY_TOLD = frozenset({*onset.BEGINNINGS, *OF_AN_AGE})
"""Flags that a volunteered denial settles: how it began, and an age in years."""

PLAINLY_DENIED = frozenset({"head-injury"})
"""A flag that a volunteered denial settles before it was told: no other words deny it."""

FIRST_STEPS, STIFF = "first-steps-worst", "morning-stiffness"
"""Sore first steps are those of a sole; of an ankle they are stiffness in the morning."""
UNDER_THE_FOOT = frozenset({"pain-under-heel", "pain-sole-or-arch", "pain-back-of-heel"})
"""Places whose first steps in the morning may be the sorest."""


def without_foreign_steps(library: Library, state: State, event: Described) -> Described:
    """The same without first steps that are the sorest, where all places that are known lie
    elsewhere than under the foot: what is told is that it is stiff then.
    """
    if FIRST_STEPS not in event.present:
        return event
    given = (id for id in state.given if is_yes(state.given, id))
    told = library.places.keys() & {*given, *event.present}
    if not told or not told.isdisjoint(UNDER_THE_FOOT):
        return event
    present = (STIFF if id == FIRST_STEPS else id for id in event.present)
    return replace(event, present=tuple(dict.fromkeys(present)))


def plainly_told(event: Described) -> frozenset[str]:
    """What is settled without a question, where words name what they deny."""
    return frozenset() if event.guessed else PLAINLY_TOLD


def answers_of(
    knowledge: Knowledge,
    state: State,
    event: Described,
    asked: frozenset[str],
    unsure: tuple[str, ...],
) -> dict[str, Answer]:
    """The answers by id that a description gives; it gives none to what is `unsure`.

    `asked` are the ids that the open question asks about.
    """
    heard = {id: Answer.YES for id in event.present if id not in unsure}
    library = knowledge.library
    whole = _denied_whole(library, asked, event.absent)
    plain = plainly_told(event)
    for id in event.absent:
        if id in library.gates and id not in (*asked, *knowledge.plan.regions):
            continue  # A no to a word of a question is none to all that it asks for.
        new = id in PLAINLY_DENIED and id not in state.given and id not in state.alarms
        if id not in library.red_flags or id in {*asked, *whole, *plain} or new:
            heard.setdefault(id, Answer.NO)
    for id in painless_answers.denied(knowledge, state, event.beside, event.present):
        heard.setdefault(id, Answer.NO)
    painless = painless_answers.of_a_painless_trouble(library, state, event.beside, event.present)
    heard = {**painless, **heard}
    began = anybody_yes({**state.given, **heard}, onset.BEGINNINGS)
    if "sudden-onset" in event.absent and not began:
        heard = {**dict.fromkeys(onset.BEGINNINGS, Answer.NO), **heard}
    if event.side is not None:
        heard.pop("both-sides", None)
    return heard


def _denied_whole(
    library: Library, asked: frozenset[str], denied: tuple[str, ...]
) -> frozenset[str]:
    """All that a gate opens, where each is denied and one of them is asked: "no bone is sore"."""
    if not denied:
        return frozenset()  # As mostly.
    wholes = (gate.opens for gate in library.gates.values() if not asked.isdisjoint(gate.opens))
    return frozenset(id for opens in wholes if {*opens} <= {*denied} for id in opens)


def grade_of(
    state: State, event: Described, asked: frozenset[str], heard: Mapping[str, Answer]
) -> Answer | None:
    """The answer to the question that is open, where the description itself does not answer it.

    A no beside a yes to a part of the question counts for nothing, nor does one that takes back
    what was told before: "no, it isn't swollen after all".
    """
    by_side = event.side is not None and state.asking == "both-sides"
    if state.asking is None or state.asking in heard or by_side:
        return None
    contradicts = any(is_yes(heard, id) for id in asked)
    parts = asked - {state.asking}
    if event.reply is not None and parts and parts <= {*state.given, *heard}:
        # "A bit fat, but not hot, no fever": part by part it is told, and nothing is in doubt.
        return Answer.YES if anybody_yes({**state.given, **heard}, parts) else Answer.NO
    before = any(is_yes(state.given, id) for id in event.absent if id not in asked)
    return None if event.reply is Answer.NO and (contradicts or before) else event.reply


def is_unconfirmed(knowledge: Knowledge, settled: Set[str], id: str) -> bool:
    """Whether this would be an emergency that nobody asked about: words may be misheard.

    `settled` is what is being asked about, and what counts already.
    """
    return doubts.would_be_emergency(knowledge, id) and id not in settled


def works_out(
    knowledge: Knowledge, state: State, settled: Set[str], heard: Mapping[str, Answer]
) -> str | None:
    """What was volunteered and makes an emergency of the rest: "a fat calf, and I fainted".

    It is asked about first, the gravest where several do. None where the emergency stands without,
    and none after a result, as the rest was asked about by then.
    """
    flags, of_a_person = knowledge.library.red_flags, traits.of_a_person(knowledge.library)
    new = {id for id in heard if is_yes(heard, id) and id in flags and id not in settled}
    if state.result is not None or new <= of_a_person:  # As mostly.
        return None
    library, told = knowledge.library, {**state.given, **heard}
    if not doubts.calls_for_emergency(library, told):
        return None
    if doubts.calls_for_emergency(library, _without(told, new)):
        return None
    troubles = red_flags.gravest_first(library, [id for id in heard if id in new - of_a_person])
    alone = (id for id in troubles if not doubts.calls_for_emergency(library, _without(told, {id})))
    return next(alone, None)


def _without(told: Answers, ids: Set[str]) -> Answers:
    return {id: answer for id, answer in told.items() if id not in ids}
