"""Alexa's requests → what somebody said, in words.

Alexa hands over words only in slots. What an intent without slots stands for, and how the words
of its slots become a sentence again, stands in `content/words/<language>/intents.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ask_sdk_model import IntentRequest, LaunchRequest

from skill.library.types import Words

COULD_NOT_PLAY = "Alexa.Presentation.APLA.RuntimeError"
"""What a device sends that could not play a set."""

LONGEST = 400
"""Characters that are read of a slot: nobody says more in eight seconds."""


def is_launch(request: Any) -> bool:
    """Whether the skill is only opened."""
    return isinstance(request, LaunchRequest)


def could_not_play(request: Any) -> bool:
    """Whether the device could not play the last reply."""
    return getattr(request, "object_type", None) == COULD_NOT_PLAY


def sentence_of(request: Any, words: Words) -> str | None:
    """What was said, as far as Alexa tells it; None where nothing was, as after a silence.

    The empty sentence is one of which no word arrived. A slot value that Alexa could not match
    is read by itself: the intent around it was a guess.
    """
    if not isinstance(request, IntentRequest) or request.intent is None:
        return None
    name = str(request.intent.name)
    slots = dict(_filled(request.intent.slots or {}))
    template = words.intents.get(name, "")
    for slot, (value, is_matched) in slots.items():
        if slot in words.carriers:
            return f"{words.carriers[slot]} {value}".strip()
        if not is_matched or f"{{{slot}}}" not in template:
            template = ""
    if not template:
        return " ".join(value for value, _ in slots.values())
    return template.format_map({slot: value for slot, (value, _) in slots.items()})


def _filled(slots: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, bool]]]:
    """Each slot with words in it: the words, and whether Alexa did not refuse them."""
    for name, slot in slots.items():
        value = getattr(slot, "value", None)
        if isinstance(value, str) and value.strip():
            yield name, (value[:LONGEST], not _is_refused(slot))


def _is_refused(slot: Any) -> bool:
    resolutions = getattr(slot, "resolutions", None)
    found = getattr(resolutions, "resolutions_per_authority", None) or ()
    codes = [getattr(getattr(one, "status", None), "code", None) for one in found]
    return bool(codes) and all(
        str(getattr(code, "value", code)) == "ER_SUCCESS_NO_MATCH" for code in codes
    )
