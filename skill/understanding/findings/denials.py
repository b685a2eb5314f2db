"""What is denied of what counted before: "it isn't black", said once black skin was told."""

from __future__ import annotations

from collections.abc import Mapping

from skill.understanding.findings.assertions import EVENTS, Told
from skill.understanding.grammar.matching import Match, lies_in, longer_by_a_word
from skill.understanding.grammar.polarity import Holds
from skill.understanding.heard import AnswerHeard
from skill.understanding.numbers.numbers import Number
from skill.understanding.reading.reading import Reading

OF_SEVERAL = frozenset({"safety-person"})
"""Questions for several things of a person, which are not alike."""

NAMED_AT = {"safety-today": "<of-today>", "safety-person": "<of-person>"}
"""The questions for several things before exercise, and the words that name each of these."""

ALL = 3
"""Who denies so many of them by name means all of them."""


BY_FORCE = frozenset({"recent-twist-or-fall", "sudden-snap", "sudden-onset"})
"""How an injury comes, by words that tell of a blow to something else too."""


def is_of_one_alone(
    reading: Reading, told: list[Told], how_old: Number | None, plain: list[Match]
) -> bool:
    """Whether a no to several things denies only what it names, or asks back: "I'm not pregnant".

    `plain` are the words of the answer; who says of one thing alone that it is fine denies no more.
    """
    sentence = reading.sentence
    if _names_what_is_denied(reading, plain):
        return True
    if reading.context.question not in OF_SEVERAL:
        return _is_of_one_part(reading, told)
    words = range(len(sentence))

    def of_person(words: Match) -> bool:
        return any(sentence.reach(at, "<of-person>") for at in range(words.start, words.end))

    fine = [m for m in plain if m.kind == "asked"]
    all_fine = len(fine) == len(plain)
    denied = any(
        one.holds is Holds.IS_NOT or (one.holds is Holds.SUPPOSED and of_person(one.match))
        for one in told
    ) or (all_fine and any(map(of_person, fine)))
    named = sum(1 for at in words if sentence.reach(at, "<of-person>")) + (how_old is not None)
    return denied and named < ALL and not sentence.has("<says-all>", words)


def _names_what_is_denied(reading: Reading, plain: list[Match]) -> bool:
    """Whether each no belongs to a thing that is asked about, by its word: "no new injury".

    A no before it, or one behind it, is said of all: "no, no injury".
    """
    sentence, label = reading.sentence, NAMED_AT.get(reading.context.question or "")
    if label is None or not plain:
        return False
    words = range(len(sentence))
    named = [at for at in words if sentence.reach(at, label)]
    if not named or len(named) >= reading.context.things or sentence.has("<says-all>", words):
        return False
    return all(m.id == "no" and _is_bound(reading, m, label) for m in plain)


def _is_bound(reading: Reading, no: Match, label: str) -> bool:
    """Whether a no denies the thing right behind it, or right before it: "dizziness, no"."""
    sentence = reading.sentence
    if not sentence.denies_in(range(no.start, no.end)):
        return False  # "My sugar's alright."
    if no.end == len(sentence) and no.start:
        return any(sentence.reach(at, label) == no.start for at in range(no.start))
    for at in range(no.start, len(sentence)):
        if sentence.reach(at, label):
            return sum(bool(sentence.reach(one, "<no>")) for one in range(no.start, at)) <= 1
        if at >= no.end and not sentence.reach(at, "<before-denied>"):
            return False
    return False


def _is_of_one_part(reading: Reading, told: list[Told]) -> bool:
    """Whether all that is said is "no fever", where more than a fever is asked about."""
    sentence, parts = reading.sentence, reading.context.parts
    if len(parts) <= 2 or not reading.context.grave or len(told) != 1:
        return False
    one = told[0]
    if one.holds is not Holds.IS_NOT or one.id not in parts or one.match.end != len(sentence):
        return False
    at = 0 if sentence.reach(0, "<no>") else None
    return at == 0 and all(sentence.reach(word, "<light>") for word in range(1, one.match.start))


def denied_flags(reading: Reading, asked: Match | None) -> tuple[str, ...]:
    """The flags that count and are denied by the bare words of their questions.

    A word that is denied once and said to be so once takes nothing back, nor do the words of a
    practical question, which are `asked`: who has no car denies no crash. Nor does what answers
    the open question: where the foot may be cold, "no, warm" says nothing of a swollen calf.
    """
    context = reading.context
    open_ones = [id for id in context.counted if id not in context.parts]
    if not open_ones:
        return ()
    other = [*_of_the_question(reading), *([asked] if asked is not None else ())]
    return tuple(id for id in open_ones if _is_denied(reading, id, other))


def _of_the_question(reading: Reading) -> list[Match]:
    """The words that answer what is asked."""
    context = reading.context
    if not context.asks_yes_or_no:
        return []
    kinds = {f"at-{part}" for part in context.parts}
    return [
        m
        for m in reading.found
        if m.kind in kinds or (m.id in context.parts and m.kind in ("no-at", "yes-at", "finding"))
    ]


def is_of_what_counts(
    reading: Reading, answer: AnswerHeard | None, facts: Mapping[str, bool]
) -> bool:
    """Whether a no denies a flag that counts so far, and does not lead the sentence.

    So does a doubt behind words that take up what was said: "I said it doesn't, not on the sofa".
    """
    if answer != "no" and not (answer == "kind_of" and reading.sentence.reach(0, "<told-already>")):
        return False
    context = reading.context
    denied = any(facts.get(id) is False for id in context.counted if id not in context.parts)
    return denied and not reading.sentence.reach(0, "<no>")


def _of_one_part(reading: Reading, id: str) -> list[Match]:
    """The words of one thing of several that a flag is of, where it may have been the other: who
    never hit the head may have been drinking.
    """
    implies, counted = reading.lexicon.implies, reading.context.counted
    parts = {one for one, wider in implies.items() if id in wider and one not in counted}
    return [m for m in reading.every if m.kind == "finding" and m.id in parts] if parts else []


def _is_denied(reading: Reading, id: str, other: list[Match]) -> bool:
    """Whether its bare words are denied, but for those that lie in `other` words or lead to a
    number ("no, like a three"), or in the check words for a no to its question name it: "my chest
    doesn't hurt".
    """
    parts = _of_one_part(reading, id)
    other = [*other, *parts]
    said = [m for m in reading.of(f"at-{id}") if not any(lies_in(m, one) for one in other)]
    said = [m for m in said if not _is_of_another(reading, m)]
    rated = {one.start for one in reading.numbers}
    said = [m for m in said if m.end not in rated and not _names_nothing(reading, m)]
    held = [reading.holds(match) for match in said]
    names = [m for m in reading.of("item", f"at-{id}") if m.id == id]
    names = [m for m in names if not any(lies_in(m, one) for one in parts)]
    denials = (m for m in reading.of("no-at") if m.id == id)
    named = reading.context.talk == "check" and any(
        m != one and lies_in(one, m) for m in denials for one in names
    )
    return (Holds.IS_NOT in held or named) and Holds.IS not in held


def _names_nothing(reading: Reading, said: Match) -> bool:
    """Whether words tell of something only where it is asked about: "no need to say it twice",
    "nothing like that".
    """
    words = range(said.start, said.end)
    return all(reading.sentence.reach(at, "<names-nothing>") for at in words)


def _is_of_another(reading: Reading, said: Match) -> bool:
    """Whether words begin what tells of something else: "bang" in "bang my head", "red" in "red
    streaks"; or tell nothing of what they may name: "nobody kicked me".
    """
    found = reading.of("finding")
    if said.id in BY_FORCE:
        alone = (m for m in reading.of("not") if m.id == said.id and lies_in(said, m))
        begun = (m for m in found if m.id != said.id and m.start == said.start)
        return any(m.end > said.end for m in begun) or any(m.start < said.start for m in alone)
    named = any(m.id not in EVENTS for m in longer_by_a_word(said, found))
    return named and said.id not in EVENTS


def denies_pain_alone(reading: Reading, facts: Mapping[str, bool]) -> bool:
    """Whether the whole sentence denies pain, and tells of nothing else."""
    alone = any(m.id == "only-no-pain" and m.start == 0 for m in reading.marks)
    return alone and not any(facts.values())
