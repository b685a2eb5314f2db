"""Corrections: a danger that counted and is denied now is asked once more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.check.doubts import calls_for_emergency
from skill.dialog.events import Described
from skill.dialog.reply import Act, Asking, Named, Reply
from skill.dialog.state import Result, State
from skill.dialog.transitions import without_doubts_of
from skill.interview import traits
from skill.interview.answers import (
    INJURY,
    OLD,
    YOUNG,
    anybody_yes,
    asked_by,
    can_be_answered,
    is_yes,
)
from skill.interview.assessment import assess
from skill.interview.interview import Knowledge
from skill.interview.onset import TIMES
from skill.library.types import YESES, Answer, Answers, Care, Library, RedFlag


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


def injury_taken_back(
    knowledge: Knowledge, before: State, after: State, denied: Iterable[str]
) -> tuple[str, ...]:
    """The injury that counted and is denied, where less care would be called for without it, or it
    is asked how heavy a fall it was: who never fell may have twisted it.
    """
    told, asked = before.result, asked_by(knowledge.library, before.asking)
    if INJURY not in denied or not is_yes(before.given, INJURY) or INJURY in asked:
        return ()
    if told is not None and told.care is Care.EMERGENCY:
        return ()  # What that rests on is asked before.
    lower = _decide(knowledge, replace(after, given={**after.given, INJURY: Answer.YES}), (INJURY,))
    return (INJURY,) if lower or "heavy-blow" in asked else ()


def ask_what_is_taken_back(
    knowledge: Knowledge,
    before: State,
    after: State,
    denied: Iterable[str],
    back: tuple[str, ...],
    *,
    guessed: bool = False,
) -> Asking | None:
    """The question about what is taken back, in the check and at an emergency; elsewhere None.

    `after` is the state with what was told taken, `denied` all that was denied, and `back` what of
    it decides the care of `after`. An emergency is never lowered without a question about it, and
    no flag goes by one thing of several, or by words that name nothing (`guessed`).
    """
    told = before.result
    if told is not None and told.care is Care.EMERGENCY:
        flags = [id for id in denied if id in knowledge.library.red_flags]
        if flags and stands_without(knowledge.library, after, flags):
            return None  # Another one was told beside it.
        signs = _signs_taken_back(knowledge, before, after, denied)
        right = replace(after, asked=before.asked)
        return ask_anew(knowledge, right, signs).after(Act("once-more")) if signs else None
    several = traits.of_several(knowledge.library)
    same_day = told is not None and told.care is Care.SAME_DAY
    asks = (
        back
        if told is None
        else tuple(id for id in back if same_day and (guessed or id in several))
    )
    if not asks or stands_without(knowledge.library, after, asks):
        return None
    return ask_anew(knowledge, after, asks).after(Act("once-more"))


def stands_without(library: Library, state: State, denied: Iterable[str]) -> bool:
    """Whether an emergency stands whatever is asked about what was taken back."""
    return calls_for_emergency(library, {**state.given, **dict.fromkeys(denied, Answer.NO)})


def _signs_taken_back(
    knowledge: Knowledge, before: State, after: State, denied: Iterable[str]
) -> tuple[str, ...]:
    """The answers without whose old state no emergency would stand, each of them where it can be.

    They are flags and findings that counted and are denied, and findings that were denied and are
    told now: an injury explains a swelling.
    """
    library, told_not = knowledge.library, tuple(denied)
    flags = denied_flags(knowledge, before, told_not)
    regions = (knowledge.plan.regions.get(id, ()) for id in told_not)
    places = (id for within in regions for id in within if is_yes(before.given, id))
    findings = _findings_changed(knowledge, before.given, after.given)
    changed = tuple(dict.fromkeys((*flags, *findings, *places)))
    if not changed or calls_for_emergency(library, _changed(before, after, changed)):
        return ()  # Another emergency stands.
    each = (
        id for id in changed if not calls_for_emergency(library, _changed(before, after, (id,)))
    )
    return tuple(each) or changed


def _findings_changed(knowledge: Knowledge, before: Answers, after: Answers) -> tuple[str, ...]:
    """What is no flag, has a say in an emergency, and is said to be otherwise now."""
    library = knowledge.library
    told = (id for id, grade in after.items() if is_yes(before, id) != (grade in YESES))
    return tuple(id for id in told if id not in library.red_flags and id in _weighs(library))


def _weighs(library: Library) -> frozenset[str]:
    """What the rules of emergencies read, of which somebody can be asked."""
    return frozenset(
        id
        for flag in library.red_flags.values()
        if flag.care is Care.EMERGENCY
        for id in reads_of(flag)
        if id not in library.gates
    )


def reads_of(flag: RedFlag) -> tuple[str, ...]:
    """What a flag looks at, and what makes it milder where it is denied."""
    when = flag.milder.when if flag.milder is not None else None
    return (*flag.reads, *flag.needs, *(when.none if when is not None else ()))


def _changed(before: State, after: State, ids: Iterable[str]) -> Answers:
    """The answers of before, but for these, which are as they are now; a flag is denied."""
    now = {id: after.given[id] for id in ids if id in after.given}
    denied = {id: Answer.NO for id in ids if is_yes(before.given, id)}
    return {**before.given, **now, **denied}


def decides(library: Library, given: Answers, id: str) -> bool:
    """Whether no emergency would stand without one answer."""
    return not calls_for_emergency(library, {**given, id: Answer.NO})


def _said_before(library: Library, reply: Reply, ids: Sequence[str]) -> Act:
    """That these count no longer, before a reply; where it asks for one of them, that it does."""
    after = reply.state
    asks = asked_by(library, after.asking) if after is not None else frozenset()
    return said_back(ids) if asks.isdisjoint(ids) else Act("once-more")


def after_taken_back(library: Library, reply: Reply, ids: Sequence[str]) -> Reply:
    """The reply after word that these count no longer; one word for all that it takes back."""
    said = _said_before(library, reply, ids)
    first = next(iter(reply.said), None)
    if first is None or not said.id == first.id == "taken-back":
        return reply.after(said)
    too = (named.id for named in first.names["findings"])
    return replace(reply, said=(said_back((*ids, *too)), *reply.said[1:]))


def said_back(ids: Sequence[str]) -> Act:
    """That these count no longer, in the words of their denial."""
    return Act("taken-back", names={"findings": tuple(Named(id, present=False) for id in ids[:3])})


def with_their_bones(knowledge: Knowledge, event: Described) -> tuple[str, ...]:
    """What is denied, and the sore bones of a region that is denied for another place."""
    if not event.absent:  # As mostly.
        return ()
    library = knowledge.library
    elsewhere = any(id in library.places or id in knowledge.plan.regions for id in event.present)
    sore = traits.sore_bones(library)
    bones = (sore[id] for id in event.absent if elsewhere and id in sore)
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
    last_first = dict.fromkeys((*reversed(flagged), *reversed(counted)))
    return next(((id,) for id in last_first if _decide(knowledge, state, (id,))), ())


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


def without_spent_gates(library: Library, before: Answers, now: Answers) -> dict[str, Answer]:
    """The answers now without a yes to a gate whose last part that was told is taken back.

    Else what nobody named of it would be taken for told: "no snap, no fall, just a twinge".
    """
    gates = library.gates
    spent = {
        id
        for id in now
        if id in gates
        and is_yes(now, id)
        and anybody_yes(before, gates[id].opens)
        and not anybody_yes(now, gates[id].opens)
    }
    return {id: grade for id, grade in now.items() if id not in spent}


def ask_anew(knowledge: Knowledge, state: State, ids: tuple[str, ...]) -> Asking:
    """Ask the first of these once more. Their answers count no longer, nor does a result."""
    first = ids[0]
    after = replace(
        without_doubts_of(state, ids),
        pending="question",
        asking=first,
        asked=(*(other for other in state.asked if other not in ids), first),
        given=reopen(knowledge, state, ids),
        misses=0,
        result=None,
    )
    return question.pending(knowledge, after)


def volunteered(knowledge: Knowledge, state: State) -> tuple[str, ...]:
    """What counts and was not asked for, the last first: that may have been misheard."""
    library = knowledge.library
    told = (id for id in reversed(state.given) if is_yes(state.given, id) and id != "both-sides")
    named = (id for id in told if id in library.red_flags or id in library.findings)
    places = (id for id in state.given if id in library.places and is_yes(state.given, id))
    follows = {*TIMES, OLD, YOUNG}
    return tuple(id for id in dict.fromkeys((*named, *places)) if id not in follows)[:3]


def reasons_beside(
    knowledge: Knowledge, told: Result | None, now: Result | None
) -> tuple[Act, ...]:
    """What has to be told beside the reason of a result, and was raised only after it."""
    flags = knowledge.library.red_flags
    new = [] if now is None else [id for id in now.flags if told is None or id not in told.flags]
    return tuple(Act("because", id) for id in new if flags[id].told_beside)
