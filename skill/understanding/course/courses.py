"""Better, worse, the same, or on and off; and the side that it is on."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.course.changes import changed
from skill.understanding.findings.sound_sides import sound_sides
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match, calmed, is_other, within
from skill.understanding.grammar.polarity import Holds
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.heard import AnswerHeard
from skill.understanding.reading.reading import Reading

FAILED = "treatment-failed"
"""A finding whose words tell a course too: "it came back worse"."""

BETTER = "getting-better"
"""The question whether it gets better, to which "no getting better" is a no."""

IN_TURNS = "comes-and-goes"
"""A course of which "better" is a part, that a denial of it ends: "not better, it's worse"."""

NEAR_ONLY = 2
"""Words between a side and the "only" that goes with it, at most."""

SIDE_BY_SIDE = 3
"""Words between "left" and "right" where both are meant."""


def course(reading: Reading) -> Match | None:
    """The course that is told; "not better" alone is the same."""
    told = reading.of("course")
    if not told:
        return changed(reading)
    none = reading.of("not-a-course")
    other = reading.of("not")
    findings = [
        m for m in reading.of("finding") if m.id != FAILED and not (other and is_other(m, other))
    ]
    every = [
        m
        for m in told
        if not (_belongs(reading, m, findings) or calmed(m, none))
        and reading.holds(m) is not Holds.SUPPOSED
        and not (m.id == IN_TURNS and m.start - 1 in reading.sentence.denies)
    ]
    outer = [  # "No worse than last week" is the same.
        m
        for m in every
        if not within(m, every)
        and not any(one.id == "same" and one.start < m.start < one.end for one in every)
    ]
    so = [
        m for m in outer if reading.holds(m) is not Holds.IS_NOT or _is_behind_an_answer(reading, m)
    ]
    moves = [m for m in so if m.id != "same"] or so
    if moves:
        return max(moves, key=lambda m: (m.start, m.end))
    turned = [m for m in outer if m.id in ("better", "worse")]
    return replace(turned[-1], id="same") if turned else changed(reading)


def _is_behind_an_answer(reading: Reading, match: Match) -> bool:
    """Whether the "no" before it answers a question: "no, getting better", but "no better"."""
    context = reading.context
    asked = context.asks_yes_or_no and context.question != BETTER
    return asked and match.id == "better" and match.start == 1 and match.end - match.start > 1


def _belongs(reading: Reading, match: Match, findings: list[Match]) -> bool:
    """Whether words are of a finding: "worse when I run", not "when I run, and it gets worse"."""
    return any(
        within(match, [one]) and not reading.sentence.has("<and>", range(one.start, match.start))
        for one in findings
    )


def sides(reading: Reading, answer: AnswerHeard | None) -> tuple[AnswerHeard | None, Match | None]:
    """The answer whether it is on both sides, and the side: one alone is a no, two are both."""
    told = _told(reading)
    near = range(-NEAR_ONLY, NEAR_ONLY + 1)
    only = [m for m in told if any(reading.sentence.reach(m.start + at, "<only>") for at in near)]
    if only and only[0].id != "both" and answer != "kind_of":
        return "no", only[0]  # "It was both, now it's only the left."
    named = {m.id for m in told}
    if len(named) == 1 and "both" not in named and answer in (None, "only_when", "no"):
        return "no", told[0]
    if {"left", "right"} <= named and answer in ("yes", "kind_of"):
        return answer, Match("side", "both", told[0].start, told[-1].end)
    return answer, side(reading)


def side(reading: Reading) -> Match | None:
    """The side that is told; after a correction the last one."""
    told = _told(reading)
    if not told:
        return None
    both = [m for m in told if m.id == "both"]
    if both:
        return both[0]
    if reading.has("correction"):
        return told[-1]
    first, last = told[0], told[-1]
    near = last.start - first.end <= SIDE_BY_SIDE
    joined = reading.sentence.has("<and>", range(first.end, last.start))
    if first.id != last.id and near and joined:
        return Match("side", "both", first.start, last.end)
    return first


def _told(reading: Reading) -> list[Match]:
    """The sides that are told of the leg, in order."""
    every = sorted(reading.of("side"), key=lambda m: m.start)
    none = reading.of("not-a-side") if every else []
    sound = [(m.id, m.start) for m in sound_sides(reading)] if every else []
    return [
        m
        for m in every
        if (reading.holds(m) is not Holds.IS_NOT or _is_put_in_its_place(reading, m, every))
        and not calmed(m, none)
        and not _is_of_another_part(reading, m)
        and (m.id, m.start) not in sound
    ]


def _is_put_in_its_place(reading: Reading, match: Match, every: list[Match]) -> bool:
    """Whether a side follows at once on the other, which is denied: "not my right, my left"."""
    sentence = reading.sentence
    for other in every:
        between = range(other.end, match.start)
        parted = any(sentence.is_one_of(at, ("<joins>", "<or>", "<not>")) for at in between)
        follows = other.id != match.id and other.end <= match.start
        if follows and len(between) <= BEHIND_A_SIDE and not parted:
            return reading.holds(other) is Holds.IS_NOT
    return False


BEHIND_A_SIDE = 2
"""Words from a side to the part of the body that has it, at most: "left lower leg"."""


def _is_of_another_part(reading: Reading, match: Match) -> bool:
    """Whether a side is that of another part of the body: of the one right behind it, or else of
    the one that is nearest to it in its clause: "hip done on the left side".
    """
    sentence = reading.sentence
    if "<other-part>" not in sentence.classes:
        return False
    first, after = clause(sentence, match.start)
    others = [
        at
        for at in range(first, after)
        if sentence.reach(at, "<other-part>") and not _is_only_near(sentence, at)
    ]
    legs = [at for at in range(first, after) if sentence.reach(at, "<of-the-leg>")]
    parts = sorted({*others, *legs})
    behind = [at for at in parts if 0 <= at - match.end < BEHIND_A_SIDE]
    near = behind or sorted(parts, key=lambda at: abs(at - match.start))
    return bool(near) and near[0] in others


def _is_only_near(sentence: Sentence, at: int) -> bool:
    """Whether a part is named for what is near it ("just below my right knee"), or a hand for its
    side.
    """
    if sentence.reach(at + 1, "<of-a-side>"):
        return True
    before = at - 1
    while sentence.is_one_of(before, ("<own-as>", "<definite>", "<left-or-right>")):
        before -= 1
    return sentence.reach(before, "<beside-a-part>") > 0
