"""A library many times as large, to see how the time of a turn grows with the content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from skill.library.types import Condition, Library

T = TypeVar("T")


def enlarge(library: Library, times: int) -> Library:
    """Each finding, condition and look-alike `times` over.

    The conditions of a copy show the findings of that copy, and the same places and red flags as
    the original.
    """
    words = {
        language: replace(
            words,
            findings=_copied({id: words.findings[id] for id in library.findings}, times)
            | words.findings,
            conditions=_copied(words.conditions, times),
        )
        for language, words in library.words.items()
    }
    return replace(
        library,
        findings=_copied(library.findings, times),
        conditions=_conditions(library, library.conditions, times),
        look_alikes=_conditions(library, library.look_alikes, times),
        words=words,
    )


def _conditions(
    library: Library, conditions: Mapping[str, Condition], times: int
) -> dict[str, Condition]:
    return {
        _copy(id, number): replace(
            condition,
            findings={
                _copy(finding, number) if finding in library.findings else finding: occurrence
                for finding, occurrence in condition.findings.items()
            },
        )
        for number in range(times)
        for id, condition in conditions.items()
    }


def _copied(entries: Mapping[str, T], times: int) -> dict[str, T]:
    return {_copy(id, number): entry for number in range(times) for id, entry in entries.items()}


def _copy(id: str, number: int) -> str:
    return f"{id}-{number}" if number else id
