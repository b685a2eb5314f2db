"""The safety questions before the first exercise of a workout."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import precautions
from skill.dialog import clearance, question, single_questions
from skill.dialog.check import check, impatience, opening, result
from skill.dialog.events import (
    Answered,
    Counted,
    Event,
    Launch,
    Remark,
    Said,
    Wants,
)
from skill.dialog.preparation import between_exercises, level
from skill.dialog.reply import Act, Asking, Question, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import EXERCISING, MOST_MISSES, Pending, State, is_welcomed, workout_of
from skill.dialog.transitions import leave_coach, volunteer
from skill.dialog.workout import beginning, requests
from skill.interview.answers import anybody_yes
from skill.interview.interview import Knowledge
from skill.library.types import Answer
from skill.understanding.heard import OLD

GOOD: dict[Pending, Answer] = {
    "safety-today": Answer.NO,
    "safety-person": Answer.NO,
    "clinician-seen": Answer.YES,
    "safety-bone": Answer.NO,
    "safety-walk": Answer.NO,
}
"""The plain answer after which exercise may begin; any other is asked once more, then refused."""

REFUSED: dict[Pending, Statement] = {
    "safety-today": "exercise-waits",
    "safety-person": "needs-clearance",
    "clinician-seen": "needs-clinician-first",
    "safety-bone": "exercise-waits",
}

AGES = range(5, 120)
"""Numbers that are an age where it is asked for."""


def reply_to(knowledge: Knowledge, state: State, event: Event) -> Reply | None:
    """What is said to one of these questions; None where it is something for any time.

    What is told instead of an answer is for `disclosures`.
    """
    elsewhere = between_exercises.reply_to(knowledge, state, event)
    if elsewhere is not None:
        return elsewhere
    if state.pending in level.LEADING_UP:
        led = level.reply_to(knowledge, state, event)
        if isinstance(led, level.Led):
            return beginning.go_on(knowledge, led.state).after(*led.said)
        if led is not None:
            return led
    match event:
        case Answered(grade):
            return answer(knowledge, state, grade)
        case Counted(number):
            return _counted(knowledge, state, number)
        case Launch() if is_welcomed(state):
            return question.pending(knowledge, state)
        case Launch():
            return question.pending(knowledge, state).after(Act("still-coaching"))
        case Said("rules-out") if workout_of(state).steps:
            return beginning.rule_out(knowledge, state, event.ruled_out)
        case Said("only-sore" | "no-equipment" | "rules-out" | "easier" | "harder" | "faster"):
            return _noted(knowledge, state, event)
        case Said("asks-of-it", detail=asked):
            told = beginning.told_beforehand(knowledge, state, asked)
            return question.pending(knowledge, state).after(*told)
        case Said(what):
            return _said(knowledge, state, what)
        case Wants(exercise=None, minutes=None, step=int()) if (
            state.pending in GOOD and event.routine in {None, workout_of(state).wish.routine}
        ):
            placed = level.take_place(knowledge, state, event)
            if state.pending in single_questions.SINGLE:  # Another step may ask for no such thing.
                return beginning.go_on(knowledge, placed.state).after(*placed.said)
            return placed
        case Wants(routine=None, exercise=None, minutes=None) if event.beside.only is not None:
            return question.pending(knowledge, state)
        case Wants(routine=None, exercise=None, minutes=None) if state.pending in GOOD:
            return _urged(knowledge, state)
    return None


def _noted(knowledge: Knowledge, state: State, event: Said) -> Reply | None:
    """The question again, once it is kept how the exercises are wanted."""
    kept = requests.noted(state, event)
    if kept is None:
        return None
    asked, said = kept
    return question.pending(knowledge, asked).after(*filter(None, [said]))


def ask_plainer(knowledge: Knowledge, state: State) -> Reply:
    """The question in plainer words."""
    plainer = replace(workout_of(state), plainer=True)
    return question.pending(knowledge, replace(state, misses=0, workout=plainer))


def _urged(knowledge: Knowledge, state: State) -> Reply:
    """Why it is asked, and the question in plainer words: "skip the checks" tells nothing."""
    return ask_plainer(knowledge, state).after(Act("why-safety"))


def _said(knowledge: Knowledge, state: State, what: Remark) -> Reply | None:
    match what:
        case "why" | "reasons":
            return question.pending(knowledge, state).after(Act("why-safety"))
        case "skip-questions" | "skip" if state.pending in GOOD:
            return _urged(knowledge, state)
        case "repeat" | "seen-by-clinician":
            return question.pending(knowledge, state)
        case "back-to-exercise":
            good = state.pending in GOOD
            return _urged(knowledge, state) if good else question.pending(knowledge, state)
        case "slower" | "in-parts":
            return _in_parts(knowledge, state)
        case "not-understood" if state.misses and single_questions.can_be_split(state):
            return _in_parts(knowledge, state)
        case "not-understood" if state.misses == MOST_MISSES - 1:
            return _missed_thrice(knowledge, state)
        case "rest-open" if state.pending in single_questions.PARTS:
            return ask_for_the_rest(knowledge, state)
        case "what-for" if (routine := workout_of(state).wish.routine) is not None:
            return question.pending(knowledge, state).after(Act("about", routine))
        case "sore-after":
            return question.pending(knowledge, state).after(Act("sore-after"))
        case "help":
            told = Act("help-welcome-back" if is_welcomed(state) else "help-safety")
            return question.pending(knowledge, state).after(told)
        case "own-dose":
            return question.pending(knowledge, state).after(Act("own-protocol"))
        case "skip" | "next":
            return answer(knowledge, state, Answer.NOT_SURE)
        case "first-time":
            return beginning.go_on(knowledge, level.first_time(state))
        case "ready" | "resume" if state.pending in GOOD:
            return _urged(knowledge, state)
        case "questions-left":
            left = impatience.told_of(clearance.open_after(knowledge.library, state))
            return question.pending(knowledge, state).after(left)
        case "how-many-left":
            return question.pending(knowledge, state).after(beginning.to_go(knowledge, state))
        case (
            "how-many-sets"
            | "which-next"
            | "how-to"
            | "which-exercise"
            | "which-side"
            | "wrong-side"
            | "skip-next"
            | "longer-rest"
        ):
            return question.pending(knowledge, state).after(Act("exercises-after"))
        case "go-back" | "change" | "previous":
            return question.pending(knowledge, state).after(Act("nothing-before"))
        case "hurts":
            return beginning.put_off(knowledge, state)
        case "no-exercise" if is_welcomed(state):
            return Asking((Act("no-exercise"),), Question("open-question"), leave_coach(state))
        case "other-person" if is_welcomed(state):  # What is known is of somebody else.
            return Asking((), Question("open-question"), leave_coach(state))
        case "start-check" | "no-exercise" as leaving:
            return check.leave_exercise(knowledge, state, leaving)
        case "start-over":
            return opening.start_check(knowledge, state, None)
        case "child" | "young-wish":
            return result.leave(knowledge, None).after(Act("too-young"))
        case "chest-pain":
            urgent = volunteer(leave_coach(state), "breathless-or-chest-pain")
            return check.go_on(knowledge, urgent)
    return None


def _missed_thrice(knowledge: Knowledge, state: State) -> Reply:
    """What is not understood a third time is read with care, and said so."""
    past_plainer = replace(state, workout=replace(workout_of(state), plainer=True))
    careful = answer(knowledge, past_plainer, Answer.NOT_SURE)
    return careful.after(Act("missed-twice-offer"))


def ask_for_the_rest(knowledge: Knowledge, state: State) -> Reply:
    """The question again, where one of its things was denied; the second time thing by thing."""
    if state.misses and not workout_of(state).part:
        return _in_parts(knowledge, state)
    asked = replace(state, misses=state.misses + 1)
    return question.pending(knowledge, asked).after(Act("rest-open"))


def _in_parts(knowledge: Knowledge, state: State) -> Reply:
    """Each thing by itself, from the first one on; where it is so already, the question again."""
    if not single_questions.can_be_split(state):
        return question.pending(knowledge, state)
    return question.pending(knowledge, single_questions.split(state)).after(Act("one-at-a-time"))


def answer(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """A good answer goes on. A no ends nothing before it was confirmed; nor does hesitation."""
    pending, workout = state.pending, workout_of(state)
    if grade is GOOD[pending]:
        next_part = single_questions.after(state)
        if next_part is not None:
            return question.pending(knowledge, next_part)
        state = _denied(knowledge, state)
        screened = tuple(dict.fromkeys((*state.screened, pending)))
        begun = replace(workout, plainer=False, part=min(workout.part, 1))
        clear = replace(state, screened=screened, workout=begun)
        on = beginning.go_on(knowledge, clear)
        return on.after(Act("step-unless-told")) if _begins_untold(knowledge, on, clear) else on
    if pending == "safety-walk":  # What it speaks against gives way to what is easier.
        sore = replace(state, given={**state.given, precautions.SORE_WALK: Answer.YES})
        return (beginning.spare if workout.steps else beginning.go_on)(knowledge, sore)
    needs_word = pending == "clinician-seen" and _is_of_the_person(state)
    # At a welcome a yes may be said out of habit, and to begin.
    doubtful = grade is not Answer.YES or (is_welcomed(state) and not workout.part)
    if doubtful and not workout.plainer and not (needs_word and grade is Answer.NO):
        return ask_plainer(knowledge, state)
    if single_questions.can_be_split(state):  # Nobody is sent away for a yes that names nothing.
        return _in_parts(knowledge, state)
    plain = grade in {Answer.YES, Answer.NO}
    if pending == "safety-person" and not plain:
        return _put_off_unsure(knowledge, state).after(Act("taken-as-yes"))
    if plain or GOOD[pending] is Answer.YES:
        return _refused(knowledge, state)
    return _refused(knowledge, state, "exercise-waits-if-so").after(Act("taken-as-yes"))


def _begins_untold(knowledge: Knowledge, on: Reply, asked: State) -> bool:
    """Whether a routine of several steps begins at its first, for who was asked for no step."""
    wish = workout_of(asked).wish
    routine = knowledge.library.routines[wish.routine] if wish.routine else None
    begins = isinstance(on, Asking) and on.state.pending in EXERCISING
    by_word = "clinician-seen" in asked.screened and _is_of_the_person(asked)
    several = routine is not None and len(routine.levels) > 1
    return begins and by_word and several and wish.level == 1 and asked.result is None


def _denied(knowledge: Knowledge, state: State) -> State:
    """The state in which what the open question asks about by itself, or beside it, is denied."""
    part = single_questions.SINGLE.get(state.pending)
    ids = part.ids if part is not None else ()
    if clearance.asks_of_bone_too(knowledge.library, state):
        ids = (*ids, precautions.SORE_SPOT)
    return replace(state, given={**state.given, **dict.fromkeys(ids, Answer.NO)})


def _is_of_the_person(state: State) -> bool:
    """Whether a clinician's word is needed for what was told of the person, and not for a foot."""
    return anybody_yes(state.given, precautions.OF_THE_PERSON)


def _refused(knowledge: Knowledge, state: State, waits: Statement = "exercise-waits") -> Reply:
    """No exercise today. What is new is offered a check; for the rest there is none to offer.

    `waits` is how the first is said.
    """
    act = Act(REFUSED[state.pending])
    if act.id == "needs-clinician-first" and _is_of_the_person(state):
        act = Act("needs-clearance")
    if act.id == "exercise-waits":
        return beginning.put_off(knowledge, state, workout_of(state).wish, waits)
    return result.leave(knowledge, None).after(act)


def _put_off_unsure(knowledge: Knowledge, state: State) -> Reply:
    """No exercise for now, as who somebody is was not understood; that may be put right.

    It is asked again before any exercise, so nothing of it is kept.
    """
    wish = workout_of(state).wish
    ended = replace(leave_coach(state), pending="check-offer", wish=wish)
    return question.pending(knowledge, ended).after(Act("needs-clearance-if-so"))


def _counted(knowledge: Knowledge, state: State, number: int) -> Reply | None:
    if state.pending != "safety-person" or number not in AGES:
        return None
    if number < precautions.ADULT_FROM:
        return result.leave(knowledge, None).after(Act("too-young"))
    known = grown_up(state)
    if number >= OLD:
        known = replace(known, given={**known.given, precautions.OLDER: Answer.YES})
    return beginning.go_on(knowledge, known)


def grown_up(state: State) -> State:
    """The state in which an age was told, and is not asked for again."""
    return replace(state, given={**state.given, "under-eighteen": Answer.NO})
