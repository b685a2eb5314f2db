"""What stands against exercise, and what has to be asked before it: one rule for all paths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from skill.coaching import precautions, selection
from skill.coaching.workout import Wish, Workout
from skill.dialog.sayings import Prompt
from skill.dialog.state import SCREENING, Pending, Screening, State, workout_of
from skill.interview import red_flags
from skill.interview.answers import anybody_yes, is_yes
from skill.interview.assessment import Assessment, assess
from skill.library.recency import FRESH_UP_TO
from skill.library.types import Answer, Care, Library, Routine

Bar = Literal["too-young", "flag-stands", "has-to-wait"]
"""The act that says why nobody is coached."""

ASKED_BY_THE_CHECK: dict[str, tuple[str, ...]] = {
    "safety-today": (*precautions.NEW_INJURY, *precautions.AT_REST),
}
"""The findings that a question before exercise asks about.

Where each of them was denied in the check, the question is not asked again.
"""


OF_AN_EXERCISE: frozenset[Screening | None] = frozenset({"safety-walk", "safety-bone"})
"""The questions that are asked right before the exercise that needs them."""


BONE_TOO: dict[Pending, Prompt] = {
    "safety-today": "safety-today-bone",
    "safety-walk": "safety-walk-bone",
}
"""The questions that ask about a sore spot on the bone in the same breath, where it counts."""


def bar_of(
    library: Library,
    state: State,
    wish: Wish | None = None,
    *,
    assessed: Assessment | None = None,
) -> Bar | None:
    """Why nobody is coached in this state, or None.

    `wish` is what is asked for now, `assessed` what the turn has worked out of the answers already.
    """
    assessed = assess(library, state.given, assessed)
    known, flags, alarms = assessed.known, assessed.flags, {*state.alarms}
    if "under-eighteen" in alarms or is_yes(known, "under-eighteen"):
        return "too-young"
    allowed = precautions.ALLOWED_BY_A_WORD
    if "clinician-seen" in {state.pending, *state.screened}:  # It is told, or being asked for.
        alarms -= allowed
        if anybody_yes(known, allowed):
            known = {id: grade for id, grade in known.items() if id not in allowed}
            flags = red_flags.flags_of(library, known)
    if red_flags.bars_exercise(library, flags):
        return "flag-stands"
    if not ASKED_BY_THE_CHECK.keys() >= alarms:
        return "flag-stands"
    wished = wish or (state.workout.wish if state.workout else state.wish)
    but_for = precautions.FRESH_SPRAIN if _is_early(library, state, wished) else ()
    waits = alarms or state.resting or precautions.has_to_wait(known, but_for)
    return "has-to-wait" if waits else None


def _is_early(library: Library, state: State, wish: Wish | None) -> bool:
    """Whether the routine for a fresh injury is wished for, after the check found it mild."""
    routine = library.routines[wish.routine] if wish is not None and wish.routine else None
    result = state.result
    if routine is None or result is None or result.care is not Care.SELF_CARE:
        return False
    return routine.early and result.matches[:1] != () and result.matches[0] in routine.fits


def has_told(state: State) -> bool:
    """Whether something is the matter, of what was told or answered so far."""
    told = (id for id, grade in state.given.items() if grade is not Answer.NO)
    return bool(state.alarms) or any(
        not (id in precautions.CHANGES_NOTHING or precautions.is_left_of_a_sprain(id))
        for id in told
    )


def is_sent(library: Library, state: State) -> bool:
    """Whether a clinician allowed exercise, and nothing grave, new or worse was told besides."""
    new = state.since_days is not None and state.since_days < FRESH_UP_TO
    told = (id for id, grade in state.given.items() if grade is not Answer.NO)
    stands = new or state.alarms or state.course == "worse"
    return (
        "clinician-seen" in state.screened and not stands and precautions.is_no_alarm(library, told)
    )


def next_open(
    library: Library, state: State, assessed: Assessment | None = None
) -> Screening | None:
    """The question before exercise that this state has to ask next, or None.

    `assessed` is what the turn has worked out of the answers already.
    """
    assessed = assess(library, state.given, assessed)
    if _needs_a_word(state, assessed):
        return "clinician-seen"
    return next(_open(library, state, assessed), None)


def open_after(library: Library, state: State) -> int:
    """How many questions before exercise follow the one that is open."""
    return sum(one != state.pending for one in _open(library, state, assess(library, state.given)))


def _open(library: Library, state: State, assessed: Assessment) -> Iterator[Screening]:
    """The questions before exercise that are open, in their order."""
    routine = routine_of(library, workout_of(state))
    return (one for one in SCREENING if _is_open(library, state, routine, assessed, one))


def _needs_a_word(state: State, assessed: Assessment) -> bool:
    """Whether something was told with which a clinician has to allow exercise, and none has yet."""
    if "clinician-seen" in state.screened:
        return False
    allowed = precautions.ALLOWED_BY_A_WORD
    return not allowed.isdisjoint(state.alarms) or anybody_yes(assessed.known, allowed)


def may_be_coached(library: Library, state: State, assessed: Assessment | None = None) -> bool:
    """Whether a set may be played: nothing bars it, all was asked before it, and all suits.

    What an exercise asks about is asked once it begins. `assessed` is what the turn has worked out
    of the answers already.
    """
    assessed = assess(library, state.given, assessed)
    left = next_open(library, state, assessed)
    workout = workout_of(state)
    ahead = (library.exercises[step.exercise] for step in workout.ahead)
    return (
        bar_of(library, state, assessed=assessed) is None
        and (left is None or (left in OF_AN_EXERCISE and workout.is_before_it))
        and all(selection.suits(exercise, assessed.known) for exercise in ahead)
    )


def _is_open(
    library: Library,
    state: State,
    routine: Routine | None,
    assessed: Assessment,
    pending: Screening,
) -> bool:
    wish = workout_of(state).wish
    leads_up = routine is not None and len(routine.levels) > 1 and wish.level is None
    match pending:
        case "which-level":
            return leads_up and state.result is None and wish.last is None
        case "last-sessions":
            return leads_up and wish.last is not None and not wish.earned
        case "mornings-after":
            return leads_up and wish.earned
        case _ if pending in state.screened:
            return False
        case "safety-bone":
            needed = asks_about(library, state, precautions.SORE_SPOT)
        case "safety-walk":
            needed = asks_about(library, state, precautions.SORE_WALK)
        case "clinician-seen":
            told_to_be_seen = state.result is not None and state.result.care is not Care.SELF_CARE
            stands = assessed.rank >= Care.SEE_CLINICIAN.rank
            by_itself = routine is not None and routine.clinician_first and not wish.allowed
            needed = told_to_be_seen or stands or by_itself
        case "safety-person":
            needed = True
        case "safety-today":
            asked = ASKED_BY_THE_CHECK[pending]
            early = _is_early(library, state, wish)
            asked = tuple(id for id in asked if not early or id not in precautions.FRESH_SPRAIN)
            needed = not precautions.is_denied(assessed.known, asked)
    return needed


def asks_of_sessions_too(state: State) -> bool:
    """Whether the step is asked for with its sessions, as a clinician's word was asked for too."""
    return "clinician-seen" in state.screened


def is_of_bone(library: Library, state: State) -> bool:
    """Whether what is exercised is what one sore spot on a bone speaks against."""
    return _is_asked_before(library, state, precautions.SORE_SPOT, whole=True)


def asks_about(library: Library, state: State, id: str, *, whole: bool = False) -> bool:
    """Whether a finding is asked about before the exercise that comes, and is not known yet.

    With `whole`, before any that today has: what is asked in one breath with something else.
    """
    known = state.given.get(id) in {Answer.YES, Answer.NO}
    return not known and _is_asked_before(library, state, id, whole=whole)


def asks_of_bone_too(library: Library, state: State) -> bool:
    """Whether the question as it is put now asks about a sore spot on the bone, too."""
    workout = state.workout
    if state.pending not in BONE_TOO or workout is None or workout.plainer or workout.part:
        return False
    if state.overdone and state.pending == "safety-today":
        return False
    if state.pending == "safety-walk":
        return asks_about(library, state, precautions.SORE_SPOT, whole=True)
    rest_denied = state.given.get("pain-at-rest") is Answer.NO
    return not rest_denied and asks_about(library, state, precautions.SORE_SPOT, whole=True)


def _is_asked_before(library: Library, state: State, id: str, *, whole: bool = False) -> bool:
    routine = routine_of(library, workout_of(state))
    asks = set() if routine is None else {*routine.asks}
    today = _exercises_of(routine, workout_of(state))
    for one in today if whole else today[:1]:
        asks |= {*library.exercises[one].asks}
    return id in asks


def _exercises_of(routine: Routine | None, workout: Workout) -> tuple[str, ...]:
    """The exercises that come, the next one first; none before the step is known."""
    if workout.steps:
        return tuple(step.exercise for step in workout.ahead)
    wish = workout.wish
    if wish.exercise is not None:
        return (wish.exercise,)
    level = routine.levels[wish.level - 1] if routine is not None and wish.level else ()
    return tuple(step.exercise for step in level[(wish.at or 1) - 1 :] or level[-1:])


def routine_of(library: Library, workout: Workout) -> Routine | None:
    """The routine that was asked for; None where it was an exercise."""
    return library.routines[workout.wish.routine] if workout.wish.routine else None
