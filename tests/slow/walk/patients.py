"""Patients for the sampled part of the walk: what they have is drawn from the content itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from random import Random

import msgspec

from skill.dialog.events import Answered, Described, Event, Launch, Said, Wants
from skill.dialog.reply import Reply
from skill.dialog.state import State
from skill.dialog.step import step
from skill.interview import safety_plan
from skill.interview.answers import answer_as_asked
from skill.library.types import Answer, Condition, When
from tests.slow.walk import rules
from tests.slow.walk.knowledge import CONDITIONS, KNOWLEDGE, LIBRARY

ROUNDS = 4
AFTERWARDS = (Answered(Answer.YES), Answered(Answer.YES))


def replies_to_patients() -> tuple[Reply, ...]:
    """Whole conversations with patients of every condition, each opened at each of its places.

    And why: at each wording of each question, the first time that it is asked.
    """
    replies = tuple(_all())
    asking: dict[tuple[str, str], State] = {}
    for reply in replies:
        if reply.state is not None and reply.state.asking is not None:
            asking.setdefault((reply.state.asking, reply.acts[-1].id), reply.state)
    return (*replies, *(_checked(state, Said("why")) for state in asking.values()))


def states_to_an_offer() -> Iterator[State]:
    """The states of somebody with a pinched ankle, to the offer of exercise and beyond it.

    Also those in which the check is broken off for exercise, once its safety questions are done.
    """
    for reply in _conversation(None, ("pain-front-of-ankle", "pinch-in-front"), Random(0)):
        state = reply.state
        if state is not None and state.asking is None:
            yield state
        if state is not None and state.asking in KNOWLEDGE.plan.for_matching:
            broken_off = step(KNOWLEDGE, state, Wants("calf-strength")).state
            assert broken_off is not None
            yield broken_off


def _all() -> Iterator[Reply]:
    for seed in range(ROUNDS):
        for at, (id, condition) in enumerate(CONDITIONS.items()):
            for place in condition.places:
                chance = Random(1_000 * seed + at)
                signs = tuple(chance.sample(_usual(condition), k=seed % 4))
                yield from _conversation(id, (), chance)
                yield from _conversation(id, (place, *signs), chance)
    for condition in CONDITIONS.values():
        for place in condition.places:
            yield from _conversation(None, (place, *_usual(condition)), Random(0))
            yield from _conversation(None, (place, *_harmless(condition)), Random(0))
    for id, flag in LIBRARY.red_flags.items():
        for opening in _ways_to_raise(id):
            yield from _conversation(None, opening, Random(0))
            if flag.rule is None:  # What was volunteered is asked about, and nobody is sure.
                yield from _conversation(None, opening, Random(0), {id: Answer.NOT_SURE})
        for asked in _ways_to_be_asked(flag.when):
            yield from _conversation(None, asked, Random(0))
            yield from _conversation(None, asked, Random(0), {id: Answer.NOT_SURE})
    for id, gate in LIBRARY.gates.items():
        for opening in _ways_to_be_asked(gate.when):
            for whole, part in (
                (Answer.YES, Answer.NO),
                (Answer.YES, Answer.NOT_SURE),
                (Answer.NOT_SURE, Answer.NO),
            ):
                agreed = {id: whole, **dict.fromkeys(gate.opens, part)}
                yield from _conversation(None, opening, Random(0), agreed)
            for unsure in gate.opens:
                agreed = {id: Answer.YES, **dict.fromkeys(gate.opens, Answer.NO)}
                agreed[unsure] = Answer.NOT_SURE
                yield from _conversation(None, opening, Random(0), agreed)
    for first, second in pairwise([*LIBRARY.findings, *LIBRARY.places]):
        yield step(KNOWLEDGE, None, Described((first, second)))


def _usual(condition: Condition) -> list[str]:
    """The eight findings that tell most for it, against how common they are."""
    chance = LIBRARY.likelihoods.frequencies
    findings = {id: one for id, one in condition.findings.items() if id in LIBRARY.findings}

    def tells(id: str) -> float:
        return chance[findings[id].frequency] / chance[LIBRARY.findings[id].background]

    return sorted(findings, key=tells, reverse=True)[:8]


def _harmless(condition: Condition) -> list[str]:
    """Of those findings the ones of which no flag is worked out."""
    read = {id for flag in LIBRARY.red_flags.values() for id in flag.reads}
    return [id for id in condition.findings if id in LIBRARY.findings and id not in read][:8]


def _ways_to_be_asked(when: When | None) -> Iterator[tuple[str, ...]]:
    """What makes a question relevant, and no more: by the first of what may, and by the last."""
    if when is None:
        yield ()
        return
    for any_of_them in dict.fromkeys((when.any[:1], when.any[-1:])):
        yield (*any_of_them, *when.and_any[:1], *when.all)


def _ways_to_raise(id: str) -> Iterator[tuple[str, ...]]:
    """The flag itself, or pairs and triples of what its rule reads, all volunteered."""
    flag = LIBRARY.red_flags[id]
    if flag.rule is None:
        yield (id,)
        for asked in _ways_to_be_asked(flag.when):
            yield (id, *asked)
        return
    for size in (1, 2, 3):
        yield from combinations(flag.reads, size)


def _conversation(
    condition: str | None,
    opening: tuple[str, ...],
    chance: Random,
    agreed: Mapping[str, Answer] | None = None,
) -> Iterator[Reply]:
    """One conversation to its end.

    `agreed` are answers that are settled before.
    """
    event: Event = Described(opening) if opening else Said("not-understood")
    state = step(KNOWLEDGE, None, Launch()).state
    alarm = chance.choice((0.0, 0.05, 0.2)) if condition else 0.0
    reply = _checked(state, event)
    yield reply
    while reply.result is None:
        state = reply.state
        assert state is not None
        assert state.asking is not None
        grade = (agreed or {}).get(state.asking)
        grade = grade or _answer(condition, state.asking, alarm, chance)
        # They answer about the id; what is asked the other way round is spoken so.
        reply = _checked(state, Answered(answer_as_asked(LIBRARY, state.asking, grade)))
        yield reply
    for event in AFTERWARDS:
        if reply.state is not None:
            reply = _checked(reply.state, event)
            yield reply


def _checked(state: State | None, event: Event) -> Reply:
    """The reply, held to the rules: made once, as half of all conversations begin like another."""
    key = msgspec.json.encode((state, type(event).__name__, event))
    if key not in _replies:
        reply = step(KNOWLEDGE, state, event)
        rules.check(state, event, reply)
        _replies[key] = reply
    return _replies[key]


_replies: dict[bytes, Reply] = {}
"""Every reply so far, by the state and the event."""


def _answer(condition: str | None, id: str, alarm: float, chance: Random) -> Answer:
    if condition is None:
        return Answer.NO
    model = KNOWLEDGE.model
    at = model.candidates.index(condition)
    gate = LIBRARY.gates.get(id)
    if gate is not None and safety_plan.is_place_gate(LIBRARY, gate):
        likely = sum(model.places[place].get(at, model.elsewhere[at]) for place in gate.opens)
    elif id in model.places:
        likely = model.places[id].get(at, model.elsewhere[at])
    elif id in LIBRARY.findings:
        likely = model.signs[id].mentioned.get(at, model.signs[id].background)
    else:
        likely = 0.5 if id in LIBRARY.red_flags else alarm
    if chance.random() < likely:
        return chance.choice((Answer.YES, Answer.YES, Answer.KIND_OF))
    return chance.choice((Answer.NO, Answer.NO, Answer.NOT_REALLY, Answer.NOT_SURE))
