"""What of the content and of the interaction model stories have come by."""

from __future__ import annotations

from collections.abc import Iterable

from skill.alexa.intents import HANDLED
from skill.library.types import Care, Library
from skill.simulator.conversation import Exchange
from tests.stories import result_of

ASKING = ("ask:", "ask-plainer:")


def unvisited(library: Library, exchanges: Iterable[Exchange]) -> dict[str, list[str]]:
    """The ids that no exchange visits, by what they are; a kind that is all visited is left out.

    A place or a finding is visited where it is asked or volunteered, a gate where it is asked, a
    condition where it is told, and a red flag where a result stands on it; one that raises no
    care by itself, where it is asked.
    """
    asked: set[str] = set()
    volunteered: set[str] = set()
    raised: set[str] = set()
    told: set[str] = set()
    intents: set[str] = set()
    for heard in exchanges:
        asked |= {act.partition(":")[2] for act in heard.acts if act.startswith(ASKING)}
        volunteered |= {slot["id"] for slot in heard.slots.values() if slot["id"] is not None}
        raised |= set(result_of(heard).get("flags", ()))
        told |= set(result_of(heard).get("matches", ()))
        intents |= {heard.intent or ""}
    raising = {id for id, flag in library.red_flags.items() if flag.care is not Care.SELF_CARE}
    left = {
        "places": library.places.keys() - asked - volunteered,
        "findings": library.findings.keys() - asked - volunteered,
        "gates": library.gates.keys() - asked,
        "red flags": (raising - raised) | (library.red_flags.keys() - raising - asked),
        "conditions": library.conditions.keys() - told,
        "look-alikes": library.look_alikes.keys() - told,
        "intents": HANDLED - intents,
    }
    return {kind: sorted(ids) for kind, ids in left.items() if ids}
