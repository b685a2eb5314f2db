"""Since when it hurts: which of the times of a sentence tells that."""

from __future__ import annotations

from skill.library.recency import RECENT_UP_TO
from skill.understanding.contexts import OF_THE_PAST, OPEN
from skill.understanding.course.time_bearers import (
    came_about,
    is_of_another,
    is_of_the_trouble,
    part,
)
from skill.understanding.course.time_corrections import corrects, upheld
from skill.understanding.findings.assertions import EVENTS, Told
from skill.understanding.findings.past import LONG_AGO, recurs, said_of
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.polarity import ASKS_WHY, Holds
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.numbers.times import TIME_QUESTIONS, Time
from skill.understanding.reading.reading import Reading

A_DAY = 1
IDLE = "idle"
"""The mark of how long somebody did nothing before it began."""
OLD_BREAKS = frozenset({"old-fracture-or-metal", "past-stress-fracture"})
"""What was once, and is no part of the present trouble."""
OF_SURGERY = frozenset({"recent-surgery-or-plaster", "old-fracture-or-metal"})
"""What asks about an operation."""
MENDED = "<mended-by-hand>"
"""What a surgeon did."""
OF_MEDICINE = frozenset({"tendon-medicine", "quinolone-antibiotic", "steroids"})
"""What was taken: the time beside it tells when that was."""
SPRAINED = frozenset({"old-sprain", "repeated-sprains"})
"""Sprains of before: "I've been spraining it since I was a kid"."""
INJURIES = frozenset({"recent-twist-or-fall", "sudden-snap", "heavy-blow", "puncture-or-bite"})
"""What happens at one moment, and is asked about while it is new."""
OF_OLD = OLD_BREAKS | {"old-sprain"}
"""What may have been once: its time counts only where no other is told."""


def onset(reading: Reading, told: list[Told]) -> Time | None:
    """The time that tells how long the trouble has been there."""
    if not reading.times:
        return None
    asked = reading.context.question in TIME_QUESTIONS
    anew = asked or corrects(reading)  # Beside a time that is denied, another tells since when.
    wanted = [
        time
        for time in upheld(reading)
        if (time.outright or anew) and _may_be_onset(reading, time, told)
    ]
    own = [time for time in wanted if not _has_mark(reading, time, "elsewhen")]
    wanted = own or (wanted if anew else [])
    wanted = [time for time in wanted if not is_of_another(reading, time)] or wanted
    old = _words_of_old(reading, told)
    present = [time for time in wanted if time.days < LONG_AGO or time.start not in old]
    begun = _of_a_new_injury(reading, present, told)
    begun += [time for time in present if _has_mark(reading, time, "flared")]
    beside = reading.context.talk == "check" and reading.context.question not in OPEN
    if beside and not anew and any(one.id in SPRAINED for one in told):
        # How long it turned again and again tells nothing of what is new.
        present = [time for time in present if time.days < LONG_AGO]
        wanted = [time for time in wanted if time.days < LONG_AGO]
    first = next(iter(begun or present or wanted), None)
    return first and _corrected(reading, first)


def told_anew(reading: Reading, time: Time) -> bool:
    """Whether a time takes the place of what was told before: one that is put right, or when a
    trouble of these weeks came.
    """
    fresh = time.days <= RECENT_UP_TO and reading.context.talk in ("check", "result", "emergency")
    return corrects(reading) or (fresh and came_about(reading, time))


def _of_a_new_injury(reading: Reading, wanted: list[Time], told: list[Told]) -> list[Time]:
    """The time of an injury of these weeks that is told beside an older trouble, as whoever is
    newly hurt is asked what that calls for: "the heel for a year, and yesterday I rolled it".
    """
    if len(wanted) < 2 or max(time.days for time in wanted) <= RECENT_UP_TO:
        return []
    sentence = reading.sentence
    hurt = [one.match for one in told if one.id in INJURIES and one.holds is Holds.IS]
    spans = {clause(sentence, one.start) for one in hurt}
    old = [t for t in reading.times if t.days > RECENT_UP_TO]
    spans -= {_clause_of(sentence, t) for t in old}
    ago = {t.end for t in old if sentence.has("<gone-by>", range(t.start, t.end))}
    spans = {one for one in spans if one[0] not in ago}  # "Two years ago I twisted it."
    recent = [
        t for t in wanted if t.days <= RECENT_UP_TO and not sentence.reach(t.start, "<up-to-now>")
    ]
    new = [t for t in recent if _clause_of(sentence, t) in spans]
    return sorted(new, key=lambda time: time.days)


def _clause_of(sentence: Sentence, time: Time) -> tuple[int, int]:
    """The clause that a time belongs to: "and yesterday" leads into the one behind it."""
    before = time.start - 1
    leading = ("<joins>", "<contrast>")
    while sentence.reach(before, "<light>") and not sentence.is_one_of(before, leading):
        before -= 1
    leads = sentence.is_one_of(before, leading)
    return clause(sentence, time.end if leads and time.end in sentence.hard else time.start)


def _corrected(reading: Reading, time: Time) -> Time:
    """The time that is said right after a correction, if one follows.

    "Three months, no, tell a lie, two months."
    """
    if not reading.has("correction"):
        return time
    starts = {
        mark.end for mark in reading.marks if mark.id == "correction" and mark.start >= time.end
    }
    return next((other for other in reading.times if other.start in starts), time)


def _has_mark(reading: Reading, time: Time, id: str) -> bool:
    """Whether a mark stands in the clause of a time.

    `elsewhen` is when shoes were bought or a clinician was seen, `flared` when it came: "on and
    off for years, but this flare started ten days ago".
    """
    if not reading.has(id):
        return False
    first, after = clause(reading.sentence, time.start)
    return any(m.id == id and first <= m.start < after for m in reading.marks)


def _may_be_onset(reading: Reading, time: Time, told: list[Told]) -> bool:
    """Whether a time may tell since when it hurts.

    The time of a wish ("some exercises today") tells nothing, nor does that of a session that was
    done; that of an old injury only when that was. Beside an answer, today and yesterday are when
    it began only where that is said.
    """
    if recurs(reading.sentence, time):
        return False  # "It rolls over every few weeks."
    old = [one.match for one in told if one.holds is Holds.LONG_AGO]
    if old and any(_is_behind(reading.sentence, one, time) for one in old):
        return False  # "I took antibiotics, but that was a year ago."
    if reading.has(IDLE) and any(
        m.id == IDLE and m.start <= time.start < m.end + 2 for m in reading.marks
    ):
        return False  # "I hadn't done anything for years."
    if time.days < LONG_AGO and came_about(reading, time):
        return True
    if _is_of_a_repair(reading, time, told):
        return False  # "It was stitched five months ago, and it just went pop."
    if not corrects(reading) and not is_of_the_trouble(reading, time, told):
        return False  # "My mate broke his leg in that hall last year."
    first, after = clause(reading.sentence, time.start)
    if reading.context.question in OF_THE_PAST:
        of_medicine = all(one.id in OF_MEDICINE for one in told)
        if of_medicine and not reading.of("hurts") and not corrects(reading):
            return False  # "That was over a year ago."
        if _is_of_the_asked(reading, first, after, told):
            return False  # "I have taken no antibiotics in the last six months."
    marks = {m.id for m in reading.marks if first <= m.start < after}
    if ASKS_WHY in marks:
        return False  # "Why do you say six weeks?"
    here = [
        one for one in told if first <= one.match.start < after and not one.id.startswith("place-")
    ]
    if "of-a-session" in marks and not here:
        before = reading.context.talk == "before-exercise"
        if before or reading.of("exercise", "routine"):
            return False  # "I did the balance one twice last week."
    if "onset" in marks or any(one.id in EVENTS and one.holds is Holds.IS for one in here):
        return True
    context = reading.context
    if _is_by_the_way(reading, time, here):
        return False  # "The dog bit me once, but that was years ago."
    asked = context.question in TIME_QUESTIONS  # "It'll be six weeks on Friday."
    if "planned" in marks and not here and not asked:
        return False
    if here and all(one.holds is Holds.LONG_AGO or one.id in OLD_BREAKS for one in here):
        return False
    beside = context.exercising or context.question not in OPEN
    return time.days > A_DAY or not beside or context.question in TIME_QUESTIONS


def _is_of_a_repair(reading: Reading, time: Time, told: list[Told]) -> bool:
    """Whether a time tells when a surgeon mended it, where a new injury is told beside it or the
    question asks about surgery.
    """
    first, after = part(reading.sentence, time.start)
    if time.days <= RECENT_UP_TO or not reading.sentence.has(MENDED, range(first, after)):
        return False
    asked = not OF_SURGERY.isdisjoint((reading.context.question or "", *reading.context.parts))
    return asked or any(
        one.id in INJURIES and one.holds is Holds.IS and not first <= one.match.start < after
        for one in told
    )


def _is_by_the_way(reading: Reading, time: Time, here: list[Told]) -> bool:
    """Whether an "ago" of long ago stands beside a no, and nothing in its clause is so now."""
    context, sentence = reading.context, reading.sentence
    if not context.asks_yes_or_no or context.question in TIME_QUESTIONS or corrects(reading):
        return False
    ago = sentence.has("<gone-by>", range(time.start, time.end + 1))
    return (
        ago
        and sentence.has("<no-word>", range(len(sentence)))
        and time.days >= LONG_AGO
        and not any(one.holds is Holds.IS for one in here)
    )


def _is_of_the_asked(reading: Reading, first: int, after: int, told: list[Told]) -> bool:
    """Whether a clause denies what the question asks for, and tells of nothing else."""
    here = [one for one in told if first <= one.match.start < after]
    denied = {one.id for one in here if one.holds is Holds.IS_NOT}
    return bool(here) and {one.id for one in here} <= denied.intersection(reading.context.parts)


def _is_behind(sentence: Sentence, match: Match, time: Time) -> bool:
    """Whether a time is told of a match in a clause behind its own."""
    return clause(sentence, match.start)[1] <= time.start < said_of(sentence, match)[1]


def _words_of_old(reading: Reading, told: list[Told]) -> set[int]:
    """The words of the clauses that tell of something long ago."""
    old = [one for one in told if one.holds is Holds.LONG_AGO or one.id in OF_OLD]
    if not old:
        return set()
    spans = [clause(reading.sentence, one.match.start) for one in old]
    return {at for first, after in spans for at in range(first, after)}
