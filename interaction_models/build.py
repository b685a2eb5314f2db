"""Builds the interaction models: `python -m interaction_models.build [--check]`.

Without `--check` it writes `interaction_models/<locale>.json`; with it, it only says whether
the committed file is what it would write. Faults are all printed, and nothing is written then.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from interaction_models.faults import faults_of
from interaction_models.source import Said, Spoken, read
from interaction_models.templates import expand
from interaction_models.yielding import without_theirs
from skill.library.types import SlotType

LOCALES = {"en-US": "en"}

Model = dict[str, Any]


def build(spoken: Spoken) -> Model:
    """The interaction model, in the form in which Amazon's tools take it."""
    utterances = spoken.utterances
    intents = [
        {
            "name": name,
            "slots": [{"name": slot, "type": kind} for slot, kind in intent.slots.items()],
            "samples": _samples(intent.samples),
        }
        for name, intent in utterances.intents.items()
    ]
    types = [
        {"name": name, "values": _values(_said(kind, spoken))}
        for name, kind in utterances.types.items()
    ]
    for name, kind in utterances.types.items():
        if kind.yields_to:
            left_out = without_theirs(name, kind.yields_to, intents, types)
            values = _values(_without(_said(kind, spoken), left_out))
            types = [
                one if one["name"] != name else {"name": name, "values": values} for one in types
            ]
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": utterances.invocation_name,
                "intents": intents,
                "types": types,
                "modelConfiguration": {
                    "fallbackIntentSensitivity": {"level": utterances.fallback_sensitivity}
                },
            }
        }
    }


def written(model: Model) -> str:
    """The text of the committed file."""
    return json.dumps(model, indent=1, ensure_ascii=False) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Builds or checks every locale; 0 when all is well."""
    parser = argparse.ArgumentParser(prog="python -m interaction_models.build")
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    check: bool = parser.parse_args(arguments).check
    faults: list[str] = []
    for locale, language in LOCALES.items():
        faults += _one(Path(__file__).with_name(f"{locale}.json"), language, check)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _one(file: Path, language: str, check: bool) -> list[str]:
    try:
        model = build(read(language))
    except (OSError, ValueError) as fault:
        return [str(fault)]
    faults = [f"{file.name}: {fault}" for fault in faults_of(model)]
    if faults:
        return faults
    text = written(model)
    if not check:
        file.write_text(text, encoding="utf-8")
    elif not file.exists() or file.read_text(encoding="utf-8") != text:
        return [f"interaction_models/{file.name} is out of date: run `make models` and commit it."]
    return []


def _samples(templates: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(sample for template in templates for sample in expand(template)))


def _said(kind: SlotType, spoken: Spoken) -> Said:
    from_content = spoken.said[kind.content] if kind.content is not None else {}
    found = {
        name: (*from_content.get(name, ()), *kind.values.get(name, ()))
        for name in {**from_content, **kind.values}
    }
    return {name: said for name, said in found.items() if name not in kind.leave_out and said}


def _without(said: Said, left_out: Collection[str]) -> Said:
    kept = {name: tuple(way for way in ways if way not in left_out) for name, ways in said.items()}
    return {name: ways for name, ways in kept.items() if ways}


def _values(said: Said) -> list[dict[str, Any]]:
    return [
        {"id": name, "name": {"value": ways[0], "synonyms": list(dict.fromkeys(ways[1:]))}}
        for name, ways in said.items()
    ]


if __name__ == "__main__":
    sys.exit(main())
