"""The bookmark: offered after a workout, told on request, kept only for those who agreed.

Pure: what is known is handed in as a `Memory`, and what is to be kept or forgotten is given back
in the reply's `keep`.
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.workout import Wish, Workout
from skill.dialog import marks, question
from skill.dialog.answers import topics
from skill.dialog.bookmark import history
from skill.dialog.bookmark.progress import WHOSE
from skill.dialog.events import Answered, Asked, Event, Launch, Remark, Said, Wants
from skill.dialog.memory import MOST_REFUSALS, Memory
from skill.dialog.preparation import exercise_choice
from skill.dialog.reply import Act, Asking, Closing, Question, Reply, naming
from skill.dialog.state import State, is_welcomed
from skill.dialog.transitions import FRESH, IDLE
from skill.dialog.workout import beginning
from skill.interview.interview import Knowledge
from skill.library.types import YESES, Answer
from skill.storage.bookmark import Forget, Refused

ABOUT_ITSELF: frozenset[Remark] = frozenset(
    {
        *("remember", "forget"),
        *("last-time", "how-many-sessions", "which-week", "week-plan", "getting-on"),
    }
)
"""What is asked of the bookmark, at any time."""

PRIVACY = "privacy"
"""The topic that tells what is kept."""


def reply_to(
    knowledge: Knowledge, state: State | None, event: Event, memory: Memory | None
) -> Reply | None:
    """The reply to what concerns the bookmark; None for all else."""
    match event:
        case Said("week-plan") if memory is None or memory.bookmark is None:
            return None
        case Said("which-week") if memory is None or (memory.bookmark is None and _is_on(state)):
            return None
        case Said(what) if what in ABOUT_ITSELF:
            return _about_itself(knowledge, state, what, memory)
        case Launch() if state is None and memory is not None:
            return _welcome_back(knowledge, memory)
        case Wants(exercise=None) if state is None or state.workout is None:
            return _taken_up(knowledge, state, event, memory)
    if state is None or state.pending != "may-remember":
        return None
    if event in {Said("ready"), Said("resume")}:
        event = Answered(Answer.YES)
    match event:
        case Answered(grade):
            return _agreed(state, grade, memory)
        case Asked(asked, _) if PRIVACY in asked:
            return question.pending(knowledge, state).after(Act("what-is-kept"))
        case Asked():
            return topics.answer(knowledge, _elsewhere(state), event)
    return None


def _is_on(state: State | None) -> bool:
    """Whether a routine is on, whose step can be told without a bookmark."""
    return state is not None and state.workout is not None


def _elsewhere(state: State) -> State:
    return replace(state, pending="offer-check", finished=None)


def _on(knowledge: Knowledge, state: State | None, *acts: Act) -> Asking:
    """Something said, and on where it was; where nothing was, the check is offered."""
    stood = state or IDLE
    return question.pending(knowledge, stood).after(*acts)


def _about_itself(
    knowledge: Knowledge, state: State | None, what: Remark, memory: Memory | None
) -> Reply:
    if memory is None:
        place = marks.place_of(state) if what == "remember" else None
        where = (marks.directions(place),) if place is not None else ()
        return _on(knowledge, state, Act("keeps-nothing"), *where)
    if what == "forget":
        kept_no_more = replace(state or FRESH, no_bookmark=True)
        if kept_no_more.pending == "may-remember" or is_welcomed(kept_no_more):
            return Closing((Act("forgotten"), Act("goodbye")), keep=Forget())
        going_on = _on(knowledge, kept_no_more if state else None, Act("forgotten"))
        forgetful = replace(going_on.state, no_bookmark=True)
        return replace(going_on, state=forgetful, keep=Forget())
    if memory.unreachable:
        return _on(knowledge, state, Act("memory-unreachable"))
    if what == "remember":
        return _remembered(knowledge, state, memory)
    return _on(knowledge, state, *history.answer(knowledge, what, memory))


def _remembered(knowledge: Knowledge, state: State | None, memory: Memory) -> Reply:
    """The reply to "remember me": whoever asks for a bookmark has agreed to it."""
    if state is not None and state.pending == "may-remember":
        return _agreed(state, Answer.YES, memory)
    if memory.bookmark is not None:
        return _on(knowledge, state, Act("kept-place"))
    place = marks.place_of(state)
    if place is None:
        return _on(knowledge, state, Act("nothing-to-remember"))
    mark = marks.mark_place(None, place, memory.today)
    going_on = _on(knowledge, state, Act("remembered"), Act(WHOSE[memory.whose]))
    return replace(going_on, keep=mark)


def _agreed(state: State, grade: Answer, memory: Memory | None) -> Reply:
    """The answer to "shall I remember where you are?"; only a yes is one."""
    if memory is None or state.finished is None:
        return Closing((Act("coach-goodbye"),))
    if grade in YESES:
        mark = marks.count_workout(None, state.finished, memory.today, memory.session)
        return Closing((Act("remembered"), Act("coach-goodbye")), keep=mark)
    before = memory.kept.times if isinstance(memory.kept, Refused) else 0
    refused = Refused(min(before + 1, MOST_REFUSALS))
    return Closing((Act("not-remembered"), Act("coach-goodbye")), keep=refused)


def _welcome_back(knowledge: Knowledge, memory: Memory) -> Reply | None:
    """Where somebody is, and at once the first question before they go on there."""
    mark = memory.bookmark
    if mark is None or not marks.is_known(knowledge.library, mark):
        return None
    names = naming(routine=mark.routine)
    if knowledge.library.routines[mark.routine].early:
        # A fresh injury is checked each time.
        checked = Act("welcome-back-to-a-check", names=names)
        return Asking((checked,), Question("open-question"), FRESH)
    numbers = {"level": mark.step, "session": mark.sessions + 1, "exercise": mark.exercise}
    broke_off = marks.is_unfinished(mark, memory.today)
    back = Act("welcome-back-within" if broke_off else "welcome-back", names=names, numbers=numbers)
    workout = Workout(Wish(mark.routine), welcomed=True)
    coached = replace(FRESH, pending="safety-today", workout=workout)
    return beginning.go_on(knowledge, coached).after(back)


def _taken_up(
    knowledge: Knowledge, state: State | None, event: Wants, memory: Memory | None
) -> Reply | None:
    """Exercise without a name goes on where it was, or at the step that is named."""
    stood = state or FRESH
    named = marks.named_place(event)
    if named is not None:
        stood = replace(stood, place=named)
    mark = memory.bookmark if memory else None
    unnamed = event.routine is None and event.minutes is None and stood.result is None
    if unnamed and mark is not None and marks.is_known(knowledge.library, mark):
        return exercise_choice.begin(knowledge, stood, Wish(mark.routine))
    if event.beside.mine and stood.result is None:
        kept = Act("none-kept" if memory is None else "none-kept-yet")
        listed = exercise_choice.take_wish(knowledge, stood, event)
        names = listed.state is not None and listed.state.pending == "choose-routine"
        return listed.after(kept) if names else listed
    return None
