"""Alexa's requests → what somebody said, in words, and what Alexa matched of it.

Alexa hands over words only in slots. What an intent without slots stands for, and how the words
of its slots become a sentence again, stands in `content/words/<language>/intents.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter
from typing import Any

from ask_sdk_model import IntentRequest, LaunchRequest
from msgspec import Struct

from skill.coaching.schedule import from_token
from skill.dialog.events import Permitted
from skill.library.types import Words

COULD_NOT_PLAY = "Alexa.Presentation.APLA.RuntimeError"
"""What a device sends that could not play a set."""

LONGEST = 400
"""Characters that are read of a slot: nobody says more in eight seconds."""


class Utterance(Struct, frozen=True):
    """A sentence, and the ids of the slot values that Alexa matched.

    The sentence is empty where no word of it arrived. It is `standing` where it stands for an
    intent without slots, as "no" does: then content alone made it.
    """

    sentence: str
    matched: tuple[str, ...] = ()
    standing: bool = False


def is_launch(request: Any) -> bool:
    """Whether somebody opens the skill and says no more."""
    return isinstance(request, LaunchRequest)


def could_not_play(request: Any) -> bool:
    """Whether the device could not play the last reply."""
    return getattr(request, "object_type", None) == COULD_NOT_PLAY


def permission_told(request: Any) -> Permitted | None:
    """What somebody answered to Alexa's question for a permission; None for other requests.

    The version of the question that is asked here nests the status, an older one does not.
    """
    if getattr(request, "object_type", None) != "Connections.Response":
        return None
    payload = getattr(request, "payload", None)
    status = _status(payload if isinstance(payload, dict) else {})
    return Permitted(status == "ACCEPTED", from_token(getattr(request, "token", None)))


def _status(payload: Mapping[str, Any]) -> object:
    scopes = payload.get("permissionScopes")
    nested = [one for one in scopes if isinstance(one, dict)] if isinstance(scopes, list) else []
    told = [one["status"] for one in (payload, *nested) if isinstance(one.get("status"), str)]
    return told[0] if told else None


def spoken_in(request: Any, words: Words) -> Utterance | None:
    """What was said, as far as Alexa tells it; None where nothing was, as after a silence.

    A slot value that Alexa could not match is read by itself: the intent around it was a guess.
    A number is matched by nothing, and still is what its intent says: an age, or minutes.
    """
    if not isinstance(request, IntentRequest) or request.intent is None:
        return None
    slots = dict(_filled(request.intent.slots or {}))
    template = words.intents.get(str(request.intent.name), "")
    if not slots and template and not _wanted(template):
        return Utterance(template, standing=True)
    matched = tuple(dict.fromkeys(id for _, ids in slots.values() for id in ids or ()))
    wanted = _wanted(template)
    for slot, (value, ids) in slots.items():
        if slot in words.carriers:
            return Utterance(f"{words.carriers[slot]} {value}".strip())
        if ids == () and not value.isdigit():
            template = ""
    values = {slot: value for slot, (value, _) in slots.items()}
    if not template or wanted - values.keys():
        return Utterance(" ".join(values.values()), matched)
    beside = (value for slot, value in values.items() if slot not in wanted)
    return Utterance(" ".join((template.format_map(values), *beside)), matched)


@cache
def _wanted(template: str) -> frozenset[str]:
    """The slots that the words of an intent name: they are content, some hundred."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


def _filled(slots: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, tuple[str, ...] | None]]]:
    """Each slot with words in it: the words, and the matched ids; none where Alexa refused them,
    None where it did not try."""
    for name, slot in slots.items():
        value = getattr(slot, "value", None)
        if isinstance(value, str) and value.strip():
            yield name, (value[:LONGEST], _matched(slot))


def _matched(slot: Any) -> tuple[str, ...] | None:
    resolutions = getattr(slot, "resolutions", None)
    found = getattr(resolutions, "resolutions_per_authority", None) or ()
    if not found:
        return None
    return tuple(id for one in found for id in _ids(one))


def _ids(resolution: Any) -> Iterator[str]:
    code = getattr(getattr(resolution, "status", None), "code", None)
    if str(getattr(code, "value", code)) != "ER_SUCCESS_MATCH":
        return
    for wrapper in (resolution.values or ())[:1]:
        id = getattr(getattr(wrapper, "value", None), "id", None)
        if isinstance(id, str):
            yield id
