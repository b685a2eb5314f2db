"""A pain as it is rated in numbers."""

from __future__ import annotations

from skill.understanding.findings.ages import age
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import lies_in, meet
from skill.understanding.numbers.numbers import Number
from skill.understanding.pain.command_words import is_word_of_a_command
from skill.understanding.pain.levels import MEASURED, asks_to_stop, level
from skill.understanding.pain.other_days import of_now
from skill.understanding.reading.reading import Reading

MOST_PAIN = 10
"""The highest number that rates a pain."""

JUST_OVER = range(11, 13)
"""Numbers that mean ten where pain is rated: "eleven". What is far over ten is a slip."""

MOST_BETWEEN = 2
"""Words between a number and the part of the body that it rates, at most."""


def rating(reading: Reading, asked: bool) -> tuple[int, Number] | None:
    """A pain in numbers, where pain is `asked` for or rated; the highest, or the corrected one."""
    if not (asked or reading.has("scale") or asks_to_stop(reading)):
        return None
    rated = [n for n in reading.numbers if is_rating(reading, n) and not stands_for(reading, n)]
    rated = of_now(reading, [n for n in rated if not _is_an_age(reading, n)])
    rated = [n for n in rated if not _is_elsewhere(reading, n)] or rated
    rated = [n for n in rated if not _is_by_the_way(reading, rated[0], n)]
    plain = [n for n in rated if not _is_a_place(reading, n)]
    rated = plain if plain or level(reading, asked) else rated
    if not rated:
        return None
    one = rated[-1] if _corrected(reading, rated) else max(rated, key=lambda n: n.value)
    value = MOST_PAIN if asked and one.value in JUST_OVER else one.value
    return int(value + 0.5), one


def _is_an_age(reading: Reading, one: Number) -> bool:
    """Whether it tells how old somebody is, and no pain: "zero, I'm seventy nine"."""
    coached = reading.context.coaching and one.value > max(JUST_OVER)
    return coached and age(reading) == one


def _is_a_place(reading: Reading, one: Number) -> bool:
    """Whether it names an exercise to go to, beside what rates the pain: "none, jump to three"."""
    return any(lies_in(one, m) for m in reading.of("in-order"))


def _is_by_the_way(reading: Reading, first: Number, one: Number) -> bool:
    """Whether it counts what is named behind it, where the pain that was asked for leads: "zero, I
    had six pints last night".
    """
    sentence = reading.sentence
    if reading.context.talk != "pain" or one is first or _corrected(reading, [first, one]):
        return False
    leads = all(sentence.is_one_of(at, BEFORE_A_PAIN) for at in range(first.start))
    ends = one.end == len(sentence) or one.end in sentence.hard
    called = sentence.reach(one.start - 1, "<rated-as>") or sentence.reach(one.end, "<of-ten>")
    behind = sentence.is_one_of(one.end, RATES_ON)
    return leads and not (ends or called or behind)


BEFORE_A_PAIN = ("<light>", "<exclaims>", "<no>", "<no-word>", "<yes-word>", "<subject>", "<lead>")
"""Classes of words before a number that answers how much it hurt: "oh, nothing, zero"."""

RATES_ON = ("<behind-rating>", "<rates-on>", "<light>", "<contrast>")
"""Classes of words behind a number that rates once more: "zero at the start, five later"."""


def _is_elsewhere(reading: Reading, one: Number) -> bool:
    """Whether it rates another part of the body: "one in the ankle, five in my knee", "two, my
    knee is always a six".
    """
    sentence, others = reading.sentence, reading.of("body-part")
    first, end = clause(sentence, one.start)
    nearby = range(one.end, min(end, one.end + MOST_BETWEEN + 1))
    if any(m.start in nearby for m in others):
        return True
    said = (range(m.end, min(m.end + 1, one.start)) for m in others if m.start >= first)
    return any(sentence.is_one_of(at, ("<be>", "<was>")) for one_word in said for at in one_word)


def is_of_an_exercise(reading: Reading, one: Number) -> bool:
    """Whether it tells which exercise or set: "on rep four", but not "in the first set, six"."""
    named = bool(reading.sentence.reach(one.start - 1, "<exercise-of>"))
    return named and not _begins_anew(reading, one)


def _begins_anew(reading: Reading, one: Number) -> bool:
    """Whether words of an earlier moment end before it: "zero at first, six at the end"."""
    return reading.sentence.ends(one.start, "<at-the-outset>", 3)


def is_of_repetitions(reading: Reading, one: Number) -> bool:
    """Whether it counts what is done or to do: "I did eight", where no pain is asked for also "make
    it ten".
    """
    if not reading.context.coaching or _begins_anew(reading, one):
        return False
    counts = {"counts-off"} if reading.context.talk == "pain" else {"counts-off", "counts-in-a-set"}
    return any(m.id in counts and lies_in(one, m) for m in reading.marks)


OTHERS = frozenset({"number-of-another-thing", "number-of-things"})
"""The marks of numbers that rate no pain."""


def is_of_another_thing(reading: Reading, one: Number) -> bool:
    """Whether it is that of a clock, an age, a price or a count: "my meeting is at ten".

    What is said to hurt is rated all the same.
    """
    felt = reading.so("hurts")
    leads = reading.context.talk == "pain" and one.start == 0  # "Two, kids are calling."
    others = {"number-of-another-thing"} if leads else OTHERS
    return any(
        m.id in others and lies_in(one, m)
        for m in reading.marks
        if not any(meet(m, pain) or pain.end == m.start for pain in felt)
    )


def stands_for(reading: Reading, one: Number) -> bool:
    """Whether a "one" stands for what was named: "the one with weights", "that one was nasty"."""
    sentence, before = reading.sentence, range(max(0, one.start - 3), one.start)
    named = sentence.reach(one.start - 1, "<step-of>")
    ends = one.end == len(sentence) and reading.context.talk == "pain"  # "Just the one."
    ends = ends or _is_rated_as(reading, one)  # "That was a one."
    return one.value == 1 and not (named or ends) and sentence.has("<definite>", before)


def is_of_time(reading: Reading, one: Number) -> bool:
    """Whether it counts weeks or the like: "I've been at it two weeks" is no second step."""
    return any(word in reading.lexicon.units for word in reading.sentence.words[one.end :][:1])


def is_counted(reading: Reading, one: Number) -> bool:
    """Whether it tells how often something was done: "three times a week"."""
    return bool(reading.sentence.reach(one.end, "<times>"))


def rates_pain(reading: Reading) -> bool:
    """Whether pain is told with its number: in the check "it's an eight, I've had worse", in an
    exercise also "it hurts, about a six" and "that's about a three in my heel".
    """
    context = reading.context
    if not (reading.numbers and (context.coaching or context.asks_yes_or_no)):
        return False
    if any(_is_rated_as(reading, one) and is_rating(reading, one) for one in reading.numbers):
        return True
    if not (context.coaching and reading.so("hurts")):
        return False
    last, sentence = reading.numbers[-1], reading.sentence
    end = last.end + sentence.reach(last.end, "<about-so>")
    wished = {m.start for m in reading.of("command-set") if m.id in MEASURED}
    ends = end == len(sentence) or end in sentence.hard or end in wished
    return ends and is_rating(reading, last)


def _is_rated_as(reading: Reading, one: Number) -> bool:
    """Whether a number is called one, as none is counted: "a three", not "a three minute walk"."""
    sentence = reading.sentence
    called = sentence.reach(one.start - 1, "<rated-as>") == 1 or any(
        sentence.reach(at, "<rated-as>") == one.start - at for at in (one.start - 2, one.start - 3)
    )
    ends = one.end == len(sentence) or bool(sentence.reach(one.end, "<behind-rating>"))
    return called and (ends or bool(sentence.reach(one.end, "<of-ten>")))


def is_rating(reading: Reading, one: Number) -> bool:
    """Whether a number stands by itself, and is not that of a scale, a time, an age or a name."""
    sentence = reading.sentence
    names = reading.of("exercise", "routine")
    if any(lies_in(one, m) or (one.value == 1 and one.start == m.end) for m in names):
        return False  # "Teach me the one leg stand", "the standing on one leg one".
    if is_of_an_exercise(reading, one) or sentence.reach(one.start - 1, "<step-of>"):
        return False  # "On rep four", "step three".
    if is_of_repetitions(reading, one):
        return False  # "I did eight", "make it ten".
    if is_of_another_thing(reading, one):
        return False  # "My meeting is at ten", "my son is ten", "ten dollars".
    named = sentence.reach(one.start - 1, "<definite>")
    denied = one.start - 2 if named else one.start - 1
    if sentence.reach(denied, "<not-this>") or sentence.reach(one.start - 1, "<below-zero>"):
        return False  # "Two and a half, not five", "two, not the six I had", "minus one".
    makes_that = any(  # "Five, no, make that seven."
        sentence.reach(one.start - back, "<make-that>") == back for back in (2, 3)
    )
    begins = makes_that or _begins_anew(reading, one)
    pointed = sentence.reach(one.start - 1, "<pointing>") and not begins
    if sentence.reach(one.start - 2, "<of-scale>") or pointed:
        return False
    if sentence.reach(one.start - 1, "<of-ten>"):
        return False  # "Five from ten."
    if sentence.reach(one.end, "<of-ten>"):
        return True
    if one.value == 0 and sentence.reach(one.end, "<than-before>"):
        return False  # "Nothing worse."
    to_go = sentence.reach(one.end, "<to-go>")
    if to_go and one.end + to_go == len(sentence):
        return False  # "About nine more", but "three, more than before".
    wished = [m for m in reading.of("command-set") if m.id in MEASURED]
    if any(lies_in(one, m) or (one.value == 1 and one.start == m.end) for m in wished):
        return False  # "An easier one", but "slower, two".
    if is_word_of_a_command(reading, one):
        return False  # "Go back one", "skip this one", "one moment".
    in_order = sentence.words[max(one.start - 1, 0)] in reading.lexicon.units  # "Day four."
    return not (is_of_time(reading, one) or in_order or sentence.reach(one.end, "<counted>"))


def _corrected(reading: Reading, rated: list[Number]) -> bool:
    return any(
        reading.sentence.reach(at, "<no>") or reading.sentence.reach(at, "<correction>")
        for at in range(rated[0].end, rated[-1].start)
    )
