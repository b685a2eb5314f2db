"""The matches of a sentence that may be findings, before it is told how they are meant."""

from __future__ import annotations

from skill.understanding.contexts import OF_BREATH, WHERE_IT_HURTS
from skill.understanding.findings.outcomes import outcomes
from skill.understanding.findings.parts import parts
from skill.understanding.grammar.matching import (
    LIGHT,
    Match,
    calmed,
    is_other,
    lies_in,
    meet,
    within,
)
from skill.understanding.grammar.polarity import is_place
from skill.understanding.grammar.retractions import is_as_ever
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.reading.reading import Reading

PUT_RIGHT = "place-put-right"
"""The mark of words by which a place is told in place of another."""
BREATHLESS = "breathless-or-chest-pain"
ON_EFFORT = "on-effort"
"""Words that tell of effort alone, or of breath that is short on it."""


def candidates(reading: Reading, said: list[Match], excepted: list[Match]) -> list[Match]:
    """Those of the matches `said` that may be findings, in order.

    `excepted` are words of the kind `not`: all but the finding of that id ("like a nail in my
    heel"); while exercises are coached also those of `not-in-a-set` ("my ankle wobbles").
    """
    context, harmless, denied = reading.context, reading.of("harmless"), reading.of("no-at")
    of_breath = reading.calming()
    # "The shin one" is a routine, but where the check asks for a place it is the place.
    names = ("not-a-place",) if context.talk == "check" else ("not-a-place", "exercise", "routine")
    no_places = reading.of(*names)
    taken_back = [m for m in reading.of("taken-back-at") if m.id in context.parts]
    hardly = [] if any(is_place(m.id) for m in said) else hardly_felt(reading)
    parts_here = reading.of(f"at-pain-{context.region}") if context.region else []
    bare = ("finding", f"at-{context.question}")
    found = [
        m
        for m in said
        if not (parts_here and _is_elsewhere(reading, m, parts_here))
        and not calmed(m, of_breath if m.id == BREATHLESS else harmless)
        and not (no_places and is_place(m.id) and calmed(m, no_places))
        and not (m.kind.startswith(("at-", ON_EFFORT)) and _is_no_answer(reading, m))
        and not (denied and m.kind in bare and _is_denied_whole(reading, m, denied))
        and not (taken_back and any(m.id == one.id and m.start < one.end for one in taken_back))
        and not (hardly and m.id == "numbness" and any(lies_in(m, one) for one in hardly))
        and not (excepted and m.kind != ON_EFFORT and is_other(m, excepted))
    ]
    # "Walk on it" in "can't even walk on it", "immune" in "immune system is fine".
    opposites = [m for m in found if m.kind == "denial"]
    kept = (
        [
            m
            for m in found
            if m.kind == "denial"
            or not any(_is_turned(m, one) for one in opposites if one.id == m.id)
        ]
        if opposites
        else found
    )
    return sorted(kept, key=lambda m: (m.start, m.end))


def hardly_felt(reading: Reading) -> list[Match]:
    """The words by which hardly any pain was felt, where pain is asked for: "barely felt it".

    Beside a part of the leg they tell that it is numb: "my foot, I barely feel it".
    """
    if reading.context.talk != "pain":
        return []
    return [m for m in reading.marks if m.id == "hardly-felt"]


def _is_turned(match: Match, opposite: Match) -> bool:
    """Whether words of a finding are only some of those that tell its opposite."""
    return opposite.start < match.start < opposite.end or within(match, [opposite])


def _is_elsewhere(reading: Reading, match: Match, here: list[Match]) -> bool:
    """Whether words that may be a part of another region are one of that which is asked about."""
    return is_place(match.id) and any(
        one.id != match.id
        and lies_in(one, match)
        and all(
            one.start <= at < one.end or reading.sentence.reach(at, LIGHT)
            for at in range(match.start, match.end)
        )
        for one in here
    )


def said_in(reading: Reading) -> list[Match]:
    """The matches of kinds that are findings where the talk stands.

    Some words are a finding only as an answer to a question: their kind is `at-` and its id. A
    question that asks for several takes the words of each where it has none of its own, and behind
    a contrast: "no bite, but there's a cut".
    """
    context, sentence = reading.context, reading.sentence
    kinds: tuple[str, ...] = ("finding", "denial", f"at-{context.question}")
    if context.region:
        kinds = (*kinds, f"at-pain-{context.region}")
    elif context.hurts_in and reading.has(PUT_RIGHT) and not _names_a_region(reading):
        kinds = (*kinds, f"at-pain-{context.hurts_in}")
    if context.opening or context.question == "pain-place":
        kinds = (*kinds, WHERE_IT_HURTS)
    if asks_of_breath(reading) and not is_as_ever(sentence):
        kinds = (*kinds, ON_EFFORT)
    of_parts: set[str] = set()
    if context.asks_yes_or_no:
        asked = {f"at-{part}" for part in context.parts if not is_place(part)}
        of_parts = asked.intersection(reading.by_kind).difference(kinds)
    if not of_parts:
        return [*reading.of(*kinds), *parts(reading), *outcomes(reading)]
    own = reading.of(f"at-{context.question}")
    return [
        m
        for m in (*reading.found, *parts(reading), *outcomes(reading))
        if m.kind in kinds or (m.kind in of_parts and _goes_on(sentence, m, own))
    ]


def _names_a_region(reading: Reading) -> bool:
    """Whether a part of the leg is named by itself, of which a side would be one."""
    return any(is_place(m.id) for m in reading.of("finding"))


def asks_of_breath(reading: Reading) -> bool:
    """Whether breath is asked about where it counts on effort alone: beside signs of a clot."""
    return reading.context.effort_counts and reading.context.question in OF_BREATH


def _is_no_answer(reading: Reading, match: Match) -> bool:
    """Whether words that are a finding only as an answer stand in one that denies it."""
    denying = (match.id, reading.context.question)
    denied = [m for m in reading.of("no-at") if m.id in denying]
    refusals = [m for m in reading.of("answer") if m.id in ("no", "not-really")]
    if match.kind == ON_EFFORT:  # "Just a bit puffed, since months, nothing else."
        return any(meet(match, one) for one in denied)
    return within(match, denied) or _is_refused(reading.sentence, match, refusals)


def _is_denied_whole(reading: Reading, match: Match, denied: list[Match]) -> bool:
    """Whether words of a finding are a part of words that deny it: "so bad" in "not so bad".

    The "not" is spent on the whole, and so denies no part of it.
    """
    longer = [m for m in denied if m.id == match.id and within(match, [m])]
    if not longer:
        return False
    if match.id == reading.context.question and any(m.start == match.start for m in longer):
        return True  # "Antibiotics? Only my heart pills."
    denies = reading.sentence.denies & reading.sentence.spent
    return any(at in denies for one in longer for at in range(one.start, match.start))


def _goes_on(sentence: Sentence, match: Match, own: list[Match]) -> bool:
    """Whether a question's `own` words leave room for a match: none is there, or all stand before
    a contrast, and it behind.
    """
    last = max((one.end for one in own), default=0)
    return not own or sentence.has("<contrast>", range(last, match.start))


def _is_refused(sentence: Sentence, match: Match, refusals: list[Match]) -> bool:
    """Whether a match stands in an answer that denies it: "terrible" in "nothing terrible"."""
    return any(
        at in sentence.denies and not sentence.has("<ends-negation>", range(at + 1, match.start))
        for one in refusals
        if one.start < match.start and match.end <= one.end
        for at in range(one.start, match.start)
    )
