"""Rules of breaks, ruptures and bleeding: what an injury or one moment may have done."""

from __future__ import annotations

from skill.interview.answers import anybody_yes, is_yes
from skill.library.types import Answers

INJURY = ("recent-twist-or-fall", "sudden-snap")
"""What counts as an injury, for the rules of time, blood, nerves and infection too."""
HIGH_RISK_BONES = (
    "pain-front-of-shin",
    "pain-front-of-ankle",
    "pain-top-of-foot",
    "pain-outer-foot",
    "pain-inner-ankle",
)
UNSCREENABLE = (
    "pregnant",
    "lost-feeling",
    "diabetes",
    "over-65",
    "head-injury",
    "head-injury-or-drink",
    "old-fracture-or-metal",
    "weak-bones",
)
NOT_LETTING_GO = ("pain-at-rest", "night-pain", "cannot-bear-weight", "numbness", "foot-drop")


def bruised_and_swollen(known: Answers) -> bool:
    """Black and blue and swollen after an injury: what people press and try clears no break."""
    return (
        is_yes(known, "bruising")
        and is_yes(known, "swelling")
        and is_yes(known, "recent-twist-or-fall")
    )


def suspected_rupture(known: Answers) -> bool:
    """No push-off since something sudden, or with a sore heel: a tendon may have torn.

    Of five such heels among the published cases all were urgent, two with nothing sudden.
    """
    signs = (*INJURY, "sudden-onset", "pain-back-of-heel")
    return is_yes(known, "cannot-tiptoe") and anybody_yes(known, signs)


def crack_with_a_twist(known: Answers) -> bool:
    """A crack or a pop as the ankle twisted: a bone or a ligament, sooner than a tendon."""
    return all(is_yes(known, sign) for sign in INJURY)


def high_risk_bone_spot(known: Answers) -> bool:
    """One sore spot on a bone that heals badly, or with a limp."""
    return is_yes(known, "one-spot-bone-pain") and anybody_yes(known, (*HIGH_RISK_BONES, "limping"))


def severe_injury(known: Answers) -> bool:
    """Severe pain after an injury."""
    return is_yes(known, "severe-pain") and anybody_yes(known, INJURY)


def sudden_severe_pain(known: Answers) -> bool:
    """Severe pain that began in one moment, with no injury, and does not let go."""
    sudden = is_yes(known, "severe-pain") and is_yes(known, "sudden-onset")
    return sudden and anybody_yes(known, NOT_LETTING_GO)


def unscreenable_injury(known: Answers) -> bool:
    """An injury where the questions about the bones clear nothing."""
    return anybody_yes(known, INJURY) and anybody_yes(known, UNSCREENABLE)


def bleeding_after_injury(known: Answers) -> bool:
    """An injury that swelled while a blood thinner is taken."""
    swelled = anybody_yes(known, ("fast-swelling", "swelling"))
    return is_yes(known, "blood-thinner") and swelled


def sudden_calf_or_heel_pain(known: Answers) -> bool:
    """Pain at the back of the heel or in the calf that came in one moment: it may be a tear."""
    where = ("pain-back-of-heel", "pain-calf")
    return is_yes(known, "sudden-onset") and anybody_yes(known, where)


def child_limps(known: Answers) -> bool:
    """Somebody under eighteen who limps, or will not stand on the leg."""
    lame = ("limping", "cannot-bear-weight")
    return is_yes(known, "under-eighteen") and anybody_yes(known, lame)


def bone_pain_after_injury(known: Answers) -> bool:
    """One sore spot on a bone after an injury, however long ago it was."""
    return is_yes(known, "one-spot-bone-pain") and anybody_yes(known, INJURY)


def head_injury_over_65(known: Answers) -> bool:
    """A knock to an old head, however light."""
    return is_yes(known, "head-injury") and is_yes(known, "over-65")


def head_injury_with_thinner(known: Answers) -> bool:
    """A knock to the head in somebody whose blood is thinned, or who bleeds easily."""
    return is_yes(known, "head-injury") and is_yes(known, "blood-thinner")


def suspected_hip_fracture(known: Answers) -> bool:
    """A hip or groin that hurts after a fall."""
    return is_yes(known, "hip-pain") and anybody_yes(known, ("recent-twist-or-fall", "heavy-blow"))
