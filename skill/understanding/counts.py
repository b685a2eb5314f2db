"""Pain from 0 to 10, how many sessions, and how many minutes there are."""

from __future__ import annotations

from skill.understanding.clauses import clause
from skill.understanding.commands import AT_THE_LIST, START, command
from skill.understanding.matching import Match, lies_in, meet, within
from skill.understanding.numbers import Number
from skill.understanding.polarity import Holds
from skill.understanding.reading import Reading

MOST_PAIN = 10
"""The highest number that rates a pain."""
JUST_OVER = range(11, 13)
"""Numbers that mean ten where pain is rated: "eleven". What is far over ten is a slip."""
NO_PAIN = "0"
"""The meaning of words for no pain, as all of them are named by their number."""
PAIN_QUESTIONS = ("how-much-pain",)
RATED = frozenset({"severe-pain", "severity"})
"""Questions of the check to which a number rates the pain: "it's a nine"."""
MEASURED = frozenset({"slower", "faster", "easier", "harder", "longer-rest"})
"""Commands of which there may be "a bit": that rates no pain."""
SESSIONS = "last-sessions"
"""The question how many sessions of a step there were."""
COUNT_QUESTIONS = (SESSIONS, "which-level")
OFFER = "offer-check"
"""The question that stands where nothing is under way: a place in a routine may be told at it."""

LAST = -1
"""The number of the last of a list."""


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
    in_passing = question in RATED and _is_in_passing(reading)
    asked = asked or (rates and _is_alone(reading)) or in_passing or _rates_pain(reading)
    return _rating(reading, asked) or _level(reading, asked)


def _count(reading: Reading) -> tuple[int, Number | Match] | None:
    """The step, or how many sessions, where that is asked: a place, a number, or how often."""
    named = place(reading)
    if named is not None:
        return named[0]
    told = [n for n in reading.numbers if not _is_of_an_exercise(reading, n)]
    told = [n for n in told if not (_is_of_time(reading, n) or _is_denied(reading, n))]
    names = reading.of("exercise", "routine")  # "The standing on one leg" is no first step.
    others = (*own_answers(reading), *names)
    told = [n for n in told if not any(lies_in(n, m) for m in others)]
    last = (int(told[-1].value + 0.5), told[-1]) if told else None
    return _ordinal(reading) or last or _times_done(reading)


def _alone(reading: Reading) -> tuple[int, Number] | None:
    """A number that is all that is said; behind a word a "one" is none: "the steadying one"."""
    alone = reading.numbers[-1] if _is_alone(reading) else None
    return (int(alone.value), alone) if alone and (alone.value != 1 or not alone.start) else None


def _rating(reading: Reading, asked: bool) -> tuple[int, Number] | None:
    """A pain in numbers, where pain is `asked` for or rated; the highest, or the corrected one."""
    if not (asked or reading.has("scale")):
        return None
    rated = [n for n in reading.numbers if _is_rating(reading, n)]
    if not rated:
        return None
    one = rated[-1] if _corrected(reading, rated) else max(rated, key=lambda n: n.value)
    value = MOST_PAIN if asked and one.value in JUST_OVER else one.value
    return int(value + 0.5), one


def _level(reading: Reading, asked: bool) -> tuple[int, Match] | None:
    """A pain in words: "a lot", where pain is `asked` for or spoken of in a set."""
    speaks_of_pain = reading.context.coaching and reading.of("hurts")
    levels = reading.of("pain-level") if asked or speaks_of_pain else []
    levels = [m for m in levels if not _is_filler(reading, m)]
    if levels and reading.so("hurts"):  # "Easy, but it hurt a bit."
        levels = [m for m in levels if m.id != NO_PAIN] or levels
    if not levels:
        return None
    best = max(levels, key=lambda m: (m.end - m.start, int(m.id)))
    return int(best.id), best


def _is_in_passing(reading: Reading) -> bool:
    """Whether a number that may rate a pain is told: "a seven when I walk", but not "one spot"."""
    return any(1 < one.value <= MOST_PAIN and _is_rating(reading, one) for one in reading.numbers)


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


def _ordinal(reading: Reading) -> tuple[int, Match] | None:
    own = own_answers(reading)
    found = sorted(reading.of("ordinal"), key=lambda m: m.start)
    every = [m for m in found if not within(m, own)]
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


def _is_of_an_exercise(reading: Reading, one: Number) -> bool:
    return bool(reading.sentence.reach(one.start - 1, "<exercise-of>"))


def _is_denied(reading: Reading, one: Number) -> bool:
    """Whether a step is named only to say that it is not meant: "I don't mean step two"."""
    first, _ = clause(reading.sentence, one.start)
    return any(at in reading.sentence.denies for at in range(max(first, one.start - 4), one.start))


def _follows_no(reading: Reading, one: Number) -> bool:
    """Whether the "no" before it answers a question: "no, step three"."""
    sentence = reading.sentence
    denied = [at for at in sentence.denies if at < one.start]
    return reading.context.asks_yes_or_no and denied == [0] and bool(sentence.reach(0, "<no>"))


def _is_of_time(reading: Reading, one: Number) -> bool:
    """Whether it counts weeks or the like: "I've been at it two weeks" is no second step."""
    return any(word in reading.lexicon.units for word in reading.sentence.words[one.end :][:1])


def place(reading: Reading) -> tuple[tuple[int, Number], tuple[int, Number] | None] | None:
    """A step of a routine and an exercise of it, as "step two, exercise three" names them."""
    asked = reading.context.talk == "check" and reading.context.question != OFFER
    if asked or reading.context.coaching:
        return None
    parts = [n for n in reading.numbers if _is_of_an_exercise(reading, n)]
    parts = parts or _in_order(reading, "<exercise-of>")
    steps = [n for n in reading.numbers if reading.sentence.reach(n.start - 1, "<step-of>")]
    if not steps and parts:  # "My first steps in the morning" are no step of a routine.
        steps = _in_order(reading, "<step-of>")
    steps = [n for n in steps if not _is_denied(reading, n) or _follows_no(reading, n)]
    if not steps:
        return None
    part = (int(parts[-1].value), parts[-1]) if parts else None
    return (int(steps[-1].value), steps[-1]), part


def _in_order(reading: Reading, of: str) -> list[Number]:
    """What is counted in its order: "third exercise"."""
    return [
        Number(float(one.id), one.start, one.end)
        for one in reading.of("ordinal")
        if one.id.isdigit()
        and (reading.sentence.reach(one.end, of) or reading.sentence.reach(one.end - 1, of))
    ]


def _is_filler(reading: Reading, level: Match) -> bool:
    """Whether it is of a command ("okay, carry on", "a bit slower") or a name, or is denied."""
    denies = reading.sentence.denies
    if any(m.start == level.end and m.id in MEASURED for m in reading.of("command-set")):
        return True  # "A bit slower."
    if any(meet(level, m) for m in reading.of("command") if m.id == "volume"):
        return True  # "Speak up a bit."
    if reading.sentence.reach(level.end, "<effort>"):
        return True  # "A bit hard."
    if reading.sentence.reach(level.end, "<than-before>"):
        return True  # "A bit more than before": how much it was is not known.
    if level.id != NO_PAIN and _is_wondered(reading, level):
        return True  # "Is it supposed to pull a bit?"
    if reading.sentence.reach(level.start, "<sore-spot>"):
        return True  # "The sore spot was all right."
    if level.id == NO_PAIN and not {level.start - 1, level.start - 2}.isdisjoint(denies):
        return True  # "Not fine", "not too easy".
    word = reading.sentence.reach(level.start, "<yes-word>") == level.end - level.start
    return word and (command(reading) is not None or bool(reading.of("offer")))


def _is_wondered(reading: Reading, level: Match) -> bool:
    """Whether words for a pain stand in a question: "should it ache in the shin?"."""
    first, _ = clause(reading.sentence, level.start)
    return any(
        m.id in ("question", "asks-of-it") and first <= m.start <= level.start
        for m in reading.marks
    )


def _rates_pain(reading: Reading) -> bool:
    """Whether pain in an exercise is told with its number: "it hurts, about a six"."""
    if not (reading.context.coaching and reading.numbers and reading.so("hurts")):
        return False
    last, sentence = reading.numbers[-1], reading.sentence
    return last.end == len(sentence) and _is_rating(reading, last)


def _is_alone(reading: Reading) -> bool:
    """Whether the sentence is a number and hardly more, as "about a six"."""
    told, sentence = reading.numbers, reading.sentence
    if len(told) != 1 or len(sentence) > told[0].end - told[0].start + 2:
        return False
    end = told[0].end  # "Nine, I think", not "nine green bottles".
    named = end < len(sentence) and not any(
        sentence.reach(end, name) for name in ("<light>", "<of-ten>", "<subject>")
    )
    return not named


def _is_rating(reading: Reading, one: Number) -> bool:
    """Whether a number stands by itself, and is not that of a scale, a time, an age or a name."""
    sentence = reading.sentence
    names = reading.of("exercise", "routine")
    if any(lies_in(one, m) or (one.value == 1 and one.start == m.end) for m in names):
        return False  # "Teach me the one leg stand", "the standing on one leg one".
    if _is_of_an_exercise(reading, one) or sentence.reach(one.start - 1, "<step-of>"):
        return False  # "On rep four", "step three".
    if sentence.reach(one.start - 1, "<not-this>") or sentence.reach(one.start - 1, "<below-zero>"):
        return False  # "Two and a half, not five", "minus one".
    if sentence.reach(one.start - 2, "<of-scale>") or sentence.reach(one.start - 1, "<pointing>"):
        return False
    if sentence.reach(one.end, "<of-ten>"):
        return True
    wished = [m for m in reading.of("command-set") if m.id in MEASURED]
    if any(m.start <= one.start <= m.end for m in wished):
        return False  # "An easier one."
    in_order = sentence.words[max(one.start - 1, 0)] in reading.lexicon.units  # "Day four."
    return not (_is_of_time(reading, one) or in_order or sentence.reach(one.end, "<counted>"))


def _corrected(reading: Reading, rated: list[Number]) -> bool:
    return any(
        reading.sentence.reach(at, "<no>") or reading.sentence.reach(at, "<correction>")
        for at in range(rated[0].end, rated[-1].start)
    )


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
    return None
