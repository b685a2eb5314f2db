"""How long a text takes to say, and how long it may take."""

from __future__ import annotations

SECONDS_A_CHARACTER = 0.06
"""Alexa's usual pace, as it is estimated before anything is spoken."""

CHARACTERS_A_DIGIT = 5
"""Characters that a digit counts for: a 7 takes as long to say as "seven"."""

MOST_SECONDS = 10.0
"""The longest that one text before a question may take: nobody remembers a longer one."""

MOST_SECONDS_OF = {
    "welcome": 12.0,
    "get-ready": 2.4,
    "set-soon": 2.4,
    "almost": 2.0,
    "rest-now": 4.0,
    "switch-sides": 4.0,
}
"""Other limits, by act id: some may take longer, some must fit into a stretch of a set."""

MOST_OF_INTERVAL = 0.8
"""The share of a phase that its cue may take, so that the phase is exactly as long as it is."""


def spoken_seconds(text: str, seconds_a_character: float = SECONDS_A_CHARACTER) -> float:
    """Estimated seconds to say a text. A digit is said as a word, and counts as five characters."""
    digits = sum(map(str.isdigit, text))
    return seconds_a_character * (len(text) + (CHARACTERS_A_DIGIT - 1) * digits)
