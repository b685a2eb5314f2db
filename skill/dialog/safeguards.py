"""Safeguards of every reply, whichever scene gave it: alarms last, and only an allowed set plays.

A wish for exercise that waited for safety questions is granted here too, as any of them may be the
last.
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.precautions import ALLOWED_BY_A_WORD
from skill.dialog.alarms import alarms_after
from skill.dialog.clearance import bar_of, may_be_coached
from skill.dialog.events import Event, is_cleared
from skill.dialog.preparation import exercise_choice
from skill.dialog.reply import Act, Closing, Reply
from skill.dialog.state import State
from skill.dialog.workout import beginning, false_alarms
from skill.interview.assessment import Assessment, assess
from skill.interview.interview import Knowledge


def keep(
    knowledge: Knowledge,
    before: State | None,
    event: Event,
    reply: Reply,
    assessed: Assessment | None,
) -> Reply:
    """The reply with all that lasts for Alexa's session, even where a scene dropped it.

    A clinician's word that was told before is none for what was told since.
    """
    if isinstance(reply, Closing):
        return reply
    after = reply.state
    before, was = false_alarms.reckoned_from(before, after), before
    stood = (*before.alarms, *after.alarms) if before else after.alarms
    assessed = assess(knowledge.library, after.given, reply.assessed or assessed)
    alarms = alarms_after(knowledge.library, stood, after, assessed)
    new = {*alarms}.difference(before.alarms if before else ())
    unknown = not new.isdisjoint(ALLOWED_BY_A_WORD) and not is_cleared(event)
    screened = (one for one in after.screened if not (unknown and one == "clinician-seen"))
    lasting = replace(
        after,
        alarms=alarms,
        screened=tuple(screened),
        wish=None if after.result or after.workout else after.wish,
        resting=after.resting or (before is not None and before.resting),
        no_bookmark=after.no_bookmark or (before is not None and before.no_bookmark),
        stopped=false_alarms.may_still_be(was, after, alarms),
        without_apla=after.without_apla or (before is not None and before.without_apla),
    )
    return replace(reply, state=lasting, assessed=assessed)


SPOKEN_BACK = frozenset({"noted", "taken-as-yes-to", "taken-one-by-one"})
"""What says how an answer was taken, and is kept where an exercise follows at once."""


def grant(knowledge: Knowledge, reply: Reply) -> Reply:
    """Begin the exercise that was wished for, once no safety question is left, or say why not."""
    state = reply.state
    if isinstance(reply, Closing) or state is None or state.wish is None:
        return reply
    if state.asking not in knowledge.plan.for_matching:
        return reply
    bar = bar_of(knowledge.library, state, assessed=reply.assessed)
    if bar is not None:
        return replace(reply, said=(Act(bar),), state=replace(state, wish=None))
    asked = tuple(id for id in state.asked if id != state.asking)
    free = replace(state, pending="offer-check", asking=None, asked=asked, wish=None)
    said = (act for act in reply.said if act.id in SPOKEN_BACK)
    return exercise_choice.begin(knowledge, free, state.wish, reply.assessed).after(*said)


def put_off_forbidden(knowledge: Knowledge, reply: Reply) -> Reply:
    """Put off a set that the rule of what may be coached does not allow: none plays past this."""
    if isinstance(reply, Closing):
        return reply
    state = reply.state
    plays = state.workout is not None and state.workout.until > 0
    if not plays or may_be_coached(knowledge.library, state, reply.assessed):
        return reply
    return beginning.put_off(knowledge, state)
