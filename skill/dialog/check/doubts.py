"""What was answered by no plain yes or no, and is put once more in plainer words."""

from __future__ import annotations

from skill.dialog.state import State
from skill.interview.answers import is_among
from skill.interview.assessment import assess
from skill.interview.interview import Knowledge
from skill.library.types import Answer, Answers, Care, Library


def was_put_again(knowledge: Knowledge, state: State, id: str) -> bool:
    """Whether a question was put once more, by itself or with others at a gate.

    What would be an emergency by itself is put once more by itself.
    """
    if would_be_emergency(knowledge, id):
        return id in state.unsure
    return is_among(knowledge.library, id, state.unsure)


def would_be_emergency(knowledge: Knowledge, id: str | None) -> bool:
    """Whether a yes to this would call for an emergency."""
    flag = knowledge.library.red_flags.get(id or "")
    return flag is not None and flag.care is Care.EMERGENCY


def would_complete_emergency(knowledge: Knowledge, given: Answers, id: str) -> bool:
    """Whether a yes to this would call for an emergency, by itself or with what is known."""
    if would_be_emergency(knowledge, id):
        return True
    return calls_for_emergency(knowledge.library, {**given, id: Answer.YES})


def calls_for_emergency(library: Library, given: Answers) -> bool:
    """Whether answers call for an emergency, be it worked out of several of them."""
    return assess(library, given).rank == Care.EMERGENCY.rank
