"""The choice of exercise: after a result, by name, by minutes, or from a list."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import selection
from skill.coaching.workout import Wish, Workout
from skill.dialog import marks, question
from skill.dialog.answers import care_questions
from skill.dialog.check import check, opening, result
from skill.dialog.clearance import Bar, bar_of, has_told, is_sent
from skill.dialog.events import Described, Event, Said, Wants
from skill.dialog.reply import Act, Asking, Named, Question, Reply, naming
from skill.dialog.state import State
from skill.dialog.transitions import FRESH
from skill.dialog.workout import beginning, postures
from skill.interview.answers import is_yes
from skill.interview.assessment import Assessment, assess
from skill.interview.interview import Knowledge
from skill.library.types import YESES, Answer, Care


def take_wish(knowledge: Knowledge, state: State | None, event: Wants) -> Reply:
    """Begin what is asked for; where only "the exercises" are, what was offered, or the list."""
    before_it, place = state or FRESH, marks.named_place(event)
    before_it = replace(before_it, place=place) if place is not None else before_it
    if event.beside.sore:
        gentler = replace(event, beside=replace(event.beside, sore=False))
        return take_wish(knowledge, before_it, gentler).after(Act("sore-after"))
    if event.beside.unequipped:
        bare = replace(event, beside=replace(event.beside, unequipped=False))
        begun = take_wish(knowledge, before_it, bare)
        told = begun.state is not None and begun.state.workout is not None
        return begun.after(Act("without-kit")) if told else begun
    if event.beside.cleared and before_it.pending == "open-question":
        return _with_a_word(knowledge, before_it, event)
    routine = event.routine or _offered(knowledge, before_it)
    if event.exercise is not None:
        return begin(knowledge, before_it, Wish(exercise=event.exercise))
    if event.minutes is not None:
        minutes = max(0, min(event.minutes, 600))
        level = _level_of(before_it, routine)
        wish = Wish(routine or selection.GENERAL_ROUTINE, minutes=minutes, level=level)
        return begin(knowledge, before_it, wish)
    if routine is not None:
        begun = begin(knowledge, before_it, Wish(routine, last=_last_of(knowledge, event, routine)))
        return begun.after(*_step_told(knowledge, begun, routine, place))
    if event.beside.mine and before_it.asking is not None:
        return check.ask_again(knowledge, before_it).after(Act("finish-first"))
    return choose(knowledge, before_it, 0)


def _last_of(knowledge: Knowledge, event: Wants, routine: str) -> int | None:
    """The step of a routine that is told to be the one that was done last."""
    steps = range(1, len(knowledge.library.routines[routine].levels) + 1)
    return event.step if event.done and event.step in steps else None


def _with_a_word(knowledge: Knowledge, state: State, event: Wants) -> Reply:
    """What somebody wants who comes with a clinician's word, and that this was heard."""
    begun = take_wish(knowledge, state, replace(event, beside=replace(event.beside, cleared=False)))
    after = begun.state
    listed = after is not None and after.pending == "choose-routine"
    begins = listed or (after is not None and after.workout is not None)
    return begun.after(Act("word-noted")) if begins else begun


def _step_told(
    knowledge: Knowledge, begun: Reply, routine: str, place: tuple[int, int] | None
) -> tuple[Act, ...]:
    """The step that was named with the wish, spoken back, so that a misheard one is heard."""
    coached = begun.state is not None and begun.state.workout is not None
    if not coached or place is None or place[0] > len(knowledge.library.routines[routine].levels):
        return ()
    step, part = place
    if part > 1:
        numbers = {"level": step, "exercise": part}
        return (Act("place-named", names=naming(routine=routine), numbers=numbers),)
    return (Act("step-named", names=naming(routine=routine), numbers={"level": step}),)


def _level_of(state: State, routine: str | None) -> int | None:
    """The step of the routine that is on, where it is this one."""
    workout = state.workout
    if workout is None or not workout.steps or workout.wish.routine != routine:
        return None
    return workout.wish.level or 1


def _offered(knowledge: Knowledge, state: State) -> str | None:
    """The routine that is on, or for what was told to fit best, or None."""
    if state.workout is not None and state.workout.wish.routine is not None:
        return state.workout.wish.routine
    matches = state.result.matches if state.result else ()
    return selection.routine_for(knowledge.library.routines, matches[0]) if matches else None


def agrees(knowledge: Knowledge, state: State, event: Event) -> bool:
    """Whether the offer is taken, and beside it only the side or what was told before is named:
    "yes, but it's only my left foot that hurts".
    """
    if state.pending != "offer-routine" or not isinstance(event, Described):
        return False
    told = {id for id in event.present if id not in knowledge.plan.regions}
    known = all(state.given.get(id) in YESES for id in told)
    more = event.absent or event.since_days is not None or event.course not in {None, state.course}
    one_side = event.reply is Answer.KIND_OF and event.beside.only is not None
    return (event.reply is Answer.YES or one_side) and known and not more


def begin(
    knowledge: Knowledge, state: State, wish: Wish, assessed: Assessment | None = None
) -> Reply:
    """Ask what has to be asked before, unless something that was told stands against it.

    In the middle of the safety questions those are finished first; the wish is kept till then.
    A check to which nothing was told yet, or only what is not so, is left for it; so is one of
    whom a clinician sent for exercise, while nothing grave or new was told. `assessed` is what the
    turn has worked out of the answers already.
    """
    assessed = assess(knowledge.library, state.given, assessed)
    if (
        has_told(state)
        and check.is_screening(knowledge, state, assessed)
        and not is_sent(knowledge.library, state)
        and assessed.rank < Care.SEE_CLINICIAN.rank
    ):
        going_on = check.ask_again(knowledge, replace(state, wish=wish, listed=0), assessed)
        return going_on.after(Act("finish-first"))
    if _wants_the_check(knowledge, state, wish):
        before = state if state != FRESH else None
        return opening.start_check(knowledge, before, state.side).after(Act("finish-first"))
    bar = bar_of(knowledge.library, state, wish, assessed=assessed)
    if bar is not None:
        return _barred(knowledge, state, bar, assessed)
    coached = replace(
        state, pending="safety-today", asking=None, misses=0, listed=0, workout=Workout(wish)
    )
    return beginning.go_on(knowledge, coached, assessed)


def _wants_the_check(knowledge: Knowledge, state: State, wish: Wish) -> bool:
    """Whether the routine for a fresh injury is wished for, and no check has told that it fits."""
    routine = knowledge.library.routines[wish.routine] if wish.routine else None
    return routine is not None and routine.early and state.result is None


def _back(knowledge: Knowledge, state: State, assessed: Assessment) -> Reply:
    """What was open; the check where nothing was."""
    if state.asking is not None:
        return check.ask_again(knowledge, state, assessed)
    if state.pending in {"open-question", "choose-routine"} or state.workout is not None:
        state = replace(state, pending="check-offer", workout=None, result=None)
    return question.pending(knowledge, replace(state, misses=0), assessed)


def _barred(knowledge: Knowledge, state: State, bar: Bar, assessed: Assessment) -> Reply:
    """No exercise, and why not; after an emergency that stands in its own words."""
    told = state.result
    if bar != "too-young" and told is not None and told.care is Care.EMERGENCY:
        urged = care_questions.tell_by_level(knowledge, state, care_questions.LOAD)
        if urged is not None:
            return urged
    stands = _standing(knowledge, state) if bar == "flag-stands" else ()
    if stands and told is not None and told.care is Care.SELF_CARE:
        because = Act("alarm-stands", names={"findings": stands})
        return _back(knowledge, state, assessed).after(because)
    return _back(knowledge, state, assessed).after(Act(bar))


MOST_NAMED = 2
"""So many reasons against exercise are named at once."""


def _standing(knowledge: Knowledge, state: State) -> tuple[Named, ...]:
    """What was told and stands against exercise: beside self care it is named, to be put right."""
    library = knowledge.library
    named = {*library.findings, *library.red_flags}
    stands = [id for id in state.alarms if id in named and is_yes(state.given, id)]
    return tuple(Named(id) for id in stands[:MOST_NAMED])


def choose(knowledge: Knowledge, state: State, named_so_far: int) -> Reply:
    """Name the routines after those told so far, a few at a time, and after the last the first."""
    assessed = assess(knowledge.library, state.given)
    bar = bar_of(knowledge.library, state, assessed=assessed)
    if bar is not None:
        return _barred(knowledge, state, bar, assessed)
    many = len(knowledge.library.routines)
    listed = min((named_so_far if named_so_far < many else 0) + question.LISTED_AT_ONCE, many)
    listing = replace(
        state, pending="choose-routine", asking=None, misses=0, workout=None, listed=listed
    )
    return question.pending(knowledge, listing, assessed)


def answer_about(knowledge: Knowledge, state: State, event: Said) -> Reply | None:
    """Answer what is asked about routines that are listed or offered; None where none are."""
    match event.what, state.pending:
        case "more", "choose-routine":
            return choose(knowledge, state, state.listed)
        case "what-for", "choose-routine":
            return tell_about(knowledge, state, event.routine)
        case "what-for", "offer-routine":
            return tell_about_offer(knowledge, state)
        case "which-for-me", "choose-routine":
            return help_to_choose(knowledge, state)
        case "rules-out", "offer-routine" | "choose-routine":
            return _rules_out(knowledge, state, event)
        case "asks-of-it", "offer-routine":
            return _tell_of_offer(knowledge, state, event.detail)
    return None


def tell_about(knowledge: Knowledge, state: State, routine: str | None) -> Reply:
    """What a routine is for, and whether it shall be that; without one, what happens in any."""
    routine = routine or (state.wish.routine if state.wish else None)
    if routine is None:
        return Asking((Act("what-happens"),), Question("choose-any"), replace(state, misses=0))
    wished = replace(state, misses=0, wish=Wish(routine))
    return Asking((Act("about", routine),), Question("choose-this"), wished)


def tell_about_offer(knowledge: Knowledge, state: State) -> Reply:
    """What the routine is for that is offered after a result, and the offer once more."""
    routine = _offered(knowledge, state)
    act = Act("about", routine) if routine else Act("what-happens")
    return question.pending(knowledge, replace(state, misses=0)).after(act)


def _tell_of_offer(knowledge: Knowledge, state: State, asked: str | None) -> Reply:
    """How long the routine takes and what it needs, asked while it is offered; the offer again."""
    routine = _offered(knowledge, state)
    told: tuple[Act, ...] = (Act("asked-at-offer"),)
    if asked in {"length", "kit"} and routine is not None:
        told = beginning.told_of(knowledge.library, routine)
    return question.pending(knowledge, replace(state, misses=0)).after(*told)


def _rules_out(knowledge: Knowledge, state: State, event: Said) -> Reply:
    """The offer again, or its exercises, once it is kept which postures can't be taken."""
    kept = postures.kept(replace(state, misses=0), event.ruled_out)
    agreed = event.agrees and state.pending == "offer-routine"
    on = answer_offer(knowledge, kept, Answer.YES) if agreed else question.pending(knowledge, kept)
    return on.after(Act("rules-out-noted"))


def help_to_choose(knowledge: Knowledge, state: State) -> Reply:
    """Which one to choose: what was told to fit best, else by what the leg needs."""
    offered = _offered(knowledge, state)
    if offered is not None:
        return tell_about(knowledge, state, offered)
    return Asking((Act("which-routine"),), Question("choose-any"), replace(state, misses=0))


def answer_choice(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """A yes or no to the list: it wants a name, or an end; or to the one that was told of."""
    if state.wish is not None and grade in YESES:
        return begin(knowledge, replace(state, wish=None), state.wish)
    if state.wish is not None and grade is Answer.NO:
        return choose(knowledge, replace(state, wish=None), state.listed)
    if grade is Answer.NOT_SURE:
        return help_to_choose(knowledge, state)
    if grade is Answer.NO:
        return result.leave(knowledge, state)
    return question.pending(knowledge, state)


def answer_offer(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """The answer to "shall we start?" after a result; a no goes on with why it fits."""
    if grade in YESES:
        return take_wish(knowledge, state, Wants())
    return question.pending(knowledge, replace(state, pending="why-offer", misses=0))
