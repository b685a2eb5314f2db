"""Looking into JSON of which nothing is known for certain."""

from __future__ import annotations

from typing import Any


def value_at(value: Any, *keys: str) -> Any:
    """What is at nested keys of a JSON value, or None where there is nothing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
