"""What Alexa makes of words: the request that they become, by the committed interaction model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.envelope import FilledSlot
from simulator.invocation import without_invocation, without_wake_word
from simulator.understanding import Slot, compile_model


@dataclass(frozen=True)
class Meant:
    """An intent with its slots; `intent` is None where the skill is only to be opened."""

    intent: str | None
    filled: tuple[FilledSlot, ...] = ()
    unfilled: tuple[str, ...] = ()


class Ear:
    """An interaction model that listens. It does not change and serves many conversations."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        """Take the committed form, `{"interactionModel": {"languageModel": ...}}`.

        Raises:
            KeyError: the document is not an interaction model.
        """
        language = document["interactionModel"]["languageModel"]
        self._model = compile_model(document)
        self._invocation_name: str = language["invocationName"]
        self._value_names: dict[tuple[str, str], str] = {
            (kind["name"], value["id"]): value["name"]["value"]
            for kind in language.get("types", ())
            for value in kind["values"]
            if "id" in value
        }
        self._slot_types: dict[str, dict[str, str]] = {
            intent["name"]: {slot["name"]: slot["type"] for slot in intent.get("slots", ())}
            for intent in language["intents"]
        }

    def meant(self, text: str) -> Meant:
        """What `text` means, said with the skill's name or without."""
        spoken = without_wake_word(text)
        wanted = without_invocation(spoken, self._invocation_name)
        if wanted == "":
            return Meant(None)
        text = (spoken if wanted is None else wanted).lower()
        return Meant("SentenceIntent", (FilledSlot("sentence", "SENTENCE", text, None, None),))

    def _filled(self, name: str, kind: str, slot: Slot) -> FilledSlot:
        value_name = self._value_names.get((kind, slot.id)) if slot.id is not None else None
        return FilledSlot(name, kind, slot.value, slot.id, value_name)
