"""What is counted over many conversations with patients whose stories are known."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.protocol import SimulatedCheck
from benchmarks.stories import Story
from skill.library.types import Care
from tools.content.bounds import lower_bound, upper_bound

URGENT = frozenset({Care.SAME_DAY, Care.EMERGENCY})

Matches = tuple[str, ...]
"""The ids told to a patient, best first."""


@dataclass(frozen=True)
class Case:
    """A story, and the conversation that it led to."""

    story: Story
    conversation: SimulatedCheck

    @property
    def care(self) -> Care:
        """The level of care told."""
        return self.conversation.result.care


@dataclass(frozen=True)
class Share:
    """The ids of those who were counted, out of how many."""

    ids: tuple[str, ...]
    of: int

    @property
    def count(self) -> int:
        """How many were counted."""
        return len(self.ids)

    @property
    def percent(self) -> float | None:
        """None where there was nobody to count."""
        return 100 * self.count / self.of if self.of else None

    @property
    def lower_percent(self) -> float | None:
        """The lower end of the exact 95 % interval."""
        return 100 * lower_bound(self.count, self.of) if self.of else None

    @property
    def upper_percent(self) -> float | None:
        """The upper end of the exact 95 % interval."""
        return 100 * upper_bound(self.count, self.of) if self.of else None


@dataclass(frozen=True)
class Spread:
    """Median, 90th percentile (nearest rank) and worst."""

    median: float
    percentile_90: float
    worst: float


@dataclass(frozen=True)
class Naming:
    """How often the right condition was told first, or among the first two, and how often
    somebody who has none of the six was told one of the six first."""

    confirmed_first: Share
    confirmed_in_two: Share
    weak_first: Share
    weak_in_two: Share
    forced: Share


@dataclass(frozen=True)
class Summary:
    """Everything that is counted in one run.

    `care[wanted][told]` counts stories. A story is under-triaged where the care told lies below
    every level that is no error, over-triaged where it lies above every one.
    `urgent_under_triaged` counts among emergency and same-day stories, `sent_urgently` among
    self-care stories those sent to either where the story does not allow that level.
    """

    care: dict[Care, dict[Care, int]]
    under_triaged: Share
    urgent_under_triaged: Share
    over_triaged: Share
    sent_urgently: Share
    naming: Naming
    offered_exercise: Share
    questions: Spread
    seconds: Spread


def summary_of(cases: Sequence[Case], in_scope: Collection[str]) -> Summary:
    """Count. `in_scope` are the ids of the conditions that exercises exist for."""
    told = [(case.story, case.conversation.result.matches) for case in cases]
    return Summary(
        care=_care_table(cases),
        under_triaged=_share(cases, _everybody, is_under_triaged),
        urgent_under_triaged=_share(cases, lambda c: c.story.care in URGENT, is_under_triaged),
        over_triaged=_share(cases, _everybody, _is_over_triaged),
        sent_urgently=_share(cases, lambda c: c.story.care is Care.SELF_CARE, _is_sent_urgently),
        naming=naming_of(told, in_scope),
        offered_exercise=_share(
            cases,
            lambda c: not c.story.in_scope,
            lambda c: c.conversation.result.exercise_offered,
        ),
        questions=spread_of(len(case.conversation.asked) for case in cases),
        seconds=spread_of(case.conversation.seconds for case in cases),
    )


def naming_of(told: Sequence[tuple[Story, Matches]], in_scope: Collection[str]) -> Naming:
    """Count what was named. Only labels in scope are scored as matches, and only of those whose
    care can wait for a name."""

    def right(places: int, *, confirmed: bool) -> Share:
        chosen = [
            (story, matches)
            for story, matches in told
            if story.in_scope
            and story.care not in URGENT
            and (story.confirmed if confirmed else story.weak)
        ]
        ids = (story.id for story, matches in chosen if story.condition in matches[:places])
        return Share(tuple(ids), len(chosen))

    outside = [(story, matches) for story, matches in told if not story.in_scope]
    forced = (story.id for story, matches in outside if matches and matches[0] in in_scope)
    return Naming(
        confirmed_first=right(1, confirmed=True),
        confirmed_in_two=right(2, confirmed=True),
        weak_first=right(1, confirmed=False),
        weak_in_two=right(2, confirmed=False),
        forced=Share(tuple(forced), len(outside)),
    )


def is_under_triaged(case: Case) -> bool:
    """Whether the care told lies below every level that is no error."""
    return case.care.rank < min(care.rank for care in case.story.care_ok)


def spread_of(values: Iterable[float]) -> Spread:
    """The spread of at least one value."""
    ordered = sorted(values)
    return Spread(
        median=statistics.median(ordered),
        percentile_90=ordered[math.ceil(0.9 * len(ordered)) - 1],
        worst=ordered[-1],
    )


def _is_over_triaged(case: Case) -> bool:
    return case.care.rank > max(care.rank for care in case.story.care_ok)


def _is_sent_urgently(case: Case) -> bool:
    return case.care in URGENT and case.care not in case.story.care_ok


def _everybody(case: Case) -> bool:
    return True


def _share(
    cases: Sequence[Case], among: Callable[[Case], bool], counted: Callable[[Case], bool]
) -> Share:
    chosen = [case for case in cases if among(case)]
    return Share(tuple(case.story.id for case in chosen if counted(case)), len(chosen))


def _care_table(cases: Sequence[Case]) -> dict[Care, dict[Care, int]]:
    table = {wanted: dict.fromkeys(Care, 0) for wanted in Care}
    for case in cases:
        table[case.story.care][case.care] += 1
    return table
