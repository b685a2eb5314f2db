"""What is said by the way beside a clear no: it is left out, or asked about once, and never taken.

"No, though I had a mosquito bite last summer", "always a bit cold in winter, so no", "only limp I
got is my game". Where no "no" is left once it is left out, all of it counts as it was told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec.structs import replace

from skill.library.types.hearing import Lexicon
from skill.understanding.contexts import Context
from skill.understanding.findings.asides import Aside, asides
from skill.understanding.heard import Heard, Read
from skill.understanding.reading.reading import Reading
from skill.understanding.reading.remainders import left, said_words

SAYS_NOTHING = frozenset({"over-six-weeks", "under-eighteen", "male"})
"""What words of another time or of another tell of nobody's leg today."""


def left_out(lexicon: Lexicon, reading: Reading, heard: Heard, read: Read) -> Heard:
    """The same, but for what is said by the way beside a clear no."""
    context = reading.context
    if not context.looks_for_danger or _is_plain(heard, context):
        return heard
    spoken = {one: read(lexicon, _said(reading, one.words), context) for one in asides(reading)}
    spoken = {one: alone for one, alone in spoken.items() if _may_go(reading, one, alone)}
    said = {at for one in spoken for at in one.words}
    rest = _said(reading, (at for at in range(len(reading.sentence)) if at not in said))
    if not (spoken and rest):
        return heard
    own = read(lexicon, rest, context)
    named = any(own.findings.get(part) is False for part in context.parts)
    if not _denies(own, context, named=named) or (any(a.denied for a in spoken) and not named):
        return heard
    so = dict.fromkeys(_kept(reading, heard, own, spoken), True)
    told = heard.told & {*context.parts}
    doubtful = heard.danger or told or heard.answer not in ("no", "not_really", None)
    doubtful = doubtful and not context.doubted  # Said once more in such words it is a no.
    base = own if any(one.of_another for one in spoken) else heard
    return replace(
        base,
        answer="not_sure" if doubtful and any(one.asks for one in spoken) else own.answer,
        findings={**own.findings, **so},
        danger=own.danger,
        doubtful=own.doubtful,
        since_days=own.since_days,
        command=base.command or ("rest_open" if own.command == "rest_open" else None),
        admits=False,
        words=heard.words,
        origin={},
    )


def _is_plain(heard: Heard, context: Context) -> bool:
    """Whether a no is heard and nothing else, or nothing but a doubt of what is asked."""
    doubts = heard.answer == "not_sure" and heard.told.isdisjoint(context.parts)
    return heard.is_bare_no or (doubts and not heard.danger)


def _denies(own: Heard, context: Context, *, named: bool) -> bool:
    """Whether what is left is a no, or denies a part of what is asked for, and tells of none."""
    so = own.told
    if so & {*context.parts}:
        return False
    if own.answer in ("no", "not_really"):
        return True
    return own.answer is None and (named or own.command == "rest_open")


def _may_go(reading: Reading, aside: Aside, alone: Heard) -> bool:
    """Whether words tell by themselves no more than they may tell for nothing."""
    told = alone.told
    grave = {*told.intersection(reading.context.parts), *alone.danger}
    return aside.tells is None or grave <= _with_what_follows(reading, aside.tells)


def _kept(
    reading: Reading, heard: Heard, own: Heard, spoken: Mapping[Aside, Heard]
) -> Iterator[str]:
    """What is told all the same: what is left tells it, or it is nothing that is left out."""
    told = own.told
    another = any(one.of_another for one in spoken)
    for id in (id for id, true in heard.findings.items() if true):
        here = [one for one, alone in spoken.items() if alone.findings.get(id)]
        left = any(_leaves_out(reading, one, spoken[one], id) for one in here)
        if id in told or not (left or (another and not here)):
            yield id


def _leaves_out(reading: Reading, aside: Aside, alone: Heard, id: str) -> bool:
    """Whether words tell something for nothing."""
    if aside.of_another and aside.tells is None:
        return True
    grave = {*alone.danger, *reading.context.parts}
    tells = _with_what_follows(reading, grave if aside.tells is None else aside.tells)
    return id in tells | SAYS_NOTHING


def _with_what_follows(reading: Reading, ids: Collection[str]) -> set[str]:
    follows = reading.lexicon.implies
    return {*ids, *(id for one in ids for id in follows.get(one, ()))}


def _said(reading: Reading, at: Iterable[int]) -> str:
    """What was said by some words of a sentence; nothing where these only join."""
    sentence = reading.sentence
    return left(sentence, {*range(len(sentence.said))} - said_words(sentence, at))
