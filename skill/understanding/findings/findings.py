"""What is the matter, and what is not, out of the matches of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from skill.understanding.findings.assertions import Told, corrected, said_to_be
from skill.understanding.findings.bearers import (
    FELT,
    is_anothers,
    is_elsewhere,
    is_of_a_leg,
    is_of_anothers_past,
    is_put_elsewhere,
)
from skill.understanding.findings.candidates import candidates, said_in
from skill.understanding.findings.chests import of_the_chest, without_its_places
from skill.understanding.findings.echoes import echoed
from skill.understanding.findings.frames import framed
from skill.understanding.findings.good_order import FUNCTION, OF_QUESTION, without_good_order
from skill.understanding.findings.habits import without_habits
from skill.understanding.findings.kit import lacking
from skill.understanding.findings.past import NOTHING, OLD_BREAK, broken_anew, dated
from skill.understanding.findings.sound_sides import without_sound_sides
from skill.understanding.findings.winded import WINDED, without_effort
from skill.understanding.grammar.clauses import is_subject
from skill.understanding.grammar.matching import (
    Match,
    calmed,
    lies_in,
    longer_by_a_word,
    meet,
    within,
)
from skill.understanding.grammar.polarity import Holds, is_place
from skill.understanding.lists.items import Item, asked_by
from skill.understanding.reading.reading import Reading


def _is_denied_before(reading: Reading, match: Match, said: list[Match]) -> bool:
    """Whether harmless words of a set are only the end of what cannot be done: "I can't tell when
    I need the toilet".
    """
    sentence = reading.sentence
    return match.kind == "not-in-a-set" and any(
        m.id == match.id
        and not any(
            is_subject(sentence, at) and not sentence.reach(at - 1, "<leads-on>")
            for at in range(m.start + 1, match.start + 1)
        )
        and any(
            at in sentence.denies and not sentence.reach(at, "<no-word>")
            for at in range(m.start, match.start)
        )
        for m in said
    )


def findings(reading: Reading) -> list[Told]:
    """Every finding of a sentence in the order in which it was said.

    What a feeling and an occasion tell together comes last, and then what a chest feels.
    """
    said, together = said_in(reading), framed(reading)
    of_chest = [one for one in of_the_chest(reading) if _is_now(reading, one.match)]
    others = reading.of(WINDED, FUNCTION, OF_QUESTION)
    if not (said or together or of_chest or reading.items or others):
        return []
    in_a_set = ("not-in-a-set",) if reading.context.exercising else ()
    excepted = reading.of("not", f"not-at-{reading.context.question}", *in_a_set)
    excepted = [m for m in excepted if not _is_denied_before(reading, m, said)]
    found = candidates(reading, said, excepted)
    wholes = reading.of("whole")
    named = echoed(reading, found)
    told: list[Told] = []
    for match in found:
        if _is_of_a_longer(match, found, wholes) or _is_left_to_items(reading, match):
            continue
        item = reading.items.names(match) if reading.items else None
        own = item if item is not None and match.id in item.ids else None
        how = (own.holds if own else None) or said_to_be(reading, match, told)
        if how is Holds.IS_NOT and own is None and _is_of_anothers_name(match, found):
            continue
        if how is Holds.IS and own is None and match in named:
            how = Holds.SUPPOSED
        id = dated(reading, match) if how is Holds.IS else match.id
        if match.id == NOTHING or (match.id in FELT and is_elsewhere(reading, match)):
            continue
        if how is Holds.IS and is_put_elsewhere(reading, match):
            continue
        if (
            _is_of_other(reading, match)
            or _is_of_kit(reading, match)
            or is_of_a_leg(reading, match)
        ):
            continue
        if how is Holds.IS and id == OLD_BREAK:
            told += [Told(one, how, match) for one in broken_anew(reading, match)]
            continue
        told.append(Told(*((match.id, Holds.LONG_AGO) if id == NOTHING else (id, how)), match))
    known = {one.id for one in told}
    if reading.items:
        known.update(id for item in reading.items.items if item.verdict for id in item.ids)
    told += [
        Told(whole.id, Holds.IS, whole)
        for whole, felt in together
        if whole.id not in known
        and not any(one.id == whole.id and calmed(whole, [one]) for one in excepted)
        and reading.holds(felt) is Holds.IS
        and not (whole.id in FELT and is_elsewhere(reading, whole))
    ]
    told = [*corrected(reading.sentence, without_its_places(told, of_chest)), *of_chest]
    told = without_sound_sides(reading, told)
    told = without_habits(reading, without_good_order(reading, without_effort(reading, told)))
    return [*_without_regions(told), *_of_items(reading, {one.id for one in told})]


def _is_of_other(reading: Reading, match: Match) -> bool:
    """Whether it is somebody else who has it, or once had it."""
    return is_anothers(reading, match) or is_of_anothers_past(reading, match)


def _is_now(reading: Reading, match: Match) -> bool:
    """Whether it is one's own, and not of long ago."""
    return dated(reading, match) != NOTHING and not _is_of_other(reading, match)


def _is_of_a_longer(match: Match, found: list[Match], wholes: list[Match]) -> bool:
    """Whether its words are some of a longer name of the same, or of another: "both heels" in "the
    back of both heels".
    """
    kinds = (match.kind, "finding")
    same = [m for m in found if m.id == match.id and m is not match and m.kind in kinds]
    if same and within(match, same):
        return True
    return bool(wholes) and within(
        match, [m for m in wholes if match.id not in (m.id, "both-sides")]
    )


def _is_of_anothers_name(match: Match, found: list[Match]) -> bool:
    """Whether a denied word is only the first of a name of two of something else: "no red streaks"
    says nothing of redness.
    """
    return match.kind == "finding" and any(
        m.kind == "finding" for m in longer_by_a_word(match, found)
    )


def _is_left_to_items(reading: Reading, match: Match) -> bool:
    """Whether what is said of the things that a question asks for tells it, one by one."""
    if match.kind == "denial" and match.end <= reading.refused:
        return True  # The "no" behind it tells it.
    items = reading.items
    if items is None:
        return False
    item = items.names(match)
    if item is not None and match.id not in item.ids and _is_of_item(reading, item, match):
        return True  # "A fall, no": it was no heavy one, and nothing is said of a twist.
    if item is not None and match.kind == "denial":
        return True  # The verdict tells it.
    if any(meet(match, one) for one in items.rest):
        return True  # "The rest no".
    own = item is not None and match.id in item.ids
    return not own and items.denies(match)  # "No poor feeling", and no numbness.


def _is_of_item(reading: Reading, item: Item, match: Match) -> bool:
    """Whether words are only some of the name of a thing: "trip" in "a long trip, yes". Of what is
    not so all are.
    """
    if item.holds is not Holds.IS:
        return match.end <= item.end
    return match.id not in asked_by(reading.context) and any(
        one.id in item.ids and one.end - one.start > match.end - match.start and lies_in(match, one)
        for one in reading.of("item")
    )


def _of_items(reading: Reading, known: set[str]) -> Iterator[Told]:
    """What is told by a verdict on a thing alone: "skin fine" where it may be broken."""
    for item in reading.items.items if reading.items else ():
        if item.holds is not None:
            for id in sorted(item.ids if item.holds is Holds.IS else item.ids - known):
                yield Told(id, item.holds, Match("finding", id, item.start, item.names))


def _is_of_kit(reading: Reading, match: Match) -> bool:
    """Whether its words deny what an exercise needs: "I have not got a step".

    What is felt is told beside it: "what can I do instead, I have no feeling in my foot".
    """
    sentence = reading.sentence
    if "<equipment>" not in sentence.classes or not within(match, lacking(reading)):
        return False
    return sentence.has("<equipment>", range(match.start, match.end))


def _without_regions(told: list[Told]) -> list[Told]:
    """Without "ankle" where the same words say which part of it."""
    regions = [one for one in told if one.id.startswith("place-")]
    if not regions:
        return told
    parts = [o.match for o in told if o.id.startswith("pain-") and is_place(o.id)]
    return [
        t
        for t in told
        if not t.id.startswith("place-")
        or not any(part.start <= t.match.start < part.end for part in parts)
    ]
