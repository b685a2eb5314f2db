"""A danger in the middle of an exercise: stop at once, and go back to the red flags."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import precautions
from skill.dialog import check, opening
from skill.dialog.reply import Act, Reply
from skill.dialog.state import State
from skill.interview import onset
from skill.interview.interview import HOW_IT_BEGAN
from skill.interview.knowledge import Knowledge
from skill.library.types import Answer, Care


def stop(knowledge: Knowledge, state: State, felt: tuple[str, ...], *advice: Act) -> Reply:
    """Stop at once, and end the exercises; `felt` are the findings and flags that were named.

    What is to be seen some day, as a click, ends them too, but without a word of emergencies.
    """
    mild = all(_is_mild(knowledge, id) for id in felt) and not advice
    return end(knowledge, state, felt, Act("stop-there" if mild else "danger-stop"), *advice)


def _is_mild(knowledge: Knowledge, id: str) -> bool:
    flag = knowledge.library.red_flags.get(id)
    asked_today = {*precautions.NEW_INJURY, *precautions.AT_REST}
    return flag is not None and id not in asked_today and flag.care.rank < Care.SAME_DAY.rank


def end(knowledge: Knowledge, state: State, felt: tuple[str, ...], *said: Act) -> Reply:
    """End the exercises of this session, and ask the safety questions anew.

    What was answered before counts no longer where it is a matter of safety: it was before. What
    was felt began now, so nobody is asked when; and only who is of age is coached.
    """
    library = knowledge.library
    lasting = {*library.places, *library.findings} - onset.FINDINGS
    given = {id: grade for id, grade in state.given.items() if id in lasting}
    now = onset.answers_from(since_days=0, course=None)
    if "under-eighteen" not in state.alarms:
        now["under-eighteen"] = Answer.NO
    fresh = replace(
        opening.fresh(state),
        side=state.side,
        since_days=0,
        resting=True,
        asked=(HOW_IT_BEGAN,),
        given={**given, **now, **dict.fromkeys(felt, Answer.YES)},
    )
    return check.go_on(knowledge, fresh).after(*said)
