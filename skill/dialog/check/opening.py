"""The opening: how a conversation begins, and how it resumes."""

from __future__ import annotations

from skill.dialog import question
from skill.dialog.reply import Act, Asking, Question, Reply
from skill.dialog.sayings import Prompt, Statement
from skill.dialog.state import State
from skill.dialog.transitions import FRESH, fresh_after, with_side
from skill.interview.interview import Knowledge
from skill.library.types import Care, Side

STILL_HOLDS: dict[Care | None, Statement] = {
    Care.EMERGENCY: "still-holds-emergency",
    Care.SAME_DAY: "still-holds-same-day",
}


SIDES: dict[Side, Statement] = {"left": "side-left", "right": "side-right", "both": "side-both"}


def launch(knowledge: Knowledge, state: State | None) -> Reply:
    """Open the skill: the whole welcome for newcomers, a short one within a session."""
    if state is None:
        return Asking((), Question("welcome"), FRESH)
    if state.result is None and state.asked:
        return question.pending(knowledge, state).after(Act("still-here"))
    return Asking(standing_care(knowledge, state), Question("welcome-again"), fresh_after(state))


def start_check(knowledge: Knowledge, state: State | None, side: Side | None) -> Asking:
    """Begin the check without the welcome; who has just heard the safety words is spared them."""
    holds = standing_care(knowledge, state)
    opened: Prompt = "start-again" if holds or _heard_the_safety_words(state) else "start"
    begun = with_side(fresh_after(state), side)
    return Asking((*holds, *name_side(side)), Question(opened), begun)


def standing_care(knowledge: Knowledge, state: State | None) -> tuple[Act, ...]:
    """What was told to be urgent holds until it was asked again, whatever is begun anew."""
    flags = knowledge.library.red_flags
    alarms = state.alarms if state else ()
    cares = [flags[id].care for id in alarms if id in flags]
    gravest = max(cares, key=lambda care: care.rank, default=None)
    return (Act(STILL_HOLDS[gravest]),) if gravest in STILL_HOLDS else ()


def _heard_the_safety_words(state: State | None) -> bool:
    """Whether the welcome or the check has said them; a topic or a workout has not."""
    if state is None:
        return False
    return state.pending in {"open-question", "offer-check"} or bool(state.asked)


def name_side(side: Side | None) -> tuple[Act, ...]:
    """Speak the side back, so that a wrong one is heard."""
    return (Act(SIDES[side]),) if side else ()
