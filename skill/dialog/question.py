"""The open question, to be asked again word for word."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from skill.coaching import precautions, selection
from skill.coaching.schedule import EVERY_DAY, WORKING_DAYS, PartialPlan
from skill.dialog import single_questions
from skill.dialog.clearance import BONE_TOO, asks_of_bone_too, asks_of_sessions_too
from skill.dialog.reply import Asking, Named, Question, naming
from skill.dialog.sayings import OwnQuestion, Prompt, Statement
from skill.dialog.state import NO_WAY_BACK, Pending, State, Stopped
from skill.interview.answers import anybody_yes, is_yes, known_part
from skill.interview.assessment import Assessment, assess
from skill.interview.interview import HOW_IT_BEGAN, Knowledge
from skill.interview.onset import BEGINNINGS
from skill.library.types import Answer, Answers, Library

PLAINER: dict[Pending, Prompt] = {
    "safety-today": "safety-today-plainer",
    "safety-person": "safety-person-plainer",
    "clinician-seen": "clinician-seen-plainer",
    "safety-bone": "safety-bone-plainer",
    "safety-walk": "safety-walk-plainer",
}
"""The questions before exercise, put once more in plainer words."""

HELP: dict[Pending, Statement] = {
    "open-question": "help-open-question",
    "question": "help-question",
    "why-offer": "help-why-offer",
    "until-offer": "help-until-offer",
    "repeat-offer": "help-repeat-offer",
    "what-else": "help-what-else",
    "go-on": "help-go-on",
    "skip-offer": "help-go-on",
    "helpline-offer": "help-go-on",
    "offer-check": "help-offer-check",
    "more-offer": "help-more-offer",
    "check-offer": "help-check-offer",
    "which-one": "help-which-one",
    "offer-routine": "help-offer-routine",
    "choose-routine": "help-choose-routine",
    "may-remember": "help-may-remember",
    "reminder-days": "help-reminder-days",
    "reminder-time": "help-reminder-time",
    "reminder-half": "help-reminder-half",
    "reminder-confirm": "help-reminder-confirm",
    "which-level": "help-which-level",
    "last-sessions": "help-last-sessions",
    "mornings-after": "help-mornings-after",
    "false-alarm": "help-question",
}
"""What may be said at each question; the safety questions and a set have a text of their own."""


LISTED_AT_ONCE = 3
"""The routines that are named at a time."""


def pending(knowledge: Knowledge, state: State, assessed: Assessment | None = None) -> Asking:
    """The question that is open, asked again. A set that was cut off goes on: see `step`.

    `assessed` is what the turn has worked out of the answers already.
    """
    asked = _question(knowledge.library, state, assessed)
    return Asking((), asked, state, assessed=assessed)


def in_other_words(state: State) -> State:
    """A state in which a question of the check is put in other words than it was put in last."""
    return replace(state, misses=0 if state.misses else 1) if state.asking else state


def offer_to_go_on(state: State) -> Asking:
    """The offer to go on with the check, in place of the question that is open."""
    return Asking((), Question("go-on"), replace(state, pending="go-on", asking=None, misses=0))


def _question(library: Library, state: State, assessed: Assessment | None) -> Question:
    talk = state.talk
    if state.pending == "which-one" and talk is not None and talk.other is not None:
        return Question("which-one", names=naming(first=talk.topic, second=talk.other))
    if state.reminder is not None:
        return _reminder(state.pending, state.reminder.told)
    if state.stopped is not None and state.pending == "false-alarm":
        return _false_alarm(library, state.stopped)
    # An offer to say it again, after each answer, wears out.
    if state.pending in ("repeat-offer", "what-else"):
        return Question("what-else")
    if state.asking is not None:
        return _of_the_check(library, state, state.asking, assessed)
    if state.pending == "offer-routine" and state.result is not None:
        routine = selection.routine_for(library.routines, state.result.matches[0])
        return Question("offer-routine", names=naming(routine=routine or ""))
    if state.pending == "choose-routine":
        return _list(library, state.listed)
    return _before_exercise(library, state, assessed)


def _of_the_check(
    library: Library, state: State, asking: str, assessed: Assessment | None
) -> Question:
    """What a check asks, in plainer or in other words where the first were not enough."""
    if asking in state.unsure and not state.misses:
        return Question("ask-plainer", _asked(library, state, assessed))
    if state.stopped and state.stopped.winded and asking in state.stopped.asks:
        return Question("more-than-effort")
    if asking == HOW_IT_BEGAN and not state.misses:
        return _how_it_began(library, state, assessed)
    how: OwnQuestion = "ask-otherwise" if state.misses else "ask"
    return Question(how, _asked(library, state, assessed))


def _before_exercise(library: Library, state: State, assessed: Assessment | None) -> Question:
    """What is asked before exercise, without what is known of it; else what is pending."""
    workout = state.workout
    part = single_questions.open_part(state)
    if part is not None:
        return Question(part.prompt)
    if workout is not None and workout.plainer and state.pending in PLAINER:
        return Question(PLAINER[state.pending])
    if state.pending in {"last-sessions", "mornings-after"} and workout is not None:
        return Question(state.pending, numbers={"level": workout.wish.last or 1})
    if state.pending == "which-level" and workout is not None:
        names = naming(routine=workout.wish.routine or "")
        both = asks_of_sessions_too(state)
        return Question("which-level-and-sessions" if both else "which-level", names=names)
    if asks_of_bone_too(library, state):
        return Question(BONE_TOO[state.pending])
    if state.pending == "safety-today":
        return _of_today(state)
    if state.pending == "clinician-seen":
        known = assess(library, state.given, assessed).known
        of_the_person = anybody_yes(known, precautions.OF_THE_PERSON)
        return Question("clinician-word" if of_the_person else "clinician-seen")
    if state.pending == "safety-person":
        return _of_the_person(state, assess(library, state.given, assessed).known)
    assert state.pending != "question", "what is asked by its id has an id"
    return Question(state.pending)


def _of_today(state: State) -> Question:
    """Whether something is new today; of who was stopped, or denied pain at rest, the rest."""
    if state.overdone:
        return Question("safety-today-since")
    if state.given.get("pain-at-rest") is Answer.NO:
        return Question("safety-today-rest")
    return Question("safety-today")


def _of_the_person(state: State, known: Answers) -> Question:
    """The age, and what somebody has all along; the rest of it, where a clinician allowed some."""
    allowed = "clinician-seen" in state.screened
    if allowed and anybody_yes(known, precautions.OF_THE_PERSON):
        return rest_of_the_person(known) or Question("safety-person-besides")
    if is_yes(known, precautions.OLDER):
        return Question("safety-person-older")
    if known.get("under-eighteen") is Answer.NO:
        is_known = known.get("quinolone-antibiotic") is Answer.NO
        return Question("safety-person-rest" if is_known else "safety-person-adult")
    return Question("safety-person")


def rest_of_the_person(known: Answers) -> Question | None:
    """What of the person was neither told nor denied, by name; None where nothing is left."""
    told = {Answer.YES, Answer.NO}
    left = [id for id in precautions.ASKED_OF_THE_PERSON if known.get(id) not in told]
    if precautions.METAL in left:  # Its name tells of surgery too.
        left = [id for id in left if id != "recent-surgery-or-plaster"]
    if is_yes(known, precautions.OLDER):
        left = [id for id in left if id != "pregnant"]
    names = {"findings": tuple(map(Named, left))}
    return Question("safety-person-others", names=names) if left else None


def _false_alarm(library: Library, stopped: Stopped) -> Question:
    """Whether what was told is so: in the words of the one thing that it was, or of several.

    What comes and goes is asked about for the moment that has passed, too.
    """
    asks = stopped.asks
    heart = [id for id in asks if id in NO_WAY_BACK]
    if heart and stopped.plainly:
        return Question("false-alarm-heart", names={"findings": (Named(heart[0]),)})
    if len(asks) > 1:
        return Question("false-alarm")
    return Question("false-alarm" if asks[0] in library.stop_signs else "ask", asks[0])


def _asked(library: Library, state: State, assessed: Assessment | None) -> str | None:
    """What is asked about: of a gate of which one part is known, the rest, named by that part."""
    gate = library.gates.get(state.asking or "")
    if gate is None or not gate.once_known:
        return state.asking
    known = assess(library, state.given, assessed).known
    part = known_part(gate.opens, gate.once_known, known)
    return f"{state.asking}/{part}" if part else state.asking


def _how_it_began(library: Library, state: State, assessed: Assessment | None) -> Question:
    """The open question about the beginning, without the part that was told already."""
    known = assess(library, state.given, assessed).known
    if "over-six-weeks" in known:
        return Question("how-it-began-only" if state.course else "how-it-began-and-goes")
    if anybody_yes(known, BEGINNINGS):
        return Question("how-long-ago")
    return Question("ask", HOW_IT_BEGAN)


DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def names_of_days(days: Sequence[int]) -> dict[str, tuple[Named, ...]]:
    """The names of days of the week, as they stand behind "every"."""
    if tuple(days) == EVERY_DAY:
        return naming(days="every-day")
    if tuple(days) == WORKING_DAYS:
        return naming(days="working-day")
    return {"days": tuple(Named(DAYS[day]) for day in days)}


def _reminder(pending: Pending, partial: PartialPlan) -> Question:
    match pending:
        case "reminder-half" if partial.hour is not None:
            return Question(pending, at=(partial.hour, partial.minute))
        case "reminder-confirm" if partial.plan is not None:
            at = (partial.plan.hour, partial.plan.minute)
            return Question(pending, names=names_of_days(partial.plan.days), at=at)
        case "reminder-days":
            return Question(pending)
    return Question("reminder-time")


def routine_at(library: Library, listed: int, place: int | None) -> str | None:
    """The routine that stands at a place of those that were named last, from 1; -1 is the last."""
    if place is None or place == 0:
        return None
    names = _named(library, listed)
    at = place - 1 if place > 0 else len(names) - 1
    return names[at] if 0 <= at < len(names) else None


def _named(library: Library, listed: int) -> tuple[str, ...]:
    begun = (listed - 1) // LISTED_AT_ONCE * LISTED_AT_ONCE
    return tuple(library.routines)[begun:listed]


def _list(library: Library, listed: int) -> Question:
    """The last routines that were named, of those that are listed so far."""
    names = tuple(Named(id) for id in _named(library, listed))
    more = listed < len(library.routines)
    return Question("choose-routine" if more else "choose-routine-end", names={"routines": names})
