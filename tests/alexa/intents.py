"""Any intent of the model, with the slots that it has filled as Alexa fills them."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.alexa.requests import intent, slot
from tools.content.load import load

LIBRARY = load()
INTENTS = tuple(sorted(LIBRARY.words["en"].intents))

NUMBERS = {"NumberIntent": "number", "MinutesIntent": "minutes", "AgeIntent": "age"}
NAMED = {
    "StartRoutineIntent": ("routine", sorted(LIBRARY.routines)),
    "TeachExerciseIntent": ("exercise", sorted(LIBRARY.exercises)),
    "PlaceIntent": ("place", sorted(LIBRARY.places)),
}
SPOKEN_NUMBERS = (
    *map(str, range(13)),
    "45",
    "600",
    "999999",
    "9999999",
    "?",
    "4.5",
    "-1",
    "\u0663",
)


def anything(chance: Random, **around: Any) -> dict[str, Any]:
    """The request for any intent; now and then a slot is left empty, or matches nothing."""
    name = chance.choice(INTENTS)
    return intent(name, slots(name, chance) if chance.random() < 0.9 else {}, **around)


def slots(name: str, chance: Random) -> dict[str, Any]:
    """What an intent's own slot is filled with."""
    if name in NUMBERS:
        return slot(NUMBERS[name], chance.choice(SPOKEN_NUMBERS), None)
    if name in NAMED:
        of, ids = NAMED[name]
        return slot(of, "something", chance.choice((*ids, "no-such-id", None)))
    return {}
