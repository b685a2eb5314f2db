"""What the skill can do with an intent, for Alexa's CanFulfillIntentRequest."""

from __future__ import annotations

from typing import Any

from skill.library.types import Words
from skill.understanding.contexts import Context
from skill.understanding.heard import Heard
from skill.understanding.read import read

Json = dict[str, Any]

SLOTS = {"topic": "topic", "exercise": "exercise", "routine": "routine", "place": "findings"}
"""The field of `Heard` by slot, for slots whose words name something of the content."""

BEGINNINGS = {"start_check", "start_exercise", "list_exercises"}
"""The commands with which somebody may begin. A "yes" or a "pause" means nothing by itself."""


def fulfilment_of(intent: Any, words: Words) -> Json:
    """The answer: yes only to an intent that can begin a session and whose slots are all known."""
    filled = getattr(intent, "slots", None) or {}
    known = {
        name: _is_known(name, getattr(slot, "value", None), words) for name, slot in filled.items()
    }
    template = words.intents.get(str(getattr(intent, "name", None)), "")
    can = all(known.values()) and (bool(known) or _begins(_heard(template, words)))
    slots = {name: _told(is_understood) for name, is_understood in known.items()}
    return {"canFulfill": _yes_or_no(bool(template) and can), "slots": slots}


def _is_known(name: str, value: Any, words: Words) -> bool:
    if name not in SLOTS or not isinstance(value, str):
        return False
    return bool(getattr(_heard(value, words), SLOTS[name]))


def _begins(heard: Heard) -> bool:
    return heard.command in BEGINNINGS


def _heard(said: str, words: Words) -> Heard:
    return read(words.lexicon, said, Context())


def _told(is_understood: bool) -> Json:
    told = _yes_or_no(is_understood)
    return {"canUnderstand": told, "canFulfill": told}


def _yes_or_no(can: bool) -> str:
    return "YES" if can else "NO"
