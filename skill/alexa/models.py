"""Plain JSON → the model classes of Amazon's SDK, as its own serialiser makes them.

The SDK looks up names, types and classes anew for each value of each request, which takes a third
of a short turn. Here a reader is made for each class when it is first met. What it makes is the
same: `tests/alexa/test_models.py` compares both on every kind of request.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import Any

Reader = Callable[[Any], Any]

_LIST, _DICT = re.compile(r"list\[(.*)\]"), re.compile(r"dict\([^,]*, (.*)\)")


def read(kind: str | type, value: Any) -> Any:
    """The value as an instance of a class of the SDK, given by itself or by its full name.

    Raises:
        ValueError: something in it is of another sort, or an enumeration does not know it.
        AttributeError, LookupError, TypeError, RecursionError: it is of another shape.
    """
    return None if value is None else _reader(kind)(value)


_READERS: dict[str | type, Reader] = {}
"""By class or its name: those of requests, some hundreds, and no more."""


def _reader(kind: str | type) -> Reader:
    if kind not in _READERS:
        _READERS[kind] = _of_name(kind) if isinstance(kind, str) else _of_class(kind)
    return _READERS[kind]


def _of_name(name: str) -> Reader:
    if name in _PLAIN:
        return _PLAIN[name]
    if found := _LIST.fullmatch(name):
        inner = [one.strip() for one in found[1].split(",")]
        if len(inner) == 1:
            return lambda values: [read(inner[0], value) for value in values]
        return lambda values: [read(of, value) for of, value in zip(inner, values, strict=False)]
    if found := _DICT.fullmatch(name):
        of = _later(found[1])
        return lambda values: {
            key: None if value is None else of(value) for key, value in values.items()
        }
    module, _, own = name.rpartition(".")
    return _reader(getattr(importlib.import_module(module), own))


def _of_class(kind: Any) -> Reader:
    if issubclass(kind, Enum):
        # Looked up here, as Python's own way to a member takes four times as long.
        return {member.value: member for member in kind}.__getitem__
    if hasattr(kind, "get_real_child_model"):
        return lambda value: _whole(kind, value)
    return _fields(kind)


def _whole(kind: Any, value: Any) -> Any:
    """An instance of the subclass that the value itself names."""
    name = kind.get_real_child_model(value)
    if not name:
        raise ValueError(f"{kind.__name__} has no such kind")
    key = f"{name}!"
    if key not in _READERS:
        module, _, own = name.rpartition(".")
        _READERS[key] = _fields(getattr(importlib.import_module(module), own))
    return _READERS[key](value)


def _fields(kind: Any) -> Reader:
    names = {**{name: name for name in kind.deserialized_types}, **kind.attribute_map}
    fields = {key: (name, _later(kind.deserialized_types[name])) for name, key in names.items()}

    def made(value: Any) -> Any:
        model = kind()
        for key, given in value.items():
            field = fields.get(key)
            if field is None:
                # What the SDK does not know, as a field that Alexa adds, stays under its own name.
                setattr(model, key, given)
            else:
                name, reader = field
                setattr(model, name, None if given is None else reader(given))
        return model

    return made


def _later(name: str) -> Reader:
    """A reader that looks for its class when it is first needed: a request has few of them."""
    found = _PLAIN.get(name)

    def later(value: Any) -> Any:
        nonlocal found
        if found is None:
            found = _reader(name)
        return found(value)

    return found or later


def _as(kind: Callable[[Any], Any]) -> Reader:
    def made(value: Any) -> Any:
        # As Amazon's: what can not be turned is taken as it is.
        try:
            return kind(value)
        except TypeError:
            return value

    return made


def _moment(value: Any) -> Any:
    """A time. Alexa sends ISO 8601, which the standard library reads; dateutil, for any other form,
    takes a tenth of a cold start to import."""
    try:
        return datetime.fromisoformat(value)
    except (ValueError, TypeError):
        pass
    return importlib.import_module("dateutil.parser").parse(value)


_PLAIN: dict[str, Reader] = {
    "str": str,
    "int": _as(int),
    "float": _as(float),
    "bool": bool,
    "object": lambda value: value,
    "datetime": _moment,
    "date": lambda value: _moment(value).date(),
}
