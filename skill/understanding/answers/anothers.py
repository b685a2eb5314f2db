"""A no beside what another has is one: "my mother had it, but I don't", "my brother broke his, mine
never". The other's trouble tells nothing.

What is told of oneself beside it counts by itself. Who looked at the leg tells of it, and what
somebody did to it is told of it: "my wife says it's numb", "my dog bit me".
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.answers.rest import Rest
from skill.understanding.answers.taken_up import is_taken_up
from skill.understanding.heard import Heard
from skill.understanding.reading.reading import Reading

OWN_NO = "no-of-ones-own"
"""The mark of a no for oneself beside another: "not me", "mine never", "I was tested, I don't"."""

ANOTHER = ("<adult-word>", "<kin>", "<further-kin>", "<child-word>", "<pet>")
"""Classes of words of somebody else, and of an animal."""

NO_OTHER = ("<bystanding>", "<looks-after>", "<limb>")
"""Classes of words by which another tells of the leg, or did something to it."""

BACK = 4
"""Words from where another is begun to be spoken of to who it is, at most: "that was my"."""


def anothers(rest: Rest, heard: Heard) -> Heard:
    """The same, with a no where another is said to have it, and oneself not."""
    reading, context = rest.reading, rest.reading.context
    if not reading.has(OWN_NO) or heard.is_bare_no:
        return heard  # As mostly.
    if heard.person is not None and not context.mine:
        return heard  # It may be they who are hurt.
    if any(heard.findings.get(id) is False for id in context.counted):
        return heard  # It puts right what counted: "it was my son who had the fever, not me".
    span = _of_another(reading)
    if span is None:
        return heard
    own = rest.without(span, heard)
    if rest.tells(own):
        return own
    if own.answer in ("yes", "only_when"):
        return heard
    return replace(own, answer="no", person=None)


def _of_another(reading: Reading) -> range | None:
    """The words of another up to the no for oneself; None where nobody else is named, or where they
    tell of the leg or did something to it.
    """
    sentence = reading.sentence
    places = (at for name in ANOTHER for at in sentence.places(name))
    first = min((at for at in places if at not in sentence.denies), default=None)
    if first is None:
        return None
    own = [m for m in reading.marks if m.id == OWN_NO]
    denied = [m for m in own if m.start > first]
    between = range(first, min((m.start for m in denied), default=len(sentence)))
    if any(sentence.has(name, between) for name in (*NO_OTHER, "<own>")):
        return None  # "My wife says it's numb", "my dog bit me".
    start, end = first, max(m.end for m in denied or own)
    while start > 0 and first - start < BACK and sentence.is_one_of(start - 1, OF_IT):
        start -= 1
    if not denied:  # "No, never me, that was my husband."
        start, end = min(m.start for m in own), len(sentence)
    return range(0 if is_taken_up(reading, start) else start, end)


OF_IT = ("<owner-word>", "<light>", "<it-word>", "<be>", "<determiner>", "<own>")
"""Classes of words that lead to who it is."""
