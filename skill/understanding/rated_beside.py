"""How much it hurts, told beside a command or a question: "slower, it is a three"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from skill.understanding.anchors import words_of
from skill.understanding.heard import Command, Heard
from skill.understanding.numbers.numbers import is_numeral
from skill.understanding.parts import MOST_OF_ANSWER, Parts, telling, tells
from skill.understanding.reading.reading import Reading

OF_PAIN = ("pain-level", "hurts")
"""Kinds of words that tell how much it hurts."""
COMMANDED = ("command", "command-set", "command-coached", "set-question")
"""The kinds of words by which something is asked or commanded."""
ENDS: frozenset[Command | None] = frozenset({"stop", "cancel", "stop_later", "enough_sets"})
"""What ends a set or a session, beside which no number counts."""


def may_be_rated(reading: Reading, heard: Heard) -> bool:
    """Whether a pain may be rated beside what was heard in an exercise."""
    if not reading.context.coaching or heard.number is not None or heard.command in ENDS:
        return False
    return bool(reading.numbers or any(kind in reading.by_kind for kind in OF_PAIN))


def rated_beside(parts: Parts, words: range, heard: Heard) -> Heard | None:
    """What is commanded or asked, with the pain that is rated at either end; else nothing.

    Of several ways to part it, that counts in which most words say something.
    """
    best: tuple[int, Heard] | None = None
    for own, rest in _ends(parts, words):
        rated = _rated(parts, own)
        if rated is None:
            continue
        one = parts.hear(rest)
        if not _commands(one, heard):
            continue
        said = len(own) + len(telling(one))
        if best is None or said > best[0]:
            best = said, _both(heard, rated, one)
    return best[1] if best is not None else None


def _ends(parts: Parts, words: range) -> Iterator[tuple[range, range]]:
    """The words at either end that may rate, and the others."""
    for length in range(1, min(MOST_OF_ANSWER, len(words) - 1) + 1):
        for cut, own, rest in (
            (length, words[:length], words[length:]),
            (len(words) - length, words[-length:], words[:-length]),
        ):
            if parts.bare(own) == own and parts.bare(rest) and not _lies_across(parts, cut):
                yield own, parts.bare(rest)


def _lies_across(parts: Parts, cut: int) -> bool:
    """Whether a command or a question begins before a cut and ends behind it."""
    origins = parts.reading.sentence.origins
    found = parts.reading.of(*COMMANDED)
    return any(origins[m.start] < cut <= origins[m.end - 1] for m in found)


def _rated(parts: Parts, own: range) -> Heard | None:
    """A pain that some words rate, where they say no more; "one" may be any thing."""
    reading = parts.reading
    if not _may_rate(parts, own) or parts.counts_another_thing(own):
        return None
    one = parts.hear(own)
    if one.number is None:
        return None
    bare = Heard(
        **{name: getattr(one, name) for name in ("answer", "number", "hurts", "sore", "well")}
    )
    alone = replace(one, words="", origin={}, findings={})
    if alone != bare or any(one.findings.values()):
        return None
    if one.number and not (one.hurts or _counts(parts, own)):
        return None  # "A bit slower" is no pain.
    if len(own) > 1:
        return one
    counted = is_numeral(reading.lexicon, reading.sentence.said[own[0]])
    return one if counted and (one.number == 0 or own.start == 0) and one.number != 1 else None


def _may_rate(parts: Parts, own: range) -> bool:
    """Whether a number or words for a pain lie in a part, and it tells so in a clause."""
    reading, words = parts.reading, words_of(parts.reading, own)
    pains = [m for kind in OF_PAIN for m in reading.by_kind.get(kind, ())]
    if any(words.start <= m.start and m.end <= words.stop for m in pains):
        return True
    told = reading.sentence.has("<be>", words) or reading.sentence.has("<was>", words)
    return _counts(parts, own) and (len(own) == 1 or told)


def _counts(parts: Parts, own: range) -> bool:
    """Whether a number lies in a part."""
    words = words_of(parts.reading, own)
    return any(words.start <= n.start and n.end <= words.stop for n in parts.reading.numbers)


def _commands(one: Heard, whole: Heard) -> bool:
    """Whether the rest commands or asks what the whole does, and rates nothing itself."""
    if tells(one) or one.number is not None or one.command in ENDS:
        return False
    if one.command is None and not (one.topic and one.asks):
        return False
    return whole.command in (None, one.command)


def _both(heard: Heard, rated: Heard, one: Heard) -> Heard:
    """A command with the pain that was rated beside it."""
    own = {name: getattr(rated, name) for name in ("number", "hurts", "sore", "well")}
    told = replace(one, words=heard.words, origin=heard.origin, answer=rated.answer, **own)
    return replace(told, beside=(replace(one, beside=(), origin={}),))
