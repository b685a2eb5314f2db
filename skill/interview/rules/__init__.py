"""Red flags that need more than one answer: named predicates over what is known.

Each is the `rule` of the red flag of its name in `content/red_flags/`, where its sources and the
ids that it reads stand. Each is asked only where the flag's `when` holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from skill.interview.rules import circulation, course, infection, injury, nerves
from skill.library.types import Answers

Rule = Callable[[Answers], bool]

RULES: Mapping[str, Rule] = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        circulation.acute_compartment_syndrome,
        circulation.severe_calf,
        circulation.hard_leg_after_injury,
        circulation.swollen_shin_with_stiff_toes,
        circulation.hard_leg,
        circulation.unexplained_calf_pain,
        circulation.swollen_painful_calf,
        circulation.swollen_leg_after_snap,
        circulation.numb_swollen_leg,
        injury.bruised_and_swollen,
        infection.infected_joint,
        infection.hot_diabetic_foot,
        infection.infected_diabetic_foot,
        injury.suspected_rupture,
        injury.crack_with_a_twist,
        injury.high_risk_bone_spot,
        injury.severe_injury,
        injury.sudden_severe_pain,
        nerves.numb_after_injury,
        injury.unscreenable_injury,
        injury.head_injury_over_65,
        injury.suspected_hip_fracture,
        injury.head_injury_with_thinner,
        injury.bleeding_after_injury,
        infection.unexplained_swelling,
        course.failed_rest,
        infection.spreading_infection,
        infection.fever_and_severe,
        nerves.back_pain_with_weakness,
        nerves.tingling_hands_and_feet,
        nerves.both_feet_numb,
        nerves.nerve_worsening,
        circulation.clot_in_the_lungs,
        circulation.clot_risk_with_sign,
        injury.sudden_calf_or_heel_pain,
        infection.fresh_swelling,
        injury.child_limps,
        injury.bone_pain_after_injury,
        course.long_lasting,
        course.injury_no_better,
        course.worsening,
        course.failed_treatment,
        course.sore_after_clear_x_ray,
    )
}
"""Each rule by the id of its red flag."""
