"""Asking once more what is open, word for word where it stood."""

from __future__ import annotations

from skill.dialog.acts import Act, Named
from skill.dialog.reply import Reply
from skill.dialog.state import State
from skill.interview.knowledge import Knowledge


def pending(knowledge: Knowledge, state: State) -> Reply:
    """The question that is open, asked again."""
    return Reply((_question(state),), state)


def _question(state: State) -> Act:
    talk = state.talk
    if state.pending == "which-one" and talk is not None and talk.other is not None:
        names = {"first": (Named(talk.topic),), "second": (Named(talk.other),)}
        return Act("which-one", names=names)
    if state.asking is None:
        return Act(state.pending)
    return Act("ask-plainer" if state.asking in state.unsure else "ask", state.asking)
