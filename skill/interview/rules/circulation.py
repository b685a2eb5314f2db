"""Rules of blood and pressure: a muscle that swells in its sheath, and clots of leg and lungs."""

from __future__ import annotations

from skill.interview.answers import anybody_yes, is_yes
from skill.interview.rules.infection import TENDON
from skill.interview.rules.injury import INJURY
from skill.library.types import Answer, Answers

BESIDE_THE_SHIN = ("pain-front-of-shin", "pain-inner-shin", "pain-outer-lower-leg")
IN_THE_LEG = (*BESIDE_THE_SHIN, "pain-calf")
GRAVE_CLOT_RISKS = ("recent-surgery-or-plaster", "past-clot-or-cancer")
SLIGHT_CLOT_RISKS = ("hormones", "long-journey", "pregnant")
CLOT_RISKS = (*GRAVE_CLOT_RISKS, *SLIGHT_CLOT_RISKS)
RAN = ("worse-running", "hurts-after-run", "recent-training-increase")
"""What lets one think that a run explains a sore calf."""
ON_THE_MOVE = ("worse-running", "worse-as-run-goes-on", "hurts-after-run", "hurts-walking")


def acute_compartment_syndrome(known: Answers) -> bool:
    """Severe pain of the lower leg, or a hard one that rest or a nerve tells is in danger.

    A calf by itself is more often torn or clotted (`severe_calf`): it must hurt severely and be
    hard or numb too, or grow worse at rest; so must a leg of which no part was named.
    """
    grows = is_yes(known, "pain-at-rest") and is_yes(known, "getting-worse")
    if not _may_be_pressure(known, grows=grows):
        return False
    if anybody_yes(known, (*BESIDE_THE_SHIN, "foot-drop")):
        return True
    return is_yes(known, "severe-pain") and (
        grows or anybody_yes(known, ("hard-muscle", "numbness"))
    )


def severe_calf(known: Answers) -> bool:
    """A calf that hurts severely, or is hard and hurts at rest or goes numb."""
    return is_yes(known, "pain-calf") and _may_be_pressure(known)


def _may_be_pressure(known: Answers, *, grows: bool = False) -> bool:
    """Severe pain, or a hard muscle that hurts at rest or with a nerve in danger.

    What plainly goes within minutes of stopping is taken for exertion, and what is only there on
    the move; not so where it `grows` at rest, as that does not go, whatever was answered before.
    """
    if known.get("settles-within-minutes") is Answer.YES and not grows:
        return False
    resting = anybody_yes(known, ("pain-at-rest", "foot-drop"))
    numb = is_yes(known, "numbness")
    hard = is_yes(known, "hard-muscle")
    only_moving = anybody_yes(known, ON_THE_MOVE) and not resting
    if is_yes(known, "severe-pain"):
        return hard or numb or is_yes(known, "night-pain") or not only_moving
    return hard and (resting or (numb and not only_moving))


def hard_leg_after_injury(known: Answers) -> bool:
    """A lower leg that is hard since an injury; a calf by itself must hurt severely too."""
    hurt = anybody_yes(known, ("recent-twist-or-fall", "heavy-blow"))
    if not (hurt and is_yes(known, "hard-muscle")):
        return False
    if anybody_yes(known, (*BESIDE_THE_SHIN, "place-leg")):
        return True
    return is_yes(known, "pain-calf") and is_yes(known, "severe-pain")


def swollen_shin_with_stiff_toes(known: Answers) -> bool:
    """A shin that is swollen, red or tight, and toes that no longer move."""
    tight = anybody_yes(known, ("swelling", "hot-or-red", "hard-muscle"))
    return tight and is_yes(known, "cannot-move-toes")


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


def swollen_leg_after_snap(known: Answers) -> bool:
    """The front or outer lower leg swells after a snap: its muscle may be in danger."""
    return (
        is_yes(known, "swelling")
        and is_yes(known, "sudden-snap")
        and anybody_yes(known, ("pain-front-of-shin", "pain-outer-lower-leg"))
    )


def numb_swollen_leg(known: Answers) -> bool:
    """A lower leg that hurts, has swollen and has gone numb, whichever part of it was named."""
    signs = is_yes(known, "swelling") and is_yes(known, "numbness")
    return signs and anybody_yes(known, (*IN_THE_LEG, "place-leg"))


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
