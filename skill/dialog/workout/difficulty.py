"""Changes of pace and difficulty, and what to do without the equipment."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from skill.coaching import doses, selection
from skill.coaching.progression import AtLevel, harder
from skill.coaching.timeline import Pace
from skill.coaching.workout import cues_of
from skill.dialog.events import Remark
from skill.dialog.reply import Act, Reply, naming
from skill.dialog.sayings import Statement
from skill.dialog.state import State, workout_of
from skill.dialog.transitions import is_over
from skill.dialog.workout import dose_words, playback, postures, waits
from skill.dialog.workout.pain_rules import allows_none, ease_from_here, is_too_much, lighter
from skill.interview.interview import Knowledge

PACES = tuple(Pace)
MADE: dict[Literal["made-easier", "made-harder"], dose_words.Made] = {
    "made-easier": "easier",
    "made-harder": "harder",
}
STAND_INS: dict[str, Statement] = {"chair": "instead-of-chair", "mat": "instead-of-mat"}


def change(knowledge: Knowledge, state: State, what: Remark) -> Reply | None:
    """Change the exercise or its pace; None for all else."""
    match what:
        case "slower":
            return change_pace(knowledge, state, -1)
        case "faster":
            return change_pace(knowledge, state, 1)
        case "easier":
            return make_easier(knowledge, state)
        case "harder":
            return make_harder(knowledge, state)
        case "less-load":
            return take_load_off(knowledge, state)
        case "no-equipment":
            return do_without(knowledge, state)
    return None


def change_pace(knowledge: Knowledge, state: State, by: Literal[-1, 1]) -> Reply:
    """The set at another pace, as far as there is one."""
    workout = workout_of(state)
    at = PACES.index(workout.pace) + by
    if not 0 <= at < len(PACES):
        end = Act("slowest" if by < 0 else "fastest")
        return playback.take_up(knowledge, state).after(end)
    other = replace(state, workout=replace(workout, pace=PACES[at]))
    reply = playback.take_up(knowledge, other)
    return reply.after(Act("slower-now" if by < 0 else "faster-now"))


def make_easier(knowledge: Knowledge, state: State) -> Reply:
    """Asked for: at once in a set, else for what loads the same part later."""
    if is_over(state):
        lighter_later = ease_from_here(knowledge, state)
        said: Statement = "pain-easier-later"
        if lighter_later == state:
            is_easiest = lighter(knowledge, state) is None
            said = "was-easiest" if is_easiest else "easier-next-time"
        return playback.question(lighter_later).after(Act(said))
    lighter_now = lighter(knowledge, state)
    if lighter_now is None:
        return playback.take_up(knowledge, state).after(Act("no-easier"))
    later = ease_from_here(knowledge, state)
    if lighter_now.exercise in workout_of(state).before:
        return playback.next_one(knowledge, later).after(Act("easier-was-done"))
    return _changed(knowledge, later, lighter_now, "made-easier")


def make_harder(knowledge: Knowledge, state: State) -> Reply:
    """Harder, once in a session and exercise, and after a set that was finished without pain."""
    workout = workout_of(state)
    further = harder(knowledge.library.exercises, workout.now)
    if is_too_much(knowledge, state):
        return playback.take_up(knowledge, state).after(Act("not-after-pain"))
    if workout.now.exercise in workout.hardened:
        return playback.take_up(knowledge, state).after(Act("harder-once"))
    if is_over(state):
        return playback.question(_noted(state)).after(Act("harder-then"))
    if further is None or not _may_be_next(knowledge, state, further):
        return playback.take_up(knowledge, state).after(Act("no-harder"))
    if cues_of(knowledge.library, workout)[workout.cue].set == 1:
        return playback.take_up(knowledge, _noted(state)).after(Act("harder-after-a-set"))
    names = {workout.now.exercise, further.exercise}
    once = replace(workout, hardened=(*workout.hardened, *sorted(names - set(workout.hardened))))
    return _changed(knowledge, replace(state, workout=once), further, "made-harder")


def go_on(knowledge: Knowledge, state: State) -> Reply | None:
    """Harder where it was wanted before and a set was finished since; None where it was not."""
    workout = workout_of(state)
    if not workout.wants_harder or workout.held or is_over(state):
        return None
    if cues_of(knowledge.library, workout)[workout.cue].set == 1:
        return None
    return make_harder(knowledge, forget(state))


def _noted(state: State) -> State:
    return replace(state, workout=replace(workout_of(state), wants_harder=True))


def forget(state: State) -> State:
    """The state in which no wish for harder is kept."""
    return replace(state, workout=replace(workout_of(state), wants_harder=False))


def _may_be_next(knowledge: Knowledge, state: State, further: AtLevel) -> bool:
    """Where no pain is allowed, harder is more of the same and never another exercise.

    Nor is it one that the session has anyway: its sets would be done twice.
    """
    workout = workout_of(state)
    known = postures.known(knowledge.library, state)
    other = knowledge.library.exercises[further.exercise]
    is_other = further.exercise != workout.now.exercise
    if is_other and allows_none(knowledge, state):
        return False
    if is_other and further.exercise in {one.exercise for one in workout.steps}:
        return False
    return selection.suits(other, known)


def _changed(
    knowledge: Knowledge, state: State, now: AtLevel, made: Literal["made-easier", "made-harder"]
) -> Reply:
    """Another exercise from its beginning; another dose of this one from the repetition on."""
    workout = workout_of(state)
    other = doses.replace_now(workout, now)
    if now.exercise != workout.now.exercise:
        anew = replace(other, cue=0, into=0.0)
        reply = playback.set_up(knowledge, replace(state, workout=anew))
        return reply.after(Act(made, names=naming(exercise=now.exercise)))
    said = dose_words.of_change(knowledge.library, workout.now, other, MADE[made])
    goes_on = doses.replace_from_repetition(knowledge.library, workout, now)
    if goes_on is None:
        over = replace(other, cue=0, into=0.0, held=False)
        return playback.question(replace(state, pending="how-much-pain", workout=over)).after(said)
    cue = cues_of(knowledge.library, goes_on)[goes_on.cue]
    in_a_set = cue.kind not in dose_words.BEFORE_A_SET
    if in_a_set and dose_words.changes_load(knowledge.library, workout.now, now):
        # A backpack is put on or taken off first.
        waiting = replace(goes_on, held=False, until=0)
        at_it = replace(state, pending="ready-question", misses=0, workout=waiting)
        return playback.question(at_it).after(said)
    return playback.play(knowledge, replace(state, workout=goes_on)).after(said)


def take_load_off(knowledge: Knowledge, state: State) -> Reply:
    """The most of the same that needs no weight; where none is on, less of it or an easier one."""
    now = workout_of(state).now
    doses_of_it = knowledge.library.exercises[now.exercise].levels[: now.level]
    bare = [at for at, dose in enumerate(doses_of_it, start=1) if not dose.loaded]
    if is_over(state) or not doses_of_it[-1].loaded or not bare:
        return make_easier(knowledge, state)
    return _changed(knowledge, state, AtLevel(now.exercise, bare[-1]), "made-easier")


def do_without(knowledge: Knowledge, state: State) -> Reply:
    """What to do instead where the equipment is missing; else this one is left out."""
    workout = workout_of(state)
    exercises = knowledge.library.exercises
    instead = exercises[workout.now.exercise].instead
    known = postures.known(knowledge.library, state)
    if exercises[workout.now.exercise].levels[workout.now.level - 1].loaded:
        return take_load_off(knowledge, state)
    if not exercises[workout.now.exercise].equipment:
        return _stand_in(knowledge, state)
    if instead is None or not selection.suits(exercises[instead], known):
        return playback.next_one(knowledge, state).after(Act("no-instead"))
    other = doses.replace_now(workout, AtLevel(instead, 1))
    anew = replace(other, cue=0, into=0.0)
    reply = playback.set_up(knowledge, replace(state, workout=anew))
    return reply.after(Act("instead-now", names=naming(exercise=instead)))


def _stand_in(knowledge: Knowledge, state: State) -> Reply:
    """What every home has in place of a chair or a mat; whoever was asked is asked again."""
    workout = workout_of(state)
    things = knowledge.library.exercises[workout.now.exercise].things
    told = tuple(Act(STAND_INS[id]) for id in things if id in STAND_INS)
    if things and not told:
        return playback.next_one(knowledge, state).after(Act("no-instead"))
    if not things:
        kept = replace(state, unequipped=True)
        on = playback.take_up(knowledge, kept) if workout.held else playback.question(kept)
        return on.after(Act("asked-no-kit"))
    # It takes time to fetch: what was under way waits.
    on = waits.hold(knowledge, state) if workout.held else playback.question(state)
    return on.after(*(told or (Act("set-up-again", workout.now.exercise),)))
