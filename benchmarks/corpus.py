"""The published cases as stories, and the knowledge that has not seen the one it is asked about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from benchmarks.stories import Story
from skill.interview.interview import Knowledge
from skill.interview.model import model_of
from skill.library.types import Care, Library
from tools.content.cases import CONFIRMED, Confirmation, PublishedCase
from tools.content.counting import recount

NO_ERROR = {
    Care.SELF_CARE: frozenset({Care.SELF_CARE, Care.SEE_CLINICIAN}),
    Care.SEE_CLINICIAN: frozenset({Care.SEE_CLINICIAN}),
    Care.SAME_DAY: frozenset({Care.SAME_DAY, Care.EMERGENCY}),
    Care.EMERGENCY: frozenset({Care.EMERGENCY}),
}
"""The levels that are no error, by the one to score, where a case names none of its own."""


def story_of(id: str, case: PublishedCase, library: Library) -> Story:
    """A case as a story: what it states is told, all else is not known."""
    confirmed = case.confirmed in CONFIRMED
    return Story(
        id=id,
        condition=case.condition,
        in_scope=case.condition in library.conditions,
        confirmed=confirmed,
        weak=not confirmed and case.confirmed is not Confirmation.NOT_TOLD,
        care=case.care,
        care_ok=frozenset(case.care_ok) or NO_ERROR[case.care],
        facts=case.facts,
        since_days=case.since_days,
    )


def hold_out(
    knowledge: Knowledge, cases: Mapping[str, PublishedCase]
) -> Iterator[tuple[Story, Knowledge]]:
    """Each case as a story, with the knowledge counted from all cases of other sources.

    So no case counts for itself, nor does another of the same page.
    """
    by_source: dict[str, set[str]] = defaultdict(set)
    for id, case in cases.items():
        by_source[case.source].add(id)
    for id, case in cases.items():
        others = [one for other, one in cases.items() if other not in by_source[case.source]]
        library = recount(knowledge.library, others)
        without = replace(knowledge, library=library, model=model_of(library))
        yield story_of(id, case, library), without
