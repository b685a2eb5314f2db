"""The questions before the first exercise of a session, and the step that it begins with."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import precautions, selection
from skill.coaching.progression import AtLevel
from skill.coaching.selection import Plan
from skill.dialog import check, opening, playback, question, result
from skill.dialog.clearance import ASKED_BY_THE_CHECK, open_questions, routine_of
from skill.dialog.events import Answered, Command, Counted, Described, Event, Launch, Said, Signed
from skill.dialog.reply import Act, Reply, Statement, naming
from skill.dialog.state import Pending, State, workout_of
from skill.dialog.workout import Last, Workout
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

REFUSED: dict[Pending, Statement] = {
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
MOVED: dict[int, Statement] = {1: "progress-up", 0: "progress-stay", -1: "progress-down"}
STEP_BY: dict[Last, int] = {"well": 1, "not-yet": 0, "badly": -1}
"""Two sessions in a row within the pain rule lead a step up; a worse next day leads one down."""


def go_on(knowledge: Knowledge, state: State) -> Reply:
    """Ask the next of them, or begin."""
    pending = next(open_questions(knowledge.library, state), None)
    if pending is None:
        return _begin(knowledge, state, known_from(knowledge.library, state.given))
    return question.pending(knowledge, replace(state, pending=pending, misses=0))


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
            return question.pending(knowledge, state).after(Act("still-coaching"))
        case Signed():
            return wait(knowledge, state)
        case Said(what):
            return _said(knowledge, state, what)
    return None


def _said(knowledge: Knowledge, state: State, what: Command) -> Reply | None:
    match what:
        case "why" | "reasons":
            return question.pending(knowledge, state).after(Act("why-safety"))
        case "repeat":
            return question.pending(knowledge, state)
        case "help":
            help = Act(HELP.get(state.pending, "help-safety"))
            return question.pending(knowledge, state).after(help)
        case "skip" | "next":
            return _answered(knowledge, state, Answer.NOT_SURE)
        case "first-time" if state.pending in LEADING_UP:
            return _at_level(knowledge, state, 1)
        case "first-time":
            workout = workout_of(state)
            noted = replace(workout, wish=replace(workout.wish, level=_first(workout)))
            return question.pending(knowledge, replace(state, workout=noted))
        case "go-back" | "change" | "previous":
            return question.pending(knowledge, state).after(Act("nothing-before"))
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


HELP: dict[Pending, Statement] = {
    "last-sessions": "help-last-sessions",
    "which-level": "help-which-level",
}
"""Of the questions that decide the step; the others share `help-safety`."""


def _described(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """What is felt leads to the check; a mere no with something beside it is an answer."""
    if event.present:
        return check.described(knowledge, _uncoached(state), event)
    if state.pending == "safety-age" and "under-eighteen" in event.absent:
        return _answered(knowledge, state, Answer.YES)
    if event.reply is not None:
        return _answered(knowledge, state, event.reply)
    return question.pending(knowledge, state)


def _uncoached(state: State) -> State:
    return replace(state, pending="open-question", workout=None, result=None, misses=0)


def wait(knowledge: Knowledge, state: State) -> Reply:
    """No exercise with something that hurts now: the check is offered, and may settle it."""
    alarm = state.pending if state.pending in ASKED_BY_THE_CHECK else "safety-rest"
    alarms = tuple(dict.fromkeys((*state.alarms, alarm)))
    ended = replace(_uncoached(state), pending="check-offer", alarms=alarms)
    return question.pending(knowledge, ended).after(Act("exercise-waits"))


def _answered(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    pending = state.pending
    workout = workout_of(state)
    if pending == "last-sessions" and grade in HOW_IT_WENT:
        told = replace(workout.wish, last=HOW_IT_WENT[grade])
        return go_on(knowledge, replace(state, workout=replace(workout, wish=told)))
    if pending in LEADING_UP:
        return _at_level(knowledge, state, 1)
    if grade is GOOD[pending]:
        screened = (*state.screened, pending)
        clear = replace(state, screened=screened, workout=replace(workout, plainer=False))
        return go_on(knowledge, clear)
    if grade not in {Answer.YES, Answer.NO} and not workout.plainer:
        plainer = replace(state, misses=0, workout=replace(workout, plainer=True))
        return question.pending(knowledge, plainer)
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
    routine = routine_of(knowledge.library, workout_of(state))
    if state.pending == "safety-age" and number in AGES:
        return _answered(
            knowledge, state, Answer.YES if number >= precautions.ADULT_FROM else Answer.NO
        )
    if state.pending != "which-level" or routine is None:
        return None
    if not 1 <= number <= len(routine.levels):
        return question.pending(knowledge, replace(state, misses=0))
    last = workout_of(state).wish.last
    assert last is not None
    level = max(1, min(number + STEP_BY[last], len(routine.levels)))
    moved = MOVED[level - number]
    if last == "well" and level == number:
        moved = "progress-top"
    return _at_level(knowledge, state, level).after(Act(moved, numbers={"level": level}))


def _first(workout: Workout) -> int | None:
    return 1 if workout.wish.routine is not None else None


def _at_level(knowledge: Knowledge, state: State, level: int) -> Reply:
    workout = workout_of(state)
    wanted = replace(workout.wish, level=level, last=None)
    return go_on(knowledge, replace(state, workout=replace(workout, wish=wanted)))


def _begin(knowledge: Knowledge, state: State, known: Answers) -> Reply:
    """The first exercise, of those that suit and fit; without any, the check is offered."""
    library, workout = knowledge.library, workout_of(state)
    planned = _planned(library, workout, known)
    steps = planned.steps
    acts: list[Act] = []
    if not steps:
        return _none_suits(knowledge, state)
    if workout.wish.routine is not None:
        acts.append(Act("routine-start", names=naming(routine=workout.wish.routine)))
    else:
        acts.append(Act("exercise-start", names=naming(exercise=steps[0].exercise)))
    if planned.left_out:
        acts.append(Act(_why_other(library, workout, known)))
    if workout.wish.minutes is not None:
        minutes = workout.wish.minutes
        steps = selection.within(library.exercises, steps, minutes)
        fits = selection.seconds(library.exercises, steps[0]) <= 60 * minutes
        count = {"count": len(steps)}
        acts.append(Act("time-fits", numbers=count) if fits else Act("shortest-instead"))
    begun = replace(state, misses=0, workout=replace(workout, plainer=False, steps=steps))
    return playback.set_up(knowledge, begun).after(*acts)


def _none_suits(knowledge: Knowledge, state: State) -> Reply:
    """Back to a result, where there is one; else the check is offered."""
    back = replace(_uncoached(state), pending="check-offer")
    if state.result is not None:
        pending: Pending = "why-offer" if state.result.matches else "until-offer"
        back = replace(state, pending=pending, workout=None, misses=0)
    return question.pending(knowledge, back).after(Act("none-suits"))


def _why_other(library: Library, workout: Workout, known: Answers) -> Statement:
    """Why it is not what was asked for: by what was told, or by what is not known."""
    if workout.wish.exercise is None:
        return "left-out"
    not_for = library.exercises[workout.wish.exercise].not_for
    return "easier-instead" if anybody_yes(known, not_for) else "unsure-instead"


def _planned(library: Library, workout: Workout, known: Answers) -> Plan:
    routine = routine_of(library, workout)
    if routine is not None:
        level = routine.levels[(workout.wish.level or 1) - 1]
        steps = tuple(AtLevel(step.exercise, step.level) for step in level)
    else:
        assert workout.wish.exercise is not None
        steps = (AtLevel(workout.wish.exercise, 1),)
    return selection.suited(library.exercises, known, steps)
