"""What was once, and is over: "it was swollen, but that's gone"."""

from __future__ import annotations

from skill.understanding.clauses import clause
from skill.understanding.matching import Match, Sentence, meet


def is_gone(sentence: Sentence, match: Match, marks: list[Match]) -> bool:
    """Whether it was, and is said to be gone."""
    first, after = clause(sentence, match.start)
    for mark in marks:
        if (
            mark.id == "gone"
            and mark.start >= match.end
            and not (
                _for_now(mark, marks)
                or _is_of_a_test(sentence, mark)
                or _never_went(sentence, mark)
            )
        ):
            if mark.start < after:
                return True
            following = clause(sentence, after)[0] if after < len(sentence) else after
            past = any(sentence.reach(at, "<past>") for at in range(first, match.end))
            taken_up = sentence.reach(after, "<and>") and sentence.reach(after + 1, "<takes-up>")
            return following <= mark.start < following + 6 and bool(
                past or taken_up or sentence.reach(after, "<contrast>")
            )
        if mark.id == "was-once" and first <= mark.start < after:
            return not _begins_anew(sentence, mark.end, match.start)
    return False


def _for_now(gone: Match, marks: list[Match]) -> bool:
    """Whether it comes again ("fine by the time I'm home"), moved on ("down to my toes"), or was
    allowed.

    "I'm pregnant, and my midwife says it's fine" takes nothing back.
    """
    return any(one.id in {"for-now", "cleared", "spreads"} and meet(one, gone) for one in marks)


def _is_of_a_test(sentence: Sentence, gone: Match) -> bool:
    """Whether a test is what is said to be fine: "the doctor told me the x ray is normal"."""
    return any(sentence.reach(gone.start - back, "<tested>") == back for back in (1, 2))


def _never_went(sentence: Sentence, gone: Match) -> bool:
    """Whether it is denied that it went: "it never healed right", "it hasn't settled"."""
    at = gone.start - 1
    while sentence.reach(at, "<adverb>") and at not in sentence.denies:
        at -= 1
    return at in sentence.denies and not sentence.reach(at, "<no>")


def _begins_anew(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another thing is named between: "when I was at school, and the outside hurts"."""
    return any(
        sentence.reach(at, "<joins>") and sentence.reach(at + 1, "<determiner>")
        for at in range(start, end)
    )
