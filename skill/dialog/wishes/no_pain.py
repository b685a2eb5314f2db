"""What is wanted by who has no pain: "there's no pain", in the check and before it."""

from __future__ import annotations

from skill.coaching.precautions import CHANGES_NOTHING, OF_NOTHING_FELT
from skill.dialog.clearance import has_told
from skill.dialog.events import Answered, Beside, Described, Event, Said, Wants
from skill.dialog.state import State
from skill.dialog.transitions import with_answers
from skill.dialog.wishes import exercise_wishes
from skill.interview import onset
from skill.interview.answers import YOUNG, is_yes
from skill.interview.interview import Knowledge
from skill.library.types import YESES, Answer, Library
from skill.understanding.heard import Heard

OF_PAIN = frozenset({"severity", "severe-pain", "pain-at-rest", "night-pain"})
"""Questions of the check to which "there is no pain" is a no."""

STIFF = frozenset({"morning-stiffness", "first-steps-worst", "long-morning-stiffness"})
"""What nobody has of a foot that is only numb."""

WITHOUT_PAIN = frozenset({"numbness", "tingling", "both-feet-numb", "lost-feeling"})
"""What may be the matter where nothing hurts, so that no sore spot has to be found."""

WITHOUT_SORENESS = frozenset(
    {"gives-way", "swelling", "morning-stiffness", "clicks-or-locks", "creaks-when-walking"}
    | {"lump-on-tendon", "tendon-swollen", "limited-bend", "arch-dropping"}
)
"""What may be the matter of a joint or a tendon that does not hurt."""

NOT_SO = frozenset(
    {"severe-pain", "pain-at-rest", "night-pain", "one-spot-bone-pain"}
    | {"hurts-walking", "hurts-after-run", "worse-running"}
)
"""What is a plain no where nothing hurts."""

WHAT_HURTS = NOT_SO | frozenset(
    {"worse-as-run-goes-on", "same-minute-each-run", "settles-within-minutes", "warms-up"}
    | {"first-steps-worst", "dull-ache", "sharp-pain", "burning", "deep-ache"}
    | {"worse-stairs-or-hills", "worse-bending-up", "worse-turning-in", "worse-pointing-down"}
    | {"worse-pushing-out", "hurts-lifting-toes", "big-toe-push-hurts", "heel-shoe-rubs"}
    | {"calf-pain-explained"}
)
"""What asks about a pain: of these many noes say no more than one, so the rest is left open."""


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
    harmless = WITHOUT_PAIN | OF_NOTHING_FELT | CHANGES_NOTHING | onset.FINDINGS
    told = {id for id, grade in state.given.items() if grade is not Answer.NO} | {*present}
    told -= library.gates.keys()
    numb = not told.isdisjoint(WITHOUT_PAIN)
    if (opens and not numb) or not told <= (harmless | OF_PAIN if numb else harmless):
        return ()
    sore = {*OF_PAIN, "bone-risk"}
    # Numbness may grow worse and last, which the questions about pain ask as well.
    sore = sore - {"severity"} | STIFF if numb else {*sore, "over-six-weeks"}
    open_ones = {id for id in sore if id in OF_PAIN or id not in state.given}
    return (*sorted(open_ones), *plan.regions)


def of_a_painless_trouble(
    state: State, beside: Beside, present: tuple[str, ...] = ()
) -> dict[str, Answer]:
    """What "it doesn't hurt at all, it just gives way" answers: whatever asks about a pain.

    Where it is felt stays, and after a fresh injury each bone is asked about all the same.
    """
    if not beside.well or state.pending not in {"open-question", "question"}:
        return {}
    told = {id for id, grade in state.given.items() if grade in YESES} | {*present}
    if told.isdisjoint(WITHOUT_SORENESS) or not told.isdisjoint(WHAT_HURTS):
        return {}
    left = sorted(id for id in WHAT_HURTS if id not in state.given)
    return {id: Answer.NO if id in NOT_SO else Answer.NOT_SURE for id in left}


def told(library: Library, state: State | None, heard: Heard) -> Event | None:
    """What is wanted by who has no pain: exercise, as there is nothing to check.

    Where something was told that is to be checked, it answers a question about pain, and no other.
    """
    if not heard.well or heard.hurts or heard.course == "worse":
        return None
    past = (
        onset.findings_of_the_past(heard.since_days) | CHANGES_NOTHING | {"old-fracture-or-metal"}
    )
    so = {id for id, true in heard.findings.items() if true}
    if not so <= past:
        return None
    if state is None or state.pending == "open-question":
        return Wants(beside=exercise_wishes.beside(heard))
    if (
        state.pending == "offer-check"
        and is_yes(state.given, YOUNG)
        and heard.answer in {None, "no"}
    ):
        return Answered(Answer.NO)
    if state.pending != "question":
        return None
    if not (has_told(state) or state.resting):
        return Wants(beside=exercise_wishes.beside(heard))
    if state.asking in state.alarms and state.asking not in OF_PAIN:
        return Answered(Answer.NOT_SURE)  # A fall that was told is not undone by it.
    asks_for_it = state.asking in OF_PAIN or state.asking in exercise_wishes.where(library)
    no = asks_for_it or heard.answer == "no"
    if not no and state.asking in {*library.red_flags, *library.gates}:
        return None if heard.answer else Said("not-understood")  # It is no word on broken skin.
    return Described((), reply=Answer.NO if no else None, beside=exercise_wishes.beside(heard))
