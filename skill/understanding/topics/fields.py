"""What is spoken of after a result in words of which none asks for it by its form: "codeine left
over from my back". The field that most of the words lie in is what is meant.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from skill.library.types import Aspect
from skill.understanding.contexts import Context
from skill.understanding.grammar.matching import Match, calmed, meet
from skill.understanding.heard import FAREWELL, Heard
from skill.understanding.notes import Notes
from skill.understanding.reading.reading import Reading

FIELDS = ("spoken-of", "spoken-of-doing", "spoken-of-broadly")
"""The kinds of words of a field: of things, of what one does, and words that are wide."""
ORDERS = ("led-to", "led-to-doing", "led-to-broadly")
"""The same of what leads to a command."""

WIDE = (FIELDS[-1], ORDERS[-1])
"""The kinds of words so wide that they tell nothing beside an answer."""

OF_OTHER_THINGS = ("animal", "to-the-house")
"""The marks of a sentence that is about an animal, or told to the house."""

NOTED = "spoken_of"
"""Where the words of it are noted: they may tell a finding besides, and are no name."""

LIKELY = frozenset({Aspect.HOW_LONG, Aspect.CAUSES, Aspect.RUNNING})
"""Sides that are asked about in so many words that no field tells more."""

IDLE = frozenset(
    {
        *("how_to", "which_exercise", "one_or_both", "how_many_left"),
        *("if_it_hurts", "how_it_feels", "start_check", "means_name", "next", "previous"),
        *("slower", "faster"),
        *("easier", "harder", "which_next", "which_side", "how_many_sets", "what_for"),
    }
)
"""Commands that have nothing to act on after a result, or that name nothing of their own."""

TO_CALL_NOW = "emergency-told"
"""Where it was said to call for help."""

AFTER = frozenset(
    {None, "what-else", "why-offer", "until-offer", "offer-routine", "repeat-offer", TO_CALL_NOW}
)
"""Questions after a result at which anything may be spoken of."""

OPEN = frozenset({None, "what-else", TO_CALL_NOW})
"""Questions after a result to which a yes or a no is no answer to an offer."""

OFFER = "offer-routine"
"""The offer to coach exercises."""

ANSWERS = frozenset({"ready", "no-exercise"})
"""What answers it: it is taken up or turned down. Elsewhere the same words tell nothing."""

EMERGENCY, TO_CALL = "emergency", "call-help"
"""The talk once it was said to call, and the command to call somebody, which counts there."""

SHORT = 4
"""Words of a command that is more than idle: "start the check", "help me"."""


def spoken_of(reading: Reading, heard: Heard) -> Heard:
    """The same with what is spoken of, where nothing else tells it.

    A plain yes or no counts before what is named behind it: "no thanks, I'll ice it".
    """
    if reading.asides and not _asks_for_oneself(reading):
        return heard
    if reading.has(*OF_OTHER_THINGS):
        return heard
    tells = bool(heard.findings)  # A command is taken up before what is told.
    found = _found(reading, FIELDS[:1] if heard.practical else FIELDS, tells=tells)
    if heard.answer in ("yes", "no"):  # "Sure, why not" is not unsure.
        found = [m for m in found if m.kind not in WIDE]
    if meant := _meant_instead(reading, heard):
        return with_field(heard, meant)
    best = widest(_not_denied(reading, heard, found))
    if best is None or (heard.answer is not None and not _counts(reading, heard, found)):
        return heard
    notes = Notes(reading.sentence)
    notes.add(NOTED, best)
    return replace(with_field(heard, best), origin={**heard.origin, **notes.origin})


def _not_denied(reading: Reading, heard: Heard, found: list[Match]) -> list[Match]:
    """The words of fields outside of a denial, which asks nothing: "I've never twisted it"."""
    if heard.asks or reading.sentence.reach(0, "<no-word>"):  # "No pints, then."
        return found
    denied = reading.of("denial")  # But "not surgery surely" asks of surgery.
    return [m for m in found if not any(meet(m, one) for one in denied)]


LAST_NAMED = 3
"""The last word at which what is turned down begins: "no, not the gel"."""


def _meant_instead(reading: Reading, heard: Heard) -> Match | None:
    """What is named behind something else that was not meant: "no, not gel, insoles"."""
    begins = heard.answer == "no" and heard.origin.get("answer", ())[:1] == (0,)
    if not begins or not reading.sentence.reach(1, "<not>"):
        return None
    named = (m for m in reading.of(*FIELDS[:-1]) if m.start > 1)
    things = sorted(named, key=lambda m: m.start)
    if not things or things[0].start > LAST_NAMED:
        return None
    return widest(m for m in things if m.start >= things[0].end and m.id != things[0].id)


def is_open(context: Context, heard: Heard) -> bool:
    """Whether nothing was heard that is asked about, commanded, put right or grave."""
    if context.question not in AFTER or heard.danger:
        return False
    if heard.topic or heard.routine or heard.exercise or heard.aspect in LIKELY:
        return False
    if heard.cleared or heard.taken_back or heard.doubtful or heard.as_ever or heard.questioned:
        return False
    if not heard.asks and (heard.practical or _tells(heard)):
        return False
    if heard.command is None:
        return heard.practical != FAREWELL
    return heard.command in IDLE and len(heard.words.split()) > SHORT


def _tells(heard: Heard) -> bool:
    """Whether it is told when, on which side or how much it hurts."""
    when = heard.since_days is not None or heard.course is not None or heard.corrects_time
    hurts = heard.sore and len(heard.words.split()) <= 2 * SHORT
    return bool(when or heard.side or hurts)


def _asks_for_oneself(reading: Reading) -> bool:
    """Whether words that may be said to somebody else ask of oneself: "can I double the dose"."""
    sentence = reading.sentence
    return reading.asks and any(sentence.reach(at, "<own>") for at in range(len(sentence)))


def _counts(reading: Reading, heard: Heard, found: Iterable[Match]) -> bool:
    """Whether what is named counts beside an answer.

    An offer is answered by it. Where none was made, "yes" leads to what is asked, and a "no" may
    be of what is named: "no pints, then".
    """
    if heard.asks and heard.answer != "yes":
        return True
    if reading.context.question not in OPEN:
        return False
    return heard.answer != "no" or any(m.kind in FIELDS and m.start in (0, 1) for m in found)


def _found(reading: Reading, fields: tuple[str, ...], *, tells: bool) -> list[Match]:
    """The words of fields, the most telling kind alone, and of a question those in it."""
    calm = reading.of(f"not-{FIELDS[0]}")
    asked = max((m.start for m in reading.marks if m.id == "question"), default=0)
    offered = reading.context.question == OFFER
    if offered:
        answers = [m for m in reading.of(*ORDERS) if m.id in ANSWERS]
        if answers:
            return answers
    left_out = ANSWERS if reading.context.talk == EMERGENCY else ANSWERS | {TO_CALL}
    for kinds in zip(fields, ORDERS, strict=False):
        found = [m for m in reading.of(*kinds) if not calmed(m, calm) and m.id not in left_out]
        found = [m for m in found if m.kind in FIELDS or not tells]
        if found:
            return [m for m in found if m.start >= asked] or found
    return []


def widest(found: Iterable[Match]) -> Match | None:
    """The longest match of the field that most words lie in, the first of equals."""
    of_fields: dict[tuple[str, str], list[Match]] = {}
    for match in found:
        of_fields.setdefault((match.kind, match.id), []).append(match)
    fields = list(of_fields.values())
    if not fields:
        return None
    best = max(fields, key=lambda ms: (len(_words_of(ms)), -min(m.start for m in ms)))
    return max(best, key=lambda m: (m.end - m.start, -m.start))


def _words_of(matches: Iterable[Match]) -> set[int]:
    return {at for m in matches for at in range(m.start, m.end)}


def with_field(heard: Heard, best: Match) -> Heard:
    """What was heard, with the field as what is asked about or commanded."""
    if best.kind in ORDERS:
        return replace(heard, command=best.id.replace("-", "_"), answer=None)
    command = None if heard.command in IDLE else heard.command
    if best.id in set(Aspect):
        return replace(heard, aspect=best.id, command=command, answer=None)
    if best.id == FAREWELL:
        return replace(heard, practical=best.id, command=command)
    return replace(heard, topic=best.id, command=command, answer=None)
