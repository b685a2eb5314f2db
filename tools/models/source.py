"""Reads what the interaction model of a language is built from, in `content/words/<language>/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from skill.library.region import Regional, regional
from skill.library.types import Intents
from tools.content.kinds import CONTENT, PLACES_THEME
from tools.content.yaml_files import Unreadable
from tools.content.yaml_files import read as read_yaml

_ARTICLE = re.compile(r"^(a|an|the) ", re.IGNORECASE)

SaidNames = dict[str, tuple[str, ...]]
"""Content id to the ways in which people say it."""


class ModelSource(msgspec.Struct, frozen=True):
    """The intents, the names in the content by what a slot type may take, and whole sentences.

    `spelt` puts a text of theirs into the spelling of a locale.
    """

    intents: Intents
    names: dict[str, SaidNames]
    sentences: tuple[str, ...]
    spelt: Regional


def locales() -> Iterator[tuple[str, str]]:
    """Every locale that has words of its own, with its language."""
    for file in sorted(CONTENT.glob("words/*/locales/*-*.yaml")):
        yield file.stem, file.parts[-3]


def read(language: str, locale: str) -> ModelSource:
    """The words of `language` in `locale`.

    Raises `ValueError` or `OSError` with the file's name.
    """
    folder = CONTENT / "words" / language
    where = folder / "intents.yaml"
    try:
        intents = msgspec.convert(_data(where), Intents)
    except msgspec.ValidationError as fault:
        raise ValueError(f"{_shown(where)}: {fault}") from fault
    places = _data(folder / "findings" / f"{PLACES_THEME}.yaml")["findings"]
    topics = _of_files(folder / "topics")
    for kind in ("conditions", "look_alikes"):
        for name, said in _of_files(folder / kind).items():
            topics[name] = (*said, *topics.get(name, ()))
    return ModelSource(
        intents,
        {
            "places": {name: tuple(words.get("said", ())) for name, words in places.items()},
            "routines": _of_files(folder / "routines"),
            "exercises": _of_files(folder / "exercises"),
            "topics": topics,
        },
        tuple(_data(folder / "sentences.yaml")["sentences"]),
        regional(_data(folder / "locales" / f"{locale}.yaml").get("spelling", {})),
    )


def _of_files(folder: Path) -> SaidNames:
    """What each thing is called: the lay names, and the name that the skill uses."""
    files = {file.stem: _data(file) for file in sorted(folder.glob("*.yaml"))}
    return {
        id: (*words.get("said", ()), _ARTICLE.sub("", words["name"]).lower())
        for id, words in files.items()
    }


def _data(file: Path) -> Any:
    try:
        return read_yaml(file).data
    except Unreadable as fault:
        raise ValueError(f"{_shown(file)}:{fault.line}: {fault}") from fault


def _shown(file: Path) -> Path:
    return file.relative_to(CONTENT.parent)
