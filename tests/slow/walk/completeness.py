"""What is said and concluded anywhere in the walks, to be held against all that there is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tests.slow.walk.knowledge import spoken
from tests.slow.walk.patients import replies_to_patients
from tests.slow.walk.safety_walk import Walk
from tests.slow.walk.situations import Exploration
from tests.slow.walk.workouts import replies_to_workouts

NEVER_ASKED = "findings that the walk never asked, only heard"
EVERY = 7
"""One in so many replies of workouts is listened to word by word: they sound much alike."""


@dataclass(frozen=True)
class Met:
    """Acts with what they are about, flags raised, conditions told, ids named, words of sets."""

    acts: Counter[str]
    flags: frozenset[str]
    conditions: frozenset[str]
    named: frozenset[str]
    heard: frozenset[str]

    def lacks(self, act: str, ids: object) -> list[str]:
        """The ids about which this act was never said."""
        assert isinstance(ids, list | tuple | set | dict)
        return sorted(id for id in ids if f"{act}:{id}" not in self.acts)


def meet(safety: Walk, exploration: Exploration) -> Met:
    """Gather it from the walks and from whole conversations and workouts."""
    conversations, workouts = replies_to_patients(), replies_to_workouts()
    acts = safety.acts + exploration.acts
    for reply in (*conversations, *workouts):
        acts.update(str(act) for act in reply.acts)
    results = [reply.result for reply in conversations if reply.result is not None]
    return Met(
        acts=acts,
        flags=frozenset(
            flag for told in (*safety.results.values(), *results) for flag in told.flags
        ),
        conditions=frozenset(match for told in results for match in told.matches),
        named=frozenset(
            name.id
            for reply in conversations
            for act in reply.acts
            for names in act.names.values()
            for name in names
        ),
        heard=frozenset(
            part.text
            for reply in workouts[::EVERY]
            if any(act.cues for act in reply.said)
            for speech in spoken(reply)
            for part in speech.parts
        ),
    )
