"""What the skill is told to do."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.answers.own_words import AT
from skill.understanding.commands.command_kinds import ALL, EVERY, OF_STEPS, STEP, kinds_at
from skill.understanding.commands.jumps import jump
from skill.understanding.commands.mentions import (
    ALWAYS,
    is_amid,
    is_asked,
    is_of_a_run,
    is_told,
    questions,
)
from skill.understanding.commands.reasons import CHANGING, without_reasons
from skill.understanding.commands.set_questions import put_first
from skill.understanding.commands.waits import WAITS, behind_a_wait, not_ready
from skill.understanding.findings.candidates import hardly_felt
from skill.understanding.findings.kit import LACKS, names_a_step
from skill.understanding.grammar.matching import Match, is_other, lies_in, meet, within
from skill.understanding.grammar.polarity import Holds
from skill.understanding.reading.reading import Reading

LONGER = ("finding", "harmless")


LEFT = "how-many-left"
OF_WEEKS = frozenset({"how-many-sessions", "which-week", "week-plan", "getting-on"})
"""What is asked of all sessions so far."""


FIRST_TIME = "first-time"
DONE_BEFORE = "done-before"
"""What is said of a routine where its step is asked for."""

FARES = {"fares-well": "ready", "fares-ill": "pause"}
"""How somebody fares in the middle of an exercise, and what that commands."""

IN_PARTS = "in-parts"
"""To be asked for each thing of a question by itself."""

MAY_STOP = "may-i-stop"
"""Whether somebody may stop for pain."""

IF_IT_HURTS = "if-it-hurts"
"""How much it may hurt, and whether it is well as it is."""

SHOULD_STOP = "should-i-stop"
"""Whether it may go on as it feels now."""

SKIP_ALL = "skip-questions"
START = "start-exercise"
TOLD = "told-already"
"""That it was said before, which is no more than that beside a number: "fifty-two, I said that"."""


HOW_IT_BEGAN = "how-it-began"
"""The question how it began, and how long ago: "slowly" slows nothing there."""


DONE_WITH_IT = "done-with-it"
"""The mark of words by which an exercise is over, where its pain is asked for: "all done"."""


_PLAINLY = (Holds.IS, Holds.IS_NOT)
OF_A_WORKOUT = "command-set"
OF_A_SET = frozenset({"harder", "easier", "how-to", "how-many-left"})
"""Commands that nothing but an exercise can take, and whose bare words tell much else."""
GOING_ON = frozenset({"ready", "resume", "next"})
"""Commands that only lead to what is changed: "go on, but slower"."""
CAN_WAIT = "can-wait"
"""To be told whether it can wait, which is asked after a result alone."""

NEAR = 4
"""Words between a wish and the name of what is wished for, at most."""


def command(reading: Reading) -> Match | None:
    """The command with the most words; of equals the last, as people correct themselves, and
    before one that holds at any time the one of this kind of talk ("let's do it").

    Words inside of a longer finding ("it goes away when I stop") command nothing. A name of an
    exercise or routine behind a wish ("take me through the clam") is a start. A command of
    another kind of talk counts where it is the whole sentence.
    """
    faring = _faring(reading)
    if not faring and (reading.by_kind.keys().isdisjoint(EVERY) or _tells_how_it_began(reading)):
        return None
    longer = _found_in_a_workout(reading) if reading.context.coaching else reading.of(*LONGER)
    longer += [m for m in reading.marks if m.id == "of-a-set"]  # "A twinge on the last one."
    if reading.context.question == STEP:
        longer += reading.of("from-the-top")  # "The one before the last."
    asked = questions(reading)
    gone = jump(reading)
    led = [] if gone is None else [gone.order]
    told = [*led, *_of_this_talk(reading, longer, asked), *_wishes(reading), *faring]
    rated = hardly_felt(reading)  # "Barely felt it" wishes for nothing harder.
    told = [m for m in told if m.id != "harder" or not any(meet(m, one) for one in rated)]
    declined = [m for m in reading.marks if m.id == "declines-check"]
    told = [  # "I don't want a check, start the calf exercise."
        m for m in told if m.id != "start-check" or not any(meet(m, n) for n in declined)
    ]
    felt = [m for m in reading.of("finding") if not m.id.startswith("place-")]
    if not reading.context.coaching:
        told = [m for m in told if not _leads_to_news(reading, m, felt)]
    # "I'm new to running" is no wish for what a first time needs.
    if not told and not felt and not _answers(reading):
        whole = [m for m in reading.of(*ALL) if m.end - m.start >= len(reading.sentence)]
        if not reading.context.exercising:  # "It's not easy", "eases off", "left" are answers.
            whole = [m for m in whole if m.kind != OF_A_WORKOUT or m.id not in OF_A_SET]
        told = [m for m in whole if not within(m, longer) and not is_asked(reading, m, asked)]
        # "I saw my doctor last week" is a word for exercise after a result alone.
        told = [m for m in told if m.id != START or m.kind != "command-result"]
    if reading.context.talk == "pain" and reading.has(DONE_WITH_IT):
        # "Finished": the exercise, of which pain is asked.
        told = [m for m in told if m.id not in ALWAYS]
    stops = [m for m in told if m.id == MAY_STOP]
    if stops:
        return stops[-1]  # "Is it fine to stop when it aches" asks for no more than that.
    parts = [m for m in told if m.id == IN_PARTS]
    if parts and all(m.id in (IN_PARTS, "repeat", "slower") for m in told):
        return parts[-1]  # "Can you say that again, one by one?"
    kept = [m for m in told if m.id == "remember"]
    if kept and any(m.id == "stop" for m in told):
        return kept[-1]  # "I've got to go, remember me for tomorrow."
    weeks = [m for m in told if m.id in OF_WEEKS]
    told = [  # "Two, done it before."
        m for m in told if m.id != DONE_BEFORE or all(meet(m, one) for one in reading.numbers)
    ]
    before = [m for m in told if m.id == DONE_BEFORE]
    first = [m for m in told if m.id == FIRST_TIME and not any(lies_in(m, n) for n in before)]
    told = put_first(reading, told)
    if any(m.id == CAN_WAIT for m in told):  # "Does she need an X-ray, and can she sleep first?"
        told = [m for m in told if m.id != "how-to"]
    # "How many sessions have I done" asks for no sets that are left.
    told = [m for m in told if m.id != LEFT or not any(lies_in(m, one) for one in weeks)]
    if first and reading.context.question in OF_STEPS and not any(m.id in ALWAYS for m in told):
        return first[-1]  # "First time, do I need a mat?"
    if reading.context.talk == "before-exercise":
        told = without_reasons(reading, told)
        unasked = [m for m in told if m.id == SKIP_ALL]  # What is asked: that skips no exercise.
        told = [m for m in told if m.id != "skip" or not any(lies_in(m, one) for one in unasked)]
    if not reading.context.coaching:
        return _heaviest(told)
    if (held := not_ready(reading, told)) is not None:
        return held
    told = without_reasons(reading, told)
    leading = [m for m in told if m.id in GOING_ON]
    # "You talk too much" is about no dose.
    changing = [m for m in told if m.id in CHANGING and not within(m, leading)]
    if changing and all(m.id in {*CHANGING, *GOING_ON} for m in told):
        return _heaviest(changing)  # "Yeah, go on, but harder."
    return _of_what_is_felt(reading, _heaviest(behind_a_wait(told)))


def _found_in_a_workout(reading: Reading) -> list[Match]:
    """The findings but for words that mean something else in an exercise: "bump it up"."""
    other = reading.of("not-in-a-set")
    return [m for m in reading.of("finding") if not is_other(m, other)]


def _of_what_is_felt(reading: Reading, order: Match | None) -> Match | None:
    """A question how much is normal, which asks whether to stop where something is felt beside it:
    "a little twinge, is that all right?".
    """
    if order is None or order.id != IF_IT_HURTS or reading.numbers:
        return order
    felt = [m for m in reading.so("hurts") if not meet(m, order)]
    return replace(order, id=SHOULD_STOP) if felt else order


def _leads_to_news(reading: Reading, order: Match, felt: list[Match]) -> bool:
    """Whether a wait only leads to what is told: "oh wait, it isn't swollen" puts that right."""
    return (
        order.id in WAITS
        and order.start == 0
        and any(m.start >= order.end and reading.holds(m) in _PLAINLY for m in felt)
    )


def ends_loosely(reading: Reading, order: Match | None) -> bool:
    """Whether a stop in the check is told by words that may only end what was told: "bit sore,
    that's your lot".
    """
    if order is None or order.id != "stop" or reading.context.talk != "check":
        return False
    return any(m.id == "loose-end" and lies_in(order, m) for m in reading.marks)


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


def _faring(reading: Reading) -> list[Match]:
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


def _heaviest(told: list[Match]) -> Match | None:
    """The command with the most words; to be forgotten goes before all that is said beside it."""
    cancelled = [m for m in told if m.id == "cancel-reminders"]
    # "Get rid of my reminders" forgets nobody.
    told = [m for m in told if m.id != "forget" or not any(meet(m, one) for one in cancelled)]
    forgotten = [m for m in told if m.id == "forget"] if cancelled else []
    told = forgotten or told
    return max(told, key=lambda m: (m.end - m.start, m.start, m.kind != "command"), default=None)


def _tells_how_it_began(reading: Reading) -> bool:
    """Whether the whole sentence tells how it began, where that is asked."""
    return reading.context.question == HOW_IT_BEGAN and any(
        m.id == "sudden-onset" and m.start == 0 and m.end == len(reading.sentence)
        for m in reading.of("denial", "at-how-it-began")
    )


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
