"""What is asked about: a topic and the side of it, an exercise, a routine."""

from __future__ import annotations

from collections.abc import Mapping

from skill.library.types import Aspect, OneSide
from skill.understanding.commands.command_kinds import AT_THE_LIST, START
from skill.understanding.contexts import EXERCISING
from skill.understanding.findings.assertions import Told
from skill.understanding.findings.illnesses import is_feared
from skill.understanding.grammar.matching import Match, calmed, lies_in, meet, within
from skill.understanding.grammar.polarity import Holds
from skill.understanding.heard import FAREWELL, LEAVING, OF_A_BLEED
from skill.understanding.pain.counts import OFFER
from skill.understanding.reading.reading import Reading
from skill.understanding.topics import names
from skill.understanding.topics.general_topics import OF_A_CONDITION

AFTERWARDS = ("topic", "result", "emergency")
"""Kinds of talk in which something was told that can be asked about."""
TOLD = ("result", "emergency")
"""Kinds of talk after a result."""
LATER = "topic-after"
"""The kind of words that name a topic only where something was told: "not months, surely"."""
LIST = "list-exercises"
WISHES = (START, "how-to", "remember")
"""Commands whose exercise or routine counts."""
WHY_THINK = "why-think"
"""The command by which it is asked why that is the result, or why it is nothing else."""
TO_BE_FEARED = frozenset({"blood-clot"})
"""Topics that whoever fears them asks about."""
FEARED = "if-it-gets-worse"
"""What to do if it gets worse, which is asked before a result too."""
GATES = "place-"
"""How the ids of regions begin, which tell little."""
ENOUGH = 2
"""Facts that make a description of a question: "what's wrong with my heel" tells none."""


def longest(found: list[Match]) -> Match | None:
    """The match with the most words, the first of equals."""
    return max(found, key=lambda m: (m.end - m.start, -m.start)) if found else None


def topic(reading: Reading, order: Match | None) -> Match | None:
    """The topic that is asked about; a name in a plain statement asks nothing.

    Beside a wish for exercises, what these are for: "it's shin splints, give me the exercises".
    Words of the wish to hear which there are ("what exercises have you got") ask about none.

    A part of a name that no topic has ("plantar fibromatosis") names none.
    """
    after = (LATER,) if reading.context.talk in AFTERWARDS else ()
    known = reading.of("topic", *after, "topic-general")
    feared = [m for m in reading.of("practical") if m.id == FEARED]
    if feared and reading.context.talk not in EXERCISING:
        return longest(feared)
    if not known:
        return None
    unknown = reading.of("not-a-topic")
    known = [m for m in known if not calmed(m, unknown)]
    if order is not None and order.id == LIST:
        known = [m for m in known if not within(m, [order])]
    if order is not None and order.id == WHY_THINK:
        known = _behind_why(reading, known)
    best = longest([m for m in known if m.kind in ("topic", LATER)])
    if order is not None and order.id == START:
        return best
    best = best or longest(known)
    doubts = order is not None and order.id == WHY_THINK  # "Why not gout?"
    asks = reading.asks or doubts or reading.has("asks-name")
    if best is None or asks or _asks_of_it(reading):
        return best
    if best.id in TO_BE_FEARED and is_feared(reading, best):
        return best
    length = best.end - best.start
    whole = length >= len(reading.sentence) - 1
    return best if whole and (reading.context.question is None or length > 1) else None


def _behind_why(reading: Reading, known: list[Match]) -> list[Match]:
    """The names behind the "why", where there are: "not shoes, I ask why it isn't bursitis"."""
    first = min(reading.sentence.places("<why-word>"), default=0)
    return [m for m in known if m.start > first] or known


BLEEDS, OTHER_AID = "bleeds", "other-aid"
"""The marks of words for blood or a wound, and of what is no matter of first aid: a blood clot."""


def practical(reading: Reading) -> Match | None:
    """What is asked after a result of what to do now; a farewell only where nothing else is.

    "Thanks, but who do I ring?" is no farewell. First aid is asked for at any time.
    """
    aid = _first_aid(reading)
    if aid is not None or reading.context.talk not in TOLD:
        return aid
    found = reading.of("practical")
    asked = [m for m in found if m.id not in LEAVING]
    if not asked and reading.asks:
        return None
    # "The ambulance is coming, can he drink something": the question behind is asked.
    feared = [m for m in asked if m.id == FEARED]  # "If I get breathless, shall I ring someone?"
    behind = [m for m in asked if m.start and reading.sentence.reach(m.start, "<may-i>")]
    asked = behind or asked
    goes = [m for m in found if m.id != FAREWELL]  # More than a goodbye.
    return longest(feared or asked or goes or found)


ASKS_TOO = "<asks-too>"
"""The class of words with which another question begins behind the first."""


def several(reading: Reading) -> tuple[str, ...]:
    """The topics of several questions in one sentence after a result, in their order."""
    if reading.context.talk not in TOLD or not reading.asks:
        return ()
    length = len(reading.sentence)
    begins = {at for at in range(1, length) if reading.sentence.reach(at, ASKS_TOO)}
    questions = {m.start for m in reading.marks if m.id == "question"}
    begins |= {at for at in questions if at > 1}
    if min(begins, default=0) > min(questions, default=length):
        begins.add(0)
    asked = [one for at in sorted(begins) if (one := _asked_at(reading, at, begins))]
    told = tuple(dict.fromkeys(asked))
    return told if len(told) > 1 else ()


def _asked_at(reading: Reading, at: int, begins: set[int]) -> str | None:
    """The topic of the question that begins at a word; what is practical before all else."""
    until = min((other for other in begins if other > at), default=len(reading.sentence))
    here = range(at, until)
    for kind in ("first-aid", "practical", "topic", "topic-general"):
        best = longest([m for m in reading.of(kind) if m.start in here and m.id not in LEAVING])
        if best is not None:
            return best.id
    if any(m.id not in OF_A_CONDITION.values() for m in reading.of("topic")):
        return None  # "What is shin splints, and what causes it": one answer tells both.
    side = longest([m for m in reading.of("aspect") if m.start in here and m.id in OF_A_CONDITION])
    return OF_A_CONDITION[Aspect(side.id)] if side is not None else None


FAINTED = "fainted"
WHO_IS_DOWN = "checking-the-breath"
"""What is to be done for somebody who has collapsed, whoever that is."""


def _first_aid(reading: Reading) -> Match | None:
    """The first aid that is asked for: "do I press on it" asks so where it bleeds.

    In an exercise a leg is straightened, and a foot pulled back. What names its wound is asked of
    that rather than of a bleed.
    """
    asked = reading.of("first-aid", "first-aid-for-a-bleed")
    if not asked:
        return None
    other = [m for m in reading.marks if m.id == OTHER_AID]
    told = [m for m in reading.marks if m.id == BLEEDS and not calmed(m, other)]
    bleeds = reading.context.bleeds or bool(told)
    if not bleeds:
        asked = [m for m in asked if m.kind == "first-aid"]
    if told:  # "It's bleeding, should I cover it?"
        asked = [m for m in asked if m.kind == "first-aid" or m.id in OF_A_BLEED]
    if reading.context.coaching:
        asked = [m for m in asked if m.id in OF_A_BLEED or _is_of_somebody(reading, m)]
    asked = [m for m in asked if not any(meet(m, one) for one in other)]
    best = longest(asked)
    alike = [m for m in asked if best and (m.start, m.end) == (best.start, best.end)]
    return next((m for m in alike if m.kind == "first-aid"), best)


def _is_of_somebody(reading: Reading, aid: Match) -> bool:
    """Whether somebody else is down while an exercise is coached: "my wife just fainted".

    Where more is told than that it may be one's own: "and my chest hurts".
    """
    told = [m for m in reading.so("finding") if m.id != FAINTED]
    return aid.id == WHO_IS_DOWN and reading.has("of-another") and not told


def _asks_of_it(reading: Reading) -> bool:
    """Whether something is asked of what was named before: "this bursitis, is it a bad thing"."""
    return reading.context.talk in AFTERWARDS and reading.has("asks-of-it")


def aspect(reading: Reading, asked: Match | None) -> Match | None:
    """The side of a topic that is asked about; "what is" alone asks what it is."""
    if not asked and not reading.asks:
        return None
    sides = reading.of("aspect")
    what = longest([m for m in sides if m.id == "what-it-is" and m.end - m.start > 1])
    if what is not None and reading.context.talk in TOLD:
        behind = [m for m in sides if m.id == "signs" and m.start >= what.end]
        sides = [m for m in sides if m not in behind]  # "What is it, is it a nerve?"
    return longest([m for m in sides if m.id != "what-it-is"]) or longest(sides)


ONLY: Mapping[str, OneSide] = {"only-left": "left", "only-right": "right"}
"""The marks of a wish to exercise one side, and the side."""


def only_side(reading: Reading) -> OneSide | None:
    """The one side that is to be exercised: "only the left", "skip the right, I want the left"."""
    if not reading.has(*ONLY):
        return None
    told = {ONLY[m.id] for m in reading.marks if m.id in ONLY}
    return told.pop() if len(told) == 1 else None


def cleared(reading: Reading) -> list[Match]:
    """The words by which a clinician allowed exercise."""
    if not reading.has("cleared"):
        return []
    told = [m for m in reading.marks if m.id == "cleared"]
    well = [m for m in reading.marks if m.id == "well"]
    return [  # "I've no pain, my doctor cleared me" denies the pain alone.
        m
        for m in told
        if reading.holds(m) is Holds.IS
        or (reading.holds(m) is Holds.IS_NOT and any(one.end <= m.start for one in well))
    ]


def is_well(reading: Reading) -> bool:
    """Whether nothing hurts any more; "no pain at rest" is less than that."""
    if not reading.has("well"):
        return False
    told = (m for m in reading.marks if m.id == "well")
    return any(not reading.sentence.reach(m.end, "<under>") for m in told)


OF_A_BAND = frozenset({"no-equipment", "harder", "easier"})
"""Commands in which a band is a thing, and no routine: "step two, and no band"."""


def wish(
    reading: Reading, order: Match | None, has_place: bool, has_time: bool
) -> tuple[Match | None, Match | None]:
    """The exercise and the routine that are wished for.

    Whose step or days are meant needs no other wish: `has_place` tells of a step, or of a part.
    Nor does one for which there is a time: "ankle steadiness, I've ten minutes".
    """
    routine = names.chosen(reading) or _wished(reading, "routine", order)
    exercise = _wished(reading, "exercise", order)
    if routine is None and exercise is None:
        routine = names.meant_for(reading, order)
    of_days = order is not None and order.id == "how-often"
    if routine is None and (has_place or of_days or (has_time and exercise is None)):
        exercises = reading.of("exercise")  # "Step three, single leg balance" names no routine.
        routine = longest(
            [m for m in _named(reading, "routine") if not any(lies_in(m, one) for one in exercises)]
        )
    return exercise, routine


def _named(reading: Reading, kind: str) -> list[Match]:
    """The exercises or routines that are named, and no band that is a thing."""
    bands = [m for m in reading.of("command-coached", "command-set") if m.id in OF_A_BAND]
    return [m for m in reading.of(kind) if not any(lies_in(m, one) for one in bands)]


def _wished(reading: Reading, kind: str, order: Match | None) -> Match | None:
    """The exercise or routine that is wished for; a name in a plain statement is no wish.

    A bare name is one, but not where it may tell when it hurts or what to speak of. At the list
    any exercise that is named there is meant, unless it tells of pain.
    """
    named = longest(_named(reading, kind))
    if named is None:
        return None
    if order and order.id in WISHES:
        return named
    after_well = _follows_well(reading, named)
    if reading.holds(named) is Holds.IS_NOT and not after_well:
        return None
    whole = after_well or named.end - named.start >= len(reading.sentence) - 1
    at_the_list = kind == "exercise" and reading.context.question == AT_THE_LIST
    asks_or_hurts = reading.asks or reading.of("hurts")
    chosen = (whole and _may_be_chosen(reading)) or (at_the_list and not asks_or_hurts)
    return named if chosen else None


def _follows_well(reading: Reading, named: Match) -> bool:
    """Whether only that nothing hurts is said before a name: "no pain, ankle essentials"."""
    begins = [m.end for m in reading.marks if m.id == "well" and m.start == 0]
    return any(
        end <= named.start and named.end - named.start >= len(reading.sentence) - end - 1
        for end in begins
    )


def _may_be_chosen(reading: Reading) -> bool:
    """Whether a bare name chooses: nothing is asked, or it is no question of the body or topics."""
    context = reading.context
    open_to_all = context.question in (None, OFFER)
    return open_to_all or context.coaching or context.talk == "result"


def describes(reading: Reading, told: list[Told]) -> bool:
    """Whether an opening asks for help and tells what is the matter: that is what is taken up."""
    if reading.context.talk != "launch" or not reading.has("granted"):
        return False
    so = {one.id for one in told if one.holds is Holds.IS and not one.id.startswith(GATES)}
    return len(so) >= ENOUGH
