"""Answers said in several ways in one breath: "yep, all the time", "nope, never"."""

from __future__ import annotations

from skill.simulator.listening import habits
from skill.simulator.samples import CompiledModel, Keys

_MOST_PARTS = 4


def joined_answer(keys: Keys, model: CompiledModel) -> str | None:
    """The intent of an utterance that is made of samples of answering intents and nothing else.

    The most doubtful of them is what was meant; a plain yes beside a plain no is no answer.
    """
    own = habits()
    parts = _parts(keys, model, _MOST_PARTS)
    if not parts or own.plain_answers <= set(parts):
        return None
    return min(parts, key=own.answers.index)


def _parts(keys: Keys, model: CompiledModel, most: int) -> list[str] | None:
    """The intents of the samples that make up `keys`, the longest first; None if they do not."""
    if not keys:
        return []
    if keys[0] in habits().joints:
        return _parts(keys[1:], model, most)
    if most == 0:
        return None
    for end in range(len(keys), 0, -1):
        intent = model.exact.get(keys[:end])
        if intent in habits().answers:
            rest = _parts(keys[end:], model, most - 1)
            if rest is not None:
                return [intent, *rest]
    return None
