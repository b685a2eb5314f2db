"""The committed interaction model, taken apart once so that utterances are matched quickly."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from skill.simulator.understanding.hearing import hear
from skill.simulator.understanding.listening import habits
from skill.simulator.understanding.phrases import Phrases

NUMBER = "AMAZON.NUMBER"
CONDITION = "CONDITION"
TOPIC = "TOPIC"

_SLOT = re.compile(r"\{(\w+)\}")
_FEWEST_ALIKE = {2: 8, 3: 5, 4: 3}
"""How many samples must begin alike, by the number of words that they share."""

Keys = tuple[str, ...]


class Gap(NamedTuple):
    """A place in a sample where a value of a slot type goes."""

    slot: str
    kind: str


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
    the samples of the intents that go before any description; `questions` are the samples that
    name a condition, as strings with `{}` in its place; `vocabulary` is every word of every sample
    and slot value.
    """

    exact: Mapping[Keys, str]
    answers: Mapping[Keys, str]
    near: tuple[str, ...]
    most_words: int
    templates: tuple[Template, ...]
    openings: Mapping[Keys, str]
    topics: Mapping[str, Phrases]
    questions: Mapping[str, str]
    types: Mapping[str, Phrases]
    slots: Mapping[str, tuple[Gap, ...]]
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
    return CompiledModel(
        exact=exact,
        answers={keys: intent for keys, intent in exact.items() if intent in habits().answers},
        near=tuple(map(" ".join, exact)),
        most_words=max(map(len, exact), default=0),
        templates=tuple(dict.fromkeys(templates)),
        openings=_openings(exact, templates),
        topics={topic: _samples_of(topic, exact) for topic in habits().topics},
        questions=_questions(templates),
        types=types,
        slots=slots,
        vocabulary=_vocabulary(exact, templates, language["types"]),
    )


def _parts(sample: str, kinds: Mapping[str, Gap]) -> tuple[str | Gap, ...]:
    parts: list[str | Gap] = []
    for piece in re.split(r"(\{\w+\})", sample):
        slot = _SLOT.fullmatch(piece)
        parts += [kinds[slot[1]]] if slot else hear(piece).keys
    return tuple(parts)


def _samples_of(intent: str, exact: Mapping[Keys, str]) -> Phrases:
    phrases = Phrases()
    for keys, owner in exact.items():
        if owner == intent:
            phrases.add(keys, intent)
    return phrases


def _questions(templates: Iterable[Template]) -> dict[str, str]:
    return {
        " ".join(
            "{}" if isinstance(part, Gap) else part for part in template.parts
        ): template.intent
        for template in templates
        if any(isinstance(part, Gap) and part.kind == CONDITION for part in template.parts)
    }


def _phrases(values: Iterable[Mapping[str, Any]]) -> Phrases:
    phrases = Phrases()
    for value in values:
        for said in (value["name"]["value"], *value["name"].get("synonyms", ())):
            phrases.add(hear(said).keys, value["id"])
    return phrases


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
        if isinstance(part, Gap) and part.kind in (CONDITION, TOPIC)
    }
    guessed = set(exact.values()) - habits().plain_answers - set(habits().topics) - asking
    return {
        opening: intent
        for opening, counts in heard.items()
        for intent, count in counts.items()
        if len(counts) == 1 and count >= _FEWEST_ALIKE[len(opening)] and intent in guessed
    }


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
