"""Every part of a session of exercise, and the words that lead to it."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime

from simulator.conversation import Conversation
from simulator.input_line import Line
from simulator.start import Simulator

BEGUN = ("start the calf routine", "no", "no", "first time")
PARTS: dict[str, tuple[tuple[str, ...], float | None]] = {
    "the first question before exercise": (BEGUN[:1], None),
    "the question about the person": (BEGUN[:2], None),
    "the question for the step": (BEGUN[:3], None),
    "a set-up": (BEGUN, 18),
    "the wait before a set": (BEGUN, 30),
    "a set": (BEGUN, 80),
    "a rest": (BEGUN, 102),
    "a switch of sides": (("teach me the clam", "no", "no"), 105),
    "between two parts": (BEGUN, None),
    "a pause": ((*BEGUN, "pause"), 20),
    "the question for pain": ((*BEGUN, "ready"), None),
}
"""What is said before, and the seconds into the last reply; None for once it was heard out."""
COACHED = ("a set-up", "a set", "a rest", "a pause", "the question for pain")
ASKED = ("ask:", "ask-to-confirm:", "more-than-effort")
STOPPED = ("danger-stop", "emergency", "noted", "care-", "to-safety", *ASKED)
"""How acts begin that end an exercise for what was told."""


@dataclass
class Ids:
    """Gives a new id at each call, and goes on from where it is in a copy."""

    given: int = -1

    def __call__(self) -> str:
        self.given += 1
        return f"id-{self.given}"


def held(simulator: Simulator, before: tuple[str, ...]) -> Conversation:
    """A session up to the part that these words lead to: its own, held once to be gone on with."""
    key = (id(simulator), before)
    if key not in _held:
        noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
        conversation = simulator.conversation(lambda: noon, Ids())
        for said in before:
            conversation.take(Line(say=said))
        _held[key] = (simulator, conversation)
    shared = (simulator.skill, simulator.matchers)
    return deepcopy(_held[key][1], {id(one): one for one in shared})


_held: dict[tuple[int, tuple[str, ...]], tuple[Simulator, Conversation]] = {}
"""Each session that was held, with its simulator, which is the same as long as it stands here."""


def say_in(simulator: Simulator, part: str, said: str) -> tuple[Conversation, list[str]]:
    """The session in a part of which something was said, and the acts of the reply."""
    before, after = PARTS[part]
    talk = held(simulator, before)
    return talk, acts_of(talk, said, after)


def acts_of(talk: Conversation, said: str, after: float | None = None) -> list[str]:
    """The acts of the reply to what is said so many seconds into the last one."""
    return [str(act) for act in talk.take(Line(say=said, after=after)).acts]


def replies_to(simulator: Simulator, part: str, sentences: Sequence[str]) -> dict[str, list[str]]:
    """The acts of the reply to each of these sentences, said in this part of a session."""
    return {said: say_in(simulator, part, said)[1] for said in sentences}


def ends(acts: Sequence[str]) -> bool:
    """Whether the acts of a reply end an exercise for what was told."""
    return any(act.startswith(STOPPED) for act in acts)


def coached_past(simulator: Simulator, part: str, sentences: Sequence[str]) -> dict[str, list[str]]:
    """The sentences that ended no exercise, with what was replied."""
    told = replies_to(simulator, part, sentences)
    return {said: acts for said, acts in told.items() if not ends(acts)}
