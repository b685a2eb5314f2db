"""Exercises, routines and pain rules."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from skill.library.types.evidence import Content, Evidenced, Id, Ids


class Phase(Content, frozen=True):
    """One stretch of a repetition, such as lifting or holding. `cue` has a word in the words."""

    cue: Id
    seconds: Annotated[float, Meta(gt=0, le=300)]


class Dose(Evidenced, frozen=True, kw_only=True):
    """How much: sets of repetitions (for each side), with seconds of rest between sets.

    Its evidence is that of the sets and repetitions; `rests` of the exercise has that of the rest.
    `loaded` is a dose with a weight that lets hardly more repetitions than these.
    """

    sets: Annotated[int, Meta(ge=1, le=6)]
    repetitions: Annotated[int, Meta(ge=1, le=30)]
    rest: Annotated[int, Meta(ge=0, le=180)]
    loaded: bool = False


class Repetition(Evidenced, frozen=True, kw_only=True):
    """The tempo: the phases of one repetition, in order. A hold is a single phase."""

    phases: Annotated[tuple[Phase, ...], Meta(min_length=1)]


class Sides(StrEnum):
    """Whether an exercise is done with one side after the other, or with both at once."""

    EACH = "each"
    BOTH = "both"


class Posture(StrEnum):
    """What somebody has to be able to do for an exercise; who can sit can do all the others.

    `floor` is to get down on it and up again. On `kneeling` weight rests on a knee.
    """

    STANDING = "standing"
    ONE_LEG = "one-leg"
    FLOOR = "floor"
    LYING = "lying"
    KNEELING = "kneeling"


class OneSore(Evidenced, frozen=True, kw_only=True):
    """Which sides are worked by whom only one is sore: that one alone, or both in turn."""

    work: Literal["sore", "both"]


class Exercise(Content, frozen=True, kw_only=True):
    """`content/exercises/<id>.yaml`.

    `fetch` is the spoken wait before the first set, in seconds. `things` have to be at hand and are
    found in every home. `postures` are those that it is done in, besides sitting, as its set-up
    tells. `levels` are doses, easiest first. `regression` and `progression` are the exercises that
    are easier and harder; `instead` is the one for whom lacks its `equipment`. `pain_rule` names a
    rule of `pain_rules.yaml`. `stop` are the signs of `stop_signs.yaml` that this exercise is
    likely to bring; the others hold as well. `not_for` are findings and red flags with which it is
    not coached; those of `only_without` must have been denied, so that not knowing counts as yes.
    `spares` are findings with which a routine has an easier one; who names it does it all the same.
    `one_sore` says what is worked where sides take turns and one of them is sore. `rests` is the
    evidence of the rests of all levels; it is missing where no level has a second set. `asks` are
    findings that are asked about before it, where nobody has told or denied them.
    """

    reviewed: date
    sides: Sides
    one_sore: OneSore | None = None
    fetch: Annotated[int, Meta(ge=8, le=60)]
    equipment: Ids = ()
    things: Ids = ()
    postures: tuple[Posture, ...] = ()
    instead: Id | None = None
    repetition: Repetition
    rests: Evidenced | None = None
    levels: Annotated[tuple[Dose, ...], Meta(min_length=1)]
    regression: Id | None = None
    progression: Id | None = None
    pain_rule: Id
    stop: Ids = ()
    not_for: Ids = ()
    only_without: Ids = ()
    spares: Ids = ()
    asks: Ids = ()


class StopSign(Evidenced, frozen=True, kw_only=True):
    """Something felt in an exercise. One of `danger` ends it, and the safety questions follow.

    `raises` is the finding or red flag that the sign means, and that counts as answered yes. `asks`
    is the safety gate that comes first after it. `decided_by` are the questions that decide how
    soon it is to be seen; where there are none, the whole check is asked.
    """

    danger: bool
    raises: Id | None = None
    asks: Id | None = None
    decided_by: tuple[Id, ...] = ()


class StopSigns(Content, frozen=True, kw_only=True):
    """`content/stop_signs.yaml`."""

    reviewed: date
    signs: dict[Id, StopSign]


class PainRule(Evidenced, frozen=True, kw_only=True):
    """Pain from 0 to 10 in the sore spot: up to `go_on` it goes on, up to `keep` with no more load.

    Above `keep` it is left or stops.
    """

    go_on: Annotated[int, Meta(ge=0, le=10)]
    keep: Annotated[int, Meta(ge=0, le=10)]


class PainRules(Content, frozen=True, kw_only=True):
    """`content/pain_rules.yaml`: pain-monitoring rules by the tissue that is loaded."""

    reviewed: date
    rules: dict[Id, PainRule]


class RoutineStep(Content, frozen=True):
    """An exercise at one of its levels, counted from 1."""

    exercise: Id
    level: Annotated[int, Meta(ge=1)]


class Stay(Content, frozen=True):
    """What has to be done at a step before the next: good sessions in a row, over so many days."""

    sessions: Annotated[int, Meta(ge=2, le=60)]
    days: Annotated[int, Meta(ge=2, le=120)]


class Progress(Evidenced, frozen=True, kw_only=True):
    """How the steps of a routine are earned: one `Stay` for each step but the last."""

    stays: tuple[Stay, ...]


class Routine(Evidenced, frozen=True, kw_only=True):
    """`content/routines/<id>.yaml`: a session. Its id names the work, never a condition.

    `fits` are the conditions and look-alikes it is for. With `clinician_first` it is coached only
    to who has been seen; an `early` one to who has a fresh injury that it fits and that the check
    found mild. `levels` are sessions, easiest first; `progress` says how each is earned. `weeks`
    is how long it takes at `days_a_week`. `asks` are findings that are asked about before it.
    """

    reviewed: date
    fits: Ids = ()
    clinician_first: bool = False
    early: bool = False
    asks: Ids = ()
    pain_rule: Id
    days_a_week: Annotated[int, Meta(ge=1, le=7)]
    weeks: Annotated[int, Meta(ge=1, le=26)]
    levels: Annotated[tuple[tuple[RoutineStep, ...], ...], Meta(min_length=1)]
    progress: Progress

    @property
    def is_daily(self) -> bool:
        """Whether it is done on every day of the week."""
        return self.days_a_week == 7
