"""The one way through: state and event → reply.

Every state answers every event. What holds at any time comes first, then the scenes, then what
holds of every reply.
"""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from skill.dialog import safeguards, scenes
from skill.dialog.answers import first_aid, passed_over
from skill.dialog.bookmark import bookmark, progress, reminders
from skill.dialog.check import acknowledgement, impatience
from skill.dialog.events import Aside, Event, Said, Together
from skill.dialog.interpretation import asides
from skill.dialog.memory import Memory
from skill.dialog.preparation import fitness
from skill.dialog.reply import Closing, Reply
from skill.dialog.state import AFTER_RESULT, EXERCISING, State, opened, workout_of
from skill.dialog.transitions import stop
from skill.dialog.workout import false_alarms, joining, pain_question, playback
from skill.interview.assessment import Assessment
from skill.interview.interview import Knowledge


def step(
    knowledge: Knowledge,
    state: State | None,
    heard: Event | Together,
    now: float | None = None,
    memory: Memory | None = None,
    assessed: Assessment | None = None,
) -> Reply:
    """What to say to an event in a state; `state` is None where no conversation is open.

    `now` is when it happened, in seconds since 1970: it tells how far a set has been played.
    `memory` is what is kept of the person, where a deployment keeps anything; what is to be kept
    after it stands in the reply. A reply with an `errand` is made whole by `reminders.finish`.
    `assessed` is what was worked out of the state's answers when it was read.
    """
    event, besides = (heard.first, heard.besides) if isinstance(heard, Together) else (heard, ())
    # What a device could not play was heard by nobody, however late it reports.
    heard_until = None if event == Said("unheard") else now
    found = stop(knowledge.library, state, heard_until) if state else None
    event, aid = first_aid.set_apart(knowledge.library, found, event)
    found, event, back = false_alarms.reply_to(knowledge, found, event)
    reply = back or impatience.reply_to(knowledge, found, event)
    reply = reply or reminders.reply_to(knowledge, found, event)
    if reply is None:
        found = fitness.note(knowledge, reminders.put_aside(found, event), event)
        reply = bookmark.reply_to(knowledge, found, event, memory)
    answer = partial(_answered_to, knowledge)
    found, done, besides = joining.prepared(found, besides, answer)
    coached = None
    if reply is None:
        coached, besides = joining.rated(knowledge, found, event, besides)
        coached = coached or scenes.of_exercise(knowledge, found, event)
    reply = coached or _taken_up(knowledge, reply or scenes.of_the_rest(knowledge, found, event))
    talk = joining.Talk(knowledge, found, event, answer)
    reply = joining.as_wanted(talk, _with_others(talk, reply.after(*done), besides))
    reply = first_aid.lead(knowledge.library, reminders.complete(event, reply), aid)
    reply = passed_over.settle(knowledge, found, event, _settled(reply))
    reply = progress.complete(knowledge, found, event, reply, memory)
    kept = safeguards.keep(knowledge, found, event, reply, assessed)
    reply = safeguards.put_off_forbidden(knowledge, safeguards.grant(knowledge, kept))
    reply = acknowledgement.confirming(knowledge.library, reply)
    return acknowledgement.shortened(pain_question.of_no_sore_spot(knowledge.library, reply))


def _with_others(talk: joining.Talk, taken: Reply, besides: tuple[Aside, ...]) -> Reply:
    """The reply to what counts first, with what is said to all that was said beside it."""
    before = talk.before
    if before is None or before.pending not in AFTER_RESULT:
        return joining.joined(talk, taken, besides)
    for one in besides:
        asked = talk.answer(asides.stands(before, taken), one)
        taken = asides.joined(talk.knowledge, talk.first, taken, asked)
    return taken


def _answered_to(knowledge: Knowledge, state: State | None, event: Event) -> Reply:
    """The reply to what is asked or commanded beside an answer."""
    pressed: Reply | None = impatience.reply_to(knowledge, state, event)
    coached = pressed or scenes.of_exercise(knowledge, state, event)
    return coached or scenes.of_the_rest(knowledge, state, event)


def _settled(reply: Reply) -> Reply:
    """The reply without what belongs to one question, once another is open.

    That is which of two topics was meant, what may be remembered, and the routines that were told.
    """
    after = reply.state
    if isinstance(reply, Closing) or after is None or after.pending == "which-one":
        return reply
    if after.talk is not None and after.talk.other is not None:
        after = replace(after, talk=None)
    if after.finished is not None and opened(after) != "may-remember":
        after = replace(after, finished=None)
    if after.listed and after.pending != "choose-routine":
        after = replace(after, listed=0, wish=None)
    return replace(reply, state=after)


def _taken_up(knowledge: Knowledge, reply: Reply) -> Reply:
    """The reply to what was asked in passing; a set that was cut off for it goes on."""
    state = reply.state
    if isinstance(reply, Closing) or state is None or state.pending not in EXERCISING:
        return reply
    if not workout_of(state).held:
        return reply
    on = playback.take_up(knowledge, state)
    return replace(reply, said=(*reply.said, *on.said), question=on.question, state=on.state)
