"""What is felt in an exercise: a stop sign, another part of the body, and a pain in numbers."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.coaching.precautions import SORE_SPOT
from skill.coaching.progression import SEVERE
from skill.dialog import clearance
from skill.dialog.events import (
    Beside,
    Counted,
    Described,
    Event,
    GoesTo,
    Said,
    Signed,
    Together,
)
from skill.dialog.state import EXERCISING, SCREENING, State
from skill.dialog.transitions import is_over
from skill.dialog.wishes import body_parts, command_asides, exercise_wishes, giving_way, wishes
from skill.dialog.wishes.remarks import COMMANDS
from skill.dialog.workout import pain_question
from skill.library.types import Care, Library
from skill.understanding.heard import Heard

ABOUT_STOPPING = frozenset({"stop", "may_i_stop", "should_i_stop"})
"""Commands by which somebody whom something hurts asks whether to stop."""


def elsewhere(library: Library, state: State | None, heard: Heard) -> Event | None:
    """Another part of the body that hurts in an exercise, and nothing graver beside it."""
    if state is None or state.pending not in EXERCISING or heard.body_part is None:
        return None
    told = [library.red_flags.get(id) for id, true in heard.findings.items() if true]
    harmless = all(flag is not None and flag.care is Care.SELF_CARE for flag in told)
    hurts = bool(told) or heard.hurts
    return Said("other-body-part") if hurts and harmless else None


def felt(library: Library, state: State | None, heard: Heard) -> Event | None:
    """A stop sign, or that it hurts. What is grave beside a stop sign is told as a finding."""
    harmless = not giving_way.tells_of_danger(library, heard)
    at_the_question = state is not None and state.pending == "safety-today" and heard.asks
    short = len(heard.words.split()) <= MOST_OF_A_QUESTION
    if at_the_question and short and heard.topic is not None and heard.aspect is not None:
        return None  # "What is dizziness?", which is asked about once more.
    if heard.stop_signs and harmless and not _is_no_sign(state, heard) and _counts(state, heard):
        signs = sorted(heard.stop_signs, key=lambda id: not library.stop_signs[id].danger)
        return Signed(signs[0], exercise_wishes.places_of(library, heard))
    asked_for_pain = harmless and state is not None and state.pending == "how-much-pain"
    if asked_for_pain and heard.course == "better" and heard.number is None:
        return Said("same")  # No more than the last number, at most.
    # "About a six, worse than before": the number tells it.
    if asked_for_pain and heard.course in {"worse", "same"} and heard.number is None:
        return Said("worse" if heard.course == "worse" else "same")
    exercises = state is not None and state.pending in EXERCISING
    answers = heard.answer is not None and not exercises
    rated = heard.number is not None or heard.rated is not None
    says_more = rated or heard.findings or heard.command or answers
    if heard.topic or heard.aspect or heard.body_part:
        return None
    return Said("hurts") if heard.hurts and not says_more else None


def on_the_bone(library: Library, state: State | None, heard: Heard) -> Event | None:
    """What is felt on the bone, where one sore spot on it is asked about before the exercise.

    It may be that spot, which is asked; what is graver counts more, a severe pain too.
    """
    if state is None or state.pending not in EXERCISING or not heard.on_bone:
        return None
    if not clearance.is_of_bone(library, state) or heard.findings.get(SORE_SPOT) is not None:
        return None
    felt = replace(heard, findings=without_ankle(heard.findings))
    if heard.stop_signs or giving_way.tells_of_danger(library, felt):
        return None
    if heard.number is not None and heard.number >= SEVERE:
        return None
    return Described((SORE_SPOT,), beside=Beside(doubtful=True))


def without_ankle(findings: Mapping[str, bool]) -> dict[str, bool]:
    """What was told but for a tender ankle bone: it is the shin that is exercised."""
    return {id: true for id, true in findings.items() if id != body_parts.ANKLE_BONE}


def left_undone(library: Library, state: State | None, heard: Heard) -> Event | Together | None:
    """That it was not done, unless something grave is told beside it, or the session is to end.

    Who left it for pain tells of pain. A number beside a part that was done rates that part.
    """
    if heard.undone is None or state is None or state.pending != "how-much-pain":
        return None
    if giving_way.tells_of_danger(library, heard) or heard.command in giving_way.MAY_CLOSE:
        return None
    if heard.only is not None and not is_over(state):
        return None  # "Only the left one", in the middle of it, wishes for one side.
    if heard.sore and heard.number is None:
        return Said("hurts")
    if heard.undone == "all" and not heard.number:
        return Said("not-done")
    if heard.number is None:
        return Said("done-in-part")
    return Together(Counted(heard.number), (Said("done-in-part"),))


MOST_OF_A_QUESTION = 6
"""Words of a question what something means, at most; in more of them something is told."""


def _counts(state: State | None, heard: Heard) -> bool:
    """Whether a stop sign counts: in and before exercise always, else where no more is said."""
    if state is not None and state.pending in {*EXERCISING, *SCREENING}:
        return True
    asked = state is not None and (state.asking is not None or state.result is not None)
    more = heard.answer or heard.findings or heard.command or heard.topic or heard.practical
    return asked and not more


PAINLESS = ("click",)
"""The stop signs that are none where nothing hurts."""


def _is_no_sign(state: State | None, heard: Heard) -> bool:
    """Whether a click does not hurt, or a stop sign before exercise is not felt today.

    Weakness is denied beside a no, and an ankle that gives way is the rest of an old sprain.
    """
    if heard.stop_signs == PAINLESS and heard.number == 0:
        return True
    if state is None or state.pending not in SCREENING:
        return False
    if heard.stop_signs == PAINLESS and not heard.sore:
        return True  # "Nothing, just creaky."
    of_old = bool(heard.findings.get("old-sprain")) and heard.stop_signs == ("giving-way",)
    return of_old or (heard.answer == "no" and heard.stop_signs == ("weakness",))


KEPT_BESIDE_A_NUMBER = (exercise_wishes.LEAVING - {"change_answer"}) | {
    *("unheard", "call_help", "own_dose")
}
"""Commands that count more than the pain that is told beside them."""


TAKEN_BESIDE = (
    frozenset({"harder", "pause", "wait", "volume"})
    | command_asides.OF_SIDES
    | command_asides.ABOUT_FEELING
)
"""Commands that are taken up once the number is taken that was told beside them."""


def rated(library: Library, state: State | None, heard: Heard) -> Event | Together | None:
    """The pain that was asked for, with what is asked or wanted of it, whatever else is said in the
    same breath but for what is grave.

    "A three, but my toes are numb" is no three.
    """
    if state is None or state.pending not in EXERCISING or heard.number is None:
        return None
    eases = heard.command == "easier" and heard.side is None
    may_stop = heard.command in ABOUT_STOPPING and (heard.command != "stop" or heard.asks)
    of_pain = may_stop or heard.command in giving_way.ASKING_OF_PAIN
    if state.pending != "how-much-pain" and not (eases and heard.hurts) and not of_pain:
        return None  # "A bit sore, make it easier" counts both, also in a set.
    leaves = heard.command in KEPT_BESIDE_A_NUMBER and not may_stop
    # "Rather nasty, more than before": the number tells how much that is.
    besides = {id: true for id, true in heard.findings.items() if id != "getting-worse"}
    if leaves or giving_way.tells_of_danger(library, replace(heard, findings=besides)):
        return None
    number = Counted(heard.number, eases)
    beside = _of_the_pain(state, heard)
    return number if beside is None else Together(number, (beside,))


def _of_the_pain(state: State, heard: Heard) -> Said | GoesTo | None:
    """What is asked or wanted beside a pain, in view of it."""
    name = heard.command
    if (to := wishes.jump_of(state, heard)) is not None:
        return to
    if name in ABOUT_STOPPING or (name is None and pain_question.asked_to_stop(state)):
        return Said("may-stop")
    if name is None or name not in TAKEN_BESIDE:
        return None
    if name == "harder" and heard.side is not None:
        return None  # "Two, and it's harder on the left" wants nothing.
    return Said(COMMANDS[name])
