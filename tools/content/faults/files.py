"""Which files there are: each where it belongs, readable, and none missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tools.content.faults.fault import Fault
from tools.content.faults.shelf import LANGUAGE, Filed, Shelf
from tools.content.kinds import FACTS, PLACES_THEME, WORDS, FileKind
from tools.content.yaml_files import Document, Unreadable, read

GENERATED = "schema"

_NAMED_BY_ID = {"red_flags", "gates", "conditions", "look_alikes", "cases"}
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def gather(content: Path) -> tuple[Shelf, list[Fault]]:
    """Read the content folder: what lies where it belongs, and the faults found on the way."""
    filed: list[Filed] = []
    faults: list[Fault] = []
    for file in _files(content):
        shown = file.relative_to(content.parent).as_posix()
        inside = file.relative_to(content).parts
        language = inside[1] if inside[0] == "words" and len(inside) > 2 else None
        kinds, rest = (WORDS, inside[2:]) if language else (FACTS, inside)
        kind = _kind(kinds, rest)
        if kind is None:
            faults.append(Fault(shown, 1, _misplaced(kinds, rest)))
            continue
        if kind.place in _NAMED_BY_ID and not _KEBAB.fullmatch(file.stem):
            faults.append(Fault(shown, 1, _not_an_id(file.stem)))
        document, found = _read(file, shown)
        faults += found
        filed.append(Filed(shown, kind, document, language))
    shelf = Shelf(content.name, tuple(filed))
    return shelf, [*faults, *_missing(shelf)]


def _files(content: Path) -> list[Path]:
    return sorted(
        file
        for file in content.rglob("*")
        if file.is_file()
        and file.relative_to(content).parts[0] != GENERATED
        and not file.name.startswith(".")
    )


def _kind(kinds: tuple[FileKind, ...], rest: tuple[str, ...]) -> FileKind | None:
    for kind in kinds:
        if kind.many:
            deep = len(rest) == 2 or (kind.rooms and len(rest) == 3)
            if deep and rest[0] == kind.place and rest[-1].endswith(".yaml"):
                return kind
        elif rest == (kind.place,):
            return kind
    return None


def _misplaced(kinds: tuple[FileKind, ...], rest: tuple[str, ...]) -> str:
    folders = {kind.place for kind in kinds if kind.many}
    if len(rest) == 2 and rest[0] in folders:
        return "only files that end in .yaml are expected here; rename it or move it away"
    places = ", ".join(f"{kind.place}/" if kind.many else kind.place for kind in kinds)
    words = ", and words/<language>/ with the words" if kinds is FACTS else ""
    return f"no file is expected here; what belongs here is {places}{words}"


def _not_an_id(name: str) -> str:
    better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return f"the file name is the id, and `{name}` is not kebab-case; rename it to {better}.yaml"


def _read(file: Path, shown: str) -> tuple[Document, list[Fault]]:
    try:
        document = read(file)
    except Unreadable as fault:
        return Document(file, None, {}), [Fault(shown, fault.line, str(fault))]
    if document.data is None:
        return document, [Fault(shown, 1, "this file is empty; fill it or remove it")]
    return document, [
        Fault(shown, line, f"`{key}` is written twice here; keep one of them")
        for line, key in document.twice
    ]


def _missing(shelf: Shelf) -> Iterator[Fault]:
    there = {file.shown for file in shelf.files}
    wanted = [kind.place for kind in FACTS if not kind.many]
    wanted.append(f"findings/{PLACES_THEME}.yaml")
    for language in {LANGUAGE, *shelf.languages}:
        wanted += [f"words/{language}/{kind.place}" for kind in WORDS if not kind.many]
    for place in wanted:
        shown = f"{shelf.top}/{place}"
        if shown not in there:
            yield Fault(shown, 1, "this file is missing; the skill cannot do without it")
