"""What is the matter, and what is not, out of the matches of a sentence."""

from __future__ import annotations

from typing import NamedTuple

from skill.understanding.bearers import FELT, is_elsewhere
from skill.understanding.clauses import clause
from skill.understanding.frames import framed
from skill.understanding.matching import Match, Sentence, calmed, within
from skill.understanding.parts import parts
from skill.understanding.polarity import PLACES, Holds, polarity
from skill.understanding.reading import Reading
from skill.understanding.times import Time

LONG_AGO = 180
"""Days after which a twist or a snap is no part of the present trouble, unless it is said so."""

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
    }
)
"""What is asked of the past, whenever it was."""

NOTHING = "none"

_TURNED = {Holds.IS: Holds.IS_NOT, Holds.IS_NOT: Holds.IS}
"""How something is said to be that is told by its opposite."""


class Told(NamedTuple):
    """A finding, how it is said to be, and the match that says it."""

    id: str
    holds: Holds
    match: Match


def findings(reading: Reading) -> list[Told]:
    """Every finding of a sentence in the order in which it was said.

    Some words are a finding only as an answer to a question: their kind is `at-` and its id. A
    question that asks for several takes the words of each, where it has none of its own.
    Words of the kind `not` are all but the finding of that id ("like a nail in my heel").
    """
    lexicon, context, sentence = reading.lexicon, reading.context, reading.sentence
    kinds = {"finding", "denial", f"at-{context.question}"}
    if context.asks_yes_or_no and f"at-{context.question}" not in reading.by_kind:
        kinds |= {f"at-{part}" for part in context.parts if not part.startswith(PLACES)}
    marks, harmless = reading.marks, reading.of("harmless")
    # "The shin one" is a routine, but where the check asks for a place it is the place.
    names = ("not-a-place",) if context.talk == "check" else ("not-a-place", "exercise", "routine")
    no_places = reading.of(*names)
    excepted = reading.of("not")
    taken_back = [m for m in reading.of("taken-back-at") if m.id in context.parts]
    asked = context.question
    denied = reading.of("no-at")
    refusals = [m for m in reading.of("answer") if m.id in ("no", "not-really")]
    candidates = [
        m
        for m in (*reading.found, *parts(reading.found))
        if m.kind in kinds
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
        and not (m.id.startswith(PLACES) and calmed(m, no_places))
    ]
    # "Walk on it" in "can't even walk on it".
    opposites = [m for m in candidates if m.kind == "denial"]
    candidates = [
        m
        for m in candidates
        if m.kind == "denial"
        or not any(one.id == m.id and one.start < m.start < one.end for one in opposites)
    ]
    wholes = reading.of("whole")
    told: list[Told] = []
    for match in sorted(candidates, key=lambda m: (m.start, m.end)):
        same = [m for m in candidates if m.id == match.id and m.kind in (match.kind, "finding")]
        # "Both heels" is in "the back of both heels", and no part of it.
        others = [m for m in wholes if match.id not in (m.id, "both-sides")]
        if within(match, same) or within(match, others):
            continue
        how = polarity(sentence, match, marks)
        if how is Holds.OVER and match.id in EVENTS | HISTORY:
            how = Holds.IS  # "I fell, but I'm fine."
        if how is Holds.IS_NOT and _is_contrasted(sentence, match, told):
            how = Holds.IS  # "Not the front, the inside."
        if how is Holds.IS_NOT and any(
            sentence.reach(match.end, name) for name in ("<no>", "<none-behind>")
        ):
            sentence.spent.add(match.end)  # "Swollen no, bruised none, stiff yes."
        if match.kind == "denial":
            if how is Holds.IS_NOT and match.id == "sudden-onset" and not _denied(sentence, match):
                how = Holds.IS  # "No fall, it came on slowly."
            how = _TURNED.get(how, how)
        id = match.id
        if (
            how is Holds.IS
            and id in lexicon.becomes
            and _long_ago(sentence, match, reading.times, marks)
        ):
            id = lexicon.becomes[id]
            if id == "old-sprain" and not is_twist(sentence, match):
                id = NOTHING
        if match.id in FELT and is_elsewhere(reading, match):
            continue
        if match.id != NOTHING:
            told.append(Told(*((match.id, Holds.LONG_AGO) if id == NOTHING else (id, how)), match))
    known = {one.id for one in told}
    told += [
        Told(whole.id, Holds.IS, whole)
        for whole, felt in framed(reading)
        if whole.id not in known
        and not any(one.id == whole.id and calmed(whole, [one]) for one in excepted)
        and polarity(sentence, felt, marks) is Holds.IS
    ]
    return _without_regions(told)


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
    if not match.id.startswith(PLACES):
        return False
    if _second_name(sentence, match):
        return True
    if not told:
        return False
    last = told[-1]
    between = range(last.match.end, match.start)
    return (
        last.id.startswith(PLACES)
        and last.holds is Holds.IS_NOT
        and last.match.end <= match.start
        and not any(
            sentence.reach(at, "<joins>")
            or (at in sentence.denies and not sentence.reach(at, "<no>"))  # "Not the foot, no, …"
            for at in between
        )
        and len(between) <= 4
    )


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


def _long_ago(sentence: Sentence, match: Match, all_times: list[Time], marks: list[Match]) -> bool:
    """Whether a time in its clause, or right before it, is long ago."""
    first, after = clause(sentence, match.start)
    if any(first <= t.start < after and t.outright and t.days < LONG_AGO for t in all_times):
        return False  # "At school, today."
    long_ago = [m for m in marks if m.id == "long-ago"]
    old = [t for t in all_times if t.outright and t.days >= LONG_AGO and not _lasts(sentence, t)]
    spans = [(one.start, one.end) for one in long_ago] + [(one.start, one.end) for one in old]
    if sentence.reach(after, "<contrast>") and sentence.reach(after + 1, "<that-was>"):
        after = clause(sentence, after)[1]  # "I fell off a roof, but that was years ago."
    return any(first <= start < after or end == first for start, end in spans)


def is_twist(sentence: Sentence, match: Match) -> bool:
    """Whether words tell of a twist, not of a fall or a knock."""
    return any(sentence.reach(at, "<twisted>") for at in range(match.start, match.end))


def _lasts(sentence: Sentence, time: Time) -> bool:
    """Whether a time tells how long something has been there ("for two years"), not when it was."""
    before = any(sentence.reach(time.start - back, "<lasting>") for back in range(4))
    return before and not any(sentence.reach(at, "<gone-by>") for at in range(time.start, time.end))


def _without_regions(told: list[Told]) -> list[Told]:
    """Without "ankle" where the same words say which part of it."""
    regions = [t for t in told if t.id.startswith("place-")]
    return [
        t
        for t in told
        if t not in regions
        or not any(
            o.id.startswith("pain-") and o.match.start <= t.match.start < o.match.end for o in told
        )
    ]
