"""Parts of the body that are no sore spot: where metal is, a hip after a fall, a tender shin."""

from __future__ import annotations

from skill.coaching.precautions import METAL
from skill.dialog.care import URGENT
from skill.dialog.state import AFTER_RESULT, EXERCISING, SCREENING, State
from skill.dialog.wishes.exercise_wishes import where
from skill.interview import onset
from skill.interview.answers import asked_by, is_yes
from skill.library.types import Library
from skill.understanding.heard import Heard

HIP, HIP_PAIN = "hip", "hip-pain"
"""The part of the body, and the red flag that it raises in whoever has fallen."""
A_FALL = "recent-twist-or-fall"


def tells_where_metal_is(state: State | None, heard: Heard, present: tuple[str, ...]) -> bool:
    """Whether a place is that of a plate or a screw, and nothing hurts there."""
    in_a_workout = state is not None and state.pending in (*EXERCISING, *SCREENING)
    return METAL in present and not heard.sore and (in_a_workout or heard.cleared)


def is_metal_elsewhere(state: State | None, heard: Heard) -> bool:
    """Whether another part is what was operated on: "I had my hip done", where metal is asked for.

    Exercise then needs a clinician's word that covers it, and who has one is asked for it.
    """
    asked = state is not None and state.pending == "safety-person"
    told = heard.body_part is not None and heard.answer == "yes" and not heard.sore
    return asked and told and not any(heard.findings.values())


def is_hip_of_a_fall(state: State | None, heard: Heard) -> bool:
    """Whether the hip hurts, or the leg carries no more, of somebody who tells of a fall."""
    told = state.given if state is not None else {}
    fell = heard.findings.get(A_FALL, is_yes(told, A_FALL))
    bad = heard.sore or heard.findings.get("cannot-bear-weight", False)
    return heard.body_part == HIP and bad and fell


def denies_the_hip(state: State | None, heard: Heard) -> bool:
    """Whether a no is said where the hip is asked about: "no, no hurt in the hip, just the ankle".

    It is put once more, as a "no, my hip hurts" may be meant.
    """
    asked = state is not None and state.asking == HIP_PAIN
    return asked and heard.answer in ("no", "not_really") and HIP_PAIN not in heard.findings


PUT_RIGHT = frozenset({None, "other_fits", "change_answer"})
"""Commands whose words may stand beside another part: "not that one, my knee"."""


def is_put_in_its_place(library: Library, state: State | None, heard: Heard) -> bool:
    """Whether after a result another part of the body is told for the one that was checked.

    Nothing else is told, and what calls for help today stands.
    """
    if state is None or state.result is None or state.pending not in AFTER_RESULT:
        return False
    if heard.body_part is None or heard.asks or heard.command not in PUT_RIGHT or heard.danger:
        return False
    only_where = heard.findings.keys() <= where(library) and not any(heard.findings.values())
    puts_right = heard.moves or heard.command is not None or heard.answer == "no"
    return only_where and puts_right and state.result.care not in URGENT


ANKLE_BONE = "tender-ankle-bone"
"""The flag of an ankle bone that is sore to the touch."""

AT_THE_ANKLE_BONE = frozenset(
    {"place-ankle", "pain-outer-ankle", "pain-inner-ankle", "pain-front-of-ankle"}
)
"""Where what is sore to the touch may be an ankle bone."""


def is_no_ankle_bone(library: Library, state: State | None, heard: Heard) -> bool:
    """Whether what is sore to the touch is no ankle bone: "the inside of my shin is tender".

    No ankle is named, and all that is told lies elsewhere. After an injury it counts wherever it
    was told, and there the bones are asked about besides.
    """
    given, asking = (state.given, state.asking) if state is not None else ({}, None)
    if not heard.sore_to_touch or is_yes(given, ANKLE_BONE):
        return False
    if ANKLE_BONE in asked_by(library, asking):
        return False
    told = heard.told
    told |= {id for id in given if is_yes(given, id)}
    somewhere = not told.isdisjoint(where(library))
    return somewhere and told.isdisjoint({*onset.BEGINNINGS, *AT_THE_ANKLE_BONE})
