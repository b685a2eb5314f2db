"""JSON Schemas of the content, for editors.

They are generated from the types, written to `content/schema/` and committed.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from tools.content.faults.fault import Fault
from tools.content.faults.files import GENERATED
from tools.content.kinds import CONTENT, FACTS, WORDS


def schemas() -> dict[str, str]:
    """The text of every schema file, by its name."""
    types = {kind.schema: kind.type for kind in (*FACTS, *WORDS)}
    return {f"{name}.json": _schema(type_) for name, type_ in sorted(types.items())}


def _schema(type_: type) -> str:
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema = _tidied({**dialect, **msgspec.json.schema(type_)})
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _tidied(value: Any) -> Any:
    """Descriptions come from docstrings, and keep the indentation of the code."""
    if isinstance(value, dict):
        return {
            key: inspect.cleandoc(below)
            if key == "description" and isinstance(below, str)
            else _tidied(below)
            for key, below in value.items()
        }
    return [_tidied(item) for item in value] if isinstance(value, list) else value


def out_of_date(content: Path) -> Iterator[Fault]:
    """Every schema of a content folder that is not what the types say."""
    folder = content / GENERATED
    wanted = schemas()
    for name, text in wanted.items():
        file = folder / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            yield _fault(file, content, "this is not what the types say; run `make schemas`")
    for file in sorted(folder.glob("*")):
        if file.name not in wanted:
            yield _fault(file, content, "no type makes this; remove it")


def _fault(file: Path, content: Path, message: str) -> Fault:
    return Fault(file.relative_to(content.parent).as_posix(), 1, message)


def write() -> int:
    """Write the schemas of `content/`."""
    folder = CONTENT / GENERATED
    folder.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0
