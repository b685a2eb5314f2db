"""Topics: an answer for each aspect, and a way to ask for every topic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.content.faults.fault import Fault, suggestion
from tools.content.faults.shelf import Filed, Shelf

ANSWER = "answer"
ID = r"[a-z0-9]+(-[a-z0-9]+)*"


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault of the topics and of their words."""
    facts = {file.name: file for file in shelf.of("topics")}
    conditions = {file.name for place in ("conditions", "look_alikes") for file in shelf.of(place)}
    for file in facts.values():
        yield from _aspects(file, is_condition=file.name in conditions)
        yield from _instead(shelf, file, facts)
    for place in ("conditions", "look_alikes"):
        for file in shelf.of(place):
            if file.name not in facts and re.fullmatch(ID, file.name):
                yield file.fault(f"nobody can ask about `{file.name}`; write its topic")
    for language in shelf.languages:
        for words in shelf.of("topics", language):
            if words.name in facts:
                yield from _words(words, facts[words.name], is_condition=words.name in conditions)
        yield from _shared_names(shelf, language, conditions)


def _aspects(file: Filed, *, is_condition: bool) -> Iterator[Fault]:
    named = set(file.mapping("aspects"))
    if is_condition and not named:
        yield file.fault("`aspects` is empty; say at least what it is", "aspects")
    if is_condition and ANSWER in named:
        yield file.fault("a condition is asked about by aspect; `answer` is for others", "aspects")
    if not is_condition and named != {ANSWER}:
        yield file.fault("a topic that is no condition has `answer` alone", "aspects")


def _instead(shelf: Shelf, file: Filed, topics: dict[str, Filed]) -> Iterator[Fault]:
    instead_of = file.value("instead_of")
    if isinstance(instead_of, str) and instead_of not in topics:
        yield file.fault(
            f"`{instead_of}` is no topic{suggestion(instead_of, topics)}", "instead_of"
        )
    flags = {one.name for one in shelf.of("red_flags")}
    for key in ("with_flags", "with_told"):
        for index, id in enumerate(file.texts(key)):
            if id not in flags:
                yield file.fault(f"`{id}` is no red flag{suggestion(id, flags)}", key, index)


def _words(words: Filed, facts: Filed, *, is_condition: bool) -> Iterator[Fault]:
    told, known = set(words.mapping("aspects")), set(facts.mapping("aspects"))
    for missing in sorted(known - told):
        yield words.fault(f"`{missing}` has no words; its facts have it", "aspects")
    for idle in sorted(told - known):
        yield words.fault(f"`{idle}` has no facts; add its source there", "aspects", idle)
    if is_condition and words.texts("said"):
        yield words.fault("a condition takes its lay names from its own words", "said")
    if not is_condition and not words.texts("said"):
        yield words.fault("nobody can ask for it; write the ways in `said`")


def _shared_names(shelf: Shelf, language: str, conditions: set[str]) -> Iterator[Fault]:
    for file in shelf.of("shared_names.yaml", language):
        for name in file.mapping("names"):
            ids = file.texts("names", name)
            for index, id in enumerate(ids):
                if id not in conditions:
                    yield file.fault(
                        f"`{id}` is no condition or look-alike{suggestion(id, conditions)}",
                        "names",
                        name,
                        index,
                    )
