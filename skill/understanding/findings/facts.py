"""The findings of a sentence, true or false, and what follows from them."""

from __future__ import annotations

from skill.library.recency import RECENT_UP_TO
from skill.understanding.findings.ages import ADULT
from skill.understanding.findings.assertions import BEARS, Told
from skill.understanding.findings.past import is_twist
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.polarity import Holds
from skill.understanding.heard import OLD
from skill.understanding.notes import Notes
from skill.understanding.numbers.numbers import Number
from skill.understanding.numbers.times import Time
from skill.understanding.reading.reading import Reading

OF_A_MAN, OF_MINE = "of-a-man", "of-mine"
"""The marks that who is hurt is a man or a boy, and that it is who speaks."""

NOT_WORSE = "not-worse"
"""The mark of words that it goes no worse."""


def facts_of(
    reading: Reading,
    told: list[Told],
    how_old: Number | None,
    about: Match | None,
    way: Match | None,
    span: Time | None,
    notes: Notes,
) -> dict[str, bool]:
    """True or false by finding: what was told, and what follows from it, age, course and time."""
    facts: dict[str, bool] = {}
    told = _without_named(reading, told)
    last_wins = reading.has("correction")
    for one in told:
        if one.holds in (Holds.IS, Holds.IS_NOT):
            so = one.holds is Holds.IS
            # "We walked miles, now I can't stand on it", and "why pus? There's no pus."
            anew = last_wins or one.id == BEARS or one.id in reading.context.counted
            facts[one.id] = so or (not anew and facts.get(one.id, False))
            notes.add(one.id, one.match)
    if span is not None and span.days > RECENT_UP_TO and facts.get("recent-twist-or-fall"):
        twists = [one for one in told if one.id == "recent-twist-or-fall"]
        if any(is_twist(reading.sentence, one.match) for one in twists):
            facts["old-sprain"] = True
            notes.origin.setdefault("old-sprain", notes.origin["recent-twist-or-fall"])
    for id in [id for id, true in facts.items() if true]:
        for follows in reading.lexicon.implies.get(id, ()):
            facts[follows] = True
            notes.origin.setdefault(follows, notes.origin[id])
    if BEARS in facts:
        facts["cannot-bear-weight"] = not facts[BEARS]
    if how_old is not None and how_old.value >= OLD:
        facts["over-65"] = True
    if (how_old is not None and how_old.value < ADULT) or (about and about.id == "child"):
        facts["under-eighteen"] = True
    if about is not None and _is_of_a_man(reading):
        facts.setdefault("male", True)
    if way is not None and way.id != "same":
        facts.setdefault(way.id if way.id == "comes-and-goes" else f"getting-{way.id}", True)
    elif way is not None and _goes_no_worse(reading):
        facts.setdefault("getting-worse", False)
    if span is not None:
        facts.setdefault("over-six-weeks", span.days > RECENT_UP_TO)
    return facts


def _goes_no_worse(reading: Reading) -> bool:
    """Whether it is said that it gets no worse; that it could not be is something else."""
    told = (m for m in reading.marks if m.id == NOT_WORSE)
    worse = (m for m in reading.of("course") if m.id == "worse")
    if any(reading.holds(m) is Holds.IS_NOT for m in worse):
        return True
    return any(not reading.sentence.reach(m.start - 1, "<cannot>") for m in told)


NEAR = 5
"""Words from what is named to its denial, at most: "the swelling, that's not really swollen"."""


def _without_named(reading: Reading, told: list[Told]) -> list[Told]:
    """What is told, without what is only named at first and then denied: "the swelling, it isn't
    swollen", "fever? There's no fever".
    """
    return [one for one in told if not any(_names(reading, one, other) for other in told)]


def _names(reading: Reading, one: Told, denial: Told) -> bool:
    sentence, end = reading.sentence, one.match.end
    if (one.id, one.holds, denial.holds) != (denial.id, Holds.IS, Holds.IS_NOT):
        return False
    after = 0 < denial.match.start - end <= NEAR
    named = one.match.start == 0 or sentence.reach(one.match.start - 1, "<light>")
    no = sentence.reach(end, "<no>") and denial.match.start == end + 1
    return bool(after and named and (no or sentence.reach(end, "<subject>")))


def _is_of_a_man(reading: Reading) -> bool:
    """Whether a man or a boy is hurt, somebody else than who speaks; after a result it is idle."""
    told = reading.has(OF_A_MAN) and not reading.has(OF_MINE)
    return told and reading.context.talk in ("launch", "check")
