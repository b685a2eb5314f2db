"""Every spoken sentence beside its sources, status and review date, for a clinician to sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from tools.content.faults.shelf import Filed, Shelf, walk
from tools.content.yaml_files import Path
from tools.coverage.markdown import rows

PARTS = {
    "topics": "Topics",
    "conditions": "Conditions",
    "look_alikes": "Look-alikes",
    "findings": "Questions about findings",
    "gates": "Safety questions for several things at once",
    "open_questions": "Questions that are answered in free words",
    "red_flags": "Safety questions and red flags",
    "exercises": "Exercises",
    "routines": "Routines",
    "stop_signs.yaml": "Signs that stop an exercise",
    "things.yaml": "What exercises need",
    "child.yaml": "What is said instead to whoever answers for a child",
    "somebody_else.yaml": "What is said instead to whoever answers for another adult",
    "speech": "Everything else that is said",
    "locales": "What is said instead in a country, with its numbers to call",
}
"""The kinds of words that are spoken, in the order in which they are read."""

UNSPOKEN = {"said"}
"""What people say, and Alexa does not."""


class Evidence(NamedTuple):
    """What stands behind a sentence: source ids, counts of status, the date of review."""

    sources: str
    status: str
    reviewed: str


NOT_CLINICAL = Evidence("", "no clinical value", "")
ADVICE = "advice.yaml"
"""The evidence of sentences that advise by themselves."""


def sheet(shelf: Shelf, language: str) -> Iterator[str]:
    """The lines of the sheet, a kind of content at a time."""
    for place, title in PARTS.items():
        yield f"\n### {title}\n"
        yield from rows(
            ("where", "spoken", "sources", "status", "reviewed"),
            (row for words in shelf.of(place, language) for row in _sentences(shelf, words)),
        )


def _sentences(shelf: Shelf, words: Filed) -> Iterator[tuple[str, ...]]:
    facts = next((file for file in shelf.of(words.kind.place) if file.name == words.name), None)
    advice = {id: file for file in shelf.of(ADVICE) for id in file.mapping("statements")}
    for path, text in walk(words.document.data):
        if isinstance(text, str) and not UNSPOKEN & {str(step) for step in path}:
            if facts:
                evidence = _behind(facts, path)
            elif words.kind.place == "speech" and path[1] in advice:
                evidence = _behind(advice[path[1]], ("statements", path[1]))
            else:
                evidence = NOT_CLINICAL
            yield (_where(words, path), text, *evidence)


def _where(words: Filed, path: Path) -> str:
    steps = (str(step + 1) if isinstance(step, int) else step for step in path)
    return " / ".join((words.name, *steps))


def _behind(facts: Filed, path: Path) -> Evidence:
    """The evidence of what these words belong to: the same keys, as far as the facts have them."""
    about = facts.document.data
    for step in path:
        if not isinstance(about, dict) or step not in about:
            break
        about = about[step]
    evidences = [value for _, value in walk(about) if _is_evidence(value)]
    sources = dict.fromkeys(id for evidence in evidences for id in evidence["sources"])
    statuses = Counter(str(evidence["status"]) for evidence in evidences)
    return Evidence(", ".join(sources), _counted(statuses), str(facts.value("reviewed")))


def _is_evidence(value: Any) -> bool:
    return isinstance(value, dict) and {"status", "sources"} <= value.keys()


def _counted(statuses: Counter[str]) -> str:
    """The status; where several values stand behind the words, how many have each."""
    if len(statuses) == 1:
        return next(iter(statuses))
    return ", ".join(f"{many} {status}" for status, many in sorted(statuses.items()))
