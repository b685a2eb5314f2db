"""What the samples of an interaction model stand for, once their slots are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

SLOT = re.compile(r"\{(\w+)\}")


def utterances(language: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each utterance with its intent, of a language model in the committed form.

    Amazon's own slot types have no listed values: their names stand for what fills them.
    """
    values = {kind["name"]: [*ways(kind)] for kind in language["types"]}
    for intent in language["intents"]:
        kinds = {slot["name"]: slot["type"] for slot in intent["slots"]}
        for sample in intent["samples"]:
            *pieces, end = SLOT.split(sample)
            filled = [
                [piece]
                if at % 2 == 0
                else values.get(kinds.get(piece, ""), [f"{{{kinds.get(piece)}}}"])
                for at, piece in enumerate(pieces)
            ]
            for parts in product(*filled):
                yield plain("".join(parts) + end), intent["name"]


def ways(kind: Mapping[str, Any]) -> Iterator[str]:
    """Every way of saying a value of a slot type."""
    for value in kind["values"]:
        yield value["name"]["value"]
        yield from value["name"]["synonyms"]


def plain(text: str) -> str:
    """Small letters, one space between words."""
    return " ".join(text.lower().split())
