"""Words of denial that belong to a meaning and deny nothing else, and those that doubt."""

from __future__ import annotations

from collections import defaultdict

from skill.understanding.grammar.matching import Match, calmed, lies_in
from skill.understanding.grammar.sentence import Sentence

BARELY = "<hardly>"
SPENDING = ("finding", "denial", "course")
"""Kinds of words to which a denial in them belongs."""


def spend(sentence: Sentence, found: list[Match], asked: str) -> None:
    """Note the words that deny nothing else, as they belong to a meaning, and those that doubt.

    Of a course that lies in words of the question the denial is theirs: "it doesn't ease", where
    it is `asked` whether it eases.
    """
    if not sentence.denies and BARELY not in sentence.classes:
        return
    calm = [m for m in found if m.kind == "harmless"]
    weakened: list[int] = []
    excepted: dict[str, list[Match]] = defaultdict(list)
    for match in found:
        if match.kind == "not":
            excepted[match.id].append(match)
    own = [m for m in found if m.kind == asked]
    for match in found:
        if match.kind not in SPENDING and match.id not in ("not-really", "not-sure"):
            continue  # As mostly.
        if own and match.kind == "course" and any(lies_in(one, match) for one in own):
            continue
        if calmed(match, calm) or calmed(match, excepted.get(match.id, [])):
            continue
        inside = [at for at in sentence.denies if match.start <= at < match.end]
        if match.kind == "answer" and _denies_what_follows(sentence, match.end - 1):
            inside = [at for at in inside if at < match.end - 1]
        sentence.spent.update(inside)
        if match.kind in ("answer", "asked", "closing"):
            sentence.doubts.update(at for at in inside if sentence.reach(at + 1, "<thinks>"))
            weakens = bool(inside) and not sentence.reach(inside[0], "<bare-no>")
            if match.id == "not-really" and (weakens or sentence.reach(match.start, BARELY)):
                inner = range(match.start + 1, match.end)  # "I don't think so, I have ..."
                weakened.append(next((at for at in inner if at in sentence.hard), match.end))
    sentence.weakened.update(at for at in weakened if not _goes_on(found, at))


def _goes_on(found: list[Match], at: int) -> bool:
    """Whether a finding goes on over a word: "can't really feel my toes"."""
    return any(m.kind in ("finding", "denial") and m.start < at < m.end for m in found)


def _denies_what_follows(sentence: Sentence, at: int) -> bool:
    """Whether the "no" in "I think no swelling" belongs to the swelling."""
    after = at + 1
    return (
        bool(sentence.reach(at, "<no>"))
        and after < len(sentence)
        and after not in sentence.hard
        and not sentence.reach(after, "<opens>")
    )
