"""The committed interaction model, taken apart once so that utterances are matched quickly."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from simulator.understanding.alike import Stored
from simulator.understanding.hearing import hear
from simulator.understanding.listening import habits
from simulator.understanding.phrases import Phrases

NUMBER = "AMAZON.NUMBER"
MOMENT = "MOMENT"
CONDITION = "CONDITION"
TOPIC = "TOPIC"
ROUTINE = "ROUTINE"
EXERCISE = "EXERCISE"
STOP_SIGN = "STOP_SIGN"
NAMED = (CONDITION, TOPIC, ROUTINE, EXERCISE, STOP_SIGN, NUMBER)
"""What is named by an utterance that fills a slot of these types is all that it is about."""

GAP = "{}"
"""Stands in a sample as a string where its slot is."""

_SLOT = re.compile(r"\{(\w+)\}")
_FEWEST_ALIKE = {2: 8, 3: 5, 4: 3}
"""How many samples must begin alike, by the number of words that they share."""

Keys = tuple[str, ...]


class Gap(NamedTuple):
    """A place in a sample where a value of a slot type goes."""

    slot: str
    kind: str


class Wanted(NamedTuple):
    """What a stored question wants: an intent, and the topic that it names as a whole, if any."""

    intent: str
    topic: str | None


class Template(NamedTuple):
    """A sample utterance with slots."""

    intent: str
    parts: tuple[str | Gap, ...]
    literals: frozenset[str]


@dataclass(frozen=True)
class CompiledModel:
    """An interaction model, ready to be matched against.

    `exact` is from slotless samples (and Amazon's own phrases) to intents, `answers` those of them
    that answer a question, `near` all of them as strings, the longest of `most_words`; `openings`
    are the beginnings that many samples of one intent share and no other intent has; `topics` are
    the samples of the intents that go before any description, `commands` those of the intents
    that stand among light words; `questions` are the samples that name a condition, as strings
    with `{}` in its place, and `about_named` the same by their meaning; `about_it` are those that
    name none, and the topics; `with_one_slot` are, by slot type, the samples that hold one name or
    number, in the same form; `moments` are the values
    that say when something hurts; `name_words` are the words of what has
    an answer, `vocabulary` is every word of every sample and slot value.
    """

    exact: Mapping[Keys, str]
    answers: Mapping[Keys, str]
    near: tuple[str, ...]
    most_words: int
    templates: tuple[Template, ...]
    openings: Mapping[Keys, str]
    topics: Mapping[str, Phrases]
    commands: Phrases
    questions: Mapping[str, str]
    about_named: Stored[str]
    about_it: Stored[Wanted]
    with_one_slot: Mapping[str, Mapping[str, tuple[str, Gap]]]
    types: Mapping[str, Phrases]
    moments: frozenset[str]
    slots: Mapping[str, tuple[Gap, ...]]
    name_words: tuple[str, ...]
    vocabulary: frozenset[str]


def compile_model(document: Mapping[str, Any]) -> CompiledModel:
    """The committed form (`{"interactionModel": {"languageModel": …}}`), taken apart."""
    language = document["interactionModel"]["languageModel"]
    slots = {
        intent["name"]: tuple(Gap(slot["name"], slot["type"]) for slot in intent.get("slots", ()))
        for intent in language["intents"]
    }
    exact: dict[Keys, str] = {}
    for intent in language["intents"]:
        for phrase in habits().built_in.get(intent["name"], ()):
            exact.setdefault(hear(phrase).keys, intent["name"])
    templates: list[Template] = []
    for intent in language["intents"]:
        kinds = {gap.slot: gap for gap in slots[intent["name"]]}
        for sample in intent.get("samples", ()):
            parts = _parts(sample, kinds)
            plain = tuple(part for part in parts if isinstance(part, str))
            if len(plain) == len(parts):
                exact.setdefault(plain, intent["name"])
            else:
                templates.append(Template(intent["name"], parts, frozenset(plain)))
    types = {kind["name"]: _phrases(kind["values"]) for kind in language["types"]}
    exact.pop((), None)
    named = _questions(templates)
    return CompiledModel(
        exact=exact,
        answers={keys: intent for keys, intent in exact.items() if intent in habits().answers},
        near=tuple(map(" ".join, exact)),
        most_words=max(map(len, exact), default=0),
        templates=tuple(dict.fromkeys(templates)),
        openings=_openings(exact, templates),
        topics={topic: _samples_of((topic,), exact) for topic in habits().topics},
        commands=_samples_of((*habits().commands, *habits().told), exact),
        questions=named,
        about_named=Stored((tuple(shown.split()), name) for shown, name in named.items()),
        about_it=Stored(_about_it(exact, slots, language["types"])),
        with_one_slot={
            kind: _with_one_slot(kind, templates) for kind in (ROUTINE, EXERCISE, NUMBER)
        },
        types=types,
        moments=_ids_of(MOMENT, language["types"]),
        slots=slots,
        name_words=_name_words(language["types"]),
        vocabulary=_vocabulary(exact, templates, language["types"]),
    )


def _parts(sample: str, kinds: Mapping[str, Gap]) -> tuple[str | Gap, ...]:
    parts: list[str | Gap] = []
    for piece in re.split(r"(\{\w+\})", sample):
        slot = _SLOT.fullmatch(piece)
        parts += [kinds[slot[1]]] if slot else hear(piece).keys
    return tuple(parts)


def _samples_of(intents: Collection[str], exact: Mapping[Keys, str]) -> Phrases:
    phrases = Phrases()
    for keys, intent in exact.items():
        if intent in intents:
            phrases.add(keys, intent)
    return phrases


def _with_one_slot(kind: str, templates: Iterable[Template]) -> dict[str, tuple[str, Gap]]:
    return {
        _shown(template): (template.intent, gaps[0])
        for template in templates
        if len(gaps := [part for part in template.parts if isinstance(part, Gap)]) == 1
        and gaps[0].kind == kind
    }


def _shown(template: Template) -> str:
    return " ".join(GAP if isinstance(part, Gap) else part for part in template.parts)


def _questions(templates: Iterable[Template]) -> dict[str, str]:
    return {
        _shown(template): template.intent
        for template in templates
        if any(isinstance(part, Gap) and part.kind == CONDITION for part in template.parts)
    }


def _about_it(
    exact: Mapping[Keys, str],
    slots: Mapping[str, Iterable[Gap]],
    types: Iterable[Mapping[str, Any]],
) -> Iterator[tuple[Keys, Wanted]]:
    """The questions that name nothing: samples, and the topics that are named by a question.

    Those of other intents are there too, so that what is more like one of them is not taken.
    """
    about = {intent for intent, gaps in slots.items() if any(gap.kind == CONDITION for gap in gaps)}
    for keys, intent in sorted(exact.items(), key=lambda sample: sample[1] not in about):
        yield keys, Wanted(intent, None)
    asking = {intent for intent, gaps in slots.items() for gap in gaps if gap.kind == TOPIC}
    for kind in types:
        for value in kind["values"] if kind["name"] == TOPIC else ():
            for said in (value["name"]["value"], *value["name"].get("synonyms", ())):
                for intent in asking:
                    yield hear(said).keys, Wanted(intent, value["id"])


def _phrases(values: Iterable[Mapping[str, Any]]) -> Phrases:
    phrases = Phrases()
    for value in values:
        for said in (value["name"]["value"], *value["name"].get("synonyms", ())):
            phrases.add(hear(said).keys, value["id"])
    return phrases


def _ids_of(kind: str, types: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(value["id"] for one in types if one["name"] == kind for value in one["values"])


def _openings(exact: Mapping[Keys, str], templates: Iterable[Template]) -> dict[Keys, str]:
    heard: defaultdict[Keys, Counter[str]] = defaultdict(Counter)
    for keys, intent in exact.items():
        for length in _FEWEST_ALIKE:
            if len(keys) > length:
                heard[keys[:length]][intent] += 1
    for template in templates:
        for length in _FEWEST_ALIKE:
            opening = tuple(part for part in template.parts[:length] if isinstance(part, str))
            if len(opening) == length:
                heard[opening][template.intent] += 1
    # A question is known by what it names, not by how it begins: "how long is the Nile".
    asking = {
        template.intent
        for template in templates
        for part in template.parts
        if isinstance(part, Gap) and part.kind in NAMED
    }
    guessed = set(exact.values()) - habits().plain_answers - set(habits().topics) - asking
    # What follows the beginning of a command may be a warning: "I'm done, my ankle popped".
    guessed -= set(habits().commands)
    return {
        opening: intent
        for opening, counts in heard.items()
        for intent, count in counts.items()
        if len(counts) == 1 and count >= _FEWEST_ALIKE[len(opening)] and intent in guessed
    }


def _name_words(types: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    words = {
        word
        for kind in types
        if kind["name"] in (CONDITION, TOPIC)
        for value in kind["values"]
        for said in (value["name"]["value"], *value["name"].get("synonyms", ()))
        for word in hear(said).keys
    }
    return tuple(sorted(words))


def _vocabulary(
    exact: Iterable[Keys], templates: Iterable[Template], types: Iterable[Mapping[str, Any]]
) -> frozenset[str]:
    words = {word for keys in exact for word in keys}
    words |= {word for template in templates for word in template.literals}
    for kind in types:
        for value in kind["values"]:
            for said in (value["name"]["value"], *value["name"].get("synonyms", ())):
                words.update(hear(said).keys)
    return frozenset(words) | habits().numbers.keys()
