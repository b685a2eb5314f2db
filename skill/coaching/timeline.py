"""A dose → cues at exact times: the whole of one exercise, from the wait to the last repetition."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from skill.library.identity import ByIdentity
from skill.library.types import Dose, Exercise, Sides

COUNT_IN = 3.0
"""Seconds of "three, two, one" before a set."""
SWITCH = 10.0
"""Seconds to change sides."""
SWITCH_EQUIPMENT = 25.0
"""The same where a band or a cushion has to be moved first."""
LEAD_IN = 2.0
"""Seconds before a repetition that is taken up again."""
LONG_LEAD_IN = 6.0
"""The same after a pause in which somebody may have left the place."""
LONG_PAUSE = 60.0
"""From so many seconds on a pause is such a one."""
SHORTEST_REST = 5.0
"""Seconds between sets where the dose names less."""
ALONE_RESTS = 2
"""Rests are so many times as long where one side is worked alone: the other has no turn."""
LONG_HOLD = 10.0
"""From this length on, in seconds, a phase is a hold, which no pace changes."""
TEN = 10.0
"""Seconds by which a hold is counted, and from which on it is taken up."""
LONG_REPETITION = 15.0
"""From this length on, in seconds, a repetition is taken up within it, not at its beginning."""


class Kind(StrEnum):
    """What a stretch of time is for."""

    SET_UP = "set-up"
    FETCH = "fetch"
    PAUSE = "pause"
    COUNT_IN = "count-in"
    PHASE = "phase"
    REST = "rest"
    SWITCH = "switch"


WAITS = frozenset({Kind.FETCH, Kind.REST, Kind.SWITCH})
"""Kinds of cues that resume at the second where they stopped, and may be shortened or extended."""


class Pace(StrEnum):
    """How fast repetitions go."""

    SLOWER = "slower"
    STEADY = "steady"
    FASTER = "faster"

    @property
    def factor(self) -> float:
        """What a phase's seconds are multiplied with."""
        return {"slower": 1.25, "steady": 1.0, "faster": 0.8}[self]


class Cue(Struct, frozen=True, gc=False):
    """A stretch of time and what is heard at its beginning.

    `at` and `lasts` are seconds. `set`, `repetition` and `side` count from 1; in a rest they
    are those of the set that comes; in a set-up `repetition` counts its breaths. `phase` is
    the id of a phase; `opens` is true for the first phase of a repetition, which is heard with
    its number. `into` are the seconds of a phase that were over before, where it is taken up.
    """

    at: float
    lasts: float
    kind: Kind
    set: int
    repetition: int
    side: int
    phase: str | None = None
    opens: bool = False
    into: float = 0.0

    @property
    def ends(self) -> float:
        """When it is over, in seconds."""
        return round(self.at + self.lasts, 3)


MOST_KEPT = 512
"""Timelines that are kept: a turn in a set needs the same one several times, so does the next."""


def timeline(
    exercise: Exercise,
    level: int,
    pace: Pace,
    *,
    one_is_sore: bool = False,
    only_one: bool = False,
) -> tuple[Cue, ...]:
    """All of an exercise at a level (from 1): wait, count-in, sets, switches and rests.

    With `one_is_sore` the other side is left out where the exercise says so; with `only_one` it
    is left out in any case.
    """
    sore = one_is_sore and exercise.one_sore is not None and exercise.one_sore.work == "sore"
    alone = exercise.sides is Sides.EACH and (sore or only_one)
    return _timeline(ByIdentity(exercise), level, pace, alone)


@lru_cache(MOST_KEPT)
def _timeline(key: ByIdentity[Exercise], level: int, pace: Pace, alone: bool) -> tuple[Cue, ...]:
    exercise = key.of
    stretches = list(_stretches(exercise, exercise.levels[level - 1], pace, alone))
    starts = accumulate((lasts for lasts, *_ in stretches), initial=0.0)
    return tuple(
        Cue(round(at, 3), lasts, kind, *where, phase, opens)
        for at, (lasts, kind, where, phase, opens) in zip(starts, stretches, strict=False)
    )


def set_up(breaths: Sequence[float]) -> tuple[Cue, ...]:
    """A set-up that ends where the exercise begins: a stretch for each breath, in seconds."""
    starts = accumulate(breaths, initial=-sum(breaths))
    return tuple(
        Cue(round(at, 3), lasts, Kind.SET_UP, 1, number, 1)
        for number, (at, lasts) in enumerate(zip(starts, breaths, strict=False), start=1)
    )


_Stretch = tuple[float, Kind, tuple[int, int, int], str | None, bool]


def _stretches(
    exercise: Exercise,
    dose: Dose,
    pace: Pace,
    alone: bool,
) -> Iterator[_Stretch]:
    sides = 2 if exercise.sides is Sides.EACH and not alone else 1
    resting = dose.rest * (ALONE_RESTS if alone else 1)
    switch = SWITCH_EQUIPMENT if exercise.equipment else SWITCH
    yield float(exercise.fetch), Kind.FETCH, (1, 1, 1), None, False
    for set in range(1, dose.sets + 1):
        for side in range(1, sides + 1):
            if side == 2:
                yield switch, Kind.SWITCH, (set, 1, side), None, False
            elif set > 1:
                rest = max(float(resting), SHORTEST_REST)
                yield rest, Kind.REST, (set, 1, side), None, False
            yield COUNT_IN, Kind.COUNT_IN, (set, 1, side), None, False
            for repetition in range(1, dose.repetitions + 1):
                for index, phase in enumerate(exercise.repetition.phases):
                    seconds = seconds_at_pace(phase.seconds, pace)
                    where = (set, repetition, side)
                    yield seconds, Kind.PHASE, where, phase.cue, index == 0


def seconds_at_pace(seconds: float, pace: Pace) -> float:
    """A phase's seconds at a pace; a long hold stays as long as it is."""
    return seconds if seconds >= LONG_HOLD else round(seconds * pace.factor, 3)


PAUSE = 30.0
"""Seconds of a pause after which it is said that it still lasts."""
PAUSES = 4


def pause() -> tuple[Cue, ...]:
    """The cues of a pause: silence, which keeps the session open longer than a microphone can."""
    return tuple(Cue(n * PAUSE, PAUSE, Kind.PAUSE, n + 1, 1, 1) for n in range(PAUSES))


def total(cues: Sequence[Cue]) -> float:
    """Seconds from the first cue's beginning to the last one's end."""
    return round(cues[-1].ends - cues[0].at, 3) if cues else 0.0


def first_part(cues: Sequence[Cue], most: float) -> tuple[Cue, ...]:
    """As many cues as fit into so many seconds, to the end of a set where that is possible.

    Else it ends between the sides, or between two repetitions, and never within one. Where the
    first repetition does not fit, as in a long run, the part ends with the wait before it.

    Raises:
        ValueError: not even that wait, or one repetition, fits into `most` seconds.
    """
    begins = cues[0].at
    fitting = bisect_right(cues, most, key=lambda cue: round(cue.ends - begins, 3))
    sides: int | None = None
    repetition: int | None = None
    # From the longest on, as most timelines fit whole.
    for i in range(fitting, 0, -1):
        if i == len(cues):
            return tuple(cues)
        if _ends_repetition(cues, i):
            if _ends_set(cues, i):
                return tuple(cues[:i])
            if cues[i].kind is not Kind.PHASE:
                sides = sides or i
            repetition = repetition or i
    repetition = sides or repetition
    if repetition is None:
        waits = (i for i in range(fitting, 0, -1) if cues[i - 1].kind is Kind.FETCH)
        repetition = next(waits, None)
    if repetition is None:
        raise ValueError(f"one stretch lasts longer than {most} seconds")
    return tuple(cues[:repetition])


def _ends_repetition(cues: Sequence[Cue], index: int) -> bool:
    """Whether a cut before this cue leaves no repetition without its end, and no wait alone.

    A rest ends a part: people rest before the question. A change of sides begins a part: it is
    told with the side that follows.
    """
    following, before = cues[index], cues[index - 1]
    if following.kind in {Kind.SET_UP, Kind.FETCH}:
        return False
    if following.kind is Kind.PHASE:
        return following.opens and before.kind is Kind.PHASE
    return following.kind is not Kind.COUNT_IN or before.kind is Kind.REST


def _ends_set(cues: Sequence[Cue], index: int) -> bool:
    """Whether a cut before this cue comes after a whole set, of both sides, or its rest."""
    if cues[index].kind is Kind.REST:
        return True
    return cues[index - 1].kind is Kind.REST and index > 1
