"""`python -m benchmarks.annotations`: annotated utterances in the form that Amazon's tools take.

Each file of utterances becomes an annotation set in `build/annotations/`, for the NLU evaluation of
a real account. Expected is what the simulator's strict Alexa makes of an utterance, so a difference
tells where the real one is laxer or stricter. docs/hearing.md says how to run them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from simulator.matching import Matcher, Meant
from simulator.start import MODEL
from tests.yaml_file import plain

ROOT = Path(__file__).parents[1]
SOURCES = ("benchmarks/utterances/*.yaml", "tests/understanding/*.yaml")
BUILT = ROOT / "build" / "annotations"


def annotation_set(matcher: Matcher, said: Iterable[str]) -> dict[str, Any]:
    """An annotation set of utterances, each once."""
    return {"data": [_annotation(one, matcher.meant(one)) for one in dict.fromkeys(said)]}


def _annotation(said: str, meant: Meant) -> dict[str, Any]:
    intent: dict[str, Any] = {"name": meant.intent or "LaunchRequest"}
    if meant.filled:
        intent["slots"] = {slot.name: {"value": slot.said} for slot in meant.filled}
    return {"inputs": {"utterance": said}, "expected": [{"intent": intent}]}


def _said(file: Path) -> list[str]:
    rows = plain(file)
    return [row["say"] for row in (rows["utterances"] if isinstance(rows, dict) else rows)]


def main() -> int:
    """Write every set, and print how its utterances arrive."""
    matcher = Matcher(json.loads(MODEL.read_text(encoding="utf-8")))
    BUILT.mkdir(parents=True, exist_ok=True)
    for file in sorted(file for place in SOURCES for file in ROOT.glob(place)):
        whole = annotation_set(matcher, _said(file))
        into = BUILT / f"{MODEL.stem}-{file.stem}.json"
        into.write_text(json.dumps(whole, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{into.relative_to(ROOT)}: {len(whole['data'])} utterances")
    return 0


if __name__ == "__main__":
    sys.exit(main())
