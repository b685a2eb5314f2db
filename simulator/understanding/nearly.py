"""Exercises, routines and numbers in the speaker's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process

from simulator.understanding.hearing import keyed, without_fillers
from simulator.understanding.listening import habits
from simulator.understanding.phrases import Span, number_at
from simulator.understanding.samples import (
    EXERCISE,
    GAP,
    NUMBER,
    ROUTINE,
    CompiledModel,
    Gap,
    Keys,
)

_NEAR_ENOUGH = 75.0
_NEAREST = 8


class Guess(NamedTuple):
    """An intent, and the slot of it that is filled with what was named."""

    intent: str
    gap: Gap
    span: Span


def asked_for(keys: Keys, model: CompiledModel) -> Guess | None:
    """The intent that takes the longest exercise or routine named, among words that ask for it."""
    own = habits()
    named = [(kind, span) for kind in (ROUTINE, EXERCISE) for span in _named(kind, keys, model)]
    if not named:
        return None
    kind, span = max(named, key=lambda kind_and_span: _length(kind_and_span[1]))
    rest = {*keys[: span.start], *keys[span.end :]}
    around = keyed(own.asks_for | own.light | own.hedges)
    if keyed(own.asks_for).isdisjoint(rest) or not rest <= around:
        return None
    intent, gap = next(iter(model.with_one_slot[kind].values()))
    return Guess(intent, gap, span)


def nearly_filled(keys: Keys, model: CompiledModel) -> Guess | None:
    """The intent with the sample that is most like `keys`, what fills its slot set aside.

    No guard and no number may be in one of the two alone: "over four" is not "about four".
    """
    best, found = _NEAR_ENOUGH, None
    for kind, samples in model.with_one_slot.items():
        for span in _named(kind, keys, model):
            rest = without_fillers((*keys[: span.start], GAP, *keys[span.end :]))
            for sample, score, _ in process.extract(
                " ".join(rest), samples.keys(), scorer=fuzz.ratio, score_cutoff=best, limit=_NEAREST
            ):
                if score > best and _guards(rest) == _guards(sample.split()):
                    best, found = score, Guess(*samples[sample], span)
                    break
    return found


def _named(kind: str, keys: Keys, model: CompiledModel) -> Iterator[Span]:
    """What of `kind` is named from each word on, at its longest."""
    for at in range(len(keys)):
        if kind == NUMBER:
            # "That one" counts nothing.
            yield from () if keys[at] == "one" else number_at(keys, at)[-1:]
        elif kind in model.types:
            yield from model.types[kind].at(keys, at)[-1:]


def _length(span: Span) -> int:
    return span.end - span.start


def _guards(keys: Iterable[str]) -> Counter[str]:
    own = habits()
    exact = (own.guards - own.hedges) | own.numbers.keys()
    return Counter(key for key in keys if key in exact or key.isdigit())
