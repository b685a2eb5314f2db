"""Questions that the level of care answers: can it wait, may I run, when is it to be seen."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.care import CARE, URGENT
from skill.dialog.check.result import reasons_of_care, two_reasons_of_care
from skill.dialog.reply import Act, Asking, naming
from skill.dialog.sayings import Statement
from skill.dialog.state import Result, State
from skill.interview.interview import Knowledge, conclude
from skill.library.types import Care

WAIT: dict[Care, Statement] = {
    Care.EMERGENCY: "wait-emergency",
    Care.SAME_DAY: "wait-same-day",
    Care.SEE_CLINICIAN: "wait-see-clinician",
    Care.SELF_CARE: "wait-self-care",
}
"""What is said to whoever asks whether it can wait."""

LOAD: dict[Care, Statement] = {
    Care.EMERGENCY: "load-emergency",
    Care.SAME_DAY: "load-same-day",
    Care.SEE_CLINICIAN: "load-see-clinician",
}
"""What is said to whoever asks about running, sport or exercises; self care lets them be told."""

RUNNING: dict[Care, Statement] = {**LOAD, Care.SEE_CLINICIAN: "run-see-clinician"}
"""What is said to whoever asks about running by itself."""

FIRST: dict[Care, Statement] = {
    Care.EMERGENCY: "first-emergency",
    Care.SAME_DAY: "first-same-day",
}
"""What is said to whoever asks what to do about it at home: where it is urgent, nothing."""

HEALS: dict[Care, Statement] = {
    Care.EMERGENCY: "heals-emergency",
    Care.SAME_DAY: "heals-same-day",
}
"""What is said to whoever asks how long it takes, or whether it goes by itself."""

PILLS: dict[Care, Statement] = {
    Care.EMERGENCY: "pills-emergency",
    Care.SAME_DAY: "pills-same-day",
}
"""What is said to whoever asks for aspirin or another pill for pain."""

HOLDS: dict[Care, Statement] = {
    Care.EMERGENCY: "holds-emergency",
    Care.SAME_DAY: "holds-same-day",
    Care.SEE_CLINICIAN: "holds-see-clinician",
    Care.SELF_CARE: "holds-self-care",
}
"""What is said to whoever finds that it was said otherwise before."""

SEEN: dict[Care, Statement] = {
    care: said for care, said in CARE.items() if care is not Care.SELF_CARE
}
"""What is said to whoever asks when, by whom or whether it is to be seen: what was told."""


def tell_when_seen(knowledge: Knowledge, state: State, topic: str) -> Asking | None:
    """How soon it is to be seen, as it was told; None where a general answer says the same.

    Where it is not urgent, what is asked by the name of another condition is answered for that.
    """
    level = level_of(knowledge, state)
    named = topic in {*knowledge.library.conditions, *knowledge.library.look_alikes}
    if level is not None and level.care not in URGENT and named and topic not in level.matches:
        return None
    # Before the result no level is told: only that it cannot wait.
    return tell_by_level(knowledge, state, SEEN if state.result else WAIT)


def tell_by_level(
    knowledge: Knowledge, state: State, words: dict[Care, Statement]
) -> Asking | None:
    """What these words say for the level of care, with its reason, and on.

    The same is never said twice in a row: the second time it is put otherwise, and in short.
    What may be done until a visit needs no reason. None where no level is known yet, or a general
    answer may be given at it.
    """
    level = level_of(knowledge, state)
    if level is None or level.care not in words:
        return None
    asked = question.pending(knowledge, replace(state, misses=0, reasoned=not state.reasoned))
    because = reasons_of_care(knowledge, state, level)
    if state.reasoned or (level.care not in URGENT and words in (LOAD, RUNNING)):
        because = ()
    return asked.after(Act(words[level.care]), *because)


def tell_why(knowledge: Knowledge, state: State) -> Asking:
    """Why it is to be seen: the two weightiest reasons that were told, or that it can wait."""
    level = state.result
    asked = question.pending(knowledge, replace(state, misses=0))
    if level is None:
        return asked
    if level.care is Care.SELF_CARE:
        return asked.after(Act("wait-self-care"))
    because = two_reasons_of_care(knowledge, state, level)
    return asked.after(*(because or _unflagged(knowledge, level)))


def _unflagged(knowledge: Knowledge, told: Result) -> tuple[Act, ...]:
    """Why it is to be seen where no flag calls for it: for what fits, or as nothing does."""
    library = knowledge.library
    for id in told.matches:
        fits = library.conditions.get(id) or library.look_alikes[id]
        if fits.care is not Care.SELF_CARE:
            return (Act("needs-a-look", names=naming(match=id)),)
    return (Act("why-none"),)


def tell_what_holds(knowledge: Knowledge, state: State, told: Result) -> Asking:
    """What holds at the level, for whoever finds that it was said otherwise before."""
    return question.pending(knowledge, replace(state, misses=0)).after(Act(HOLDS[told.care]))


def level_of(knowledge: Knowledge, state: State) -> Result | None:
    """The level that was told, or the urgent one that the answers so far call for."""
    return state.result or _raised(knowledge, state)


def _raised(knowledge: Knowledge, state: State) -> Result | None:
    """The level that the answers call for already, where it is urgent: no result can be lower.

    Its first reason is enough beside a question; the others are told with the result.
    """
    found = conclude(knowledge, state.given)
    if found.care not in URGENT:
        return None
    return Result(found.care, found.matches, found.flags[:1])
