"""Facts and words: every id has both, in files of the same name."""

from __future__ import annotations

from collections.abc import Iterator

from skill.library.types import Care
from tools.content.faults.fault import Fault, suggestion
from tools.content.faults.shelf import Filed, Shelf
from tools.content.kinds import WORDS

_ASKED = ("ask", "reprompt", "plainer", "why", "name", "absent")
"""The words of a red flag that is asked, beside the reason for the care."""
_NEVER_ASKED = (*_ASKED, "confirm", "said")


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fact without its words, and every word without its fact."""
    for language in shelf.languages:
        for kind in WORDS:
            if kind.words_of:
                facts = {
                    file.name: file
                    for file in shelf.of(kind.words_of)
                    if kind.place != "locales" or _speaks(file.name, language)
                }
                words = {file.name: file for file in shelf.of(kind.place, language)}
                top = f"{shelf.top}/words/{language}/{kind.place}"
                yield from _files(facts, words, top, f"{shelf.top}/{kind.words_of}")
        yield from _entries(shelf, language, "findings", "findings")
        yield from _entries(shelf, language, "stop_signs.yaml", "signs")
        yield from _red_flags(shelf, language)
        yield from _seen_when(shelf, language)
        yield from _rests(shelf, language)


def _speaks(locale: str, language: str) -> bool:
    """Whether a language is spoken in a locale: its own, and elsewhere."""
    return locale.split("-")[0] in {language, "elsewhere"}


def _files(
    facts: dict[str, Filed], words: dict[str, Filed], words_top: str, facts_top: str
) -> Iterator[Fault]:
    for name in facts.keys() - words.keys():
        yield facts[name].fault(f"its words are missing; write {words_top}/{name}.yaml")
    for name in words.keys() - facts.keys():
        yield words[name].fault(
            f"its facts are missing; write {facts_top}/{name}.yaml or remove this file"
        )


def _entries(shelf: Shelf, language: str, place: str, key: str) -> Iterator[Fault]:
    """What stands in one file with others, under a key of facts and words alike."""
    words = {file.name: file for file in shelf.of(place, language)}
    for facts in shelf.of(place):
        said = words.get(facts.name)
        if said is None or not (said.readable and facts.readable):
            continue
        known, worded = facts.mapping(key), said.mapping(key)
        for id in known.keys() - worded.keys():
            yield facts.fault(f"`{id}` has no words; add it to {said.shown}", key, id)
        for id in worded.keys() - known.keys():
            near = suggestion(id, known.keys() - worded.keys())
            yield said.fault(f"`{id}` is not in {facts.shown}{near}", key, id)


def _facts_and_words(shelf: Shelf, language: str, kind: str) -> Iterator[tuple[Filed, Filed]]:
    """The facts and the words of each id that has both, where both can be read."""
    facts = {file.name: file for file in shelf.of(kind)}
    for words in shelf.of(kind, language):
        fact = facts.get(words.name)
        if fact is not None and fact.readable and words.readable:
            yield fact, words


def _seen_when(shelf: Shelf, language: str) -> Iterator[Fault]:
    """What may be looked after at home says when to be seen after all; nothing else does."""
    for kind in ("conditions", "look_alikes"):
        for fact, words in _facts_and_words(shelf, language, kind):
            if fact.value("care") not in list(Care):
                continue
            at_home = fact.value("care") == Care.SELF_CARE
            said = words.value("seen_when") is not None
            if at_home and not said:
                yield words.fault(f"`seen_when` is missing; {fact.shown} calls for self care")
            if said and not at_home:
                yield words.fault(
                    f"{fact.shown} calls for more than self care; remove `seen_when`", "seen_when"
                )


def _red_flags(shelf: Shelf, language: str) -> Iterator[Fault]:
    for fact, words in _facts_and_words(shelf, language, "red_flags"):
        if fact.value("rule") is None:
            for key in _ASKED:
                if words.value(key) is None:
                    yield words.fault(f"`{key}` is missing; this flag is asked")
            if fact.value("care") == Care.EMERGENCY and words.value("confirm") is None:
                yield words.fault("`confirm` is missing; an emergency that is told is asked about")
        else:
            for key in _NEVER_ASKED:
                if key in words.mapping():
                    yield words.fault(
                        f"a rule works this flag out and nobody is asked; remove `{key}`", key
                    )


def _rests(shelf: Shelf, language: str) -> Iterator[Fault]:
    """The words of the rest of a gate, for each part that may be known before it."""
    for fact, words in _facts_and_words(shelf, language, "gates"):
        known, worded = fact.texts("once_known"), words.mapping("once_known")
        for index, part in enumerate(known):
            if part not in worded:
                yield fact.fault(
                    f"{words.shown} has no `once_known: {part}`, the question for what is left "
                    "of the gate then; add it",
                    "once_known",
                    index,
                )
        for part in worded.keys() - {*known}:
            yield words.fault(f"{fact.shown} does not name `{part}` there", "once_known", part)
