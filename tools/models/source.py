"""Reads `content/words/<language>/`: what people say, as far as the interaction model needs it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from skill.library.types import Utterances
from tools.content.layout import CONTENT, PLACES_THEME
from tools.content.yaml_files import Unreadable
from tools.content.yaml_files import read as read_yaml

_ARTICLE = re.compile(r"^(a|an|the) ", re.IGNORECASE)

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
        utterances = msgspec.convert(_data(where), Utterances)
    except msgspec.ValidationError as fault:
        raise ValueError(f"{_shown(where)}: {fault}") from fault
    places: Said = {}
    felt: Said = {}
    for file in sorted((folder / "findings").glob("*.yaml")):
        into = places if file.stem == PLACES_THEME else felt
        for name, words in _data(file)["findings"].items():
            into[name] = tuple(words.get("said", ()))
    for file in sorted((folder / "red_flags").glob("*.yaml")):
        felt[file.stem] = tuple(_data(file).get("said", ()))
    named: Said = {}
    for kind in ("conditions", "look_alikes"):
        for file in sorted((folder / kind).glob("*.yaml")):
            words = _data(file)
            named[file.stem] = (*words["said"], _ARTICLE.sub("", words["name"]).lower())
    for name, ids in _data(folder / "shared_names.yaml")["names"].items():
        # A phrase fits one value: the likelier. Which of the two is meant, the skill asks.
        named[ids[0]] = (*named.get(ids[0], ()), _ARTICLE.sub("", name))
    signs = _data(folder / "stop_signs.yaml")["signs"]
    return Spoken(
        utterances,
        {
            "places": places,
            "findings and red flags": felt,
            "conditions and look-alikes": named,
            "topics": _of_files(folder / "topics"),
            "routines": _of_files(folder / "routines"),
            "exercises": _of_files(folder / "exercises"),
            "stop signs": {name: tuple(words["said"]) for name, words in signs.items()},
        },
    )


def _of_files(folder: Path) -> Said:
    return {file.stem: tuple(_data(file).get("said", ())) for file in sorted(folder.glob("*.yaml"))}


def _data(file: Path) -> Any:
    try:
        return read_yaml(file).data
    except Unreadable as fault:
        raise ValueError(f"{_shown(file)}:{fault.line}: {fault}") from fault


def _shown(file: Path) -> Path:
    return file.relative_to(CONTENT.parent)
