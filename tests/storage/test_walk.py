"""With a memory, too, every state answers every event, and what it leaves could be ours."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from skill.coaching.schedule import PartialPlan
from skill.coaching.timeline import Pace
from skill.dialog.attributes import carried_by, to_attributes
from skill.dialog.bookmark.progress import tell_failure
from skill.dialog.events import Answered, Counted, Event, Launch, Planned, Said, Together, Wants
from skill.dialog.memory import Memory
from skill.dialog.state import State
from skill.dialog.step import step
from skill.dialog.transitions import begin_to_play
from skill.library.types import Answer
from skill.storage.bookmark import Bookmark, Forget, Kept, Refused, decode, encode
from tests.alexa.exercise_session import LONG
from tests.slow.walk.errands import whole
from tests.slow.walk.events import everything
from tests.slow.walk.knowledge import KNOWLEDGE, LIBRARY

TODAY = date(2027, 3, 1)
STEPS = 1500
REMINDER = Planned(PartialPlan((0,), 7, 0, "morning"))
PLACES: tuple[Event, ...] = (
    Launch(),
    Wants(routine="calf-strength"),
    Wants(step=2, part=3),
    Wants(routine="ankle-steadiness", step=1, part=12),
    Wants(step=500, part=0),
    Wants(step=0),
)
"""How a session begins, also at a place that is named, or that there is not."""


def event_at(chance: Random, state: State | None) -> Event | Together:
    """Mostly what leads through a session to its end; else anything."""
    if chance.random() < 0.04:
        return chance.choice(tuple(everything(state)))
    match state.pending if state else None:
        case "how-much-pain":
            return Counted(1)
        case "ready-question":
            return Said("ready")
        case "clinician-seen":
            return Answered(Answer.YES)
        case "which-level":
            return Said("first-time")
        case "safety-today" | "safety-person" | "mornings-after" | "may-remember":
            no, yes = Answered(Answer.NO), Answered(Answer.YES)
            return chance.choice((no, no, no, yes, *PLACES, Said("forget"), REMINDER))
    return Launch() if state is None and chance.random() < 0.5 else chance.choice(PLACES)


def memory(chance: Random) -> Memory | None:
    """What may be known: also of a routine that is gone, and of a step that there never was."""
    routine = chance.choice((*LIBRARY.routines, "a-routine-that-is-gone"))
    days = chance.randrange(100)
    mark = Bookmark(
        routine=routine,
        step=chance.choice((1, 2, 3, 20)),
        began=TODAY - timedelta(days=days + 60),
        since=TODAY - timedelta(days=days),
        last=TODAY - timedelta(days=chance.choice((-1, 0, 1, 5))),
        sessions=chance.randrange(50),
        at_step=chance.randrange(20),
        exercise=chance.choice((0, 1, 3, 20)),
        pace=chance.choice(tuple(Pace)),
    )
    kept: Kept | None = chance.choice((mark, mark, None, None, Refused(1), Refused(2)))
    whose = Memory(TODAY).whose if chance.random() < 0.5 else "person"
    return chance.choice((None, Memory(TODAY, unreachable=True), *[Memory(TODAY, whose, kept)] * 6))


def test_every_state_answers_every_event_whatever_is_known() -> None:
    chance = Random(7)
    state: State | None = None
    met: set[str | None] = set()
    for turn in range(2 * STEPS):
        event, known = event_at(chance, state), memory(chance)
        reply = chance.choice(whole(step(KNOWLEDGE, state, event, LONG * turn, known)))

        assert reply.acts, event
        assert tell_failure(reply).acts
        if reply.keep is not None:
            assert known is not None, event
            kept = reply.keep
            assert isinstance(kept, Forget) or decode(encode(kept)) == kept
        state = reply.state
        if state is not None:
            met.add(state.pending)
            state = begin_to_play(state, LONG * turn)
            carried = carried_by(to_attributes(state), LIBRARY)
            assert carried is not None, event
            assert carried.state == state, event
        # A barred session stays barred, so another begins.
        if chance.random() < 0.01 or (state and state.pending in {"check-offer", "question"}):
            state = None

    assert met >= {"may-remember", "mornings-after", "how-much-pain"}


def test_without_a_yes_nothing_but_a_no_is_ever_kept() -> None:
    chance = Random(99)
    state: State | None = None
    for turn in range(STEPS):
        agrees = state is not None and state.pending == "may-remember"
        event = event_at(chance, state)
        if agrees or event == Said("remember"):
            event = Answered(Answer.NO)
        kept = chance.choice((None, Refused(1), Refused(2)))
        known = Memory(TODAY, "account", kept)
        reply = chance.choice(whole(step(KNOWLEDGE, state, event, LONG * turn, known)))

        assert not isinstance(reply.keep, Bookmark), event
        state = begin_to_play(reply.state, LONG * turn) if reply.state else None
        state = state if chance.random() > 0.03 else None
