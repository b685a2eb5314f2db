"""`make likelihoods`: writes what the published cases say beside each judged likelihood.

A likelihood that a case states is `counted`. So is one whose silence says enough: what is rare by
count, and a place that none of ten cases names which all name one. Any other stays `unverified`,
and a `sourced` one stays so. Only these lines of a file change.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import msgspec

from skill.library.types import CaseCounts, Library, Status
from tools.content.cases import PublishedCase, PublishedCases
from tools.content.counting import recount
from tools.content.faults.fault import Fault, Faults
from tools.content.kinds import CONTENT
from tools.content.load import load
from tools.content.rarity import rare_by_count
from tools.content.yaml_files import read

CASES = CONTENT / "cases"
PLACED_BY = 10
"""Cases that name a place: as many as each look-alike should have."""

_OCCURRENCE = re.compile(
    r"^  (?P<id>[a-z0-9-]+): \{frequency: (?P<word>\w+), status: (?P<status>\w+), "
    r"(?:counted: \{[^}]*\}, )?(?P<rest>.*)\}$"
)
"""How often a condition shows a finding, on a line of its own."""
_REGIONS = re.compile(r"^regions:\n(?:  .*\n)*\n?", re.MULTILINE)
_FINDINGS = re.compile(r"^findings:\n", re.MULTILINE)
_ENTRY = re.compile(r"^  (?P<id>[a-z0-9-]+):$")
_BACKGROUND = re.compile(r"^(?P<indent> *)background: \w+$")
_COUNTED = re.compile(r"^ *counted: \{.*\}$")
_STATUS = re.compile(r"^(?P<indent> *)status: (?P<status>counted|unverified)$")


def published_cases() -> dict[str, PublishedCase]:
    """Every case of the checked content, by id."""
    cases: dict[str, PublishedCase] = {}
    for file in sorted(CASES.glob("*.yaml")):
        cases.update(msgspec.convert(read(file).data, PublishedCases).cases)
    return cases


def write() -> int:
    """Write the counts into `content/`."""
    for file, text in _texts():
        file.write_text(text, encoding="utf-8")
    return 0


def report() -> int:
    """Print every file whose counts are not those of the cases; 0 where there is none.

    Content with other faults has no counts to speak of: those faults come first.
    """
    try:
        stale = [file for file, text in _texts() if file.read_text(encoding="utf-8") != text]
    except Faults:
        return 1
    for file in stale:
        shown = file.relative_to(CONTENT.parent).as_posix()
        print(Fault(shown, 1, "the counts are not those of cases/; run `make likelihoods`"))
    return 1 if stale else 0


def _texts() -> Iterator[tuple[Path, str]]:
    library = recount(load(), published_cases().values())
    rare = rare_by_count(library)
    for place, conditions in (
        ("conditions", library.conditions),
        ("look_alikes", library.look_alikes),
    ):
        for of, condition in conditions.items():
            counts = {
                id: one.counted for id, one in (condition.places | condition.findings).items()
            }
            silent = {
                *(id for id, one in condition.findings.items() if (id, one.frequency) in rare),
                *(id for id, one in condition.places.items() if _is_placed(one.counted)),
            }
            file, text = _rewritten(CONTENT / place / f"{of}.yaml", counts, silent)
            yield file, _with_regions(text, condition.regions)
    for file in sorted((CONTENT / "findings").glob("*.yaml")):
        yield _rewritten(file, {id: one.counted for id, one in library.findings.items()})
    yield from _of_flags(library)


def _of_flags(library: Library) -> Iterator[tuple[Path, str]]:
    """A flag's status is that of the care it calls for, so only its counts are written."""
    for id, flag in library.red_flags.items():
        file = CONTENT / "red_flags" / f"{id}.yaml"
        lines = file.read_text(encoding="utf-8").splitlines()
        yield file, _joined(_with_background(lines, flag.counted))


def _with_regions(text: str, regions: Mapping[str, CaseCounts]) -> str:
    """The text with these counts of regions, above the findings."""
    lines = [f"  {id}: {_flow(counted)}\n" for id, counted in regions.items()]
    block = "".join(["regions:\n", *lines, "\n"]) if lines else ""
    return _FINDINGS.sub(block + "findings:\n", _REGIONS.sub("", text), count=1)


def _is_placed(counted: CaseCounts | None) -> bool:
    """Whether enough cases name a place to tell where it is not: who names one, names the main."""
    return counted is not None and counted.of >= PLACED_BY


def _rewritten(
    file: Path, counts: Mapping[str, CaseCounts | None], silent: Collection[str] = ()
) -> tuple[Path, str]:
    lines: list[str] = []
    counted: CaseCounts | None = None
    for line in file.read_text(encoding="utf-8").splitlines():
        if shown := _OCCURRENCE.match(line):
            id = shown["id"]
            lines.append(_occurrence(shown, counts.get(id), silent=id in silent))
            continue
        if entry := _ENTRY.match(line):
            counted = counts.get(entry["id"])
        if status := _STATUS.match(line):
            line = f"{status['indent']}status: {_status(status['status'], counted)}"
        lines += _with_background([line], counted)
    return file, _joined(lines)


def _occurrence(shown: re.Match[str], counted: CaseCounts | None, *, silent: bool) -> str:
    id, word, status, rest = shown["id"], shown["word"], shown["status"], shown["rest"]
    counts = f"counted: {_flow(counted)}, " if counted else ""
    now = _status(status, counted, silent=silent)
    return f"  {id}: {{frequency: {word}, status: {now}, {counts}{rest}}}"


def _with_background(lines: list[str], counted: CaseCounts | None) -> Iterator[str]:
    for line in lines:
        if _COUNTED.match(line):
            continue
        yield line
        if counted and (background := _BACKGROUND.match(line)):
            yield f"{background['indent']}counted: {_flow(counted)}"


def _status(now: str, counted: CaseCounts | None, *, silent: bool = False) -> str:
    if now == Status.SOURCED:
        return now
    states = silent or (counted is not None and counted.present + counted.absent > 0)
    return Status.COUNTED if states else Status.UNVERIFIED


def _flow(counted: CaseCounts) -> str:
    return f"{{present: {counted.present:g}, absent: {counted.absent:g}, of: {counted.of:g}}}"


def _joined(lines: Iterator[str] | list[str]) -> str:
    return "\n".join(lines) + "\n"
