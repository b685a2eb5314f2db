"""Free speech about where it hurts and how: which values it names, and in which slots they go."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from simulator.understanding.denial import Said, how_said
from simulator.understanding.hearing import MOST_WORDS, Heard
from simulator.understanding.listening import habits
from simulator.understanding.phrases import Span
from simulator.understanding.samples import CompiledModel

INTENT = "DescribeIntent"
PLACE, FEELING, MOMENT, SIDE, REPLY = "PLACE", "FEELING", "MOMENT", "SIDE", "REPLY"
DENIED_SLOT = "absent"

_MOST_UNKNOWN = 0.3


class Mention(NamedTuple):
    """A value of a slot type that was spotted, and how it was meant."""

    kind: str
    span: Span
    said: Said


class Description(NamedTuple):
    """What was spotted, and the share of the words that no sample and no value knows."""

    reply: Span | None
    side: Span | None
    mentions: tuple[Mention, ...]
    unknown: float

    def meant(self, kind: str, said: Said) -> list[Span]:
        """The values of `kind` that were said to be so, not so or in doubt; each value once."""
        spans = [mention.span for mention in self.mentions if mention[::2] == (kind, said)]
        contrary = {
            mention.span.value
            for mention in self.mentions
            if mention.kind == kind and mention.said is not said
        }
        first = {span.value: span for span in reversed(spans) if span.value not in contrary}
        return [span for span in spans if first.get(span.value) is span]

    @property
    def says_something(self) -> bool:
        """Whether a place or a feeling was told, be it as absent, in words mostly known."""
        told = (
            self.meant(PLACE, Said.SO)
            or self.meant(FEELING, Said.SO)
            or self.meant(FEELING, Said.NOT_SO)
        )
        return bool(told) and self.unknown <= _MOST_UNKNOWN


def describe(heard: Heard, model: CompiledModel) -> Description:
    """Everything that `heard` names, by the longest values first from left to right."""
    reply = _reply(heard, model)
    start = reply.end if reply else 0
    found = _where_it_hurts(_spotted(heard, model, start), heard)
    spans = [span for _, span in found]
    said = how_said(heard, spans, start)
    side = _side(heard, model)
    mentions = tuple(
        Mention(kind, span, how) for (kind, span), how in zip(found, said, strict=True)
    )
    covered = {
        position
        for span in (*spans, *filter(None, (reply, side)))
        for position in range(span.start, span.end)
    }
    unknown = [
        key
        for position, key in enumerate(heard.keys)
        if position not in covered and key not in model.vocabulary
    ]
    return Description(reply, side, mentions, len(unknown) / max(1, len(heard.spoken)))


def slots_of(description: Description, model: CompiledModel) -> Iterable[tuple[str, Span]]:
    """The slots of the describing intent with what goes in them, as far as they reach."""
    gaps = model.slots.get(INTENT, ())
    values: Mapping[str, Sequence[Span]] = {
        PLACE: description.meant(PLACE, Said.SO),
        FEELING: description.meant(FEELING, Said.SO),
        MOMENT: description.meant(MOMENT, Said.SO),
        SIDE: [description.side] if description.side else [],
        REPLY: [description.reply] if description.reply else [],
    }
    for kind, spans in values.items():
        names = [gap.slot for gap in gaps if gap.kind == kind and gap.slot != DENIED_SLOT]
        yield from zip(names, spans, strict=False)
    for span in description.meant(FEELING, Said.NOT_SO)[:1]:
        yield DENIED_SLOT, span


def _spotted(heard: Heard, model: CompiledModel, start: int) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    while start < len(heard.keys):
        here = [
            (kind, span)
            for kind in (PLACE, FEELING, MOMENT)
            if kind in model.types
            for span in model.types[kind].loosely_at(heard.keys, start, habits().inside)
        ]
        if here:
            longest = max(here, key=lambda kind_and_span: kind_and_span[1].end)
            found.append(longest)
            start = longest[1].end
        else:
            start += 1
    return found


def _where_it_hurts(found: list[tuple[str, Span]], heard: Heard) -> list[tuple[str, Span]]:
    """`found` without the moments of something other than pain: "swollen at night"."""
    pains = [at for at, key in enumerate(heard.keys) if key in habits().pains]
    others = [
        span.start
        for kind, span in found
        if kind == FEELING and not any(span.start <= at < span.end for at in pains)
    ]
    return [
        (kind, span)
        for kind, span in found
        if kind != MOMENT or _nearest(pains, span.start) < _nearest(others, span.start)
    ]


def _nearest(positions: Iterable[int], at: int) -> float:
    """How far the nearest of `positions` before `at` is, or after it where none is before."""
    before = [at - position for position in positions if position < at]
    after = [position - at + MOST_WORDS for position in positions if position > at]
    return min(before or after, default=math.inf)


def _side(heard: Heard, model: CompiledModel) -> Span | None:
    """The side that is named; None where two different ones are."""
    sides: list[Span] = []
    position = 0
    while position < len(heard.keys) and SIDE in model.types:
        here = [
            span
            for span in model.types[SIDE].at(heard.keys, position)
            if heard.spoken_after(span.end) not in habits().not_after_a_side
        ]
        if here:
            sides.append(here[-1])
        position = here[-1].end if here else position + 1
    return sides[0] if len({side.value for side in sides}) == 1 else None


def _reply(heard: Heard, model: CompiledModel) -> Span | None:
    """The answer that comes before the description: "no, but it is stiff"."""
    if REPLY not in model.types:
        return None
    own = habits()
    for span in reversed(model.types[REPLY].at(heard.keys, 0)):
        words = heard.words[: span.end]
        doubtful = len(words) > 1 and not own.denials.isdisjoint(words)
        goes_on = own.goes_on_after_doubt if doubtful else own.goes_on
        following = heard.spoken_after(span.end)
        if following in goes_on or (following and words[0] in own.assents):
            return span
    return None
