"""A chest, and what is felt in it: "ticker's giving me a bit of a squeeze, it does that".

The two stand in one clause in either order, or the chest is named and "it" follows. Little as may
be made of it, it tells of an emergency. "Up here" and "in there" are the chest where a chest is
asked about; elsewhere, where no place of the leg is named, they may be: that is in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skill.understanding.findings.assertions import Told
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import LIGHT, Match, calmed, lies_in, meet, within
from skill.understanding.grammar.polarity import Holds, is_on_the_leg, is_place
from skill.understanding.reading.reading import Reading

CHEST = "breathless-or-chest-pain"
RACES = "racing-heart"

IN_DOUBT = "in-doubt"
"""The kind of a match whose words may mean something else than the finding."""

OF_IT_ALONE = frozenset({CHEST, "breath"})
ASKED = OF_IT_ALONE | {"safety-today"}
"""Questions that ask about a chest, among the last of much else: "in there" answers of it."""

NAMES = frozenset({"named", "side", "referred", "throat"})
"""What is no part of a leg; the other ways to say where may be one. The first is the chest."""
NAMED = "named"
SIDE = "side"
"""The ribs, which may have a mere stitch."""
THROAT = "throat"
"""What may be sore with a cold."""
OF_ME = "of-me"
"""The middle of somebody, which is no part of a leg either."""

SORE = "sore"
BEATS = "beats"
"""What is felt: a soreness, as any part may have; a heart that beats oddly; else a squeeze."""
ALONE = "alone"
SHORT = "short"
ACID = "acid"
"""What is of the chest by its own name, what may be no more than a cold or an effort, and what many
take for the stomach's."""
NEAR = 2
"""Words between a chest and what it feels that no clause parts, at most."""


def of_the_chest(reading: Reading) -> list[Told]:
    """What is felt in a chest, as it is said; what is in doubt is of the kind `IN_DOUBT`."""
    felt, names = _felt(reading), _names(reading)
    told = [one for m in felt for one in _by_itself(reading, m)]
    for name in names:
        for one in felt:
            if _belongs(reading, name, one, felt):
                told += _told(reading, name, one)
    return told or [_spoken_of(name) for name in names if _is_spoken_of(reading, name)]


def _is_spoken_of(reading: Reading, name: Match) -> bool:
    """Whether a chest is named in a set, whatever is said of it: "my heart just went boing"."""
    return reading.context.coaching and name.id == NAMED and not reading.asks


def _spoken_of(name: Match) -> Told:
    return Told(CHEST, Holds.IS, Match(IN_DOUBT, CHEST, name.start, name.end))


def without_its_places(told: Sequence[Told], of_chest: Sequence[Told]) -> list[Told]:
    """The findings without places that name the chest: "across the front" is no front of a foot."""
    sure = [one for one in of_chest if one.match.kind != IN_DOUBT]
    if not sure:  # As mostly.
        return [*told]
    return [t for t in told if not (is_place(t.id) and any(meet(t.match, o.match) for o in sure))]


def _felt(reading: Reading) -> list[Match]:
    found = reading.of("chest-felt")
    if not found:
        return []
    calm = [m for m in reading.of("not") if m.id == RACES]  # "Racing with excitement."
    calm += reading.of("harmless", "not-a-chest")
    return [m for m in found if not (within(m, found) or calmed(m, calm))]


def _names(reading: Reading) -> list[Match]:
    found = reading.of("chest")
    if not found:
        return []
    calm = reading.of("harmless", "not-a-chest")
    found = [m for m in found if not (within(m, found) or any(lies_in(m, c) for c in calm))]
    return [m for m in found if not (m.id in NAMES and _is_denied(reading, m))]


def _is_denied(reading: Reading, name: Match) -> bool:
    """Whether a denial stands before it: "not the chest, just a tight calf"."""
    first, _ = clause(reading.sentence, name.start)
    before = reading.sentence.denies_in(range(first, name.start))
    return before and _holds(reading, name) is Holds.IS_NOT


def _by_itself(reading: Reading, one: Match) -> Iterator[Told]:
    """What needs no name of a chest beside it: "a touch of angina"; acid is asked about."""
    asked = (ALONE, SHORT, ACID) if reading.context.coaching else (ALONE, SHORT)
    is_now = (Holds.IS, Holds.OVER) if reading.context.coaching else (Holds.IS,)
    if one.id in asked and reading.holds(one) in is_now:
        kind = "finding" if one.id == ALONE else IN_DOUBT
        yield Told(CHEST, Holds.IS, Match(kind, CHEST, one.start, one.end))


def _belongs(reading: Reading, name: Match, one: Match, felt: list[Match]) -> bool:
    """Whether something is felt there: in its clause, or in the next one as "it"."""
    if lies_in(name, one) or lies_in(one, name):
        return name.id not in NAMES and not _is_of_a_leg(reading, name, one, felt)
    sentence = reading.sentence
    here, there = clause(sentence, name.start), clause(sentence, one.start)
    if here != there and not _is_near(reading, name, one):
        # "My chest, it's tight", "a bit of pain, but it's in the chest".
        follows = there[0] == here[1] and bool(sentence.reach(there[0], "<takes-up>"))
        leads = here[0] == there[1] and _takes_up(reading, here[0])
        alone = not any(here[0] <= m.start < here[1] for m in felt)
        if not ((follows or leads) and alone):
            return False
    return not _is_of_a_leg(reading, name, one, felt)


def _is_of_a_leg(reading: Reading, name: Match, one: Match, felt: list[Match]) -> bool:
    """Whether a place of the leg has it, or what is worn, and not the chest that is named."""
    first, after = clause(reading.sentence, one.start)
    legs = [leg for leg in _legs(reading, name) if first <= leg < after]
    if name.id not in NAMES:
        worn = any(first <= m.start < after for m in reading.of("worn-tight"))
        if _is_rated(reading):  # "Two for the heel, and tight up top."
            legs = [leg for leg in legs if leg > min(name.start, one.start)]
        return name.id != OF_ME and (worn or bool(legs))
    nearer = [m for m in felt if m != one and _apart(name, m) < _apart(name, one)]
    closer = any(abs(leg - one.start) < _apart(name, one) for leg in legs)
    return closer and bool(nearer)


def _legs(reading: Reading, name: Match) -> Iterator[int]:
    """The words that name a place of the leg, but for those of the chest."""
    for m in reading.of("finding"):
        if is_on_the_leg(m.id) and not name.start <= m.start < name.end:
            yield m.start
    yield from reading.sentence.places("<limb>")


def _is_rated(reading: Reading) -> bool:
    """Whether a number or words for no pain stand beside: "zero in the ankle"."""
    return bool(reading.numbers) or any(m.id == "0" for m in reading.of("pain-level"))


def _takes_up(reading: Reading, at: int) -> bool:
    """Whether a clause takes up what was said before: "but it's in the chest"."""
    at += bool(reading.sentence.reach(at, "<contrast>"))
    return bool(reading.sentence.reach(at, "<takes-up>"))


def _is_near(reading: Reading, one: Match, other: Match) -> bool:
    """Whether hardly a word stands between two matches, or light ones alone."""
    first, last = sorted((one, other), key=lambda m: m.start)
    between = range(first.end, last.start)
    light = all(reading.sentence.reach(at, LIGHT) for at in between)
    return light or len(between) <= NEAR


def _apart(one: Match, other: Match) -> int:
    """The words between two matches."""
    return max(one.start - other.end, other.start - one.end, 0)


def _told(reading: Reading, name: Match, one: Match) -> Iterator[Told]:
    """The finding that the two tell, if it is so or was so a moment ago."""
    how, context = _holds(reading, one), reading.context
    # "It fluttered, it's gone now", but not "I used to get it".
    over = how is Holds.OVER and context.exercising and not reading.has("was-once")
    if not (how is Holds.IS or over) or (name.id, one.id) == (THROAT, SORE):
        return
    asked = context.question in ASKED
    # A heart that fluttered in a set, and is well by now, ends it.
    sure = (how is Holds.IS or context.coaching) and (
        (name.id in NAMES and (name.id, one.id) != (SIDE, SORE))
        or (name.id not in NAMES and asked and one.id != SORE)
        or (name.id not in NAMES and context.question in OF_IT_ALONE)
    )
    if not sure and not _may_be(reading, name, one, asked=asked):
        return
    id = RACES if one.id == BEATS and name.id in NAMES else CHEST
    start, end = min(name.start, one.start), max(name.end, one.end)
    yield Told(id, Holds.IS, Match("finding" if sure else IN_DOUBT, id, start, end))


def _holds(reading: Reading, one: Match) -> Holds:
    """How it is said to be; an answer before it denies nothing: "zero, a squeeze in there"."""
    how, sentence = reading.holds(one), reading.sentence
    first, _ = clause(sentence, one.start)
    denials = [at for at in range(first, one.start) if at in sentence.denies]
    answers = all(
        sentence.reach(at, "<none-to-tell>")
        and (sentence.reach(at + 1, "<begins-anew>") or sentence.reach(at - 1, "<limb>"))
        for at in denials
    )
    return Holds.IS if how is Holds.IS_NOT and denials and answers else how


def _may_be(reading: Reading, name: Match, one: Match, *, asked: bool) -> bool:
    """Whether it is worth a question: what may be a leg's is not, where a place is asked for."""
    context = reading.context
    if name.id in NAMES:
        return True
    if one.id == SORE and not asked and name.id != OF_ME:
        return False
    return context.exercising or context.talk in ("result", "topic") or name.id == OF_ME
