"""Builds the interaction models, and says whether the committed ones are what is built."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from skill.library.types import SlotType
from tools.models.faults import faults_of
from tools.models.source import Said, Spoken, read
from tools.models.templates import expand
from tools.models.yielding import without_theirs

MODELS = Path(__file__).parents[2] / "interaction_models"
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


def write() -> int:
    """Write the model of every locale, or print its faults; 0 when all is well."""
    texts, faults = _texts()
    for file, text in texts.items():
        file.write_text(text, encoding="utf-8")
    return _told(faults)


def report() -> int:
    """Print the faults of every model, and which is not what is committed; 0 when all is well."""
    texts, faults = _texts()
    faults += [
        f"interaction_models/{file.name} is out of date: run `make models` and commit it."
        for file, text in texts.items()
        if not file.exists() or file.read_text(encoding="utf-8") != text
    ]
    return _told(faults)


def _texts() -> tuple[dict[Path, str], list[str]]:
    """The text of each model that has no fault, by its file, and the faults of the others."""
    texts: dict[Path, str] = {}
    faults: list[str] = []
    for locale, language in LOCALES.items():
        file = MODELS / f"{locale}.json"
        try:
            model = build(read(language))
        except (OSError, ValueError) as fault:
            faults.append(str(fault))
            continue
        found = [f"{file.name}: {fault}" for fault in faults_of(model)]
        faults += found
        if not found:
            texts[file] = written(model)
    return texts, faults


def _told(faults: list[str]) -> int:
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


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
