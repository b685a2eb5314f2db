"""Acts → what is heard: texts in their order, and the reprompt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from skill.dialog.reply import Act, Named, Spoken
from skill.library.answer_texts import ANSWERS, MORE, answer_texts
from skill.library.region import Regional, as_written
from skill.library.speech_length import spoken_seconds
from skill.library.types import Words
from skill.voice import cues
from skill.voice.parts import Part, lead_in, total
from skill.voice.phrasing import fill, lines_of, names_of_time, pick


class Speech(Struct, frozen=True):
    """What is heard, part by part; `reprompt` is set where the last thing said asks.

    `lead` are the seconds before the first cue of a set; None where nothing is timed. `beside`
    is what is said outside the timed sound, for a device that plays none of it; it may stand for
    the first part, which the sound then leaves out.
    """

    parts: tuple[Part, ...]
    reprompt: str | None
    lead: float | None = None
    beside: str = ""

    @property
    def played(self) -> tuple[Part, ...]:
        """The parts of a sound that has `beside` before it."""
        return self.parts[1:] if self._begins_beside else self.parts

    @property
    def lead_beside(self) -> float:
        """Seconds before the first cue of such a sound."""
        first = self.parts[0].lasts if self._begins_beside else 0.0
        return (self.lead or 0.0) - first + spoken_seconds(self.beside)

    @property
    def _begins_beside(self) -> bool:
        return self.beside.startswith(self.parts[0].text)

    @property
    def text(self) -> str:
        """All of it as plain text."""
        return " ".join(part.text for part in self.parts if part.text)


def speak(
    words: Words, acts: Sequence[Spoken], variant: int, regional: Regional = as_written
) -> Speech:
    """Put acts into words. `variant` picks among phrasings that mean the same.

    `regional` puts each text into the words of a locale.

    Where a set is among them, what comes before it gets intervals of known length, so that
    the set begins when it is said to.

    Raises:
        KeyError: an act, or a name that it wants, has no words. The content checks and the
            walk through all states see to it that none is missing.
    """
    parts: list[Part] = []
    lead: float | None = None
    for act in acts:
        if isinstance(act, Act) and act.cues:
            if lead is None:
                parts = [lead_in(part.text) for part in parts]
                lead = total(parts)
            timed = cues.parts_of(words, act, variant)
            # A set has a hundred of them, and most locales put nothing otherwise.
            parts += (
                timed
                if regional is as_written
                else (Part(regional(part.text), part.seconds, part.tone) for part in timed)
            )
        else:
            parts += (Part(regional(text)) for text in _said(words, act, variant))
    reprompt = _reprompt(words, acts[-1])
    beside = regional(_beside(words, acts, variant)) if lead is not None else ""
    return Speech(tuple(parts), regional(reprompt) if reprompt else None, lead, beside)


MOST_BESIDE = 6.0
"""Seconds of the first sentence that may stand beside a set."""


def _beside(words: Words, acts: Sequence[Spoken], variant: int) -> str:
    """The first sentence, where it is short; and how to be heard after all as a session begins."""
    first = acts[0]
    text = ""
    is_short_by_kind = first.about is None or first.id == "set-up-detail"
    if is_short_by_kind and not (isinstance(first, Act) and first.cues):
        (text,) = _said(words, first, variant)
    is_short = spoken_seconds(text) <= MOST_BESIDE
    if any(act.id == "any-time" for act in acts):
        hint = fill(words, "beside-first", 0)
        return f"{text} {hint}" if text and is_short else hint
    return text if text and is_short else fill(words, "beside-set", 0)


def _said(words: Words, act: Spoken, variant: int) -> Iterator[str]:
    """The texts of an act: one, but of a whole set-up one for each breath."""
    if act.id == "whole-set-up" and act.about is not None:
        yield from words.exercises[act.about].whole_setup
    elif act.about is not None:
        yield _own_words(words, act.id, act.about)
    else:
        yield _line(words, act, variant)


def _line(words: Words, act: Spoken, variant: int) -> str:
    line = pick(lines_of(words, act.id), variant)
    filling: dict[str, object] = {}
    for placeholder, named_ones in act.names.items():
        named = [_name(words, one, placeholder) for one in named_ones]
        filling[placeholder] = _listed(words, named)
    filling |= act.numbers
    if act.at is not None:
        filling |= names_of_time(words, *act.at)
    return line.format_map(filling)


def _own_words(words: Words, id: str, about: str) -> str:
    match id:
        case _ if id in ANSWERS or id == MORE:
            return " ".join(answer_texts(words, id, about))
        case "about" if about in words.routines:
            return words.routines[about].about
        case "about" | "until":
            return str(getattr(words.conditions[about], id))
        case "seen-when":
            return str(words.conditions[about].seen_when)
        case "because":
            return words.red_flags[about].because
        case "set-up-detail":
            exercise, detail = about.split("/")
            return words.exercises[exercise].details[detail]
        case "set-up-again":
            return words.exercises[about].setup_again
        case "why-this":
            return words.exercises[about].why
        case "how-it-feels":
            return words.exercises[about].feel
        case "advice":
            return words.stop_signs[about].advice
        case "false-alarm":
            return words.stop_signs[about].confirm
    if id == "ask-to-confirm":
        return words.red_flags[about].confirm or str(words.red_flags[about].ask)
    field = {"ask": "ask", "ask-otherwise": "reprompt", "ask-plainer": "plainer", "explain": "why"}[
        id
    ]
    return str(getattr(_question(words, about), field))


def _question(words: Words, id: str) -> object:
    """The words of a question; of the rest of a gate behind its id and the part that is known."""
    gate, _, known = id.partition("/")
    if known:
        return words.gates[gate].once_known[known]
    for questions in (words.findings, words.red_flags, words.gates, words.open_questions):
        if id in questions:
            return questions[id]
    raise KeyError(id)


def _reprompt(words: Words, act: Spoken) -> str | None:
    if act.id == "ask-otherwise" and act.about is not None:
        return str(getattr(_question(words, act.about), "ask"))  # noqa: B009
    if act.id in {"ask", "ask-plainer", "ask-to-confirm"} and act.about is not None:
        return str(getattr(_question(words, act.about), "reprompt"))  # noqa: B009
    return words.prompts[act.id].reprompt if act.id in words.prompts else None


LIST = "routines"
"""The placeholder of a list of routines, in which each is told with what it is for."""


def _name(words: Words, named: Named, placeholder: str) -> str:
    if placeholder == LIST:
        return words.routines[named.id].listed
    for kind in (words.conditions, words.routines, words.exercises, words.topics):
        if named.id in kind:
            return str(kind[named.id].name)
    if named.id in words.things:
        return words.things[named.id]
    if named.id in words.statements:
        return words.statements[named.id].say[0]
    found = words.findings.get(named.id) or words.red_flags[named.id]
    return str(found.name if named.present else found.absent)


def _listed(words: Words, names: Sequence[str]) -> str:
    """One name as it is; several joined as the language joins them."""
    if len(names) == 1:
        return names[0]
    if len(names) > 3:
        return fill(words, "join-more", 0, one=names[0], rest=_listed(words, names[1:]))
    join = "join-two" if len(names) == 2 else "join-three"
    return fill(words, join, 0, **dict(zip(("one", "two", "three"), names, strict=False)))
