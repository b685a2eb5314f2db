"""The steps from an utterance to an intent with its slots.

Surest first: a sample word for word; several answers in one breath; a sample with its slots
filled; a topic that must be heard at any time; a sample that is nearly the same, with the same
denials and doubts in it; a question about something that has an answer; the beginning that many
samples of one intent share; free speech that names places and feelings. What none of them takes is
`AMAZON.FallbackIntent`.
"""

from __future__ import annotations

from typing import NamedTuple

from skill.simulator.understanding.denial import Said, how_said
from skill.simulator.understanding.description import (
    INTENT,
    PLACE,
    Description,
    describe,
    slots_of,
)
from skill.simulator.understanding.filling import best_fit
from skill.simulator.understanding.hearing import Heard, hear
from skill.simulator.understanding.listening import habits
from skill.simulator.understanding.phrases import Span
from skill.simulator.understanding.question import asked
from skill.simulator.understanding.samples import NUMBER, CompiledModel
from skill.simulator.understanding.wholes import (
    begun_alike,
    joined,
    said_exactly,
    said_nearly,
)

FALLBACK = "AMAZON.FallbackIntent"


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
    whole = said_exactly(heard.keys, model) or joined(heard.keys, model)
    if whole:
        return Understood(whole, {})
    filled = _filled(heard, model, description)
    if filled:
        return filled
    guessed = _topic(heard, model) or said_nearly(heard.keys, _told(heard, description), model)
    if guessed:
        return Understood(guessed, {})
    question = asked(heard, model)
    if question:
        return Understood(question.intent, {question.gap.slot: _slot(heard, question.span)})
    begun = _begun(heard, model, description)
    if begun:
        return Understood(begun, {})
    return _free(heard, model, description)


def _filled(heard: Heard, model: CompiledModel, description: Description) -> Understood | None:
    fit = best_fit(heard.keys, model, description)
    if fit is None:
        return None
    slots = {gap.slot: _slot(heard, span, gap.kind) for gap, span in fit.filling}
    return Understood(fit.template.intent, slots)


def _topic(heard: Heard, model: CompiledModel) -> str | None:
    """An intent that goes before any description, if a whole sample of it is in what was said."""
    for intent, samples in model.topics.items():
        for start in range(len(heard.keys)):
            for span in samples.at(heard.keys, start):
                # One word may be said in passing ("I ran with my wife"), unless all starts so.
                in_passing = start > 0 and span.end == start + 1
                if not in_passing and how_said(heard, [span]) != [Said.NOT_SO]:
                    return intent
    return None


def _told(heard: Heard, description: Description) -> frozenset[str]:
    return frozenset(
        key
        for mention in description.mentions
        for key in heard.keys[mention.span.start : mention.span.end]
    )


def _begun(heard: Heard, model: CompiledModel, description: Description) -> str | None:
    if description.meant(PLACE, Said.SO):
        return None
    return begun_alike(heard.keys, model)


def _free(heard: Heard, model: CompiledModel, description: Description) -> Understood:
    """A description in the speaker's own words, or the doubt that is all that is left of one."""
    if _asks(heard):
        return Understood(FALLBACK, {})
    if description.says_something:
        return Understood(
            INTENT, {name: _slot(heard, span) for name, span in slots_of(description, model)}
        )
    for end in range(len(heard.keys) - 1, 0, -1):
        intent = model.exact.get(heard.keys[:end])
        if intent in habits().doubtful_answers and description.mentions:
            return Understood(intent, {})
    return Understood(FALLBACK, {})


def _asks(heard: Heard) -> bool:
    """Whether it is a question: "could it be swollen", not "couldn't walk on it"."""
    own = habits()
    first, second = (*heard.words, "", "")[:2]
    asks_whether_it_can = first in own.abilities and second in own.pronouns | own.parts
    return asks_whether_it_can or (first in own.questions and second != "not")


def _slot(heard: Heard, span: Span, kind: str = "") -> Slot:
    if kind == NUMBER:
        return Slot(span.value, None)
    return Slot(heard.said(span.start, span.end), span.value)
