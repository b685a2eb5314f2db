"""A question that is put again, after what is told and answers nothing, has other words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.reply import Asking
from skill.dialog.state import State
from tests.conversations.in_the_check import knowledge, say

OPENINGS = (
    "I twisted my ankle and the outside hurts",
    "the back of my heel hurts",
    "my calf hurts",
    "the front of my shin hurts",
    "my foot is numb",
    "my ankle is swollen",
    "my leg hurts and my back too",
)
TOLD = (
    "it hurts when I run",
    "it's both of them",
    "it is a dull ache",
    "it's stiff in the morning",
    "I do a lot of hills",
    "he's in a bad mood",
)
"""What is told beside a question."""
MOST = 40
"""The questions of a check, at most: a check that goes on asking would never end."""


def _questions(opening: str) -> Iterator[State]:
    """The questions of a check that is answered by plain noes, as they are put."""
    reply = say(State(pending="open-question", mine=True), opening)
    for _ in range(MOST):
        if not isinstance(reply, Asking) or reply.state.asking is None:
            return
        yield reply.state
        reply = say(reply.state, "no")


@pytest.mark.parametrize("unsure", [False, True])
@pytest.mark.parametrize("opening", OPENINGS)
def test_what_is_put_again_has_other_words(opening: str, unsure: bool) -> None:
    """Whether it was put once, or in plainer words already."""
    asked = list(_questions(opening))
    same = []
    for put in asked:
        state = replace(put, unsure=(str(put.asking),)) if unsure else put
        words = question.pending(knowledge(), state).question
        replies = {said: say(state, said) for said in TOLD}
        same += [
            (str(words), said)
            for said, reply in replies.items()
            if isinstance(reply, Asking) and reply.question == words
        ]

    assert len(asked) > 3
    assert not same
