"""What is put into the simulator: a line of text, or an object with `say` or `event`."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import Any

from simulator.envelope import INTERFACES

EVENTS = ("launch", "timeout", "end", "new-user")
"""`timeout`: nobody answered, nor after the reprompt. `end`: the person closed the session.
`new-user`: somebody else, to whom the skill was never opened."""

MOST_CHARACTERS = 4_000
MOST_SECONDS = 366 * 24 * 3_600

_LOCALE = re.compile(r"[a-z]{2}-[A-Z]{2}")
_KEYS = ("say", "event", "after", "device", "locale")


class LineError(ValueError):
    """A line that cannot be taken; the message says why, in a sentence."""


@dataclass(frozen=True)
class Line:
    """Words (`say`) or an `event`, one of the two.

    `after` are the seconds since the last reply, None for as long as it really took. `device`
    and `locale` are None for the same one as before.
    """

    say: str | None = None
    event: str | None = None
    after: float | None = None
    device: str | None = None
    locale: str | None = None


def from_text(text: str) -> Line:
    """An utterance, or a JSON object where the text begins like one.

    Raises:
        LineError: the text is empty, or is a broken or wrong object.
    """
    if not text.lstrip().startswith("{"):
        return Line(say=_words(text))
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise LineError(
            "This line begins like a JSON object but is none: write an object, or plain words."
        ) from None
    return from_object(value)


def from_object(value: Any) -> Line:
    """A line from its JSON object.

    Raises:
        LineError: the object is no line.
    """
    if not isinstance(value, dict):
        raise LineError('Write an object, such as {"say": "open ankle coach"}.')
    unknown = sorted(str(key) for key in value if key not in _KEYS)
    if unknown:
        raise LineError(f"There is no {_shown(unknown[0])}: an object has {_listed(_KEYS)}.")
    given = {key: inner for key, inner in value.items() if inner is not None}
    if ("say" in given) == ("event" in given):
        raise LineError('Give either "say" or "event", and not both.')
    return Line(
        say=_words(given["say"]) if "say" in given else None,
        event=_one_of(EVENTS, "event", given.get("event")),
        after=_seconds(given.get("after")),
        device=_one_of(tuple(INTERFACES), "device", given.get("device")),
        locale=_locale(given.get("locale")),
    )


def _words(said: Any) -> str:
    if not isinstance(said, str):
        raise LineError('"say" takes words, in quotes.')
    if not said.strip():
        raise LineError("Nothing was said: write some words.")
    if len(said) > MOST_CHARACTERS:
        raise LineError(f"That is more than can be said at once: {MOST_CHARACTERS:,} characters.")
    return said.strip()


def _seconds(after: Any) -> float | None:
    if after is None:
        return None
    number = isinstance(after, int | float) and not isinstance(after, bool)
    if not number or not math.isfinite(after) or not 0 <= after <= MOST_SECONDS:
        raise LineError('"after" takes seconds, from 0 to those of a year.')
    return float(after)


def _locale(locale: Any) -> str | None:
    if locale is None or (isinstance(locale, str) and _LOCALE.fullmatch(locale)):
        return locale
    raise LineError('"locale" takes a language and a country, as in "en-US".')


def _one_of(choices: tuple[str, ...], key: str, value: Any) -> str | None:
    if value is not None and value not in choices:
        raise LineError(f'"{key}" is one of {_listed(choices)}.')
    return value if isinstance(value, str) else None


def _listed(choices: tuple[str, ...]) -> str:
    return ", ".join(f'"{choice}"' for choice in choices)


def _shown(key: str) -> str:
    return json.dumps(key[:40])
