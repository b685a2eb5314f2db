"""Where and when a sign is there that is no pain: "numb on top of the foot"."""

from __future__ import annotations

from skill.understanding.findings.assertions import Told
from skill.understanding.grammar.polarity import Holds, is_place
from skill.understanding.reading.reading import Reading

PAIN_WITH = frozenset(
    {"worse-running", "worse-stairs-or-hills", "hurts-walking", "hurts-after-run"}
)
"""Occasions with which almost anything comes: they tell of a pain only beside one."""

OF_NO_PAIN = frozenset(
    {
        *("numbness", "tingling", "circulation", "still-hold", "lost-feeling", "feeling"),
        *("foot-at-risk", "foot-drop", "swelling", "fast-swelling", "bruising", "infection"),
        *("heat-or-fever", "hot-or-red", "cold-foot", "skin", "open-wound", "foot-wound"),
        *("black-or-dusky-skin", "spreading", "spreading-redness", "puncture-or-bite"),
        *("deformity", "gives-way", "clicks-or-locks"),
        *("pinch-in-front", "hard-muscle", "limited-bend", "creaks-when-walking"),
        *("lump-on-tendon", "tendon-swollen", "old-fracture-or-metal", "tendon-history"),
        *("recent-surgery-or-plaster", "joint-infection-risk", "past-stress-fracture", "steroids"),
    }
)
"""Questions for signs and for what was before, which may be anywhere and come with anything."""


def belongs_to_a_sign(reading: Reading, one: Told) -> bool:
    """Whether a place or an occasion is that of the sign that is asked for, and no pain is told."""
    context = reading.context
    if context.question not in OF_NO_PAIN or one.id in context.parts or one.holds is not Holds.IS:
        return False
    tells_of_pain = one.id in PAIN_WITH or (one.id.startswith("pain-") and is_place(one.id))
    return tells_of_pain and "hurts" not in reading.by_kind
