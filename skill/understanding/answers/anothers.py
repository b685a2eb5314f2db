"""A no beside what another has is one: "my mother had it, but I don't", "my brother broke his, mine
never". The other's trouble tells nothing.

What is told of oneself beside it counts by itself. Who looked at the leg tells of it, and what
somebody did to it is told of it: "my wife says it's numb", "my dog bit me".
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.answers.taken_up import is_taken_up
from skill.understanding.heard import Heard, Read
from skill.understanding.reading.reading import Reading
from skill.understanding.reading.remainders import left, said_words

OWN_NO = "no-of-ones-own"
"""The mark of a no for oneself beside another: "not me", "mine never", "I was tested, I don't"."""

ANOTHER = ("<adult-word>", "<kin>", "<further-kin>", "<child-word>", "<pet>")
"""Classes of words of somebody else, and of an animal."""

NO_OTHER = ("<bystanding>", "<looks-after>", "<limb>")
"""Classes of words by which another tells of the leg, or did something to it."""

BACK = 4
"""Words from where another is begun to be spoken of to who it is, at most: "that was my"."""


def anothers(reading: Reading, heard: Heard, read: Read) -> Heard:
    """The same, with a no where another is said to have it, and oneself not."""
    context, sentence = reading.context, reading.sentence
    if not context.looks_for_danger or not reading.has(OWN_NO):
        return heard  # As mostly.
    places = (at for name in ANOTHER for at in sentence.places(name))
    first = min((at for at in places if at not in sentence.denies), default=None)
    own = [m for m in reading.marks if m.id == OWN_NO]
    told = heard.told
    if first is None or (heard.answer == "no" and not (told or heard.danger)):
        return heard
    if heard.person is not None and not context.mine:
        return heard  # It may be they who are hurt.
    if any(heard.findings.get(id) is False for id in context.counted):
        return heard  # It puts right what counted: "it was my son who had the fever, not me".
    denied = [m for m in own if m.start > first]
    end = max((m.end for m in denied or own), default=0)
    between = range(first, min((m.start for m in denied), default=len(sentence)))
    if any(sentence.has(name, between) for name in NO_OTHER) or _is_done_to_me(reading, between):
        return heard
    start = first
    while start > 0 and first - start < BACK and sentence.is_one_of(start - 1, OF_IT):
        start -= 1
    if not denied:  # "No, never me, that was my husband."
        start, end = min(m.start for m in own), len(sentence)
    if is_taken_up(reading, start):
        start = 0
    words = left(sentence, said_words(sentence, range(start, end)))
    rest = read(reading.lexicon, words, context) if words else Heard()
    told = rest.told
    if rest.danger or told & {*context.parts, str(context.question)}:
        return replace(rest, words=heard.words, origin={})
    if rest.answer in ("yes", "only_when"):
        return heard
    return replace(rest, answer="no", person=None, words=heard.words, origin={})


OF_IT = ("<owner-word>", "<light>", "<it-word>", "<be>", "<determiner>", "<own>")
"""Classes of words that lead to who it is."""


def _is_done_to_me(reading: Reading, between: range) -> bool:
    """Whether another did something to who speaks: "my dog bit me"."""
    return reading.sentence.has("<own>", between)
