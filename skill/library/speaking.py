"""How long a text takes to say, and how long it may take."""

from __future__ import annotations

SECONDS_A_CHARACTER = 0.06
"""Alexa's usual pace, as it is estimated before anything is spoken."""

MOST_SECONDS = 10.0
"""For one text in front of a question: a longer one is not kept in mind."""

MOST_SECONDS_OF = {"welcome": 12.0}
"""The prompts that may take longer, by act id."""


MOST_OF_INTERVAL = 0.8
"""The share of a phase that its cue may take, so that the phase is exactly as long as it is."""


def spoken_seconds(text: str) -> float:
    """Estimated seconds to say a text."""
    return SECONDS_A_CHARACTER * len(text)
