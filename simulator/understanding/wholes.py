"""An utterance taken as a whole: a sample, several answers in one breath, nearly a sample."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process

from simulator.understanding.hearing import keyed, trimmings, without_fillers
from simulator.understanding.listening import habits
from simulator.understanding.samples import CompiledModel, Keys

_MOST_PARTS = 4
_NEAR_ENOUGH = 90.0
_NEAREST = 8


def said_exactly(keys: Keys, model: CompiledModel) -> str | None:
    """The intent that has `keys` as a sample: as said, without repeated words, or trimmed."""
    return next((model.exact[one] for one in _readings(keys) if one in model.exact), None)


def _readings(keys: Keys) -> Iterator[Keys]:
    """`keys` as said, without the fillers at the edges, and without repeated words."""
    yield from trimmings(keys)
    for whole in trimmings(keys):
        yield tuple(key for at, key in enumerate(whole) if at == 0 or whole[at - 1] != key)


def joined(keys: Keys, model: CompiledModel) -> str | None:
    """The intent of "yep, all the time" or "stop please, I'm done": samples and nothing else.

    Of answers the most doubtful is what was meant; a plain yes beside a plain no is no answer.
    Samples of anything else are joined where they all mean the same.
    """
    own = habits()
    parts = _parts_of(keys, model.answers)
    if parts:
        return None if own.plain_answers <= set(parts) else min(parts, key=own.answers.index)
    others = set(_parts_of(keys, model.exact) or ())
    return others.pop() if len(others) == 1 else None


def _parts_of(keys: Keys, exact: Mapping[Keys, str]) -> list[str] | None:
    readings = (_parts(trimmed, exact, _MOST_PARTS) for trimmed in trimmings(keys))
    return next(filter(None, readings), None)


def _parts(keys: Keys, exact: Mapping[Keys, str], most: int) -> list[str] | None:
    """The intents of the samples that make up `keys`, the longest first; None if they do not.

    A joint joins to something: "no but" is not finished.
    """
    if not keys:
        return []
    if keys[0] in habits().joints and len(keys) > 1:
        return _parts(keys[1:], exact, most)
    if most == 0:
        return None
    for end in range(len(keys), 0, -1):
        if keys[:end] in exact:
            rest = _parts(keys[end:], exact, most - 1)
            if rest is not None:
                return [exact[keys[:end]], *rest]
    return None


def said_nearly(keys: Keys, told: frozenset[str], model: CompiledModel) -> str | None:
    """The intent of the slotless sample that is nearly `keys`, with the same denials and doubts.

    `told` are the words that name a place or a feeling: the sample must hold them too.
    """
    trimmed = without_fillers(keys)
    if len(trimmed) > model.most_words:
        return None
    candidates = process.extract(
        " ".join(trimmed),
        model.near,
        scorer=fuzz.ratio,
        score_cutoff=_NEAR_ENOUGH,
        limit=_NEAREST,
    )
    for sample, *_ in candidates:
        theirs = tuple(sample.split())
        intent = model.exact[theirs]
        if _guards(trimmed) != _guards(theirs) or told - set(theirs):
            continue
        if intent in habits().plain_answers and len(trimmed) != len(theirs):
            continue
        return intent
    return None


def _guards(keys: Iterable[str]) -> Counter[str]:
    own = habits()
    exact = own.guards | own.numbers.keys()
    return Counter(key for key in keys if key in exact or key.isdigit())


def commanded(keys: Keys, intents: Sequence[str], model: CompiledModel) -> str | None:
    """The one of `intents` whose sample is all that `keys` say, apart from light words around it.

    "Could you go a bit slower for me" says "a bit slower". Where two say as much, it is neither.
    """
    light = keyed(habits().light)
    spans = [span for at in range(len(keys)) for span in model.commands.at(keys, at)]
    alone = [
        span
        for span in spans
        if span.value in intents and light.issuperset((*keys[: span.start], *keys[span.end :]))
    ]
    most = max((span.end - span.start for span in alone), default=0)
    meant = {span.value for span in alone if span.end - span.start == most}
    return meant.pop() if len(meant) == 1 else None


def begun_alike(keys: Keys, model: CompiledModel) -> str | None:
    """The intent that alone has samples which begin like `keys`."""
    trimmed = without_fillers(keys)
    for length in (4, 3, 2):
        intent = model.openings.get(trimmed[:length])
        if intent is not None and len(trimmed) > length:
            return intent
    return None
