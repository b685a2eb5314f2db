"""Looking into a response envelope, of which nothing is known for certain."""

from __future__ import annotations

from typing import Any

RENDER = "Alexa.Presentation.APLA.RenderDocument"

Json = dict[str, Any]


def value_at(value: Any, *keys: str) -> Any:
    """What is at nested keys of a JSON value, or None where there is nothing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def apla_directives(response: Any) -> list[Json]:
    """The directives of a response envelope that play APLA, in order."""
    return [part for part in _directives(response) if value_at(part, "type") == RENDER]


def without_apla(response: Json) -> Json:
    """A response envelope as a device hears it that plays no APLA."""
    if not apla_directives(response):
        return response
    others = [part for part in _directives(response) if value_at(part, "type") != RENDER]
    return {**response, "response": {**(response.get("response") or {}), "directives": others}}


def _directives(response: Any) -> list[Any]:
    found = value_at(response, "response", "directives")
    return found if isinstance(found, list) else []
