"""The words of a sentence that may command something, before one command is chosen."""

from __future__ import annotations

from skill.understanding.answers.own_words import AT
from skill.understanding.commands.command_kinds import ALL, START, STEP, kinds_at
from skill.understanding.commands.jumps import jump
from skill.understanding.commands.mentions import (
    ALWAYS,
    is_amid,
    is_asked,
    is_of_a_run,
    is_told,
    questions,
)
from skill.understanding.commands.waits import WAITS
from skill.understanding.findings.candidates import hardly_felt
from skill.understanding.findings.kit import LACKS, names_a_step
from skill.understanding.grammar.matching import Match, is_other, lies_in, meet, within
from skill.understanding.grammar.polarity import Holds
from skill.understanding.reading.reading import Reading

LONGER = ("finding", "harmless")

FARES = {"fares-well": "ready", "fares-ill": "pause"}
"""How somebody fares in the middle of an exercise, and what that commands."""

TOLD = "told-already"
"""That it was said before, which is no more than that beside a number: "fifty-two, I said that"."""

_PLAINLY = (Holds.IS, Holds.IS_NOT)

OF_A_WORKOUT = "command-set"

OF_A_SET = frozenset({"harder", "easier", "how-to", "how-many-left"})
"""Commands that nothing but an exercise can take, and whose bare words tell much else."""

NEAR = 4
"""Words between a wish and the name of what is wished for, at most."""


def candidates(reading: Reading, faring: list[Match]) -> list[Match]:
    """The commands whose words command; where there is none, one that is the whole sentence."""
    longer = _found_in_a_workout(reading) if reading.context.coaching else reading.of(*LONGER)
    longer += [m for m in reading.marks if m.id == "of-a-set"]  # "A twinge on the last one."
    if reading.context.question == STEP:
        longer += reading.of("from-the-top")  # "The one before the last."
    asked = questions(reading)
    gone = jump(reading)
    led = [] if gone is None else [gone.order]
    given = [*led, *_of_this_talk(reading, longer, asked), *_wishes(reading), *faring]
    rated = hardly_felt(reading)  # "Barely felt it" wishes for nothing harder.
    given = [m for m in given if m.id != "harder" or not any(meet(m, one) for one in rated)]
    declined = [m for m in reading.marks if m.id == "declines-check"]
    given = [  # "I don't want a check, start the calf exercise."
        m for m in given if m.id != "start-check" or not any(meet(m, n) for n in declined)
    ]
    felt = [m for m in reading.of("finding") if not m.id.startswith("place-")]
    if not reading.context.coaching:
        given = [m for m in given if not _leads_to_news(reading, m, felt)]
    if given or felt or _answers(reading):  # "I'm new to running" wishes for no first time.
        return given
    whole = [m for m in reading.of(*ALL) if m.end - m.start >= len(reading.sentence)]
    if not reading.context.exercising:  # "It's not easy", "eases off", "left" are answers.
        whole = [m for m in whole if m.kind != OF_A_WORKOUT or m.id not in OF_A_SET]
    whole = [m for m in whole if not within(m, longer) and not is_asked(reading, m, asked)]
    # "I saw my doctor last week" is a word for exercise after a result alone.
    return [m for m in whole if m.id != START or m.kind != "command-result"]


def _found_in_a_workout(reading: Reading) -> list[Match]:
    """The findings but for words that mean something else in an exercise: "bump it up"."""
    other = reading.of("not-in-a-set")
    return [m for m in reading.of("finding") if not is_other(m, other)]


def _leads_to_news(reading: Reading, order: Match, felt: list[Match]) -> bool:
    """Whether a wait only leads to what is told: "oh wait, it isn't swollen" puts that right."""
    return (
        order.id in WAITS
        and order.start == 0
        and any(m.start >= order.end and reading.holds(m) in _PLAINLY for m in felt)
    )


def _of_this_talk(reading: Reading, longer: list[Match], asked: list[Match]) -> list[Match]:
    """The commands of this kind of talk whose words command, and tell, ask or answer nothing."""
    own = _of_question(reading)
    began = [m for m in reading.marks if m.id == "began-in"]
    louder = [m for m in reading.marks if m.id == "gets-louder"]
    return [
        m
        for m in reading.of(*kinds_at(reading.context))
        if not within(m, longer)
        and not is_told(reading, m)
        and not is_asked(reading, m, asked)
        and not is_of_a_run(reading, m)
        and not is_amid(reading, m)
        and not (m.id == LACKS and names_a_step(reading, m))
        and not (m.id == "volume" and any(lies_in(m, one) for one in louder))
        and not (m.id == START and any(lies_in(m, one) for one in began))
        and not (m.id == TOLD and not all(lies_in(n, m) for n in reading.numbers))
        and not _is_declined(reading, m)
        and not any(lies_in(m, one, -_more(m)) for one in own)
    ]


def faring(reading: Reading) -> list[Match]:
    """That all is well in the middle of an exercise, which goes on with it, or that it is not.

    Beside something that hurts it says no more than that.
    """
    if not reading.context.coaching or reading.so("hurts"):
        return []
    felt = [m for m in reading.of("finding") if not m.id.startswith("place-")]
    if any(reading.holds(m) is Holds.IS for m in felt):
        return []
    said = [m for m in reading.marks if m.id in FARES]
    return [Match("command-set", FARES[m.id], m.start, m.end) for m in said]


def _is_declined(reading: Reading, order: Match) -> bool:
    """Whether an opening says of exercise that it is not wanted, or can't be done."""
    if reading.context.talk != "launch" or order.id != START:
        return False
    said, before = reading.sentence, range(max(0, order.start - NEAR), order.start)
    denied = any(at in said.denies and not said.reach(at, "<bare-no>") for at in before)
    return denied and reading.holds(order) is Holds.IS_NOT


def _answers(reading: Reading) -> bool:
    """Whether the whole sentence answers a question of the check ("haven't tried")."""
    return reading.context.asks_yes_or_no and any(
        m.end - m.start == len(reading.sentence) for m in reading.of("answer")
    )


def _more(order: Match) -> int:
    return 2 if order.id in ALWAYS else 1


def _of_question(reading: Reading) -> list[Match]:
    """What answers the question that is open: "stopped it last year" stops no talk."""
    context = reading.context
    if not context.asks_yes_or_no:
        return []
    kinds = {f"at-{part}" for part in (context.question, *context.parts)}
    asked = {context.question, *context.parts}
    other = reading.of("not")
    return [
        m
        for m in reading.found
        if (m.kind in kinds or (m.kind in AT and m.id in asked)) and not is_other(m, other)
    ]


def _wishes(reading: Reading) -> list[Match]:
    """Wishes for what is named; "it started on a run" tells when it hurts, and wishes nothing."""
    wishes = reading.of("wish")
    if not wishes:
        return []
    felt = [*reading.of("finding"), *(m for m in reading.marks if m.id == "began-in")]
    return [
        Match("command", START, wish.start, named.end)
        for wish in wishes
        for named in reading.of("exercise", "routine")
        if not reading.has("question")
        or named.end >= len(reading.sentence) - 1
        or reading.has("only-left", "only-right")
        if not any(m.start <= wish.end and named.end <= m.end for m in felt)
        if wish.end <= named.start <= wish.end + NEAR and reading.holds(wish) is not Holds.IS_NOT
    ]
