"""A pain as it is rated in words: "a lot", "a twinge", "not very sore"."""

from __future__ import annotations

from skill.understanding.commands.commands import command
from skill.understanding.commands.waits import WAITS
from skill.understanding.findings.candidates import hardly_felt
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match, lies_in, meet, within
from skill.understanding.grammar.polarity import Holds
from skill.understanding.reading.reading import Reading

NO_PAIN = "0"
"""The meaning of words for no pain, as all of them are named by their number."""

GRAVE = 8
"""From here on a word for a pain means more than that there is one: "agony"."""

MILD = 2
"""What is meant by a pain that is called not bad."""

BETWEEN = "ready-question"
"""The question between two parts of an exercise, whether to go on."""

MEASURED = frozenset({"slower", "faster", "easier", "harder", "longer-rest"})
"""Commands of which there may be "a bit": that rates no pain."""

WONDERS = frozenset({"should-i-stop", "if-it-hurts", "may-i-go-on"})
"""Questions whether it may go on: "a little twinge, is that all right" beside one rates nothing."""

ABOUT_STOPPING = frozenset({"should-i-stop", "may-i-stop", "may-i-go-on"})
"""The questions whether to stop or go on: "it hurts a bit" beside one is no number."""


def level(reading: Reading, asked: bool) -> tuple[int, Match] | None:
    """A pain in words: "a lot", where pain is `asked` for or spoken of in a set."""
    if "pain-level" not in reading.by_kind:
        return None
    if asks_to_stop(reading) or _wonders(reading):
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


def asks_to_stop(reading: Reading) -> bool:
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
    if any(m.id in WAITS and lies_in(level, m) for m in reading.of("command", "command-set")):
        return True  # "The baby is crying."
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


MOST_BETWEEN = 2
"""Words between a command and how much of it is wanted, at most."""


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
