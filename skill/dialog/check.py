"""The check: asking, taking answers, going back, and what people volunteer."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from skill.dialog import alarms, question, result, second_problem
from skill.dialog.events import Described, Side
from skill.dialog.reply import Act, Asking, Named, Question, Reply, Statement
from skill.dialog.state import State
from skill.interview import onset, red_flags
from skill.interview.answers import anybody_yes, is_yes, known_from, turned
from skill.interview.interview import HOW_IT_BEGAN, Ask, Conclusion, proceed
from skill.interview.knowledge import Knowledge
from skill.library.types import Answer, Care

PLAIN = frozenset({Answer.YES, Answer.NO})
UNSURE = Answer.KIND_OF
"""What a doubtful answer to a flag is kept as: it counts as a yes, and is told as not sure."""
MISSES = 2
"""So often the same question is put before the check goes on without its answer."""
MOST_NOTED = 3
PLAINLY_TOLD = frozenset({*onset.BEGINNINGS, "under-eighteen"})
"""Flags that a volunteered denial settles: how it began in free words, and an age in years."""
SIDES: dict[Side, Statement] = {"left": "side-left", "right": "side-right", "both": "side-both"}


def go_on(knowledge: Knowledge, state: State) -> Reply:
    """Ask what comes next, or tell the result when nothing does."""
    next_step = _next_step(knowledge, state)
    if isinstance(next_step, Conclusion):
        return result.tell(knowledge, state, next_step)
    id = next_step.id
    lead_in = _lead_in(knowledge, state, id)
    asked = state.asked if id in state.asked else (*state.asked, id)
    after = replace(state, pending="question", asking=id, asked=asked, misses=0, result=None)
    return question.pending(knowledge, after).after(*lead_in)


def _next_step(knowledge: Knowledge, state: State) -> Ask | Conclusion:
    """What stands from an earlier check comes first, unless something graver stands by now."""
    stands = next(alarms.to_ask_again(knowledge.library, state), None)
    if _is_emergency(knowledge, state):
        return proceed(knowledge, state.given, state.asked, opened=state.asked)
    if stands is not None and (
        not urgent(knowledge, state) or _is_confirmed_first(knowledge, frozenset(), stands)
    ):
        return Ask(stands)
    return proceed(knowledge, state.given, state.asked, opened=state.asked)


def _is_emergency(knowledge: Knowledge, state: State) -> bool:
    known = known_from(knowledge.library, state.given)
    return red_flags.standing_rank(knowledge.library, known) == Care.EMERGENCY.rank


def is_screening(knowledge: Knowledge, state: State) -> bool:
    """Whether the check has begun, and something that it asks for safety is still open."""
    if (state.asking is None and not state.asked) or state.result or state.workout:
        return False
    following = _next_step(knowledge, state)
    return isinstance(following, Ask) and following.id not in knowledge.plan.for_matching


def is_raised(knowledge: Knowledge, state: State) -> bool:
    """Whether a flag stands that has to be seen, whatever is still to be asked."""
    known = known_from(knowledge.library, state.given)
    return red_flags.standing_rank(knowledge.library, known) >= Care.SEE_CLINICIAN.rank


def _lead_in(knowledge: Knowledge, state: State, id: str) -> tuple[Act, ...]:
    """A word where the kind of question changes: to safety at first, later to the pain itself."""
    for_safety = partial(red_flags.is_asked_for_safety, knowledge.library)
    if for_safety(id) and not any(map(for_safety, state.asked)):
        return (Act("to-safety"),)
    for_matching = knowledge.plan.for_matching
    if id in for_matching and for_matching.isdisjoint(state.asked):
        return (Act("to-matching"),)
    return ()


def answered(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """Take the answer to the question that is open."""
    id = state.asking
    assert id is not None
    grade = turned(knowledge.library, id, grade)
    if red_flags.is_asked_for_safety(knowledge.library, id) and grade not in PLAIN:
        if id not in state.unsure:
            return ask_again(knowledge, replace(state, unsure=(*state.unsure, id), misses=0))
        taken = go_on(knowledge, _with(state, {id: UNSURE}))
        return taken.after(_taken_as_yes(knowledge, id))
    return go_on(knowledge, _with(state, {id: grade}))


def _taken_as_yes(knowledge: Knowledge, id: str) -> Act:
    """Say to what a doubtful answer counts as a yes; what a gate asks is gone through."""
    if id in knowledge.library.gates:
        return Act("taken-one-by-one")
    return Act("taken-as-yes-to", names={"findings": (Named(id),)})


def ask_again(knowledge: Knowledge, state: State) -> Reply:
    """The open question once more, unless what was said beside it answers it or cannot wait."""
    known = known_from(knowledge.library, state.given)
    if state.asking in known or urgent(knowledge, state):
        return go_on(knowledge, state)
    return question.pending(knowledge, state)


def urgent(knowledge: Knowledge, state: State) -> bool:
    """Whether a flag stands after which only what may be graver is asked."""
    known = known_from(knowledge.library, state.given)
    return red_flags.standing_rank(knowledge.library, known) >= Care.SAME_DAY.rank


def answered_openly(knowledge: Knowledge, state: State) -> Reply:
    """A bare yes or no to the open question tells nothing: the questions do the work."""
    return go_on(knowledge, state).after(Act("step-by-step"))


def described(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """Take what was volunteered; where it answered nothing twice, go on without an answer."""
    event = _without_shorter_time(state, event)
    reply = _described(knowledge, state, event)
    after = reply.state
    again = state.asking is not None and after is not None and after.asking == state.asking
    if not again or after is None or after.unsure != state.unsure:
        return reply
    missed = replace(after, misses=state.misses + 1)
    if missed.misses < MISSES:
        return replace(reply, state=missed)
    if _would_be_emergency(knowledge, state.asking):
        return missed_twice(knowledge, missed).after(*_noted(knowledge, state, event))
    going_on = _without_answer(knowledge, missed, str(state.asking))
    return going_on.after(*_noted(knowledge, state, event))


def _described(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """Take what was volunteered, and the answer that may have come with it.

    An emergency that was only volunteered is asked about before it counts. What is denied is
    taken for findings, and for the flag that is being asked; other flags are still asked. A no
    to a question of which a part was affirmed beside it is no no. What came on gradually came
    with no injury, where none was told.
    """
    noted = second_problem.noted(knowledge, state, event)
    if noted.second != state.second:
        state, event = noted, replace(event, side=None)
    asked = _parts(knowledge, state)
    present = [id for id in event.present if not _is_confirmed_first(knowledge, asked, id)]
    unsure = tuple(id for id in event.present if id not in present)
    heard = dict.fromkeys(present, Answer.YES)
    for id in event.absent:
        if id not in knowledge.library.red_flags or id in asked or id in PLAINLY_TOLD:
            heard.setdefault(id, Answer.NO)
    if "sudden-onset" in event.absent and not anybody_yes(
        {**state.given, **heard}, onset.BEGINNINGS
    ):
        heard = {**dict.fromkeys(onset.BEGINNINGS, Answer.NO), **heard}
    if event.side is not None:
        heard.pop("both-sides", None)
    after = _with(with_time(with_side(state, event.side), event), heard)
    # What was denied before is open again.
    given = {id: answer for id, answer in after.given.items() if id not in unsure}
    after = replace(after, given=given, alarms=tuple(dict.fromkeys((*after.alarms, *unsure))))
    grade = event.reply
    if grade is Answer.NO and not asked.isdisjoint(present):
        grade = None
    by_side = event.side is not None and state.asking == "both-sides"
    told_openly = state.asking == HOW_IT_BEGAN and after.given != state.given
    if told_openly:
        return go_on(knowledge, after).after(*_noted(knowledge, state, event))
    if state.asking and state.asking not in heard and grade is not None and not by_side:
        return answered(knowledge, after, grade).after(*_noted(knowledge, state, event))
    if state.pending == "open-question" and not heard and not unsure:
        return Asking(_noted(knowledge, state, event), Question("open-question"), after)
    if not heard and not unsure and state.asking is not None:
        return ask_again(knowledge, after).after(*_noted(knowledge, state, event))
    if not heard and not unsure and state.asking is None and state.pending != "open-question":
        kept = with_time(state, event) if state.result is not None else after
        return question.pending(knowledge, kept).after(*_noted(knowledge, state, event))
    return go_on(knowledge, after).after(*_noted(knowledge, state, event))


def _parts(knowledge: Knowledge, state: State) -> frozenset[str]:
    """What the open question asks about: itself, and what a gate opens."""
    if state.asking is None:
        return frozenset()
    gate = knowledge.library.gates.get(state.asking)
    return frozenset((state.asking, *(gate.opens if gate else ())))


def _is_confirmed_first(knowledge: Knowledge, asked: frozenset[str], id: str) -> bool:
    """Whether this would be an emergency that nobody asked about: words may be misheard."""
    return _would_be_emergency(knowledge, id) and id not in asked


def with_time(state: State, event: Described) -> State:
    """Remember how long ago it began and how it has gone since, and the findings that these are."""
    since = state.since_days if event.since_days is None else event.since_days
    told = onset.answers_from(event.since_days, event.course)
    given = {**state.given, **told}
    return replace(state, since_days=since, course=event.course or state.course, given=given)


OF_TIME = frozenset({HOW_IT_BEGAN, *onset.FINDINGS})
"""The questions whose answer may shorten the time that was told."""


def _without_shorter_time(state: State, event: Described) -> Described:
    """What was said, without a time that is shorter than the one that was told before.

    "About five minutes in", said of a run beside the answer to another question, is no beginning.
    """
    told, before = event.since_days, state.since_days
    elsewhere = state.asking is not None and state.asking not in OF_TIME
    if told is None or before is None or told >= before or not elsewhere:
        return event
    absent = tuple(id for id in event.absent if id not in onset.FINDINGS)
    return replace(event, since_days=None, absent=absent)


def _noted(knowledge: Knowledge, before: State, event: Described) -> tuple[Act, ...]:
    """Speak back what is new in what was understood, so that what was misheard is heard.

    Red flags come first: one that was misheard decides the care.
    """
    library = knowledge.library
    new = [id for id in event.present if not is_yes(before.given, id)]
    if not is_yes({**before.given, **dict.fromkeys(new, Answer.YES)}, "pain-calf"):
        new = [id for id in new if id != "calf-pain-explained"]
    flags = [id for id in new if id in library.red_flags]
    flags.sort(key=lambda id: -library.red_flags[id].care.rank)
    told = [id for id in new if id in library.places or id in library.findings]
    named = [*flags, *told]
    if not named:
        return side_noted(event.side)
    findings = tuple(Named(id) for id in named[:MOST_NOTED])
    return (Act("noted", names={"findings": findings}), *side_noted(event.side))


def side_noted(side: Side | None) -> tuple[Act, ...]:
    """Speak the side back, so that a wrong one is heard."""
    return (Act(SIDES[side]),) if side else ()


def with_side(state: State, side: Side | None) -> State:
    """Remember the side. That both hurt, or one, is a finding too."""
    if side is None:
        return state
    both = Answer.YES if side == "both" else Answer.NO
    return replace(state, side=side, given={**state.given, "both-sides": both})


def go_back(knowledge: Knowledge, state: State, lead_in: Statement) -> Reply:
    """Ask the question before this one again, without the answer it had."""
    before = state.asked[:-1] if state.asking else state.asked
    if not before:
        return question.pending(knowledge, state).after(Act("nothing-before"))
    return resume(knowledge, back_to(state, before[-1])).after(Act(lead_in))


def resume(knowledge: Knowledge, state: State) -> Reply:
    """Ask what was asked here, unless something was volunteered since that cannot wait."""
    if urgent(knowledge, state):
        return go_on(knowledge, state)
    return question.pending(knowledge, state)


def back_to(state: State, id: str) -> State:
    """The state in which this id is being asked, and it and all after it not yet."""
    kept = state.asked[: state.asked.index(id) + 1]
    dropped = {*state.asked[len(kept) :], id}
    return replace(
        state,
        pending="question",
        asking=id,
        asked=kept,
        given={other: grade for other, grade in state.given.items() if other not in dropped},
        unsure=tuple(other for other in state.unsure if other not in dropped),
        misses=0,
        result=None,
    )


def missed_twice(knowledge: Knowledge, state: State) -> Reply:
    """Go on where an answer was not understood twice: with the careful reading, and said as such.

    What would be an emergency is not counted on a mishearing alone: shall it go on without?
    """
    id = state.asking
    assert id is not None
    if _would_be_emergency(knowledge, id):
        offering = replace(state, pending="skip-offer", asking=None, misses=2)
        return Asking((Act("missed-twice-question"),), Question("skip-offer"), offering)
    lead = Act("missed-twice-question" if _is_for_safety(knowledge, id) else "missed-left-out")
    reply = _without_answer(knowledge, state, id).after(lead)
    # A third miss in a row ends this: whoever is not heard at all is answered for no further.
    if reply.state is None or reply.state.asking is None:
        return reply
    return replace(reply, state=replace(reply.state, misses=2))


def _would_be_emergency(knowledge: Knowledge, id: str | None) -> bool:
    flag = knowledge.library.red_flags.get(id or "")
    return flag is not None and flag.care is Care.EMERGENCY


def _is_for_safety(knowledge: Knowledge, id: str) -> bool:
    return red_flags.is_asked_for_safety(knowledge.library, id)


def _without_answer(knowledge: Knowledge, state: State, id: str) -> Reply:
    """Without an answer a safety question counts as yes, out loud; any other is left."""
    unsure = (*state.unsure, id) if _is_for_safety(knowledge, id) else state.unsure
    return answered(knowledge, replace(state, unsure=tuple(dict.fromkeys(unsure))), Answer.NOT_SURE)


def skip_answered(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """Whether to go on without the answer that was missed twice."""
    asking = replace(state, pending="question", asking=state.asked[-1], misses=0)
    if grade is Answer.NO:
        return question.pending(knowledge, asking)
    return _without_answer(knowledge, asking, state.asked[-1])


def skip(knowledge: Knowledge, state: State) -> Reply:
    """Pass over a question. A safety question is not passed over: it is put more plainly."""
    if state.asking is None:
        return go_on(knowledge, state)
    return answered(knowledge, state, Answer.NOT_SURE)


def _with(state: State, heard: dict[str, Answer]) -> State:
    return replace(state, given={**state.given, **heard}, misses=0)


def volunteered(state: State, id: str) -> State:
    """The state after this was said to be so."""
    return _with(state, {id: Answer.YES})
