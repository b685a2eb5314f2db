"""`python -m benchmarks.understand FILE...`: how much of what people say is understood.

Each file holds annotated utterances under `utterances:`; without a file, those of
`benchmarks/utterances/` are read. Printed are, by meaning and by context, how many were
right, wrong, unsafe or not heard, and the time a sentence takes.
`--failing` shows each that was not right, with how it was read; `--json` prints the figures.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
from msgspec.structs import replace

from benchmarks.utterance import AnnotatedUtterance, vocabulary
from benchmarks.verdict import Verdict, judge
from skill.dialog.clearance import ASKED_BY_THE_CHECK
from skill.library.types import Library
from skill.understanding.contexts import Context, Talk, context
from skill.understanding.heard import Heard
from skill.understanding.read import read
from tests.yaml_file import plain
from tools.content.load import load

OWN = Path(__file__).with_name("utterances")
"""The utterances that the project was built on."""

TALKS: dict[str, tuple[str | None, Talk]] = {
    "launch": (None, "launch"),
    "open-question": (None, "launch"),
    "any": (None, "result"),
    "topic": (None, "topic"),
    "result": (None, "result"),
    "question": ("question", "check"),
    "flag_question": ("flag-question", "check"),
    "set": (None, "set"),
    "set-up": (None, "set-up"),
    "rest": (None, "rest"),
    "after_set": ("how-much-pain", "pain"),
    "how-much-pain": ("how-much-pain", "pain"),
    "ready-question": ("ready-question", "set-up"),
    "offer-routine": ("offer-routine", "result"),
    "choose-routine": ("choose-routine", "result"),
    "more-offer": ("more-offer", "topic"),
    "why-offer": ("why-offer", "result"),
    "until-offer": ("until-offer", "result"),
    "what-else": ("what-else", "result"),
    "repeat-offer": ("repeat-offer", "result"),
    "stopped-result": ("repeat-offer", "result"),
    "emergency-told": ("emergency-told", "emergency"),
    "safety-rest": ("safety-today", "before-exercise"),
    "safety-today": ("safety-today", "before-exercise"),
    "safety-injury": ("safety-today", "before-exercise"),
    "safety-person": ("safety-person", "before-exercise"),
    "clinician-seen": ("clinician-seen", "before-exercise"),
    "which-level": ("which-level", "before-exercise"),
    "last-sessions": ("last-sessions", "before-exercise"),
    "reminder-days": ("reminder-days", "result"),
    "reminder-time": ("reminder-time", "result"),
    "reminder-half": ("reminder-half", "result"),
    "reminder-confirm": ("reminder-confirm", "result"),
    "morning-after": ("morning-after", "before-exercise"),
}
"""The question that is open and the kind of talk, by what an utterance says was asked."""

STOPPED = frozenset({"stopped-result"})
"""Where what ended a set may be taken back."""


def context_of(library: Library, asked: str) -> Context:
    """The context in which an utterance was said; every other id is a question of the check."""
    question, talk = TALKS.get(asked, (asked, "check"))
    here = context(library, question, talk, None, ASKED_BY_THE_CHECK.get(question or "", ()))
    things = 1 if asked == "safety-injury" else here.things
    return replace(here, stopped=asked in STOPPED, things=things)


def utterances(file: Path) -> list[AnnotatedUtterance]:
    """The utterances of one file."""
    data = plain(file)
    return msgspec.convert(data["utterances"], list[AnnotatedUtterance], strict=False)


def main(arguments: list[str]) -> int:
    """Read every utterance and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.understand")
    parser.add_argument("files", nargs="*", type=Path, default=sorted(OWN.glob("*.yaml")))
    parser.add_argument("--failing", action="store_true", help="show each that was not right")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(arguments)
    library = load()
    terms = vocabulary()
    by: dict[str, Counter[str]] = defaultdict(Counter)
    taken: list[float] = []
    for file in options.files:
        for one in utterances(file):
            setting = context_of(library, one.asked or one.context or "any")
            read(library.words["en"].lexicon, one.say, setting)
            start = time.perf_counter()
            heard = read(library.words["en"].lexicon, one.say, setting)
            taken.append(time.perf_counter() - start)
            verdict, why = judge(one, heard, setting, terms, library.words["en"].lexicon.implies)
            for key in ("all", f"means {one.means}", f"in {_kind(one, setting)}"):
                by[key][verdict] += 1
            if options.failing and verdict is not Verdict.RIGHT:
                print(f"{verdict:9} {one.asked or one.context}: {one.say}\n          {why}")
                print(f"          {_shown(heard)}")
    milliseconds = {
        "median": round(1000 * median(taken), 2),
        "worst": round(1000 * max(taken), 2),
    }
    if options.json:
        print(json.dumps({"milliseconds": milliseconds, "counts": by}))
        return 0
    _print_table(by)
    print(f"a sentence takes {milliseconds['median']} ms, at worst {milliseconds['worst']} ms")
    return 0


def _print_table(by: Mapping[str, Counter[str]]) -> None:
    """Print a line for all utterances, and one for each meaning and kind of talk."""
    print(f"{'':28}{'right':>12}{'wrong':>7}{'unsafe':>8}{'not heard':>11}")
    for key in ("all", *sorted(k for k in by if k != "all")):
        counts = by[key]
        total = counts.total()
        right = counts[Verdict.RIGHT]
        print(
            f"{key:28}{right:5} {100 * right / total:4.0f} %{counts[Verdict.WRONG]:7}"
            f"{counts[Verdict.UNSAFE]:8}{counts[Verdict.NOT_HEARD]:11}"
        )


def _kind(one: AnnotatedUtterance, setting: Context) -> str:
    return setting.talk if setting.question is None else f"{setting.talk}, at a question"


def _shown(heard: Heard) -> dict[str, Any]:
    shown: dict[str, Any] = msgspec.to_builtins(heard)
    return {key: value for key, value in shown.items() if key not in ("words", "origin")}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
