"""Whether a file fits its type: unknown keys, missing keys, values of the wrong sort.

msgspec stops at the first fault of a file, and JSON Schema validators are not among the packages
that `make run` and `make check` install, so the types are walked here and every fault is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from msgspec import inspect

from tools.content.faults.fault import Fault, meant, suggestion
from tools.content.faults.shelf import Filed
from tools.content.yaml_files import Path

Found = Iterator[tuple[Path, str]]

_described = cache(inspect.type_info)
"""To describe a type takes ten times as long as to hold a file to it."""


def faults(file: Filed) -> Iterator[Fault]:
    """Every fault in the shape of one file."""
    if file.document.data is None:
        return
    for path, message in _faults(file.document.data, _described(file.kind.type), ()):
        yield file.fault(message, *path)


def _faults(value: Any, type_: inspect.Type, path: Path) -> Found:
    match _bare(type_):
        case inspect.UnionType() as union:
            if value is not None:
                for one in union.types:
                    if not isinstance(one, inspect.NoneType):
                        yield from _faults(value, one, path)
        case inspect.StructType() as struct if isinstance(value, dict):
            yield from _keys(value, struct, path)
        case inspect.DictType() as entries if isinstance(value, dict):
            for key, below in value.items():
                inside = (*path, str(key))
                yield from _faults(key, entries.key_type, inside)
                yield from _faults(below, entries.value_type, inside)
        case (inspect.VarTupleType() | inspect.FrozenSetType()) as many if isinstance(value, list):
            if len(value) < (many.min_length or 0):
                yield path, _too_few(path, len(value), many.min_length)
            if many.max_length is not None and len(value) > many.max_length:
                yield path, f"{_named(path)} has {len(value)}; it may have {many.max_length}"
            for index, item in enumerate(value):
                yield from _faults(item, many.item_type, (*path, index))
        case bare if not _fits(value, bare):
            yield path, _wrong(value, type_, path)


def _bare(type_: inspect.Type) -> inspect.Type:
    """The type without its description, and with the form that ids are held to here alone."""
    if not isinstance(type_, inspect.Metadata):
        return type_
    pattern = (type_.extra_json_schema or {}).get("pattern")
    return inspect.StrType(pattern=pattern) if pattern else type_.type


def _keys(value: dict[Any, Any], type_: inspect.StructType, path: Path) -> Found:
    fields = {field.encode_name: field for field in type_.fields}
    missing = [name for name, field in fields.items() if field.required and name not in value]
    for key, below in value.items():
        inside = (*path, str(key))
        if key in fields:
            yield from _faults(below, fields[key].type, inside)
            continue
        near = meant(str(key), missing) or meant(str(key), [n for n in fields if n not in value])
        if near in missing:
            missing.remove(near)
        remedy = f"did you mean `{near}`?" if near else f"the keys here are {', '.join(fields)}"
        yield inside, f"`{key}` is not a key here; {remedy}"
    for name in missing:
        yield path, f"`{name}` is missing; it must be {_wanted(fields[name].type)}"


def _too_few(path: Path, there: int, least: int | None) -> str:
    name = _named(path)
    if not there:
        return f"{name} is empty; it needs at least {least}"
    return f"{name} has only {there}; it needs at least {least}"


def _is_within(value: float, type_: inspect.FloatType | inspect.IntType) -> bool:
    return (
        (type_.gt is None or value > type_.gt)
        and (type_.ge is None or value >= type_.ge)
        and (type_.lt is None or value < type_.lt)
        and (type_.le is None or value <= type_.le)
    )


def _fits(value: Any, type_: inspect.Type) -> bool:
    match type_:
        case inspect.StrType(min_length=least, max_length=most, pattern=pattern):
            return (
                isinstance(value, str)
                and (least or 0) <= len(value) <= (most or len(value))
                and (pattern is None or re.search(pattern, value) is not None)
            )
        case inspect.EnumType(cls=cls):
            return isinstance(value, str) and value in {str(member.value) for member in cls}
        case inspect.LiteralType(values=values):
            return value in values
        case inspect.FloatType() | inspect.IntType():
            kind = int | float if isinstance(type_, inspect.FloatType) else int
            number = isinstance(value, kind) and not isinstance(value, bool)
            return number and _is_within(value, type_)
        case inspect.BoolType():
            return isinstance(value, bool)
        case inspect.DateType():
            return isinstance(value, str) and _is_date(value)
        case inspect.StructType() | inspect.DictType():
            return False
        case inspect.VarTupleType() | inspect.FrozenSetType():
            return False
    raise NotImplementedError(f"{__name__} cannot tell yet whether a value fits {type_}")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def _wrong(value: Any, type_: inspect.Type, path: Path) -> str:
    name = _named(path)
    if value is None:
        return f"{name} has no value; it must be {_wanted(type_)}"
    bare = _bare(type_)
    match bare, value:
        case inspect.StrType(), int() | float():
            return f"`{value}` is read as a number here; put it in quotes"
        case inspect.StrType(), "":
            return f"{name} is an empty text; write it or leave the key out"
        case inspect.StrType(max_length=int(most)), str() if len(value) > most:
            return f"{name} has {len(value)} characters; it may have {most}, so shorten it"
        case inspect.StrType(pattern=pattern), str() if _takes_ids(pattern):
            better = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
            return f"the id `{value}` is not kebab-case; write it as `{better}`"
        case ((inspect.EnumType() | inspect.LiteralType()), str()):
            choices = _choices(bare)
            return f"`{value}` is not one of {', '.join(choices)}{suggestion(value, choices)}"
        case _, dict() | list():
            return f"{name} must be {_wanted(type_)}, and is {_sort(value)}"
    return f"`{value}` does not fit; it must be {_wanted(type_)}"


def _named(path: Path) -> str:
    if not path:
        return "this file"
    last = path[-1]
    return f"`{last}`" if isinstance(last, str) else f"entry {last + 1} of `{path[-2]}`"


def _takes_ids(pattern: str | None) -> bool:
    """Whether kebab-case is what the pattern wants."""
    return pattern is not None and re.search(pattern, "kebab-case-1") is not None


def _choices(type_: inspect.Type) -> list[str]:
    match type_:
        case inspect.EnumType(cls=cls):
            return [str(member.value) for member in cls]
        case inspect.LiteralType(values=values):
            return [str(value) for value in values]
    return []


def _sort(value: dict[Any, Any] | list[Any]) -> str:
    return "a set of keys" if isinstance(value, dict) else "a list"


def _wanted(type_: inspect.Type) -> str:
    match type_:
        case inspect.Metadata(type=inspect.StrType(), extra_json_schema={"description": str(text)}):
            return f"a name: {text}"
        case inspect.Metadata():
            return _wanted(type_.type)
        case inspect.UnionType():
            wanted = [_wanted(t) for t in type_.types if not isinstance(t, inspect.NoneType)]
            return f"{' or '.join(wanted)}, or null"
        case inspect.EnumType() | inspect.LiteralType():
            return f"one of {', '.join(_choices(type_))}"
        case inspect.StructType():
            return f"a set of keys: {', '.join(field.encode_name for field in type_.fields)}"
        case inspect.DictType():
            return "entries, each with its own key"
        case inspect.VarTupleType() | inspect.FrozenSetType():
            return "a list"
        case inspect.StrType():
            return "a text"
        case inspect.DateType():
            return "a date such as 2026-11-22"
        case inspect.BoolType():
            return "true or false"
        case inspect.IntType(ge=int(least), le=int(most)):
            return f"a whole number from {least} to {most}"
        case inspect.IntType():
            return "a whole number"
        case inspect.FloatType(gt=0, lt=1):
            return "a number between 0 and 1"
        case inspect.FloatType(gt=0):
            return "a number above 0"
    return "a number"
