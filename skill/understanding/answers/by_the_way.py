"""What is said by the way beside a clear no: it is left out, or asked about once, and never taken.

"No, though I had a mosquito bite last summer", "always a bit cold in winter, so no", "only limp I
got is my game". Where no "no" is left once it is left out, all of it counts as it was told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from skill.library.types.hearing import Lexicon
from skill.understanding.contexts import OF_BREATH, OF_THE_PAST
from skill.understanding.findings.ages import AGE_QUESTIONS
from skill.understanding.findings.assertions import EVENTS, HISTORY, NOT_MINE
from skill.understanding.grammar.matching import Match
from skill.understanding.heard import Context, Heard
from skill.understanding.reading.outsiders import spans_of_others
from skill.understanding.reading.reading import Reading
from skill.understanding.reading.segments import segments

Read = Callable[[Lexicon, str, Context], Heard]

BY_NATURE, NEWLY = "by-nature", "newly-so"
"""The marks of what was so all along, and of what made it so."""
EFFORT, POSTURE = "on-effort-alone", "as-one-sits"
"""The marks of occasions that do that to anybody."""
ADDS = "adds-to-it"
"""The mark of words that go on with what was said: "I always have", "it's from running"."""
LESSER = "lesser"
"""The mark of what is less than what is asked about: a scar, a mosquito bite."""
ONLY_OF = "only-of"
"""The mark of words behind which a joke names what has the sign."""
OF_NO_CASE = "of-no-case"
"""The mark of what nobody means: "does that count", "only if the dog has been at me"."""

MEDICINES = ("steroids", "quinolone-antibiotic", "tendon-medicine")
"""Those that a tendon suffers from for months."""

MAY_BE_BY_NATURE = frozenset(
    {
        *("cold-foot", "hot-or-red", "fever", "black-or-dusky-skin", "limping"),
        *("breathless-or-chest-pain", "racing-heart"),
    }
)
"""What is no danger where it was so all along, or on effort."""
BY_POSTURE = frozenset(
    {"numbness", "tingling", "cold-foot", "limping", "heel-shoe-rubs", "pain-at-rest"}
)
"""What anybody may have who sits on a foot, or whose shoes rub."""
MAY_BE_LESSER = frozenset(
    {
        *("puncture-or-bite", "foot-wound", "open-wound", "black-or-dusky-skin", "swelling"),
        *("steroids", "quinolone-antibiotic", "recent-surgery-or-plaster", "fever"),
        *("calf-swollen-or-warm", "joint-infection-risk", "immune-weak"),
    }
)
"""What less than it may sound like."""
SAYS_NOTHING = frozenset({"over-six-weeks", "under-eighteen", "male"})
"""What words of another time or of another tell of nobody's leg today."""

OF_A_BONE = frozenset({"old-fracture-or-metal", "past-stress-fracture", "old-sprain"})
"""What is asked of that leg alone."""

LATELY = frozenset({"recent-surgery-or-plaster", "long-journey", *MEDICINES, "blood-thinner"})
"""What counts for months, wherever it was."""
NOT_OVER = ("<the-leg>", "<that-was>", "<up-to-now>")
"""Classes of words of the leg that is asked about, of what was told before, and of what lasts."""

PASSED = 21
"""Days after which what somebody felt is no part of today."""
HAPPENED = 60
"""Days after which what happened is none."""


class Aside(Struct, frozen=True, gc=False):
    """Words that are said by the way, what they may tell for nothing, and whether it is asked about
    once more. None for `tells` is all that is grave, but for what it `spares`; `denied` are those
    beside which a "no" is too little, and a part of what is asked for is denied by name.
    """

    words: range
    tells: frozenset[str] | None
    spares: frozenset[str] = frozenset()
    asks: bool = False
    of_another_day: bool = False
    denied: bool = False


def left_out(lexicon: Lexicon, reading: Reading, heard: Heard, read: Read) -> Heard:
    """The same, but for what is said by the way beside a clear no."""
    context = reading.context
    looks_for_one = context.grave and context.asks_yes_or_no and not context.alarm_is_no
    looks_for_one = looks_for_one and context.question not in AGE_QUESTIONS
    if context.talk != "check" or not looks_for_one or _is_plain(heard, context):
        return heard
    asides = list(_asides(reading))
    said = {at for one in asides for at in one.words}
    rest = _words(reading, (at for at in range(len(reading.sentence)) if at not in said))
    if not (asides and rest):
        return heard
    spoken = {one: read(lexicon, _words(reading, one.words), context) for one in asides}
    if not all(_may_go(reading, one, alone) for one, alone in spoken.items()):
        return heard
    own = read(lexicon, rest, context)
    if not _denies(own, context):
        return heard
    so = dict.fromkeys(_kept(reading, heard, own, spoken), True)
    if any(one.denied for one in asides) and not any(
        own.findings.get(part) is False for part in context.parts
    ):
        return heard
    told = {id for id, true in heard.findings.items() if true} & {*context.parts}
    doubtful = heard.danger or told or heard.answer not in ("no", "not_really", None)
    answer = "not_sure" if doubtful and any(one.asks for one in asides) else own.answer
    rest_open = "rest_open" if own.command == "rest_open" else None
    base = own if _is_of_another_day(asides) else heard
    return replace(
        base,
        answer=answer,
        findings={**own.findings, **so},
        danger=own.danger,
        doubtful=own.doubtful,
        since_days=own.since_days,
        command=base.command or rest_open,
        admits=False,
        words=heard.words,
        origin={},
    )


def _is_plain(heard: Heard, context: Context) -> bool:
    """Whether a no is heard and nothing else, or nothing but a doubt of what is asked."""
    so = {id for id, true in heard.findings.items() if true}
    doubts = heard.answer == "not_sure" and so.isdisjoint(context.parts)
    return not heard.danger and (doubts or (heard.answer == "no" and not so))


def _denies(own: Heard, context: Context) -> bool:
    """Whether what is left is a no, or denies a part of what is asked for, and tells of none."""
    so = {id for id, true in own.findings.items() if true}
    if so & {*context.parts}:
        return False
    if own.answer in ("no", "not_really"):
        return True
    denied = any(own.findings.get(part) is False for part in context.parts)
    return own.answer is None and (denied or own.command == "rest_open")


def _may_go(reading: Reading, aside: Aside, alone: Heard) -> bool:
    """Whether words tell by themselves no more than they may tell for nothing."""
    told = {id for id, true in alone.findings.items() if true}
    grave = {*told.intersection(reading.context.parts), *alone.danger}
    if aside.tells is None:
        return grave.isdisjoint(aside.spares)
    return grave <= _with_what_follows(reading, aside.tells)


def _kept(
    reading: Reading, heard: Heard, own: Heard, spoken: Mapping[Aside, Heard]
) -> Iterator[str]:
    """What is told all the same: what is left tells it, or it is nothing that is left out."""
    so = {id for id, true in heard.findings.items() if true}
    told = {id for id, true in own.findings.items() if true}
    for id in so:
        here = [one for one, alone in spoken.items() if alone.findings.get(id)]
        left = any(id in _left_out_of(reading, one, spoken[one]) for one in here)
        goes_on = not (left or _is_of_another_day(spoken))
        if id in told or goes_on or any(id in one.spares for one in here):
            yield id


def _is_of_another_day(asides: Iterable[Aside]) -> bool:
    return any(one.of_another_day for one in asides)


def _left_out_of(reading: Reading, aside: Aside, alone: Heard) -> set[str]:
    """What words may tell for nothing."""
    grave = {*alone.danger, *reading.context.parts}
    tells = _with_what_follows(reading, grave if aside.tells is None else aside.tells)
    return (tells | SAYS_NOTHING) - aside.spares


def _with_what_follows(reading: Reading, ids: Collection[str]) -> set[str]:
    follows = reading.lexicon.implies
    return {*ids, *(id for one in ids for id in follows.get(one, ()))}


def _words(reading: Reading, at: Iterable[int]) -> str:
    """The said words of some words of a sentence."""
    sentence = reading.sentence
    starts = [*sentence.origins, len(sentence.said)]
    said = {k for one in at for k in range(starts[one], max(starts[one] + 1, starts[one + 1]))}
    rest = [one for one in range(len(sentence)) if starts[one] in said]
    if all(sentence.is_one_of(one, ("<joins>", "<contrast>", "<light>")) for one in rest):
        return ""
    return " ".join(word for k, word in enumerate(sentence.said) if k in said)


def _asides(reading: Reading) -> Iterator[Aside]:
    others = spans_of_others(reading)
    for span in others:
        put_right = reading.has(NOT_MINE) or reading.sentence.reach(span.start, "<it-word>")
        yield Aside(span, None, asks=not put_right, of_another_day=True)
    for part in _parts(reading):
        if any(span.start < part.stop and part.start < span.stop for span in others):
            continue
        words = _own_words(reading, part)
        if words and (aside := _aside(reading, words)) is not None:
            yield aside


def _parts(reading: Reading) -> list[range]:
    """The parts of the sentence, those that go on with the one before it as one with it."""
    adds = {m.start for m in reading.marks if m.id == ADDS}
    whole = {at for m in reading.marks if m.id == ONLY_OF for at in range(m.start + 1, m.end)}
    parts: list[range] = []
    for part in segments(reading.sentence):
        goes_on = part.start in whole or not adds.isdisjoint(_own_words(reading, part)[:1])
        if parts and goes_on:
            part = range(parts.pop().start, part.stop)
        parts.append(part)
    return parts


def _own_words(reading: Reading, part: range) -> range:
    """A part without the "no", or what joins, that leads it."""
    sentence, first = reading.sentence, part.start
    while first < part.stop and sentence.is_one_of(first, ("<no>", "<contrast>", "<joins>")):
        first += 1
    return range(first, part.stop)


def _aside(reading: Reading, words: range) -> Aside | None:
    here = [m for m in reading.marks if words.start <= m.start < words.stop]
    ids = {m.id for m in here}
    if reading.sentence.has("<yes-word>", words):
        return None  # "When I sit on them, sure, otherwise no."
    if OF_NO_CASE in ids:
        return Aside(words, None, asks=True)
    if ONLY_OF in ids and _is_of_no_part(reading, words, here):
        return Aside(words, None, asks=True)
    if LESSER in ids:
        return Aside(words, MAY_BE_LESSER)
    if POSTURE in ids:
        return Aside(words, BY_POSTURE)
    of_breath = reading.context.question in OF_BREATH
    counts = of_breath and reading.context.effort_counts and BY_NATURE not in ids
    if NEWLY not in ids and not ids.isdisjoint({BY_NATURE, EFFORT}):
        return Aside(words, MAY_BE_BY_NATURE, asks=of_breath, denied=counts)
    if not _is_past(reading, words):
        return None
    return Aside(words, None, spares=_spared(reading, words), of_another_day=True)


def _is_of_no_part(reading: Reading, words: range, here: list[Match]) -> bool:
    """Whether a joke names nothing that may be a part of anybody."""
    start = min(m.end for m in here if m.id == ONLY_OF)
    behind = range(start, words.stop)
    parts = [m for m in reading.of("finding", "body-part") if m.start in behind]
    return not parts and not reading.sentence.has("<no-part-word>", behind) and len(behind) > 0


def _is_past(reading: Reading, words: range) -> bool:
    """Whether words tell of another time, and not of the leg that is asked about."""
    sentence = reading.sentence
    everywhere = range(len(sentence))
    if sentence.has("<since-then>", everywhere) or any(sentence.has(n, words) for n in NOT_OVER):
        return False
    of_a_bone = _is_elsewhere(reading, words) and not OF_A_BONE.isdisjoint(reading.context.parts)
    if reading.context.question in OF_THE_PAST and not of_a_bone:
        return False
    return _days(reading, words) >= PASSED


def _is_elsewhere(reading: Reading, words: range) -> bool:
    """Whether a part that is no foot and no lower leg is named: "broke my arm as a kid"."""
    return any(m.start in words for m in reading.of("body-part"))


def _spared(reading: Reading, words: range) -> frozenset[str]:
    """What words of another time tell all the same: what is asked of the past, wherever it was."""
    late = _days(reading, words) >= HAPPENED
    spared = LATELY | (HISTORY if late else HISTORY | EVENTS)
    return spared - OF_A_BONE if _is_elsewhere(reading, words) else spared


def _days(reading: Reading, words: range) -> float:
    """How many days ago the time of some words is; 0 where they name none, or one of these days."""
    outright = [t for t in reading.times if t.start in words and t.outright]
    times = [0 if _lasts(reading, t.start) else t.days for t in outright]
    if any(days < PASSED for days in times):
        return 0
    long_ago = any(m.id == "long-ago" and m.start in words for m in reading.marks) or (
        _is_elsewhere(reading, words) and reading.sentence.has("<at-one-time>", words)
    )
    return max([*times, HAPPENED if long_ago else 0])


def _lasts(reading: Reading, start: int) -> bool:
    """Whether a time tells how long it has been so: "for two years"."""
    return any(reading.sentence.reach(start - back, "<lasting>") for back in (1, 2))
