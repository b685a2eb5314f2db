"""The check: asking, taking answers, going back, and going on where an answer is missing."""

from __future__ import annotations

from functools import partial
from typing import Literal

from msgspec.structs import replace

from skill.dialog import alarms, question
from skill.dialog.check import doubts, opening, result, stop_questions
from skill.dialog.reply import Act, Asking, Named, Question, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import State
from skill.dialog.transitions import back_to, with_answers
from skill.interview import red_flags
from skill.interview.answers import YOUNG, answer_as_asked
from skill.interview.assessment import Assessment, assess
from skill.interview.interview import Ask, Conclusion, Knowledge, proceed
from skill.library.types import YESES, Answer, Care
from skill.understanding.contexts import OF_BREATH

PLAIN = frozenset({Answer.YES, Answer.NO})
UNSURE = Answer.KIND_OF
"""What a doubtful answer to a flag is kept as: it counts as a yes, and is told as not sure."""
MISSES = 2
"""The times that the same question is put before the check goes on without its answer."""


def go_on(knowledge: Knowledge, state: State, assessed: Assessment | None = None) -> Reply:
    """Ask what comes next, or tell the result when nothing does.

    A person who may have to be seen today hears so at once, not at the end. `assessed` is
    what the turn has worked out of the answers already.
    """
    assessed = assess(knowledge.library, state.given, assessed)
    next_step = _next_step(knowledge, state, assessed)
    if isinstance(next_step, Conclusion):
        return result.tell(knowledge, state, next_step, assessed)
    decisive = stop_questions.next_one(knowledge, state, next_step, assessed)
    if decisive is None:
        after, said = stop_questions.settled(state, next_step, assessed)
        return question.pending(knowledge, after, assessed).after(Act(said))
    return ask(knowledge, state, decisive.id, assessed)


def ask(knowledge: Knowledge, state: State, id: str, assessed: Assessment) -> Reply:
    """Ask a question of the check, with a word where the kind of question changes."""
    warned = not state.forewarned and is_urgent(assessed)
    lead_in = (_warning(assessed),) if warned else _lead_in(knowledge, state, id)
    asked = state.asked if id in state.asked else (*state.asked, id)
    after = replace(
        state,
        pending="question",
        asking=id,
        asked=asked,
        forewarned=state.forewarned or warned,
        misses=state.misses if id == state.asking else 0,
        result=None,
    )
    return question.pending(knowledge, after, assessed).after(*lead_in)


OF_WHO_IS_HURT = frozenset({"unscreenable-injury"})
"""What calls for care for an injury by who has it: an age or a pregnancy alone calls for none."""


def _warning(assessed: Assessment) -> Act:
    """That it may have to be seen today; where it is for who is hurt, the injury is the reason."""
    urgent = {id for id, care in assessed.flags.items() if care.rank >= Care.SAME_DAY.rank}
    return Act("to-safety-injury" if urgent <= OF_WHO_IS_HURT else "to-safety-today")


def _next_step(knowledge: Knowledge, state: State, assessed: Assessment) -> Ask | Conclusion:
    """The next question or the conclusion. Alarms that stand come first, of them what would be an
    emergency, unless something as grave stands by now.
    """
    standing = tuple(alarms.to_ask_again(knowledge.library, state))
    if assessed.rank < Care.EMERGENCY.rank:
        for id in standing:
            if doubts.would_complete_emergency(knowledge, state.given, id):
                return Ask(id)
    if standing and assessed.rank < Care.SAME_DAY.rank:
        return Ask(standing[0])
    return proceed(knowledge, state.given, state.asked, state.asked, assessed)


def is_screening(knowledge: Knowledge, state: State, assessed: Assessment) -> bool:
    """Whether the check has begun, and something that it asks for safety is still open."""
    if (state.asking is None and not state.asked) or state.result or state.workout:
        return False
    following = _next_step(knowledge, state, assessed)
    return isinstance(following, Ask) and following.id not in knowledge.plan.for_matching


def _lead_in(knowledge: Knowledge, state: State, id: str) -> tuple[Act, ...]:
    """A word where the kind of question changes: to safety at first, later to the pain itself."""
    for_safety = partial(red_flags.is_asked_for_safety, knowledge.library)
    if for_safety(id) and not any(map(for_safety, state.asked)):
        return (Act("to-safety"),)
    for_matching = knowledge.plan.for_matching
    if id in for_matching and for_matching.isdisjoint(state.asked):
        return (Act("to-matching"),)
    return ()


def take_answer(
    knowledge: Knowledge, state: State, grade: Answer, *, understood: bool = True
) -> Reply:
    """Take the answer to the question that is open, or that none was understood."""
    id = state.asking
    assert id is not None
    said, grade = grade, answer_as_asked(knowledge.library, id, grade)
    told = (*state.unsure, *state.alarms)
    if said is Answer.NO and _calls_for_help(knowledge, id, grade) and id not in told:
        # In a row of noes a no comes by habit, and this one alone would be an emergency.
        return ask_again(knowledge, replace(state, unsure=(*state.unsure, id), misses=0))
    told_before = id in state.alarms and id not in state.unsure
    if grade is UNSURE and (told_before or id in OF_BREATH):
        grade = (
            Answer.YES
        )  # "A bit, but it's fine" tells it once more; of breath it counts at once.
    if red_flags.is_asked_for_safety(knowledge.library, id) and grade not in PLAIN:
        if not doubts.was_put_again(knowledge, state, id):
            asked = ask_again(knowledge, replace(state, unsure=(*state.unsure, id), misses=0))
            return asked.after(Act("plain-answer")) if said is Answer.NOT_REALLY else asked
        if not understood and doubts.is_put_a_third_time(knowledge, state, id):
            third = doubts.with_unheard(replace(state, misses=0), id)
            return question.pending(knowledge, third).after(Act("plainest-answer"))
        state = doubts.with_unheard(state, id, understood=understood)
        taken = go_on(knowledge, with_answers(state, {id: UNSURE}))
        if any(act.id in ("not-sure-of", "no-clear-answer") for act in taken.said):
            return taken  # The result says it itself.
        return taken.after(_taken_as_yes(knowledge, id))
    taken = go_on(knowledge, with_answers(state, {id: grade}))
    return taken.after(Act("so-young")) if id == YOUNG and grade is Answer.YES else taken


def _calls_for_help(knowledge: Knowledge, id: str, grade: Answer) -> bool:
    """Whether an answer raises an emergency by itself."""
    flag = knowledge.library.red_flags.get(id)
    return flag is not None and flag.care is Care.EMERGENCY and grade is Answer.YES


def _taken_as_yes(knowledge: Knowledge, id: str) -> Act:
    """Say to what a doubtful answer counts as a yes; what a gate asks is gone through."""
    if id in knowledge.library.gates:
        return Act("taken-one-by-one")
    return Act("taken-as-yes-to", names={"findings": (Named(id),)})


def ask_again(knowledge: Knowledge, state: State, assessed: Assessment | None = None) -> Reply:
    """The open question once more, unless what was said beside it answers it or cannot wait.

    Where something else is open, what the check asks next.
    """
    assessed = assess(knowledge.library, state.given, assessed)
    if state.asking is None or state.asking in assessed.known or is_urgent(assessed):
        return go_on(knowledge, state, assessed)
    return question.pending(knowledge, state, assessed)


def is_urgent(assessed: Assessment) -> bool:
    """Whether a flag stands after which only what may be graver is asked."""
    return assessed.rank >= Care.SAME_DAY.rank


def take_open_answer(knowledge: Knowledge, state: State) -> Reply:
    """A bare yes or no to the open question tells nothing: the questions do the work."""
    return go_on(knowledge, state).after(Act("step-by-step"))


def go_back(knowledge: Knowledge, state: State, lead_in: Statement) -> Reply:
    """Ask the question before this one again, without the answer it had."""
    before = state.asked[:-1] if state.asking else state.asked
    if not before:
        return question.pending(knowledge, state).after(Act("nothing-before"))
    return resume(knowledge, back_to(state, before[-1])).after(Act(lead_in))


def resume(knowledge: Knowledge, state: State) -> Reply:
    """Ask what was asked here, unless something was volunteered since that cannot wait."""
    assessed = assess(knowledge.library, state.given)
    if is_urgent(assessed):
        return go_on(knowledge, state, assessed)
    return question.pending(knowledge, state, assessed)


def go_on_after_misses(knowledge: Knowledge, state: State) -> Reply:
    """Go on where an answer was not understood twice: with the careful reading, and said as such.

    No emergency is counted on a mishearing alone: the reply asks whether to go on without it.
    """
    id = state.asking
    assert id is not None
    if doubts.would_be_emergency(knowledge, id):
        offering = replace(state, pending="skip-offer", asking=None, misses=2)
        return Asking((Act("missed-twice-question"),), Question("skip-offer"), offering)
    lead = Act("missed-twice-question" if _is_for_safety(knowledge, id) else "missed-left-out")
    reply = go_on_without_answer(knowledge, state, id).after(lead)
    # A third miss in a row ends this: whoever is not heard at all is answered for no further.
    if reply.state is None or reply.state.asking is None:
        return reply
    return replace(reply, state=replace(reply.state, misses=2))


def _is_for_safety(knowledge: Knowledge, id: str) -> bool:
    return red_flags.is_asked_for_safety(knowledge.library, id)


def go_on_without_answer(knowledge: Knowledge, state: State, id: str) -> Reply:
    """Without an answer a safety question counts as yes, out loud; any other is left."""
    unsure = (*state.unsure, id) if _is_for_safety(knowledge, id) else state.unsure
    plainer = replace(state, unsure=tuple(dict.fromkeys(unsure)))
    return take_answer(knowledge, plainer, Answer.NOT_SURE, understood=False)


def answer_skip(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """Whether to go on without the answer that was missed twice."""
    asking = replace(state, pending="question", asking=state.asked[-1], misses=0)
    if grade is Answer.NO:
        return question.pending(knowledge, asking)
    id = state.asked[-1]
    agreed = doubts.with_unheard(asking, id) if _is_for_safety(knowledge, id) else asking
    if doubts.would_be_emergency(knowledge, id) and not doubts.was_affirmed(knowledge, state, id):
        return go_on(knowledge, with_answers(agreed, {id: Answer.NOT_SURE}))
    return go_on_without_answer(knowledge, agreed, id)


def answer_offer(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """The answer to "shall we go on?" or "is it your ankle?"."""
    if grade not in YESES:
        return result.leave(knowledge, state)
    if not state.asked:
        return (
            go_on(knowledge, state)
            if state.given
            else opening.start_check(knowledge, state, state.side)
        )
    return resume(knowledge, back_to(state, state.asked[-1]))


def leave_exercise(
    knowledge: Knowledge, state: State, what: Literal["start-check", "no-exercise"]
) -> Reply:
    """Go back from a workout to the check that was broken off, else to a new one or its offer."""
    left = replace(state, pending="check-offer", asking=None, workout=None, wish=None, misses=0)
    if state.result is None and state.asked:
        lead_in: Statement = "back-to-check" if what == "start-check" else "no-exercise"
        return go_on(knowledge, left).after(Act(lead_in))
    if what == "start-check":
        return opening.start_check(knowledge, state, None)
    offered = question.pending(knowledge, replace(left, result=None))
    return offered.after(Act("no-exercise"))


def skip(knowledge: Knowledge, state: State) -> Reply:
    """Pass over a question. A safety question is not passed over: it is put more plainly."""
    if state.asking is None:
        return go_on(knowledge, state)
    return take_answer(knowledge, state, Answer.NOT_SURE)
