"""What is told at the safety questions before exercise, beside an answer or instead of one."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import precautions
from skill.dialog import question
from skill.dialog.check import description
from skill.dialog.clearance import bar_of
from skill.dialog.events import Answered, Described, Event, Rated, Signed, Wants
from skill.dialog.preparation import faintness, level, overdone, screening
from skill.dialog.reply import Act, Asking, Question, Reply
from skill.dialog.state import SAFETY, State, workout_of
from skill.dialog.transitions import leave_coach, with_side
from skill.dialog.workout import beginning
from skill.interview import onset
from skill.interview.interview import Knowledge
from skill.library.recency import FRESH_UP_TO
from skill.library.types import YESES, Answer

NO_PAIN = "pain-at-rest"
"""What "no pain today" denies, of all that is asked about today."""

ASKED_TODAY = frozenset(
    {*precautions.NEW_INJURY, *precautions.AT_REST, "sudden-onset", "breathless-or-chest-pain"}
)
"""What the question of today asks about: half taken back, it is asked about once more."""

X_RAYED = "x-ray-clear"
GOOD_NEWS = frozenset({"getting-better", X_RAYED})
"""What puts no exercise off, and answers no question before it."""

REPLACED_JOINT = "joint-infection-risk"
"""What a new hip or knee raises in the check."""


def reply_to(knowledge: Knowledge, state: State, event: Event) -> Reply | None:
    """What is said at one of these questions; None where it is something for any time."""
    if isinstance(event, Rated):
        return overdone.take(knowledge, state, event)
    if isinstance(event, Signed):
        return faintness.put_off(knowledge, state, event.sign)
    replied = screening.reply_to(knowledge, state, event)
    if isinstance(replied, Asking) and isinstance(event, Answered) and event.asks_why:
        return replied.after(Act("why-safety"))  # "No, why do you ask": the no counts.
    if replied is None and isinstance(event, Described):
        return _described(knowledge, state, event)
    return replied


def _described(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """What is felt leads to the check; a mere no with something beside it is an answer."""
    if (
        state.pending == "safety-today"
        and (event.beside.taken_back or event.beside.doubtful)
        and ASKED_TODAY.issuperset(event.present)
    ):
        return screening.ask_plainer(knowledge, state)
    if state.pending == "safety-today" and _is_of_old(event):
        return _of_old(knowledge, state, event)
    if state.pending == "safety-today" and _is_healed(event):
        known = {**state.given, "old-sprain": Answer.YES}
        return screening.answer(knowledge, replace(state, given=known), Answer.NO)
    if state.pending == "safety-today" and event.absent == (NO_PAIN,) and event.reply is None:
        denied = {**state.given, NO_PAIN: Answer.NO}  # The rest is still asked.
        return beginning.go_on(knowledge, replace(state, given=denied))
    if state.pending == "safety-today" and _denies_one(event):
        return screening.ask_for_the_rest(knowledge, state)
    if _is_known(knowledge, state, event):
        if state.pending == "safety-person" and event.reply is Answer.NO:
            return screening.answer(knowledge, state, Answer.NO)
        return question.pending(knowledge, replace(state, misses=0)).after(Act("rest-open"))
    if _is_good_news(event):
        given = {**state.given, **dict.fromkeys(event.present, Answer.YES)}
        better = replace(state, given=given, course=event.course or state.course)
        asked = screening.ask_plainer(knowledge, better)
        return asked.after(Act("clinician-saw")) if X_RAYED in event.present else asked
    if event.reply is Answer.NO and precautions.is_no_alarm(knowledge.library, event.present):
        told = dict.fromkeys(event.present, Answer.YES)
        state = replace(state, given={**state.given, **told})
    elif event.present and not _only_tells_when(state, event):
        return _taken(knowledge, state, event)
    if "under-eighteen" in event.absent:
        state = screening.grown_up(state)
    if _is_allowed_unnamed(state, event):
        asked = question.pending(knowledge, replace(state, misses=0))
        return replace(asked, question=Question("safety-person-besides"))
    if state.pending == "safety-person" and _denies_some(event):
        return _ask_for_the_rest(knowledge, state, event)
    if event.reply is not None:
        placed = _placed(knowledge, state, event)
        state = placed.state if placed is not None else state
        answered = screening.reply_to(knowledge, state, Answered(event.reply))
        answered = answered or question.pending(knowledge, state)
        return answered.after(*placed.said) if placed is not None else answered
    return beginning.go_on(knowledge, with_side(state, event.side))


def _is_known(knowledge: Knowledge, state: State, event: Described) -> bool:
    """Whether only the sprain is told that the check has found mild: "just the twist I told of"."""
    told = bool(event.present) and {*precautions.FRESH_SPRAIN}.issuperset(event.present)
    known = all(state.given.get(id) in YESES for id in event.present)
    checked = state.pending in SAFETY and state.result is not None
    more = event.course is not None or event.since_days is not None
    return told and known and checked and not more and bar_of(knowledge.library, state) is None


def _is_good_news(event: Described) -> bool:
    """Whether all that is told is that it gets better, or was fine on an X-ray."""
    told = bool(event.present) and GOOD_NEWS.issuperset(event.present)
    return told and event.reply is None and event.course in {None, "better"}


def _placed(knowledge: Knowledge, state: State, event: Described) -> Asking | None:
    """The same question, from a place on that is named beside its answer: "no, step three"."""
    if event.beside.place is None or state.pending not in SAFETY:
        return None
    step, part = event.beside.place
    return level.take_place(knowledge, state, Wants(step=step, part=part))


def _denies_one(event: Described) -> bool:
    """Whether all that is said denies something that is asked about today: "no chest pain"."""
    told = event.present or event.reply is not None or event.course is not None
    return not told and not ASKED_TODAY.isdisjoint(event.absent)


def _denies_some(event: Described) -> bool:
    """Whether a part is denied, and no more is said but a yes: "yes, I am forty"."""
    told = event.present or event.reply not in {None, Answer.YES}
    return not told and not {*event.absent}.isdisjoint(precautions.ASKED_OF_THE_PERSON)


def _ask_for_the_rest(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """What of the person is still open, in short: "not pregnant" says nothing of metal."""
    asked = precautions.ASKED_OF_THE_PERSON
    denied = {id: Answer.NO for id in event.absent if id in asked}
    known = replace(state, given={**state.given, **denied}, misses=0)
    if workout_of(known).part:
        return beginning.go_on(knowledge, known)
    rest = question.rest_of_the_person(known.given)
    if rest is None:
        return screening.answer(knowledge, known, Answer.NO)
    return replace(question.pending(knowledge, known), question=rest)


def _taken(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """What is felt, taken by the check; and that exercise waits, where more is asked first."""
    taken = description.take(knowledge, leave_coach(state), event)
    asks = taken.state is not None and taken.state.asking is not None
    return taken.after(Act("exercise-later")) if asks else taken


def _is_healed(event: Described) -> bool:
    """Whether an injury was long ago and is fine now: "it was sprained ten weeks back"."""
    long_ago = event.since_days is not None and event.since_days > FRESH_UP_TO
    past = onset.findings_of_the_past(event.since_days)
    return event.beside.well and long_ago and past.issuperset(event.present)


def _is_of_old(event: Described) -> bool:
    """Whether a sprain of long ago is told of, and nothing of today: "that was two years ago"."""
    long_ago = event.since_days is not None and event.since_days > precautions.HALF_A_YEAR
    past = onset.findings_of_the_past(event.since_days) | {precautions.WOBBLY}
    is_old = long_ago and "old-sprain" in event.present and past.issuperset(event.present)
    return is_old and event.course != "worse" and not event.beside.well


def _of_old(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """An old sprain is no answer for today: beside a no it is kept, else today is asked about."""
    known = replace(state, given={**state.given, "old-sprain": Answer.YES})
    if event.reply is Answer.NO:
        return screening.answer(knowledge, known, Answer.NO)
    return screening.ask_plainer(knowledge, known)


def _is_allowed_unnamed(state: State, event: Described) -> bool:
    """Whether a clinician allowed exercise with what is not named: the rest is still asked."""
    return (
        state.pending == "safety-person" and event.beside.cleared and event.reply is not Answer.NO
    )


def _only_tells_when(state: State, event: Described) -> bool:
    """Whether a yes to what somebody has tells since when beside it: "yes, I broke it in May".

    A joint that was replaced is metal, and hurts nowhere.
    """
    answers = state.pending == "safety-person" and event.reply is Answer.YES
    return answers and {*event.present} <= onset.FINDINGS | {REPLACED_JOINT, "both-sides"}
