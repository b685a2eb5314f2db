"""Builds the interaction models, and says whether the committed ones are what is built."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from skill.library.region import Regional
from skill.library.types import SlotType
from tools.models.faults import faults_of
from tools.models.source import ModelSource, SaidNames, locales, read

MODELS = Path(__file__).parents[2] / "interaction_models"

FREE_SPEECH = "AMAZON.SearchQuery"
"""The type of a slot that takes any words, beside a carrier."""

ModelJson = dict[str, Any]


def build(spoken: ModelSource) -> ModelJson:
    """The interaction model, in the form in which Amazon's tools take it."""
    intents, spelt = spoken.intents, spoken.spelt
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": intents.invocation_name,
                "intents": [
                    *(
                        _intent(name, intent.slots, dict.fromkeys(map(spelt, intent.samples)))
                        for name, intent in intents.intents.items()
                    ),
                    *(
                        _intent(
                            name,
                            dict.fromkeys(carriers, FREE_SPEECH),
                            (f"{said} {{{slot}}}" for slot, said in carriers.items()),
                        )
                        for name, carriers in intents.carriers.items()
                    ),
                ],
                "types": list(_types(spoken)),
                "modelConfiguration": {
                    "fallbackIntentSensitivity": {"level": intents.fallback_sensitivity}
                },
            }
        }
    }


def to_text(model: ModelJson) -> str:
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
    for locale, language in locales():
        file = MODELS / f"{locale}.json"
        try:
            model = build(read(language, locale))
        except (OSError, ValueError) as fault:
            faults.append(str(fault))
            continue
        text = to_text(model)
        found = [f"{file.name}: {fault}" for fault in faults_of(model, len(text.encode()))]
        faults += found
        if not found:
            texts[file] = text
    return texts, faults


def _told(faults: list[str]) -> int:
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _intent(name: str, slots: dict[str, str], samples: Iterable[str]) -> ModelJson:
    declared = [{"name": slot, "type": kind} for slot, kind in slots.items()]
    return {"name": name, "slots": declared, "samples": list(samples)}


def _types(spoken: ModelSource) -> Iterator[ModelJson]:
    """The slot types; a way of saying something stays with the first type that has it."""
    taken: set[str] = set()
    for name, kind in spoken.intents.types.items():
        if kind.content == "sentences":
            sentences = dict.fromkeys(map(spoken.spelt, spoken.sentences))
            yield {"name": name, "values": [_value(one) for one in sentences]}
            continue
        said = _said(kind, spoken.names.get(kind.content or "", {}), taken, spoken.spelt)
        taken.update(way for ways in said.values() for way in ways)
        yield {
            "name": name,
            "values": [{"id": id, **_value(*ways)} for id, ways in said.items() if ways],
        }


def _said(kind: SlotType, names: SaidNames, taken: set[str], spelt: Regional) -> SaidNames:
    whole = {**names, **kind.values}
    return {
        id: tuple(
            way
            for way in dict.fromkeys(spelt(said.lower()) for said in ways)
            if way not in taken and way.split()[0] not in kind.not_beginning
        )
        for id, ways in whole.items()
    }


def _value(said: str, *synonyms: str) -> ModelJson:
    return {"name": {"value": said, "synonyms": list(synonyms)}}
