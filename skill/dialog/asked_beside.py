"""What is asked of a topic beside an answer or a finding: "no, could it be a clot?"."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import description, topics
from skill.dialog.events import Asked
from skill.dialog.reply import Asking, Reply
from skill.dialog.state import State
from skill.interview.interview import Knowledge


def answer(knowledge: Knowledge, state: State | None, event: Asked) -> Reply:
    """Take what was told, answer the question, and ask on; a result that follows comes alone."""
    if event.told is None or state is None:
        return topics.answer(knowledge, state, event)
    taken = description.take(knowledge, state, event.told)
    if not isinstance(taken, Asking) or taken.result is not None:
        return taken
    answered = topics.answer(knowledge, taken.state, replace(event, told=None))
    if not isinstance(answered, Asking):
        return taken
    talk = answered.state.talk
    return replace(taken, said=(*taken.said, *answered.said), state=replace(taken.state, talk=talk))
