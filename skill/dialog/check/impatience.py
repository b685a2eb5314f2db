"""Who would rather be done with the questions: how many are left, what exercise waits for, and what
a clinician has seen already.
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.check import stop_questions
from skill.dialog.events import Described, Event, Remark, Said
from skill.dialog.reply import Act, Asking
from skill.dialog.state import SAFETY, State, workout_of
from skill.interview.assessment import assess
from skill.interview.interview import Ask, Knowledge, by_noes, proceed
from skill.library.types import Answer

PRESSED: frozenset[Remark] = frozenset(
    {
        *("how-many-left", "questions-left", "back-to-exercise", "seen-by-clinician"),
        *("told-already", "feels-impatient"),
    }
)
"""What is said by who would rather be done."""

BEFORE_QUESTIONS = frozenset(
    {"open-question", "check-offer", "more-offer", "offer-check", "which-one"}
)
"""Where the questions of the check have not begun."""


def reply_to(knowledge: Knowledge, state: State | None, event: Event) -> Asking | None:
    """What is said to it at a question of the check, or at one that a set was stopped for.

    The question is put again: none is passed over. None for anything else.
    """
    if state is None or state.result is not None:
        return None
    if state.pending in SAFETY and event == Said("seen-by-clinician"):
        return _before_exercise(knowledge, state)
    if state.pending in BEFORE_QUESTIONS and event in {
        Said("how-many-left"),
        Said("questions-left"),
    }:
        return question.pending(knowledge, state).after(Act("questions-in-all"))
    if state.pending == "open-question" and event == Said("seen-by-clinician"):
        return question.pending(knowledge, state).after(Act("clinician-saw"))
    if state.pending not in {"question", "false-alarm"}:
        return None
    if _tells_of_a_clinician(event):
        return _again(knowledge, state, Act("clinician-saw"))
    match event:
        case Said("feels-impatient"):
            return _again(knowledge, state, _left(knowledge, state))
        case Said("how-many-left" | "questions-left"):
            return question.pending(knowledge, state).after(_left(knowledge, state))
        case Said("back-to-exercise"):
            return _again(knowledge, state, Act("question-first"), _left(knowledge, state))
        case Said("seen-by-clinician"):
            return _again(knowledge, state, Act("clinician-saw"))
        case Said("told-already"):  # What was told and heard is not asked.
            return _again(knowledge, state, Act("told-already"))
    return None


def _before_exercise(knowledge: Knowledge, state: State) -> Asking:
    """A clinician may have seen something: what is new today is asked all the same."""
    said = Act("clinician-saw" if state.pending == "safety-today" else "why-safety")
    if state.pending == "clinician-seen":  # It is what is asked: whether exercise is allowed.
        return question.pending(knowledge, state)
    plainer = replace(state, misses=0, workout=replace(workout_of(state), plainer=True))
    return question.pending(knowledge, plainer).after(said)


def _tells_of_a_clinician(event: Event) -> bool:
    """Whether it is told that a clinician allows exercise, and nothing besides."""
    if not isinstance(event, Described) or not event.beside.cleared:
        return False
    return not (event.present or event.absent or event.reply)


def _again(knowledge: Knowledge, state: State, *said: Act) -> Asking:
    """The question in other words, where it has them."""
    return question.pending(knowledge, replace(state, misses=1)).after(*said)


def _left(knowledge: Knowledge, state: State) -> Act:
    """How many questions follow, as long as nothing more is told."""
    count = 0 if state.pending == "false-alarm" else left(knowledge, state)
    return told_of(count)


def told_of(count: int) -> Act:
    """How many questions follow the one that is put again, in words."""
    if count == 0:
        return Act("last-question")
    if count == 1:
        return Act("one-question-left")
    return Act("questions-left", numbers={"count": count})


def left(knowledge: Knowledge, state: State) -> int:
    """How many questions follow the one that is open, if each is answered by a plain no."""
    given = {**state.given}
    if state.asking is not None:
        given.setdefault(state.asking, Answer.NO)
    first = proceed(knowledge, given, state.asked, state.asked)
    if not isinstance(first, Ask):
        return 0
    due = stop_questions.is_due(knowledge.library, state, assess(knowledge.library, given))
    return sum(due(ask.id) for ask in by_noes(knowledge, first, given, state.asked))
