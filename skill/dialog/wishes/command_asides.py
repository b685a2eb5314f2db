"""What is said beside a command, and counts more or less than it."""

from __future__ import annotations

from skill.coaching.precautions import CHANGES_NOTHING
from skill.dialog.state import EXERCISING, SAFETY, State
from skill.dialog.transitions import is_over
from skill.dialog.wishes.exercise_wishes import where
from skill.library.types import Library
from skill.understanding.heard import Command, Heard

BESIDE_ANY_ANSWER = frozenset({"skip_questions", "next_time"})
"""Commands beside which a no answers nothing: "no no no, skip the checks"."""

WISHING = frozenset({"start_exercise", "my_exercises"})
"""Commands that wish for exercise."""

BESIDE_PAIN = frozenset(
    {"slower", "faster", "easier", "harder", "remember", "how_many_left", "volume"}
)
"""Commands that count beside a pain that is told with no number."""

WALKED = frozenset({"can-bear-weight"})
"""What follows of who walked."""

OF_SIDES: frozenset[Command | None] = frozenset({"which_side", "last_side", "one_or_both"})
"""Questions for a side, which answer nothing that was asked."""

ABOUT_FEELING: frozenset[Command | None] = frozenset({"how_it_feels", "if_it_hurts"})
"""Questions what is normal, which are answered once the number is taken."""

JUMPS: frozenset[Command | None] = frozenset({"go_to", "go_back_to", "leave_out"})
"""Commands that lead to another exercise of the session, or past one."""

ASKED_INSTEAD = frozenset({"why_think", "why_care", "other_fits", "can_wait"})
"""Commands that are wanted before what was offered: "yes, but tell me why"."""

ASKED_BESIDE_A_NO = ASKED_INSTEAD | {
    *("what_now", "how_to", "repeat", "more", "list_exercises", "how_often", "change_answer")
}
"""Commands that are wanted in place of what was offered: "no, tell me why"."""

OF_STEPS = frozenset({"which-level", "last-sessions"})
"""Questions that lead to a step: a first time answers each."""


def tells_more(library: Library, state: State | None, heard: Heard) -> bool:
    """Whether a finding or an answer is told beside a command that counts more than it.

    A place by itself hurts nowhere: "easier please, my calves are cooked".
    """
    so = heard.told
    if heard.command in BESIDE_ANY_ANSWER:
        return bool(so)
    if heard.command in JUMPS:  # "Skip the walking, I just walked home."
        so -= CHANGES_NOTHING | WALKED
    if heard.command == "how_it_feels":  # "Should I feel it in the ankle or the foot?"
        return not so <= {*where(library), "both-sides"}
    if counts_beside_an_answer(state, heard):
        so -= WALKED  # "Hang on, I'm still standing up."
        return not so <= (set() if heard.hurts else where(library))
    told = state is not None and state.result is not None
    if told and heard.command == "what_now" and heard.answer is None:
        return not so <= where(library)  # "What do I do for his heels till then?"
    asked = ASKED_BESIDE_A_NO if heard.answer == "no" else ASKED_INSTEAD
    instead = (told and heard.command in asked) or heard.command == "list_exercises"
    answers = heard.answer is not None and not instead  # Not "no, read me the list".
    aged = heard.age is not None and heard.command == "why_ask"  # "Twenty nine, why?"
    return answers or aged or bool(so)


def counts_beside_an_answer(state: State | None, heard: Heard) -> bool:
    """Whether a command of an exercise is meant: "no, skip it", "yeah, but easier"."""
    if state is not None and state.pending in OF_STEPS and heard.command == "first_time":
        return True  # "No, it's my first time."
    if state is None or state.pending not in EXERCISING:
        return False
    if is_over(state):
        no = heard.answer == "no"
        return heard.command in {*OF_SIDES, *JUMPS, "asks_of_it"} or (
            heard.command in BESIDE_PAIN and not no
        )
    return True


def answers_beside(state: State | None, heard: Heard) -> bool:
    """Whether a no answers beside a wish that names nothing: "none of that, let's go".

    In the check it does where the wish is known, or can't be granted any more.
    """
    if state is None or heard.answer != "no" or heard.routine or heard.exercise:
        return False
    known = state.pending == "question" and (state.resting or state.wish is not None)
    return known or state.pending in SAFETY
