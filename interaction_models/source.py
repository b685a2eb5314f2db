"""Reads `content/words/<language>/`: what people say, as far as the interaction model needs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import yaml

CONTENT = Path(__file__).parent.parent / "content"

_PLACES_THEME = "places"


class Intent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One intent: its slots (name to slot type) and its sample utterances in short notation."""

    samples: tuple[str, ...] = ()
    slots: dict[str, str] = {}


class SlotType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One slot type: its values (id to the ways of saying it), or the content they come from.

    In the file `content` is written `from` and `leave_out` is written `except`: the content ids
    that are no values of it.
    """

    values: dict[str, tuple[str, ...]] = {}
    content: str | None = msgspec.field(default=None, name="from")
    leave_out: tuple[str, ...] = msgspec.field(default=(), name="except")


class Utterances(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`content/words/<language>/utterances.yaml`."""

    invocation_name: str
    fallback_sensitivity: str
    intents: dict[str, Intent]
    types: dict[str, SlotType]


Said = dict[str, tuple[str, ...]]
"""Content id to the ways in which people say it."""


class Spoken(msgspec.Struct, frozen=True):
    """All that the model is built from: the utterances, and `said` by the content it is from."""

    utterances: Utterances
    said: dict[str, Said]


def read(language: str) -> Spoken:
    """The words of `language`. Raises `ValueError` or `OSError` with the file's name."""
    folder = CONTENT / "words" / language
    where = folder / "utterances.yaml"
    try:
        utterances = msgspec.convert(_load(where), Utterances)
    except msgspec.ValidationError as fault:
        raise ValueError(f"{where.relative_to(CONTENT.parent)}: {fault}") from fault
    places: Said = {}
    felt: Said = {}
    for file in sorted((folder / "findings").glob("*.yaml")):
        into = places if file.stem == _PLACES_THEME else felt
        for name, words in _load(file)["findings"].items():
            into[name] = tuple(words.get("said", ()))
    for file in sorted((folder / "red_flags").glob("*.yaml")):
        felt[file.stem] = tuple(_load(file).get("said", ()))
    return Spoken(utterances, {"places": places, "findings and red flags": felt})


class _Loader(yaml.SafeLoader):
    """Takes `yes`, `no` and dates for the words that they are."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in resolvers if not tag.endswith((":bool", ":timestamp"))
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _load(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
