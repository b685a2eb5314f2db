"""Samples with slots: which of them fits what was said, and the values that fill it."""

from __future__ import annotations

from typing import NamedTuple

from simulator.understanding.denial import Said
from simulator.understanding.description import DENIED_SLOT, PLACE, Description
from simulator.understanding.phrases import Span, number_at
from simulator.understanding.samples import NUMBER, CompiledModel, Gap, Keys, Template


class Fit(NamedTuple):
    """A sample and the values that fill its slots."""

    template: Template
    filling: list[tuple[Gap, Span]]


def best_fit(keys: Keys, model: CompiledModel, description: Description) -> Fit | None:
    """The sample with slots that fits from the first word to the last, with most words its own.

    Of the samples of its intent, it is the one that tells most.
    """
    words = set(keys)
    fitting = [
        Fit(template, filling)
        for template in model.templates
        if template.literals <= words
        and (filling := _filling(template.parts, keys, 0, model)) is not None
        and _as_meant(filling, description)
        and _rises(filling)
    ]
    if not fitting:
        return None
    intent = max(fitting, key=lambda fit: (_own_words(fit), -len(fit.filling))).template.intent
    return max((fit for fit in fitting if fit.template.intent == intent), key=_detail)


def _own_words(fit: Fit) -> int:
    return len(fit.template.parts) - len(fit.filling)


def _detail(fit: Fit) -> tuple[bool, int, int]:
    """How much a fit tells: a place first, then the value with most words, then its own words."""
    places = any(gap.kind == PLACE for gap, _ in fit.filling)
    return places, max(span.end - span.start for _, span in fit.filling), _own_words(fit)


def _as_meant(filling: list[tuple[Gap, Span]], description: Description) -> bool:
    """Whether what is denied goes into the slot for that, and nothing else does."""
    for gap, span in filling:
        meant = Said.NOT_SO if gap.slot == DENIED_SLOT else Said.SO
        for mention in description.mentions:
            overlaps = mention.span.start < span.end and span.start < mention.span.end
            # "Ten out of ten" is felt, it is more than a number.
            if gap.kind == NUMBER and overlaps:
                return False
            if gap.kind == mention.kind and overlaps and mention.said is not meant:
                return False
    return True


def _rises(filling: list[tuple[Gap, Span]]) -> bool:
    """Whether of several numbers the last is the highest: "five or six", not "six or five"."""
    numbers = [int(span.value) for gap, span in filling if gap.kind == NUMBER]
    return not numbers or numbers[-1] == max(numbers)


def _filling(
    parts: tuple[str | Gap, ...], keys: Keys, at: int, model: CompiledModel
) -> list[tuple[Gap, Span]] | None:
    """The values that make `parts` of `keys` from `at` to the end; None if they cannot."""
    if not parts:
        return [] if at == len(keys) else None
    part, following = parts[0], parts[1:]
    if isinstance(part, str):
        fits = at < len(keys) and keys[at] == part
        return _filling(following, keys, at + 1, model) if fits else None
    for span in reversed(_values_at(part.kind, keys, at, model)):
        rest = _filling(following, keys, span.end, model)
        if rest is not None:
            return [(part, span), *rest]
    return None


def _values_at(kind: str, keys: Keys, at: int, model: CompiledModel) -> list[Span]:
    if kind == NUMBER:
        return number_at(keys, at)
    return model.types[kind].at(keys, at) if kind in model.types else []
