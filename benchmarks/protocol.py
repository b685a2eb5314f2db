"""How patients answer, and whole conversations with the skill's own dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from skill.dialog.events import Answered, Described, Event, Launch
from skill.dialog.state import Result, State
from skill.dialog.step import step
from skill.interview import red_flags
from skill.interview.answers import evidence_from
from skill.interview.belief import believe, ranking
from skill.interview.knowledge import Knowledge
from skill.library.speaking import spoken_seconds
from skill.library.types import Answer
from skill.voice.speak import speak

OPENING_FINDINGS = ("gives-way", "numbness", "tingling", "repeated-sprains")
"""Findings that a patient names at the opening, where they are true, beside the places."""
LONGEST = 200
"""Turns after which a conversation is taken for endless."""

Patient = Callable[[str], Answer]
"""What a patient answers when the finding, red flag or gate of an id is asked."""


@dataclass(frozen=True)
class Protocol:
    """How every patient of a run answers.

    `opening`: whether the open question is answered with what the story tells of it;
    `unstated`: the answer to a finding that the story tells nothing of.
    """

    opening: bool = True
    unstated: Answer = Answer.NOT_REALLY


@dataclass(frozen=True)
class Conversation:
    """What came of one conversation. `seconds` is the skill's own speech, estimated."""

    result: Result
    ranking: tuple[str, ...]
    asked: tuple[str, ...]
    seconds: float


def patient_of(knowledge: Knowledge, facts: Mapping[str, bool], unstated: Answer) -> Patient:
    """A patient who states facts.

    A stated fact is answered yes or no; an unstated finding as `unstated` says; an unstated red
    flag no. A gate is yes where any of its parts is; else no, save that a gate of places all of
    which are unstated is answered like an unstated finding.
    """
    library = knowledge.library

    def answer(id: str) -> Answer:
        gate = library.gates.get(id)
        if gate is not None:
            if any(facts.get(part) for part in gate.opens):
                return Answer.YES
            places = red_flags.is_place_gate(library, gate)
            stated = all(part in facts for part in gate.opens)
            return unstated if places and not stated else Answer.NO
        if id in facts:
            return Answer.YES if facts[id] else Answer.NO
        return Answer.NO if id in library.red_flags else unstated

    return answer


def opening_of(knowledge: Knowledge, facts: Mapping[str, bool]) -> tuple[str, ...]:
    """What the patient volunteers when asked where it hurts and how."""
    named = (*knowledge.library.places, *OPENING_FINDINGS)
    return tuple(id for id in named if facts.get(id))


def follow(
    knowledge: Knowledge, protocol: Protocol, patients: Iterable[Mapping[str, bool]]
) -> list[Conversation]:
    """One conversation with each of some patients, who are their facts."""
    return [
        converse(
            knowledge,
            patient_of(knowledge, facts, protocol.unstated),
            opening_of(knowledge, facts) if protocol.opening else (),
        )
        for facts in patients
    ]


def converse(knowledge: Knowledge, patient: Patient, opening: tuple[str, ...]) -> Conversation:
    """Hold a conversation up to the result.

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
            event = Described(opening) if opening else Answered(Answer.NOT_SURE)
        else:
            assert state.asking is not None
            event = Answered(patient(state.asking))
    raise RuntimeError("the conversation ended without a result")


def _conversation(
    knowledge: Knowledge, result: Result, state: State, seconds: float
) -> Conversation:
    belief = believe(knowledge.model, evidence_from(knowledge.library, state.given))
    order = tuple(id for id, _ in ranking(knowledge.model, belief))
    return Conversation(result, order, state.asked, seconds)
