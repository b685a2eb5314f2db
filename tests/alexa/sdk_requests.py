"""A request of every kind that Amazon's SDK knows, filled in as the SDK's own types say."""

from __future__ import annotations

import importlib
from enum import Enum
from functools import cache
from typing import Any

from ask_sdk_model import Context, Request

from tests.alexa.requests import OWN_ID, request

DEEPEST = 5
"""Some types hold themselves."""

_VALUES: dict[str, Any] = {
    "str": "something",
    "bool": True,
    "int": 7,
    "float": 0.5,
    "object": {"any": ["thing", 1, None]},
    "datetime": "2026-11-22T12:00:00Z",
    "date": "2026-11-22",
}


@cache
def kinds() -> tuple[str, ...]:
    """The types of request, by their names in JSON."""
    return tuple(sorted(Request.discriminator_value_class_map))


def whole(kind: str) -> dict[str, Any]:
    """An envelope with a request of that kind and everything that a context can hold."""
    fields = _model(Request.discriminator_value_class_map[kind], 0)
    fields.pop("type", None)
    for own in ("requestId", "timestamp", "locale"):
        fields.pop(own, None)
    envelope = request(kind, **fields)
    everything = _model(f"{Context.__module__}.{Context.__name__}", 0)
    everything["System"]["application"] = {"applicationId": OWN_ID}
    return {**envelope, "context": everything}


def _value(type_name: str, depth: int) -> Any:
    if type_name in _VALUES:
        return _VALUES[type_name]
    if type_name.startswith("list["):
        inner = type_name.removeprefix("list[").removesuffix("]")
        return [_value(one.strip(), depth + 1) for one in inner.split(",")]
    if type_name.startswith("dict("):
        inner = type_name.removeprefix("dict(").removesuffix(")").split(",", 1)[1]
        return {"something": _value(inner.strip(), depth + 1)}
    return _model(type_name, depth)


def _model(type_name: str, depth: int) -> Any:
    module, _, name = type_name.rpartition(".")
    kind: Any = getattr(importlib.import_module(module), name)
    if issubclass(kind, Enum):
        return next(iter(kind)).value
    if depth > DEEPEST:
        return {}
    real = getattr(kind, "discriminator_value_class_map", {})
    if real and type_name not in real.values():
        return _model(next(iter(real.values())), depth)
    filled = {
        kind.attribute_map[own]: _value(of_type, depth + 1)
        for own, of_type in kind.deserialized_types.items()
    }
    for value, class_name in real.items():
        if class_name == type_name:
            filled[kind.json_discriminator_key] = value
    return filled
