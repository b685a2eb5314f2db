"""What is the matter, and what is not, out of the matches of a sentence."""

from __future__ import annotations

from typing import NamedTuple

from skill.understanding.bearers import FELT, is_anothers, is_elsewhere
from skill.understanding.frames import framed
from skill.understanding.matching import Match, Sentence, calmed, within
from skill.understanding.parts import parts
from skill.understanding.past import NOTHING, dated
from skill.understanding.polarity import Holds, is_place, polarity
from skill.understanding.reading import Reading

EVENTS = frozenset(
    {
        "recent-twist-or-fall",
        "sudden-snap",
        "heavy-blow",
        "head-injury-or-drink",
        "puncture-or-bite",
        "recent-surgery-or-plaster",
        "long-journey",
        "fast-swelling",
        "sudden-onset",
    }
)
"""What happened stays so, however well somebody is now."""

HISTORY = frozenset(
    {
        "old-fracture-or-metal",
        "past-stress-fracture",
        "past-clot-or-cancer",
        "past-cancer",
        "old-sprain",
        "repeated-sprains",
    }
)
"""What is asked of the past, whenever it was."""

_TURNED = {Holds.IS: Holds.IS_NOT, Holds.IS_NOT: Holds.IS}
"""How something is said to be that is told by its opposite."""


class Told(NamedTuple):
    """A finding, how it is said to be, and the match that says it."""

    id: str
    holds: Holds
    match: Match


def findings(reading: Reading) -> list[Told]:
    """Every finding of a sentence in the order in which it was said.

    What a feeling and an occasion tell together comes last.
    """
    in_a_set = ("not-in-a-set",) if reading.context.exercising else ()
    excepted = reading.of("not", *in_a_set)
    candidates = _candidates(reading, excepted)
    wholes = reading.of("whole")
    told: list[Told] = []
    for match in candidates:
        same = [m for m in candidates if m.id == match.id and m.kind in (match.kind, "finding")]
        # "Both heels" is in "the back of both heels", and no part of it.
        others = [m for m in wholes if match.id not in (m.id, "both-sides")]
        if within(match, same) or within(match, others):
            continue
        how = _how(reading, match, told)
        id = dated(reading, match) if how is Holds.IS else match.id
        if match.id == NOTHING or (match.id in FELT and is_elsewhere(reading, match)):
            continue
        if is_anothers(reading, match):
            continue
        told.append(Told(*((match.id, Holds.LONG_AGO) if id == NOTHING else (id, how)), match))
    known = {one.id for one in told}
    told += [
        Told(whole.id, Holds.IS, whole)
        for whole, felt in framed(reading)
        if whole.id not in known
        and not any(one.id == whole.id and calmed(whole, [one]) for one in excepted)
        and polarity(reading.sentence, felt, reading.marks) is Holds.IS
    ]
    return _without_regions(told)


def _candidates(reading: Reading, excepted: list[Match]) -> list[Match]:
    """The matches that may be findings, in the order in which they were said.

    Some words are a finding only as an answer to a question: their kind is `at-` and its id. A
    question that asks for several takes the words of each where it has none of its own, and behind
    a contrast: "no bite, but there's a cut".
    `excepted` are words of the kind `not`: all but the finding of that id ("like a nail in my
    heel"); while exercises are coached also those of `not-in-a-set` ("my ankle wobbles").
    """
    context, sentence = reading.context, reading.sentence
    asked, harmless = context.question, reading.of("harmless")
    kinds = {"finding", "denial", f"at-{asked}"}
    of_parts = {f"at-{part}" for part in context.parts if not is_place(part)} - kinds
    own = reading.of(f"at-{asked}")
    of_parts = of_parts if context.asks_yes_or_no else set()
    # "The shin one" is a routine, but where the check asks for a place it is the place.
    names = ("not-a-place",) if context.talk == "check" else ("not-a-place", "exercise", "routine")
    no_places = reading.of(*names)
    taken_back = [m for m in reading.of("taken-back-at") if m.id in context.parts]
    denied = reading.of("no-at")
    refusals = [m for m in reading.of("answer") if m.id in ("no", "not-really")]
    found = [
        m
        for m in (*reading.found, *parts(reading.found))
        if (m.kind in kinds or (m.kind in of_parts and _goes_on(sentence, m, own)))
        and not any(m.id == one.id and m.start < one.end for one in taken_back)
        and not (
            m.kind.startswith("at-") and within(m, [n for n in denied if n.id in (m.id, asked)])
        )
        and not (m.kind.startswith("at-") and _is_refused(sentence, m, refusals))
        and not calmed(m, harmless)
        and not any(
            one.id == m.id and (calmed(m, [one]) or one.start <= m.start < one.end)
            for one in excepted
        )
        and not (is_place(m.id) and calmed(m, no_places))
    ]
    # "Walk on it" in "can't even walk on it".
    opposites = [m for m in found if m.kind == "denial"]
    kept = (
        m
        for m in found
        if m.kind == "denial"
        or not any(one.id == m.id and one.start < m.start < one.end for one in opposites)
    )
    return sorted(kept, key=lambda m: (m.start, m.end))


def _goes_on(sentence: Sentence, match: Match, own: list[Match]) -> bool:
    """Whether a question's `own` words leave room for a match: none is there, or all stand before
    a contrast, and it behind.
    """
    last = max((one.end for one in own), default=0)
    return not own or any(sentence.reach(at, "<contrast>") for at in range(last, match.start))


def _how(reading: Reading, match: Match, told: list[Told]) -> Holds:
    """How a finding is said to be, after those that were told before it.

    A bare "no" or "none" behind it is spent on it, and denies nothing that follows.
    """
    sentence = reading.sentence
    how = polarity(sentence, match, reading.marks)
    if how is Holds.OVER and match.id in EVENTS | HISTORY:
        how = Holds.IS  # "I fell, but I'm fine."
    if how is Holds.IS_NOT and _is_contrasted(sentence, match, told):
        how = Holds.IS  # "Not the front, the inside."
    if how is Holds.IS_NOT and _is_excepted(sentence, match, told):
        how = Holds.IS  # "No swelling, puffy only at night."
    if how is Holds.IS_NOT and any(
        sentence.reach(match.end, name) for name in ("<no>", "<none-behind>")
    ):
        sentence.spent.add(match.end)  # "Swollen no, bruised none, stiff yes."
    if match.kind != "denial":
        return how
    if how is Holds.IS_NOT and match.id == "sudden-onset" and not _denied(sentence, match):
        how = Holds.IS  # "No fall, it came on slowly."
    return _TURNED.get(how, how)


def _is_refused(sentence: Sentence, match: Match, refusals: list[Match]) -> bool:
    """Whether a match stands in an answer that denies it: "terrible" in "nothing terrible"."""
    return any(
        at in sentence.denies
        and not any(sentence.reach(on, "<ends-negation>") for on in range(at + 1, match.start))
        for one in refusals
        if one.start < match.start and match.end <= one.end
        for at in range(one.start, match.start)
    )


def _denied(sentence: Sentence, match: Match) -> bool:
    """Whether a negation stands right before a match, light words and adverbs aside."""
    at = match.start - 1
    while sentence.reach(at, "<light>") or sentence.reach(at, "<adverb>"):
        at -= 1
    return at in sentence.denies and not sentence.reach(at, "<no>")


def _is_contrasted(sentence: Sentence, match: Match, told: list[Told]) -> bool:
    """Whether a place follows what was denied, and nothing joins the two."""
    if not is_place(match.id):
        return False
    if _second_name(sentence, match):
        return True
    if not told:
        return False
    last = told[-1]
    between = range(last.match.end, match.start)
    return (
        is_place(last.id)
        and last.holds is Holds.IS_NOT
        and last.match.end <= match.start
        and not any(
            sentence.reach(at, "<joins>")
            or (at in sentence.denies and not sentence.reach(at, "<no>"))  # "Not the foot, no, …"
            for at in between
        )
        and len(between) <= 4
    )


def _is_excepted(sentence: Sentence, match: Match, told: list[Told]) -> bool:
    """Whether it follows at once on what was denied, and has an occasion that is its only one."""
    if not (sentence.reach(match.end, "<only>") and sentence.reach(match.end + 1, "<occasion>")):
        return False
    last = next((one for one in reversed(told) if one.match.start < match.start), None)
    if last is None or last.holds is not Holds.IS_NOT:
        return False
    between = range(last.match.start + 1, match.start)
    return not any(sentence.reach(at, "<joins>") or at in sentence.denies for at in between)


def _second_name(sentence: Sentence, match: Match) -> bool:
    """Whether "the arch" follows another name straight away, as in "not the bone, the arch"."""
    article = match.start - 1
    return (
        bool(sentence.reach(article, "<determiner>"))
        and article >= 3
        and not sentence.reach(article - 1, "<before-name>")
        and bool(sentence.reach(article - 2, "<determiner>"))
        and article - 3 in sentence.denies
    )


def _without_regions(told: list[Told]) -> list[Told]:
    """Without "ankle" where the same words say which part of it."""
    regions = [t for t in told if t.id.startswith("place-")]
    return [
        t
        for t in told
        if t not in regions
        or not any(
            o.id.startswith("pain-")
            and is_place(o.id)
            and o.match.start <= t.match.start < o.match.end
            for o in told
        )
    ]
