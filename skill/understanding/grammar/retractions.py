"""What is told and half taken back in the same breath: "tingly, nah wait", "cold, but as ever"."""

from __future__ import annotations

from skill.understanding.grammar.clauses import is_subject
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.sentence import Sentence

BEHIND = 3
"""Words between what was told and what takes it back, at most."""


def is_taken_back(sentence: Sentence, match: Match) -> bool:
    """Whether words that take something back stand behind a match, and close to it."""
    if "<takes-back>" not in sentence.classes:
        return False
    behind = range(match.end, match.end + BEHIND + 1)
    return sentence.has("<takes-back>", behind)


WITHDRAWN = "withdrawn"
"""The mark of words behind which stands what was never told: "I didn't say that"."""
FAR = 7
"""Words between these and what they take back, at most."""


LEAST = 3
"""Words of a clause that says something, but for what joins it, at least."""


def is_said_of(sentence: Sentence, match: Match, marks: list[Match], id: str) -> bool:
    """Whether a match is what a mark leads to: what somebody takes back, or says that was said.

    What stands in a clause of its own behind it is told: "I didn't say numb, it's cold".
    """
    return any(
        mark.id == id
        and 0 <= match.start - mark.end <= FAR
        and not any(_ends(sentence, at) for at in range(mark.end + 1, match.start + 1))
        and not _goes_on(sentence, match)
        for mark in marks
    )


def _goes_on(sentence: Sentence, match: Match) -> bool:
    """Whether a match ends in a clause that says it outright: "you said it's red and it is red"."""
    words = range(match.start + 1, match.end - LEAST)
    return not sentence.hard.isdisjoint(words) and not sentence.denies_in(words)


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether something else begins at a word."""
    return (
        at in sentence.hard
        or bool(sentence.reach(at, "<contrast>") or sentence.reach(at, "<joins>"))
        or is_subject(sentence, at)
    )


LASTING = frozenset({"cold-foot"})
"""What is a danger only where it is new: feet may be cold by nature."""


def is_as_ever(sentence: Sentence) -> bool:
    """Whether it is said that something was so all along, and nothing is said to be new."""
    if "<as-ever>" not in sentence.classes:
        return False
    words = range(len(sentence))
    well = sentence.places("<well-now>")
    calm = {k for at in well for k in range(at, at + sentence.reach(at, "<well-now>"))}
    calm |= {at + 1 for at in sentence.denies}  # "But no, not numb."
    for at in sentence.denies:  # "Neither is worse than the other."
        if sentence.reach(at + 1, "<be>") and not sentence.reach(at, "<no>"):
            calm |= {at + 2, at + 3}
    new = (at for at in sentence.places("<newly>") if at not in calm)
    return next(new, None) is None and sentence.has("<as-ever>", words)
