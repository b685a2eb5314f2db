"""How old somebody is, among the numbers of a sentence that tell something else."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.contexts import AGE_QUESTIONS
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import lies_in
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.heard import OLDEST
from skill.understanding.numbers.numbers import Number, number_at
from skill.understanding.numbers.times import is_birth
from skill.understanding.numbers.years import years
from skill.understanding.reading.outsiders import JOINS_IN, WHOSE
from skill.understanding.reading.reading import Reading

ADULT = 18
THING_OF_YEARS = "thing-of-years"
A_YEAR = 365
OF_ANOTHER = "number-of-another-thing"
"""The mark of a number that is of somebody or something else."""
LEAST = 5
"""Years; a smaller number is an age only where it is said to be one."""
MOST_OF_A_TRADE = 5
"""Words between "I'm a" and the last word of what somebody is, at most."""
YOUNGEST = 10
"""Years; who begins with a smaller number counts something else."""


def age(reading: Reading) -> Number | None:
    """The age in years that is told; after a correction the last one."""
    if not reading.numbers:
        return None
    dated = years(reading.lexicon, reading.sentence, reading.numbers)
    born = _born(reading, dated)
    if born is not None:
        return born
    told = [
        n
        for n in reading.numbers
        if n.value <= OLDEST
        and _is_age(reading, n)
        and not _is_of_who_stands_by(reading, n)
        and not any(year.start <= n.start < year.end for year in dated)
    ]
    if not told:
        return None
    sentence = reading.sentence
    plain = [n for n in told if not sentence.reach(n.start - 1, "<past-age>")]
    one = _without_a_jest(reading, _meant(reading, plain or told))
    return replace(one, value=one.value - 1) if _is_to_come(reading, one) else one


def _is_of_who_stands_by(reading: Reading, one: Number) -> bool:
    """Whether it is that of a child that does not exercise: "my girl could do that, she is six"."""
    if not reading.context.coaching or joins_in(reading):
        return False
    return any(m.id == OF_ANOTHER and lies_in(one, m) for m in reading.marks)


def joins_in(reading: Reading) -> bool:
    """Whether a child that is named does the exercise, too, or it is for them.

    "A six year old could do this" only says how easy it is.
    """
    likened = [m for m in reading.marks if m.id == OF_ANOTHER]
    return reading.has(JOINS_IN) or any(
        m.id == WHOSE and not any(lies_in(m, one) for one in likened) for m in reading.marks
    )


def _without_a_jest(reading: Reading, age: Number) -> Number:
    """The first age of "forty four going on ninety"; "going on ninety" is one."""
    first = number_at(reading.lexicon, reading.sentence, age.start)
    if first is None or first.end >= age.end:
        return age
    return first if reading.sentence.reach(first.end, "<going-on>") else age


def _meant(reading: Reading, told: list[Number]) -> Number:
    """The age that counts of several: the last one behind a correction ("sixteen, no, sixty") and
    where it alone is said outright ("sixteen, sixty, I'm sixty").
    """
    if reading.has("correction"):
        return told[-1]
    sentence, first = reading.sentence, told[0]
    if sentence.reach(first.end, "<no>"):
        for n in reading.numbers:
            ends = n.end == len(sentence) or sentence.reach(n.end, "<old>")
            if n.start == first.end + 1 and ends and LEAST <= n.value <= OLDEST:
                return n
    outright = [
        n
        for n in told
        if sentence.ends(n.start, "<aged>", 3) and not sentence.is_one_of(n.start - 2, WHO)
    ]
    return outright[-1] if outright and outright[0] is not first else first


def _is_years_of_a_thing(reading: Reading, number: Number) -> bool:
    """Whether what is so old is an injury and nobody: "but it's two years old"."""
    if reading.of("person") or reading.context.question in AGE_QUESTIONS:
        return False
    return any(m.id == THING_OF_YEARS and m.start <= number.start < m.end for m in reading.marks)


def _is_to_come(reading: Reading, age: Number) -> bool:
    """Whether an age is that of the next birthday: "eighteen in three weeks", "will be forty"."""
    sentence = reading.sentence
    if sentence.reach(age.end, "<next-birthday>") or sentence.ends(age.start, "<to-become>", 4):
        return True
    wait = age.end + sentence.reach(age.end, "<from-now>")
    return wait > age.end and any(
        n.start == wait and "".join(sentence.words[n.end : n.end + 1]) in reading.lexicon.units
        for n in reading.numbers
    )


def _born(reading: Reading, dated: list[Number]) -> Number | None:
    """The age of whoever tells the year of birth."""
    today = reading.context.today
    if today is None:
        return None
    for year in dated:
        if is_birth(reading.sentence, year.start):
            return Number(today.year - year.value, year.start, year.end)
    return None


def _is_age(reading: Reading, number: Number) -> bool:
    sentence = reading.sentence
    if reading.items and any(
        item.start <= number.start < item.names for item in reading.items.items
    ):
        return False  # "Over sixty five, no".
    if number.end <= reading.refused:
        return False
    if sentence.reach(number.end, "<or-more>") and sentence.denies_in(range(number.start)):
        return False  # "We say no to eighteen or older": the question, and no age.
    if sentence.reach(number.start - 2, "<as-a>") or number.start - 1 in sentence.denies:
        return False  # "Not eighteen".
    if number.value == ADULT and sentence.reach(number.start - 1, "<not-yet-of-age>"):
        return False  # "I'm not under eighteen".
    if _is_told_again(reading, number):
        return True
    if _is_years_of_a_thing(reading, number):
        return False
    if sentence.reach(number.end, "<old>"):
        return True
    # "That one", not "one year"; "type two".
    if number.value <= 1 or sentence.reach(number.start - 1, "<graded>"):
        return False
    if _has_years(reading, number):
        return True
    if number.value < LEAST or _is_of_something_else(reading, number):
        return False  # "There are two screws in it", where somebody is asked about metal and age.
    if _begins(reading, number) or _in_apposition(reading, number):
        return True
    follows = sentence.words[number.end : number.end + 1]
    if (follows and follows[0] in reading.lexicon.units) or sentence.reach(number.end, "<counted>"):
        return False
    return reading.context.question in AGE_QUESTIONS or sentence.ends(number.start, "<aged>", 3)


def _is_of_something_else(reading: Reading, number: Number) -> bool:
    """Whether what stands beside a number tells what it counts: an hour, a weight, a size, how warm
    it is, a place in a row. "Ten stairs" are no age, and neither is "my pulse is seventy".
    """
    sentence = reading.sentence
    if sentence.is_one_of(number.end, ("<of-no-age>", "<of-ten>")) or _is_a_part(reading, number):
        return True
    if sentence.reach(number.start - 1, "<definite>"):
        return True  # "I got the fourteen."
    if sentence.ends(number.start, "<of-several>", 3):
        return True  # "Two kids aged ten and twelve."
    at = _before_about(sentence, number.start)
    if any(sentence.ends(at, name, 4) for name in ("<to-become>", "<aged>", "<born>")):
        return False  # "Going on fifty", "born in oh nine".
    if sentence.reach(at - 1, "<article>"):
        at = _before_about(sentence, at - 1)
    return sentence.ends(at, "<leads-to-no-age>", 3) or _is_of_a_thing(sentence, at)


def _is_of_a_thing(sentence: Sentence, at: int) -> bool:
    """Whether a number is said of a thing: "my heart rate is sixty", "the bill was fifty"."""
    named = at - 2
    if not sentence.is_one_of(at - 1, ("<was>", "<be>")) or sentence.is_one_of(named, WHO):
        return False
    first, _ = clause(sentence, at - 1)
    near = range(max(first, named - MOST_OF_A_NAME), named)
    return any(
        sentence.is_one_of(k, ("<own-as>", "<article>", "<definite>", "<they>")) for k in near
    )


MOST_OF_A_NAME = 2
"""Words of "my heart rate" before its last, at most."""

WHO = ("<kin>", "<adult-word>", "<child-word>", "<age-word>")
"""Classes of who may have an age."""


def _before_about(sentence: Sentence, at: int) -> int:
    """The first word of "about forty"."""
    return at - 1 if sentence.reach(at - 1, "<about>") else at


def _is_a_part(reading: Reading, number: Number) -> bool:
    """Whether a number is a part of a larger one: "thirty nine five", "one twenty over eighty",
    "ten past nine"; a height behind an age is none of it: "thirty nine, five foot ten".
    """
    sentence = reading.sentence
    for other in reading.numbers:
        if other.start == number.end:
            return not sentence.reach(other.end, "<counted>")
        first, second = sorted((number, other), key=lambda one: one.start)
        between = second.start - first.end
        if first is not second and between in (0, sentence.reach(first.end, "<part-of-two>")):
            return True
    return False


def _is_told_again(reading: Reading, number: Number) -> bool:
    """Whether it is an age that was told before, and stands alone: "I said eighty"."""
    sentence = reading.sentence
    alone = number.end == len(sentence) or number.end in sentence.hard
    alone = alone or bool(sentence.reach(number.end, "<joins>"))
    again = sentence.ends(number.start, "<told-already>", 5)
    return alone and again and number.value >= ADULT


def _has_years(reading: Reading, number: Number) -> bool:
    """Whether somebody who is asked for the age has these years ("I have thirty three years"), or
    says no more than them.
    """
    sentence, after = reading.sentence, number.end + 1
    opening = range(clause(sentence, number.start)[0], number.start)
    bare = all(sentence.reach(at, "<yes-word>") for at in opening)  # "Yes, thirty six years."
    has = bare or sentence.reach(number.start - 1, "<has>")
    if reading.context.question not in AGE_QUESTIONS or not has:
        return False
    unit = reading.lexicon.units.get("".join(sentence.words[number.end : after]), 0)
    return unit >= A_YEAR and (after == len(sentence) or after in sentence.hard)


def _begins(reading: Reading, number: Number) -> bool:
    """Whether somebody begins with the age alone, as "seventeen, I run track"."""
    opens = reading.context.question is None and number.start == 0
    return opens and number.value >= YOUNGEST and number.end in reading.sentence.hard


def _in_apposition(reading: Reading, number: Number) -> bool:
    """Whether a number stands right behind who somebody is, and alone: "my husband, fifty two, has
    a sore heel", "I'm a nurse, forty four, and my heel hurts".
    """
    sentence, at = reading.sentence, number.start - 1
    if at < 1 or not YOUNGEST <= number.value <= OLDEST:
        return False
    stands_alone = (
        number.end == len(sentence)
        or number.end in sentence.hard
        or bool(sentence.reach(number.end, "<opens>") or sentence.reach(number.end, "<has>"))
    )
    if not stands_alone or sentence.reach(number.end, "<or>"):
        return False
    if sentence.ends(number.start, "<kin>", 2):
        return True
    first = clause(sentence, at)[0]
    return any(
        sentence.reach(start, "<i-am-a>") and start + sentence.reach(start, "<i-am-a>") <= at
        for start in range(max(first, at - MOST_OF_A_TRADE), at)
    ) and not sentence.is_one_of(at, ("<light>", "<counted>", "<graded>", "<verb>"))
