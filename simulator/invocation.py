"""The wake word and the invocation name, taken off before the interaction model is asked."""

from __future__ import annotations

import re
from functools import cache

_WAKE_WORD = re.compile(r"^\W*(?:hey\s+)?alexa\b\W*", re.IGNORECASE)
_PLEASE = r"(?:(?:please|can you|could you|would you)\s+)*"
_CALL = (
    r"(?:open|launch|start|begin|run|load|resume|use|enter|play|"
    r"ask|tell|(?:talk|speak|go|listen) to|(?:talk|speak) with)"
)
_LEADING_TO = r"(?:to|for|about|if|whether|that|and)\s+"


def without_wake_word(text: str) -> str:
    """`text` without the "Alexa" in front of it."""
    return _WAKE_WORD.sub("", text, count=1).strip()


def without_invocation(text: str, invocation_name: str) -> str | None:
    """What `text` wants of the skill that it calls by name; None where it does not name it.

    "ask ankle coach to check my ankle" wants "check my ankle"; "open ankle coach" wants nothing:
    an empty text, for which Alexa sends a launch.
    """
    for form in _forms(invocation_name.lower()):
        found = form.fullmatch(text)
        if found:
            return str(found["wanted"] or "").strip()
    return None


@cache
def _forms(name: str) -> tuple[re.Pattern[str], ...]:
    skill = r"(?:the\s+)?" + r"\s+".join(map(re.escape, name.split())) + r"(?:\s+skill)?"
    end = r"[\s.,!?]*"
    forms = (
        rf"\W*{_PLEASE}{_CALL}\s+{skill}\b(?:\W+(?:{_LEADING_TO})?(?P<wanted>\w.*?))??{end}",
        rf"\W*{_PLEASE}(?P<wanted>\w.*?)\s+(?:with|using|from|on|in)\s+{skill}{end}",
        rf"\W*{skill}(?P<wanted>){end}",
    )
    return tuple(re.compile(form, re.IGNORECASE | re.DOTALL) for form in forms)
