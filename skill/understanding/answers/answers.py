"""Yes, no and all that lies between, out of a sentence that may hold more."""

from __future__ import annotations

from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.heard import AnswerHeard

_JOINED: dict[tuple[str, str], AnswerHeard] = {
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


def answers(sentence: Sentence, found: list[Match], refused: int = 0) -> list[Match]:
    """The answers of a sentence in order: leading, closing, and at the start of its clauses.

    One may lead behind what was only taken up before it, where it is `refused`.
    """
    candidates = sorted(
        (m for m in found if m.start not in sentence.repeated),
        key=lambda m: (m.start, -m.end),
    )
    told: list[Match] = []
    at = 0
    for match in candidates:
        if match.start >= at and _counts(sentence, match, told, candidates, refused):
            told.append(match)
            at = match.end
    return told


def _counts(
    sentence: Sentence, match: Match, told: list[Match], candidates: list[Match], refused: int
) -> bool:
    """Whether words that may be an answer are one where they stand."""
    at, end = match.start, match.end
    # "No, it was never", "I couldn't tell you, I do not own one".
    denied = bool(told) and told[0].start in (0, refused) and told[0].id in ("no", "not-sure")
    affirms = match.kind == "answer" or (match.kind == "echo" and (denied or at == 0))
    turned = affirms and match.id == "yes" and sentence.reach(end, "<not>")
    if turned and end - at > 1 and not sentence.reach(end + 1, "<not>"):
        return False  # "It certainly does" in "it certainly doesn't", "I have" in "I have not".
    begins = at in (0, refused, sentence.reach(0, "<told-already>"))
    leads = all(m.end <= at for m in told) and (begins or (bool(told) and told[-1].end == at))
    if match.kind == "closing":  # "Wiggle them, yes, of course, why?"
        return end == len(sentence) or (match.id == "yes" and _asks_on(sentence, end))
    if match.kind == "ending":  # "On rough ground it does."
        return at in sentence.hard and bool(sentence.reach(0, "<occasion>"))
    if match.kind == "echo":
        return (leads or (bool(told) and _turns(sentence, at))) and _ends(sentence, end, candidates)
    return (
        leads
        or (match.id == "yes" and end in sentence.hard)  # "At night yes it wakes me."
        or (match.id == "only-when" and bool(sentence.reach(at, "<contrast>")))
        or (end == len(sentence) and _opens(sentence, at))
        or (_turns(sentence, at) and (match.id != "no" or _ends(sentence, end, candidates)))
    )


def _asks_on(sentence: Sentence, at: int) -> bool:
    """Whether no more than a "why" or so stands from a word on."""
    return bool(sentence.reach(at, "<asks-on>")) and at == len(sentence) - 1


def _turns(sentence: Sentence, at: int) -> bool:
    """Whether a contrast or a correction stands right before a word."""
    return sentence.ends(at, "<correction>", 4) or any(
        sentence.reach(at - back, "<contrast>") == back
        or (
            sentence.reach(at - back - 1, "<contrast>") == back
            and sentence.reach(at - 1, "<joins>")
        )
        for back in (1, 2)
    )


def _opens(sentence: Sentence, at: int) -> bool:
    return at == 0 or at in sentence.hard or bool(sentence.reach(at - 1, "<joins>"))


def _ends(sentence: Sentence, end: int, candidates: list[Match]) -> bool:
    following = [m for m in candidates if m.start == end and m.kind == "answer"]
    return (
        end == len(sentence)
        or end in sentence.hard
        or bool(sentence.reach(end, "<joins>"))
        or (
            bool(following)
            and not _denies_a_thing(sentence, end, following)
            and not _is_turned(sentence, end, following)
        )
    )


def _denies_a_thing(sentence: Sentence, at: int, following: list[Match]) -> bool:
    """Whether a "no" is that of "there is no strength", or a "never" that of "I have never been
    on them", and no answer.
    """
    after = at + 1
    never = all(m.end == after and m.id == "no" for m in following) and sentence.reach(at, "<not>")
    denies = sentence.reach(at, "<no>") or never
    return bool(denies) and after < len(sentence) and after not in sentence.hard


def _is_turned(sentence: Sentence, at: int, following: list[Match]) -> bool:
    """Whether a "not" turns the words of a no behind it: "it doesn't look normal"."""
    if at - 1 not in sentence.denies:
        return False
    return all(m.id == "no" and not sentence.denies_in(range(m.start, m.end)) for m in following)


def joined(told: list[Match], sentence: Sentence | None = None) -> AnswerHeard | None:
    """What the answers of a sentence come to; the last clause wins.

    With the `sentence` of a question about the body, what is fine beside a yes ("yes, but my
    breathing is fine") takes nothing from it.
    """
    if sentence and sentence.listed and any(match.id == "yes" for match in told):
        return "yes"  # "The ankle bone yes, the foot no."
    answer: str | None = None
    before: Match | None = None
    for match in told:
        id = match.id.replace("-", "_")
        if answer == "yes" and id == "no" and before and before.kind == "echo":
            answer = "kind_of"  # "It was, but it isn't now."
        elif (
            answer == "yes"
            and id == "no"
            and sentence
            and not sentence.denies_in(range(match.start, match.end))
        ):
            answer = "kind_of"
        elif answer == "no" and id == "yes" and sentence and _was_always(sentence, match):
            answer = "not_sure"  # "No, always been like that": it may be the no that was so.
        else:
            answer = id if answer is None else _JOINED.get((answer, id), id)
        before = match
    return answer  # type: ignore[return-value]


def _was_always(sentence: Sentence, match: Match) -> bool:
    """Whether words that may be a yes only say that it was so all along, and no plain yes."""
    words = range(match.start, match.end)
    return sentence.has("<as-ever>", words) and not sentence.has("<contrast>", range(match.start))
