"""What is asked beside an answer or a finding: "no, could it be a clot?", "no, how long?"."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import description, topics
from skill.dialog.events import Asked
from skill.dialog.reply import Asking, Reply
from skill.dialog.state import SCREENING, State
from skill.interview.interview import Knowledge
from skill.understanding.heard import Command, Heard

ASKING: frozenset[Command | None] = frozenset(
    {
        *("how_to", "which_side", "one_or_both", "which_exercise", "which_next", "what_for"),
        *(
            "questions_left",
            "how_much_more",
            "how_many_left",
            "how_many_sets",
            "how_many_sessions",
            "how_often",
        ),
        *("how_it_feels", "if_it_hurts", "may_i_stop", "which_week", "week_plan", "asks_of_it"),
    }
)
"""Commands that ask and change nothing: a plain answer beside them counts as well."""


def parted(state: State | None, heard: Heard) -> tuple[Heard, Heard] | None:
    """The answer by itself and the question by itself, where both are said in one sentence.

    What is told besides, and what is grave, is heard with all that stands beside it.
    """
    if state is None or heard.answer not in {"yes", "no"} or any(heard.findings.values()):
        return None
    of_topic = bool(heard.topic) and heard.asks and state.pending in SCREENING
    asks = heard.command in ASKING or (heard.command is None and of_topic)
    at_a_question = state.pending in SCREENING or state.pending == "question"
    if not (asks and at_a_question) or heard.danger or heard.number is not None:
        return None
    none = dict.fromkeys(("command", "topic", "aspect", "detail", "practical"))
    return replace(heard, asks=False, **none), replace(heard, answer=None, findings={})


def stands(before: State | None, taken: Reply) -> State | None:
    """The state in which the question is answered: that after the answer, but in no set."""
    after = taken.state if isinstance(taken, Asking) else None
    return after if after is not None and after.pending in SCREENING else before


def joined(taken: Reply, asked: Reply) -> Reply:
    """The reply to an answer with what is said to the question beside it before it."""
    if not isinstance(taken, Asking) or not isinstance(asked, Asking):
        return taken
    if taken.result is not None or asked.result is not None:
        return taken
    state = replace(taken.state, talk=asked.state.talk)
    return replace(taken.after(*asked.said), state=state)


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
