"""Red flags that need more than one answer: named predicates over what is known.

Each is the `rule` of the red flag of its name in `content/red_flags/`, where its sources and the
ids that it reads stand. Each is asked only where the flag's `when` holds.
"""

from __future__ import annotations

from collections.abc import Callable

from skill.interview.answers import anybody_yes, is_yes
from skill.library.types import Answer, Answers

Rule = Callable[[Answers], bool]

LEG = ("pain-front-of-shin", "pain-inner-shin", "pain-calf", "pain-outer-lower-leg")
HIGH_RISK_BONES = (
    "pain-front-of-shin",
    "pain-front-of-ankle",
    "pain-top-of-foot",
    "pain-outer-foot",
    "pain-inner-ankle",
)
HOT_AND = ("severe-pain", "cannot-bear-weight", "joint-infection-risk")
INJURY = ("recent-twist-or-fall", "sudden-snap")


def acute_compartment_syndrome(known: Answers) -> bool:
    """Severe pain of the lower leg, or a hard one that rest or a nerve tells is in danger.

    Only what plainly goes within minutes of stopping is taken for exertion.
    """
    if (
        not anybody_yes(known, (*LEG, "foot-drop"))
        or known.get("settles-within-minutes") is Answer.YES
    ):
        return False
    hard_and_worse = is_yes(known, "hard-muscle") and anybody_yes(
        known, ("pain-at-rest", "foot-drop", "numbness")
    )
    return is_yes(known, "severe-pain") or hard_and_worse


def unexplained_calf_pain(known: Answers) -> bool:
    """Pain in one calf that no injury and no run explains."""
    explained = known.get("calf-pain-explained") is Answer.YES or anybody_yes(known, INJURY)
    return is_yes(known, "pain-calf") and not explained and not is_yes(known, "both-sides")


def swollen_painful_calf(known: Answers) -> bool:
    """Pain in the calf together with swelling."""
    return is_yes(known, "pain-calf") and is_yes(known, "swelling")


def infected_joint(known: Answers) -> bool:
    """Hot or swollen with a fever, or hot and too sore to stand on, or hot in a joint at risk.

    No fever clears nothing.
    """
    hot = is_yes(known, "hot-or-red")
    feverish = is_yes(known, "fever") and (hot or is_yes(known, "swelling"))
    return feverish or (hot and anybody_yes(known, HOT_AND))


def swollen_leg_after_snap(known: Answers) -> bool:
    """The front or outer lower leg swells after something sudden: its muscle may be in danger."""
    return (
        is_yes(known, "swelling")
        and is_yes(known, "sudden-snap")
        and anybody_yes(known, ("pain-front-of-shin", "pain-outer-lower-leg"))
    )


def bruised_and_swollen(known: Answers) -> bool:
    """Black and blue and swollen after an injury: what people press and try clears no break."""
    return (
        is_yes(known, "bruising")
        and is_yes(known, "swelling")
        and is_yes(known, "recent-twist-or-fall")
    )


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


def suspected_rupture(known: Answers) -> bool:
    """No push-off since something sudden: a tendon may have torn, even where walking works."""
    return is_yes(known, "cannot-tiptoe") and anybody_yes(known, (*INJURY, "sudden-onset"))


def high_risk_bone_spot(known: Answers) -> bool:
    """One sore spot on a bone that heals badly, or with a limp."""
    return is_yes(known, "one-spot-bone-pain") and anybody_yes(known, (*HIGH_RISK_BONES, "limping"))


def severe_injury(known: Answers) -> bool:
    """Severe pain after an injury."""
    return is_yes(known, "severe-pain") and anybody_yes(known, INJURY)


def numb_after_injury(known: Answers) -> bool:
    """Numbness after an injury."""
    return is_yes(known, "numbness") and anybody_yes(known, INJURY)


def unscreenable_injury(known: Answers) -> bool:
    """An injury where the questions about the bones clear nothing."""
    return anybody_yes(known, INJURY) and anybody_yes(
        known, ("pregnant", "lost-feeling", "diabetes")
    )


def bleeding_after_injury(known: Answers) -> bool:
    """An injury that swelled while a blood thinner is taken."""
    swelled = anybody_yes(known, ("fast-swelling", "swelling"))
    return is_yes(known, "blood-thinner") and swelled


def unexplained_swelling(known: Answers) -> bool:
    """Swelling that no injury explains, and no tendon or old sprains either."""
    explained = (*INJURY, "old-sprain", "repeated-sprains", "lump-on-tendon", "tendon-swollen")
    return is_yes(known, "swelling") and not anybody_yes(known, explained)


def failed_rest(known: Answers) -> bool:
    """Rest has been tried and did not help."""
    return is_yes(known, "rest-did-not-help")


RULES: dict[str, Rule] = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        acute_compartment_syndrome,
        unexplained_calf_pain,
        swollen_painful_calf,
        swollen_leg_after_snap,
        bruised_and_swollen,
        infected_joint,
        hot_diabetic_foot,
        infected_diabetic_foot,
        suspected_rupture,
        high_risk_bone_spot,
        severe_injury,
        numb_after_injury,
        unscreenable_injury,
        bleeding_after_injury,
        unexplained_swelling,
        failed_rest,
    )
}
