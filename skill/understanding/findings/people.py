"""Who it is about, and how old they are."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.findings.assertions import NOT_MINE
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.polarity import is_on_the_leg
from skill.understanding.numbers.numbers import Number
from skill.understanding.numbers.times import is_birth
from skill.understanding.numbers.years import years
from skill.understanding.reading.reading import Reading

AGE_QUESTIONS = ("age", "over-65", "safety-person", "person", "under-eighteen")
ADULT = 18
OLDEST = 115
A_YEAR = 365
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
        and not any(year.start <= n.start < year.end for year in dated)
    ]
    if not told:
        return None
    sentence = reading.sentence
    plain = [n for n in told if not sentence.reach(n.start - 1, "<past-age>")]
    one = _meant(reading, plain or told)
    return replace(one, value=one.value - 1) if _is_to_come(reading, one) else one


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
    outright = [n for n in told if sentence.ends(n.start, "<aged>", 3)]
    return outright[-1] if outright and outright[0] is not first else first


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
    if sentence.reach(number.end, "<or-more>") and not sentence.denies.isdisjoint(
        range(number.start)
    ):
        return False  # "We say no to eighteen or older": the question, and no age.
    if sentence.reach(number.start - 2, "<as-a>") or number.start - 1 in sentence.denies:
        return False  # "Not eighteen".
    if number.value == ADULT and sentence.reach(number.start - 1, "<not-yet-of-age>"):
        return False  # "I'm not under eighteen".
    if _is_told_again(reading, number):
        return True
    if sentence.reach(number.end, "<old>"):
        return True
    # "That one", not "one year"; "type two".
    if number.value <= 1 or sentence.reach(number.start - 1, "<graded>"):
        return False
    if _has_years(reading, number):
        return True
    if number.value < LEAST:
        return False  # "There are two screws in it", where somebody is asked about metal and age.
    if _begins(reading, number) or _in_apposition(reading, number):
        return True
    follows = sentence.words[number.end : number.end + 1]
    if (follows and follows[0] in reading.lexicon.units) or sentence.reach(number.end, "<counted>"):
        return False
    return reading.context.question in AGE_QUESTIONS or sentence.ends(number.start, "<aged>", 3)


def _is_told_again(reading: Reading, number: Number) -> bool:
    """Whether it is an age that was told before, and stands alone: "I said eighty"."""
    sentence = reading.sentence
    alone = number.end == len(sentence) or number.end in sentence.hard
    alone = alone or bool(sentence.reach(number.end, "<joins>"))
    again = sentence.ends(number.start, "<told-already>", 5)
    return alone and again and number.value >= ADULT


def _has_years(reading: Reading, number: Number) -> bool:
    """Whether somebody who is asked for the age has these years ("I have thirty three years")."""
    sentence, after = reading.sentence, number.end + 1
    if reading.context.question not in AGE_QUESTIONS or not sentence.reach(
        number.start - 1, "<has>"
    ):
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


def person(reading: Reading, how_old: Number | None) -> Match | None:
    """The child or other grown-up that it is about; who is under eighteen is a child."""
    named = reading.of("person")
    if not named or _only_had_it(reading):
        return None
    others = reading.of("harmless", "not-a-person")
    about = sorted(
        (
            m
            for m in named
            if not (reading.items and reading.items.names(m))  # "Under eighteen, no."
            and not any(
                o.start <= m.start < o.end and m.end <= max(o.end, m.start + 3) for o in others
            )
        ),
        key=lambda m: (m.id, m.start),
    )
    if not about:
        return None
    young = how_old is not None and how_old.value < ADULT
    if about[0].id == "child" and not young and _only_stands_by(reading, how_old):
        return None
    if about[0].id == "child" and how_old is not None and _is_grown(about[0], how_old):
        return replace(about[0], id="someone-else")
    return replace(about[0], id="child") if young else about[0]


def _only_had_it(reading: Reading) -> bool:
    """Whether somebody else is only who had what counted: "it was my son who had the fever, not
    me". Who is said to have a sore leg is the one who is hurt.
    """
    if reading.context.talk not in TALKS or not reading.has(NOT_MINE):
        return False
    told = {m.id for m in reading.of("finding")}
    return not told.isdisjoint(reading.context.counted) and not any(map(is_on_the_leg, told))


def _is_grown(named: Match, how_old: Number) -> bool:
    """Whether a grown-up's age is said of who is named: "my eighty year old mother"."""
    return how_old.value >= ADULT and named.start <= how_old.start <= named.end


TALKS = ("check", "result", "emergency")
"""Talks in which it is settled whose leg it is about."""


def _only_stands_by(reading: Reading, how_old: Number | None) -> bool:
    """Whether a child that is named is not said to be the one who is hurt, where it is settled who
    is: "my daughter would have said so".
    """
    context = reading.context
    settled = context.question is not None and context.talk in TALKS
    if settled and reading.has("myself"):
        return True
    if reading.has("whose"):
        return False
    if reading.has("child-aged"):
        # "No, I'm thirty four and the baby is three", where it is asked who is to exercise.
        return context.question in AGE_QUESTIONS and any(m.id == "no" for m in reading.of("answer"))
    return settled or context.of_age or how_old is not None
