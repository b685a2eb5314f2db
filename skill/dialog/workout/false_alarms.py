"""A set that a danger ended by mistake: one direct question about it, and back to the set."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.check import impatience
from skill.dialog.events import Answered, Described, Event, Rated, Remark, Said
from skill.dialog.reply import Act, Asking, Closing, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import Pending, State, Stopped, workout_of
from skill.dialog.wishes import exercise_wishes
from skill.dialog.workout import playback
from skill.dialog.workout.firm_stops import has_no_way_back, meant_by, stay, without_way_back
from skill.interview import onset
from skill.interview.answers import can_be_answered
from skill.interview.interview import Knowledge
from skill.library.types import Answer, Library

PENDING: Pending = "false-alarm"
HEARD_AT: frozenset[Pending] = frozenset(
    {
        *("question", "skip-offer", "go-on", "check-offer"),
        *("why-offer", "until-offer", "repeat-offer", "what-else"),
    }
)
"""What may be open where a stop is taken back."""
TAKING_BACK: frozenset[Remark] = frozenset({"false-alarm", "back-to-exercise", "resume"})
PLAINLY = Said("false-alarm")
"""That it was a joke, misheard, or of something else: not that it has passed, nor "carry on"."""
BEFORE_AN_ANSWER: frozenset[Remark] = frozenset({"change", "other-person"})
"""What takes the stop back as long as nothing else was answered, to which it could belong."""
ASKED_AGAIN: frozenset[Remark] = frozenset({"repeat", "help", "why", "reasons", "unheard"})
UNCLEAR: frozenset[Remark] = frozenset({"not-understood", "other-person", "change", "resume"})
FEW = 6
"""Questions that are told in number before they are asked, at most."""
FIRST_QUESTION = 2
"""So many ids are in `asked` at the first question after a stop: it, and how it began."""


def may_be(
    knowledge: Knowledge, state: State, reply: Reply, felt: Iterable[str], signs: Iterable[str]
) -> Reply:
    """The reply to what ended the set of a state, which may have been misheard.

    `felt` are the findings and flags that were told, `signs` the stop signs.
    """
    asks = _to_ask(knowledge, felt, signs)
    if isinstance(reply, Closing) or not asks:
        return reply
    after = replace(reply.state, stopped=Stopped(state, asks))
    return replace(reply, state=after, said=_how_many(knowledge, after, reply.said))


def _how_many(knowledge: Knowledge, after: State, said: tuple[Act, ...]) -> tuple[Act, ...]:
    """What is said, with how many questions follow where they are few."""
    if after.pending != "question" or not any(act.id == "to-safety" for act in said):
        return said
    count = 1 + impatience.left(knowledge, after)
    if count > FEW:
        return said
    few = Act("to-safety-few", numbers={"count": count}) if count > 1 else Act("to-safety-one")
    return tuple(few if act.id == "to-safety" else act for act in said)


def _to_ask(knowledge: Knowledge, felt: Iterable[str], signs: Iterable[str]) -> tuple[str, ...]:
    """What was told, each thing once: a place, a time and what is implied are none of it."""
    library = knowledge.library
    sign_of = {one.raises: id for id, one in library.stop_signs.items() if one.danger}
    place = {*library.places, *knowledge.plan.regions, *onset.FINDINGS, "sudden-onset"}
    told = (sign_of.get(id, id) for id in felt if id not in place)
    return tuple(dict.fromkeys((*signs, *told)))


def reply_to(
    knowledge: Knowledge, state: State | None, event: Event
) -> tuple[State | None, Event, Reply | None]:
    """The state in which an event is heard, the event without what answers the direct question, and
    the reply where it is about a false alarm.
    """
    heard_in, reply = _reply_to(knowledge, state, event)
    return heard_in, event if reply else _without_its_answer(state, event), reply


def _reply_to(
    knowledge: Knowledge, state: State | None, event: Event
) -> tuple[State | None, Reply | None]:
    if state is None or state.stopped is None:
        return state, None
    if event == Said("made-light"):
        return state, stay(knowledge, state, state.stopped)
    if is_doubted(state):
        return state, _settle(knowledge, state, state.stopped, event)
    if state.pending == PENDING:
        return _take_answer(knowledge, state, state.stopped, event)
    if state.pending not in HEARD_AT:
        return state, None
    plainly = event == PLAINLY
    told = state.result is not None and has_no_way_back(state.stopped) and not plainly
    if told or state.stopped.final:
        urges = isinstance(event, Said) and event.what in TAKING_BACK
        return state, stay(knowledge, state, state.stopped) if urges else None
    takes_back = _takes_back(knowledge.library, state, state.stopped, event)
    if not takes_back:
        return state, None
    return state, _ask(knowledge, state, replace(state.stopped, plainly=plainly))


def may_be_none(
    knowledge: Knowledge, state: State, reply: Reply, one: str, *, winded: bool = False
) -> Reply:
    """The question whether it is this danger, of which words told that may mean something else.

    Who is out of breath in an exercise is asked whether that is more than the effort.
    """
    asked = may_be(knowledge, state, reply, (one,), ())
    if isinstance(asked, Closing):
        return asked
    alarms = tuple(dict.fromkeys((*asked.state.alarms, one)))
    stopped = Stopped(state, (one,), doubtful=True, winded=winded)
    said = tuple(act for act in asked.said if act.id != "to-safety")
    after = replace(asked.state, alarms=alarms, stopped=stopped)
    if winded:
        return replace(question.pending(knowledge, after), said=said)
    return replace(asked, said=said, state=after)


def is_doubted(state: State) -> bool:
    """Whether it is asked if somebody told of a danger at all: "it's tight up here"."""
    stopped = state.stopped
    return stopped is not None and stopped.doubtful and state.asking in stopped.asks


def asks_of_effort(state: State) -> bool:
    """Whether it is asked if breath is shorter than an exercise explains."""
    return state.stopped is not None and state.stopped.winded and is_doubted(state)


def _settle(knowledge: Knowledge, state: State, stopped: Stopped, event: Event) -> Reply | None:
    """The set again for a no that names the leg, "no, it's my calf"; None for what is no plain no.

    A tightness of the chest may truthfully be no pain: after a bare no exercise stays stopped.
    """
    leg = {*exercise_wishes.where(knowledge.library), "hard-muscle"}
    match event:
        case Answered(Answer.NO) | Described(present=(), reply=Answer.NO):
            if stopped.winded or not has_no_way_back(stopped):
                return _lift(knowledge, state, stopped)
            denied = {**state.given, **dict.fromkeys(stopped.asks, Answer.NO)}
            over = replace(state, pending="check-offer", asking=None, asked=(), given=denied)
            return question.pending(knowledge, over).after(Act("stays-stopped"))
        case Described(present=present, reply=Answer.NO) if leg.issuperset(present):
            return _lift(knowledge, state, stopped)
    return None


def _ask(knowledge: Knowledge, state: State, stopped: Stopped) -> Asking:
    waits = replace(stopped, waits=state.pending)
    asking = replace(state, pending=PENDING, asking=None, misses=0, stopped=waits)
    return question.pending(knowledge, asking)


def ask_at_once(knowledge: Knowledge, reply: Reply) -> Reply:
    """The direct question in place of what a stop leads to: it was taken back at once."""
    if isinstance(reply, Closing) or reply.state.stopped is None:
        return reply
    asked = _ask(knowledge, reply.state, reply.state.stopped)
    return asked.after(Act("stop-there"))


def _takes_back(library: Library, state: State, stopped: Stopped, event: Event) -> bool:
    """Whether what ended the set is taken back, and nothing else is told."""
    match event:
        case Said(what):
            is_first = state.result is None and len(state.asked) <= FIRST_QUESTION
            return what in TAKING_BACK or (is_first and what in BEFORE_AN_ANSWER)
        case Described(present=(), absent=absent):
            return state.asking not in absent and not meant_by(library, stopped).isdisjoint(absent)
    return False


def _take_answer(
    knowledge: Knowledge, state: State, stopped: Stopped, event: Event
) -> tuple[State | None, Reply | None]:
    """A plain no goes back to the set; whatever else is said leaves it ended."""
    if isinstance(event, Said) and event.what in impatience.PRESSED:
        return state, impatience.reply_to(knowledge, state, event)
    stays = has_no_way_back(stopped) and not stopped.plainly
    match event:
        case Answered(Answer.NO) if not stays:
            return state, _lift(knowledge, state, stopped)
        case Described(present=(), absent=absent, reply=reply) if (
            not stays
            and (reply is Answer.NO or not meant_by(knowledge.library, stopped).isdisjoint(absent))
            and reply in {None, Answer.NO}
        ):
            return state, _lift(knowledge, state, stopped)
        case Rated():  # "Not severe, like a six" is more than any rule allows.
            return state, stay(knowledge, state, replace(stopped, asks=()))
        case Said(what) if what in ASKED_AGAIN:
            return state, question.pending(knowledge, state)
        case Said(what) if what in UNCLEAR and not state.misses:
            again = question.pending(knowledge, replace(state, misses=1))
            return state, again.after(Act("missed-once"))
        case Answered() | Said("not-understood" | "other-person" | "change" | "resume"):
            return state, stay(knowledge, state, stopped)
    return without_way_back(state, stopped), None


def _without_its_answer(before: State | None, event: Event) -> Event:
    """What is told beside the answer to the direct question; a no to it answers no other."""
    asked = before is not None and before.pending == PENDING
    if asked and isinstance(event, Described) and event.reply is not None:
        return replace(event, reply=None)
    return event


def _lift(knowledge: Knowledge, state: State, stopped: Stopped) -> Asking:
    """The set where it was, which waits for a word; what was asked about is denied."""
    before, workout, library = stopped.before, workout_of(stopped.before), knowledge.library
    denied = {id: Answer.NO for id in meant_by(library, stopped) if can_be_answered(library, id)}
    waiting = replace(
        before,
        pending="ready-question" if workout.held else before.pending,
        given={**before.given, **denied},
        misses=0,
        workout=replace(workout, held=False),
        without_apla=state.without_apla,
        no_bookmark=state.no_bookmark,
    )
    over: Statement = "breath-comes-back" if stopped.winded else "false-alarm-over"
    return playback.question(waiting).after(Act(over))


def reckoned_from(before: State | None, after: State) -> State | None:
    """The state whose alarms a reply begins with: that of the set, where its stop was lifted."""
    if before is None or before.stopped is None or after.workout is None:
        return before
    if not (before.pending == PENDING or is_doubted(before)):
        return before
    return before.stopped.before


def may_still_be(before: State | None, after: State, alarms: tuple[str, ...]) -> Stopped | None:
    """The way back as long as it is open: nothing more than at the stop stands against exercise."""
    stopped = after.stopped
    if stopped is None or after.workout is not None:
        return None
    if before is None or before.stopped is None:
        return replace(stopped, told=alarms)
    if stopped.doubtful and not is_doubted(after):
        return None
    return stopped if {*stopped.told}.issuperset(alarms) else None
