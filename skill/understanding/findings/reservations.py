"""What is told with a reservation: it was half taken back, or was so all along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from skill.understanding.findings.assertions import Told
from skill.understanding.findings.chests import IN_DOUBT
from skill.understanding.findings.illnesses import ILLNESSES
from skill.understanding.findings.winded import WINDED
from skill.understanding.grammar.matching import Match, calmed, meet
from skill.understanding.grammar.polarity import PLACES, Holds
from skill.understanding.grammar.retractions import LASTING, is_taken_back
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.heard import AnswerHeard
from skill.understanding.reading.reading import Reading

CROOKED = "deformity"
MAY_BE_PLACED = "may-be-placed"
"""The mark of a leg that points where it should not, of which nothing is told that bent it."""


def half_taken_back(reading: Reading, told: list[Told]) -> tuple[str, ...]:
    """What was told to be so and taken back at once, places aside."""
    if "<takes-back>" not in reading.sentence.classes:
        return ()
    so = (one for one in told if one.holds is Holds.IS and not one.id.startswith(PLACES))
    return tuple(dict.fromkeys(o.id for o in so if is_taken_back(reading.sentence, o.match)))


def in_doubt(reading: Reading, told: list[Told]) -> tuple[str, ...]:
    """What is told only in words that may mean something else: "it's tight up here"."""
    so = [one for one in told if one.holds is Holds.IS]
    kinds = (IN_DOUBT, WINDED)
    doubted = [one for one in so if one.match.kind in kinds or _is_placed(reading, one)]
    if not doubted:  # As mostly.
        return ()
    sure = {one.id for one in so if one not in doubted}
    return tuple(dict.fromkeys(one.id for one in doubted if one.id not in sure))


def _is_placed(reading: Reading, told: Told) -> bool:
    """Whether a crooked leg may be one that is held so in an exercise: "my leg's the wrong way"."""
    if told.id != CROOKED or not reading.context.coaching:
        return False
    return calmed(told.match, [m for m in reading.marks if m.id == MAY_BE_PLACED])


def as_ever(reading: Reading, facts: Mapping[str, bool]) -> tuple[str, ...]:
    """What is told or asked about, was so all along, and is a danger only where it is new."""
    asked = LASTING & {reading.context.question}
    return tuple(sorted(asked | {id for id, true in facts.items() if true and id in LASTING}))


OF_NO_HARM = {"cold-foot": "cooled", "hot-or-red": "cooled-down"}
"""Questions, each with the mark of what makes it so from outside, or of what is over."""

STAYS_SO = "cools-no-more"
"""The mark of what stays so, though nothing makes it so any more."""


def passing(reading: Reading, answer: AnswerHeard | None, facts: Mapping[str, bool]) -> str | None:
    """The id of what is told and may be no more than ice or a run: "yes, but I've had ice on it".

    A no needs no such word. Of a question for several things it is that, if none of the others is
    told: "only cold as my flat is freezing".
    """
    question, parts = reading.context.question or "", reading.context.parts
    so = {part for part in parts if facts.get(part)}
    only = next(iter(so)) if len(so) == 1 else ""
    one = question if question in OF_NO_HARM else only
    mark = OF_NO_HARM.get(one)
    if mark is None or not reading.has(mark) or reading.has(STAYS_SO):
        return None
    open_to = answer in ("yes", "kind_of") or (answer is None and facts.get(one, False))
    return one if open_to else None


DOUBTED = "doubted-here"
"""The mark of words that sound like a yes and may be none, where a danger is asked about: it is the
other foot, another's illness, a crunch.
"""

IN_JEST = "in-jest"
"""The mark of a joke that names a sign: "the only hot thing is the curry"."""

OF_THE_SOUND_FOOT = "of-the-sound-foot"
"""The mark of the sound foot, of which a no by its own words is none of the sore one's."""

OF_THE_SORE_ONE = "the-sore-one"
"""The mark of words that speak of the sore foot, or of oneself, beside them."""

OF_ANOTHER = ILLNESSES | {"clot-told", "pregnant", "hormones", "blood-thinner", "steroids"}
"""What another may have, whichever of it is asked about."""


class Doubt(Struct, frozen=True, gc=False):
    """What is not heard as told, since another's words may be meant, and what is answered then."""

    without: tuple[str, ...]
    answer: AnswerHeard | None


def doubt(reading: Reading, told: list[Told], answer: AnswerHeard | None) -> Doubt:
    """What to make of a yes to a danger in words that may mean none: it is asked once more.

    What is told in other words beside them counts, and so does a yes of its own.
    """
    context, sentence = reading.context, reading.sentence
    ids = (DOUBTED, IN_JEST, OF_THE_SOUND_FOOT)
    doubted = [m for m in reading.marks if m.id in ids]
    looks_for_one = context.grave and context.asks_yes_or_no and not context.alarm_is_no
    if not (doubted and looks_for_one) or reading.has(OF_THE_SORE_ONE):
        return Doubt((), answer)
    asked = {context.question, *context.parts} | OF_ANOTHER
    so = [one for one in told if one.holds is Holds.IS and one.id in asked]
    sure = {one.id for one in so if not any(meet(one.match, m) for m in doubted)}
    doubtful = {one.id for one in so if one.id not in sure}
    follows = {id for one in doubtful for id in reading.lexicon.implies.get(one, ())}
    without = tuple(sorted(doubtful | follows.difference(one.id for one in told)))
    if sentence.reach(0, "<yes-word>"):
        return Doubt((), answer)
    if answer == "no" and reading.has(OF_THE_SOUND_FOOT) and not _says_no(sentence):
        return Doubt(without, "not_sure")  # "The good foot is warm."
    jests = answer == "only_when" and all(m.id == IN_JEST for m in doubted)
    if sure or not (jests or answer in (None, "yes", "kind_of")):
        return Doubt(without, answer)
    return Doubt(without, "no" if _is_in_jest(sentence, doubted) else "not_sure")


NO_DENIALS = frozenset({"only-hoped", "well-no-longer"})
"""The marks of a no that denies nothing: of what is hoped or feared not to be so ("tell me it's not
cancer"), and of what was well before ("it was warm earlier, but not now").
"""


class Undenied(Struct, frozen=True, gc=False):
    """What a no denies only in seeming, and whether it leaves a question for a danger open."""

    of: tuple[str, ...]
    leaves_open: bool


def undenied(reading: Reading, told: list[Told]) -> Undenied | None:
    """What is not denied, if such a no is said; a plain no beside it is one."""
    context = reading.context
    marked = [m for m in reading.marks if m.id in NO_DENIALS]
    if not marked or _says_no(reading.sentence, marked):
        return None
    of = [o.id for o in told if o.holds is Holds.IS_NOT and any(meet(o.match, m) for m in marked)]
    looks_for_one = context.grave and context.asks_yes_or_no and not context.alarm_is_no
    asked = (context.question or "", *context.parts) if looks_for_one else ()
    return Undenied(tuple(dict.fromkeys((*asked, *of))), looks_for_one)


def _is_in_jest(sentence: Sentence, doubted: list[Match]) -> bool:
    """Whether a no and no part of the leg stand beside a joke: "no, the only hot thing is tea"."""
    jests = [m for m in doubted if m.id == IN_JEST]
    beside = (at for at in range(len(sentence)) if not any(m.start <= at < m.end for m in jests))
    return (
        _says_no(sentence)
        and all(any(meet(m, one) for one in jests) for m in doubted)
        and not sentence.has("<limb>", beside)
    )


def _says_no(sentence: Sentence, beside: Sequence[Match] = ()) -> bool:
    """Whether a sentence begins or ends with a plain no, which is none of some words."""
    ends = (0, len(sentence) - 1)
    return any(
        sentence.reach(at, "<no>") and not any(m.start <= at < m.end for m in beside) for at in ends
    )
