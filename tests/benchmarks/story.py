"""A story as a file of stories holds it."""

from __future__ import annotations


def story(facts: str, id: str = "one", **changed: str) -> str:
    entry = {
        "condition": "achilles_tendonitis",
        "in_scope": "true",
        "confirmation": "clinician_exam",
        "triage": "self_care",
        "triage_ok": "[self_care, see_clinician]",
        "facts": facts,
        **changed,
    }
    return "".join([f"- id: {id}\n", *(f"  {key}: {value}\n" for key, value in entry.items())])
