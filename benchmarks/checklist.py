"""The founding article's own checklist: what a reader of it would do instead of the interview.

Its symptom questions are asked one after another, all of them, and the condition with the
largest share of yes wins. It knows no level of care and nothing but its six conditions.
"""

from __future__ import annotations

from collections.abc import Mapping

CHECKLIST: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "achilles-tendonitis": (
        ("pain-back-of-heel",),
        ("along-achilles-tendon",),
        ("lump-on-tendon",),
        ("creaks-when-walking",),
    ),
    "anterior-shin-splints": (
        ("pain-front-of-shin", "pain-inner-shin"),
        ("dull-ache",),
        ("hurts-lifting-toes",),
    ),
    "ankle-impingement": (("limited-bend",), ("worse-squatting",), ("pinch-in-front",)),
    "chronic-ankle-instability": (("gives-way",), ("repeated-sprains",), ("many-injuries",)),
    "tarsal-tunnel-syndrome": (("numbness",), ("tingling",), ("worse-tight-shoes",)),
    "peroneal-tendonitis": (
        ("pain-outer-foot",),
        ("pain-outer-ankle",),
        ("outer-bone-feels-broken",),
    ),
}
"""Questions by condition, in the article's order. Any one of a question's findings is a yes."""

QUESTIONS = sum(map(len, CHECKLIST.values()))


def names(facts: Mapping[str, bool]) -> tuple[str, ...]:
    """The conditions with a yes, largest share of yes first; ties stay in the article's order."""
    shares = {
        condition: sum(any(facts.get(id) for id in ids) for ids in questions) / len(questions)
        for condition, questions in CHECKLIST.items()
    }
    return tuple(sorted((c for c in shares if shares[c]), key=lambda c: -shares[c]))
