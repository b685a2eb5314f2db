"""The bookmark: asked for once a session is done, told on request, kept only by whoever agreed.

Pure: what is known is handed in as a `Memory`, and what is to be kept or forgotten is given back
in the reply's `keep`.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from skill.dialog import exercise_choice, level, marks, opening, question, screening, topics
from skill.dialog.clearance import bar_of
from skill.dialog.events import Answered, Asked, Command, Event, Launch, Said, Wants
from skill.dialog.reply import Act, Asking, Closing, Question, Reply, naming
from skill.dialog.sayings import Statement
from skill.dialog.state import State
from skill.dialog.workout import MOST_STEPS, Wish
from skill.interview.knowledge import Knowledge
from skill.library.types import YESES, Answer
from skill.storage.bookmark import Bookmark, Forget, Kept, Refused

ABOUT_ITSELF: frozenset[Command] = frozenset(
    {
        *("remember", "forget"),
        *("last-time", "how-many-sessions", "which-week", "getting-on"),
    }
)
"""What is asked of the bookmark, at any time."""

PRIVACY = "privacy"
"""The topic that tells what is kept."""

MOST_REFUSALS = 2

WHOSE: dict[str, Statement] = {"person": "kept-for-voice", "account": "kept-for-account"}

NOT_DONE: dict[str, Statement] = {
    "forgotten": "could-not-forget",
    "remembered": "could-not-remember",
    "session-counted": "could-not-remember",
    "kept-place": "could-not-remember",
}
"""What is said instead where the store did not do it."""


class Memory(Struct, frozen=True):
    """What the store says of somebody, and the day.

    `whose` says whether Alexa named a person, or only an account. `unreachable`: the store did not
    answer, so nothing is known. `session` is the mark of the session, by which it is counted once.
    """

    today: date
    whose: Literal["person", "account"] = "account"
    kept: Kept | None = None
    unreachable: bool = False
    session: str = ""

    @property
    def bookmark(self) -> Bookmark | None:
        """Where somebody is, if they agreed to have it kept."""
        return self.kept if isinstance(self.kept, Bookmark) else None


def heard(
    knowledge: Knowledge, state: State | None, event: Event, memory: Memory | None
) -> Reply | None:
    """The reply to what concerns the bookmark; None for all else."""
    match event:
        case Said("which-week") if memory is None or memory.bookmark is None:
            return None
        case Said(what) if what in ABOUT_ITSELF:
            return _about_itself(knowledge, state, what, memory)
        case Launch() if state is None and memory is not None:
            return _welcome_back(knowledge, memory)
        case Wants(exercise=None) if state is None or state.workout is None:
            return _taken_up(knowledge, state, event, memory)
    if state is None or state.pending not in {"may-remember", "resume-offer"}:
        return None
    if event in {Said("ready"), Said("resume")}:
        event = Answered(Answer.YES)
    match event:
        case Answered(grade) if state.pending == "may-remember":
            return _agreed(state, grade, memory)
        case Answered(grade):
            return _resumed(knowledge, state, grade, memory)
        case Asked(asked, _) if PRIVACY in asked and state.pending == "may-remember":
            return question.pending(knowledge, state).after(Act("what-is-kept"))
        case Asked():
            return topics.asked(knowledge, _elsewhere(state), event)
    return None


def _elsewhere(state: State) -> State:
    return replace(state, pending="offer-check", finished=None)


def _on(knowledge: Knowledge, state: State | None, *acts: Act) -> Asking:
    """Something said, and on where it was; where nothing was, the check is offered."""
    stood = state or replace(opening.FRESH, pending="offer-check")
    return question.pending(knowledge, stood).after(*acts)


def _about_itself(
    knowledge: Knowledge, state: State | None, what: Command, memory: Memory | None
) -> Reply:
    if memory is None:
        return _on(knowledge, state, Act("keeps-nothing"))
    if what == "forget":
        kept_no_more = replace(state or opening.FRESH, no_bookmark=True)
        if kept_no_more.pending in {"may-remember", "resume-offer"}:
            return Closing((Act("forgotten"), Act("goodbye")), keep=Forget())
        going_on = _on(knowledge, kept_no_more if state else None, Act("forgotten"))
        forgetful = replace(going_on.state, no_bookmark=True)
        return replace(going_on, state=forgetful, keep=Forget())
    if memory.unreachable:
        return _on(knowledge, state, Act("memory-unreachable"))
    if what == "remember":
        return _remembered(knowledge, state, memory)
    return _on(knowledge, state, *_told(knowledge, what, memory))


def _remembered(knowledge: Knowledge, state: State | None, memory: Memory) -> Reply:
    """Who asks for it has agreed to it."""
    if state is not None and state.pending == "may-remember":
        return _agreed(state, Answer.YES, memory)
    if memory.bookmark is not None:
        return _on(knowledge, state, Act("kept-place"))
    place = marks.place_of(state)
    if place is None:
        return _on(knowledge, state, Act("nothing-to-remember"))
    mark = marks.marked(None, place, memory.today)
    going_on = _on(knowledge, state, Act("remembered"), Act(WHOSE[memory.whose]))
    return replace(going_on, keep=mark)


def _agreed(state: State, grade: Answer, memory: Memory | None) -> Reply:
    """The answer to "shall I remember where you are?"; only a yes is one."""
    if memory is None or state.finished is None:
        return Closing((Act("coach-goodbye"),))
    if grade in YESES:
        mark = marks.counted(None, state.finished, memory.today, memory.session)
        return Closing((Act("remembered"), Act("coach-goodbye")), keep=mark)
    before = memory.kept.times if isinstance(memory.kept, Refused) else 0
    refused = Refused(min(before + 1, MOST_REFUSALS))
    return Closing((Act("not-remembered"), Act("coach-goodbye")), keep=refused)


def _welcome_back(knowledge: Knowledge, memory: Memory) -> Reply | None:
    """Where somebody is, and the offer to go on, where the routine is still there."""
    mark = memory.bookmark
    if mark is None or not marks.is_known(knowledge.library, mark):
        return None
    numbers = {"level": mark.step, "session": mark.sessions + 1}
    acts = [Act("welcome-back", names=naming(routine=mark.routine), numbers=numbers)]
    if marks.is_unfinished(mark, memory.today):
        acts.append(Act("broke-off", numbers={"exercise": mark.exercise}))
    offered = replace(opening.FRESH, pending="resume-offer")
    return Asking(tuple(acts), Question("resume-offer"), offered)


def _resumed(knowledge: Knowledge, state: State, grade: Answer, memory: Memory | None) -> Reply:
    """The answer to "shall we start?"; who does not want to may have something that hurts."""
    mark = memory.bookmark if memory else None
    if grade not in YESES:
        return Asking((), Question("open-question"), replace(state, pending="open-question"))
    if mark is None or not marks.is_known(knowledge.library, mark):
        return exercise_choice.choose(knowledge, state, 0)
    return exercise_choice.begin(knowledge, state, Wish(mark.routine))


def _taken_up(
    knowledge: Knowledge, state: State | None, event: Wants, memory: Memory | None
) -> Reply | None:
    """Exercise without a name goes on where it was; a step and an exercise wait for the routine."""
    stood = state or opening.FRESH
    named = _named(event)
    if named is not None:
        stood = replace(stood, place=named)
    mark = memory.bookmark if memory else None
    unnamed = event.routine is None and event.minutes is None and stood.result is None
    if unnamed and mark is not None and marks.is_known(knowledge.library, mark):
        return exercise_choice.begin(knowledge, stood, Wish(mark.routine))
    return exercise_choice.wanted(knowledge, stood, event) if named is not None else None


def _named(event: Wants) -> tuple[int, int] | None:
    """The step and the exercise that somebody names, where there can be such."""
    step, part = event.step, event.part or 1
    if step is None or not (1 <= step <= MOST_STEPS and 1 <= part <= MOST_STEPS):
        return None
    return step, part


def _told(knowledge: Knowledge, what: Command, memory: Memory) -> tuple[Act, ...]:
    mark = memory.bookmark
    if mark is None or not marks.is_known(knowledge.library, mark):
        return (Act("no-bookmark"),)
    routine = knowledge.library.routines[mark.routine]
    names = naming(routine=mark.routine)
    match what:
        case "last-time":
            ago = (memory.today - mark.last).days
            numbers = {"level": mark.step, "days": ago}
            # A day here may be another one where the person is: Alexa does not say.
            last = Act("last-time" if ago > 1 else "last-time-lately", names=names, numbers=numbers)
            broke_off = Act("broke-off", numbers={"exercise": mark.exercise})
            return (last, broke_off) if mark.exercise else (last,)
        case "how-many-sessions":
            counts = {"sessions": mark.sessions, "level": mark.step, "count": mark.at_step}
            return (Act("sessions-so-far", names=names, numbers=counts),)
        case "which-week":
            week = max(0, (memory.today - mark.began).days) // 7 + 1
            numbers = {"week": week, "weeks": routine.weeks, "days": routine.days_a_week}
            return (Act("which-week", numbers=numbers),)
    numbers = {"level": mark.step, "levels": len(routine.levels), "sessions": mark.sessions}
    return (Act("getting-on", numbers=numbers),)


def after(
    knowledge: Knowledge,
    before: State | None,
    event: Event,
    reply: Reply,
    memory: Memory | None,
) -> Reply:
    """The reply with the step that is known, what is to be kept, or the question whether to."""
    reply = _known(knowledge, reply, memory)
    if reply.keep is not None or before is None:
        return reply
    if isinstance(reply, Closing) and before.workout is not None and before.workout.steps:
        return _ended(before, event, reply, memory)
    mark = memory.bookmark if memory else None
    place = marks.place_of(reply.state)
    if memory is None or mark is None or place is None or place == marks.place_of(before):
        return reply
    return replace(reply, keep=marks.marked(mark, place, memory.today))


def _known(knowledge: Knowledge, reply: Reply, memory: Memory | None) -> Reply:
    """A routine that begins, at the step that is known: nobody is asked for it."""
    state, mark = reply.state, memory.bookmark if memory else None
    if isinstance(reply, Closing) or state is None or state.workout is None:
        return reply
    workout = state.workout
    wish, met = workout.wish, workout.met
    if workout.steps or wish.routine is None or (wish.level, wish.last) != (None, None):
        return reply
    if bar_of(knowledge.library, state) is not None:
        return reply
    levels = len(knowledge.library.routines[wish.routine].levels)
    if state.place is not None and state.place[0] <= levels:
        wish, pace = replace(wish, level=state.place[0], at=state.place[1]), workout.pace
    elif memory and mark and mark.routine == wish.routine and mark.step <= levels:
        routine = knowledge.library.routines[wish.routine]
        wish, pace = marks.taken_up(wish, mark, routine, memory.today), mark.pace
        met = marks.met(mark, routine)
    else:
        return reply
    known = replace(state, place=None, workout=replace(workout, wish=wish, pace=pace, met=met))
    if state.pending in level.LEADING_UP:
        return screening.go_on(knowledge, known).after(*reply.said)
    return replace(reply, state=known)


def _ended(before: State, event: Event, reply: Closing, memory: Memory | None) -> Reply:
    """The end of a session, with its place kept, told, or asked about."""
    place = marks.place_of(before)
    if place is None:
        return reply
    done = any(act.id == "session-done" and act.numbers["count"] for act in reply.said)
    mark = memory.bookmark if memory else None
    if memory is not None and mark is not None:
        if not done:
            kept = replace(reply, keep=marks.marked(mark, place, memory.today))
            return kept.after(Act("kept-place")) if event == Said("stop") else kept
        counted = marks.counted(mark, place, memory.today, memory.session)
        numbers = {"level": counted.step, "sessions": counted.sessions, "count": counted.at_step}
        told = Act("session-counted", numbers=numbers)
        said = tuple(told if act.id == "step-done" else act for act in reply.said)
        return Closing(said, reply.result, counted)
    if not done:
        numbers = {"level": place.step, "exercise": place.exercise}
        was = Act("where-you-were", names=naming(routine=place.routine), numbers=numbers)
        return reply.after(was) if event == Said("stop") else reply
    if memory is None or not _may_ask(before, memory):
        return reply
    said = tuple(act for act in reply.said if act.id not in {"step-done", "coach-goodbye"})
    asked = replace(
        before, pending="may-remember", workout=None, result=None, misses=0, finished=place
    )
    return Asking((*said, Act(WHOSE[memory.whose])), Question("may-remember"), asked)


def _may_ask(state: State, memory: Memory) -> bool:
    """Once in a session, and once more at a later one."""
    if state.no_bookmark or memory.unreachable:
        return False
    return not isinstance(memory.kept, Refused) or memory.kept.times < MOST_REFUSALS


def not_done(reply: Reply) -> Reply:
    """The reply where the store failed: it says so, where it had said that something is kept."""
    said = tuple(Act(NOT_DONE[act.id]) if act.id in NOT_DONE else act for act in reply.said)
    return replace(reply, said=said, keep=None)
