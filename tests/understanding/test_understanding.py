"""What a sentence means: every row of the tables beside this file, read in its context."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from benchmarks.understand import context_of
from skill.understanding.heard import Heard
from skill.understanding.read import read
from tests.row import for_each
from tests.yaml_file import plain
from tools.content.load import load

TABLES = [file.stem for file in sorted(Path(__file__).parent.glob("*.yaml"))]


def _heard(say: str, asked: str) -> Heard:
    library = load()
    return read(library.words["en"].lexicon, say, context_of(library, asked))


@pytest.mark.parametrize("table", TABLES)
def test_a_sentence_means_what_the_table_says(table: str) -> None:
    rows = plain(Path(__file__).with_name(f"{table}.yaml"))
    for_each(((row,) for row in rows), _means_what_it_says)


def _means_what_it_says(row: dict[str, Any]) -> None:
    heard = msgspec.to_builtins(_heard(row["say"], row["asked"]))
    for name, wanted in row.get("heard", {}).items():
        if name == "findings":
            told = {id: heard.get("findings", {}).get(id) for id in wanted}
            assert told == wanted
        elif name == "danger":
            assert set(wanted) <= set(heard.get("danger", ()))
        else:
            told = heard.get(name)
            assert (list(told) if isinstance(told, tuple) else told) == wanted, name
    for name in row.get("nothing", ()):
        assert not heard.get(name), name
    for id in row.get("not", ()):
        assert not heard.get("findings", {}).get(id), id


def test_each_meaning_points_at_its_words() -> None:
    heard = _heard("no, but I can't push off any more and it's been three weeks", "foot-drop")
    words = heard.words.split()
    assert heard.answer == "no"
    assert [words[at] for at in heard.origin["answer"]] == ["no"]
    assert [words[at] for at in heard.origin["cannot-tiptoe"]] == ["can't", "push", "off"]
    assert {"three", "weeks"} <= {words[at] for at in heard.origin["since_days"]}


def test_the_same_sentence_is_read_the_same_way_twice() -> None:
    first = _heard("my left no sorry right ankle is swollen", "launch")
    assert first == _heard("my left no sorry right ankle is swollen", "launch")
    assert first.side == "right"


@pytest.mark.parametrize("say", ["", " ", "?!", "…", "'", "a", "no no no no no no", "ü 日本 42"])
def test_whatever_arrives_is_read(say: str) -> None:
    assert isinstance(_heard(say, "any"), Heard)
