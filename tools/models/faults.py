"""What is wrong with an interaction model, each fault a sentence for whoever writes the samples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tools.models.utterances import SLOT, plain, utterances, ways

MOST_BYTES = 300_000
FEWEST_SAMPLES, MOST_SAMPLES = 8, 60
MOST_WORDS = 15
"""Of a sample or a value: nobody says more in one breath."""
MOST_CHARACTERS = 140
"""Of a value (Amazon's limit, as https://github.com/m0ngr31/kanzi/issues/263 met it)."""
MOST_WAYS = 1_500
"""Of saying the values of one slot type."""
MOST_SLOTS = 40
"""Of one intent: every request lists them all, and reading a request takes its time for each."""

PHRASES = frozenset({"AMAZON.SearchQuery"})
"""Slot types that need other words in the sample, and stand no other slot beside them
(https://github.com/alexa/alexa-cookbook/issues/89)."""

BUILT_IN = frozenset(
    {
        *("AMAZON.HelpIntent", "AMAZON.StopIntent", "AMAZON.CancelIntent"),
        *("AMAZON.NavigateHomeIntent", "AMAZON.FallbackIntent"),
    }
)
"""What certification asks for, and the console puts into each new model."""

_ALLOWED = re.compile(r"[A-Za-z' .\-{}_]+")
_ARTICLES_AND_PREPOSITIONS = frozenset(
    {
        *("a", "an", "the", "of", "for", "to", "in", "on", "at", "by", "with", "from", "into"),
        *("about", "as", "and"),
    }
)
_LAUNCH_WORDS = frozenset(
    {
        *("launch", "ask", "tell", "load", "begin", "enable", "open", "run", "start", "play"),
        *("resume", "use", "skill", "app"),
    }
)
_WAKE_WORDS = frozenset({"alexa", "amazon", "echo", "computer", "ziggy"})


def faults_of(model: dict[str, Any], size: int) -> list[str]:
    """Every fault of `model` (the committed form, `size` in bytes), as sentences."""
    language: dict[str, Any] = model["interactionModel"]["languageModel"]
    return [
        *_size(size),
        *_invocation_name(language["invocationName"]),
        *_types(language["types"]),
        *_built_in({intent["name"] for intent in language["intents"]}),
        *_intents(language["intents"], {kind["name"] for kind in language["types"]}),
        *_overlaps(language),
    ]


def _size(size: int) -> Iterator[str]:
    if size > MOST_BYTES:
        yield f"the model has {size:,} bytes and may have {MOST_BYTES:,}: leave out samples."


def _invocation_name(name: str) -> Iterator[str]:
    words = name.split()
    if not re.fullmatch(r"[a-z][a-z'. ]*", name):
        yield f'the invocation name "{name}" may hold lower-case letters, spaces, apostrophes only.'
    if len(words) < 2:
        yield f'the invocation name "{name}" needs two words or more.'
    if len(words) == 2 and _ARTICLES_AND_PREPOSITIONS & set(words):
        yield f'the invocation name "{name}" has two words, and one is an article or preposition.'
    for word in sorted((_LAUNCH_WORDS | _WAKE_WORDS) & set(words)):
        yield f'the invocation name "{name}" may not hold "{word}", which Alexa listens for.'


def _types(types: list[dict[str, Any]]) -> Iterator[str]:
    for kind in types:
        name = kind["name"]
        several = [*ways(kind)]
        if not several:
            yield f"{name}: it has no values."
        if len(several) > MOST_WAYS:
            yield f"{name}: {len(several):,} ways of saying are too many ({MOST_WAYS:,})."
        seen: set[str] = set()
        for said in several:
            yield from _words(name, said)
            if "{" in said:
                yield f'{name}: "{said}" is a value and can hold no slot.'
            if len(said) > MOST_CHARACTERS:
                yield f'{name}: "{said}" has more than {MOST_CHARACTERS} characters.'
            if plain(said) in seen:
                yield f'{name}: "{said}" stands there twice.'
            seen.add(plain(said))


def _words(name: str, said: str) -> Iterator[str]:
    if not _ALLOWED.fullmatch(said):
        yield f'{name}: "{said}" has signs that Alexa refuses.'
    if len(said.split()) > MOST_WORDS:
        yield f'{name}: "{said}" has more than {MOST_WORDS} words.'


def _built_in(names: set[str]) -> Iterator[str]:
    for name in sorted(BUILT_IN - names):
        yield f"{name} is missing, and certification asks for it."


def _intents(intents: list[dict[str, Any]], types: set[str]) -> Iterator[str]:
    for intent in intents:
        name, samples = intent["name"], intent["samples"]
        declared = {slot["name"]: slot["type"] for slot in intent["slots"]}
        if len(declared) > MOST_SLOTS:
            yield f"{name}: {len(declared)} slots are too many ({MOST_SLOTS})."
        for sample in samples:
            yield from _words(name, sample)
            yield from _slots(name, sample, declared)
        used = {slot for sample in samples for slot in SLOT.findall(sample)}
        for slot, kind in declared.items():
            if slot not in used:
                yield f"{name}: the slot {slot} is in no sample."
            if kind not in types and not kind.startswith("AMAZON."):
                yield f"{name}: the slot {slot} has the type {kind}, which does not exist."
        takes_all = any(SLOT.fullmatch(sample) for sample in samples)
        if len(samples) < FEWEST_SAMPLES and not (name.startswith("AMAZON.") or takes_all):
            yield f"{name}: {len(samples)} samples are too few ({FEWEST_SAMPLES})."
        if len(samples) > MOST_SAMPLES:
            yield f"{name}: {len(samples)} samples are too many ({MOST_SAMPLES})."


def _slots(name: str, sample: str, declared: dict[str, str]) -> Iterator[str]:
    slots = SLOT.findall(sample)
    for slot in slots:
        if slot not in declared:
            yield f'{name}: "{sample}" uses the slot {slot}, which is not declared.'
        if slots.count(slot) > 1:
            yield f'{name}: "{sample}" uses the slot {slot} twice.'
    if PHRASES & {declared.get(slot) for slot in slots}:
        if not SLOT.sub("", sample).strip():
            yield f'{name}: "{sample}" needs a carrier: words beside its slot of free speech.'
        if len(slots) > 1:
            yield f'{name}: "{sample}" has a second slot beside one of free speech.'


def _overlaps(language: dict[str, Any]) -> Iterator[str]:
    """Utterances that stand there twice, also once the slots are filled with their values."""
    first: dict[str, str] = {}
    for utterance, intent in utterances(language):
        owner = first.setdefault(utterance, intent)
        if owner != intent:
            yield f'"{utterance}" is a sample of {owner} and of {intent}.'
    for intent in language["intents"]:
        samples = [plain(sample) for sample in intent["samples"]]
        for sample in sorted({one for one in samples if samples.count(one) > 1}):
            yield f'{intent["name"]}: the sample "{sample}" stands there twice.'
