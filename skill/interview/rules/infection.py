"""Rules of infected joints, wounds and feet, and of what swells with no injury."""

from __future__ import annotations

from skill.interview.answers import anybody_yes, is_yes
from skill.interview.rules.injury import INJURY
from skill.library.types import Answer, Answers

TENDON = ("lump-on-tendon", "tendon-swollen")
"""What swells at a tendon by itself, and is neither an infection nor a clot."""
TOO_SORE = ("severe-pain", "cannot-bear-weight")
AT_RISK = ("joint-infection-risk", "immune-weak")


def infected_joint(known: Answers) -> bool:
    """Hot or swollen with a fever, hot in somebody ill, hot and too sore, hot in a joint at risk,
    or swollen in days with no injury and too sore to stand on.

    No fever clears nothing, but for a joint that is warm from an injury of these days: there it
    takes both severe pain and somebody at risk.
    """
    hot, swollen = is_yes(known, "hot-or-red"), is_yes(known, "swelling")
    feverish = is_yes(known, "fever") and (hot or swollen)
    hurt, old = anybody_yes(known, INJURY), is_yes(known, "over-two-weeks")
    fresh = swollen and not (hurt or old or is_yes(known, "getting-better"))
    ill = is_yes(known, "feels-unwell") and (hot or fresh)
    lame = swollen and not hurt and not old and is_yes(known, "cannot-bear-weight")
    warm_from_injury = hurt and not old and known.get("fever") is Answer.NO
    sore, at_risk = anybody_yes(known, TOO_SORE), anybody_yes(known, AT_RISK)
    severe = is_yes(known, "severe-pain")
    enough = severe and at_risk if warm_from_injury else sore or at_risk
    return feverish or ill or lame or (hot and enough)


def hot_diabetic_foot(known: Answers) -> bool:
    """A hot, red, swollen or open foot with diabetes or lost feeling, even without pain."""
    sign = anybody_yes(known, ("hot-or-red", "foot-wound")) or (
        is_yes(known, "swelling") and not anybody_yes(known, INJURY)
    )
    return sign and anybody_yes(known, ("diabetes", "lost-feeling"))


def infected_diabetic_foot(known: Answers) -> bool:
    """A wound or a hot foot with diabetes or lost feeling, and a fever."""
    return (
        is_yes(known, "fever")
        and anybody_yes(known, ("diabetes", "lost-feeling"))
        and anybody_yes(known, ("foot-wound", "hot-or-red"))
    )


def unexplained_swelling(known: Answers) -> bool:
    """Swelling that no injury explains, and no tendon or old sprains either."""
    explained = (*INJURY, "old-sprain", "repeated-sprains", *TENDON)
    return is_yes(known, "swelling") and not anybody_yes(known, explained)


def spreading_infection(known: Answers) -> bool:
    """A wound or redness that is infected, in somebody feverish or ill; redness that spreads where
    defences are weak."""
    infected = ("spreading-redness", "pus", "puncture-or-bite", "foot-wound")
    ill = ("fever", "feels-unwell", "racing-heart", "fainted")
    weak = ("diabetes", "lost-feeling", "immune-weak")
    return (anybody_yes(known, infected) and anybody_yes(known, ill)) or (
        is_yes(known, "spreading-redness") and anybody_yes(known, weak)
    )


def fever_and_severe(known: Answers) -> bool:
    """A fever with pain that is hard to bear, or with a leg that carries nobody."""
    return is_yes(known, "fever") and anybody_yes(known, ("severe-pain", "cannot-bear-weight"))


def fresh_swelling(known: Answers) -> bool:
    """What has swollen in days with no injury, and hurts much, or in somebody at risk."""
    explained = ("old-sprain", "repeated-sprains", *TENDON)
    much = ("severe-pain", "cannot-bear-weight", "pain-at-rest", "over-65", "immune-weak")
    return (
        is_yes(known, "swelling") and anybody_yes(known, much) and not anybody_yes(known, explained)
    )
