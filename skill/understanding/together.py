"""Several things in one sentence of a workout: an answer, and what is asked or commanded beside it.

Nobody hears a comma, so the words that tell one thing part the others from each other: what stands
before, between and behind them is read by itself.
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.library.types.hearing import Lexicon
from skill.understanding.anchors import MOST_WORDS, Anchors, anchors, openings
from skill.understanding.grammar.polarity import PLACES
from skill.understanding.halves import halves
from skill.understanding.heard import NEW, READY, Command, Heard, Read
from skill.understanding.numbers.numbers import is_numeral
from skill.understanding.parts import (
    ANSWERING,
    ASKED,
    DONE,
    PLAIN,
    PLAINLY,
    WAITS,
    Parts,
    is_filler,
    telling,
)
from skill.understanding.rated_beside import may_be_rated, rated_beside
from skill.understanding.reading.reading import Reading

MOST_BESIDE = 3
"""So many things beside the first are taken up, at most."""
OF_ITS_WORDS: frozenset[Command | None] = frozenset({"how_to"})
"""What words that are left of a question may seem to ask."""
ENDS: frozenset[Command | None] = frozenset({"stop", "cancel", "stop_later"})
"""What ends a session, or will."""
NO_MORE = dict.fromkeys(
    ("topic", "aspect", "practical", "detail", "minutes", "exercise", "routine", "part")
)
"""What is heard with the other parts of a sentence."""
SEVERAL = 2
TOLD_AGAIN = "told-again"
"""The mark of how something is done that is to be told again."""


def with_parts(reading: Reading, heard: Heard, read: Read) -> Heard:
    """The same, with each thing that is said beside the first by itself.

    What is grave or felt is heard with all that stands beside it.
    """
    context, words = reading.context, range(len(reading.sentence.said))
    heard = _without_its_number(reading.lexicon, heard)
    if heard.danger or heard.stop_signs or not 1 < len(words) <= MOST_WORDS:
        return heard
    felt = any(true and not id.startswith(PLACES) for id, true in heard.findings.items())
    if felt and not (context.coaching and heard.number is not None):
        return heard
    begin = anchors(reading)
    rates = may_be_rated(reading, heard)
    one_thing = _says_one_thing(heard, begin)
    if one_thing and not rates:  # As mostly.
        return heard
    parts_of = Parts(reading, begin, openings(reading), read, {})
    rated = rated_beside(parts_of, words, heard) if rates else None
    if rated is not None:
        return rated
    again = reading.has(TOLD_AGAIN) and heard.answer is None and heard.number is None
    if one_thing or again:  # "How do I do that one again" does nothing again.
        return heard
    split = None if felt else parts_of.split(words, heard)
    if split is None:
        return _with_beside(heard, [_bare(one) for one in _apart(parts_of, words, heard)])
    answer, parts = split
    heard = replace(heard, **NO_MORE, **{name: getattr(answer, name) for name in ANSWERING})
    return _with_split(heard, answer, [_bare(one) for one in _counting(heard, parts)])


def _with_split(heard: Heard, answer: Heard, beside: list[Heard]) -> Heard:
    """An answer with what stands beside it; what is commanded is told by its name, too."""
    named = next((one for one in beside if one.command), None)
    if named is not None and answer.command not in DONE:
        beside = [*beside, *([_bare(answer)] if answer.command in READY | NEW else [])]
        own = {
            name: getattr(named, name)
            for name in ("command", "exercises", "part", "detail", "ruled_out")
        }
        heard = replace(heard, **own)
    return _with_beside(heard, beside)


def _with_beside(heard: Heard, beside: list[Heard]) -> Heard:
    """The same, with the first of what stands beside it."""
    return replace(heard, beside=tuple(beside[:MOST_BESIDE])) if beside else heard


def _apart(parts_of: Parts, words: range, heard: Heard) -> list[Heard]:
    """What is said between the words that tell something, where none of it is an answer alone."""
    coaching, told = parts_of.context.coaching, telling(heard)
    answers = heard.answer or heard.number is not None or heard.command in ASKED | NEW
    among = told if coaching or answers else set()
    parts = list(parts_of.parts(words, among)) if among else []
    if not (parts or told):
        one = parts_of.aside(words)
        parts = [(1, one)] if one is not None else []
    parts = [(at, one) for at, one in parts if _may_stand_beside(one)]
    answers = heard.answer is not None and not (coaching and heard.answer == "no")
    if not parts and not answers and heard.number is None:
        parts = halves(parts_of, words)
    return _counting(heard, parts)


def _may_stand_beside(one: Heard) -> bool:
    """Whether words that are left between others say by themselves what they command."""
    if one.command in DONE - PLAINLY or one.command in OF_ITS_WORDS:
        return False
    return one.command not in WAITS or _is_whole(one)


def _counting(heard: Heard, parts: list[tuple[int, Heard]]) -> list[Heard]:
    """The parts that say something, without a wait that only opens the sentence."""
    asks = heard.command in ASKED
    said = [one for at, one in parts if at or not is_filler(one, asks=asks)]
    if heard.command in ENDS:  # "That's enough for today, cheers": thanks go on with nothing.
        said = [one for one in said if not (one.command in READY and one.feeling)]
        said = [one for one in said if one.command not in WAITS]
    return said


def _says_one_thing(heard: Heard, anchors: Anchors) -> bool:
    """Whether one meaning was heard, and nothing else begins in its words or beside them."""
    named = [heard.answer, heard.number, heard.command, heard.topic, heard.step]
    several = sum(one is not None for one in named) >= SEVERAL
    if several or not anchors.begin.keys() <= telling(heard):
        return False
    own = (heard.command or heard.topic or "").replace("_", "-")
    return all(own in ids and ids.isdisjoint(PLAIN) for ids in anchors.begin.values())


def _without_its_number(lexicon: Lexicon, heard: Heard) -> Heard:
    """The same without a number in the words of a wish for less talk: "you talk too much"."""
    number, command = (heard.origin.get(name, ()) for name in ("number", "command"))
    words = heard.words.split()
    counts = any(is_numeral(lexicon, words[at]) for at in number)
    of_it = heard.command == "briefer" and not counts and {*number} <= {*command}
    return replace(heard, number=None) if of_it else heard


def _is_whole(heard: Heard) -> bool:
    """Whether nearly all words of a part say what it commands."""
    return len(telling(heard)) >= len(heard.words.split()) - 1


def _bare(heard: Heard) -> Heard:
    return replace(heard, beside=(), origin={})
