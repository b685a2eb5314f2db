"""Corrections: a danger that counted and is denied now is asked once more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.events import Described
from skill.dialog.reply import Act, Asking, Named
from skill.dialog.state import Result, State
from skill.interview.answers import can_be_answered, is_yes
from skill.interview.assessment import assess
from skill.interview.interview import Knowledge
from skill.library.types import Answer, Answers, Care

BONES = {"place-ankle": "tender-ankle-bone", "place-foot": "tender-midfoot-bone"}
"""The flag of a sore bone by the region that it is in: "it's not my ankle, I said shin"."""


def denied_flags(knowledge: Knowledge, state: State, denied: Iterable[str]) -> tuple[str, ...]:
    """The flags that counted so far and are denied now, gravest first, where they decide the care
    or the first reason of a result.

    A denial that nobody asked for may be misheard, so it settles nothing by itself.
    """
    flags = knowledge.library.red_flags
    counted = [id for id in denied if id in flags and is_yes(state.given, id)]
    counted.sort(key=lambda id: -flags[id].care.rank)
    told = state.result
    is_reason = told is not None and bool({*counted}.intersection(told.flags[:1]))
    return tuple(counted) if is_reason or _decide(knowledge, state, counted) else ()


def lighter_flags(
    knowledge: Knowledge, given: Answers, denied: Iterable[str], decisive: Iterable[str]
) -> tuple[str, ...]:
    """The flags that counted so far and are denied now, and that decide nothing.

    No emergency is among them, so that none is lost bit by bit without a question.
    """
    flags = knowledge.library.red_flags
    counted = (id for id in denied if id in flags and is_yes(given, id) and id not in decisive)
    return tuple(id for id in counted if flags[id].care is not Care.EMERGENCY)


def ask_what_is_taken_back(
    knowledge: Knowledge, before: State, after: State, denied: Iterable[str], back: tuple[str, ...]
) -> Asking | None:
    """The question about what is taken back, in the check and at an emergency; elsewhere None.

    `after` is the state with what was told taken, `denied` all that was denied, and `back` what of
    it decides the care of `after`. An emergency is never lowered without a question about it.
    """
    told = before.result
    if told is not None and told.care is Care.EMERGENCY:
        all_back = denied_flags(knowledge, before, denied)
        if not _decide(knowledge, before, all_back):
            return None  # Another emergency stands.
        each = tuple(id for id in all_back if _decide(knowledge, before, (id,)))
        return ask_anew(knowledge, before, each or all_back).after(Act("once-more"))
    if back and told is None:
        return ask_anew(knowledge, after, back).after(Act("once-more"))
    return None


def said_back(ids: Sequence[str]) -> Act:
    """That these count no longer, in the words of their denial."""
    return Act("taken-back", names={"findings": tuple(Named(id, present=False) for id in ids[:3])})


def with_their_bones(knowledge: Knowledge, event: Described) -> tuple[str, ...]:
    """What is denied, and the sore bones of a region that is denied for another place."""
    if not event.absent:  # As mostly.
        return ()
    library = knowledge.library
    elsewhere = any(id in library.places or id in knowledge.plan.regions for id in event.present)
    bones = (BONES[id] for id in event.absent if elsewhere and id in BONES)
    return tuple(dict.fromkeys((*event.absent, *bones)))


def decisive_answer(knowledge: Knowledge, state: State) -> tuple[str, ...]:
    """The answer that the care of the result rests on, the last one of several; or nothing."""
    told = state.result
    if told is None or not told.flags:
        return ()
    flag = knowledge.library.red_flags[told.flags[0]]
    reads = (told.flags[0],) if flag.rule is None else flag.reads
    counted = [id for id in state.given if id in reads and is_yes(state.given, id)]
    counted = [id for id in counted if can_be_answered(knowledge.library, id)]
    flagged = [id for id in counted if id in knowledge.library.red_flags]
    last = (flagged or counted)[-1:]
    return tuple(last) if _decide(knowledge, state, last) else ()


def _decide(knowledge: Knowledge, state: State, ids: Sequence[str]) -> bool:
    """Whether less care would be called for without these answers."""
    if not ids:  # Asked of every denial, and most take nothing back.
        return False
    rest = reopen(knowledge, state, ids)
    library = knowledge.library
    return assess(library, rest).rank < assess(library, state.given).rank


def reopen(knowledge: Knowledge, state: State, ids: Iterable[str]) -> dict[str, Answer]:
    """The answers without those to these ids, and without the no of a gate that opens one of them.

    What else such a gate opens stays denied, part by part.
    """
    dropped = set(ids)
    if not dropped:  # As mostly.
        return {**state.given}
    given = {id: grade for id, grade in state.given.items() if id not in dropped}
    for id, gate in knowledge.library.gates.items():
        if given.get(id) is Answer.NO and not dropped.isdisjoint(gate.opens):
            del given[id]
            for part in gate.opens:
                if part not in dropped:
                    given.setdefault(part, Answer.NO)
    return given


def ask_anew(knowledge: Knowledge, state: State, ids: tuple[str, ...]) -> Asking:
    """Ask the first of these once more. Their answers count no longer, nor does a result."""
    first = ids[0]
    after = replace(
        state,
        pending="question",
        asking=first,
        asked=(*(other for other in state.asked if other not in ids), first),
        given=reopen(knowledge, state, ids),
        unsure=tuple(other for other in state.unsure if other not in ids),
        misses=0,
        result=None,
    )
    return question.pending(knowledge, after)


def reasons_beside(
    knowledge: Knowledge, told: Result | None, now: Result | None
) -> tuple[Act, ...]:
    """What has to be told beside the reason of a result, and was raised only after it."""
    flags = knowledge.library.red_flags
    new = [] if now is None else [id for id in now.flags if told is None or id not in told.flags]
    return tuple(Act("because", id) for id in new if flags[id].told_beside)
