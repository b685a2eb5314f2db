"""What somebody tells: the answer, the findings, the time and the course, as one event."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.coaching.precautions import ADULT_FROM, METAL
from skill.coaching.progression import SEVERE
from skill.dialog import medicines
from skill.dialog.events import Answered, Beside, Described, Event
from skill.dialog.state import AFTER_RESULT, SCREENING, Pending, State
from skill.dialog.wishes import body_parts, exercise_wishes
from skill.interview.answers import YOUNG, can_be_answered, is_yes
from skill.library.types import Answer, Library
from skill.understanding.heard import FROM_FIFTY, OLD, Heard

ABOUT_SEVERITY = frozenset({"severe-pain", "severity"})
"""The questions that a number out of ten answers."""

GRADES: Mapping[str, Answer] = {
    "yes": Answer.YES,
    "only_when": Answer.YES,
    "kind_of": Answer.KIND_OF,
    "not_sure": Answer.NOT_SURE,
    "not_really": Answer.NOT_REALLY,
    "no": Answer.NO,
}

WHY_ASKED = "why_ask"
"""The command that asks why a question is put."""

ASKS_WHY = frozenset({WHY_ASKED, "why_think", "why_care", "can_wait"})
"""Commands that ask why the care is needed: "but why today"."""


def described(library: Library, state: State | None, heard: Heard) -> Described | None:
    """What is told beside what is asked or put right, an answer among it; None where nothing is."""
    told = told_in(library, replace(heard, command=None, topic=None, aspect=None), state)
    if isinstance(told, Answered):
        beside = Beside(unclear=heard.unclear)
        return Described((), reply=told.grade, beside=beside)
    return told if isinstance(told, Described) else None


def told_in(library: Library, heard: Heard, state: State | None = None) -> Event | None:
    """The answer, the findings, and the time and course that were told."""
    grade = _grade_of(state, heard)
    known = _known(library, state, heard)
    present = _present(library, state, heard, known)
    absent = tuple(id for id, true in known.items() if not true)
    beside = _beside(state, heard, grade)
    before = state is not None and state.pending in SCREENING
    bears = before and (beside.unequipped or beside.place is not None)
    of_the_person = state is not None and state.pending == "safety-person"
    cleared = beside.cleared and (grade is None or of_the_person)
    of_time = heard.since_days is not None or heard.course is not None
    told = bool(present or absent or heard.side) or of_time
    if not (cleared or bears or told):
        why = heard.command == WHY_ASKED
        if grade is None:
            return None
        return Answered(grade, why, bool(heard.unclear), heard.says_no, heard.only_no)
    return Described(
        present,
        absent,
        side=heard.side,
        reply=grade,
        since_days=heard.since_days,
        course=heard.course,
        mine=heard.own_leg,
        for_another=heard.person == "someone_else" and not heard.own_leg,
        corrects_time=heard.corrects_time,
        moves=heard.moves,
        guessed=heard.guessed,
        beside=beside,
    )


def _grade_of(state: State | None, heard: Heard) -> Answer | None:
    """The answer to the question that is open, where words of it answer something else."""
    grade = GRADES.get(heard.answer or "")
    again = state is not None and state.asking in state.unsure
    if again and state is not None and state.asking in heard.as_ever:
        grade = Answer.NO  # Asked once more for what is new, somebody says again that it is not.
    if _is_grown(heard) and state is not None and is_yes(state.given, YOUNG):
        grade = None  # "No, I'm older, I'm forty" puts that right.
    of_the_hip = body_parts.is_hip_of_a_fall(state, heard) and body_parts.denies_the_hip(
        state, heard
    )
    return Answer.NOT_SURE if of_the_hip and not again else grade


def _known(library: Library, state: State | None, heard: Heard) -> dict[str, bool]:
    """What was told to be so or not, with what follows of an age, a number and a place."""
    told = medicines.told_of(heard)
    known = {id: true for id, true in told.items() if can_be_answered(library, id)}
    known |= {id: True for id in heard.danger if can_be_answered(library, id)}
    if heard.age is not None and _is_grown(heard):
        known.setdefault(YOUNG, False)
        known.setdefault("over-50", heard.age >= FROM_FIFTY)
        known.setdefault("over-65", heard.age >= OLD)
    if heard.number is not None and (asks_how_severe(state) or is_lower(state, heard)):
        known.setdefault("severe-pain", heard.number >= SEVERE)  # "Nothing at rest, a four."
    if body_parts.is_hip_of_a_fall(state, heard) and not body_parts.denies_the_hip(state, heard):
        known.setdefault(body_parts.HIP_PAIN, True)
    if body_parts.is_metal_elsewhere(state, heard):
        known.setdefault(METAL, True)
    if body_parts.is_no_ankle_bone(library, state, heard):
        known.pop(body_parts.ANKLE_BONE, None)
    return known


def _is_grown(heard: Heard) -> bool:
    """Whether an age is told that is that of no child."""
    return heard.age is not None and heard.age >= ADULT_FROM


def _present(
    library: Library, state: State | None, heard: Heard, known: Mapping[str, bool]
) -> tuple[str, ...]:
    """What is so, without the place that only says where metal is, or which part is asked about."""
    present = tuple(id for id, true in known.items() if true)
    if body_parts.tells_where_metal_is(state, heard, present):
        present = tuple(id for id in present if id not in exercise_wishes.where(library))
    return () if _tells_only_where(library, state, heard, present) else present


def _beside(state: State | None, heard: Heard, grade: Answer | None) -> Beside:
    """What is wished, asked and told of exercise beside it."""
    wished = heard.command in {"start_exercise", "list_exercises"}
    wished = wished and not (state is not None and state.resting)
    beside = replace(
        exercise_wishes.beside(heard),
        wished=wished,
        routine=heard.routine if wished else None,
        asks_why=heard.command in ASKS_WHY and not heard.questioned,
        asks=heard.asks and heard.command is None and not heard.questioned,
    )
    before = state is not None and state.pending in SCREENING
    if before and heard.step is not None and grade is not None:
        return replace(beside, place=(heard.step, heard.part or 1))
    return beside


ABOUT_STEPS: frozenset[Pending] = frozenset({"which-level", "last-sessions", "mornings-after"})
"""The questions how far somebody is, and how the last exercises went."""


def _tells_only_where(
    library: Library, state: State | None, heard: Heard, present: tuple[str, ...]
) -> bool:
    """Whether the sore part is named at the question for the step, which asks how none feels: "the
    right leg".
    """
    asked = state is not None and state.pending in ABOUT_STEPS
    return asked and not heard.sore and exercise_wishes.where(library).issuperset(present)


def asks_how_severe(state: State | None) -> bool:
    """Whether it is asked how strong the pain is, which a number tells."""
    return state is not None and state.asking in ABOUT_SEVERITY


def is_lower(state: State | None, heard: Heard) -> bool:
    """Whether a number puts right the severe pain that was told: "actually more a three".

    Nothing else is told beside it, and it is asked about once before it counts.
    """
    if state is None or state.pending not in {"question", *AFTER_RESULT}:
        return False
    if heard.number is None or _tells(heard) or heard.age is not None:
        return False
    return is_yes(state.given, "severe-pain") and heard.number < SEVERE


def _tells(heard: Heard) -> bool:
    """Whether anything is answered or told beside a number; a no may lead to it."""
    return heard.answer not in (None, "no") or any(heard.findings.values())
