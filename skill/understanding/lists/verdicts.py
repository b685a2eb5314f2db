"""What is said of a thing in a list of them, before its name or behind it: "no", "yeah a bit"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Literal

from msgspec import Struct

from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.sentence import Sentence

ASIDE = 2
"""Light words between a name and what is said of it, at most: "the tingling part, no"."""
BEFORE = 3
"""Light words between what is said of a thing and its name, at most: "no, the skin"."""
SURE = "yes"
GRAVER = (SURE, "maybe", "not-really", "no")
"""The verdicts, gravest first: where two of them may be meant, it is the graver."""
GOES_ON = ("<joins>", "<contrast>", "<instead>", "<asks-on>", "<asks-behind>", "<subject>")
"""Classes of words before which a "no" denies nothing that follows."""
FOLLOWS = (*GOES_ON, "<light>", "<yes-word>")
"""Classes of words before which a "no" denies what stands before it."""
KNOWN = ("finding", "denial", "course", "hurts")
"""Kinds of what is told: a "no" right before one may be its own."""
SORE = "hurts"
"""What hurts, which the no to something else does not deny."""
LINKS = ("<joins>", "<contrast>", "<correction>")
"""Classes of words between two verdicts on one thing: "no wait yes"."""


class Gap(Struct, frozen=True, gc=False):
    """What stands between two things that are named, before the first or behind the last.

    `after` is the verdict right behind the one, which `ends` before a word, `before` that right
    before the other, which `begins` at a word; `shared` tells that both are the same words.
    `marked`: an "only" marks what follows. `outright`: the first begins with a yes or a no.
    `opposes`: a "but" leads to the other; `turns`: one leads from the one to a denial. `bare`:
    nothing more is said of the one. `loose`: the word before the other may begin a clause.
    `joins`: nothing but a word like "or" stands between.
    """

    after: str | None = None
    before: str | None = None
    begins: int | None = None
    shared: bool = False
    marked: bool = False
    outright: bool = False
    opposes: bool = False
    turns: bool = False
    bare: bool = False
    ends: int = 0
    loose: bool = False
    trails: bool = False
    says: bool = False
    joins: Literal["", "or", "and"] | None = None


def graver(one: str | None, other: str | None) -> str | None:
    """The graver of two verdicts that may be none."""
    return next((name for name in GRAVER if name in (one, other)), None)


def is_outright(sentence: Sentence, verdict: Match) -> bool:
    """Whether a verdict begins with a yes or denies: no "a bit"."""
    denies = sentence.denies_in(range(verdict.start, verdict.end))
    return denies or bool(sentence.reach(verdict.start, "<yes-word>"))


def verdicts(sentence: Sentence, found: Sequence[Match]) -> list[Match]:
    """The verdicts of a sentence in order, each as long as it goes; an "only" is one, too."""
    given: list[Match] = []
    begins = {m.start for m in found if m.kind == "item"}
    said = [m for m in found if m.kind == "verdict"]
    said += [Match("only", SURE, at, at + 1) for at in sentence.places("<nothing-but>")]
    said += [
        Match("only", SURE, at, at + sentence.reach(at, "<excepting>"))
        for at in sentence.places("<excepting>")
    ]
    for match in sorted(said, key=lambda m: (m.start, -m.end)):
        if given and match.start < given[-1].end:
            continue
        if sentence.reach(match.start, "<no-negation>") > match.end - match.start:
            continue  # "No doubt".
        if sentence.reach(match.end - 1, "<some-of>") > 1:
            continue  # "Just a bit of a bruise", of something else.
        if _is_of_another(sentence, found, match):
            continue  # "Not numb, just a bit sore".
        if match.id == "rest" and any(
            m.kind == "item" and m.start < match.start < m.end for m in found
        ):
            continue  # "Pain at rest, no".
        if _goes_on(sentence, match, begins):
            continue  # "It is only bruised".
        given.append(match)
    return given


def _is_of_another(sentence: Sentence, found: Sequence[Match], verdict: Match) -> bool:
    """Whether an amount leads to what is told besides, and names nothing that is asked for."""
    if (
        verdict.kind == "only"
        or verdict.id != SURE
        or sentence.has("<yes-word>", range(verdict.start, verdict.end))
    ):
        return False
    behind = [m for m in found if m.start == verdict.end]
    return any(m.kind == SORE for m in behind) and all(m.kind != "item" for m in behind)


def _goes_on(sentence: Sentence, match: Match, begins: Set[int]) -> bool:
    """Whether an "it is" or an "I can't say" goes on with what is so; a name `begins` anew."""
    if match.end == len(sentence):
        return False
    if match.id == SURE:
        if sentence.reach(match.start, "<yes-word>") or not sentence.reach(match.end - 1, "<aux>"):
            return False
    elif match.id != "maybe" or not sentence.denies_in(range(match.start, match.end)):
        return False
    ends = sentence.is_one_of(match.end, LINKS)
    return not ends and not (match.id != SURE and match.end in begins)


def gap(
    sentence: Sentence, found: Sequence[Match], given: Sequence[Match], start: int, end: int
) -> Gap:
    """The gap of the words `start` up to `end`, which `given` verdicts may stand in."""
    here = [v for v in given if start <= v.start and v.end <= end and v.id != "rest"]
    ahead = _ahead(sentence, here, end)
    behind = _behind(sentence, found, here, start, end)
    shared = bool(ahead and behind == [ahead])
    if ahead and len(behind) > 1 and behind[-1] == ahead:
        behind = behind[:-1]
    after = None
    for one in behind:
        after = graver(after, one.id)
    between = range(start, end)
    return Gap(
        after=after,
        before=ahead.id if ahead else None,
        begins=ahead.start if ahead else None,
        shared=shared,
        marked=bool(ahead and ahead.kind == "only"),
        outright=bool(behind and is_outright(sentence, behind[0])),
        loose=bool(ahead and ahead.end < end and sentence.reach(ahead.end, "<opens>")),
        says=bool(behind and behind[0].start == start and sentence.reach(start, "<aux>")),
        trails=bool(ahead and _trails(sentence, ahead, start)),
        opposes=_opposes(sentence, end),
        bare=_is_bare(sentence, here, start, end),
        ends=behind[-1].end if behind else start,
        turns=bool(ahead and ahead.id == "no" and sentence.reach(start, "<contrast>")),
        joins=_joins(sentence, between) if not here else None,
    )


def _ahead(sentence: Sentence, here: Sequence[Match], end: int) -> Match | None:
    """The verdict right before the word `end`, light words aside."""
    if not here or end >= len(sentence):
        return None
    last = here[-1]
    between = range(last.end, end)
    near = len(between) <= BEFORE and all(sentence.reach(at, "<light>") for at in between)
    answers = (
        between and sentence.reach(last.end - 1, "<no>") and sentence.reach(last.end, "<opens>")
    )
    return last if near and not answers else None  # "No, my chest hurts."


def _trails(sentence: Sentence, verdict: Match, start: int) -> bool:
    """Whether a "sort of" stands behind words that tell something: "she landed on her feet, sort
    of", but not "it is sort of".
    """
    if verdict.id != SURE or is_outright(sentence, verdict):
        return False
    before = verdict.start - 1
    tells = before >= start and not sentence.is_one_of(before, ("<light>", "<aux>", *LINKS))
    return tells and not sentence.reach(before, "<adverb>") and before not in sentence.denies


def _behind(
    sentence: Sentence, found: Sequence[Match], here: Sequence[Match], start: int, end: int
) -> list[Match]:
    """The verdicts that follow the word before `start`, without a word of anything else."""
    run: list[Match] = []
    at, steps = start, ASIDE
    for one in here:
        if one.kind == "only" and (run or one.end < end or end < len(sentence)):
            break  # "Fine, just fat and purple"; but "tingling only".
        while at < one.start and steps and not run and _is_aside(sentence, at):
            at, steps = at + 1, steps - 1
        while run and at < one.start and sentence.is_one_of(at, LINKS):
            at += max(sentence.reach(at, name) for name in LINKS)
        if at != one.start or not _stands_alone(sentence, found, one, end):
            break
        if run and at == run[-1].end and _is_of_soreness(sentence, found, one):
            break
        run.append(one)
        at, steps = one.end, 0
    return run


def _is_of_soreness(sentence: Sentence, found: Sequence[Match], one: Match) -> bool:
    """Whether it is said of what hurts, behind another verdict: "hot no, just a bit sore"."""
    follows = any(m.kind == "hurts" and m.start == one.end for m in found)
    return follows and one.id == SURE and not is_outright(sentence, one)


def _is_aside(sentence: Sentence, at: int) -> bool:
    """Whether a word may stand between a name and its verdict: "the tingling part, no". A
    "sometimes" is a verdict itself.
    """
    tells = sentence.is_one_of(at, ("<subject>", "<article>", "<now-and-then>"))
    return bool(sentence.reach(at, "<light>")) and not tells


def _stands_alone(sentence: Sentence, found: Sequence[Match], one: Match, end: int) -> bool:
    """Whether a verdict denies nothing that stands behind it: "swollen, no change"."""
    after = one.end
    if one.id == SURE and after < end and not is_outright(sentence, one):
        return sentence.is_one_of(after, FOLLOWS)  # "A bit", not "a bit tight".
    if after >= end or one.id != "no" or one.end - 1 not in sentence.denies:
        return True
    known = [m for m in found if m.kind in KNOWN and m.end <= end]
    if sentence.reach(after, "<a-bit>"):  # "Fever no, bit sore."
        known = [m for m in known if m.kind != SORE]
    if any(m.start in (after, after + 1) for m in known):
        return False
    if not sentence.reach(one.end - 1, "<no>"):
        return True  # "Fever nothing, let's go."
    return sentence.is_one_of(after, FOLLOWS) or after in sentence.denies


def _is_bare(sentence: Sentence, here: Sequence[Match], start: int, end: int) -> bool:
    """Whether nothing follows a name but a link to the next, light words or the end."""
    stop = here[0].start if here else end
    return all(sentence.is_one_of(at, (*LINKS, "<light>")) for at in range(start, stop))


def _opposes(sentence: Sentence, at: int) -> bool:
    """Whether a "but" stands right before a word, light words aside."""
    while sentence.reach(at - 1, "<light>"):
        at -= 1
    return sentence.ends(at, "<contrast>", 2)


def _joins(sentence: Sentence, between: Iterable[int]) -> Literal["", "or", "and"] | None:
    """Which word joins two names, if nothing but light words stands beside it."""
    join: Literal["", "or", "and"] = ""
    for at in between:
        if sentence.reach(at, "<or>"):
            join = "or"
        elif sentence.reach(at, "<and>"):
            join = "and"
        elif not sentence.reach(at, "<light>"):
            return None
    return join
