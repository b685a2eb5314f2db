"""The beginning of a workout: what is done today, how long it takes, and what to fetch."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import precautions, selection
from skill.coaching.progression import AtLevel
from skill.coaching.selection import Selection
from skill.coaching.workout import Wish, Workout, seconds_at
from skill.dialog import question
from skill.dialog.clearance import ASKED_BY_THE_CHECK, next_open, routine_of
from skill.dialog.reply import Act, Asking, Named, Question, Reply, naming
from skill.dialog.sayings import Statement
from skill.dialog.state import Pending, State, workout_of
from skill.dialog.transitions import is_over, leave_coach
from skill.dialog.workout import playback, postures
from skill.dialog.workout.sides import ONLY
from skill.interview.answers import anybody_yes, is_yes
from skill.interview.assessment import Assessment, assess
from skill.interview.interview import Knowledge
from skill.library.types import Answers, Library, Posture, Sides

STAND_INS = {"chair": "any-seat", "mat": "any-floor"}
"""What serves where a thing is not there."""
BACKPACK = "backpack"
"""What a dose with a weight needs."""
MOST_THINGS = 3
"""So many things to fetch are named at once; the rest is named by its exercise."""


def go_on(knowledge: Knowledge, state: State, assessed: Assessment | None = None) -> Reply:
    """Ask the next question before exercise, or begin.

    `assessed` is what the turn has worked out of the answers already.
    """
    assessed = assess(knowledge.library, state.given, assessed)
    pending = next_open(knowledge.library, state, assessed)
    if pending is None and workout_of(state).steps:
        return playback.set_up(knowledge, state)
    if pending is None:
        return begin(knowledge, state, assessed)
    return question.pending(knowledge, replace(state, pending=pending, misses=0), assessed)


def spare(knowledge: Knowledge, state: State) -> Reply:
    """On without what the last answer speaks against, with what is easier where there is any."""
    library, workout = knowledge.library, workout_of(state)
    known = postures.known(library, state)
    suiting = selection.select(library.exercises, known, workout.ahead).steps
    ahead = tuple(step for step in suiting if step.exercise not in workout.before)
    if not ahead:
        return _none_left(knowledge, state)
    steps = (*workout.steps[: workout.step], *ahead)
    spared = replace(state, workout=replace(workout, steps=steps, plainer=False))
    return playback.go_to(knowledge, spared, workout.step).after(Act("left-out"))


def rule_out(knowledge: Knowledge, state: State, ruled_out: tuple[Posture, ...]) -> Reply:
    """On without the postures that somebody can't or won't take.

    What is on stays where it suits or is over; else what suits comes in its place.
    """
    told = postures.kept(state, ruled_out)
    workout, exercises = workout_of(told), knowledge.library.exercises
    known = postures.known(knowledge.library, told)
    if not is_over(told) and not selection.suits(exercises[workout.now.exercise], known):
        return spare(knowledge, told)
    there = {*workout.before, workout.now.exercise}
    later = selection.select(exercises, known, workout.ahead[1:]).steps
    ahead = tuple(step for step in later if step.exercise not in there)
    steps = (*workout.steps[: workout.step + 1], *ahead)
    kept = replace(told, workout=replace(workout, steps=steps))
    on = playback.take_up(knowledge, kept) if workout.held else question.pending(knowledge, kept)
    return on.after(Act("rules-out-later"))


def put_off(
    knowledge: Knowledge,
    state: State,
    wish: Wish | None = None,
    said: Statement = "exercise-waits",
) -> Reply:
    """No exercise with something that hurts now: the check is offered, and may settle it.

    `wish` is what is begun after all, where the yes that puts it off is taken back, and `said` how
    it is told.
    """
    alarm = state.pending if state.pending in ASKED_BY_THE_CHECK else "safety-today"
    alarms = tuple(dict.fromkeys((*state.alarms, alarm)))
    screened = tuple(one for one in state.screened if one != alarm)
    ended = replace(
        leave_coach(state), pending="check-offer", alarms=alarms, screened=screened, wish=wish
    )
    return question.pending(knowledge, ended).after(Act(said))


def begin(knowledge: Knowledge, state: State, assessed: Assessment) -> Reply:
    """The first exercise, of those that suit and fit; without any, the check is offered.

    `assessed` are the answers of the state.
    """
    library, workout, known = knowledge.library, workout_of(state), assessed.known
    planned = _planned(library, state, known)
    steps, wish = planned.steps, workout.wish
    if not steps:
        return _none_suits(knowledge, state)
    only_one = state.only is not None
    if wish.minutes is not None:
        steps = selection.fit_minutes(library.exercises, steps, wish.minutes, only_one=only_one)
    ahead = steps[min((wish.at or 1), len(steps)) - 1 :]
    said = []
    if not (workout.welcomed and workout.met):  # The welcome named what is known.
        said.append(_announced(library, _begun(state, workout, steps), ahead))
    if wish.routine is not None and is_yes(known, precautions.OLDER) and not workout.met:
        said.append(Act("hold-on"))
    if planned.left_out:
        said.append(Act(_why_other(library, workout, known)))
    if wish.minutes is not None:
        takes = selection.seconds(library.exercises, steps[0], only_one=only_one)
        said += [Act("shortest-instead")] if takes > 60 * wish.minutes else []
    if state.only and _takes_turns(library, steps):
        said.append(Act(ONLY[state.only]))
    said += to_fetch(library, steps, unequipped=state.unequipped)
    if not workout.met:  # Who is back has heard what can be said at any time.
        said.append(Act("any-time"))
    begun = replace(state, misses=0, workout=_begun(state, workout, steps))
    return replace(playback.set_up(knowledge, begun).after(*said), assessed=assessed)


def _begun(state: State, workout: Workout, steps: tuple[AtLevel, ...]) -> Workout:
    """The workout at its first exercise, or at the one that was named; the sore side begins."""
    return replace(
        workout,
        plainer=False,
        steps=steps,
        step=min((workout.wish.at or 1) - 1, len(steps) - 1),
        first=state.only or ("right" if state.side == "right" else "left"),
        sore=state.side in {"left", "right"},
        only=state.only,
    )


def _takes_turns(library: Library, steps: tuple[AtLevel, ...]) -> bool:
    return any(library.exercises[step.exercise].sides is Sides.EACH for step in steps)


def _announced(library: Library, workout: Workout, steps: tuple[AtLevel, ...]) -> Act:
    """What comes: how many exercises, and about how many minutes."""
    numbers = {"minutes": _minutes(library, workout, steps)}
    routine = workout.wish.routine
    if routine is None:
        return Act("exercise-start", names=naming(exercise=steps[0].exercise), numbers=numbers)
    if len(steps) == 1:
        return Act("routine-of-one", names=naming(routine=routine), numbers=numbers)
    numbers["count"] = len(steps)
    if workout.met or workout.wish.at is not None:  # Its name is known, or was just told back.
        return Act("routine-again", numbers=numbers)
    return Act("routine-start", names=naming(routine=routine), numbers=numbers)


def _minutes(library: Library, workout: Workout, steps: tuple[AtLevel, ...]) -> int:
    takes = sum(seconds_at(library, workout, step) for step in steps)
    return max(2, round(takes / 60))


def to_go(knowledge: Knowledge, state: State) -> Act:
    """How many exercises it has and about how many minutes it takes, before it is begun."""
    library, workout = knowledge.library, workout_of(state)
    steps = _planned(library, state, assess(library, state.given).known).steps
    minutes = _minutes(library, _begun(state, workout, steps), steps)
    if workout.wish.minutes is not None:
        minutes = min(minutes, max(2, workout.wish.minutes))
    if len(steps) > 1 and workout.wish.minutes is None:
        return Act("exercises-in-all", numbers={"count": len(steps), "minutes": minutes})
    return Act("minutes-to-go", numbers={"minutes": minutes})


def told_beforehand(knowledge: Knowledge, state: State, asked: str | None) -> tuple[Act, ...]:
    """What is told of a routine before it begins: how long it takes, and what to have at hand."""
    routine = workout_of(state).wish.routine
    if asked == "kit" and routine is not None:
        _, *fetch = told_of(knowledge.library, routine)
        return (*fetch,) or (Act("asked-no-kit"),)
    return (to_go(knowledge, state),) if asked == "length" else (Act("asked-at-offer"),)


def told_of(library: Library, routine: str) -> tuple[Act, ...]:
    """About how long the first step of a routine takes, and what has to be at hand for it."""
    first = library.routines[routine].levels[0]
    steps = tuple(AtLevel(step.exercise, step.level) for step in first)
    numbers = {"count": len(steps), "minutes": _minutes(library, Workout(Wish(routine)), steps)}
    told = Act("exercises-in-all", numbers=numbers)
    return (told, *to_fetch(library, steps, unequipped=False))


def to_fetch(library: Library, steps: tuple[AtLevel, ...], *, unequipped: bool) -> tuple[Act, ...]:
    """What has to be at hand, of all exercises that come, or what every home has instead."""
    things: dict[str, None] = {}
    for exercise, level in steps:
        one = library.exercises[exercise]
        things |= dict.fromkeys((*one.equipment, *one.things))
        things |= {BACKPACK: None} if one.levels[level - 1].loaded else {}
    named = [STAND_INS.get(id, id) if unequipped else id for id in things]
    names = tuple(map(Named, named))[:MOST_THINGS]
    return (Act("to-fetch", names={"things": names}),) if names else ()


def _none_left(knowledge: Knowledge, state: State) -> Reply:
    """The end, where nothing that is ahead suits; a posture that was ruled out alone has others."""
    if not state.ruled_out:
        return playback.end(knowledge.library, state).after(Act("left-out"))
    if not workout_of(state).done:
        return _none_suits(knowledge, state)
    return playback.end(knowledge.library, state).after(Act("none-left-that-way"))


def _none_suits(knowledge: Knowledge, state: State) -> Reply:
    """Another routine, where a posture was ruled out and one has exercises without it; else back to
    a result, where there is one; else the check is offered.
    """
    other = postures.another_routine(knowledge.library, state)
    if other is not None:
        named = replace(
            state,
            pending="choose-routine",
            workout=None,
            listed=question.LISTED_AT_ONCE,
            misses=0,
            wish=Wish(other),
        )
        told = Act("none-that-way", names=naming(routine=other))
        return Asking((told,), Question("choose-this"), named)
    back = replace(state, pending="check-offer", workout=None, result=None, misses=0)
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


def _planned(library: Library, state: State, known: Answers) -> Selection:
    workout, known = workout_of(state), selection.without_postures(known, state.ruled_out)
    routine = routine_of(library, workout)
    if routine is not None:
        level = routine.levels[(workout.wish.level or 1) - 1]
        steps = tuple(AtLevel(step.exercise, step.level) for step in level)
        steps = selection.sparing(library.exercises, known, steps)
    else:
        assert workout.wish.exercise is not None
        steps = (AtLevel(workout.wish.exercise, 1),)
    planned = selection.select(library.exercises, known, steps)
    if not state.unequipped or not planned.steps:
        return planned
    without = selection.unequipped(library.exercises, known, planned.steps)
    return Selection(without, left_out=planned.left_out)
