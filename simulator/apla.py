"""The APLA directives of a response: sound of exact length, which not every device plays."""

from __future__ import annotations

from typing import Any

from simulator.json_path import value_at

RENDER = "Alexa.Presentation.APLA.RenderDocument"

Json = dict[str, Any]


def directives(response: Any) -> list[Json]:
    """The directives of a response envelope that play APLA, in order."""
    return [part for part in _directives(response) if value_at(part, "type") == RENDER]


def without(response: Json) -> Json:
    """A response envelope as a device hears it that plays no APLA."""
    if not directives(response):
        return response
    others = [part for part in _directives(response) if value_at(part, "type") != RENDER]
    return {**response, "response": {**(response.get("response") or {}), "directives": others}}


def _directives(response: Any) -> list[Any]:
    found = value_at(response, "response", "directives")
    return found if isinstance(found, list) else []
