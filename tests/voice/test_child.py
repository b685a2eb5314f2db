"""To whoever answers for a child, every question is put of the child."""

from __future__ import annotations

import re

from skill.library.region import regional
from tools.content.load import load

WORDS = load().words["en"]
OF_CHILD = regional(WORDS.of_child)
OF_THE_LISTENER = re.compile(
    r"\b(are|do|have|can|did|were|had) you\b"
    r"|\byour (?!child|finger\b|doctor)\w+"
)
ASKED_OF_THE_PARENT = ("have you noticed", "do you or a doctor")


def test_no_question_is_put_of_the_parent() -> None:
    questions = [
        text
        for kind in (WORDS.red_flags, WORDS.gates, WORDS.findings)
        for words in kind.values()
        for text in (words.ask, words.reprompt, getattr(words, "plainer", None))
        if text
    ]
    put = {text: OF_CHILD(text) for text in questions}
    wrong = [
        text
        for text in put.values()
        if OF_THE_LISTENER.search(text.lower())
        and not any(allowed in text.lower() for allowed in ASKED_OF_THE_PARENT)
    ]
    assert wrong == []
