"""What the skill can do with an intent, for Alexa's CanFulfillIntentRequest."""

from __future__ import annotations

from typing import Any

from ask_sdk_model.canfulfill import (
    CanFulfillIntent,
    CanFulfillIntentValues,
    CanFulfillSlot,
    CanFulfillSlotValues,
    CanUnderstandSlotValues,
)

from skill.library.types import Words
from skill.understanding.heard import Context
from skill.understanding.read import read

SLOTS = {"topic", "exercise", "routine", "place"}
"""The slots whose words name something of the content."""


def fulfilment_of(intent: Any, words: Words) -> CanFulfillIntent:
    """Yes only to an intent that is known and whose slots all name something that is known."""
    slots = getattr(intent, "slots", None) or {}
    known = {
        name: _is_known(name, getattr(slot, "value", None), words) for name, slot in slots.items()
    }
    is_known = str(getattr(intent, "name", None)) in words.intents and all(known.values())
    return CanFulfillIntent(
        can_fulfill=CanFulfillIntentValues.YES if is_known else CanFulfillIntentValues.NO,
        slots={name: _slot(is_understood) for name, is_understood in known.items()},
    )


def _is_known(name: str, value: Any, words: Words) -> bool:
    if name not in SLOTS or not isinstance(value, str):
        return False
    heard = read(words.lexicon, value, Context())
    return bool(heard.topic or heard.exercise or heard.routine or heard.findings)


def _slot(is_understood: bool) -> CanFulfillSlot:
    return CanFulfillSlot(
        can_understand=CanUnderstandSlotValues.YES if is_understood else CanUnderstandSlotValues.NO,
        can_fulfill=CanFulfillSlotValues.YES if is_understood else CanFulfillSlotValues.NO,
    )
