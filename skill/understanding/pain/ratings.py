"""A pain as it is rated: a number, or words that stand for one."""

from __future__ import annotations

from skill.understanding.commands.commands import command
from skill.understanding.findings.candidates import hardly_felt
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match, lies_in, meet, within
from skill.understanding.grammar.polarity import Holds
from skill.understanding.numbers.numbers import Number
from skill.understanding.pain.other_days import of_now
from skill.understanding.reading.reading import Reading

MOST_PAIN = 10
"""The highest number that rates a pain."""


JUST_OVER = range(11, 13)
"""Numbers that mean ten where pain is rated: "eleven". What is far over ten is a slip."""


NO_PAIN = "0"
"""The meaning of words for no pain, as all of them are named by their number."""


GRAVE = 8
"""From here on a word for a pain means more than that there is one: "agony"."""

MILD = 2
"""What is meant by a pain that is called not bad."""


MOST_BETWEEN = 2
"""Words between a command and how much of it is wanted, at most."""

BETWEEN = "ready-question"
"""The question between two parts of an exercise, whether to go on."""

MEASURED = frozenset({"slower", "faster", "easier", "harder", "longer-rest"})
"""Commands of which there may be "a bit": that rates no pain."""


def rating(reading: Reading, asked: bool) -> tuple[int, Number] | None:
    """A pain in numbers, where pain is `asked` for or rated; the highest, or the corrected one."""
    if not (asked or reading.has("scale") or _asks_to_stop(reading)):
        return None
    rated = [n for n in reading.numbers if is_rating(reading, n) and not stands_for(reading, n)]
    rated = of_now(reading, rated)
    rated = [n for n in rated if not _is_elsewhere(reading, n)] or rated
    rated = [n for n in rated if not _is_by_the_way(reading, rated[0], n)]
    if not rated:
        return None
    one = rated[-1] if _corrected(reading, rated) else max(rated, key=lambda n: n.value)
    value = MOST_PAIN if asked and one.value in JUST_OVER else one.value
    return int(value + 0.5), one


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


LEADING = frozenset({"previous", "next", "skip", "skip-next"})
"""Commands that lead to another exercise: how many of them is no pain."""

WONDERS = frozenset({"should-i-stop", "if-it-hurts", "may-i-go-on"})
"""Questions whether it may go on: "a little twinge, is that all right" beside one rates nothing."""

ABOUT_STOPPING = frozenset({"should-i-stop", "may-i-stop", "may-i-go-on"})
"""The questions whether to stop or go on: "it hurts a bit" beside one is no number."""


def level(reading: Reading, asked: bool) -> tuple[int, Match] | None:
    """A pain in words: "a lot", where pain is `asked` for or spoken of in a set."""
    if "pain-level" not in reading.by_kind:
        return None
    if _asks_to_stop(reading) or _wonders(reading):
        return None
    speaks_of_pain = reading.context.coaching and reading.of("hurts")
    rated = asked or speaks_of_pain or _is_all_that_is_said(reading)
    levels = reading.of("pain-level") if rated else []
    levels = [m for m in levels if not _is_filler(reading, m)]
    if levels and (felt := reading.so("hurts")):  # "Easy, but it hurt a bit."
        levels = [m for m in levels if m.id != NO_PAIN] or [
            m for m in levels if not any(_is_denial_of(reading, m, one) for one in felt)
        ]  # "It did not hurt until the end" is no zero.
    if not levels:
        return None
    denied = [m for m in levels if m.id != NO_PAIN and _is_denied(reading, m)]
    others = [m for m in levels if not any(lies_in(m, one) for one in denied)]
    if denied and not others:
        return (0 if _names_pain(reading, denied[0]) else MILD), denied[0]
    levels = others
    best = max(levels, key=lambda m: (m.end - m.start, int(m.id)))
    return int(best.id), best


def _is_denied(reading: Reading, level: Match) -> bool:
    """Whether it is not as bad: "not sore", "not very sore", "it wasn't severe"."""
    sentence, before = reading.sentence, level.start - 1
    of_degree = not _names_pain(reading, level)
    if of_degree and before in sentence.denies and sentence.reach(before, "<not>"):
        return True
    bare = bool(sentence.reach(before, "<no>")) and of_degree
    return not bare and reading.holds(level) is Holds.IS_NOT  # "No, agony" denies nothing.


def _is_denial_of(reading: Reading, level: Match, felt: Match) -> bool:
    """Whether words for no pain deny what is felt all the same, as more is told behind them."""
    denies = reading.sentence.has("<not>", range(level.start, level.end))
    return denies and lies_in(felt, level)


def _names_pain(reading: Reading, level: Match) -> bool:
    """Whether it only names a pain, which is denied with it: "not sore" is none, and "not very
    sore" and "not awful" are a little.
    """
    grave = int(level.id) >= GRAVE and level.end - level.start == 1
    return not grave and any(lies_in(level, m) for m in reading.of("hurts"))


def _is_all_that_is_said(reading: Reading) -> bool:
    """Whether nothing but how bad a pain is was said into an exercise: "mild", "a twinge".

    To "shall I go on?" between two parts of it that is no yes.
    """
    context, last = reading.context, len(reading.sentence)
    return (
        context.talk in ("set-up", "set", "rest")
        and context.question in (None, BETWEEN)
        and any(m.id != NO_PAIN and m.end - m.start == last for m in reading.of("pain-level"))
    )


def _asks_to_stop(reading: Reading) -> bool:
    """Whether somebody in an exercise asks if it may go on as it feels."""
    return reading.context.talk in ("set-up", "set", "rest") and any(
        m.id in ABOUT_STOPPING for m in reading.of("command-set")
    )


def _wonders(reading: Reading) -> bool:
    """Whether somebody who feels something in an exercise asks whether that is well."""
    if not reading.context.coaching:
        return False
    asked = [m for m in reading.of("command-set") if m.id in WONDERS]
    if not asked:
        return False
    felt = reading.so("hurts")
    return any(not meet(one, m) for m in asked for one in felt)


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


def _is_filler(reading: Reading, level: Match) -> bool:
    """Whether it is of a command ("okay, carry on", "a bit slower") or a name, or is denied."""
    denies = reading.sentence.denies
    if any(meet(level, m) for m in hardly_felt(reading)):
        return False  # "Barely felt it, make it harder."
    if any(m.start == level.end and m.id in MEASURED for m in reading.of("command-set")):
        return True  # "A bit slower."
    if any(lies_in(level, m) and m.id in WONDERS for m in reading.of("command-set")):
        return True  # "Is it fine to keep going?"
    wished = [m for m in reading.of("command-set") if m.id in MEASURED]
    if level.id != NO_PAIN and within(level, wished):
        return True  # "Put some weight on."
    if level.id != NO_PAIN and not reading.of("hurts") and _follows(level, wished):
        return True  # "Slow down a bit."
    if any(meet(level, m) for m in reading.of("command") if m.id == "volume"):
        return True  # "Speak up a bit."
    if reading.sentence.reach(level.end, "<effort>"):
        return True  # "A bit hard."
    if reading.sentence.reach(level.end, "<than-before>"):
        return True  # "A bit more than before": how much it was is not known.
    if level.id != NO_PAIN and _is_wondered(reading, level):
        return True  # "Is it supposed to pull a bit?"
    if level.id == NO_PAIN and any(
        m.id == "same" and lies_in(level, m) for m in reading.of("course")
    ):
        return True  # "Nothing worse": no more than before may be a lot.
    if reading.sentence.reach(level.start, "<sore-spot>"):
        return True  # "The sore spot was all right."
    if level.id == NO_PAIN and not {level.start - 1, level.start - 2}.isdisjoint(denies):
        return True  # "Not fine", "not too easy".
    if level.id == NO_PAIN and _is_gone(reading, level):
        return True  # "It hurt a bit but it went away", "how many weeks until it's gone".
    if level.id == NO_PAIN and _makes_light(reading, level):
        return True  # "It hurts, but I'm fine".
    word = reading.sentence.reach(level.start, "<yes-word>") == level.end - level.start
    return word and (command(reading) is not None or bool(reading.of("offer")))


def _is_gone(reading: Reading, level: Match) -> bool:
    """Whether it only says that what did hurt went away, or it is asked when that will be."""
    if not any(m.id == "gone" and meet(level, m) for m in reading.marks):
        return False
    hurt = [m for m in reading.of("hurts", "pain-level") if m.id != NO_PAIN]
    asked = [m for m in reading.marks if m.id == "question"]
    return any(m.end <= level.start for m in (*hurt, *asked))


def _makes_light(reading: Reading, level: Match) -> bool:
    """Whether words that all is fine only make light of what hurts: how much it was is not told."""
    fine = any(m.id == "fine" and meet(level, m) for m in reading.marks)
    return fine and any(m.end <= level.start for m in reading.so("hurts"))


def _follows(level: Match, wished: list[Match]) -> bool:
    """Whether it stands close behind a command: "slow it down for me a bit"."""
    return any(0 <= level.start - m.end <= MOST_BETWEEN for m in wished)


def _is_wondered(reading: Reading, level: Match) -> bool:
    """Whether words for a pain stand in a question: "should it ache in the shin?"."""
    first, _ = clause(reading.sentence, level.start)
    return any(
        m.id in ("question", "asks-of-it") and first <= m.start <= level.start
        for m in reading.marks
    )


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
    led = [m for m in reading.of("command-set", "command") if m.id in LEADING]
    if one.value == 1 and any(lies_in(one, m) for m in led):
        return False  # "Go back one", "skip this one".
    in_order = sentence.words[max(one.start - 1, 0)] in reading.lexicon.units  # "Day four."
    return not (is_of_time(reading, one) or in_order or sentence.reach(one.end, "<counted>"))


def _corrected(reading: Reading, rated: list[Number]) -> bool:
    return any(
        reading.sentence.reach(at, "<no>") or reading.sentence.reach(at, "<correction>")
        for at in range(rated[0].end, rated[-1].start)
    )
