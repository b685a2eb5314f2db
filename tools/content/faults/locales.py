"""Locales: each number that their words name is there, and what they say is short enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import Formatter

from skill.library.region import regional
from skill.library.speech_length import MOST_SECONDS, MOST_SECONDS_OF, spoken_seconds
from tools.content.faults.fault import Fault
from tools.content.faults.shelf import Filed, Shelf
from tools.content.faults.spoken_texts import SpokenText, texts_of

TABLES = ("instead", "spelling")


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault of what is said otherwise in a locale, in every language."""
    facts = {file.name: file for file in shelf.of("locales")}
    for language in shelf.languages:
        files = [file for file in shelf.files if file.language == language]
        spoken = [one for file in files for one in texts_of(file)]
        for file in shelf.of("locales", language):
            if file.name in facts and file.readable:
                yield from _of_locale(file, facts[file.name], spoken)


def _of_locale(file: Filed, facts: Filed, spoken: Sequence[SpokenText]) -> Iterator[Fault]:
    numbers = {
        purpose: str(facts.value("numbers", purpose, "number"))
        for purpose in facts.mapping("numbers")
    }
    said: dict[str, str] = {}
    for table in TABLES:
        for old, new in file.mapping(table).items():
            wanted = {name for _, name, _, _ in Formatter().parse(str(new)) if name}
            for name in sorted(wanted - numbers.keys()):
                yield file.fault(f"{{{name}}} is no number of {facts.shown}", table, old)
            if wanted <= numbers.keys():
                said[old] = str(new).format_map(numbers)
    there = regional(dict(sorted(said.items(), key=lambda one: -len(one[0]))))
    for one in spoken:
        text, most = there(one.text), MOST_SECONDS_OF.get(one.act or "", MOST_SECONDS)
        if text != one.text and spoken_seconds(text) > most:
            yield one.fault(
                f'in {file.name} this is "{text}" and takes {spoken_seconds(text):.1f} seconds; '
                f"it may take {most:g}, so shorten it"
            )
