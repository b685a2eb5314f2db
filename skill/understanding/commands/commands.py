"""What the skill is told to do."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.commands.candidates import candidates, faring
from skill.understanding.commands.command_kinds import EVERY, OF_STEPS
from skill.understanding.commands.mentions import ALWAYS
from skill.understanding.commands.reasons import CHANGING, without_reasons
from skill.understanding.commands.set_questions import put_first, rules_out_first
from skill.understanding.commands.waits import behind_a_wait, not_ready
from skill.understanding.grammar.matching import Match, lies_in, meet, within
from skill.understanding.reading.reading import Reading

LEFT = "how-many-left"
OF_WEEKS = frozenset({"how-many-sessions", "which-week", "week-plan", "getting-on"})
"""What is asked of all sessions so far."""

FIRST_TIME = "first-time"
DONE_BEFORE = "done-before"
"""What is said of a routine where its step is asked for."""

IN_PARTS = "in-parts"
"""To be asked for each thing of a question by itself."""

MAY_STOP = "may-i-stop"
"""Whether somebody may stop for pain."""

IF_IT_HURTS = "if-it-hurts"
"""How much it may hurt, and whether it is well as it is."""

SHOULD_STOP = "should-i-stop"
"""Whether it may go on as it feels now."""

SKIP_ALL = "skip-questions"

HOW_IT_BEGAN = "how-it-began"
"""The question how it began, and how long ago: "slowly" slows nothing there."""

DONE_WITH_IT = "done-with-it"
"""The mark of words by which an exercise is over, where its pain is asked for: "all done"."""

GOING_ON = frozenset({"ready", "resume", "next"})
"""Commands that only lead to what is changed: "go on, but slower"."""

CAN_WAIT = "can-wait"
"""To be told whether it can wait, which is asked after a result alone."""


def command(reading: Reading) -> Match | None:
    """The command with the most words; of equals the last, as people correct themselves, and
    before one that holds at any time the one of this kind of talk ("let's do it").

    Words inside of a longer finding ("it goes away when I stop") command nothing. A name of an
    exercise or routine behind a wish ("take me through the clam") is a start. A command of
    another kind of talk counts where it is the whole sentence.
    """
    fares = faring(reading)
    if not fares and (reading.by_kind.keys().isdisjoint(EVERY) or _tells_how_it_began(reading)):
        return None
    given = candidates(reading, fares)
    if reading.context.talk == "pain" and reading.has(DONE_WITH_IT):
        # "Finished": the exercise, of which pain is asked.
        given = [m for m in given if m.id not in ALWAYS]
    if (order := _before_all(given)) is not None:
        return order
    given = [  # "Two, done it before."
        m for m in given if m.id != DONE_BEFORE or all(meet(m, one) for one in reading.numbers)
    ]
    first = _first_time(given)
    given = _without_mentions(given, rules_out_first(reading, put_first(reading, given)))
    of_steps = reading.context.question in OF_STEPS
    if first and of_steps and not any(m.id in ALWAYS for m in given):
        return first  # "First time, do I need a mat?"
    if reading.context.coaching:
        return _of_a_workout(reading, given)
    if reading.context.exercising:
        given = without_reasons(reading, given)
        unasked = [m for m in given if m.id == SKIP_ALL]  # What is asked: that skips no exercise.
        given = [m for m in given if m.id != "skip" or not any(lies_in(m, one) for one in unasked)]
    return _heaviest(given)


def _before_all(given: list[Match]) -> Match | None:
    """The command that goes before all that is said beside it."""
    stops = [m for m in given if m.id == MAY_STOP]
    if stops:
        return stops[-1]  # "Is it fine to stop when it aches" asks for no more than that.
    parts = [m for m in given if m.id == IN_PARTS]
    if parts and all(m.id in (IN_PARTS, "repeat", "slower") for m in given):
        return parts[-1]  # "Can you say that again, one by one?"
    kept = [m for m in given if m.id == "remember"]
    stopped = any(m.id == "stop" for m in given)
    return kept[-1] if kept and stopped else None  # "I've got to go, remember me for tomorrow."


def _first_time(given: list[Match]) -> Match | None:
    """That a routine is new to somebody, told by itself."""
    before = [m for m in given if m.id == DONE_BEFORE]
    first = [m for m in given if m.id == FIRST_TIME and not any(lies_in(m, n) for n in before)]
    return first[-1] if first else None


def _without_mentions(every: list[Match], given: list[Match]) -> list[Match]:
    """The commands without those whose words are part of what another of them all asks for."""
    if any(m.id == CAN_WAIT for m in given):  # "Does she need an X-ray, and can she sleep first?"
        given = [m for m in given if m.id != "how-to"]
    # "How many sessions have I done" asks for no sets that are left.
    weeks = [m for m in every if m.id in OF_WEEKS]
    return [m for m in given if m.id != LEFT or not any(lies_in(m, one) for one in weeks)]


def _of_a_workout(reading: Reading, given: list[Match]) -> Match | None:
    """The command of who exercises: a wait or a reason beside another only leads to it."""
    if (held := not_ready(reading, given)) is not None:
        return held
    given = without_reasons(reading, given)
    leading = [m for m in given if m.id in GOING_ON]
    # "You talk too much" is about no dose.
    changing = [m for m in given if m.id in CHANGING and not within(m, leading)]
    if changing and all(m.id in {*CHANGING, *GOING_ON} for m in given):
        return _heaviest(changing)  # "Yeah, go on, but harder."
    return _of_what_is_felt(reading, _heaviest(behind_a_wait(given)))


def _of_what_is_felt(reading: Reading, order: Match | None) -> Match | None:
    """A question how much is normal, which asks whether to stop where something is felt beside it:
    "a little twinge, is that all right?".
    """
    if order is None or order.id != IF_IT_HURTS or reading.numbers:
        return order
    felt = [m for m in reading.so("hurts") if not meet(m, order)]
    return replace(order, id=SHOULD_STOP) if felt else order


def ends_loosely(reading: Reading, order: Match | None) -> bool:
    """Whether a stop in the check is told by words that may only end what was told: "bit sore,
    that's your lot".
    """
    if order is None or order.id != "stop" or reading.context.talk != "check":
        return False
    return any(m.id == "loose-end" and lies_in(order, m) for m in reading.marks)


def _heaviest(given: list[Match]) -> Match | None:
    """The command with the most words; to be forgotten goes before all that is said beside it."""
    cancelled = [m for m in given if m.id == "cancel-reminders"]
    # "Get rid of my reminders" forgets nobody.
    given = [m for m in given if m.id != "forget" or not any(meet(m, one) for one in cancelled)]
    forgotten = [m for m in given if m.id == "forget"] if cancelled else []
    given = forgotten or given
    return max(given, key=lambda m: (m.end - m.start, m.start, m.kind != "command"), default=None)


def _tells_how_it_began(reading: Reading) -> bool:
    """Whether the whole sentence tells how it began, where that is asked."""
    return reading.context.question == HOW_IT_BEGAN and any(
        m.id == "sudden-onset" and m.start == 0 and m.end == len(reading.sentence)
        for m in reading.of("denial", "at-how-it-began")
    )
