"""How an answer begins, by how it was asked: a yes to "may I" is a no to "do I have to stop"."""

from __future__ import annotations

from skill.library.region import Regional
from skill.library.types import LeadWords
from skill.understanding.heard import Put


def turned(leads: LeadWords, asked: Put | None, put: Regional) -> Regional:
    """How texts are `put`, with the beginning of an answer as the question wants it."""
    if asked is None:
        return put
    instead = leads.to_stop if asked == "to_stop" else dict.fromkeys(leads.openly, "")
    return lambda text: _begun_with(instead, put(text))


def _begun_with(instead: dict[str, str], text: str) -> str:
    for lead, other in instead.items():
        if text.startswith(f"{lead} "):
            rest = text.removeprefix(lead).lstrip()
            return f"{other} {rest}" if other else rest[:1].upper() + rest[1:]
    return text
