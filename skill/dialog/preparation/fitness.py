"""Facts that bear on exercise and are told beside a wish or an answer: side, age, clearance."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import precautions, selection
from skill.coaching.workout import Wish, Workout
from skill.dialog import question
from skill.dialog.check import check, description
from skill.dialog.events import Beside, Described, Event, Said, Wants
from skill.dialog.reply import Act, Closing, Named, Reply
from skill.dialog.state import EXERCISING, SAFETY, State, workout_of
from skill.dialog.transitions import FRESH, leave_coach
from skill.dialog.workout import beginning, playback, postures
from skill.interview import onset
from skill.interview.answers import anybody_yes, is_yes
from skill.interview.assessment import assess
from skill.interview.interview import HOW_IT_BEGAN, Knowledge
from skill.library.types import Answer, Care

LASTING = "over-six-weeks"


def note(knowledge: Knowledge, before: State | None, event: Event) -> State | None:
    """The state with what was told beside an event, before the event is answered."""
    if isinstance(event, Said) and event.unequipped and before is not None:
        return replace(before, unequipped=True)
    if not isinstance(event, Wants | Described) or event.beside == Beside():
        return before
    state, beside = before or FRESH, event.beside
    if beside.unequipped:
        state = replace(state, unequipped=True)
    if beside.ruled_out:
        state = postures.kept(state, beside.ruled_out)
    if beside.only is not None:
        state = replace(state, only=beside.only)
    if beside.overdone:
        state = replace(state, overdone=True)
    if beside.cleared and "clinician-seen" not in state.screened:
        state = replace(state, screened=(*state.screened, "clinician-seen"))
    if beside.side is not None:
        state = replace(state, side=beside.side)
    if beside.felt:
        state = replace(state, given={**state.given, **dict.fromkeys(beside.felt, Answer.YES)})
    told_in_the_check = isinstance(event, Described) and state.workout is None
    if beside.adult and not told_in_the_check:  # There the description itself is noted.
        state = replace(state, given={**state.given, "under-eighteen": Answer.NO})
    if isinstance(event, Wants) and (beside.cleared or beside.well or _is_of_old(state)):
        return _without_the_past(knowledge, state)
    asks_where = state.asking in {None, HOW_IT_BEGAN, *knowledge.plan.regions}
    if beside.well and asks_where and state.given.get(LASTING) is Answer.YES:
        return replace(state, given={**state.given, LASTING: Answer.NO})
    return state


def _is_of_old(state: State) -> bool:
    """Whether it is an ankle that was sprained long ago, and gets no worse."""
    long_ago = state.since_days is not None and state.since_days > precautions.HALF_A_YEAR
    return long_ago and is_yes(state.given, "old-sprain") and state.course != "worse"


def _without_the_past(knowledge: Knowledge, state: State) -> State:
    """The state without place, time and course of what is over.

    What is felt stays, and so does each danger.
    """
    past = onset.findings_of_the_past(state.since_days) | {"both-sides", *knowledge.plan.regions}
    given = {id: grade for id, grade in state.given.items() if id not in past}
    alarms = tuple(id for id in state.alarms if id not in past)
    return replace(state, given=given, alarms=alarms, since_days=None, course=None)


def set_aside(state: State, event: Described) -> tuple[State, Described]:
    """The state with what is told of the person and changes nothing, and the event without it.

    "No, I am seventy-two, love" is a no.
    """
    told = [id for id in event.present if id in precautions.CHANGES_NOTHING]
    if not told:
        return state, event
    known = replace(state, given={**state.given, **dict.fromkeys(told, Answer.YES)})
    return known, replace(event, present=tuple(id for id in event.present if id not in told))


def is_of_the_person(event: Described) -> bool:
    """Whether who somebody is was told, maybe with a time, and nothing that is felt."""
    told = _without_time(event)
    return bool(told) and precautions.OF_NOTHING_FELT.issuperset(told)


def with_told(state: State, event: Described) -> State:
    """The state in which that is known, without the time, which is no beginning of a trouble."""
    told = dict.fromkeys(_without_time(event), Answer.YES)
    return replace(state, given={**state.given, **told})


def _without_time(event: Described) -> tuple[str, ...]:
    """What was told to be so, but for time and course."""
    return tuple(id for id in event.present if id not in onset.FINDINGS)


def _is_allowed(state: State, event: Described) -> bool:
    """Whether a clinician who knows of what was told allowed exercise: told now, or before."""
    if event.beside.cleared:
        return True
    known = all(is_yes(state.given, id) for id in _without_time(event))
    return known and "clinician-seen" in state.screened


def take_of_the_person(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """Pregnancy, an operation and the like, told in or before a workout: a clinician must allow it.

    Without one it ends here. With one, what else there may be of the kind is still asked.
    """
    coached = state.pending in EXERCISING
    known = with_told(state, event)
    if state.pending == "safety-today" and event.reply is Answer.NO:  # "No, but I'm pregnant."
        known = replace(known, screened=(*known.screened, "safety-today"))
    # What no word allows needs none: diabetes, and beside it an antibiotic that harms tendons.
    bars = anybody_yes(known.given, precautions.OF_NOTHING_FELT - precautions.ALLOWED_BY_A_WORD)
    if bars or not _is_allowed(state, event):
        if bars or not precautions.needs_clearance(event.present, event.since_days):
            refused = take_wished(knowledge, leave_coach(state), event)
        else:
            refused = _ask_for_a_word(knowledge, known, event, _without_steps(state))
        return refused.after(Act("stop-there")) if coached else refused
    if coached:
        return playback.take_up(knowledge, known)
    if state.pending == "safety-person" and known.given == state.given:
        known = replace(known, screened=(*known.screened, state.pending))
    return beginning.go_on(knowledge, known).after(*heard_as_allowed(event))


def _without_steps(state: State) -> Wish:
    """What was wished for; from its first step, where a question was put before already: who is
    asked for a clinician's word, and for what else there is, is asked enough.
    """
    wish = workout_of(state).wish
    asked = state.pending in SAFETY and state.result is None
    if not asked or wish.routine is None or wish.last is not None or wish.level is not None:
        return wish
    return replace(wish, level=1)


def heard_as_allowed(event: Described) -> tuple[Act, ...]:
    """What was told of the person with a clinician's word beside it, said back as allowed."""
    told = tuple(Named(id) for id in event.present if id in precautions.OF_THE_PERSON)
    allows = event.beside.cleared and told
    return (Act("word-allows", names={"findings": told}),) if allows else ()


def _ask_for_a_word(knowledge: Knowledge, state: State, event: Described, wish: Wish) -> Reply:
    """Why exercise needs a clinician's word, and whether there is one: with a yes it goes on."""
    asked = replace(
        state,
        pending="clinician-seen",
        asking=None,
        asked=(),
        misses=0,
        workout=Workout(wish),
        screened=tuple(one for one in state.screened if one != "clinician-seen"),
    )
    reason = next(id for id in event.present if id in precautions.OF_THE_PERSON)
    why = Act("needs-word", names={"findings": (Named(reason),)})
    return question.pending(knowledge, asked).after(why)


def only_brings_a_word(state: State | None, event: Described) -> bool:
    """Whether somebody opens with a clinician's word for exercise, and tells of no trouble."""
    opens = state is None or state.pending == "open-question"
    told = event.present or event.since_days is not None or event.child
    return opens and event.beside.cleared and not told and event.course in {None, "better"}


def tells_who_chooses(state: State, event: Described) -> bool:
    """Whether an age or the like is told with what a routine has to suit, at the list of them:
    "I'm eighty one, I can't get down on the floor".
    """
    told = event.present and precautions.CHANGES_NOTHING.issuperset(event.present)
    chooses = state.pending == "choose-routine" and event.course is None
    return bool(told and chooses and event.beside.ruled_out)


def is_word_after_a_result(state: State, event: Described) -> bool:
    """Whether no more is told than a clinician's word, where a visit was advised and no hurry."""
    told = state.result
    advised = told is not None and told.care in {Care.SEE_CLINICIAN, Care.SELF_CARE}
    return advised and event.beside.cleared and not event.present and event.course != "worse"


def take_wished(knowledge: Knowledge, before: State, event: Described) -> Reply:
    """What is told beside a wish for exercise: a reason to refuse it, or what is checked first.

    Without a clinician's word it is refused at once, unless something graver is told beside it.
    In an opening the check comes first, and a routine that was named is kept for after it.
    """
    taken = description.take(knowledge, before, event)
    if taken.state is None:
        return taken
    if _is_refused(knowledge, before, event, taken):
        wish = Wish(event.beside.routine or selection.GENERAL_ROUTINE)
        return _ask_for_a_word(knowledge, taken.state, event, wish)
    opens = before.pending == "open-question" and before.wish is None
    if not opens or taken.state.asking is None:
        return taken
    routine = event.beside.routine
    kept = replace(taken.state, wish=Wish(routine) if routine else None)
    return replace(taken, state=kept).after(Act("finish-first"))


def _is_refused(knowledge: Knowledge, before: State, event: Described, taken: Reply) -> bool:
    if event.beside.cleared or before.asking or before.workout or before.result:
        return False
    if isinstance(taken, Closing) or taken.result:
        return False
    if check.is_urgent(assess(knowledge.library, taken.state.given, taken.assessed)):
        return False
    return precautions.needs_clearance(event.present, event.since_days)
