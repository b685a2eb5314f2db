"""Somebody else who is in danger while an exercise is on: "my wife has chest pain".

They need help, and who exercises has none of it. What somebody else once had is no danger at all.
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.findings.bearers import OF_ANY_BODY
from skill.understanding.grammar.clauses import clause
from skill.understanding.heard import Heard, Read
from skill.understanding.reading.outsiders import OWN
from skill.understanding.reading.reading import Reading
from skill.understanding.reading.remainders import said_words, without_said

IN_DANGER = "another-in-danger"
"""The mark of who else has something, up to what it is, and what is heard of them."""
ONCE = "of-another-once"
"""The mark that what somebody else had is past."""
COLLAPSE = "collapse"
"""The cry for somebody who is down."""
BLEEDING = "heavy-bleeding"
A_DAY = 1
"""Days after which what somebody else had calls for nobody."""

NEAR = 4
"""Words behind the mark that may tell that it is one's own."""


def others_danger(reading: Reading, read: Read) -> Heard | None:
    """What is heard where somebody else is in danger; None where it may be one's own, as mostly."""
    if not reading.context.exercising or not reading.has(IN_DANGER) or reading.has("mine-too"):
        return None
    sentence = reading.sentence
    mark = next(m for m in reading.marks if m.id == IN_DANGER)
    told = range(mark.start, clause(sentence, mark.end - 1)[1])
    beside = range(mark.end, min(mark.end + NEAR, told.stop))
    if any(sentence.is_one_of(at, (*OWN, "<own>", "<bystanding>")) for at in beside):
        return None  # "My mum can see I can't breathe", but not "what do I do".
    whole = set(range(len(sentence)))
    alone = without_said(sentence, said_words(sentence, whole.difference(told)))
    spoken = replace(reading.context, talk="set", question=None)
    theirs = read(reading.lexicon, alone, spoken)
    grave = {*theirs.danger, *theirs.told}
    if grave.isdisjoint(OF_ANY_BODY | {COLLAPSE}) or BLEEDING in grave:
        return None  # A bleed has its own first aid.
    rest = without_said(sentence, said_words(sentence, set(told)))
    own = read(reading.lexicon, rest, reading.context) if rest else Heard()
    if own.danger or own.stop_signs or own.told or own.number is not None:
        return None
    words = " ".join(sentence.said)
    if reading.has(ONCE) or any(time.days >= A_DAY for time in reading.times):
        own_words = any(sentence.is_one_of(at, OWN) for at in range(told.stop, len(sentence)))
        return None if own_words else Heard(words=words)  # "And now I have it."
    cries = (id for id in theirs.danger if id not in OF_ANY_BODY)
    return Heard(words=words, danger=(IN_DANGER, *cries), person="someone_else")
