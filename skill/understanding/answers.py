"""Yes, no and all that lies between, out of a sentence that may hold more."""

from __future__ import annotations

from skill.understanding.heard import Answer
from skill.understanding.matching import Match, Sentence

_JOINED: dict[tuple[str, str], Answer] = {
    ("yes", "no"): "no",
    ("no", "yes"): "yes",
    ("kind_of", "no"): "kind_of",
    ("kind_of", "yes"): "kind_of",
    ("kind_of", "not_sure"): "kind_of",
    ("not_really", "no"): "not_really",
    ("not_really", "yes"): "kind_of",
    ("yes", "not_really"): "kind_of",
    ("not_sure", "yes"): "kind_of",
    ("not_sure", "no"): "not_really",
    ("only_when", "yes"): "only_when",
    ("only_when", "no"): "only_when",
    ("only_when", "kind_of"): "only_when",
    ("only_when", "not_sure"): "only_when",
    ("only_when", "not_really"): "only_when",
}
"""What two answers in one sentence come to; elsewhere the later one counts."""


def answers(sentence: Sentence, found: list[Match]) -> list[Match]:
    """The answers of a sentence in order: leading, closing, and at the start of its clauses."""
    candidates = sorted(
        (m for m in found if m.kind in ("answer", "echo", "closing")),
        key=lambda m: (m.start, -m.end),
    )
    told: list[Match] = []
    at = 0
    while at < len(sentence):
        here = [
            m for m in candidates
            if m.start == at and (_opens(sentence, at, told) or m.end == len(sentence))
            and (m.kind != "echo" or _ends(sentence, m.end, candidates))
            and (m.kind != "closing" or m.end == len(sentence))
        ]
        if here:
            best = here[0]
            told.append(best)
            at = best.end
        else:
            at += 1
    return told


def _opens(sentence: Sentence, at: int, told: list[Match]) -> bool:
    if at == 0 or at in sentence.hard:
        return True
    if told and told[-1].end == at:
        return True
    return bool(sentence.reach(at - 1, "<joins>") or sentence.reach(at - 1, "<contrast>"))


def _ends(sentence: Sentence, end: int, candidates: list[Match]) -> bool:
    return (
        end == len(sentence)
        or end in sentence.hard
        or bool(sentence.reach(end, "<joins>"))
        or any(m.start == end and m.kind == "answer" for m in candidates)
    )


def joined(told: list[Match]) -> Answer | None:
    """What the answers of a sentence come to; the last clause wins."""
    answer: str | None = None
    for match in told:
        id = match.id.replace("-", "_")
        answer = id if answer is None else _JOINED.get((answer, id), id)
    return answer  # type: ignore[return-value]
