"""The steps from an utterance to an intent with its slots.

Surest first: a sample word for word; several answers in one breath; a sample with its slots
filled; a topic that must be heard at any time; a sample that is nearly the same, with the same
denials and doubts in it; a command among light words; a sign to stop, an exercise or a number in
other words than a sample has; a question about something that has an answer; the beginning that
many samples of one intent share; free speech that names places and feelings; a question about a
name that nobody knows. What none of them takes is `AMAZON.FallbackIntent`.
"""

from __future__ import annotations

from typing import NamedTuple

from simulator.understanding.denial import Said, how_said
from simulator.understanding.description import (
    FEELING,
    INTENT,
    PLACE,
    Description,
    describe,
    slots_of,
)
from simulator.understanding.filling import best_fit
from simulator.understanding.hearing import Heard, hear, keyed
from simulator.understanding.listening import habits
from simulator.understanding.nearly import asked_for, nearly_filled
from simulator.understanding.phrases import Span
from simulator.understanding.question import Question, asked, names, question_start
from simulator.understanding.samples import NUMBER, CompiledModel
from simulator.understanding.spelling import corrected
from simulator.understanding.telling import only_asks, tells
from simulator.understanding.unknown import about_nothing_known
from simulator.understanding.warning import warned_of
from simulator.understanding.wholes import (
    begun_alike,
    commanded,
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
    guessed = (
        _topic(heard, model)
        or said_nearly(heard.keys, _told(heard, description), model)
        or commanded(heard.keys, _commands(heard), model)
    )
    if guessed:
        return Understood(guessed, {})
    named = _named(heard, model, description)
    if named:
        return named
    question = asked(corrected(heard, model), model)
    if (question or question_start(heard) is not None) and _tells(heard, model, description):
        return _described(heard, model, description)
    answerable = _answerable(question, heard, model, description) if question else None
    if answerable:
        return answerable
    begun = _begun(heard, model, description)
    if begun:
        return Understood(begun, {})
    free = _free(heard, model, description)
    if free.intent == FALLBACK and not description.mentions:
        return _unknown(heard, model) or free
    return free


def _unknown(heard: Heard, model: CompiledModel) -> Understood | None:
    found = about_nothing_known(heard, model)
    if found is None:
        return None
    intent, gap, span = found
    return Understood(intent, {gap.slot: Slot(heard.said(span.start, span.end), None)})


def _filled(heard: Heard, model: CompiledModel, description: Description) -> Understood | None:
    fit = best_fit(heard.keys, model, description)
    if fit is None:
        return None
    slots = {gap.slot: _slot(heard, span, gap.kind) for gap, span in fit.filling}
    return Understood(fit.template.intent, slots)


def _commands(heard: Heard) -> tuple[str, ...]:
    own = habits()
    return own.commands if question_start(heard) is not None else (*own.commands, *own.told)


def _named(heard: Heard, model: CompiledModel, description: Description) -> Understood | None:
    """A sign to stop, or an exercise, a routine or a number, in the speaker's own words."""
    found = None if _asks(heard) else warned_of(heard, model, description)
    found = found or asked_for(heard.keys, model) or nearly_filled(heard.keys, model)
    if found is None:
        return None
    intent, gap, span = found
    return Understood(intent, {gap.slot: _slot(heard, span, gap.kind)})


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
    """A description in the speaker's own words, or the doubt that is all that is left of one.

    Who asks why it hurts there, tells where: "why is the back of my heel sore".
    """
    if _asks(heard) and not _asks_why(heard, description):
        return Understood(FALLBACK, {})
    if description.says_something:
        return _described(heard, model, description)
    for end in range(len(heard.keys) - 1, 0, -1):
        intent = model.exact.get(heard.keys[:end])
        if intent in habits().doubtful_answers and description.mentions:
            return Understood(intent, {})
    return Understood(FALLBACK, {})


def _tells(heard: Heard, model: CompiledModel, description: Description) -> bool:
    """Whether the question tells of something felt, which is heard first."""
    named = [span for _, span in names(heard, model)]
    return tells(heard, question_start(heard) or 0, named, description, model)


def _answerable(
    question: Question, heard: Heard, model: CompiledModel, description: Description
) -> Understood | None:
    """The question; None where nobody but the asker can know: "is my foot swollen"."""
    if only_asks(heard, question_start(heard) or 0, description) and not names(heard, model):
        return None
    if question.gap is None or question.span is None:
        return Understood(question.intent, {})
    return Understood(question.intent, {question.gap.slot: _slot(heard, question.span)})


def _described(heard: Heard, model: CompiledModel, description: Description) -> Understood:
    slots = {name: _slot(heard, span) for name, span in slots_of(description, model)}
    return Understood(INTENT, slots)


def _asks(heard: Heard) -> bool:
    """Whether it is a question: "could it be swollen", not "couldn't walk on it"."""
    own = habits()
    first, second = (*heard.words, "", "")[:2]
    asks_whether_it_can = first in own.abilities and second in own.pronouns | own.parts
    return asks_whether_it_can or (first in own.questions and second != "not")


def _asks_why(heard: Heard, description: Description) -> bool:
    own = habits()
    hurts = not keyed(own.pains).isdisjoint(heard.keys)
    place = bool(description.meant(PLACE, Said.SO))
    felt = bool(description.meant(FEELING, Said.SO))
    return heard.words[0] in own.open_questions and ((place and hurts) or felt)


def _slot(heard: Heard, span: Span, kind: str = "") -> Slot:
    if kind == NUMBER:
        return Slot(span.value, None)
    return Slot(heard.said(span.start, span.end), span.value)
