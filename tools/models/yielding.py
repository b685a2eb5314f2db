"""What is left of the ways of saying a value once other intents have what is theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from tools.models.faults import normalised, overlap_of, template_of
from tools.models.overlap import Template


def without_theirs(
    kind: str, owners: Collection[str], intents: Sequence[Mapping[str, Any]], types: Iterable[Any]
) -> frozenset[str]:
    """The ways of saying a value of slot type `kind` that make a sample of one of `owners`.

    `intents` and `types` are those of the whole model. A sample counts that has no other slot.
    """
    types = list(types)
    values = next(one["values"] for one in types if one["name"] == kind)
    ways = {
        said: tuple(normalised(said).split())
        for value in values
        for said in (value["name"]["value"], *value["name"]["synonyms"])
    }
    made: defaultdict[Template, set[str]] = defaultdict(set)
    theirs: list[Template] = []
    gap = "{" + kind + "}"
    for intent in intents:
        samples = [template_of(sample, intent) for sample in intent["samples"]]
        if intent["name"] in owners:
            theirs += samples
        for sample in samples:
            if sample.count(gap) == 1:
                at = sample.index(gap)
                for said, words in ways.items():
                    made[(*sample[:at], *words, *sample[at + 1 :])].add(said)
    shared = overlap_of(types).shared(list(made), theirs)
    return frozenset(said for utterance in shared for said in made[tuple(utterance.split())])
