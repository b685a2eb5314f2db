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
HOT_AND = ("severe-pain", "cannot-bear-weight", "joint-infection-risk", "immune-weak")
INJURY = ("recent-twist-or-fall", "sudden-snap")
GRAVE_CLOT_RISKS = ("recent-surgery-or-plaster", "past-clot-or-cancer")
SLIGHT_CLOT_RISKS = ("hormones", "long-journey", "pregnant")
CLOT_RISKS = (*GRAVE_CLOT_RISKS, *SLIGHT_CLOT_RISKS)
RAN = ("worse-running", "hurts-after-run", "recent-training-increase")
"""What lets one think that a run explains a sore calf."""
UNSCREENABLE = (
    "pregnant",
    "lost-feeling",
    "diabetes",
    "over-65",
    "head-injury-or-drink",
    "old-fracture-or-metal",
)
NOT_LETTING_GO = ("pain-at-rest", "night-pain", "cannot-bear-weight", "numbness", "foot-drop")
ON_THE_MOVE = ("worse-running", "worse-as-run-goes-on", "hurts-after-run", "hurts-walking")
TENDON = ("lump-on-tendon", "tendon-swollen")


def acute_compartment_syndrome(known: Answers) -> bool:
    """Severe pain of the lower leg, or a hard one that rest or a nerve tells is in danger.

    What plainly goes within minutes of stopping is taken for exertion, and what is only there on
    the move.
    """
    if (
        not anybody_yes(known, (*LEG, "foot-drop"))
        or known.get("settles-within-minutes") is Answer.YES
    ):
        return False
    resting = anybody_yes(known, ("pain-at-rest", "foot-drop"))
    numb = is_yes(known, "numbness")
    hard = is_yes(known, "hard-muscle")
    only_moving = anybody_yes(known, ON_THE_MOVE) and not resting
    if is_yes(known, "severe-pain"):
        return hard or numb or is_yes(known, "night-pain") or not only_moving
    return hard and (resting or (numb and not only_moving))


def unexplained_calf_pain(known: Answers) -> bool:
    """Pain in one calf that no injury and no run explains.

    What a run may explain it does not where something makes a clot likelier.
    """
    ran = anybody_yes(known, RAN) and not anybody_yes(known, CLOT_RISKS)
    explained = known.get("calf-pain-explained") is Answer.YES or anybody_yes(known, INJURY)
    return is_yes(known, "pain-calf") and not (explained or ran or is_yes(known, "both-sides"))


def hard_leg(known: Answers) -> bool:
    """A hard muscle of the lower leg; asked only with pain at rest, weakness or numbness."""
    return is_yes(known, "hard-muscle")


def swollen_painful_calf(known: Answers) -> bool:
    """Pain in the calf together with swelling."""
    return is_yes(known, "pain-calf") and is_yes(known, "swelling")


def infected_joint(known: Answers) -> bool:
    """Hot or swollen with a fever, hot in somebody ill, hot and too sore, hot in a joint at risk,
    or swollen in days with no injury and too sore to stand on.

    No fever clears nothing.
    """
    hot, swollen = is_yes(known, "hot-or-red"), is_yes(known, "swelling")
    feverish = is_yes(known, "fever") and (hot or swollen)
    ill = hot and is_yes(known, "feels-unwell")
    fresh = not anybody_yes(known, (*INJURY, "over-two-weeks"))
    lame = swollen and fresh and is_yes(known, "cannot-bear-weight")
    return feverish or ill or lame or (hot and anybody_yes(known, HOT_AND))


def swollen_leg_after_snap(known: Answers) -> bool:
    """The front or outer lower leg swells after a snap: its muscle may be in danger."""
    return (
        is_yes(known, "swelling")
        and is_yes(known, "sudden-snap")
        and anybody_yes(known, ("pain-front-of-shin", "pain-outer-lower-leg"))
    )


def numb_swollen_leg(known: Answers) -> bool:
    """A lower leg that hurts, has swollen and has gone numb."""
    signs = is_yes(known, "swelling") and is_yes(known, "numbness")
    return signs and anybody_yes(known, LEG)


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
    """No push-off since something sudden, or with a sore heel: a tendon may have torn.

    Of five such heels among the published cases all were urgent, two with nothing sudden.
    """
    signs = (*INJURY, "sudden-onset", "pain-back-of-heel")
    return is_yes(known, "cannot-tiptoe") and anybody_yes(known, signs)


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


def numb_after_injury(known: Answers) -> bool:
    """Numbness after an injury."""
    return is_yes(known, "numbness") and anybody_yes(known, INJURY)


def unscreenable_injury(known: Answers) -> bool:
    """An injury where the questions about the bones clear nothing."""
    return anybody_yes(known, INJURY) and anybody_yes(known, UNSCREENABLE)


def bleeding_after_injury(known: Answers) -> bool:
    """An injury that swelled while a blood thinner is taken."""
    swelled = anybody_yes(known, ("fast-swelling", "swelling"))
    return is_yes(known, "blood-thinner") and swelled


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


def _swells_by_itself(known: Answers) -> bool:
    return is_yes(known, "swelling") and not anybody_yes(known, (*INJURY, *TENDON))


def clot_in_the_lungs(known: Answers) -> bool:
    """A sign from heart or lungs with a sore or swollen leg, a suspected clot, or a grave risk."""
    leg = ("pain-calf", "calf-swollen-or-warm", "clot-told", *GRAVE_CLOT_RISKS)
    signs = ("coughs-blood", "fainted", "racing-heart")
    return anybody_yes(known, signs) and (anybody_yes(known, leg) or _swells_by_itself(known))


def clot_risk_with_sign(known: Answers) -> bool:
    """A grave risk of a clot with a sore calf, or any risk with a swelling that nothing explains.

    A thick tendon is no swollen leg, and an injury explains what swelled.
    """
    swollen = _swells_by_itself(known)
    grave = anybody_yes(known, GRAVE_CLOT_RISKS)
    return (is_yes(known, "pain-calf") and grave) or (
        swollen and (grave or anybody_yes(known, SLIGHT_CLOT_RISKS))
    )


def sudden_calf_or_heel_pain(known: Answers) -> bool:
    """Pain at the back of the heel or in the calf that came in one moment: it may be a tear."""
    where = ("pain-back-of-heel", "pain-calf")
    return is_yes(known, "sudden-onset") and anybody_yes(known, where)


def fresh_swelling(known: Answers) -> bool:
    """What has swollen in days with no injury, and hurts much, or in somebody at risk."""
    explained = ("old-sprain", "repeated-sprains", *TENDON)
    much = ("severe-pain", "cannot-bear-weight", "pain-at-rest", "over-65", "immune-weak")
    return (
        is_yes(known, "swelling") and anybody_yes(known, much) and not anybody_yes(known, explained)
    )


def child_limps(known: Answers) -> bool:
    """Somebody under eighteen who limps, or will not stand on the leg."""
    lame = ("limping", "cannot-bear-weight")
    return is_yes(known, "under-eighteen") and anybody_yes(known, lame)


def bone_pain_after_injury(known: Answers) -> bool:
    """One sore spot on a bone after an injury, however long ago it was."""
    return is_yes(known, "one-spot-bone-pain") and anybody_yes(known, INJURY)


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


RULES: dict[str, Rule] = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        acute_compartment_syndrome,
        hard_leg,
        unexplained_calf_pain,
        swollen_painful_calf,
        swollen_leg_after_snap,
        numb_swollen_leg,
        bruised_and_swollen,
        infected_joint,
        hot_diabetic_foot,
        infected_diabetic_foot,
        suspected_rupture,
        high_risk_bone_spot,
        severe_injury,
        sudden_severe_pain,
        numb_after_injury,
        unscreenable_injury,
        bleeding_after_injury,
        unexplained_swelling,
        failed_rest,
        spreading_infection,
        fever_and_severe,
        back_pain_with_weakness,
        tingling_hands_and_feet,
        both_feet_numb,
        nerve_worsening,
        clot_in_the_lungs,
        clot_risk_with_sign,
        sudden_calf_or_heel_pain,
        fresh_swelling,
        child_limps,
        bone_pain_after_injury,
        long_lasting,
        injury_no_better,
        worsening,
        failed_treatment,
        sore_after_clear_x_ray,
    )
}
