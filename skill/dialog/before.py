"""The questions before the first exercise of a session, and the step that it begins with."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import plan, screening
from skill.coaching.adjust import AtLevel
from skill.coaching.plan import Plan
from skill.dialog import again, check, exercise, opening, result
from skill.dialog.acts import Act, naming
from skill.dialog.clearance import ASKED_BY_THE_CHECK, open_questions, routine_of
from skill.dialog.events import Answered, Counted, Described, Event, Launch, Said, Signed
from skill.dialog.reply import Reply
from skill.dialog.session import Coach, Last
from skill.dialog.state import Pending, State, coach_of
from skill.interview.answers import anybody_yes, known_from
from skill.interview.knowledge import Knowledge
from skill.library.types import Answer, Answers, Library

GOOD: dict[Pending, Answer] = {
    "safety-injury": Answer.NO,
    "safety-rest": Answer.NO,
    "safety-age": Answer.YES,
    "safety-clearance": Answer.NO,
    "safety-person": Answer.NO,
    "clinician-seen": Answer.YES,
}
"""The plain answer after which exercise may begin; any other is asked once more, then refused."""

REFUSED: dict[Pending, str] = {
    "safety-injury": "exercise-waits",
    "safety-rest": "exercise-waits",
    "safety-age": "too-young",
    "safety-clearance": "needs-clearance",
    "safety-person": "needs-clearance",
    "clinician-seen": "needs-clinician-first",
}

AGES = range(5, 120)
"""Numbers that are an age when age is asked for."""

LEADING_UP = frozenset({"last-sessions", "which-level"})
"""The questions that decide the step to begin with."""

HOW_IT_WENT: dict[Answer, Last] = {
    Answer.YES: "well",
    Answer.KIND_OF: "not-yet",
    Answer.NOT_REALLY: "not-yet",
    Answer.NO: "badly",
}
STEP_BY: dict[Last, int] = {"well": 1, "not-yet": 0, "badly": -1}
"""Two sessions in a row within the pain rule lead a step up; a worse next day leads one down."""


def go_on(knowledge: Knowledge, state: State) -> Reply:
    """Ask the next of them, or begin."""
    pending = next(open_questions(knowledge.library, state), None)
    if pending is None:
        return _begin(knowledge, state, known_from(knowledge.library, state.given))
    return again.pending(knowledge, replace(state, pending=pending, misses=0))


def heard(knowledge: Knowledge, state: State, event: Event) -> Reply | None:
    """What is said to one of these questions; None where it is something for any time."""
    match event:
        case Answered(grade):
            return _answered(knowledge, state, grade)
        case Counted(number):
            return _counted(knowledge, state, number)
        case Described():
            return _described(knowledge, state, event)
        case Launch():
            return again.pending(knowledge, state).after(Act("still-coaching"))
        case Signed():
            return wait(knowledge, state)
        case Said(what):
            return _said(knowledge, state, what)
    return None


def _said(knowledge: Knowledge, state: State, what: str) -> Reply | None:
    match what:
        case "why" | "reasons":
            return again.pending(knowledge, state).after(Act("why-safety"))
        case "repeat":
            return again.pending(knowledge, state)
        case "help":
            return again.pending(knowledge, state).after(Act(_help(state.pending)))
        case "skip" | "next":
            return _answered(knowledge, state, Answer.NOT_SURE)
        case "first-time" if state.pending in LEADING_UP:
            return _at_level(knowledge, state, 1)
        case "first-time":
            coach = coach_of(state)
            noted = replace(coach, wanted=replace(coach.wanted, level=_first(coach)))
            return again.pending(knowledge, replace(state, coach=noted))
        case "go-back" | "change" | "previous":
            return again.pending(knowledge, state).after(Act("nothing-before"))
        case "hurts":
            return wait(knowledge, state)
        case "start-check" | "start-over":
            return opening.start_check(knowledge, state, None)
        case "child":
            return result.leave(knowledge, None).after(Act("too-young"))
        case "chest-pain":
            urgent = check.volunteered(_uncoached(state), "breathless-or-chest-pain")
            return check.go_on(knowledge, urgent)
    return None


def _help(pending: Pending) -> str:
    return f"help-{pending}" if pending in LEADING_UP else "help-safety"


def _described(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """What is felt leads to the check; a mere no with something beside it is an answer."""
    if event.present:
        return check.described(knowledge, _uncoached(state), event)
    if state.pending == "safety-age" and "under-eighteen" in event.absent:
        return _answered(knowledge, state, Answer.YES)
    if event.reply is not None:
        return _answered(knowledge, state, event.reply)
    return again.pending(knowledge, state)


def _uncoached(state: State) -> State:
    return replace(state, pending="open-question", coach=None, result=None, misses=0)


def wait(knowledge: Knowledge, state: State) -> Reply:
    """No exercise with something that hurts now: the check is offered, and may settle it."""
    alarm = state.pending if state.pending in ASKED_BY_THE_CHECK else "safety-rest"
    alarms = tuple(dict.fromkeys((*state.alarms, alarm)))
    ended = replace(_uncoached(state), pending="check-offer", alarms=alarms)
    return again.pending(knowledge, ended).after(Act("exercise-waits"))


def _answered(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    pending = state.pending
    coach = coach_of(state)
    if pending == "last-sessions" and grade in HOW_IT_WENT:
        told = replace(coach.wanted, last=HOW_IT_WENT[grade])
        return go_on(knowledge, replace(state, coach=replace(coach, wanted=told)))
    if pending in LEADING_UP:
        return _at_level(knowledge, state, 1)
    if grade is GOOD[pending]:
        screened = (*state.screened, pending)
        clear = replace(state, screened=screened, coach=replace(coach, plainer=False))
        return go_on(knowledge, clear)
    if grade not in {Answer.YES, Answer.NO} and not coach.plainer:
        plainer = replace(state, misses=0, coach=replace(coach, plainer=True))
        return again.pending(knowledge, plainer)
    refused = _refused(knowledge, state)
    plain = grade in {Answer.YES, Answer.NO}
    return refused if plain or GOOD[pending] is Answer.YES else refused.after(Act("taken-as-yes"))


def _refused(knowledge: Knowledge, state: State) -> Reply:
    """No exercise today. What is new is offered a check; for the rest there is none to offer."""
    act = Act(REFUSED[state.pending])
    if act.id == "exercise-waits":
        return wait(knowledge, state)
    return result.leave(knowledge, None).after(act)


def _counted(knowledge: Knowledge, state: State, number: int) -> Reply | None:
    routine = routine_of(knowledge.library, coach_of(state))
    if state.pending == "safety-age" and number in AGES:
        return _answered(
            knowledge, state, Answer.YES if number >= screening.ADULT_FROM else Answer.NO
        )
    if state.pending != "which-level" or routine is None:
        return None
    if not 1 <= number <= len(routine.levels):
        return again.pending(knowledge, replace(state, misses=0))
    last = coach_of(state).wanted.last
    assert last is not None
    level = max(1, min(number + STEP_BY[last], len(routine.levels)))
    moved = {1: "progress-up", 0: "progress-stay", -1: "progress-down"}[level - number]
    if last == "well" and level == number:
        moved = "progress-top"
    return _at_level(knowledge, state, level).after(Act(moved, numbers={"level": level}))


def _first(coach: Coach) -> int | None:
    return 1 if coach.wanted.routine is not None else None


def _at_level(knowledge: Knowledge, state: State, level: int) -> Reply:
    coach = coach_of(state)
    wanted = replace(coach.wanted, level=level, last=None)
    return go_on(knowledge, replace(state, coach=replace(coach, wanted=wanted)))


def _begin(knowledge: Knowledge, state: State, known: Answers) -> Reply:
    """The first exercise, of those that suit and fit; without any, the check is offered."""
    library, coach = knowledge.library, coach_of(state)
    planned = _planned(library, coach, known)
    steps = planned.steps
    acts: list[Act] = []
    if not steps:
        return _none_suits(knowledge, state)
    if coach.wanted.routine is not None:
        acts.append(Act("routine-start", names=naming(routine=coach.wanted.routine)))
    else:
        acts.append(Act("exercise-start", names=naming(exercise=steps[0].exercise)))
    if planned.left_out:
        acts.append(Act(_why_other(library, coach, known)))
    if coach.wanted.minutes is not None:
        minutes = coach.wanted.minutes
        steps = plan.within(library.exercises, steps, minutes)
        fits = plan.seconds(library.exercises, steps[0]) <= 60 * minutes
        count = {"count": len(steps)}
        acts.append(Act("time-fits", numbers=count) if fits else Act("shortest-instead"))
    begun = replace(state, misses=0, coach=replace(coach, plainer=False, steps=steps))
    return exercise.set_up(knowledge, begun).after(*acts)


def _none_suits(knowledge: Knowledge, state: State) -> Reply:
    """Back to a result, where there is one; else the check is offered."""
    back = replace(_uncoached(state), pending="check-offer")
    if state.result is not None:
        pending: Pending = "why-offer" if state.result.matches else "until-offer"
        back = replace(state, pending=pending, coach=None, misses=0)
    return again.pending(knowledge, back).after(Act("none-suits"))


def _why_other(library: Library, coach: Coach, known: Answers) -> str:
    """Why it is not what was asked for: by what was told, or by what is not known."""
    if coach.wanted.exercise is None:
        return "left-out"
    not_for = library.exercises[coach.wanted.exercise].not_for
    return "easier-instead" if anybody_yes(known, not_for) else "unsure-instead"


def _planned(library: Library, coach: Coach, known: Answers) -> Plan:
    routine = routine_of(library, coach)
    if routine is not None:
        level = routine.levels[(coach.wanted.level or 1) - 1]
        steps = tuple(AtLevel(step.exercise, step.level) for step in level)
    else:
        assert coach.wanted.exercise is not None
        steps = (AtLevel(coach.wanted.exercise, 1),)
    return plan.suited(library.exercises, known, steps)
