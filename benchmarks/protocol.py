"""How patients answer, and whole conversations with the skill's own dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from skill.dialog.events import Answered, Described, Event, Launch
from skill.dialog.state import Result, State
from skill.dialog.step import step
from skill.interview import onset, safety_plan
from skill.interview.answers import answer_as_asked, evidence_from
from skill.interview.belief import believe, ranking
from skill.interview.interview import HOW_IT_BEGAN, Knowledge
from skill.library.speech_length import spoken_seconds
from skill.library.types import YESES, Answer
from skill.voice.speak import speak

OPENING_FINDINGS = ("gives-way", "numbness", "tingling", "repeated-sprains")
"""Findings that a patient names at the opening, where they are true, beside the places."""
HOW_IT_BEGAN_FINDINGS = (
    *onset.BEGINNINGS,
    "heavy-blow",
    "old-sprain",
    "repeated-sprains",
    "recent-training-increase",
    "new-to-running",
    "getting-worse",
    "getting-better",
    "comes-and-goes",
    "treatment-failed",
    "rest-did-not-help",
    "x-ray-clear",
)
"""What a patient tells, where the story states it, when asked how it began and has gone on."""
FOUR_MONTHS, TWO_WEEKS = 120, 14
"""Days told where a story says only that it took more, or no more, than six weeks."""
LONGEST = 200
"""Turns after which a conversation is taken for endless."""

Opening = Literal["usual", "full", "none"]

Patient = Callable[[str], Answer]
"""What a patient answers when the finding, red flag or gate of an id is asked."""


@dataclass(frozen=True)
class Protocol:
    """How every patient of a run answers.

    `opening`: what is told when asked where it hurts and how: `usual` the places and what
    strikes most, `full` every fact that the story states, `none` nothing;
    `unstated`: the answer to a finding that the story tells nothing of.
    """

    opening: Opening = "usual"
    unstated: Answer = Answer.NOT_REALLY


@dataclass(frozen=True)
class SimulatedCheck:
    """What came of one conversation.

    `ranking` are all candidates, best first, and `belief` their probabilities in that order.
    `seconds` is the skill's own speech, estimated.
    """

    result: Result
    ranking: tuple[str, ...]
    belief: tuple[float, ...]
    asked: tuple[str, ...]
    seconds: float


def patient_of(knowledge: Knowledge, facts: Mapping[str, bool], unstated: Answer) -> Patient:
    """A patient who states facts.

    A stated fact or region is answered yes or no; an unstated finding as `unstated` says; an
    unstated red flag no. A gate is yes where any of its parts is; else no, save that a gate of
    places all of which are unstated is answered like an unstated finding.
    """
    library = knowledge.library

    def answer(id: str) -> Answer:
        gate = library.gates.get(id)
        if gate is not None and id not in facts:
            if any(facts.get(part) for part in gate.opens):
                return Answer.YES
            places = safety_plan.is_place_gate(library, gate)
            stated = all(part in facts for part in gate.opens)
            return unstated if places and not stated else Answer.NO
        if id in facts:
            return Answer.YES if facts[id] else Answer.NO
        return Answer.NO if id in library.red_flags else unstated

    return answer


def opening_of(
    knowledge: Knowledge, facts: Mapping[str, bool], time: Mapping[str, bool], opening: Opening
) -> Event:
    """What the patient says when asked where it hurts and how. `time` as of `time_of`."""
    if opening == "full":
        return _told({**facts, **time})
    where = (*knowledge.library.places, *knowledge.plan.regions)
    named = (*where, *OPENING_FINDINGS) if opening == "usual" else ()
    return _told({id: True for id in named if facts.get(id)})


def beginning_of(facts: Mapping[str, bool], time: Mapping[str, bool]) -> Event:
    """What the patient says when asked how it began, how long ago, and how it has gone."""
    stated = {id: facts[id] for id in HOW_IT_BEGAN_FINDINGS if id in facts}
    return _told({**stated, **time})


def time_of(facts: Mapping[str, bool], since_days: int | None) -> dict[str, bool]:
    """How long ago it began, as findings.

    It is told in days where the story does so. Else it is told from whether the story says more
    than six weeks; and where it says nothing, as "a few weeks", which tells no more than that it
    is not six.
    """
    if since_days is None and "over-six-weeks" in facts:
        since_days = FOUR_MONTHS if facts["over-six-weeks"] else TWO_WEEKS
    answers = onset.answers_from(since_days, None)
    told = {id: answer in YESES for id, answer in answers.items()} or {"over-six-weeks": False}
    return told | {id: facts[id] for id in ("over-two-weeks",) if id in facts}


def _told(facts: Mapping[str, bool]) -> Event:
    present = tuple(id for id, value in facts.items() if value)
    absent = tuple(id for id, value in facts.items() if not value)
    return Described(present, absent) if facts else Answered(Answer.NOT_SURE)


def follow(
    knowledge: Knowledge,
    protocol: Protocol,
    patients: Iterable[tuple[Mapping[str, bool], int | None]],
) -> list[SimulatedCheck]:
    """One conversation with each of some patients: their facts, and the days since it began."""
    conversations = []
    for facts, since_days in patients:
        time = time_of(facts, since_days)
        known = {**time, **facts}
        conversations.append(
            converse(
                knowledge,
                patient_of(knowledge, known, protocol.unstated),
                opening_of(knowledge, facts, time, protocol.opening),
                beginning_of(facts, time),
            )
        )
    return conversations


def converse(
    knowledge: Knowledge, patient: Patient, opening: Event, beginning: Event
) -> SimulatedCheck:
    """Hold a conversation up to the result.

    `opening` and `beginning` are what is said to the two open questions.

    Raises:
        RuntimeError: no result came, which is a defect of the dialog.
    """
    words = knowledge.library.words["en"]
    seconds, state, asked = 0.0, None, 0
    event: Event = Launch()
    for turn in range(LONGEST):
        reply = step(knowledge, state, event)
        seconds += spoken_seconds(speak(words, reply.acts, asked).text)
        if reply.result is not None and reply.state is not None:
            return _conversation(knowledge, reply.result, reply.state, seconds)
        if reply.state is None:
            break
        state = reply.state
        asked = len(state.asked)
        if turn == 0:
            event = opening
        elif state.asking == HOW_IT_BEGAN:
            event = beginning
        elif (places := places_asked(knowledge, state.asking)) is not None:
            event = _told({id: True for id in places if patient(id) in YESES})
        else:
            assert state.asking is not None
            grade = patient(state.asking)
            event = Answered(answer_as_asked(knowledge.library, state.asking, grade))
    raise RuntimeError("the conversation ended without a result")


def places_asked(knowledge: Knowledge, asking: str | None) -> tuple[str, ...] | None:
    """The places out of which one is to be named; None where something else is asked."""
    gates = knowledge.library.gates.values()
    return next((gate.opens for gate in gates if gate.choice and gate.choice == asking), None)


def _conversation(
    knowledge: Knowledge, result: Result, state: State, seconds: float
) -> SimulatedCheck:
    belief = believe(knowledge.model, evidence_from(knowledge.library, state.given))
    order = ranking(knowledge.model, belief)
    return SimulatedCheck(
        result,
        tuple(id for id, _ in order),
        tuple(probability for _, probability in order),
        state.asked,
        seconds,
    )
