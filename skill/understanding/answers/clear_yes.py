"""Whether a yes to a danger is a clear one: what is told in any other way is asked about once.

"Numb? Only between the ears", "no chills, I'd love a chill in this weather": whatever was heard,
an emergency must not follow from words that hold a no, an "only", a habit, somebody else or what is
over, and no yes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from skill.understanding.answers.taken_up import is_turned_round
from skill.understanding.findings.asides import Aside, asides
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.polarity import Holds
from skill.understanding.heard import YESES, AnswerHeard, Heard
from skill.understanding.reading.helpers import helping
from skill.understanding.reading.reading import Reading
from skill.understanding.reading.segments import segments

OF_NO_YES = ("<over-and-done>", "<if-anything>")
"""Classes of words of what is over, and of what is said for the sake of it."""

BY_HABIT = ("<habit-word>", "<as-ever>")
"""Classes of words of what was so all along."""

OF_ANOTHER = ("<kin>", "<adult-word>", "<further-kin>", "<pet>", "<another-thing>")
"""Classes of words of somebody or something else."""

BYSTANDER = "bystander"
"""The mark of who looked at the leg and says what is the matter."""

ANSWERS_NO = ("<no-word>", "<no>", "<exclaims>")
"""Classes of words that answer no, and of what is called out beside them."""

BEFORE = 3
"""Words between a "no" and what it denies, at most."""


def with_doubts(reading: Reading, heard: Heard) -> Heard:
    """The same, with what is told in words that are no clear yes."""
    if not reading.context.looks_for_danger:
        return heard
    asked = reading.context.question or ""
    told = [id for id, true in heard.findings.items() if true]
    told += [id for id in heard.danger if id not in told]
    if heard.answer in YESES and asked not in told:
        told.append(asked)
    if heard.answer == "not_sure" and not told and not _says_unsure(reading):
        return replace(heard, unclear=(asked,))  # It was only not understood.
    if not told or _says_yes(reading):
        return heard
    heard = _without_what_another_has(reading, heard)
    unclear = tuple(id for id in told if _is_unclear(reading, heard, id))
    if not unclear:
        return heard
    asked_for = {*reading.context.parts, asked}
    gone = _denied_so(reading, heard) if asked_for.intersection(unclear) else set()
    return _denied(reading, heard, gone) if gone else replace(heard, unclear=unclear)


def _says_unsure(reading: Reading) -> bool:
    """Whether somebody says that they don't know."""
    said = any(m.id == "not-sure" for m in reading.of("answer", "closing"))
    at = f"not-sure-at-{reading.context.question}"
    named = any(m.id in reading.context.parts for m in reading.of("not-sure-at", at))
    return said or named or bool(reading.sentence.doubts)


def _denied_so(reading: Reading, heard: Heard) -> set[str]:
    """What is asked for, and what its words tell besides, where all of them are turned round or
    said by the way; nothing where they are not.
    """
    context = reading.context
    asked = context.asked
    kinds = ("finding", "yes-at", f"at-{context.question}", "danger")
    found = [m for m in reading.found if m.kind in kinds or _names(m)]
    tells = [m for m in found if _is_told(heard, m) or m.id == context.question]
    own = [m for m in tells if m.id in asked]
    starts = {m.start for m in own}
    gone = asked | {m.id for m in tells if m.start in starts}
    if {*heard.danger} - gone:
        return set()
    if own and is_turned_round(reading, own):
        return gone
    counts = heard.answer in YESES if context.doubted else own and heard.answer == "yes"
    if not counts or heard.answer == "only_when":  # "Only when I climb" is breath on effort.
        return set()
    first = [one for one in asides(reading) if one.tells is None and not one.of_another]
    aside = list(asides(reading)) if context.doubted else first
    by_the_way = aside and all(any(_tells_nothing(one, m) for one in aside) for m in own)
    return gone if by_the_way else set()


def _names(match: Match) -> bool:
    """Whether a match is the name of a thing of several, or its word at its own question."""
    return match.kind == "item" or match.kind == f"at-{match.id}"


def _tells_nothing(aside: Aside, match: Match) -> bool:
    """Whether a match lies in what is said by the way, which may tell it for nothing."""
    tells = aside.tells is None or (match.id in aside.tells and not aside.asks)
    return tells and match.start in aside.words


def _denied(reading: Reading, heard: Heard, gone: set[str]) -> Heard:
    """The same without what is denied so: it is asked about once, and then it is a no."""
    facts = {id: so for id, so in heard.findings.items() if not so or id not in gone}
    said: AnswerHeard = "no" if reading.context.doubted else "not_sure"
    return replace(heard, answer=said, findings=facts, danger=(), unclear=())


def _without_what_another_has(reading: Reading, heard: Heard) -> Heard:
    """The same but for what is told by the way of somebody or something else beside a no: "no, the
    only numb thing here is my husband", asked whether the calf is swollen.
    """
    sentence = reading.sentence
    if not (sentence.reach(0, "<no-word>") or sentence.reach(0, "<no>")):
        return heard
    tells = [m for m in reading.of("finding") if heard.findings.get(m.id)]
    apart = [m for m in tells if m.id not in (*reading.context.parts, *heard.danger)]
    own = {m.id for m in apart if not _is_borne_by_another(reading, m)}
    gone = {m.id for m in apart} - own
    if not gone:
        return heard
    findings = {id: so for id, so in heard.findings.items() if id not in gone}
    return replace(heard, findings=findings)


def _is_borne_by_another(reading: Reading, match: Match) -> bool:
    """Whether the words before it in its part, or those that it is said of, are of another."""
    sentence = reading.sentence
    for part in _parts_of(reading, [match]):
        behind = part.stop if sentence.reach(match.end, "<be>") else match.end
        words = [*range(part.start, match.start), *range(match.end, behind)]
        if _is_of_another(reading, words):
            return True
    return False


def _says_yes(reading: Reading) -> bool:
    """Whether a sentence begins or ends with a plain yes."""
    sentence = reading.sentence
    ends = {m.start for m in reading.of("answer", "closing") if m.id == "yes"}
    first = next((at for at in range(len(sentence)) if not sentence.reach(at, "<exclaims>")), 0)
    return any(
        sentence.reach(at, "<yes-word>") and at in ends for at in (0, first, len(sentence) - 1)
    )


def _is_unclear(reading: Reading, heard: Heard, id: str) -> bool:
    """Whether what tells something stands beside words that may take it from it.

    What is asked is meant by the whole sentence, and what is volunteered by its own part alone.
    """
    context, sentence = reading.context, reading.sentence
    kinds = ("finding", "yes-at", f"at-{context.question}", "danger")
    tells = [m for m in reading.of(*kinds) if _is_told(heard, m)]
    own = [m for m in tells if m.id == id or id == context.question]
    whole = range(len(sentence))
    parts = [whole] if id in context.parts or not own else _parts_of(reading, own)
    by_itself = id in context.parts and _stands_by_itself(reading, own)
    around = _parts_of(reading, own) if by_itself else parts
    said = {at for m in tells for at in range(m.start, m.end)}
    covered = said | set(_of_denied(reading, heard))
    named = own or [m for m in reading.found if m.id == id and _names(m)]
    if named and is_turned_round(reading, named):
        return True
    return any(_is_doubted(reading, part, covered, own) for part in parts) or any(
        _is_of_another(reading, [at for at in part if at not in said]) for part in around
    )


def _stands_by_itself(reading: Reading, own: list[Match]) -> bool:
    """Whether what tells something has a subject of its own in its part, and nothing is denied:
    "my foot is numb and the dog is barking".
    """
    sentence = reading.sentence
    if not own or sentence.denies or sentence.has("<only>", range(len(sentence))):
        return False
    first = min(m.start for m in own)
    return any(
        at < first and (sentence.reach(at, "<it-word>") or sentence.reach(at, "<own-as>"))
        for part in _parts_of(reading, own)
        for at in part
    )


def _is_told(heard: Heard, match: Match) -> bool:
    """Whether a match tells something of what was heard."""
    return bool(heard.findings.get(match.id)) or match.id in heard.danger


def _parts_of(reading: Reading, matches: Iterable[Match]) -> list[range]:
    """The parts of a sentence in which some matches lie."""
    starts = {m.start for m in matches}
    parts = [part for part in segments(reading.sentence) if not starts.isdisjoint(part)]
    return [range(_behind_the_answer(reading, part), part.stop) for part in parts]


def _behind_the_answer(reading: Reading, part: range) -> int:
    """The word behind a "no" that begins the sentence and answers what is asked."""
    sentence, at = reading.sentence, part.start
    while part.start == 0 and at + 1 < part.stop and sentence.is_one_of(at, ANSWERS_NO):
        at += 1
    return at


def _of_denied(reading: Reading, heard: Heard) -> Iterator[int]:
    """The words that deny another thing: "hot, but not red"."""
    for m in reading.of("finding", "denial"):
        if heard.findings.get(m.id) is False and reading.holds(m) is not Holds.IS:
            yield from range(max(0, m.start - BEFORE), m.end)


def _is_doubted(reading: Reading, part: range, covered: set[int], own: list[Match]) -> bool:
    """Whether words of a part, but for those that tell something, may take it from it.

    Behind a contrast it stands by itself: "no, but my chest feels tight".
    """
    sentence = reading.sentence
    named = [m for m in own if m.kind == "finding"] or own
    first = min((m.start for m in named), default=part.stop)
    turns = [at for at in part if sentence.reach(at, "<contrast>")]
    starts = sorted(m.start for m in named) or [part.start]
    if sentence.reach(0, "<no-word>") or not turns:
        starts = starts[-1:]
    begins = max((at + 1 for at in turns if at < starts[-1]), default=part.start)
    if len(starts) > 1 and starts[0] < turns[0]:
        begins = part.start  # "The left one's gone cold, though they're always cold."
    first = max(first, begins)
    ends = min((at for at in turns if at > first), default=part.stop)
    free = [at for at in range(begins, part.stop) if at not in covered]
    says_no = sentence.has("<no-word>", free) or sentence.has("<no>", free)
    return (
        says_no
        or any(at in sentence.denies and at < first for at in free)
        or any(sentence.has(name, range(begins, part.stop)) for name in OF_NO_YES)
        or any(sentence.has(name, range(begins, ends)) for name in BY_HABIT)
        or _is_only_of_another(reading, range(begins, part.stop), first, named)
    )


def _is_only_of_another(reading: Reading, part: range, first: int, told: list[Match]) -> bool:
    """Whether an "only" leads to no part of the leg, or a "just" behind what is told to something
    that is one's own: "numb just my wallet". One that what is told begins with takes nothing from
    it: "only the stairs make me puff since yesterday".
    """
    sentence = reading.sentence
    begun = {m.start for m in told if m.kind == "finding"}
    for at in (one for one in part if one not in begun):
        just = at > first and sentence.reach(at, "<just-word>")
        leads = sentence.reach(at, "<only>") or (just and sentence.reach(at + just, "<own>"))
        if leads and not sentence.has("<limb>", range(at, part.stop)):
            return True
    return False


def _is_of_another(reading: Reading, free: list[int]) -> bool:
    """Whether somebody or something else is named that did not just look at the leg."""
    if reading.has(BYSTANDER) or any(m.id == BYSTANDER for m in reading.of("not-a-person")):
        return False
    helps = helping(reading.of("not-a-person"))
    free = [at for at in free if not any(m.start <= at < m.end for m in helps)]
    return any(reading.sentence.has(name, free) for name in OF_ANOTHER)
