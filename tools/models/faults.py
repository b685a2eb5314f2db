"""What is wrong with an interaction model, each fault a sentence for whoever writes the samples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

from tools.models.overlap import Overlap, Template

FEWEST_SAMPLES = 8

_ALLOWED = re.compile(r"[A-Za-z' .\-{}_]+")
_SLOT = re.compile(r"\{(\w+)\}")
_ARTICLES_AND_PREPOSITIONS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "to",
        "in",
        "on",
        "at",
        "by",
        "with",
        "from",
        "into",
        "about",
        "as",
        "and",
    ]
)
_LAUNCH_WORDS = frozenset(
    [
        "launch",
        "ask",
        "tell",
        "load",
        "begin",
        "enable",
        "open",
        "run",
        "start",
        "play",
        "resume",
        "use",
        "skill",
        "app",
    ]
)
_WAKE_WORDS = frozenset(["alexa", "amazon", "echo", "computer", "ziggy"])


def faults_of(model: dict[str, Any]) -> list[str]:
    """Every fault of `model` (the committed form), as sentences; empty when it is sound."""
    language: dict[str, Any] = model["interactionModel"]["languageModel"]
    return [
        *_invocation_name(language["invocationName"]),
        *_types(language["types"]),
        *_intents(language["intents"], {kind["name"] for kind in language["types"]}),
        *_overlaps(language),
    ]


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
        owner: dict[str, str] = {}
        for value in kind["values"]:
            for said in (value["name"]["value"], *value["name"]["synonyms"]):
                plain = normalised(said)
                if not _ALLOWED.fullmatch(said) or "{" in said:
                    yield f'{kind["name"]}: "{said}" ({value["id"]}) has signs that Alexa refuses.'
                first = owner.setdefault(plain, value["id"])
                if first != value["id"]:
                    yield f'{kind["name"]}: "{said}" stands under {first} and {value["id"]}.'


def _intents(intents: list[dict[str, Any]], types: set[str]) -> Iterator[str]:
    for intent in intents:
        name = intent["name"]
        declared = {slot["name"]: slot["type"] for slot in intent["slots"]}
        used: set[str] = set()
        for sample in intent["samples"]:
            slots = _SLOT.findall(sample)
            used.update(slots)
            if not _ALLOWED.fullmatch(sample):
                yield f'{name}: "{sample}" has signs that Alexa refuses.'
            for slot in slots:
                if slot not in declared:
                    yield f'{name}: "{sample}" uses the slot {slot}, which is not declared.'
                if slots.count(slot) > 1:
                    yield f'{name}: "{sample}" uses the slot {slot} twice.'
        for slot, kind in declared.items():
            if slot not in used:
                yield f"{name}: the slot {slot} is in no sample."
            if kind not in types and not kind.startswith("AMAZON."):
                yield f"{name}: the slot {slot} has the type {kind}, which does not exist."
        if len(intent["samples"]) < FEWEST_SAMPLES and not name.startswith("AMAZON."):
            yield f"{name}: {len(intent['samples'])} samples are too few ({FEWEST_SAMPLES})."


def _overlaps(language: dict[str, Any]) -> Iterator[str]:
    """Utterances that two intents share, also once the slots are filled with their values."""
    overlap = overlap_of(language["types"])
    templates: dict[str, list[Template]] = {
        intent["name"]: [template_of(sample, intent) for sample in intent["samples"]]
        for intent in language["intents"]
    }
    for one, other in combinations(templates, 2):
        for utterance in sorted(overlap.shared(templates[one], templates[other])):
            yield f'"{utterance}" is a sample of {one} and of {other}.'


def overlap_of(types: Iterable[Mapping[str, Any]]) -> Overlap:
    """Compares samples whose slots are filled with the values of `types` (the committed form)."""
    return Overlap(
        {
            kind["name"]: [
                normalised(said).split()
                for value in kind["values"]
                for said in (value["name"]["value"], *value["name"]["synonyms"])
            ]
            for kind in types
        }
    )


def template_of(sample: str, intent: Mapping[str, Any]) -> Template:
    """`sample` of `intent` as plain words, with the slot types where its slots are."""
    kinds = {slot["name"]: slot["type"] for slot in intent["slots"]}
    words: list[str] = []
    for piece in re.split(r"(\{\w+\})", sample):
        slot = _SLOT.fullmatch(piece)
        words += ["{" + kinds.get(slot[1], "") + "}"] if slot else normalised(piece).split()
    return tuple(words)


def normalised(text: str) -> str:
    """Lower case, one space between words, no signs but apostrophes."""
    return " ".join(re.sub(r"[^a-z' ]+", " ", text.lower()).split())
