"""What is said by the way: a habit, a lesser thing, a joke, another time, somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from skill.understanding.contexts import OF_BREATH, OF_THE_PAST
from skill.understanding.findings.assertions import EVENTS, NOT_MINE
from skill.understanding.grammar.matching import Match, meet
from skill.understanding.grammar.polarity import is_on_the_leg
from skill.understanding.reading.outsiders import OF_NO_CASE, spans_of_others
from skill.understanding.reading.reading import Reading
from skill.understanding.reading.segments import segments

BY_NATURE, CONSTANT, NEWLY = "by-nature", "constant", "newly-so"
"""The marks of what was so all along, of what may only be so all the time, and of what began."""
EFFORT, POSTURE = "on-effort-alone", "as-one-sits"
"""The marks of occasions that do that to anybody."""
ADDS = "adds-to-it"
"""The mark of words that go on with what was said: "I always have", "it's from running"."""
LESSER = "lesser"
"""The mark of what is less than what is asked about: a scar, a mosquito bite."""
ONLY_OF = "only-of"
"""The mark of words behind which a joke names what has the sign."""

ON_EFFORT = frozenset({"hot-or-red", "fever", "breathless-or-chest-pain", "racing-heart"})
"""What effort does to anybody."""
MAY_BE_BY_NATURE = ON_EFFORT | {"cold-foot", "black-or-dusky-skin", "limping"}
"""What is no danger where it was so all along."""
BY_POSTURE = frozenset({"numbness", "tingling", "limping", "heel-shoe-rubs", "pain-at-rest"})
"""What anybody may have who sits on a foot, or whose shoes rub."""
MAY_BE_LESSER = frozenset(
    {
        *("puncture-or-bite", "foot-wound", "open-wound", "black-or-dusky-skin", "steroids"),
        *("recent-surgery-or-plaster", "calf-swollen-or-warm"),
    }
)
"""What a lesser thing may sound like."""

OF_A_BONE = frozenset({"old-fracture-or-metal", "past-stress-fracture", "old-sprain"})
"""What is asked of that leg alone."""
OF_A_DAY = EVENTS - {"recent-surgery-or-plaster", "long-journey"} | {
    *("fever", "feels-unwell", "hot-or-red", "swelling", "bruising", "pus", "foot-wound"),
    *("open-wound", "deformity", "cold-foot", "numbness", "tingling", "tingling-hands"),
    *("breathless-or-chest-pain", "racing-heart", "fainted", "limping", "old-sprain"),
    *("getting-better", "getting-worse", "severe-pain", "night-pain", "clicks-or-locks"),
}
"""What was so at another time, and tells nothing of today: no illness, and no medicine."""
PASSED = 21
"""Days after which what somebody felt is no part of today."""
HAPPENED = 60
"""Days after which what happened is none."""
NOT_OVER = ("<the-leg>", "<that-was>", "<up-to-now>")
"""Classes of words of the leg that is asked about, of what was told before, and of what lasts."""


class Aside(Struct, frozen=True, gc=False):
    """Words that are said by the way, and what they may tell for nothing; None: all that is grave.

    Where one `asks`, it is asked once more. `of_another` are those of another time or another
    person; beside `denied` ones a "no" is too little, and what is asked for is denied by name.
    """

    words: range
    tells: frozenset[str] | None
    asks: bool = False
    of_another: bool = False
    denied: bool = False


def asides(reading: Reading) -> Iterator[Aside]:
    """What of a sentence is said by the way."""
    others = [span for span in spans_of_others(reading) if not _puts_right(reading, span)]
    for span in others:
        is_told = reading.has(NOT_MINE) or _is_led_to(reading, span)
        yield Aside(span, None, asks=not is_told, of_another=True)
    for part in _parts(reading):
        if any(span.start < part.stop and part.start < span.stop for span in others):
            continue
        words = _own_words(reading, part)
        if words and (aside := _aside(reading, words)) is not None:
            yield aside


def _is_led_to(reading: Reading, span: range) -> bool:
    """Whether it is said who it is: "it was my mom that had the clot"."""
    return bool(reading.sentence.reach(span.start, "<it-word>"))


def _puts_right(reading: Reading, span: range) -> bool:
    """Whether words of somebody put right what counted, or tell that it is they who are hurt: "it's
    my son who has the sore ankle, not me".
    """
    if reading.context.mine:
        return False
    sore = any(m.start in span and is_on_the_leg(m.id) for m in reading.of("finding"))
    counted = reading.has(NOT_MINE) and bool(reading.context.counted)
    return counted or (sore and _is_led_to(reading, span))


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
    if OF_NO_CASE in ids or (ONLY_OF in ids and _is_of_no_part(reading, words, here)):
        return Aside(words, None, asks=True)
    if LESSER in ids and _is_all_of_it(reading, words, here):
        return Aside(words, MAY_BE_LESSER)
    if POSTURE in ids:
        return Aside(words, BY_POSTURE)
    of_breath = reading.context.question in OF_BREATH
    if NEWLY not in ids and BY_NATURE in ids:
        return Aside(words, MAY_BE_BY_NATURE, asks=of_breath)
    if NEWLY not in ids and EFFORT in ids:
        counts = of_breath and reading.context.effort_counts
        return Aside(words, ON_EFFORT, asks=of_breath, denied=counts)
    if NEWLY not in ids and CONSTANT in ids:
        return Aside(words, MAY_BE_BY_NATURE, asks=True)
    return (
        Aside(words, _of_its_day(reading, words), of_another=True)
        if _is_past(reading, words)
        else None
    )


def _is_of_no_part(reading: Reading, words: range, here: list[Match]) -> bool:
    """Whether a joke names nothing that may be a part of anybody."""
    start = min(m.end for m in here if m.id == ONLY_OF)
    behind = range(start, words.stop)
    parts = [m for m in reading.of("finding", "body-part") if m.start in behind]
    return not parts and not reading.sentence.has("<no-part-word>", behind) and len(behind) > 0


def _is_all_of_it(reading: Reading, words: range, here: list[Match]) -> bool:
    """Whether what is told lies in the words of a lesser thing; not "a corn that went black"."""
    lesser = [m for m in here if m.id == LESSER]
    kinds = ("finding", f"at-{reading.context.question}")
    told = [m for m in reading.of(*kinds) if m.start in words and m.id in MAY_BE_LESSER]
    return all(any(meet(m, one) for one in lesser) for m in told)


def _is_past(reading: Reading, words: range) -> bool:
    """Whether words tell of another time, and not of the leg that is asked about."""
    sentence, everywhere = reading.sentence, range(len(reading.sentence))
    if sentence.has("<since-then>", everywhere) or any(sentence.has(n, words) for n in NOT_OVER):
        return False
    of_a_bone = _is_elsewhere(reading, words) and not OF_A_BONE.isdisjoint(reading.context.parts)
    if reading.context.question in OF_THE_PAST and not of_a_bone:
        return False
    return _days(reading, words) >= PASSED


def _is_elsewhere(reading: Reading, words: range) -> bool:
    """Whether a part that is no foot and no lower leg is named: "broke my arm as a kid"."""
    return any(m.start in words for m in reading.of("body-part"))


def _of_its_day(reading: Reading, words: range) -> frozenset[str]:
    """What words of another time tell for nothing."""
    tells = OF_A_DAY if _days(reading, words) >= HAPPENED else OF_A_DAY - EVENTS
    return tells | OF_A_BONE if _is_elsewhere(reading, words) else tells


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
