"""Acts → what is heard: SSML for the speech and for the reprompt."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from skill.dialog.acts import Act, Named
from skill.library.types import Aspect, Words

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

MOST_CHARACTERS = 8_000
"""Alexa refuses a longer outputSpeech; the walk through all states sees that none is."""


class Speech(Struct, frozen=True):
    """Plain text as it is heard; `reprompt` is set where the last thing said asks."""

    text: str
    reprompt: str | None

    @property
    def ssml(self) -> str:
        """The speech as SSML, escaped."""
        return f"<speak>{self.text.translate(_ESCAPED)}</speak>"

    @property
    def reprompt_ssml(self) -> str | None:
        """The reprompt as SSML, escaped."""
        return f"<speak>{self.reprompt.translate(_ESCAPED)}</speak>" if self.reprompt else None


def speak(words: Words, acts: Sequence[Act], variant: int) -> Speech:
    """Put acts into words. `variant` picks among phrasings that mean the same.

    Raises:
        KeyError: an act, or a name that it wants, has no words. The content checks and the
            walk through all states see to it that none is missing.
    """
    said = [_spoken(words, act, variant) for act in acts]
    return Speech(" ".join(said), _reprompt(words, acts[-1]))


def _spoken(words: Words, act: Act, variant: int) -> str:
    if act.about is not None:
        return _own_words(words, act.id, act.about)
    lines = words.prompts[act.id].say if act.id in words.prompts else words.statements[act.id].say
    names = {
        placeholder: _listed(words, [_name(words, named) for named in named_ones])
        for placeholder, named_ones in act.names.items()
    }
    return _picked(lines, variant).format_map(names)


def _own_words(words: Words, id: str, about: str) -> str:
    if id in {"answer", "answer-more"}:
        return _answer(words, *about.split("/"))
    if id in {"about", "until"}:
        text = getattr(words.conditions[about], id)
    elif id == "because":
        text = words.red_flags[about].because
    else:
        field = {"ask": "ask", "ask-plainer": "plainer", "explain": "why"}[id]
        text = getattr(_question(words, about), field)
    return str(text)


def _answer(words: Words, topic: str, aspect: str, more: str | None = None) -> str:
    """The short answer, or one of the parts that follow it."""
    answer = words.topics[topic].aspects[Aspect(aspect)]
    return " ".join(answer.say) if more is None else answer.more[int(more)]


def _question(words: Words, id: str) -> object:
    for questions in (words.findings, words.red_flags, words.gates):
        if id in questions:
            return questions[id]
    raise KeyError(id)


def _reprompt(words: Words, act: Act) -> str | None:
    if act.id in {"ask", "ask-plainer"} and act.about is not None:
        return str(getattr(_question(words, act.about), "reprompt"))  # noqa: B009
    return words.prompts[act.id].reprompt if act.id in words.prompts else None


def _name(words: Words, named: Named) -> str:
    if named.id in words.conditions:
        return words.conditions[named.id].name
    if named.id in words.topics:
        return words.topics[named.id].name
    found = words.findings.get(named.id) or words.red_flags[named.id]
    return str(found.name if named.present else found.absent)


def _listed(words: Words, names: Sequence[str]) -> str:
    """One name as it is; two or three joined as the language joins them."""
    if len(names) == 1:
        return names[0]
    join = words.statements["join-two" if len(names) == 2 else "join-three"]
    return _picked(join.say, 0).format_map(dict(zip(("one", "two", "three"), names, strict=False)))


def _picked(lines: Sequence[str], variant: int) -> str:
    return lines[variant % len(lines)]
