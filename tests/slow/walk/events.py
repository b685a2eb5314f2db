"""Everything that can be said in a state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from skill.coaching.schedule import PartialPlan, Plan
from skill.dialog.events import (
    Answered,
    Asked,
    Counted,
    Described,
    Event,
    GoesTo,
    Launch,
    Permitted,
    Planned,
    Questioned,
    Remark,
    Said,
    Signed,
    Together,
    Wants,
)
from skill.dialog.state import State
from skill.library.types import Answer, Aspect, Side
from tests.slow.walk.knowledge import GRADES, LIBRARY

SAYINGS: tuple[Remark, ...] = get_args(Remark)
SIDES: tuple[Side, ...] = ("left", "right", "both")
A_PLACE, ANOTHER = "pain-calf", "pain-outer-ankle"
A_FINDING = "morning-stiffness"
A_FLAG, AN_EMERGENCY = "night-pain", "cold-foot"


QUESTIONS = (
    Asked(("tarsal-tunnel-syndrome",), Aspect.CAUSES),
    Asked(("plantar-fasciitis",), Aspect.REHAB),
    Asked(("anterior-shin-splints", "medial-tibial-stress-syndrome"), Aspect.WHAT_IT_IS),
    Asked(("prolotherapy",), Aspect.ANSWER),
    Asked((), Aspect.RUNNING),
    Asked((), Aspect.WHERE),
    Asked((), Aspect.HOW_LONG),
)


WISHES = (
    Wants(),
    Wants(routine="calf-strength"),
    Wants(routine="arch-and-nerve-gentle-work"),
    Wants(routine="early-ankle-movement"),
    Wants(exercise="clam"),
    Wants(exercise="single-leg-stance-cushion"),
    Wants(exercise="ankle-band-up"),
    Wants(exercise="run-walk-return"),
    Wants(exercise="slow-calf-lowering-on-step"),
    Wants(exercise="band-ankle-mobilisation"),
    Wants(step=2, part=3),
    Wants(routine="ankle-steadiness", step=20, part=2),
    Wants(minutes=10),
    Wants(minutes=0),
)
JUMPS = (
    GoesTo(("bridge",)),
    GoesTo(("clam",), back=True),
    GoesTo(place=1, back=True),
    GoesTo(place=-1),
    GoesTo(place=9),
    GoesTo(("two-foot-balance", "single-leg-stance"), leaves_out=True),
    GoesTo(("light-walking",), leaves_out=True),
)
REMINDERS: tuple[Event, ...] = (
    Planned(),
    Planned(PartialPlan((0, 2, 4), 7)),
    Planned(PartialPlan((1,))),
    Planned(PartialPlan(hour=7, minute=30)),
    Planned(PartialPlan(hour=19)),
    Planned(PartialPlan(part="evening")),
    Planned(changes=True),
    Planned(once=True),
    Planned(PartialPlan(tuple(range(7)), 12), changes=True),
    Permitted(True, Plan((5, 6), 9)),
    Permitted(True),
    Permitted(False, Plan((5, 6), 9)),
)
NUMBERS = (0, 1, 4, 6, 7, 10, 11)


def everything(state: State | None) -> Iterator[Event | Together]:
    """Every saying, every grade, and the ways of volunteering that are treated apart."""
    yield Launch()
    told = [id for id in state.given if id in LIBRARY.findings] if state else []
    if told and state is not None and state.workout is None:
        yield Questioned((told[0],))
    for what in SAYINGS:
        yield Said(what)
    for side in SIDES:
        yield Said("start-check", side)
    for grade in GRADES:
        yield Answered(grade)
    yield from QUESTIONS
    yield from WISHES
    for number in NUMBERS:
        yield Counted(number)
    yield from JUMPS
    for jump in JUMPS:
        yield Together(Counted(2), (jump,))
    yield Together(Counted(5), (Said("which-side"),))
    for sign in LIBRARY.stop_signs:
        yield Signed(sign)
    yield from REMINDERS
    yield from _descriptions(state.asking if state else None)


AT_A_QUESTION: tuple[Remark, ...] = (
    *("why", "repeat", "help", "skip", "go-back", "change"),
    *("not-understood", "chest-pain", "child"),
)


def about_the_question(asking: str) -> Iterator[Event]:
    """What is taken in the light of the very thing that is asked."""
    for what in AT_A_QUESTION:
        yield Said(what)
    for grade in GRADES:
        yield Answered(grade)
    yield Described((A_PLACE, ANOTHER, A_FINDING), (A_FLAG,))
    yield from _descriptions_of(asking)


def _descriptions(asking: str | None) -> Iterator[Described]:
    for side in (None, *SIDES):
        yield Described((A_PLACE, A_FINDING, A_FLAG), side=side)
        yield Described((), side=side)
    yield Described((AN_EMERGENCY,))
    yield Described((A_PLACE, ANOTHER, A_FINDING), (A_FLAG,))
    yield Described((), (A_FLAG, AN_EMERGENCY))
    for subject in sorted({A_FINDING, A_FLAG, asking or A_FLAG}):
        yield from _descriptions_of(subject)
    for reply in (Answer.YES, Answer.NO):
        yield Described((), side="left", reply=reply)


def _descriptions_of(subject: str) -> Iterator[Described]:
    """That it is so and that it is not, each with every answer beside it; nobody tells a gate."""
    if subject in LIBRARY.gates:
        return
    for reply in (None, Answer.YES, Answer.NOT_SURE, Answer.NO):
        yield Described((subject,), reply=reply)
        yield Described((), (subject,), reply=reply)
