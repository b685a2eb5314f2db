"""Scenes of speech: act ids used once, placeholders that can be filled, advice that is said."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from tools.content.faults.fault import Fault, suggestion
from tools.content.faults.shelf import Filed, Shelf

PLACEHOLDERS = frozenset(
    {"findings", "first", "second", "match", "one", "two", "three", "topic"}
    | {"routine", "routines", "exercise", "exercises", "seconds", "set", "repetition", "phase"}
    | {"sets", "repetitions", "count", "level", "number", "minutes", "things", "feel"}
    | {"sessions", "days", "pain", "most", "session", "week", "weeks", "levels"}
    | {"clock", "time", "hour", "hour24", "minute", "rest"}
)
"""What the acts of the dialog, the cues of the coach, and the joining of names put into a text."""


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault of the scenes, in every language."""
    for language in shelf.languages:
        first: dict[str, str] = {}
        for file in shelf.of("speech", language):
            for sort in ("statements", "prompts"):
                for id in file.mapping(sort):
                    other = first.setdefault(id, file.shown)
                    if other != file.shown or (
                        sort == "prompts" and id in file.mapping("statements")
                    ):
                        yield file.fault(
                            f"`{id}` is also in {other}; every act id is used once", sort, id
                        )
                    yield from _placeholders(file, sort, id)
        for file in shelf.of("advice.yaml"):
            for id in file.mapping("statements"):
                if id not in first:
                    message = f"`{id}` is said in no scene of `{language}`{suggestion(id, first)}"
                    yield file.fault(message, "statements", id)


def _placeholders(file: Filed, sort: str, id: str) -> Iterator[Fault]:
    sets: list[set[str]] = []
    for index, text in enumerate(file.texts(sort, id, "say")):
        try:
            names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        except ValueError:
            yield file.fault("a brace is opened or closed alone", sort, id, "say", index)
            continue
        sets.append(names)
        for name in sorted(names - PLACEHOLDERS):
            yield file.fault(
                f"{{{name}}} is nothing that is filled in{suggestion(name, PLACEHOLDERS)}",
                sort,
                id,
                "say",
                index,
            )
        if names != sets[0]:
            yield file.fault(
                "this variant names other things in braces than the first one; "
                "variants are equal in meaning",
                sort,
                id,
                "say",
                index,
            )
    reprompt = file.value(sort, id, "reprompt")
    if isinstance(reprompt, str) and ("{" in reprompt or "}" in reprompt):
        yield file.fault("nothing is filled into a reprompt; write it out", sort, id, "reprompt")
