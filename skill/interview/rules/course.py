"""Rules of time: what lasts, what gets worse, and what was tried and did not help."""

from __future__ import annotations

from skill.interview.answers import anybody_yes, is_yes
from skill.interview.rules.injury import INJURY
from skill.library.types import Answers


def long_lasting(known: Answers) -> bool:
    """It has gone on for more than six weeks."""
    return is_yes(known, "over-six-weeks")


def injury_no_better(known: Answers) -> bool:
    """An injury of more than two weeks ago, of which nobody said that it gets better."""
    began = (*INJURY, "sudden-onset")
    return (
        is_yes(known, "over-two-weeks")
        and anybody_yes(known, began)
        and not is_yes(known, "getting-better")
    )


def worsening(known: Answers) -> bool:
    """It keeps getting worse."""
    return is_yes(known, "getting-worse")


def failed_treatment(known: Answers) -> bool:
    """Treatment was tried and did not help."""
    return is_yes(known, "treatment-failed")


def sore_after_clear_x_ray(known: Answers) -> bool:
    """An X-ray showed nothing, and the pain stayed."""
    return is_yes(known, "x-ray-clear") and not is_yes(known, "getting-better")


def failed_rest(known: Answers) -> bool:
    """Rest has been tried and did not help."""
    return is_yes(known, "rest-did-not-help")
