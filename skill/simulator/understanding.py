"""What Alexa would make of an utterance: the intent and its slots, by the committed model.

The steps, surest first: a sample word for word; several answers in one breath; a sample with its
slots filled; a topic that must be heard at any time; a sample that is nearly the same, with the
same denials and doubts in it; the beginning that many samples of one intent share; free speech
that names places and feelings. What none of them takes is `AMAZON.FallbackIntent`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process

from skill.simulator.answers import joined_answer
from skill.simulator.denial import Said, how_said
from skill.simulator.description import (
    DENIED_SLOT,
    FEELING,
    INTENT,
    PLACE,
    Description,
    describe,
    slots_of,
)
from skill.simulator.hearing import Heard, hear, without_fillers
from skill.simulator.listening import habits
from skill.simulator.phrases import Span
from skill.simulator.samples import NUMBER, CompiledModel, Gap, Keys, Template, compile_model
from skill.simulator.spoken_numbers import number_at

__all__ = ["CompiledModel", "Slot", "Understood", "compile_model", "understand"]

FALLBACK = "AMAZON.FallbackIntent"

_NEAR_ENOUGH = 90.0
_NEAREST = 8


Fit = tuple[Template, list[tuple[Gap, Span]]]
"""A sample and the values that fill its slots."""


class Slot(NamedTuple):
    """What was said for a slot, and the id of the value it stands for; None where there is none."""

    value: str
    id: str | None


class Understood(NamedTuple):
    """An intent and its filled slots by name."""

    intent: str
    slots: dict[str, Slot]


def understand(text: str, model: CompiledModel) -> Understood:
    """The intent and slots that `text` is taken for. Pure; never raises for any text."""
    heard = hear(text)
    description = describe(heard, model)
    return (
        _exact(heard, model)
        or _joined(heard, model)
        or _filled(heard, model, description)
        or _topic(heard, model)
        or _near(heard, model, description)
        or _opening(heard, model, description)
        or _free(heard, model, description)
        or Understood(FALLBACK, {})
    )


def _exact(heard: Heard, model: CompiledModel) -> Understood | None:
    for keys in _readings(heard.keys):
        if keys in model.exact:
            return Understood(model.exact[keys], {})
    return None


def _joined(heard: Heard, model: CompiledModel) -> Understood | None:
    intent = joined_answer(without_fillers(heard.keys), model)
    return None if intent is None else Understood(intent, {})


def _readings(keys: Keys) -> Iterator[Keys]:
    """`keys` as said, without repeated words, and without the fillers at the edges."""
    yield keys
    trimmed = without_fillers(keys)
    yield trimmed
    for whole in (keys, trimmed):
        yield tuple(key for at, key in enumerate(whole) if at == 0 or whole[at - 1] != key)


def _filled(heard: Heard, model: CompiledModel, description: Description) -> Understood | None:
    """The sample with slots that fits from the first word to the last, with most words its own."""
    words = set(heard.keys)
    fitting: list[Fit] = [
        (template, filling)
        for template in model.templates
        if template.literals <= words
        and (filling := _filling(template.parts, heard.keys, 0, model)) is not None
        and _as_meant(filling, description)
    ]
    if not fitting:
        return None
    intent = max(fitting, key=lambda fit: (_own_words(fit), -len(fit[1])))[0].intent
    _, filling = max((fit for fit in fitting if fit[0].intent == intent), key=_detail)
    return Understood(intent, {gap.slot: _slot(heard, span, gap.kind) for gap, span in filling})


def _own_words(fit: Fit) -> int:
    template, filling = fit
    return len(template.parts) - len(filling)


def _detail(fit: Fit) -> tuple[bool, int, int]:
    """How much a fit tells: a place first, then the value with most words, then its own words."""
    places = any(gap.kind == PLACE for gap, _ in fit[1])
    return places, max(span.end - span.start for _, span in fit[1]), _own_words(fit)


def _as_meant(filling: list[tuple[Gap, Span]], description: Description) -> bool:
    """Whether what is denied goes into the slot for that, and nothing else does."""
    for gap, span in filling:
        meant = Said.NOT_SO if gap.slot == DENIED_SLOT else Said.SO
        for mention in description.mentions:
            overlaps = mention.span.start < span.end and span.start < mention.span.end
            if gap.kind in (PLACE, FEELING) and overlaps and mention.said is not meant:
                return False
    return True


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


def _topic(heard: Heard, model: CompiledModel) -> Understood | None:
    """An intent that goes before any description, if a whole sample of it is in what was said."""
    for intent, samples in model.topics.items():
        for start in range(len(heard.keys)):
            for span in samples.at(heard.keys, start):
                # One word may be said in passing ("I ran with my wife"), unless all starts so.
                in_passing = start > 0 and span.end == start + 1
                if not in_passing and how_said(heard, [span]) != [Said.NOT_SO]:
                    return Understood(intent, {})
    return None


def _near(heard: Heard, model: CompiledModel, description: Description) -> Understood | None:
    """The slotless sample that is nearly what was said, and holds the same denials and doubts."""
    keys = without_fillers(heard.keys)
    if len(keys) > model.most_words:
        return None
    told = {
        key
        for mention in description.mentions
        for key in heard.keys[mention.span.start : mention.span.end]
    }
    candidates = process.extract(
        " ".join(keys),
        model.near,
        scorer=fuzz.ratio,
        score_cutoff=_NEAR_ENOUGH,
        limit=_NEAREST,
    )
    for sample, *_ in candidates:
        theirs = tuple(sample.split())
        intent = model.exact[theirs]
        if _guards(keys) != _guards(theirs) or told - set(theirs):
            continue
        if intent in habits().plain_answers and len(keys) != len(theirs):
            continue
        return Understood(intent, {})
    return None


def _guards(keys: Iterable[str]) -> Counter[str]:
    return Counter(key for key in keys if key in habits().guards)


def _opening(heard: Heard, model: CompiledModel, description: Description) -> Understood | None:
    """The intent that alone has samples which begin like this."""
    if description.meant(PLACE, Said.SO):
        return None
    keys = without_fillers(heard.keys)
    for length in (4, 3, 2):
        intent = model.openings.get(keys[:length])
        if intent is not None and len(keys) > length:
            return Understood(intent, {})
    return None


def _free(heard: Heard, model: CompiledModel, description: Description) -> Understood | None:
    """A description in the speaker's own words."""
    if heard.words and heard.words[0] in habits().questions:
        return None
    if description.says_something:
        return Understood(
            INTENT, {name: _slot(heard, span) for name, span in slots_of(description, model)}
        )
    for end in range(len(heard.keys) - 1, 0, -1):
        intent = model.exact.get(heard.keys[:end])
        if intent in habits().doubtful_answers and description.mentions:
            return Understood(intent, {})
    return None


def _slot(heard: Heard, span: Span, kind: str = "") -> Slot:
    if kind == NUMBER:
        return Slot(span.value, None)
    return Slot(heard.said(span.start, span.end), span.value)
