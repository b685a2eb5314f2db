"""What only somebody or something else has is a no: "chills? only when I see my bank balance".

An "only" that leads to a part of the leg, a time, a degree or an effort stays what it is: "only the
little toe", "only at night", "only a bit", "only when I climb". What is said beside it counts by
itself. Where a yes might be an emergency, such a no is asked about once.
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.answers.likened import ON_ONE_LEG
from skill.understanding.answers.rest import Rest
from skill.understanding.answers.taken_up import is_taken_up
from skill.understanding.findings.reservations import IN_JEST
from skill.understanding.grammar.polarity import is_on_the_leg
from skill.understanding.heard import AnswerHeard, Heard
from skill.understanding.reading.reading import Reading
from skill.understanding.reading.segments import segments

OF_TODAY = ON_ONE_LEG | {"fever", "feels-unwell", "racing-heart", "severe-pain", "limping"}
"""What no thing of one's own has in earnest: of pills, illnesses and operations one says "only my
asthma", and means it.
"""

OF_ONESELF = (
    *("<limb>", "<no-part-word>", "<other-part>", "<foot-or-leg>", "<grazed-part>", "<trunk>"),
    *("<left-or-right>", "<ill-words>", "<elsewhere>", "<touch-of>", "<strain>", "<strains>"),
    *("<habit-word>", "<contrast>", "<up-to-now>", "<since-then>", "<elsewhere-bone>"),
)
"""Classes of words behind an "only" that is no jest."""

LONGEST = 10
"""Words in what an "only" leads to, at most."""


def only_another(rest: Rest, heard: Heard) -> Heard:
    """The same, with a no where all that has what is asked for is no part of anybody's leg."""
    reading, context = rest.reading, rest.reading.context
    if "<only>" not in reading.sentence.classes or heard.is_bare_no:
        return heard  # As mostly.
    span = _jest(reading)
    if span is None:
        return heard
    own = rest.without(span, heard)
    if rest.tells(own):
        return own
    if own.answer not in (None, "no", "not_really", "not_sure", "kind_of"):
        return heard
    if own.command not in (None, "rest_open") or own.asks:
        return heard
    says_no = "no" in (heard.answer, own.answer) or reading.sentence.reach(0, "<no-word>")
    sure = context.spared or context.doubted or says_no
    said: AnswerHeard = "no" if sure else "not_sure"
    return replace(own, answer=said, command=None)


def _jest(reading: Reading) -> range | None:
    """The words of an "only" of another thing, with the word that is taken up before it."""
    sentence = reading.sentence
    at = min(sentence.places("<only>"), default=None)
    if at is None or not is_taken_up(reading, at):
        return None
    part = next(part for part in segments(sentence) if at in part)
    for mark in reading.marks:
        if mark.id == IN_JEST and mark.start <= at < mark.end:
            return range(max(mark.end, _ends(reading, mark.end - 1, part)))
    behind = range(at + 1, min(_ends(reading, at, part), at + LONGEST))
    return range(behind.stop) if _is_anothers(reading, behind) else None


def _ends(reading: Reading, at: int, part: range) -> int:
    """Where what an "only" leads to ends: before what else is told."""
    asked = reading.context.asked
    others = (
        m.start
        for m in reading.of("finding", "denial")
        if m.start > at + 1
        and (m.id not in asked or reading.sentence.reach(m.start - 1, "<joins>"))
        and m.id != "feels-unwell"
    )
    denied = (k for k in reading.sentence.denies if k > at)
    return min((*others, *denied, part.stop))


def _is_anothers(reading: Reading, behind: range) -> bool:
    """Whether words name somebody's or something that is no part of the leg, and no time."""
    sentence, context = reading.sentence, reading.context
    own = sentence.reach(behind.start, "<owner-word>") if behind else 0
    if not own or not OF_TODAY.intersection(context.parts) or len(behind) < own + 1:
        return False
    parts = [m for m in reading.of("finding", "body-part") if m.start in behind]
    on_leg = any(is_on_the_leg(m.id) or m.kind == "body-part" for m in parts)
    first = behind.start + own
    if sentence.reach(first, "<sign-in-jest>") or sentence.reach(first + 1, "<sign-in-jest>"):
        return False  # "Only my temperature", "only my usual chills".
    recent = any(t.start in behind and t.days < RECENT for t in reading.times)
    return not (on_leg or recent or any(sentence.has(name, behind) for name in OF_ONESELF))


RECENT = 21
"""Days: what was so since then may be so today."""
