"""Heard wishes as events: a command, or an exercise."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.precautions import is_no_alarm
from skill.dialog.events import Event, GoesTo, Said, Wants
from skill.dialog.state import AFTER_RESULT, EXERCISING, SCREENING, State
from skill.dialog.wishes import mishearings
from skill.dialog.wishes.command_asides import JUMPS, OF_SIDES, WISHING, answers_beside, tells_more
from skill.dialog.wishes.exercise_wishes import (
    LEAVING,
    asks_for_exercise_first,
    beside,
    chosen_of,
    exercise_of,
    may_be_placed,
    sore_after,
    tells_a_story,
    where,
    wish_of,
)
from skill.dialog.wishes.remarks import COMMANDS
from skill.interview.answers import is_yes
from skill.library.types import Library
from skill.understanding.heard import Heard

TURNING = frozenset({None, "next", "skip", "start_exercise", "ready", "resume"})
"""Commands that give way to a wish for one side alone: "next, but only the left"."""


MAY_CLOSE = frozenset({"stop", "cancel", "no_exercise"})
"""Commands that may close the session."""


ENDING_EXERCISE = frozenset({"start_check", "no_exercise"})
"""Commands that lead from an exercise to the check; in the check, what is told counts more."""

ASIDES = frozenset(
    {
        "help",
        "how_to",
        "remember",
        "start_check",
        "list_exercises",
        "how_many_left",
        "start_over",
        "means_name",
    }
)
"""Commands whose words are part of a question, where a topic is named beside them."""


OF_THE_ROUTINE = frozenset({"if_it_hurts", "how_often", "next_time"})
"""Commands that ask about the routine that is on; where none is, a topic beside them counts."""

ABOUT_STOPPING = frozenset({"stop", "may_i_stop", "should_i_stop"})
"""Commands by which somebody whom something hurts asks whether to stop."""

ASKING_OF_PAIN: frozenset[str | None] = frozenset({"should_i_stop", "may_i_go_on"})
"""Commands that ask what to do with a pain: its number is asked for."""


PUTTING_RIGHT = frozenset({"change_answer", "why_think"})
"""Commands beside which a denial counts of what was told before: "I said no, why say so?"."""


WAITING = frozenset({"wait", "pause"})
"""Commands that only gain time where nothing is played."""


def _tells(heard: Heard) -> bool:
    """Whether anything is told beside a command."""
    return bool(heard.findings or heard.side or heard.since_days is not None or heard.course)


def command_of(library: Library, state: State | None, heard: Heard) -> Event | None:
    """A command, unless what is said beside it counts more, or an exercise that is named."""
    name = heard.command
    if _counts_sessions(state, heard):
        return None  # "Two, went fine, can we start now?"
    if state is not None and state.pending == "choose-routine":
        chosen = chosen_of(library, state, heard)
        if chosen is not None:
            return chosen
    if name == "false_alarm" and heard.answer and (state is None or state.stopped is None):
        return None  # "Yeah, go on then", where a check is offered.
    if name == "false_alarm" and mishearings.settles_a_doubt(state, heard):
        return None  # "No, it's only the calf, carry on": the no decides.
    if name in TURNING and _is_of_a_side(state, heard):
        return None if tells_a_story(library, heard) else Wants(beside=beside(heard))
    if name in MAY_CLOSE and tells_of_danger(library, heard):
        return None  # "I turned it, I'm done in": an injury is heard before anything ends.
    if heard.loose_end and name == "stop":
        return Said("loose-end")
    if heard.corrects_time and name not in MAY_CLOSE | OF_THE_ROUTINE:
        return None  # "I said one week, change that please."
    if name is None or (name == "go_back" and heard.step is not None and may_be_placed(state)):
        return exercise_of(library, state, heard)
    coached = state is not None and state.pending in EXERCISING
    if name in WAITING and not coached and _tells(heard):
        return None  # "No wait, it's the left one."
    if name in WAITING and heard.sore and heard.number is not None:
        return None  # "Ow, hang on, that really hurt, about a seven."
    if name == "how_many_left" and heard.aspect == "how-long" and _plays_nothing(state):
        return None  # "How long will it take", where nothing is played.
    if name == "back_to_exercise" and not _may_wait(state):
        return wish_of(library, state, heard)
    if name == "sore_after":
        return sore_after(library, state, heard)
    if name in OF_THE_ROUTINE and heard.topic and heard.routine is None and not coached:
        return None  # "How much pain is okay?", where nothing is exercised.
    told = state is not None and state.result is not None
    conditions = {*library.conditions, *library.look_alikes}
    if name == "other_fits" and heard.asks_name and heard.topic in conditions:
        return None  # "Could it just be a calf strain?"
    if name == "if_it_hurts" and told and heard.topic and not coached:
        return None  # "Is that common?"
    if name == "go_back" and told and heard.asks and heard.topic:
        return None  # "When can I get back to running?"
    if name in ASIDES and (heard.topic or (name == "how_to" and heard.aspect and not coached)):
        return None
    if name in {"repeat", "in_parts"} and heard.topic and heard.aspect:
        return None  # "Sorry, what is diabetic, and slower please?"
    if (
        told
        and name not in MAY_CLOSE
        and (takes_back(state, heard) or _corrects(library, state, heard))
    ):
        return None  # "You got that wrong, I can walk", "can it wait, and it's not one spot".
    if name == "change_answer" and state is not None and state.asking in heard.findings:
        return None  # "You've got that wrong, no bone is sore", where that is asked once more.
    if name in PUTTING_RIGHT and _denies_what_counts(state, heard):
        return None  # "There was no fall, I was joking."
    if name not in MAY_CLOSE and _is_asked(state) and _denies_what_counts(state, heard):
        return None  # "It isn't numb, do I still need to go?"
    if name == "how_it_feels" and heard.hurts and not heard.asks and heard.number != 0:
        return Said("hurts")  # "It always clicks, and now it hurts."
    if name in ASKING_OF_PAIN:  # How much it hurts decides, and not a yes or a no.
        so = heard.told
        more = tells_of_danger(library, heard) if coached else not so <= where(library)
        says_more = heard.number is not None or more
        return None if says_more else Said(COMMANDS[name] if coached else "hurts")
    may_stop = name == "may_i_stop" or (name == "stop" and heard.asks and heard.hurts)
    if coached and may_stop and not tells_of_danger(library, heard):
        return Said("may-stop")
    if name in {*OF_SIDES, "stop_later"} and coached and heard.hurts:
        return Said("hurts")  # "It hurts, which leg am I on?", "ow, let's finish after this one."
    if name in ENDING_EXERCISE and tells_a_story(library, heard) and not _is_coached(state):
        return None
    if name == "ready" and coached and heard.findings.keys() == {"getting-better"}:
        return Said("ready")  # "That's better."
    if name not in {*LEAVING, *WISHING} and tells_more(library, state, heard):
        return None
    if name == "start_exercise" and answers_beside(state, heard):
        return None  # "No snap, nothing, I just want to exercise": the no is what was asked for.
    if name == "my_exercises" and heard.routine is None and heard.exercise is None:
        again = replace(heard, course=None) if heard.course == "same" else heard
        story = tells_a_story(library, again)
        return None if story else Wants(beside=replace(beside(heard), mine=True))
    if name in WISHING:
        offered = state is not None and state.pending == "offer-routine"
        allowed = state is not None and state.pending == "clinician-seen" and heard.cleared
        answers = heard.answer is not None and (offered or allowed)  # "Yes, he said to move it."
        told = tells_a_story(library, heard)
        told = told and not asks_for_exercise_first(library, state, heard)
        return None if answers or told else wish_of(library, state, heard)
    if name in JUMPS:
        return jump_of(state, heard)
    side = heard.side if name == "start_check" else None
    before = state is not None and state.pending in SCREENING
    of_days = heard.routine if name == "how_often" else None
    unequipped = before and heard.unequipped
    exercise = heard.exercise if name == "asks_of_it" else None
    agrees = name == "asks_of_it" and heard.answer == "yes"
    return Said(COMMANDS[name], side, of_days, unequipped, heard.detail, exercise, agrees)


def _may_wait(state: State | None) -> bool:
    """Whether something is open that is answered before exercise, or for which a set stopped."""
    if state is None:
        return False
    asked = {"question", "false-alarm", "check-offer", *SCREENING}
    return state.stopped is not None or state.pending in asked


def jump_of(state: State | None, heard: Heard) -> GoesTo | None:
    """Another exercise of the session that is wanted, or one that is not."""
    name = heard.command
    if name not in JUMPS or state is None or state.pending not in EXERCISING:
        return None
    return GoesTo(heard.exercises, heard.part, name == "go_back_to", name == "leave_out")


def _counts_sessions(state: State | None, heard: Heard) -> bool:
    """Whether the sessions that were asked for are told beside a wish to begin."""
    asked = state is not None and state.pending == "last-sessions"
    begins = heard.command in {"start_exercise", "ready"} and heard.routine is None
    return asked and begins and heard.number is not None and heard.step is None


def takes_back(state: State | None, heard: Heard) -> bool:
    """Whether something is denied that counted so far."""
    denied = (id for id, true in heard.findings.items() if not true)
    return state is not None and any(is_yes(state.given, id) for id in denied)


def _corrects(library: Library, state: State | None, heard: Heard) -> bool:
    """Whether something new is told beside words of a correction; a place alone is nothing new."""
    if state is None or heard.command != "change_answer":
        return False
    told = {id: true for id, true in heard.findings.items() if id not in library.places}
    regions = library.gates.keys()
    return any(
        not (true and is_yes(state.given, id)) for id, true in told.items() if id not in regions
    )


def _denies_what_counts(state: State | None, heard: Heard) -> bool:
    """Whether something is denied that was told before."""
    given = state.given if state is not None else {}
    return any(not true and is_yes(given, id) for id, true in heard.findings.items())


def _is_asked(state: State | None) -> bool:
    """Whether a question of the check is open."""
    return state is not None and state.pending == "question" and state.workout is None


def tells_of_danger(library: Library, heard: Heard) -> bool:
    """Whether something is told that a red flag is named after, or that puts exercise off."""
    return not is_no_alarm(library, (id for id, true in heard.findings.items() if true))


def _is_of_a_side(state: State | None, heard: Heard) -> bool:
    """Whether one side alone is wanted of what is coached."""
    names_another = heard.routine is not None or heard.exercise is not None
    return heard.only is not None and _is_coached(state) and not names_another


def _plays_nothing(state: State | None) -> bool:
    """Whether a question of the check is open, or one that follows a result."""
    if state is None or state.workout is not None:
        return False
    return bool(state.asking) or state.pending in AFTER_RESULT


def _is_coached(state: State | None) -> bool:
    return state is not None and state.workout is not None
