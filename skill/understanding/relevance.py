"""Which findings are meant so: those beside an answer, a command and a name, not words of them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from skill.understanding.answers.own_words import AT
from skill.understanding.answers.questions import of_the_answer
from skill.understanding.contexts import WHERE_IT_HURTS
from skill.understanding.findings.assertions import Told
from skill.understanding.findings.bearers import MAY_BE_OF_BREATH
from skill.understanding.findings.signs import belongs_to_a_sign
from skill.understanding.grammar.matching import Match, lies_in, within
from skill.understanding.grammar.polarity import AT_REST, OCCASIONS, PLACES, Holds, is_place
from skill.understanding.grammar.presuppositions import is_presupposed
from skill.understanding.grammar.trailing_denials import is_excepted
from skill.understanding.heard import AnswerHeard
from skill.understanding.reading.reading import Reading
from skill.understanding.topics import names

OF_WARMTH = ("circulation", "cold-foot")
"""Questions whether a foot is cold, which "warm" answers."""

EASES = ("warms-up", "settles-within-minutes")
"""Findings that tell how it eases."""

SEEN = frozenset({"bruising", "swelling", "hot-or-red"})
"""What is seen all along, and is not taken back where only a part of it is denied."""

TELLING = (None, "how-it-began")
"""Questions that ask for what somebody tells, to which a "no" leads: it is no answer to them."""

DOUBTS = ("no", "not_really", "not_sure")
"""Answers beside which words are no finding that are one only as an answer."""


def meant(
    reading: Reading, told: list[Told], plain: list[Match], said: AnswerHeard | None
) -> Iterator[Told]:
    """The findings that are meant so, where a question is answered besides."""
    context = reading.context
    pressed = [m for m in reading.marks if m.id == "pressed"]
    warm = _warm(reading)
    eased = [one for one in told if one.id in EASES and one.holds is Holds.IS]
    for one in told:
        if one.match.kind == WHERE_IT_HURTS and _is_beside_more(reading, one, told):
            continue  # "My calf, on the inside."
        if of_the_answer(reading, one):
            continue  # "My boot was too tight", where swelling is asked about.
        named = one.match.end <= reading.refused or (
            reading.items is not None and reading.items.touches(one.match)
        )
        if said in DOUBTS and not named and _is_of_answer(reading, one, plain):
            continue  # Words that are a finding only as an answer were not meant so.
        if context.talk == "before-exercise" and any(lies_in(one.match, m) for m in pressed):
            continue  # "Just sore when I press" names no bone.
        if one.id == "hot-or-red" and any(lies_in(m, one.match) for m in warm):
            continue  # "No, it's warm", where it is asked whether it is cold.
        if context.question in MAY_BE_OF_BREATH and one.id.startswith("worse-"):
            continue  # "Just when I climb the stairs" hurts nowhere.
        if _is_of_another_part(reading, one):
            continue  # "That's my knee, not the ankle": it still hurts where it was told.
        if eased and any(_is_eased(reading, one, other) for other in eased):
            continue  # "After a mile I forget about it" is no pain with running.
        if belongs_to_a_sign(reading, one):
            continue  # "Numb on top of the foot", "it locks when I go down a step".
        yield replace(one, id=context.question or one.id) if _is_of_less(reading, one) else one


def _is_beside_more(reading: Reading, one: Told, told: list[Told]) -> bool:
    """Whether a described place is denied, is a part of a longer description, or stands beside
    something that is told by its name.
    """
    if one.holds is not Holds.IS or reading.so("body-part") or reading.of("exercise", "routine"):
        return True
    return any(
        within(one.match, [other.match])
        if other.match.kind == WHERE_IT_HURTS
        else other.holds is Holds.IS and not _is_part_of(other, one)
        for other in told
        if other.id != one.id
    )


def _is_part_of(other: Told, one: Told) -> bool:
    """Whether a region is named within a description: "the long side of the foot"."""
    return other.id.startswith("place-") and lies_in(other.match, one.match)


def _is_of_less(reading: Reading, one: Told) -> bool:
    """Whether a denial is only of what is asked, a part of it: "no bruise", asked of the sole."""
    context = reading.context
    implied = reading.lexicon.implies.get(context.question or "", ())
    seen = one.id in SEEN and one.id in implied
    return seen and context.grave and one.holds is Holds.IS_NOT


def _is_of_another_part(reading: Reading, one: Told) -> bool:
    """Whether a place is denied only of what is asked: what is felt is that of another part."""
    denied = one.holds is Holds.IS_NOT and one.match.kind != "denial" and is_place(one.id)
    context = reading.context
    if not (denied and context.asks_yes_or_no):
        return False
    return not any(map(is_place, (context.question or "", *context.parts)))


def _is_eased(reading: Reading, one: Told, other: Told) -> bool:
    """Whether an occasion lies in words that tell of ease, and nothing hurts in its own."""
    if not (one.id.startswith("worse-") and within(one.match, [other.match])):
        return False
    behind = range(one.match.end, other.match.end)
    if reading.sentence.has("<joins>", behind):
        return False  # "It comes on up the hill and goes when I stop."
    return not any(lies_in(m, one.match) for m in reading.of("hurts", "felt") if m.id != "eased")


def _warm(reading: Reading) -> list[Match]:
    """The "warm" of a foot that is not cold; "warm and red" tells of more."""
    question = reading.context.question
    if question not in OF_WARMTH or len({m.start for m in reading.of("at-hot-or-red")}) > 1:
        return []
    return [m for m in reading.of("no-at") if m.id == question]


def _is_of_answer(reading: Reading, one: Told, plain: list[Match]) -> bool:
    """Whether a finding is one only as an answer, and nothing says that it is meant.

    A "yes" stands right behind it, or a "but" takes the "no" back before it: "no, but it's puffy",
    "no, only a bit puffed". Where no danger is looked for, that tells of something else: "no, but
    it hurts when I run".
    """
    if _says_so_itself(reading, one):
        return False
    region = reading.context.region or reading.context.hurts_in
    if region and one.match.kind == f"at-pain-{region}" and one.id not in reading.context.parts:
        return False  # "No, the top."
    between = range(plain[-1].end, one.match.start)
    taken_back = any(
        reading.sentence.reach(at, "<correction>")
        or (reading.context.grave and reading.sentence.reach(at, "<contrast>"))
        for at in between
    )
    own = one.match.kind.startswith("at-")
    if own and reading.context.told:
        return False  # "No, it's only tight", of the chest that was told before.
    if own and reading.context.question in TELLING:
        return False  # "No, further forward", where it is asked where it hurts.
    # "I haven't got any swelling" answers nothing where nothing is asked that is so or not.
    denies = ("no", "not-really") if one.match.kind == "denial" else ("no",)  # "Not that severe."
    says_no = denies if not (own or reading.context.asks_yes_or_no) else ()
    if any(
        lies_in(one.match, m)
        and m.id not in ("yes", *says_no)
        and not reading.sentence.has("<contrast>", range(m.start + 1, one.match.start))
        for m in plain
    ):
        return True  # "I wouldn't say it's severe" is one answer, "not that it matters, but" none.
    return own and not taken_back


def _says_so_itself(reading: Reading, one: Told) -> bool:
    """Whether words right beside it say that it is so: "swollen yes", "apart from the metal no",
    "I don't know why it's numb", "no, only a bit of tightness".
    """
    sentence = reading.sentence
    return (
        bool(sentence.reach(one.match.end, "<yes-word>"))
        or is_excepted(sentence, one.match.start)
        or is_presupposed(sentence, one.match)
        or sentence.has("<reason>", range(one.match.start))
        or (reading.context.grave and _is_all_there_is(reading, one))
    )


def _is_all_there_is(reading: Reading, one: Told) -> bool:
    """Whether an "only" or "just" stands before it: "no, only a bit of tightness", "nothing new,
    just the tingling".

    What is told of an occasion is limited by it: "it only grumbles when I'm up". A word that is a
    finding only as an answer may be something else: "just the tablet", "not swollen, just fat".
    """
    if one.id == AT_REST or one.id.startswith(OCCASIONS):
        return False
    sentence, at = reading.sentence, one.match.start - 1
    hedges = [m for m in reading.marks if m.id == "hedge"]
    bare = one.match.kind.startswith("at-")
    while any(m.start <= at <= m.end for m in hedges) or (
        not bare and sentence.reach(at, "<light>") and not sentence.reach(at, "<just>")
    ):
        at -= 1
    return bool(sentence.reach(at, "<only>" if bare else "<just>"))


OF_A_FEELING = ("how-to", "how-it-feels")
"""Commands within which something may be felt: "are my toes supposed to tingle?"."""


def beside_command(reading: Reading, told: list[Told], order: Match) -> list[Told]:
    """The findings outside of a command: "calf routine", "go back" tell none."""
    if order.id in OF_A_FEELING and any(not one.id.startswith(PLACES) for one in told):
        return told  # "Are my toes supposed to tingle?"
    return names.without(reading.lexicon, told, [order])


def beside_names(reading: Reading, told: list[Told], named: list[Match]) -> list[Told]:
    """The findings outside of names; beside a complaint a place in a name tells where it hurts."""
    if not named:
        return told
    bare = names.without(reading.lexicon, told, named)
    if bare or reading.so("hurts"):
        return names.without(reading.lexicon, told, named, but_for=PLACES)
    return bare


def says_all(reading: Reading, told: list[Told]) -> bool:
    """Whether the whole sentence is words of the question that is open."""
    own = [one.match for one in told if one.match.kind.startswith("at-")]
    own += [m for m in reading.of(*AT) if m.id == reading.context.question]
    return any(m.end - m.start == len(reading.sentence) for m in own)
