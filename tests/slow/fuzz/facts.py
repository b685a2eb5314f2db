"""What the content's own files say of flags, gates and stop signs, read by no code of the skill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.paths import CONTENT
from tests.yaml_file import plain

Json = dict[str, Any]


@dataclass(frozen=True)
class Content:
    """Flags that bar exercise, gates that are no places, and stop signs, as their files say."""

    flags: Mapping[str, Json]
    mild: frozenset[str]
    findings: frozenset[str]
    gates: Mapping[str, Json]
    signs: Mapping[str, Json]


@cache
def content() -> Content:
    """Read once."""
    flags = _files("red_flags")
    places = plain(CONTENT / "findings" / "places.yaml")
    gates = {
        id: gate
        for id, gate in _files("gates").items()
        if gate["opens"][0] not in places["findings"]
    }
    signs = plain(CONTENT / "stop_signs.yaml")["signs"]
    return Content(
        flags={id: flag for id, flag in flags.items() if flag["care"] != "self_care"},
        findings=frozenset(
            id
            for theme, file in _files("findings").items()
            if theme != "places"
            for id in file["findings"]
        ),
        mild=frozenset(id for id, flag in flags.items() if flag["care"] == "self_care"),
        gates=gates,
        signs=signs,
    )


def _files(folder: str) -> dict[str, Json]:
    files = (CONTENT / folder).glob("*.yaml")
    return {file.stem: plain(file) for file in files}


def is_asked_by_its_opposite(id: str) -> bool:
    """Whether a flag is asked in the words of what still works, so that a yes denies it."""
    return content().flags.get(id, {}).get("asked_as") is not None


def plainly(id: str, *, so: bool) -> str:
    """The intent that says plainly that something asked is so, or is not."""
    return "AMAZON.NoIntent" if so == is_asked_by_its_opposite(id) else "AMAZON.YesIntent"


def read_by(flag: str) -> set[str]:
    found = content().flags[flag]
    when = found.get("when") or {}
    return {*found.get("reads", ()), *(id for ids in when.values() for id in ids)}
