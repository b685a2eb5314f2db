"""Whatever a file of the content holds, the check ends in faults or in a library."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from tests.tools.content_folder import (
    faults_of,
)
from tools.content.faults import shape
from tools.content.faults.files import gather
from tools.content.faults.shelf import Filed, walk
from tools.content.yaml_files import Document

ODD: tuple[Any, ...] = (
    *(None, "", "x", "X_Y", "yes", "2026-11-22", 0, 3, -1, 0.5, 2.0, float("nan")),
    *([], ["x"], ["", 1], {}, {"x": 1}, {"x": {}}, {"any": ["x"]}),
)


EVERY = 47
"""One in so many of the variants is written to its file; prime, so that all sorts come up."""


def odd_variants(data: Any) -> Iterator[Any]:
    """A document with one value after another replaced, left out, or joined by a stranger."""
    for path, _ in walk(data):
        for odd in ODD if path else ():
            changed = copy.deepcopy(data)
            parent(changed, path)[path[-1]] = odd
            yield changed
        if path:
            changed = copy.deepcopy(data)
            del parent(changed, path)[path[-1]]
            yield changed
    yield {**data, "stranger": 1}


def parent(data: Any, path: tuple[str | int, ...]) -> Any:
    """What holds the value at the end of a path."""
    for key in path[:-1]:
        data = data[key]
    return data


OF_AN_ID = ("is not kebab-case", "is an empty text")
"""The form of an id is tried by the check alone: the types take any text for one."""


def test_the_shapes_that_are_let_through_are_those_that_the_types_take(content: Path) -> None:
    shelf, _ = gather(content)
    for file in shelf.files:
        for data in odd_variants(file.document.data):
            document = Document(file.document.file, data, {})
            found = list(shape.faults(Filed(file.shown, file.kind, document, file.language)))
            if taken(data, file.kind.type):
                found = [one for one in found if not any(of in one.message for of in OF_AN_ID)]
                assert found == [], (file.shown, data)
            else:
                assert found, (file.shown, data)


def test_whatever_a_file_holds_the_check_ends_in_faults_or_in_a_library(content: Path) -> None:
    shelf, _ = gather(content)
    for file in shelf.files:
        path = file.document.file
        sound = path.read_text(encoding="utf-8")
        for data in islice(odd_variants(file.document.data), 0, None, EVERY):
            path.write_text(json.dumps(data), encoding="utf-8")
            faults_of(content)
        path.write_text(sound, encoding="utf-8")


def taken(data: Any, type_: type) -> bool:
    """Whether msgspec makes the type of it."""
    try:
        msgspec.convert(data, type_)
    except msgspec.ValidationError:
        return False
    return True
