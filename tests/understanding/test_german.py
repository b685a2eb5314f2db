"""German as the proof that a language is a folder: its listening is complete, its speech is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.understand import context_of
from skill.library.types import Lexicon
from skill.understanding.read import read
from tests.row import each_row
from tests.yaml_file import plain
from tools.content.load import listening, load

ROWS = Path(__file__).with_name("de")
HEARD_EVERYWHERE = (
    *("finding", "denial", "answer", "danger", "course", "person", "side", "stop-sign", "aspect"),
    *("command", "command-check", "command-set", "command-coached", "command-idle", "days"),
    *("chest", "chest-felt", "not-a-chest", "worn-tight"),
)
"""Kinds of which every language hears every meaning, or somebody is not understood in it."""


def _rows() -> Iterator[Any]:
    for file in sorted(ROWS.glob("*.yaml")):
        yield from plain(file)


@each_row("row", _rows())
def test_a_german_sentence_means_what_the_table_says(row: dict[str, Any]) -> None:
    context = context_of(load(), row["asked"])
    heard = msgspec.to_builtins(read(listening("de"), row["say"], context))
    for name, wanted in row.get("heard", {}).items():
        if name == "findings":
            told = {id: heard.get("findings", {}).get(id) for id in wanted}
            assert told == wanted
        elif name in ("danger", "stop_signs"):
            assert set(wanted) <= set(heard.get(name, ()))
        else:
            assert heard.get(name) == wanted, name
    for name in row.get("nothing", ()):
        assert not heard.get(name), name
    for id in row.get("not", ()):
        assert not heard.get("findings", {}).get(id), id


def test_all_that_english_hears_german_hears() -> None:
    assert not _meanings(load().words["en"].lexicon) - _meanings(listening("de"))


def test_german_is_not_offered_while_it_cannot_speak() -> None:
    assert "de" not in load().words


def _meanings(lexicon: Lexicon) -> set[tuple[str, str]]:
    return {(kind, id) for kind, id in lexicon.meanings if kind in HEARD_EVERYWHERE}
