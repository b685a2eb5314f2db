"""Envelopes changed and broken: parts missing, null, of the wrong type, deep, huge, foreign.

A seeded chance makes them, thousands a second; `corruption_strategy` lets hypothesis make them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random

from skill.alexa.intents import COULD_NOT_PLAY
from tests.alexa.forgeries import forged
from tests.alexa.intents import INTENTS
from tests.alexa.json_parts import Json, deep, part_at, paths, placed

DEEP = (20, 500, 3_000)
"""The last is deeper than JSON is read or written."""
LONG = (300, 9_000, 100_000)

ODD: tuple[Json, ...] = (
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
"""Values that no part of a request should have."""
_INTENTS = (*INTENTS, "AMAZON.NoSuchIntent", "", "YesIntent")
TIMES: tuple[Json, ...] = (
    None,
    "",
    7,
    -1,
    1_795_348_800_000,
    "1795348800000",
    1.5e300,
    True,
    [],
    {},
    "now",
    "12:00",
    "2026-11-22T12:00:00",
    "2026-11-22T12:00:00.123456789Z",
    "2026-11-22T14:00:00.5+02:00",
    "2026-11-22T12:00:00+99:99",
    "2016-12-31T23:59:60Z",
    "2024-02-29T23:59:59Z",
    "2026-02-29T00:00:00Z",
    "0001-01-01T00:00:00",
    "0001-01-01T00:00:00+14:00",
    "1969-12-31T23:59:59Z",
    "9999-12-31T23:59:59-14:00",
    "10000-01-01T00:00:00Z",
)
"""When a request says that it was made: not at all, oddly, or long ago or hence."""
_ERRORS: tuple[Json, ...] = (
    {"type": "RENDER_ERROR", "reason": "INTERNAL_SERVER_ERROR", "message": "none"},
    {"type": "AUDIO_SOURCE_ERROR", "reason": "UNKNOWN_ERROR", "message": "none"},
    {"type": "DOCUMENT_ERROR", "message": None},
    {"type": "ERROR_OF_TOMORROW", "reason": "NEW"},
    {},
    None,
    "text",
    ["nested"],
)
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


def _odd(chance: Random) -> Json:
    return deepcopy(chance.choice(ODD))


def _leave_out(value: Json, chance: Random, _: Sequence[Json]) -> Json:
    path = chance.choice(paths(value))
    if path:
        del part_at(value, path[:-1])[path[-1]]
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
    holders = [path for path in paths(value) if isinstance(part_at(value, path), dict)]
    holder = part_at(value, chance.choice(holders))
    holder[chance.choice(("new", "type", "slots", ""))] = _odd(chance)
    return value


def _take_from_another(value: Json, chance: Random, others: Sequence[Json]) -> Json:
    if not others:
        return value
    other = chance.choice(others)
    part = deepcopy(part_at(other, chance.choice(paths(other))))
    return placed(value, chance.choice(paths(value)), part)


def _say_something_else(value: Json, chance: Random, _: Sequence[Json]) -> Json:
    request = value.get("request")
    if isinstance(request, dict):
        request["type"] = "IntentRequest"
        request["intent"] = {"name": chance.choice(_INTENTS), "slots": _slots(chance)}
        request["locale"] = chance.choice(_LOCALES)
    return value


def _slots(chance: Random) -> Json:
    names = (
        *("place", "feeling", "absent", "reply", "side", "age", "topic", "condition", "unknown"),
        *("routine", "exercise", "minutes", "number", "sign"),
    )
    values = ("left", "not numb", "7", "10", "-3", "1e9", "4.5", "9" * 400, "\u0664", "?", None)
    ids = ("left", "yes", "x", 3, "clam", "calf-strength", "dizziness", "snap", "cramp")
    return {
        name: {
            "name": name,
            "value": chance.choice(values),
            "resolutions": {
                "resolutionsPerAuthority": [
                    {
                        "status": {"code": chance.choice(("ER_SUCCESS_MATCH", "ER_TOMORROW"))},
                        "values": [{"value": {"id": chance.choice(ids)}}],
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


def _forge_a_session(value: Json, chance: Random, _: Sequence[Json]) -> Json:
    session = value.get("session")
    if isinstance(session, dict):
        session |= {"attributes": forged(chance), "new": False}
    return value


def _say_another_time(value: Json, chance: Random, _: Sequence[Json]) -> Json:
    request = value.get("request")
    if isinstance(request, dict):
        request["timestamp"] = deepcopy(chance.choice(TIMES))
        if chance.random() < 0.2:
            del request["timestamp"]
    return value


def _fail_to_play(value: Json, chance: Random, _: Sequence[Json]) -> Json:
    """The device reports that it could not play, in a way that is whole or that is not."""
    kept = value.get("request")
    at = kept.get("timestamp") if isinstance(kept, dict) else None
    errors = [deepcopy(chance.choice(_ERRORS)) for _ in range(chance.randrange(4))]
    report: Json = {"type": COULD_NOT_PLAY, "requestId": "r", "timestamp": at, "locale": "en-US"}
    odd: Json = chance.choice((errors, None, {}, "text", 7))
    value["request"] = {
        **report,
        "token": chance.choice(("set", "", None, 3, "x" * 2_000)),
        "errors": errors if chance.random() < 0.7 else odd,
    }
    return value


_CHANGES: tuple[Callable[[Json, Random, Sequence[Json]], Json], ...] = (
    _leave_out,
    _make_odd,
    _make_long,
    _add_unknown,
    _take_from_another,
    _say_something_else,
    _change_attributes,
    _forge_a_session,
    _say_another_time,
    _fail_to_play,
)
_OFTEN = (6, 8, 0.4, 2, 2, 4, 6, 4, 4, 2)
