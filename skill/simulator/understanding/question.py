"""Questions in the asker's own words that name something there is an answer for.

Like Amazon's, it takes a question for the intent whose samples it is most like, once what is
named in it is set aside.
"""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz, process

from skill.simulator.understanding.hearing import Heard, key, trimmings, without_fillers
from skill.simulator.understanding.listening import habits
from skill.simulator.understanding.phrases import Span
from skill.simulator.understanding.samples import CONDITION, TOPIC, CompiledModel, Gap, Keys

_ALIKE = 60.0


class Question(NamedTuple):
    """The intent that a question is taken for, and the slot that is filled with what it names."""

    intent: str
    gap: Gap
    span: Span


def asked(heard: Heard, model: CompiledModel) -> Question | None:
    """The question that `heard` is, about what it names; None where it is none."""
    if not _is_question(heard):
        return None
    topic, condition = _longest(TOPIC, heard, model), _longest(CONDITION, heard, model)
    # "Does ice help shin splints" is about ice.
    if topic and not (condition and _part_of(topic, condition)):
        intent, gap = next(
            (name, gap) for name, gaps in model.slots.items() for gap in gaps if gap.kind == TOPIC
        )
        return Question(intent, gap, topic)
    return _about(condition, heard.keys, model) if condition else None


def _is_question(heard: Heard) -> bool:
    asking = set(map(key, habits().questions | habits().abilities))
    starts = ((*keys, "", "")[:2] for keys in trimmings(heard.keys))
    # "When do I worry" asks, "when I run" tells.
    return any(
        first in asking or (first == "when" and second in asking) for first, second in starts
    )


def _longest(kind: str, heard: Heard, model: CompiledModel) -> Span | None:
    """The value of `kind` with most words, the first of several; None where none is named."""
    if kind not in model.types:
        return None
    found = (span for at in range(len(heard.keys)) for span in model.types[kind].at(heard.keys, at))
    return max(found, key=lambda span: span.end - span.start, default=None)


def _part_of(one: Span, other: Span) -> bool:
    """Whether `one` is no more than a part of the longer thing that is named there."""
    meet = one.start < other.end and other.start < one.end
    return meet and one.end - one.start <= other.end - other.start


def _about(span: Span, keys: Keys, model: CompiledModel) -> Question | None:
    """The intent with the sample that is most like the rest of the question."""
    rest = " ".join(without_fillers((*keys[: span.start], "{}", *keys[span.end :])))
    alike = process.extractOne(rest, model.questions.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    if alike is None:
        return None
    intent = model.questions[alike[0]]
    gap = next(gap for gap in model.slots[intent] if gap.kind == CONDITION)
    return Question(intent, gap, span)
