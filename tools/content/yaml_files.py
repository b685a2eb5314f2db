"""Reading YAML so that ids stay text and every value knows its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

import yaml

try:  # More than ten times faster, where PyYAML came with libyaml, as its wheels do.
    from yaml import CSafeLoader as _Ground
except ImportError:
    from yaml import SafeLoader as _Ground  # type: ignore[assignment]

_TAG = "tag:yaml.org,2002:"
Path = tuple[str | int, ...]
"""Keys and indexes from the top of a document down to one value."""

_REMEDIES = {
    "mapping values are not allowed": "a text with a colon in it needs quotes around it",
    "cannot start any token": "indent with spaces, never with tabs, and quote a text that begins "
    "with a sign",
    "quoted scalar": "the quote that opens here is never closed",
    "flow sequence": "the [ that opens here is not closed by a ]",
    "flow mapping": "the { that opens here is not closed by a }",
    "flow node": "a [ or a { before this is not closed, or nothing stands between two commas",
    "single document": "one file holds one document, so no line may be only ---",
    "block mapping": "entries of one list of keys start in the same column",
    "block collection": "entries of one list start in the same column",
    "could not find expected ':'": "a key is followed by a colon and a space",
}
"""What mends a file, by what the reader of YAML says of it."""


class _Loader(_Ground):
    """YAML without surprises: `no` is the text "no", and a date is checked by its own type."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in {f"{_TAG}bool", f"{_TAG}timestamp"}
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(f"{_TAG}bool", re.compile("^(?:true|false)$"), ["t", "f"])


@dataclass(frozen=True)
class Document:
    """One parsed file: its plain data, the line of every value, and keys written twice."""

    file: FilePath
    data: Any
    lines: dict[Path, int]
    twice: tuple[tuple[int, str], ...] = ()

    def line(self, path: Path) -> int:
        """The line of a value, or of the nearest thing around it that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class Unreadable(Exception):
    """The file is not YAML. `line` counts from 1; the message says what was expected."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def read(file: FilePath) -> Document:
    """Read one file. Whoever asks for it again gets the same document, which nobody changes.

    Raises:
        Unreadable: the file is no YAML, with the line.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        raise Unreadable(1, "this is not text in UTF-8: save it in that encoding") from fault
    return _document(file, text)


# The check reads the whole content five times, each time for another purpose.
@lru_cache(2_000)
def _document(file: FilePath, text: str) -> Document:
    lines: dict[Path, int] = {}
    twice: list[tuple[int, str]] = []
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        data = loader.construct_document(node) if node is not None else None
        if node is not None:
            _note_lines(node, (), lines, twice)
    except yaml.MarkedYAMLError as fault:
        raise _unreadable(fault) from fault
    except RecursionError as fault:
        raise Unreadable(1, "this holds itself: remove the aliases, the names after *") from fault
    except (yaml.YAMLError, ValueError) as fault:
        raise Unreadable(1, f"this is not YAML: {' '.join(str(fault).split())}") from fault
    return Document(file, data, lines, tuple(twice))


def _unreadable(fault: yaml.MarkedYAMLError) -> Unreadable:
    said = f"{fault.context or ''} {fault.problem or ''}".strip()
    remedy = next((remedy for sign, remedy in _REMEDIES.items() if sign in said), said)
    opened = "opens here" in remedy and fault.context_mark
    mark = opened or fault.problem_mark or fault.context_mark
    return Unreadable(mark.line + 1 if mark else 1, f"this is not YAML: {remedy}")


def _note_lines(
    node: yaml.Node, path: Path, lines: dict[Path, int], twice: list[tuple[int, str]]
) -> None:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                twice.append((key.start_mark.line + 1, name))
            seen.add(name)
            lines[(*path, name)] = key.start_mark.line + 1
            _note_lines(value, (*path, name), lines, twice)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _note_lines(value, (*path, index), lines, twice)
