"""What was once, and is over: "it was swollen, but that's gone"."""

from __future__ import annotations

from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match, meet
from skill.understanding.grammar.sentence import Sentence

NAME = 3
"""Words in the name of a sign, at most: "pins and needles"."""


def is_gone(sentence: Sentence, match: Match, marks: list[Match]) -> bool:
    """Whether it was, and is said to be gone."""
    first, after = clause(sentence, match.start)
    past = sentence.has("<past>", range(first, match.end))
    for mark in marks:
        if mark.start >= match.end and _tells_an_end(sentence, mark, marks, past):
            if _is_of_another_sign(sentence, mark, match):
                continue
            if mark.start < after:
                return past or not _has_its_own_subject(sentence, mark, match)
            following = clause(sentence, after)[0] if after < len(sentence) else after
            taken_up = sentence.reach(after, "<and>") and sentence.reach(after + 1, "<takes-up>")
            return following <= mark.start < following + 6 and bool(
                past or taken_up or sentence.reach(after, "<contrast>")
            )
        if mark.id == "was-once" and first <= mark.start < after:
            if sentence.reach(mark.start - 1, "<leads-to-a-part>"):
                continue  # "It was my back, then my foot."
            return not _begins_anew(sentence, mark.end, match.start)
    return False


def _tells_an_end(sentence: Sentence, mark: Match, marks: list[Match], past: bool) -> bool:
    """Whether a mark tells that something is over.

    What is told as `past` is over where it "is fine" by now; what is felt is only made light of:
    "my chest feels tight, but I'm okay".
    """
    if mark.id != "gone" and not (mark.id == "fine" and past):
        return False
    return not (
        _for_now(mark, marks)
        or _is_of_a_test(sentence, mark)
        or _never_went(sentence, mark)
        or sentence.reach(mark.end, "<in-part>")  # "It's gone down a bit."
    )


def _is_of_another_sign(sentence: Sentence, gone: Match, match: Match) -> bool:
    """Whether a sign with a name of its own has gone: "I fainted, but the giddiness has gone"."""
    end = gone.start
    while sentence.reach(end - 1, "<light>") and not sentence.reach(end - 1, "<sign>"):
        end -= 1
    named = (at for at in range(end - NAME, end) if at + sentence.reach(at, "<sign>") == end)
    at = next(named, None)
    if at is None or at < match.end:
        return False
    told = range(match.start, match.end)
    is_pain = sentence.reach(at, "<hurt>") and sentence.has("<hurt>", told)
    return not is_pain and sentence.words[at] not in sentence.words[match.start : match.end]


def _has_its_own_subject(sentence: Sentence, gone: Match, match: Match) -> bool:
    """Whether something else is said to be fine: "my legs feel weak, the bladder is fine"."""
    at = gone.start - 2
    return at >= match.end and bool(sentence.reach(at, "<determiner>"))


def _for_now(gone: Match, marks: list[Match]) -> bool:
    """Whether it comes again ("fine by the time I'm home"), moved on ("down to my toes"), or was
    allowed.

    "I'm pregnant, and my midwife says it's fine" takes nothing back.
    """
    return any(one.id in {"for-now", "cleared", "spreads"} and meet(one, gone) for one in marks)


def _is_of_a_test(sentence: Sentence, gone: Match) -> bool:
    """Whether a test is what is said to be fine: "the doctor told me the x ray is normal"."""
    return sentence.ends(gone.start, "<tested>", 2)


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
