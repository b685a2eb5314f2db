"""What "there is no pain" answers of the questions of the check."""

from __future__ import annotations

from skill.coaching.precautions import CHANGES_NOTHING, OF_NOTHING_FELT
from skill.dialog.events import Beside, Wants
from skill.dialog.state import State
from skill.dialog.transitions import with_answers
from skill.interview import onset, traits
from skill.interview.interview import Knowledge
from skill.library.types import YESES, Answer, Library

OF_PAIN = frozenset({"severity", "severe-pain", "pain-at-rest", "night-pain"})
"""Questions of the check to which "there is no pain" is a no."""

STIFF = frozenset({"morning-stiffness", "first-steps-worst", "long-morning-stiffness"})
"""What nobody has of a foot that is only numb."""


def noted(knowledge: Knowledge, state: State | None, wants: Wants) -> State | None:
    """The state after a wish beside which it was told that nothing hurts."""
    if state is None:
        return None
    no = denied(knowledge, state, wants.beside)
    return with_answers(state, dict.fromkeys(no, Answer.NO)) if no else state


def denied(
    knowledge: Knowledge, state: State, beside: Beside, present: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """What "there is no pain" denies besides: that it is severe, and every place where it could be.

    It does so of numbness and the like alone, which may come at night or at rest without a pain;
    with these it does so at the opening too.
    After an injury a place is asked about all the same, as is what was said to be sore before.
    """
    opens = state.pending == "open-question"
    if not beside.well or not (opens or state.pending in {"question", "skip-offer"}):
        return ()
    library, plan = knowledge.library, knowledge.plan
    numbs = traits.without_pain(library)["numb"]
    harmless = numbs | OF_NOTHING_FELT | CHANGES_NOTHING | onset.FINDINGS
    told = {id for id, grade in state.given.items() if grade is not Answer.NO} | {*present}
    told -= library.gates.keys()
    numb = not told.isdisjoint(numbs)
    if (opens and not numb) or not told <= (harmless | OF_PAIN if numb else harmless):
        return ()
    sore = {*OF_PAIN, "bone-risk"}
    # Numbness may grow worse and last, which the questions about pain ask as well.
    sore = sore - {"severity"} | STIFF if numb else {*sore, "over-six-weeks"}
    open_ones = {id for id in sore if id in OF_PAIN or id not in state.given}
    return (*sorted(open_ones), *plan.regions)


def of_a_painless_trouble(
    library: Library, state: State, beside: Beside, present: tuple[str, ...] = ()
) -> dict[str, Answer]:
    """What "it doesn't hurt at all, it just gives way" answers: whatever asks about a pain.

    Where it is felt stays, and after a fresh injury each bone is asked about all the same.
    """
    if not beside.well or state.pending not in {"open-question", "question"}:
        return {}
    told = {id for id, grade in state.given.items() if grade in YESES} | {*present}
    ids = traits.without_pain(library)
    what_hurts = ids["denied"] | ids["open"]
    if told.isdisjoint(ids["painless"]) or not told.isdisjoint(what_hurts):
        return {}
    left = sorted(id for id in what_hurts if id not in state.given)
    return {id: Answer.NO if id in ids["denied"] else Answer.NOT_SURE for id in left}
