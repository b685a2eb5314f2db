"""Commands that ask for something and change nothing: an answer or a number beside them counts."""

from __future__ import annotations

ORDER = "asks-of-it"
"""The command that a question about the exercise is."""
ABOUT_QUESTIONS = ("why-ask", "questions-left")
"""What is asked about the questions themselves, which an answer may stand before in any words."""

ASKING = frozenset(
    {
        *("how-to", "which-side", "last-side", "one-or-both", "which-exercise", "which-next"),
        *("how-much-more", "how-many-left", "how-many-sets", "how-many-sessions", "how-often"),
        *("how-it-feels", "if-it-hurts", "may-i-stop", "which-week", "week-plan", "what-for"),
        *(ORDER, *ABOUT_QUESTIONS),
    }
)
"""All of them."""
