"""What a question tells of the asker's own body: "should I see somebody, I heard a snap"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from simulator.understanding.denial import Said
from simulator.understanding.description import FEELING, MOMENT, Description
from simulator.understanding.hearing import Heard
from simulator.understanding.listening import habits
from simulator.understanding.phrases import Span
from simulator.understanding.samples import CompiledModel

_WITH = frozenset(["with", "on", "through", "about", "despite"])
_NEAR = 3


def tells(
    heard: Heard, start: int, named: Sequence[Span], description: Description, model: CompiledModel
) -> bool:
    """Whether the question from `start` on tells of something felt, beside what it names.

    What it only asks for is not told: "is my foot swollen". When something hurts is no news.
    """
    return any(
        _is_told(heard, start, felt, named)
        for felt in description.meant(FEELING, Said.SO)
        if not _is_moment(felt, model) and not _within(felt, named)
    )


def only_asks(heard: Heard, start: int, description: Description) -> bool:
    """Whether the question is no more than whether something is felt: "is my foot swollen"."""
    return any(_is_asked(heard, start, felt) for felt in description.meant(FEELING, Said.SO))


def _is_asked(heard: Heard, start: int, felt: Span) -> bool:
    leading = heard.spoken[heard.origins[start] : heard.origins[felt.start]]
    return bool(leading) and leading[0] in habits().inversions and _only_names(leading[1:])


def _is_moment(felt: Span, model: CompiledModel) -> bool:
    """Whether it is a time at which something hurts, and no warning by itself."""
    return MOMENT in model.types and felt.value in model.moments


def _within(felt: Span, named: Iterable[Span]) -> bool:
    return any(name.start <= felt.start and felt.end <= name.end for name in named)


def _is_told(heard: Heard, start: int, felt: Span, named: Sequence[Span]) -> bool:
    own = habits()
    begins, ends = heard.origins[start], heard.origins[felt.start]
    spoken = heard.spoken
    if _is_asked(heard, start, felt):
        return False
    if any(_asks_what_it_does(heard, name, felt) for name in named):
        return False
    if not _WITH.isdisjoint(spoken[max(ends - _NEAR, begins) : ends]):
        return True
    through = heard.origins[felt.end - 1] + 1
    return any(
        word in own.own and (word == "my" or not (at and spoken[at - 1] in own.inversions))
        for at, word in enumerate(spoken[:through])
    )


def _only_names(words: Sequence[str]) -> bool:
    """Whether `words` are no more than who or what is asked about: "my left foot be"."""
    own = habits()
    return own.pronouns.union(own.parts, own.dropped, own.inside, own.unsaid).issuperset(words)


def _asks_what_it_does(heard: Heard, name: Span, felt: Span) -> bool:
    between = heard.keys[name.end : felt.start]
    return name.end <= felt.start and not habits().makes.isdisjoint(between)
