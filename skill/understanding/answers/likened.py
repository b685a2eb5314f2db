"""What is told by the other leg: "as strong as the other one" denies, and "not as pink" does not.

To be like the other leg is a no to what one leg alone may have, whichever word tells it; to be
unlike it is none, and is asked once more.
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.answers.rest import Rest
from skill.understanding.contexts import Context
from skill.understanding.heard import Heard
from skill.understanding.reading.reading import Reading

LIKE, UNLIKE = "like-the-other", "unlike-the-other"
"""The marks of what is as on the other leg, or less than there, and of what is not, or not as it
was: "it was fine till this morning".
"""

ON_ONE_LEG = frozenset(
    {
        *("cold-foot", "numbness", "tingling", "lost-feeling", "black-or-dusky-skin", "hot-or-red"),
        *("swelling", "fast-swelling", "calf-swollen-or-warm", "spreading-redness", "deformity"),
        *("foot-drop", "weak-both-legs", "hard-leg", "bone-lump", "tendon-gap", "tendon-swollen"),
        *("bruising", "foot-wound", "lump-on-tendon"),
    }
)
"""What one leg has and the other has not."""

ALL_ALONG = frozenset({"cold-foot"})
"""What both legs may have by nature: "same as the other, both cold"."""

OF_BOTH = frozenset({"both-sides", "getting-worse", "getting-better"})
"""What words of both legs, or of more and less, tell besides."""


def by_likeness(rest: Rest, heard: Heard) -> Heard:
    """The same, with the answer that lies in how the leg is beside the other one."""
    reading, context = rest.reading, rest.reading.context
    if not reading.has(LIKE, UNLIKE):
        return heard  # As mostly.
    if reading.has(UNLIKE):
        return _unlike(context, heard)
    if ON_ONE_LEG.isdisjoint(context.parts):
        return heard
    spans = [range(m.start, m.end) for m in reading.marks if m.id == LIKE]
    if any(reading.sentence.reach(span.start - 1, "<not>") for span in spans):
        return heard  # "It doesn't look the same as the other."
    if _says_yes(reading, heard) and all(0 not in span for span in spans):
        return heard
    own = rest.without((at for span in spans for at in span), heard)
    if rest.tells(own):
        both = own.told & context.asked <= ALL_ALONG and heard.answer in ("no", "not_really")
        return heard if both else own
    kept = {id: so for id, so in own.findings.items() if id not in OF_BOTH}
    return replace(own, answer="no", findings=kept, course=None)


def _says_yes(reading: Reading, heard: Heard) -> bool:
    """Whether a plain yes leads."""
    return heard.answer == "yes" and bool(reading.sentence.reach(0, "<yes-word>"))


def _unlike(context: Context, heard: Heard) -> Heard:
    """What is not as on the other leg is no "no", whatever word for what is well stands in it."""
    told = any(heard.findings.get(id) for id in context.parts)
    if told or heard.answer not in (None, "no", "not_really"):
        return heard
    facts = {id: so for id, so in heard.findings.items() if id not in context.parts}
    facts = {id: so for id, so in facts.items() if id not in OF_BOTH}
    return replace(heard, answer="kind_of", findings=facts, course=None, origin={})
