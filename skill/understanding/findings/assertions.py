"""A finding that is told, and how it is said to be after what was told before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from skill.understanding.contexts import WHERE_IT_HURTS
from skill.understanding.findings import illnesses
from skill.understanding.grammar.degree import is_played_down
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.polarity import Holds, is_place
from skill.understanding.grammar.retractions import is_taken_back
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.reading.reading import Reading

EVENTS = frozenset(
    {
        "recent-twist-or-fall",
        "sudden-snap",
        "heavy-blow",
        "head-injury",
        "head-injury-or-drink",
        "puncture-or-bite",
        "recent-surgery-or-plaster",
        "long-journey",
        "fast-swelling",
        "sudden-onset",
    }
)
"""What happened stays so, however well somebody is now."""


PASSING = frozenset({"fainted", "coughs-blood", "breathless-or-chest-pain"})
"""What is grave even where it has passed: "I had chest pain this morning, it's gone now"."""


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


ASIDE = 2
"""Words between "I mean" and the place that is meant, at most: "I mean, no, the heel"."""


WHOLE = frozenset({"sudden-onset", "immune-weak", "foot-drop", "treatment-failed", "pain-at-rest"})
"""What is denied by a whole statement, to which a "no" before it does not belong."""


BEARS = "can-bear-weight"
"""The ability whose lack is "cannot-bear-weight": no "no" before words of it denies that."""


NOT_MINE = "not-mine"
"""The mark of words that it is not who speaks."""


_TURNED = {Holds.IS: Holds.IS_NOT, Holds.IS_NOT: Holds.IS}
"""How something is said to be that is told by its opposite."""


class Told(Struct, frozen=True, gc=False):
    """A finding, how it is said to be, and the match that says it."""

    id: str
    holds: Holds
    match: Match


def said_to_be(reading: Reading, match: Match, told: list[Told]) -> Holds:
    """How a finding is said to be, after those that were told before it.

    A bare "no" or "none" behind it is spent on it, and denies nothing that follows.
    """
    sentence = reading.sentence
    how = reading.holds(match)
    if how is Holds.OVER and (match.id in EVENTS | HISTORY or _has_only_passed(reading, match)):
        how = Holds.IS  # "I fell, but I'm fine."
    if how is Holds.IS_NOT and _is_contrasted(sentence, match, told):
        how = Holds.IS  # "Not the front, the inside."
    if how is Holds.IS_NOT and match.kind == WHERE_IT_HURTS and not _denied(sentence, match):
        how = Holds.IS  # "Nothing at the front, all of it's behind."
    if how is Holds.IS_NOT and _is_excepted(sentence, match, told):
        how = Holds.IS  # "No swelling, puffy only at night."
    if how is Holds.IS_NOT and sentence.is_one_of(match.end, ("<no>", "<none-behind>")):
        sentence.spent.add(match.end)  # "Swollen no, bruised none, stiff yes."
    if how is Holds.IS_NOT and _is_half_denied(reading, match):
        how = Holds.IS
    how = illnesses.told(reading, match, how)
    if how is Holds.SUPPOSED and _is_put_right_now(reading, match):
        how = Holds.IS_NOT  # "It isn't really swollen, now that I look": that is put right.
    if how in (Holds.SUPPOSED, Holds.IS) and _is_anothers_alone(reading, match):
        how = Holds.IS_NOT  # "It was my son who had the fever, not me."
    if match.kind != "denial":
        return how
    if how is Holds.IS_NOT and match.id in WHOLE and not _denied(sentence, match):
        how = Holds.IS  # "No fall, it came on slowly."
    if how is Holds.IS_NOT and match.id == BEARS and _follows_no(sentence, match):
        how = Holds.IS  # "No, refuses to walk on it."
    return _TURNED.get(how, how)


def _has_only_passed(reading: Reading, match: Match) -> bool:
    """Whether what is grave is over by now, told unasked: where it is asked for, it is put once
    more. "I used to faint" is of another time.
    """
    asked = match.id in reading.context.parts
    return match.id in PASSING and not asked and not reading.has("was-once")


def _is_put_right_now(reading: Reading, match: Match) -> bool:
    """Whether what counted, or is looked at once more, is played down now."""
    counted = match.id in reading.context.counted or reading.has("second-look")
    return counted and is_played_down(reading.sentence, match, reading.bearing)


def _is_anothers_alone(reading: Reading, match: Match) -> bool:
    """Whether what counted is said behind it to be another's: "that was my son, not me"."""
    if match.id not in reading.context.counted or not reading.has(NOT_MINE):
        return False
    end = len(reading.sentence)
    return any(m.id == NOT_MINE and match.end <= m.start and m.end == end for m in reading.marks)


def _is_half_denied(reading: Reading, match: Match) -> bool:
    """Whether only what takes it back denies it: "a bit tingly, nah wait, I sat on it"."""
    if reading.context.asks_yes_or_no or not is_taken_back(reading.sentence, match):
        return False
    return all(at > match.start for at in reading.sentence.denies)


def _follows_no(sentence: Sentence, match: Match) -> bool:
    """Whether a "no" stands right before words that deny themselves, or "no, crawled to bed"."""
    own = sentence.denies_in(range(match.start, match.end))
    at = match.start - 1
    while sentence.reach(at, "<light>") or sentence.reach(at, "<adverb>"):
        at -= 1
    return bool(sentence.reach(at, "<no>")) and (
        own or sentence.is_one_of(match.start, ("<refuses>", "<gets-by>"))
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
    if is_second_name(sentence, match):
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


def is_second_name(sentence: Sentence, match: Match) -> bool:
    """Whether "the arch" follows another name straight away, as in "not the bone, the arch"."""
    article = match.start - 1
    return (
        bool(sentence.reach(article, "<determiner>"))
        and article >= 3
        and not sentence.reach(article - 1, "<before-name>")
        and bool(sentence.reach(article - 2, "<determiner>"))
        and article - 3 in sentence.denies
    )


def corrected(sentence: Sentence, told: Sequence[Told]) -> Iterator[Told]:
    """The same, but that a place is not meant where another is put in its place at once: "the
    front, I mean no, the inner edge".
    """
    if "<correction>" not in sentence.classes:
        yield from told
        return
    meant = [one for one in told if one.holds is Holds.IS and is_place(one.id)]
    wrong = [m for m in meant if any(_is_put_right(sentence, m, other) for other in meant)]
    for one in told:
        if any(one.id == m.id and one.match.start < m.match.end for m in wrong):
            yield replace(one, holds=Holds.IS_NOT)
        else:
            yield one


def _is_put_right(sentence: Sentence, one: Told, other: Told) -> bool:
    """Whether nothing but a correction, and which way from there, leads from a place to another."""
    at = one.match.end
    at += bool(sentence.reach(at, "<light>") and not sentence.reach(at, "<correction>"))
    at += bool(sentence.reach(at, "<no>") and not sentence.reach(at, "<correction>"))
    length = sentence.reach(at, "<correction>")
    if not length or one.id == other.id:
        return False
    at += length
    if along := sentence.reach(at, "<further-along>"):  # "No wait, lower down, the heel."
        at += along
    between = range(at, other.match.start)
    end = other.match.end
    adds = sentence.has("<as-well>", range(end, end + ASIDE))
    return (
        other.match.start >= at
        and not adds
        and len(between) <= ASIDE
        and all(sentence.reach(k, "<no>") or sentence.reach(k, "<light>") for k in between)
    )


def puts_right(told: Sequence[Told], start: int) -> bool:
    """Whether words from `start` on tell a place in the place of another before it."""
    denied = (one.match.end <= start for one in told if one.holds is Holds.IS_NOT)
    meant = (one.match.end > start for one in told if one.holds is Holds.IS and is_place(one.id))
    return any(denied) and any(meant)
