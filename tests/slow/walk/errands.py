"""What may come of what a reply asks of Alexa's reminders."""

from __future__ import annotations

from typing import get_args

from skill.coaching.schedule import Plan
from skill.dialog.bookmark import reminders
from skill.dialog.errand import Done, Outcome, Refusal, Why
from skill.dialog.reply import Reply
from tests.slow.walk.knowledge import KNOWLEDGE

OUTCOMES: tuple[Outcome, ...] = (
    Done(),
    Done(instead=True, count=2, plans=(Plan((0, 2), 19),)),
    Done(plans=(None, None)),
    *map(Refusal, get_args(Why)),
)


def whole(reply: Reply) -> list[Reply]:
    """The reply as it is heard: one for each outcome, where it has an errand."""
    if reply.errand is None:
        return [reply]
    return [reminders.finish(KNOWLEDGE, reply, reply.errand, outcome) for outcome in OUTCOMES]
