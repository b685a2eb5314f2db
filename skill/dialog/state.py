"""The state of a conversation: a value that fits into session attributes, and nowhere else."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

from skill.coaching.schedule import PartialPlan
from skill.coaching.timeline import Pace
from skill.coaching.workout import Wish, Workout
from skill.library.types import Answer, Aspect, Care, Course, OneSide, Posture, Side

Screening = Literal[
    "safety-today",
    "safety-person",
    "clinician-seen",
    "which-level",
    "last-sessions",
    "mornings-after",
    "safety-walk",
    "safety-bone",
]
"""The questions before the first exercise, in their order."""

Exercising = Literal["ready-question", "how-much-pain"]
"""The questions of an exercise that has begun."""

Talking = Literal[
    "open-question",
    "question",
    "why-offer",
    "until-offer",
    "repeat-offer",
    "what-else",
    "go-on",
    "skip-offer",
    "helpline-offer",
    "offer-check",
    "more-offer",
    "check-offer",
    "which-one",
    "offer-routine",
    "choose-routine",
    "may-remember",
    "false-alarm",
]
"""The questions of the check and of what comes after it.

`question` is the finding, flag or gate in `asking`.
"""

Reminding = Literal["reminder-days", "reminder-time", "reminder-half", "reminder-confirm"]
"""The questions on a reminder."""

Pending = Literal[Talking, Screening, Exercising, Reminding]
"""Which question is open."""

AFTER_RESULT = frozenset({"why-offer", "until-offer", "repeat-offer", "what-else", "offer-routine"})
"""The questions that follow a result, and come at no other time."""

SAFETY: frozenset[Pending] = frozenset(
    {"safety-today", "safety-person", "clinician-seen", "safety-bone", "safety-walk"}
)
"""The questions of safety among those before the first exercise."""

SCREENING: tuple[Screening, ...] = get_args(Screening)
MOST_MISSES = 3
"""After so many misses in a row it goes on without that answer, or offers to."""
EXERCISING: frozenset[Pending] = frozenset(get_args(Exercising))
REMINDING: frozenset[Pending] = frozenset(get_args(Reminding))


NO_WAY_BACK = frozenset(
    {"breathless-or-chest-pain", "coughs-blood", "fainted", "racing-heart", "stroke"}
)
"""What comes and goes, and is made light of: no set is gone on with after it was told, unless it is
taken back plainly and then denied.
"""


class Result(Struct, frozen=True, forbid_unknown_fields=True):
    """What was told: level of care, ids named, ids of flags, and whether exercise was offered."""

    care: Care
    matches: tuple[str, ...]
    flags: tuple[str, ...]
    exercise_offered: bool = False


class SpokenOf(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was asked about last: the topic, the aspect, and how much more of it was told.

    Where two topics fitted, `other` is the second one and `waits` what was open before.
    """

    topic: str
    aspect: Aspect
    told: int = 0
    other: str | None = None
    waits: Pending | None = None


class Finished(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where somebody is in a routine: its step, the exercise from 1, and the pace."""

    routine: str
    step: int
    exercise: int = 1
    pace: Pace = Pace.STEADY


class Draft(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A reminder that is being asked for, and what was open before."""

    told: PartialPlan = PartialPlan()
    waits: Pending = "offer-check"


class Stopped(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A set that was ended by a danger of which somebody told unasked, and how to ask about it.

    `before` is the state of the set, `asks` are the stop signs, findings and flags that were told.
    `waits` is what is open while it is asked whether they are so. `told` is what stood against
    exercise once the set was ended: more than that, and there is no way back. `final` is true once
    it was said that exercise stays stopped, `doubtful` where the words may have meant no danger,
    `plainly` where they were taken back as a joke, misheard, or of something else.
    `settled` is true once all that decides its care was answered, `winded` where effort alone may
    have taken the breath.
    """

    before: State
    asks: tuple[str, ...]
    told: tuple[str, ...] = ()
    waits: Pending | None = None
    final: bool = False
    doubtful: bool = False
    plainly: bool = False
    settled: bool = False
    winded: bool = False


class State(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything that the next reply depends on.

    `given` are the answers in the order in which they came; `asked` the ids asked so far, each
    once; `unsure` the flags and gates that are being asked, or were, in plainer words, `unheard`
    those to which no answer was understood twice, and `denied` those that were answered by a soft
    no with a spoken no in it.
    `child` is true where somebody answers for a child, `mine` where they told of their own leg,
    `for_another` where they answer for another adult.
    `second` are the places of a second problem, told with the other side, `second_side`.
    `since_days` is how long ago it began and `course` how it has gone since, as it was told.
    `forewarned` is true once somebody heard that it may have to be seen today, `called` once they
    said that help was called.
    `reasoned` is true where the last answer on the level of care came with its reason.
    `misses` counts replies in a row that were not understood, `passed` how often an offer was put
    again while something else was asked. `screened` are the questions
    before exercise that were answered well, `listed` the routines that were told so far.
    `alarms` are the ids that bar exercise (see `alarms.py`), `wish` the exercise that was asked
    for before the safety questions were over. `resting` is true once no more is coached in this
    session, `without_apla` once the device could not play a set. Alarms, `resting` and
    `without_apla` last as long as the session, also where the check starts over; so does
    `no_bookmark`, which is true once somebody asked to be forgotten. `finished` is what may be
    remembered, while that is asked. `place` is a step and an exercise that were named before
    their routine. `only` is the one side that somebody wants to exercise.
    `overdone` is true once a pain of another day was told that was above all rules. `unequipped` is
    true for whoever has none of what exercises need, `brief` for whoever wants less talk.
    `ruled_out` are the postures that somebody can't or won't take.
    `reminder` is one that is being asked for. `stopped` is a set that was
    ended, as long as that may be a false alarm.
    """

    pending: Pending
    asking: str | None = None
    given: dict[str, Answer] = {}
    asked: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    side: Side | None = None
    child: bool = False
    mine: bool = False
    for_another: bool = False
    second: tuple[str, ...] = ()
    second_side: Side | None = None
    since_days: int | None = None
    course: Course | None = None
    misses: int = 0
    passed: int = 0
    result: Result | None = None
    talk: SpokenOf | None = None
    workout: Workout | None = None
    screened: tuple[Pending, ...] = ()
    listed: int = 0
    forewarned: bool = False
    called: bool = False
    reasoned: bool = False
    alarms: tuple[str, ...] = ()
    wish: Wish | None = None
    resting: bool = False
    only: OneSide | None = None
    overdone: bool = False
    unequipped: bool = False
    ruled_out: tuple[Posture, ...] = ()
    brief: bool = False
    without_apla: bool = False
    no_bookmark: bool = False
    finished: Finished | None = None
    place: tuple[int, int] | None = None
    reminder: Draft | None = None
    stopped: Stopped | None = None


def opened(state: State) -> Pending:
    """What is open, or waits until a reminder or a false alarm is settled."""
    if state.pending == "false-alarm" and state.stopped is not None:
        return state.stopped.waits or state.pending
    return state.reminder.waits if state.reminder is not None else state.pending


def is_welcomed(state: State) -> bool:
    """Whether the first question of whoever came back is open, right behind the welcome."""
    workout = state.workout
    return state.pending == "safety-today" and workout is not None and workout.welcomed


def workout_of(state: State) -> Workout:
    """The workout of a state that has one."""
    assert state.workout is not None
    return state.workout
