"""Lines as the terminal shows them: who speaks, or when, in front of words that are wrapped."""

from __future__ import annotations

import shutil
import textwrap

YOU, ALEXA, ASIDE = "You:   ", "Alexa: ", "       "
TIMED = "{:>6} "
"""The time of a cue, as wide as the names are."""

_WIDEST = 88


def wrapped(front: str, words: str) -> str:
    """Words behind what stands in front of them, as wide as the terminal allows."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return textwrap.fill(
        words,
        width=max(width, 30),
        initial_indent=front,
        subsequent_indent=ASIDE,
        break_on_hyphens=False,
    )
