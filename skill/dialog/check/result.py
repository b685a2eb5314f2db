"""The result: care first, then what the answers fit, why, and what to do until then."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import selection
from skill.coaching.precautions import (
    CHANGES_NOTHING,
    OF_NOTHING_FELT,
    is_felt_in_both_feet,
    may_be_of_diabetes,
)
from skill.coaching.workout import Wish
from skill.dialog import question
from skill.dialog.alarms import alarms_after
from skill.dialog.care import URGENT, again_of, care_of, closing_of
from skill.dialog.check import second_problem
from skill.dialog.clearance import bar_of
from skill.dialog.reply import Act, Asking, Closing, Named, Question, Reply, naming
from skill.dialog.sayings import Statement
from skill.dialog.state import Pending, Result, State
from skill.interview import red_flags
from skill.interview.answers import YOUNG, evidence_from
from skill.interview.assessment import Assessment
from skill.interview.interview import Conclusion, Knowledge, conclude, hurts_nowhere
from skill.interview.matching import runner_up
from skill.interview.reasons import Reason, Reasons, reasons
from skill.library.types import YESES, Answer, Care

OTHERS: dict[Care, Statement] = {
    Care.EMERGENCY: "others-emergency",
    Care.SAME_DAY: "others-same-day",
}
"""What is said where it is urgent to whoever asks whether it may be something else."""

MOST_UNSURE = 2
"""So many answers that were not sure are named at once."""


def tell(knowledge: Knowledge, state: State, conclusion: Conclusion, assessed: Assessment) -> Reply:
    """Say the level of care, its reason, and what fits. `assessed` are the answers of the state."""
    result = Result(
        conclusion.care,
        conclusion.matches,
        conclusion.flags,
        exercise_offered=_is_exercise_offered(knowledge, state, conclusion, assessed),
    )
    after = replace(state, asking=None, misses=0)
    return replace(retell(knowledge, after, result), assessed=assessed)


def _is_exercise_offered(
    knowledge: Knowledge, state: State, conclusion: Conclusion, assessed: Assessment
) -> bool:
    """Where self care is enough, something is coached for the best match, and some of it suits."""
    library = knowledge.library
    if conclusion.care is not Care.SELF_CARE or not conclusion.matches:
        return False
    id = selection.routine_for(library.routines, conclusion.matches[0])
    if id is None or library.routines[id].clinician_first:
        return False
    result = Result(conclusion.care, conclusion.matches, conclusion.flags)
    # What the last answer has settled bars nothing any more.
    alarms = alarms_after(library, state.alarms, state, assessed)
    told = replace(state, result=result, alarms=alarms)
    if bar_of(library, told, Wish(id), assessed=assessed) is not None:
        return False
    steps = library.routines[id].levels[0]
    return any(selection.suits(library.exercises[step.exercise], assessed.known) for step in steps)


def retell(knowledge: Knowledge, state: State, result: Result) -> Asking:
    """Say a result and ask what follows it."""
    asked = question.pending(
        knowledge, replace(state, pending=_question_after(result), result=result, reasoned=False)
    )
    following = Question("repeat-offer") if result.care in URGENT else asked.question
    said = (*_result(knowledge, state, result), *asked.said)
    return Asking(said, following, asked.state, result)


def _result(knowledge: Knowledge, state: State, result: Result) -> tuple[Act, ...]:
    because = reasons_of_care(knowledge, state, result)
    care = care_of(knowledge.library, state, result)
    if result.care in URGENT:
        return (*because, care)
    if not result.matches:
        nowhere = hurts_nowhere(knowledge, state.given)
        return (*because, Act("fits-none-no-pain" if nowhere else "fits-none"), care)
    fits = Act(
        "fits-one" if len(result.matches) == 1 else "fits-two",
        names={
            place: (Named(match),)
            for place, match in zip(("first", "second"), result.matches, strict=False)
        },
    )
    beside = _may_be_of_all_nerves(state)
    return (fits, Act("about", result.matches[0]), *beside, *because, care)


def _may_be_of_all_nerves(state: State) -> tuple[Act, ...]:
    """That what is felt may come from diabetes, or in both feet from all the nerves there."""
    if may_be_of_diabetes(state.given):
        return (Act("diabetic-feeling"),)
    both = is_felt_in_both_feet(state.given)
    return (Act("feeling-in-both-feet"),) if both else ()


def reasons_of_care(knowledge: Knowledge, state: State, result: Result) -> tuple[Act, ...]:
    """The gravest flag gives the reason for the care, after one that has to be told beside it.

    What was not sure is told as that.
    """
    if not result.flags:
        return ()
    because = _reasons_of(knowledge, state, result.flags)
    return (*_left_open(knowledge, state, result), *because)


def _left_open(knowledge: Knowledge, state: State, result: Result) -> tuple[Act, ...]:
    """The emergencies that nothing was understood about, with what to do if one is so."""
    if result.care is Care.EMERGENCY:
        return ()
    left = red_flags.left_open(knowledge.library, state.given)[:MOST_UNSURE]
    names = {"findings": tuple(Named(id) for id in left)}
    return (Act("could-not-make-sure", names=names),) if left else ()


def _reasons_of(knowledge: Knowledge, state: State, ids: tuple[str, ...]) -> tuple[Act, ...]:
    """The reason that the first of these flags gives, after one that has to be told beside it."""
    flags = knowledge.library.red_flags
    first = ids[0]
    beside = [
        id for id in ids[1:] if flags[id].told_beside and not _is_one_matter(knowledge, first, id)
    ][:1]
    because = tuple(Act("because", id) for id in (*beside, first))
    unsure = red_flags.doubts(knowledge.library, first, state.given)
    if not unsure:
        return because
    names = {"findings": tuple(Named(id) for id in unsure[:MOST_UNSURE])}
    understood = {*state.unheard}.isdisjoint(unsure)
    return (Act("not-sure-of" if understood else "no-clear-answer", names=names), *because)


def two_reasons_of_care(knowledge: Knowledge, state: State, result: Result) -> tuple[Act, ...]:
    """The reasons for the care with the next flag that calls for it by another reason."""
    because = reasons_of_care(knowledge, state, result)
    flags = knowledge.library.red_flags
    told = [act.about for act in because if act.id == "because"]
    others = (
        id
        for id in result.flags
        if id not in told
        and flags[id].care is result.care
        and not any(one is not None and _is_one_matter(knowledge, one, id) for one in told)
    )
    second = next(others, None) if len(told) == 1 else None
    return because if second is None else (*because, Act("because", second))


def _is_one_matter(knowledge: Knowledge, one: str, other: str) -> bool:
    """Whether two flags of one level give the same reason: two signs of a clot do."""
    library = knowledge.library
    if library.red_flags[one].care is not library.red_flags[other].care:
        return False
    return any({one, other} <= {*gate.first_after} for gate in library.gates.values())


def _question_after(result: Result) -> Pending:
    if result.care in URGENT:
        return "repeat-offer"
    if result.exercise_offered:
        return "offer-routine"
    return "why-offer" if result.matches else "until-offer"


def answer_offer(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """The answer to the question that followed the result."""
    result = state.result
    assert result is not None
    if grade not in YESES:
        return close(knowledge, state, result)
    match state.pending:
        case "repeat-offer":
            return say_again(knowledge, state, result)
        case "why-offer":
            return why(knowledge, state)
        case "what-else":
            return question.pending(knowledge, replace(state, misses=0))
    return what_now(knowledge, state)


def what_now(knowledge: Knowledge, state: State) -> Reply:
    """What to do until it is seen or better, and what else is asked; if urgent, the care itself."""
    result = state.result
    assert result is not None
    if result.care in URGENT:
        return say_again(knowledge, state, result)
    said = _until(result)
    if state.workout is not None:  # Asked before an exercise, which goes on.
        return question.pending(knowledge, replace(state, misses=0)).after(*said)
    asked = question.pending(knowledge, replace(state, pending="what-else", misses=0))
    closing = (*said, closing_of(state, result))
    return second_problem.offer(knowledge, state, result, *closing) or asked.after(*said)


def stand_by(knowledge: Knowledge, state: State, lead: Statement = "still-stands") -> Asking:
    """More was told after the result, and leaves it as it is: the care once more, in short.

    Behind its reason `lead` is "so-it-stands".
    """
    result = state.result
    assert result is not None
    asked = question.pending(knowledge, replace(state, misses=0))
    said = (Act(lead), again_of(knowledge.library, state, result))
    return Asking(said, asked.question, asked.state, result)


def why(knowledge: Knowledge, state: State) -> Reply:
    """What speaks for the first match and against it, then the offer to say what to do."""
    result = state.result
    assert result is not None
    if not result.matches:
        asked = question.pending(knowledge, replace(state, misses=0))
        return asked.after(*reasons_of_care(knowledge, state, result), Act("why-none"))
    library, model = knowledge.library, knowledge.model
    found = {match: reasons(library, model, state.given, match) for match in result.matches}
    for_each = (
        Act("speaks-for", names={"match": (Named(match),), "findings": _named(one.for_it)})
        for match, one in found.items()
        if one.for_it
    )
    acts = (*for_each, _against(result.matches[0], found[result.matches[0]]))
    offering = replace(state, pending="until-offer", misses=0)
    return Asking(acts, Question("until-offer"), offering)


def _against(match: str, found: Reasons) -> Act:
    if not found.against_it:
        return Act("nothing-against")
    names = {"match": (Named(match),), "findings": _named(found.against_it)}
    return Act("speaks-against", names=names)


def tell_others(knowledge: Knowledge, state: State, result: Result) -> Asking:
    """What else it could be: the second match, or what comes next and why it fits less.

    Where it is urgent, nothing is named; where nothing could be, it is said why.
    """
    asked = question.pending(knowledge, replace(state, misses=0))
    if result.care in URGENT:
        return asked.after(Act(OTHERS[result.care]), *reasons_of_care(knowledge, state, result))
    if not result.matches:
        return asked.after(Act("why-none"))
    if len(result.matches) > 1:
        first, second = result.matches
        return asked.after(Act("others-two", names=naming(first=first, second=second)))
    evidence = evidence_from(knowledge.library, state.given)
    following = runner_up(knowledge.model, evidence, result.matches)
    if following is None:
        return asked.after(Act("others-one"))
    against = reasons(knowledge.library, knowledge.model, state.given, following).against_it
    if not against:
        return asked.after(Act("others-one"))
    names = {**naming(second=following), "findings": _named(against)}
    return asked.after(Act("others-next", names=names))


def _named(found: tuple[Reason, ...]) -> tuple[Named, ...]:
    return tuple(Named(reason.id, reason.present) for reason in found)


def _until(result: Result) -> tuple[Act, ...]:
    if not result.matches:
        return (Act("until-seen"),)
    seen = (Act("seen-when", result.matches[0]),) if result.care is Care.SELF_CARE else ()
    return (Act("until", result.matches[0]), *seen)


def say_again(knowledge: Knowledge, state: State, result: Result) -> Asking:
    """An urgent result said once more; whoever was told to get help closes the session."""
    asked = question.pending(knowledge, replace(state, pending="repeat-offer", misses=0))
    return Asking(_result(knowledge, state, result), asked.question, asked.state, result)


def close(knowledge: Knowledge, state: State, result: Result) -> Reply:
    """Close after a result, with what matters most in one breath, unless more was named."""
    said = closing_of(state, result)
    return second_problem.offer(knowledge, state, result, said) or Closing((said,))


def leave(knowledge: Knowledge, state: State | None) -> Reply:
    """Say goodbye. Who has named something urgent is told so before leaving."""
    if state is None:
        return Closing((Act("goodbye"),))
    if state.result is not None:
        to_be_seen = state.result.care is not Care.SELF_CARE
        return Closing((closing_of(state, state.result) if to_be_seen else Act("goodbye"),))
    conclusion = conclude(knowledge, state.given)
    result = Result(conclusion.care, conclusion.matches, conclusion.flags)
    if conclusion.care.rank >= Care.SAME_DAY.rank:
        return Closing((*_result(knowledge, state, result), closing_of(state, result)), result)
    return Closing(_unfinished(knowledge, state, result))


def _unfinished(knowledge: Knowledge, state: State, result: Result) -> tuple[Act, ...]:
    """What is said to who leaves before a result: a danger that was told has its level of care.

    What would be an emergency, and was not confirmed, is named once more.
    """
    flags = knowledge.library.red_flags
    told = (id for id in state.alarms if state.given.get(id) is not Answer.NO)
    grave = [id for id in told if id in flags and flags[id].care is Care.EMERGENCY]
    if grave:
        return (Act("leaving-emergency", names={"findings": (Named(grave[0]),)}),)
    if not {YOUNG, *OF_NOTHING_FELT, *CHANGES_NOTHING}.issuperset(result.flags):
        return (*reasons_of_care(knowledge, state, result), Act("leaving-danger"))
    settled = state.stopped is not None and state.stopped.settled
    return (Act("goodbye-unfinished" if state.asked and not settled else "goodbye"),)
