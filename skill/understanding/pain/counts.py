"""Pain from 0 to 10, how many sessions, and how many minutes there are."""

from __future__ import annotations

from skill.understanding.commands.command_kinds import AT_THE_LIST, START, STEP
from skill.understanding.contexts import PAIN_QUESTIONS
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match, lies_in, within
from skill.understanding.grammar.polarity import Holds
from skill.understanding.numbers.numbers import Number
from skill.understanding.pain.command_words import is_rank_of_a_command, is_word_of_a_command
from skill.understanding.pain.levels import level
from skill.understanding.pain.ratings import (
    MOST_PAIN,
    is_counted,
    is_of_an_exercise,
    is_of_another_thing,
    is_of_time,
    is_rating,
    rates_pain,
    rating,
    stands_for,
)
from skill.understanding.reading.reading import Reading

RATED = frozenset({"severe-pain", "severity"})
"""Questions of the check to which a number rates the pain: "it's a nine"."""
SESSIONS = "last-sessions"
"""The question how many sessions of a step there were."""
COUNT_QUESTIONS = (SESSIONS, STEP)
ROUTINE_OFFER = "offer-routine"
"""The question whether to start a routine, to which somebody may name the step."""
OFFER = "offer-check"
"""The question that stands where nothing is under way: a place in a routine may be told at it."""

LITTLE_TIME = "little-time"
"""The mark of words by which there is little time: "something quick"."""
FEW_MINUTES = 5
"""The minutes that there are where it is only told that they are few."""

FELT = frozenset({"finding", "hurts", "pain-level", "answer"})
"""Kinds of what is felt, which a number rates."""
BEFORE_A_RATING = ("<light>", "<subject>", "<rated-as>", "<no>", "<yes-word>", "<lead>")
"""What stands before a number that is all that is said: "about a six", "okay, two"."""

LAST = -1
"""The number of the last of a list."""

DOUBT = "not-sure"
"""The answer of whoever does not know, which denies no number behind it."""


def number(reading: Reading) -> tuple[int, Number | Match] | None:
    """A pain from 0 to 10, or the count that was asked for, with the words that tell it."""
    question = reading.context.question
    if question in COUNT_QUESTIONS:
        return _count(reading)
    if question == AT_THE_LIST:
        return _ordinal(reading) or _alone(reading)
    if not (reading.numbers or "pain-level" in reading.by_kind):
        return None
    asked = reading.context.talk == "pain" or question in PAIN_QUESTIONS
    rates = reading.context.coaching or reading.context.talk == "check"
    in_passing = rates_in_passing(reading)
    asked = asked or (rates and _is_alone(reading)) or in_passing or rates_pain(reading)
    return rating(reading, asked) or level(reading, asked)


def _count(reading: Reading) -> tuple[int, Number | Match] | None:
    """The step, or how many sessions, where that is asked: a place, a number, or how often."""
    sessions = _sessions(reading) if reading.context.question == SESSIONS else []
    named = place(reading)
    if named is not None and not sessions:
        return named[0]
    if by_rank := ranked(reading):
        return -int(by_rank[-1].id), by_rank[-1]
    if any(m.id == SESSIONS for m in reading.of("not-sure-at")):
        return None  # "Three, but I've been off two weeks": after a break nobody moves up.
    told = [n for n in reading.numbers if not is_of_an_exercise(reading, n)]
    told = [n for n in told if not (is_of_time(reading, n) or _is_denied(reading, n))]
    told = [n for n in told if not (stands_for(reading, n) or is_of_another_thing(reading, n))]
    told = [n for n in told if not is_word_of_a_command(reading, n)]  # "An easier one."
    if reading.context.question == STEP:  # "Nine, and four sessions."
        told = [n for n in told if not is_counted(reading, n)] or told
    told = sessions or told
    names = reading.of("exercise", "routine")  # "The standing on one leg" is no first step.
    others = (*own_answers(reading), *names)
    told = [n for n in told if not any(lies_in(n, m) for m in others)]
    last = (_lower(reading, told[-1]), told[-1]) if told else None
    if sessions:  # "The third step, five sessions."
        return last
    return _ordinal(reading) or last or _times_done(reading)


def _sessions(reading: Reading) -> list[Number]:
    """The numbers that tell how often something was done: "four sessions", not "twice a week"."""
    rates = reading.of("no-span")
    counted = (n for n in reading.numbers if is_counted(reading, n))
    return [n for n in counted if not any(lies_in(n, m) or m.start == n.end for m in rates)]


def sessions(reading: Reading) -> tuple[int, Number | Match] | None:
    """How often a step was done, told beside its number where that is asked for."""
    if reading.context.question != STEP:
        return None
    told = _sessions(reading)
    step = _count(reading) if told else None
    if step is None or step[1] in told:
        return None
    return _lower(reading, told[-1]), told[-1]


def ranked(reading: Reading) -> list[Match]:
    """The words that tell a step by its rank, where it is asked for: "the hardest one".

    Its number counts down from the top: -1 is the last, -2 the one before.
    """
    return reading.of("from-the-top") if reading.context.question == STEP else []


def _lower(reading: Reading, one: Number) -> int:
    """The number itself; of two that stand side by side the lower: "two or three, I think"."""
    words = reading.sentence.words[one.start : one.end]
    told = [reading.lexicon.numbers.get(w, int(w) if w.isdigit() else None) for w in words]
    values = [value for value in told if value is not None]
    side_by_side = len(values) > 1 and one.value in values
    return int((min(values) if side_by_side else one.value) + 0.5)


def _alone(reading: Reading) -> tuple[int, Number] | None:
    """A number that is all that is said; behind a word a "one" is none: "the steadying one"."""
    alone = reading.numbers[-1] if _is_alone(reading) else None
    return (int(alone.value), alone) if alone and (alone.value != 1 or not alone.start) else None


def _is_in_passing(reading: Reading) -> bool:
    """Whether a number that may rate a pain is told: "a seven when I walk", but not "one spot"."""
    return any(1 < one.value <= MOST_PAIN and is_rating(reading, one) for one in reading.numbers)


def rates_in_passing(reading: Reading) -> bool:
    """Whether a number rates the pain where the check asks how strong it is."""
    return reading.context.question in RATED and _is_in_passing(reading)


def _times_done(reading: Reading) -> tuple[int, Match] | None:
    """How often it was done, where that is asked: "twice last week"."""
    told = reading.of("times-done") if reading.context.question == SESSIONS else []
    return (int(told[-1].id), told[-1]) if told else None


def own_answers(reading: Reading) -> list[Match]:
    """The words that answer the question that is open, and no other."""
    asked = reading.context.question
    counts = asked in COUNT_QUESTIONS
    first = [m for m in reading.of("command-coached") if counts and m.id == "first-time"]
    return [*first, *(m for m in reading.of("yes-at", "not-sure-at") if m.id == asked)]


def is_unknown(reading: Reading) -> bool:
    """Whether it is said that the step that was asked for is not known."""
    asked = reading.context.question
    counts = asked in COUNT_QUESTIONS
    return counts and any(m.id == asked for m in reading.of("not-sure-at"))


def _ordinal(reading: Reading) -> tuple[int, Match] | None:
    own = own_answers(reading)
    found = sorted(reading.of("ordinal"), key=lambda m: m.start)
    every = [m for m in found if not (within(m, own) or is_rank_of_a_command(reading, m))]
    if any(one.end - one.start == len(reading.sentence) for one in own):
        every = []  # "First": it is new, and no first step.
    so = [m for m in every if reading.holds(m) is not Holds.IS_NOT]
    counts = reading.context.question in COUNT_QUESTIONS
    corrected = every[-1:] if counts or len(every) > 1 else []
    places = so or corrected  # "Not new, the second step", "not the first one, the third".
    if not places:
        return None
    one = max(places, key=lambda m: (m.end - m.start, m.start))
    return (LAST if one.id == "last" else int(one.id)), one


def _is_denied(reading: Reading, one: Number) -> bool:
    """Whether a step is named only to say that it is not meant: "I don't mean step two", but not
    "I don't know, two".
    """
    first, _ = clause(reading.sentence, one.start)
    doubts = [m for m in reading.of("answer") if m.id == DOUBT]
    denied = (at for at in range(max(first, one.start - 4), one.start))
    return any(
        at in reading.sentence.denies and not any(m.start <= at < m.end for m in doubts)
        for at in denied
    )


def _follows_no(reading: Reading, one: Number) -> bool:
    """Whether the "no" before it answers a question: "no, step three"."""
    sentence = reading.sentence
    denied = [at for at in sentence.denies if at < one.start]
    return reading.context.asks_yes_or_no and denied == [0] and bool(sentence.reach(0, "<no>"))


def place(reading: Reading) -> tuple[tuple[int, Number], tuple[int, Number] | None] | None:
    """A step of a routine and an exercise of it, as "step two, exercise three" names them."""
    asked = reading.context.talk == "check" and reading.context.question != OFFER
    if asked or reading.context.coaching:
        return None
    parts = [n for n in reading.numbers if is_of_an_exercise(reading, n)]
    parts = parts or _in_order(reading, "<exercise-of>")
    steps = [n for n in reading.numbers if reading.sentence.reach(n.start - 1, "<step-of>")]
    if reading.of("ordinal"):  # "The second step, three times a week."
        steps = [n for n in steps if not is_counted(reading, n)]
    ahead = [n for n in steps if not is_done(reading, n)]
    steps = ahead or steps  # "I did step one last week, go on with step two."
    offered = reading.context.question == ROUTINE_OFFER  # "Yes, I'm on the third step."
    if not steps and (parts or offered):  # "My first steps" are of no routine.
        steps = [n for n in _in_order(reading, "<step-of>") if parts or n.value > 1]
    steps = [n for n in steps if not _is_denied(reading, n) or _follows_no(reading, n)]
    if not steps:
        return None
    part = (int(parts[-1].value), parts[-1]) if parts else None
    return (int(steps[-1].value), steps[-1]), part


def is_done(reading: Reading, step: Number) -> bool:
    """Whether a step is told that was done last: "last time was step one"."""
    return any(m.id == "step-done" and lies_in(step, m) for m in reading.marks)


def _in_order(reading: Reading, of: str) -> list[Number]:
    """What is counted in its order: "third exercise"."""
    return [
        Number(float(one.id), one.start, one.end)
        for one in reading.of("ordinal")
        if one.id.isdigit()
        and (reading.sentence.reach(one.end, of) or reading.sentence.reach(one.end - 1, of))
    ]


def _is_alone(reading: Reading) -> bool:
    """Whether the sentence is a number and hardly more, as "about a six"."""
    told, sentence = reading.numbers, reading.sentence
    if len(told) != 1 or len(sentence) > told[0].end - told[0].start + 2:
        return False
    lead = range(told[0].start)
    pain = {at for m in reading.found for at in range(m.start, m.end) if m.kind in FELT}
    if not all(at in pain or sentence.is_one_of(at, BEFORE_A_RATING) for at in lead):
        return False  # "Dinner at seven."
    end = told[0].end  # "Nine, I think", not "nine green bottles".
    named = end < len(sentence) and not sentence.is_one_of(
        end, ("<light>", "<of-ten>", "<subject>")
    )
    return not named


def minutes(reading: Reading, order: Match | None) -> tuple[int, Match] | None:
    """The minutes that there are for exercises. A time said during a check is none.

    At the end of a wish they need no more words: "something for weak ankles, ten minutes".
    """
    if reading.context.talk == "check":
        return None
    for one in reading.numbers:
        length = reading.sentence.reach(one.end, "<minute>")
        ends = one.end + length == len(reading.sentence)
        alone = one.start <= 2 and ends
        wished = ends and order is not None and order.id == START and one.start >= order.end
        if length and (alone or wished or reading.has("has-time")):
            return int(one.value), Match("minutes", "minutes", one.start, one.end + length)
    few = [m for m in reading.marks if m.id == LITTLE_TIME]
    return (FEW_MINUTES, few[0]) if few and not reading.context.coaching else None
