"""Rules of nerves: numbness, tingling and lost strength."""

from __future__ import annotations

from skill.interview.answers import anybody_yes, is_yes
from skill.interview.rules.injury import INJURY
from skill.library.types import Answers


def numb_after_injury(known: Answers) -> bool:
    """Numbness after an injury."""
    return is_yes(known, "numbness") and anybody_yes(known, INJURY)


def back_pain_with_weakness(known: Answers) -> bool:
    """Back pain and a leg that has lost strength."""
    weak = ("foot-drop", "weak-both-legs", "cannot-tiptoe")
    return is_yes(known, "back-pain") and anybody_yes(known, weak)


def tingling_hands_and_feet(known: Answers) -> bool:
    """Nerves of hands and feet at once."""
    feet = ("tingling", "numbness", "weak-both-legs")
    return is_yes(known, "tingling-hands") and anybody_yes(known, feet)


def both_feet_numb(known: Answers) -> bool:
    """Both feet numb or tingling all of a sudden."""
    nerves = anybody_yes(known, ("numbness", "tingling"))
    return nerves and is_yes(known, "both-sides") and is_yes(known, "sudden-onset")


def nerve_worsening(known: Answers) -> bool:
    """Numbness that gets worse and is there at rest: a nerve is in danger, now."""
    return all(is_yes(known, id) for id in ("numbness", "pain-at-rest", "getting-worse"))
