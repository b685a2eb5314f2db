"""Another question in the same breath: answered too where that is short, else put off."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog.answers import topics
from skill.dialog.reply import Act, Asking, Reply
from skill.interview.interview import Knowledge
from skill.library.answer_texts import ANSWERS, answer_texts
from skill.library.speech_length import spoken_seconds
from skill.library.types import Care

MOST_SECONDS = 15.0
"""The longest that two answers may take together."""


def answer_too(knowledge: Knowledge, taken: Reply, also: str | None) -> Reply:
    """The reply to a question, and the answer to another that was put in the same breath.

    Where both are too long, or the level leaves the other one out, it may be asked again.
    """
    if also is None or not isinstance(taken, Asking) or taken.state.result is None:
        return taken
    first = next((act for act in taken.said if act.id in ANSWERS), None)
    act = topics.short_answer(knowledge, taken.state, also)
    if first is None and act is None:
        return taken  # "Can I run, and can I swim?": the level leaves out both.
    if first is None or act is None or _seconds(knowledge, first, act) > MOST_SECONDS:
        if taken.state.result.care is Care.EMERGENCY:
            return taken  # Nothing else is worth asking then.
        act = Act("rest-later")
    said = tuple(one for one in taken.said if one.id != "still-urgent")
    return replace(taken, said=(*said, act))


def _seconds(knowledge: Knowledge, *acts: Act) -> float:
    words = knowledge.library.first_words
    texts = (text for act in acts for text in answer_texts(words, act.id, act.about or ""))
    return spoken_seconds(" ".join(texts))
