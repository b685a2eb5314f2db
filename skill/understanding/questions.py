"""What a sentence answers to the question that is open, by what it tells."""

from __future__ import annotations

from collections.abc import Mapping

from skill.understanding.findings import Told
from skill.understanding.heard import Answer
from skill.understanding.polarity import Holds
from skill.understanding.reading import Reading
from skill.understanding.times import Time

AT: Mapping[str, Answer] = {"yes-at": "yes", "no-at": "no", "not-sure-at": "not_sure"}
"""What words answer that answer one question alone, by their kind."""

BEARING = frozenset({"can-bear-weight", "cannot-bear-weight"})
"""Questions to which "if I hold on to something" is neither yes nor no."""

SIX_WEEKS = 42
PLAIN = (None, "yes", "no")


def _turned(answer: Answer) -> Answer:
    return "no" if answer == "yes" else "yes" if answer == "no" else answer


def _was(told: list[Told], parts: tuple[str, ...]) -> bool:
    """Whether a part of the question was so, and is said to be over."""
    return any(one.holds is Holds.OVER and one.id in parts for one in told)


def answer_by_content(
    reading: Reading,
    answer: Answer | None,
    facts: Mapping[str, bool],
    told: list[Told],
    span: Time | None,
) -> Answer | None:
    """The answer, where the findings, the time or the words of this question tell it.

    A part of the question that is so makes it a yes, whatever plain "no" stands before it.
    """
    question, parts = reading.context.question, reading.context.parts
    aided = reading.has("aided") and not facts.get("cannot-bear-weight")
    if aided and set(parts) & BEARING and answer in (None, "yes", "no"):
        return "kind_of"
    yes = [part for part in parts if facts.get(part)]
    no = [part for part in parts if facts.get(part) is False]
    if reading.context.alarm_is_no:
        if question and facts.get(question) is False:
            return "no"
        if question and facts.get(question) and answer in PLAIN:
            return "yes"
    elif yes:
        if answer is None and reading.has("hedge"):
            return "kind_of"
        return "yes" if answer in (None, "no", "not_really", "not_sure") else answer
    elif answer == "no" and reading.context.talk == "before-exercise" and _was(told, parts):
        return "kind_of"  # "No, yesterday it was a bit swollen, but today is fine."
    elif no and answer is None and 2 * len(no) >= len(parts) - 1:
        return "not_really" if reading.has("as-such") else "no"
    if answer == "no" and reading.has("as-such"):
        return "not_really"
    here = [m for m in reading.of(*AT) if m.id == question]
    # Who can "if I limp" can, as the question allows for it.
    open_to = (*PLAIN, "kind_of", "only_when") if reading.context.alarm_is_no else PLAIN
    leads = [m for m in (*reading.of("answer"), *here) if m.start == 0]
    if any(m.kind == "no-at" or m.id == "no" for m in leads) and here:
        open_to = (*open_to, "only_when")  # "No, only when I walk" is a no to pain at rest.
    if here and answer in open_to:
        most = max(here, key=lambda m: m.end - m.start)
        denies_itself = most.kind == "no-at" and reading.sentence.reach(most.start, "<not>")
        denies_all = no and AT[most.kind] == "no"  # "I'm not breathless and my chest is fine."
        if denies_itself or denies_all or reading.holds(most) is not Holds.IS_NOT:
            return AT[most.kind]  # "Not one spot, and never broken it" denies twice.
        inside = any(reading.sentence.reach(at, "<not>") for at in range(1, most.start))
        if answer == AT[most.kind] == "no" and not inside:
            return "no"  # "No, warm as toast."
        return _turned(AT[most.kind])
    if answer is not None:
        return answer
    if _was(told, parts):
        return "kind_of"
    if any(one.holds is Holds.LONG_AGO and one.id in parts for one in told):
        return "no"
    if question == "over-six-weeks" and span is not None:
        return "yes" if span.days > SIX_WEEKS else "no"
    if reading.context.talk == "check" and reading.has("question"):
        return "not_sure"
    return None
