"""Questions in the asker's own words that have an answer.

Like Amazon's, it takes a question for the intent whose samples it is most like, once what is
named in it is set aside. What leads to a question or stands before it may name what it is about:
"they said it's tarsal tunnel, what is that".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process

from simulator.understanding.alike import Likeness
from simulator.understanding.hearing import Heard, keyed, keys_of, trimmings, without_fillers
from simulator.understanding.listening import habits
from simulator.understanding.phrases import Span
from simulator.understanding.samples import (
    CONDITION,
    GAP,
    TOPIC,
    CompiledModel,
    Gap,
    Keys,
    Wanted,
)

_WITH_A_QUESTION = frozenset(["when", "at", "for", "in", "with", "since"])

_ALIKE = 60.0
_NAMED_ENOUGH = 0.6
_WHOLE_ENOUGH = 0.8
_SAME = 0.95
_OPEN_ENOUGH = 0.62
_KNOWN_ENOUGH = 0.75


class Question(NamedTuple):
    """The intent that a question is taken for, and what it names with the slot for it, if any."""

    intent: str
    gap: Gap | None = None
    span: Span | None = None


def asked(heard: Heard, model: CompiledModel) -> Question | None:
    """The question that `heard` is, or that it ends in; None where it is none."""
    start = question_start(heard)
    if start is not None:
        return _asked_from(start, heard, model)
    for start in _later_starts(heard.keys):
        if names(heard, model) and (found := _asked_from(start, heard, model)):
            return found
    return _headed(heard, model)


def names(heard: Heard, model: CompiledModel) -> list[tuple[str, Span]]:
    """Every topic and condition named, each at its longest, with its slot type."""
    return [
        (kind, span)
        for kind in (TOPIC, CONDITION)
        if kind in model.types
        for at in range(len(heard.keys))
        for span in model.types[kind].at(heard.keys, at)[-1:]
    ]


def question_start(heard: Heard) -> int | None:
    """Where the question begins that `heard` is, after what leads to it; None if it is none."""
    keys = heard.keys
    for trimmed in trimmings(keys):
        start = keys.index(trimmed[0]) if trimmed else 0
        led = _led_to(trimmed)
        if _asks(trimmed[led:]) or (led and not _indirect().isdisjoint(trimmed[led:])):
            return start + led
    return None


def _later_starts(keys: Keys) -> Iterator[int]:
    """Where a question begins after something that was told and leaves nothing in doubt."""
    for at in range(1, len(keys)):
        if _asks_anew(keys[at:]) and keyed(habits().denials).isdisjoint(keys[:at]):
            yield at


def _asks(keys: Keys) -> bool:
    asking = keyed(habits().questions | habits().abilities | habits().requests)
    first, second = (*keys, "", "")[:2]
    # "When do I worry" asks, "when I run" tells.
    if first in _WITH_A_QUESTION:
        return second in asking
    # "Can't feel my foot" tells.
    if second in habits().denials:
        return False
    return first in asking or (first == "did" and second in habits().pronouns)


def _asks_anew(keys: Keys) -> bool:
    """As `_asks`, and not "it is sore": "is it bad", "what is it"."""
    own = habits()
    anew = keys[0] not in keyed(own.inversions) or not own.pronouns.isdisjoint(keys[1:2])
    return anew and _asks(keys)


def _led_to(keys: Keys) -> int:
    """How many words at the start lead to a question: "could you tell me"."""
    at = 0
    leads = [keys_of(lead) for lead in habits().asking_first]
    while here := [len(lead) for lead in leads if keys[at : at + len(lead)] == lead]:
        at += max(here)
    return at


def _indirect() -> frozenset[str]:
    return keyed(habits().indirect)


def _asked_from(start: int, heard: Heard, model: CompiledModel) -> Question | None:
    """The question that begins at `start`: one known as a whole, else about what it names."""
    keys = heard.keys
    named = [(kind, span) for kind, span in names(heard, model) if span.start >= start]
    topic, condition = _longest(TOPIC, named), _longest(CONDITION, named)
    whole = _open(start, keys, model, _SAME if condition or topic else _WHOLE_ENOUGH)
    if whole and whole.span:
        return whole
    # "Does ice help shin splints" is about ice.
    if topic and not (condition and (_part_of(topic, condition) or _is_aspect(topic, keys))):
        intent, gap = _first_with(TOPIC, model)
        return Question(intent, gap, topic)
    if condition:
        return _about(condition, keys[start:], condition.start - start, model)
    found = _open(start, keys, model, _OPEN_ENOUGH)
    before = _longest(CONDITION, names(heard, model))
    if not before or (found and found.span):
        return found
    if not found:
        return _about(before, keys, before.start, model)
    return Question(found.intent, _gap(found.intent, CONDITION, model), before)


def _headed(heard: Heard, model: CompiledModel) -> Question | None:
    """A heading, which asks for something about a name in two words: "shin splints exercises"."""
    own, name = habits(), _longest(CONDITION, names(heard, model))
    if name is None or not (own.own | own.pains | own.denials).isdisjoint(heard.spoken):
        return None
    rest = (*heard.keys[: name.start], GAP, *heard.keys[name.end :])
    alike = model.about_named.most_like(rest)
    if alike is None or alike.score < _SAME:
        return None
    return Question(alike.what, _gap(alike.what, CONDITION, model), name)


def _gap(intent: str, kind: str, model: CompiledModel) -> Gap:
    return next(gap for gap in model.slots[intent] if gap.kind == kind)


def _longest(kind: str, named: list[tuple[str, Span]]) -> Span | None:
    """The value of `kind` with most words, the first of several; None where none is named."""
    found = (span for its_kind, span in named if its_kind == kind)
    return max(found, key=lambda span: span.end - span.start, default=None)


def _first_with(kind: str, model: CompiledModel) -> tuple[str, Gap]:
    return next(
        (name, gap) for name, gaps in model.slots.items() for gap in gaps if gap.kind == kind
    )


def _is_aspect(topic: Span, keys: Keys) -> bool:
    """Whether it says what is wanted of a name, as "rehab" does."""
    return keys[topic.start : topic.end] in map(keys_of, habits().aspects)


def _part_of(one: Span, other: Span) -> bool:
    """Whether `one` is no more than a part of the longer thing that is named there."""
    meet = one.start < other.end and other.start < one.end
    return meet and one.end - one.start <= other.end - other.start


def _about(span: Span, keys: Keys, at: int, model: CompiledModel) -> Question:
    """The intent with the sample that is most like the rest of the question.

    Where none is, it asks what the thing is: so much at least can be told.
    """
    rest = without_fillers((*keys[:at], GAP, *keys[at + span.end - span.start :]))
    by_meaning = model.about_named.most_like(rest)
    by_letters = process.extractOne(
        " ".join(rest), model.questions.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE
    )
    if by_meaning and by_meaning.score >= _NAMED_ENOUGH:
        intent = by_meaning.what
    elif by_letters:
        intent = model.questions[by_letters[0]]
    else:
        intent, _ = _first_with(CONDITION, model)
    return Question(intent, _gap(intent, CONDITION, model), span)


def _open(start: int, keys: Keys, model: CompiledModel, enough: float) -> Question | None:
    """The stored question that names nothing, or is a topic as a whole, and is most like this."""
    rest = keys[start:]
    exact = model.exact.get(rest)
    alike = Likeness(Wanted(exact, None), 1.0) if exact else model.about_it.most_like(rest)
    strange = any(key not in model.vocabulary for key in rest)
    if not alike or alike.score < max(enough, _KNOWN_ENOUGH if strange else 0.0):
        return None
    intent, topic = alike.what
    gaps = model.slots.get(intent, ())
    if topic is not None:
        return Question(intent, _gap(intent, TOPIC, model), Span(start, len(keys), topic))
    return Question(intent) if any(gap.kind == CONDITION for gap in gaps) else None
