"""What has been answered so far, and what follows from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from skill.library.identity import once_for_each
from skill.library.types import YESES, Answer, Answers, Ids, Library, When

OUTLASTS = {"over-six-weeks": "over-two-weeks", "over-65": "over-50"}
"""What lasted for longer lasted for the shorter time too, and the other way round for a no: a pain,
and a life."""

SOFT_NOES = frozenset({Answer.NOT_REALLY, Answer.NOT_SURE})
"""Answers to a gate that say the same of each thing behind it."""

BLOW, INJURY = "heavy-blow", "recent-twist-or-fall"
"""A heavy blow is an injury, whatever was said of a twist or a fall."""

RED, SPREADS = "hot-or-red", "spreading-redness"
"""Where nothing is red, no redness spreads."""

MALE, OF_WOMEN = "male", ("hormones", "pregnant")
"""Who is a man is not asked whether he is pregnant."""

OLD, YOUNG = "over-65", "under-eighteen"
"""Who is the one is not the other."""

OF_AN_AGE = frozenset({OLD, YOUNG, "over-50"})
"""What follows of an age in years."""


def can_be_answered(library: Library, id: str) -> bool:
    """Whether a person can answer it: a place, finding or gate, an asked flag, an open question.

    A flag that a rule works out from other answers cannot.
    """
    flag = library.red_flags.get(id)
    if flag is not None:
        return flag.rule is None
    if id in library.findings or id in library.places or id in library.gates:
        return True
    return any(id in words.open_questions for words in library.words.values())


def can_all_be_answered(library: Library, ids: Iterable[str]) -> bool:
    """Whether a person can answer each of these."""
    return _answerable(library).issuperset(ids)


@once_for_each
def _answerable(library: Library) -> frozenset[str]:
    ids = {*library.red_flags, *library.findings, *library.places, *library.gates}
    ids.update(id for words in library.words.values() for id in words.open_questions)
    return frozenset(id for id in ids if can_be_answered(library, id))


def is_yes(known: Answers, id: str) -> bool:
    """Whether it was answered yes or kind of."""
    return known.get(id) in YESES


def asked_by(library: Library, question: str | None) -> frozenset[str]:
    """What a question asks about: itself, and what a gate opens; nothing where none is open."""
    if question is None:
        return frozenset()
    gate = library.gates.get(question)
    return frozenset((question, *(gate.opens if gate else ())))


def is_among(library: Library, id: str, asked: Collection[str]) -> bool:
    """Whether a question is one of some, or asks for a part of what one of them asks for."""
    if id in asked:
        return True
    return any(id in gate.opens for one in asked if (gate := library.gates.get(one)))


def known_part(parts: Ids, once_known: Collection[str], known: Answers) -> str | None:
    """The one part of a gate that is known, where the others then have a question together."""
    if not once_known:  # As mostly.
        return None
    told = [part for part in parts if part in known]
    return told[0] if len(told) == 1 and told[0] in once_known else None


def anybody_yes(known: Answers, ids: Iterable[str]) -> bool:
    """Whether any of these was answered yes or kind of."""
    # A loop takes a third of the time of any(), and this is asked some hundred times a turn.
    for id in ids:  # noqa: SIM110
        if known.get(id) in YESES:
            return True
    return False


def holds(when: When | None, known: Answers) -> bool:
    """Whether a condition holds by what is known. No condition always holds."""
    if when is None:
        return True
    # Asked some hundred times a turn too: most conditions fail at the first thing they want.
    if when.or_any and anybody_yes(known, when.or_any):
        return True
    if when.any:
        if not anybody_yes(known, when.any):
            return False
    elif not (when.and_any or when.all or when.none):
        return False
    if when.and_any and not anybody_yes(known, when.and_any):
        return False
    for id in when.all:
        if known.get(id) not in YESES:
            return False
    return not (when.none and anybody_yes(known, when.none))


def positives_of(when: When) -> frozenset[str]:
    """All that a condition wants to be so, in whichever part."""
    return frozenset((*when.any, *when.and_any, *when.all, *when.or_any))


def may_hold(when: When | None, known: Answers) -> bool:
    """Whether a condition holds, or still could by an answer that is missing."""
    if when is None:
        return True
    if _anybody_may(known, when.or_any):
        return True
    for group in (when.any, when.and_any):
        if group and not _anybody_may(known, group):
            return False
    for id in when.all:
        if known.get(id, Answer.YES) not in YESES:
            return False
    return not anybody_yes(known, when.none)


def _anybody_may(known: Answers, ids: Iterable[str]) -> bool:
    """Whether any of these was answered yes, or not at all."""
    for id in ids:  # noqa: SIM110
        if known.get(id, Answer.YES) in YESES:
            return True
    return False


_TURNED = {
    Answer.YES: Answer.NO,
    Answer.KIND_OF: Answer.NOT_REALLY,
    Answer.NOT_REALLY: Answer.KIND_OF,
    Answer.NO: Answer.YES,
}


def answer_as_asked(library: Library, id: str, answer: Answer) -> Answer:
    """What a spoken answer says of the id that was asked, and the other way round.

    "Can you take four steps?" asks for `cannot-bear-weight`, so its no is a yes to the id. "Not
    sure" is the same from both sides.
    """
    flag = library.red_flags.get(id)
    turns = flag is not None and flag.asked_as is not None
    return _TURNED.get(answer, answer) if turns else answer


def known_from(library: Library, given: Answers) -> dict[str, Answer]:
    """What the given answers say, and what they say through the gates.

    A plain no to a gate answers all that it opens. Where a gate was answered yes and all that
    it opens but one finding was denied, that finding is what the yes meant; a red flag is asked,
    and so is what a broader gate opens.
    """
    known = _through_gates(library, given, denied=Answer.NO)
    if is_yes(known, BLOW) and not is_yes(known, INJURY):
        known[INJURY] = known[BLOW]
    if given.get(RED) is Answer.NO:  # A no to several things at once leaves it open.
        known.setdefault(SPREADS, Answer.NO)
    if is_yes(known, MALE):
        known.update((id, Answer.NO) for id in OF_WOMEN if id not in known)
    return known


def evidence_from(library: Library, given: Answers) -> dict[str, Answer]:
    """The same, as evidence for a condition.

    One no to three things at once settles what is safe to do, but says less about each of
    them than a no to that thing alone; a soft no to a region says the same of its places. Who is
    grown tells nothing by that: how common conditions are is told of grown people.
    """
    evidence = _through_gates(library, given, denied=Answer.NO_TO_SEVERAL)
    if not is_yes(evidence, YOUNG):
        evidence.pop(YOUNG, None)
    for id, gate in library.gates.items():
        if given.get(id) in SOFT_NOES:
            for part in gate.opens:
                evidence.setdefault(part, given[id])
    return evidence


def _through_gates(library: Library, given: Answers, *, denied: Answer) -> dict[str, Answer]:
    known = dict(given)
    # Mostly the answers are to things, and to no gate or to two.
    gates = library.gates.items() if not library.gates.keys().isdisjoint(given) else ()
    for id, gate in gates:
        if id not in given:
            continue
        if given[id] is Answer.NO:
            for part in gate.opens:
                known.setdefault(part, denied)
        elif given[id] in YESES:
            missing = [part for part in gate.opens if part not in known]
            left = len(missing) == 1 and not gate.broader
            implied = left and missing[0] not in library.red_flags
            if implied and not anybody_yes(known, gate.opens):
                known[missing[0]] = Answer.YES
    for one, other in ((OLD, YOUNG), (YOUNG, OLD)):
        if is_yes(known, one):
            known.setdefault(other, Answer.NO)
    for longer, shorter in OUTLASTS.items():
        if is_yes(known, longer):
            known.setdefault(shorter, Answer.YES)
        if known.get(shorter) is Answer.NO:
            known.setdefault(longer, Answer.NO)
    return known
