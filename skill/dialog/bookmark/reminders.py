"""Reminders of the exercises: which days, what time, a yes to exactly that; told of, cancelled.

Pure: what Alexa's reminders are asked stands in the reply's `errand`, and `finish` makes the reply
whole once it is known what came of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from skill.coaching.schedule import WITH_A_DAY_BETWEEN, PartialPlan, Plan, partial_of
from skill.dialog import question
from skill.dialog.clearance import bar_of
from skill.dialog.errand import Done, Errand, Outcome, Refusal, Why
from skill.dialog.events import Answered, Counted, Event, Permitted, Planned, Said
from skill.dialog.reply import Act, Closing, Consent, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import SCREENING, Draft, Pending, Reminding, State, opened
from skill.dialog.transitions import IDLE
from skill.interview.interview import Knowledge
from skill.library.types import YESES, Answer

RETURNS: frozenset[Pending] = frozenset(
    {*SCREENING, "may-remember", "why-offer", "until-offer", "what-else", "offer-routine"}
)
"""Questions to which the talk goes back once a reminder is settled; after others it ends."""

UNDER_WAY: frozenset[Pending] = frozenset({"question", "skip-offer", "go-on"})
"""Questions of a check that is not over: no reminder is worth to break it off."""

STAYS = frozenset({"repeat", "help", "not-understood", "unheard", "wait", "pause"})
"""What may be said in between without leaving the question that is open."""

REFUSALS: dict[Why, Statement] = {
    "no-permission": "reminder-no-permission",
    "no-device": "reminder-no-device",
    "too-many": "reminder-too-many",
    "too-often": "reminder-too-often",
    "not-taken": "reminder-not-taken",
    "unreachable": "reminder-unreachable",
    "none-here": "no-reminders",
}


def reply_to(knowledge: Knowledge, state: State | None, event: Event) -> Reply | None:
    """The reply to what concerns reminders; None for all else."""
    match event:
        case Planned():
            return _planned(knowledge, state, event)
        case Permitted():
            return _permitted(knowledge, state, event)
        case Said("list-reminders"):
            return replace(_on(knowledge, state), errand=Errand("list"))
        case Said("cancel-reminders"):
            return replace(_on(knowledge, state), errand=Errand("cancel"))
    if state is None or state.reminder is None:
        return None
    if event in {Said("ready"), Said("resume")}:
        event = Answered(Answer.YES)
    if event in {Said("skip"), Said("next"), Said("go-back")}:
        event = Answered(Answer.NO)
    if not isinstance(event, Answered):
        return None
    plan = state.reminder.told.plan
    if event.grade is Answer.NOT_SURE and not state.reminder.told.days:
        return _planned(knowledge, state, Planned(PartialPlan(WITH_A_DAY_BETWEEN)))
    if event.grade not in YESES:
        return _on(knowledge, state, Act("reminder-dropped"))
    if plan is None:
        return question.pending(knowledge, state)
    return replace(_on(knowledge, state), errand=Errand("set", plan))


def put_aside(state: State | None, event: Event) -> State | None:
    """The state without the reminder, where something else is spoken of."""
    stays = isinstance(event, Counted) or (isinstance(event, Said) and event.what in STAYS)
    if state is None or state.reminder is None or stays:
        return state
    return replace(state, pending=opened(state), reminder=None)


def complete(event: Event, reply: Reply) -> Reply:
    """The reply; who wants to be forgotten wants no reminder either."""
    return replace(reply, errand=Errand("forget")) if event == Said("forget") else reply


def _planned(knowledge: Knowledge, state: State | None, event: Planned) -> Reply:
    stood = put_aside(state, event)
    if stood is not None and (_is_coached(stood) or stood.pending in UNDER_WAY):
        return question.pending(knowledge, stood).after(Act("reminder-later"))
    bar = bar_of(knowledge.library, stood) if stood is not None else None
    if stood is not None and bar is not None:
        return question.pending(knowledge, stood).after(Act("reminder-waits"))
    partial = state.reminder.told.with_more(event.told) if state and state.reminder else event.told
    asking = question.pending(knowledge, _drafted(stood, partial))
    if event.once:
        asking = asking.after(Act("reminder-weekly-only"))
    return replace(asking, errand=Errand("fill")) if event.changes else asking


def _drafted(stood: State | None, partial: PartialPlan) -> State:
    stood = stood or IDLE
    waits = stood.pending if stood.pending in RETURNS else "offer-check"
    if waits == "offer-check":
        stood = replace(stood, talk=None, listed=0, result=None)
    return replace(stood, reminder=Draft(partial, waits), pending=_open(partial), misses=0)


def is_possible(state: State, draft: Draft) -> bool:
    """Whether the dialog could have left this draft of a reminder."""
    days = draft.told.days
    return (
        state.pending == _open(draft.told)
        and tuple(sorted(set(days))) == days
        and draft.waits in {*RETURNS, "offer-check"}
        and not (state.workout is not None and draft.waits not in SCREENING)
    )


def _is_coached(state: State) -> bool:
    """Whether a workout is on. The questions before it can wait for a reminder."""
    return state.workout is not None and state.pending not in SCREENING


def _open(partial: PartialPlan) -> Reminding:
    """What has to be asked next."""
    if not partial.days:
        return "reminder-days"
    if partial.hour is None:
        return "reminder-time"
    return "reminder-half" if partial.is_ambiguous else "reminder-confirm"


def _on(knowledge: Knowledge, state: State | None, *acts: Act) -> Reply:
    """Something said, and back to where it was; where nothing waits there, the talk ends."""
    if state is None:
        return Closing(acts)
    if state.reminder is None:
        return question.pending(knowledge, state).after(*acts)
    back = replace(state, pending=opened(state), reminder=None)
    if back.pending == "offer-check":
        return Closing(acts)
    return question.pending(knowledge, back).after(*acts)


def _permitted(knowledge: Knowledge, state: State | None, event: Permitted) -> Reply:
    """What somebody answered when Alexa asked for the permission."""
    if not event.granted:
        return _on(knowledge, state, Act("reminder-not-allowed"))
    if event.plan is None:
        return _planned(knowledge, state, Planned())
    errand = Errand("set", event.plan, consented=True)
    return replace(_on(knowledge, state), errand=errand)


def finish(knowledge: Knowledge, reply: Reply, errand: Errand, outcome: Outcome) -> Reply:
    """The whole reply, once it is known what came of its errand."""
    reply = replace(reply, errand=None)
    match errand.kind, outcome:
        case "forget", Refusal("no-permission" | "none-here"):
            return reply
        case "forget", Refusal():
            return _saying(reply, Act("reminders-not-deleted"))
        case "forget", Done(count=count):
            return _forgotten(reply) if count else reply
        case "set", Refusal("no-permission") if not errand.consented and errand.plan:
            state = reply.state
            return Closing((Act("reminder-permission"),), consent=Consent(errand.plan, state))
        case "list" | "cancel" | "fill", Refusal("no-permission"):
            return _saying(reply, Act("no-reminder-set"))
        case _, Refusal(why):
            return _saying(reply, Act(REFUSALS[why]))
        case "set", Done(instead=instead) if errand.plan is not None:
            return _saying(
                reply, _act("reminder-moved" if instead else "reminder-set", errand.plan)
            )
        case "cancel", Done(count=count):
            return _saying(reply, Act("reminders-cancelled" if count else "no-reminder-set"))
        case "fill", Done(plans=plans):
            return _filled(knowledge, reply, plans)
        case _, Done(plans=plans):
            known = [_act("reminder-is", plan) for plan in plans if plan is not None]
            unknown = [Act("reminder-unknown")] if None in plans else []
            return _saying(reply, *(known or unknown or [Act("no-reminder-set")]))
    return reply


def _forgotten(reply: Reply) -> Reply:
    """The reply to "forget me", with the reminders among what was deleted."""
    said: list[Act] = []
    for act in reply.said:
        said.append(Act("only-reminders-deleted") if act.id == "keeps-nothing" else act)
        if act.id in {"forgotten", "could-not-forget"}:
            said.append(Act("reminders-deleted-too"))
    return replace(reply, said=tuple(said))


def _filled(knowledge: Knowledge, reply: Reply, plans: Sequence[Plan | None]) -> Reply:
    """The draft of a change with what stood before, where that is known."""
    state = reply.state
    if state is None or state.reminder is None or isinstance(reply, Closing):
        return reply
    before = next((plan for plan in plans if plan is not None), None)
    if before is None:
        return _saying(reply, Act("no-reminder-set"))
    now = state.reminder.told
    known = partial_of(before).with_more(now) if now != PartialPlan() else now
    said = () if now != PartialPlan() else (_act("reminder-is", before),)
    draft = replace(state.reminder, told=known)
    asked = replace(state, reminder=draft, pending=_open(known))
    return question.pending(knowledge, asked).after(*said)


def _act(id: Statement, plan: Plan) -> Act:
    return Act(id, names=question.names_of_days(plan.days), at=(plan.hour, plan.minute))


def _saying(reply: Reply, *acts: Act) -> Reply:
    if isinstance(reply, Closing):
        return replace(reply, said=(*acts, *reply.said))
    return reply.after(*acts)
