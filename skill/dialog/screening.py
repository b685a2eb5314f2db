"""The safety questions before the first exercise of a workout."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import precautions
from skill.coaching.workout import Workout
from skill.dialog import (
    beginning,
    check,
    description,
    level,
    opening,
    question,
    result,
)
from skill.dialog.events import (
    Answered,
    Counted,
    Described,
    Event,
    Launch,
    Remark,
    Said,
    Signed,
    Wants,
)
from skill.dialog.reply import Act, Asking, Named, Question, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import Pending, State, is_welcomed, workout_of
from skill.dialog.transitions import leave_coach, volunteer
from skill.interview import onset
from skill.interview.answers import anybody_yes
from skill.interview.interview import Knowledge
from skill.library.recency import FRESH_UP_TO
from skill.library.types import Answer

GOOD: dict[Pending, Answer] = {
    "safety-today": Answer.NO,
    "safety-person": Answer.NO,
    "clinician-seen": Answer.YES,
}
"""The plain answer after which exercise may begin; any other is asked once more, then refused."""

REFUSED: dict[Pending, Statement] = {
    "safety-today": "exercise-waits",
    "safety-person": "needs-clearance",
    "clinician-seen": "needs-clinician-first",
}

NO_PAIN = "pain-at-rest"
"""What "no pain today" denies, of all that is asked about today."""

ASKED_TODAY = frozenset(
    {*precautions.NEW_INJURY, *precautions.AT_REST, "sudden-onset", "breathless-or-chest-pain"}
)
"""What the question of today asks about: half taken back, it is asked about once more."""

REPLACED_JOINT = "joint-infection-risk"
"""What a new hip or knee raises in the check."""

AGES = range(5, 120)
"""Numbers that are an age where it is asked for."""


def reply_to(knowledge: Knowledge, state: State, event: Event) -> Reply | None:
    """What is said to one of these questions; None where it is something for any time."""
    if state.pending in level.LEADING_UP:
        led = level.reply_to(knowledge, state, event)
        if isinstance(led, level.Led):
            return beginning.go_on(knowledge, led.state).after(*led.said)
        if led is not None:
            return led
    match event:
        case Answered(grade):
            return _answered(knowledge, state, grade)
        case Counted(number):
            return _counted(knowledge, state, number)
        case Described():
            return _described(knowledge, state, event)
        case Launch() if is_welcomed(state):
            return question.pending(knowledge, state)
        case Launch():
            return question.pending(knowledge, state).after(Act("still-coaching"))
        case Signed():
            return beginning.put_off(knowledge, state, workout_of(state).wish)
        case Said(what):
            return _said(knowledge, state, what)
        case Wants(exercise=None, minutes=None, step=int()) if (
            state.pending in GOOD and event.routine in {None, workout_of(state).wish.routine}
        ):
            return level.take_place(knowledge, state, event)
        case Wants(routine=None, exercise=None, minutes=None) if event.beside.only is not None:
            return question.pending(knowledge, state)
        case Wants(routine=None, exercise=None, minutes=None) if state.pending in GOOD:
            return _plainer(knowledge, state)
    return None


def _plainer(knowledge: Knowledge, state: State) -> Reply:
    """The question in plainer words, for who only urges: "yeah, just get going" tells nothing."""
    plainer = replace(workout_of(state), plainer=True)
    return question.pending(knowledge, replace(state, misses=0, workout=plainer))


def take_back(knowledge: Knowledge, state: State | None, event: Event) -> Reply | None:
    """The question of today once more, where its yes is taken back: "I meant there's nothing new".

    Only a plain no to it then begins; None where nothing is taken back.
    """
    if state is None or state.pending != "check-offer" or state.wish is None:
        return None
    if state.resting or state.alarms != ("safety-today",):
        return None
    match event:
        case (
            Said("change" | "false-alarm")
            | Described(present=(), reply=None | Answer.NO, course=None)
        ):
            workout = Workout(state.wish)
            asked = replace(state, pending="safety-today", wish=None, workout=workout)
            return _plainer(knowledge, asked)
    return None


def _said(knowledge: Knowledge, state: State, what: Remark) -> Reply | None:
    match what:
        case "why" | "reasons":
            return question.pending(knowledge, state).after(Act("why-safety"))
        case "repeat":
            return question.pending(knowledge, state)
        case "what-for" if (routine := workout_of(state).wish.routine) is not None:
            return question.pending(knowledge, state).after(Act("about", routine))
        case "help":
            told = Act("help-welcome-back" if is_welcomed(state) else "help-safety")
            return question.pending(knowledge, state).after(told)
        case "own-dose":
            return question.pending(knowledge, state).after(Act("own-protocol"))
        case "skip" | "next":
            return _answered(knowledge, state, Answer.NOT_SURE)
        case "first-time":
            return question.pending(knowledge, level.first_time(state))
        case "ready" | "resume" if state.pending in GOOD:
            return _plainer(knowledge, state)
        case "how-many-left":
            return question.pending(knowledge, state).after(
                beginning.minutes_to_go(knowledge, state)
            )
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
        case "child":
            return result.leave(knowledge, None).after(Act("too-young"))
        case "chest-pain":
            urgent = volunteer(leave_coach(state), "breathless-or-chest-pain")
            return check.go_on(knowledge, urgent)
    return None


def _described(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """What is felt leads to the check; a mere no with something beside it is an answer."""
    if (
        state.pending == "safety-today"
        and event.beside.taken_back
        and ASKED_TODAY.issuperset(event.present)
    ):
        return _plainer(knowledge, state)
    if state.pending == "safety-today" and _is_of_old(event):
        return _of_old(knowledge, state, event)
    if state.pending == "safety-today" and _is_healed(event):
        known = {**state.given, "old-sprain": Answer.YES}
        return _answered(knowledge, replace(state, given=known), Answer.NO)
    if state.pending == "safety-today" and event.absent == (NO_PAIN,) and event.reply is None:
        denied = {**state.given, NO_PAIN: Answer.NO}  # The rest is still asked.
        return beginning.go_on(knowledge, replace(state, given=denied))
    if event.reply is Answer.NO and precautions.is_no_alarm(knowledge.library, event.present):
        told = dict.fromkeys(event.present, Answer.YES)
        state = replace(state, given={**state.given, **told})
    elif event.present and not _only_tells_when(state, event):
        return _taken(knowledge, state, event)
    if "under-eighteen" in event.absent:
        state = _grown_up(state)
    if _is_allowed_unnamed(state, event):
        asked = question.pending(knowledge, replace(state, misses=0))
        return replace(asked, question=Question("safety-person-besides"))
    if state.pending == "safety-person" and event.reply is None and _denies_some(event):
        return _ask_for_the_rest(knowledge, state, event)
    if event.reply is not None:
        answered = reply_to(knowledge, state, Answered(event.reply))
        return answered or question.pending(knowledge, state)
    return beginning.go_on(knowledge, state)


def _taken(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """What is felt, taken by the check; and that exercise waits, where more is asked first."""
    taken = description.take(knowledge, leave_coach(state), event)
    asks = taken.state is not None and taken.state.asking is not None
    return taken.after(Act("exercise-later")) if asks else taken


def _denies_some(event: Described) -> bool:
    return not event.present and not {*event.absent}.isdisjoint(precautions.ASKED_OF_THE_PERSON)


def _ask_for_the_rest(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """What of the person is still open, in short: "not pregnant" says nothing of metal."""
    asked = precautions.ASKED_OF_THE_PERSON
    denied = {id: Answer.NO for id in event.absent if id in asked}
    known = replace(state, given={**state.given, **denied}, misses=0)
    left = [id for id in asked if known.given.get(id) is not Answer.NO]
    if not left:
        return _answered(knowledge, known, Answer.NO)
    if precautions.METAL in left:  # Its name tells of surgery too.
        left = [id for id in left if id != "recent-surgery-or-plaster"]
    names = {"findings": tuple(map(Named, left))}
    open_still = Question("safety-person-others", names=names)
    return replace(question.pending(knowledge, known), question=open_still)


def _is_healed(event: Described) -> bool:
    """Whether an injury was long ago and is fine now: "it was sprained ten weeks back"."""
    long_ago = event.since_days is not None and event.since_days > FRESH_UP_TO
    past = onset.findings_of_the_past(event.since_days)
    return event.beside.well and long_ago and past.issuperset(event.present)


def _is_of_old(event: Described) -> bool:
    """Whether a sprain of long ago is told of, and nothing of today: "that was two years ago"."""
    long_ago = event.since_days is not None and event.since_days > precautions.HALF_A_YEAR
    past = onset.findings_of_the_past(event.since_days) | {precautions.WOBBLY}
    is_old = long_ago and "old-sprain" in event.present and past.issuperset(event.present)
    return is_old and event.course != "worse" and not event.beside.well


def _of_old(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """An old sprain is no answer for today: beside a no it is kept, else today is asked about."""
    known = replace(state, given={**state.given, "old-sprain": Answer.YES})
    if event.reply is Answer.NO:
        return _answered(knowledge, known, Answer.NO)
    return _plainer(knowledge, known)


def _is_allowed_unnamed(state: State, event: Described) -> bool:
    """Whether a clinician allowed exercise with what is not named: the rest is still asked."""
    return (
        state.pending == "safety-person" and event.beside.cleared and event.reply is not Answer.NO
    )


def _only_tells_when(state: State, event: Described) -> bool:
    """Whether a yes to what somebody has tells since when beside it: "yes, I broke it in May".

    A joint that was replaced is metal, and hurts nowhere.
    """
    answers = state.pending == "safety-person" and event.reply is Answer.YES
    return answers and {*event.present} <= onset.FINDINGS | {REPLACED_JOINT, "both-sides"}


def _grown_up(state: State) -> State:
    """The state in which an age was told, and is not asked for again."""
    return replace(state, given={**state.given, "under-eighteen": Answer.NO})


def _answered(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """A good answer goes on. A no ends nothing before it was confirmed; nor does hesitation."""
    pending, workout = state.pending, workout_of(state)
    if grade is GOOD[pending]:
        screened = tuple(dict.fromkeys((*state.screened, pending)))
        clear = replace(state, screened=screened, workout=replace(workout, plainer=False))
        return beginning.go_on(knowledge, clear)
    needs_word = pending == "clinician-seen" and _is_of_the_person(state)
    # At a welcome a yes may be said out of habit, and to begin.
    doubtful = grade is not Answer.YES or is_welcomed(state)
    if doubtful and not workout.plainer and not (needs_word and grade is Answer.NO):
        return _plainer(knowledge, state)
    refused = _refused(knowledge, state)
    plain = grade in {Answer.YES, Answer.NO}
    return refused if plain or GOOD[pending] is Answer.YES else refused.after(Act("taken-as-yes"))


def _is_of_the_person(state: State) -> bool:
    """Whether a clinician's word is needed for what was told of the person, and not for a foot."""
    return anybody_yes(state.given, precautions.OF_THE_PERSON)


def _refused(knowledge: Knowledge, state: State) -> Reply:
    """No exercise today. What is new is offered a check; for the rest there is none to offer."""
    act = Act(REFUSED[state.pending])
    if act.id == "needs-clinician-first" and _is_of_the_person(state):
        act = Act("needs-clearance")
    if act.id == "exercise-waits":
        return beginning.put_off(knowledge, state, workout_of(state).wish)
    return result.leave(knowledge, None).after(act)


def _counted(knowledge: Knowledge, state: State, number: int) -> Reply | None:
    if state.pending != "safety-person" or number not in AGES:
        return None
    if number < precautions.ADULT_FROM:
        return result.leave(knowledge, None).after(Act("too-young"))
    return beginning.go_on(knowledge, _grown_up(state))
