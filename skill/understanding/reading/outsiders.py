"""What is said by the way of somebody else, and sets nothing of who is hurt: "my nan had her hip
done".
"""

from __future__ import annotations

from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.reading.reading import Reading
from skill.understanding.reading.remainders import said_words
from skill.understanding.reading.segments import denies_anew

NEW, KNOWN = "another-new", "another-known"
"""The marks of somebody who was not spoken of before ("a lad at the club snapped his"), and of one
who may be the one who is hurt ("my nan had her").
"""

NOT_MINE = "not-mine"
SHARED = frozenset({"shared", NOT_MINE, "own-as-well"})
"""The marks that one has what the other has, or that it is put right whose it is."""

WHOSE = "whose"
"""The mark that it is a child's, whatever is known of who speaks."""
OF_A_THING = "noise-of-a-thing"
"""The mark of what a thing does, as a kettle screams."""
JOINS_IN = "joins-in"
"""The mark of a child that does the exercise, too, or instead."""
OWN_CHILD = "hormones"
"""The flag of who gave birth: how old a baby is tells it of who speaks."""
OF_NO_CASE = "of-no-case"
"""The mark of what nobody means: "does that count", "if that counts"."""

NEAR = 3
"""Words from "my" to the part of the leg, at most: "my sore left foot"."""


def words_of_others(reading: Reading) -> set[int]:
    """The indexes of the said words that tell of somebody else alone; none where it is open whose
    trouble it is.

    Who is hurt is settled where a question of the check is open and somebody new is spoken of, or
    where it is known that who speaks is hurt. Else the rest has to tell of a trouble of their own.
    """
    sentence, spans = reading.sentence, spans_of_others(reading)
    if not spans:
        return set()  # As mostly.
    told = {at for span in spans for at in span}
    rest = [at for at in range(len(sentence)) if at not in told]
    if not _is_settled(reading):
        if any(sentence.reach(at, "<of-him-or-her>") for at in rest):
            return set()  # "My dad fell, I think his ankle is broken."
        if not any(_is_own_leg(sentence, at) for at in rest):
            return set()
    return said_words(sentence, told)


def words_of_things(reading: Reading) -> set[int]:
    """The indexes of the said words that tell what a thing does, where somebody exercises: "say
    that again, the kettle is screaming". What it does to a leg or to who speaks is none of it.
    """
    if not reading.context.exercising:
        return set()
    sentence, told = reading.sentence, set[int]()
    for one in (m for m in reading.marks if m.id == OF_A_THING):
        behind = range(one.end, clause(sentence, one.end - 1)[1])
        if any(sentence.is_one_of(at, (*OWN, "<own>", "<of-the-leg>")) for at in behind):
            continue
        told.update(range(one.start, one.end))
    return said_words(sentence, told)


def spans_of_others(reading: Reading) -> list[range]:
    """Where a sentence tells of somebody else alone, if that is who has it."""
    if not reading.has(NEW, KNOWN) or reading.context.coaching:
        return []
    puts_right = bool(reading.context.counted)  # "It was my son who had the fever, not me."
    denies = reading.context.talk == "before-exercise" or _denies_plainly(reading)
    shared = SHARED if puts_right or not denies else SHARED - {NOT_MINE}
    if reading.has(*shared):
        return []
    spans = (_span(reading, one) for one in reading.marks if one.id in (NEW, KNOWN))
    own = [m for m in reading.of("finding") if m.id == OWN_CHILD]  # "My baby is two weeks old."
    births = [m.start for m in own if reading.sentence.reach(m.start, "<child-word>")]
    return [span for span in spans if span and not any(at in span for at in births)]


def _denies_plainly(reading: Reading) -> bool:
    """Whether something is asked that is so or not, and a "no" of its own answers it."""
    sentence, context = reading.sentence, reading.context
    asks = context.asks_yes_or_no and context.grave and bool(context.parts)
    theirs = [m.start for m in reading.marks if m.id == NOT_MINE and not context.mine]
    words = (at for at in range(len(sentence)) if at not in theirs)
    return asks and any(denies_anew(sentence, at) for at in words)


def _is_settled(reading: Reading) -> bool:
    """Whether it is settled, for each who is spoken of, that it is not the one who is hurt."""
    context = reading.context
    if not context.asks_yes_or_no and context.question not in ("how-it-began", "age"):
        return False
    if context.talk == "before-exercise":  # Who speaks is the one who exercises.
        return not reading.has(JOINS_IN) and (reading.has(NOT_MINE) or not reading.has(WHOSE))
    if reading.has(NOT_MINE) and not context.counted and _denies_plainly(reading):
        return True
    if context.mine:
        of_a_child = any(one.id == "child" for one in reading.of("person"))
        return _denies_plainly(reading) or not (of_a_child and reading.has(WHOSE))
    return all(one.id == NEW for one in reading.marks if one.id in (NEW, KNOWN))


def names_own_leg(reading: Reading) -> bool:
    """Whether a part of the leg is called one's own: "my left foot is sore", "mine"."""
    sentence = reading.sentence
    owned = (*sentence.places("<own-as>"), *sentence.places("<mine>"))
    return any(_is_own_leg(sentence, at) for at in owned)


def _is_own_leg(sentence: Sentence, at: int) -> bool:
    """Whether "my foot" begins at a word, or "mine" stands there; "my son's foot" is none."""
    if not sentence.reach(at, "<own-as>"):
        return bool(sentence.reach(at, "<mine>"))
    for near in range(at + 1, min(at + 1 + NEAR, clause(sentence, at)[1])):
        if sentence.reach(near, "<of-the-leg>"):
            return True
        if sentence.is_one_of(near, SOMEBODY):
            return False
    return False


SOMEBODY = ("<kin>", "<adult-word>", "<child-word>", "<further-kin>", "<outsider>", "<pet>", "<be>")
"""Classes of who may have a leg, and of the "is" behind them."""


def _span(reading: Reading, one: Match) -> range:
    """The words that tell of somebody else, from who it is to the end; none where they tell of who
    speaks besides: "my husband stood on my foot", "it was my son who had the fever".
    """
    sentence, before = reading.sentence, one.start - 1
    cleft = bool(sentence.reach(before, "<be>") and sentence.reach(before - 1, "<it-word>"))
    if not cleft and sentence.is_one_of(before, ("<be>", "<on-behalf>")):
        return range(0)
    led = sentence.is_one_of(before, PARTS)
    if led and sentence.reach(before - 1, "<of-who-speaks>"):
        return range(0)  # "Me and my brother were wrestling."
    last = clause(sentence, one.end - 1)[1]
    if last == one.end and sentence.reach(last - 1, "<aux>"):
        last = clause(sentence, last)[1]  # "The baby has | had the chills."
    who = range(one.start, one.end)
    if sentence.has("<bystanding>", who) and not sentence.has("<of-who-speaks>", who):
        return range(0)  # "My wife Anna says it's blue", but "a bloke I know has".
    end = _end(reading, one.end, last)
    while end is not None and end < len(sentence):
        after = clause(sentence, end)[1]
        if not sentence.has("<of-him-or-her>", range(end, after)):
            break
        further = _end(reading, end, after)
        if further is None:
            break
        end = further
        if further < after:
            break
    return range(0) if end is None else range(one.start - (2 if cleft else led), end)


def _end(reading: Reading, start: int, after: int) -> int | None:
    """Where words of somebody else end; None where one's own stand among them, and nothing parts
    the two.
    """
    sentence = reading.sentence
    jests = {m.start for m in reading.marks if m.id == OF_NO_CASE}
    for at in range(start, after):
        if at in jests:
            return after  # "My son is twelve, if that counts."
        if denies_anew(sentence, at):
            return at  # "My mum has the sugar, no, not me."
        told_of = sentence.reach(at, "<bystanding>") and not _is_last(sentence, at)
        if _is_own_leg(sentence, at) or told_of or sentence.is_one_of(at, OWN):
            parted = at - 1 > start and sentence.is_one_of(at - 1, PARTS)
            return at - 1 if parted else None
    return after


def _is_last(sentence: Sentence, at: int) -> bool:
    """Whether a word ends a clause."""
    after = at + 1
    return after in (len(sentence), *sentence.hard) or sentence.is_one_of(after, PARTS)


OWN = ("<of-who-speaks>", "<the-leg>")
"""Classes of words of who speaks, and of the leg that was spoken of. So is what another says of it,
but for a last word, behind which nothing is told: "he tingles when he laughs".
"""

PARTS = ("<joins>", "<contrast>", "<opens-clause>")
"""Classes of words that part two clauses."""
