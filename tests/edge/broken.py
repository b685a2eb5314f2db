"""Envelopes changed and broken: parts missing, null, of the wrong type, deep, huge, foreign.

By a seeded chance for many, and as hypothesis strategies where a fault is to be made small.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any

from hypothesis import strategies as st

from skill.alexa.intents import HANDLED

Json = Any
Path = tuple[str | int, ...]

DEEP = (20, 500, 3_000)
"""The last is deeper than JSON is read or written."""
LONG = (300, 9_000, 100_000)

_ODD: tuple[Json, ...] = (
    None,
    True,
    False,
    0,
    -1,
    10**30,
    1.5e300,
    float("nan"),
    float("inf"),
    "",
    " ",
    "null",
    "AMAZON.NoSuchIntent",
    "Alexa.Tomorrow",
    "2026-99-99T99:99:99Z",
    "<speak>&'\"</speak>",
    "\ud800",
    "\u0000\u202e\N{COLLISION SYMBOL}",
    [],
    [[]],
    [None],
    {},
    {"": None},
    {"type": "Alexa.Tomorrow"},
    {"name": 1, "id": []},
)
_INTENTS = (*sorted(HANDLED), "AMAZON.NoSuchIntent", "", "YesIntent")
_LOCALES = ("en-US", "en-GB", "de-DE", "fr", "", "-", "en", "xx-YY-ZZ")


def broken(envelope: dict[str, Json], chance: Random, others: Sequence[Json] = ()) -> Json:
    """A copy, changed in one to four places. `others` are envelopes to take parts from."""
    copy = deepcopy(envelope)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        if not isinstance(copy, dict):
            break
        change = chance.choices(_CHANGES, _OFTEN)[0]
        copy = change(copy, chance, others)
    if chance.random() < 0.02:
        path = chance.choice(paths(copy))
        copy = placed(copy, path, deep(chance.choice(DEEP)))
    return copy


def paths(value: Json) -> list[Path]:
    """The way to every part of a value, the whole of it first."""
    found: list[Path] = []
    left: list[tuple[Path, Json]] = [((), value)]
    while left:
        path, part = left.pop()
        found.append(path)
        if len(found) > 2_000:
            break
        if isinstance(part, dict):
            left.extend(((*path, key), inner) for key, inner in part.items())
        elif isinstance(part, list):
            left.extend(((*path, at), inner) for at, inner in enumerate(part))
    return found


def placed(value: Json, path: Path, part: Json) -> Json:
    """The value with another part at a path. Changes it in place, except for the whole of it."""
    if not path:
        return part
    _at(value, path[:-1])[path[-1]] = part
    return value


def deep(levels: int) -> Json:
    """Objects and lists in one another."""
    value: Json = "bottom"
    for level in range(levels):
        value = {"a": value} if level % 2 else [value]
    return value


def _at(value: Json, path: Path) -> Json:
    for step in path:
        value = value[step]
    return value


def _odd(chance: Random) -> Json:
    return deepcopy(chance.choice(_ODD))


def _leave_out(value: Json, chance: Random, _: Sequence[Json]) -> Json:
    path = chance.choice(paths(value))
    if path:
        del _at(value, path[:-1])[path[-1]]
    return value


def _make_odd(value: Json, chance: Random, _: Sequence[Json]) -> Json:
    return placed(value, chance.choice(paths(value)), _odd(chance))


def _make_long(value: Json, chance: Random, _: Sequence[Json]) -> Json:
    length = chance.choices(LONG, (8, 3, 1))[0]
    long: Sequence[Json] = (
        "x" * length,
        ["x"] * (length // 10),
        {f"key {n}": n for n in range(length // 30)},
        "9" * length,
    )
    return placed(value, chance.choice(paths(value)), chance.choice(long))


def _add_unknown(value: Json, chance: Random, _: Sequence[Json]) -> Json:
    holders = [path for path in paths(value) if isinstance(_at(value, path), dict)]
    holder = _at(value, chance.choice(holders))
    holder[chance.choice(("new", "type", "slots", ""))] = _odd(chance)
    return value


def _take_from_another(value: Json, chance: Random, others: Sequence[Json]) -> Json:
    if not others:
        return value
    other = chance.choice(others)
    part = deepcopy(_at(other, chance.choice(paths(other))))
    return placed(value, chance.choice(paths(value)), part)


def _say_something_else(value: Json, chance: Random, _: Sequence[Json]) -> Json:
    request = value.get("request")
    if isinstance(request, dict):
        request["type"] = "IntentRequest"
        request["intent"] = {"name": chance.choice(_INTENTS), "slots": _slots(chance)}
        request["locale"] = chance.choice(_LOCALES)
    return value


def _slots(chance: Random) -> Json:
    names = ("place", "feeling", "absent", "reply", "side", "age", "number", "unknown")
    return {
        name: {
            "name": name,
            "value": chance.choice(("left", "not numb", "7", "-3", "\u0664", "?", None)),
            "resolutions": {
                "resolutionsPerAuthority": [
                    {
                        "status": {"code": chance.choice(("ER_SUCCESS_MATCH", "ER_TOMORROW"))},
                        "values": [{"value": {"id": chance.choice(("left", "yes", "x", 3))}}],
                    }
                ]
            },
        }
        for name in chance.sample(names, chance.randrange(4))
    }


def _change_attributes(value: Json, chance: Random, others: Sequence[Json]) -> Json:
    session = value.get("session")
    if not isinstance(session, dict) or not isinstance(session.get("attributes"), dict):
        return value
    attributes = session["attributes"]
    change = chance.choice((_leave_out, _make_odd, _add_unknown, _take_from_another))
    session["attributes"] = change({"attributes": attributes}, chance, others)
    if chance.random() < 0.7 and isinstance(session["attributes"], dict):
        session["attributes"] = session["attributes"].get("attributes", attributes)
    session["new"] = False
    return value


_CHANGES: tuple[Callable[[Json, Random, Sequence[Json]], Json], ...] = (
    _leave_out,
    _make_odd,
    _make_long,
    _add_unknown,
    _take_from_another,
    _say_something_else,
    _change_attributes,
)
_OFTEN = (6, 8, 0.4, 2, 2, 4, 6)


# --- As strategies --------------------------------------------------------------------------

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def broken_envelopes(draw: st.DrawFn, envelopes: Sequence[Json]) -> Json:
    """One of the envelopes with anything at all in up to three places."""
    # By its number: hypothesis would write all of them out to name the strategy.
    value = deepcopy(envelopes[draw(st.integers(0, len(envelopes) - 1))])
    for _ in range(draw(st.integers(0, 3))):
        found = paths(value)
        path = found[draw(st.integers(0, len(found) - 1))]
        leave_out = draw(st.booleans())
        if path and leave_out:
            del _at(value, path[:-1])[path[-1]]
        else:
            value = placed(value, path, draw(_JSON | st.sampled_from(_ODD).map(deepcopy)))
    return value
