"""Session attributes as the skill leaves them, changed field by field by values of any type."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Any

from skill.coaching.precautions import ALLOWED_BY_A_WORD
from skill.dialog.attributes import carried_by
from tests.alexa.corruption import TIMES
from tests.alexa.exercise_session import could_not_play, timestamp
from tests.alexa.intents import INTENTS
from tests.alexa.json_parts import Path, deep, paths, placed
from tests.alexa.requests import intent, launch
from tests.slow.fuzz.danger_requests import hear
from tests.slow.fuzz.dangers import Unsettled
from tests.slow.fuzz.facts import content
from tests.slow.fuzz.model_words import slots
from tests.slow.fuzz.session import Broken, assert_holds, lines, new_session, plays
from tools.content.load import load

Json = dict[str, Any]

LIBRARY = load()
LEAVE_OUT = object()
IDS = sorted(
    {
        *LIBRARY.findings,
        *LIBRARY.places,
        *LIBRARY.red_flags,
        *LIBRARY.gates,
        *LIBRARY.conditions,
        *LIBRARY.look_alikes,
        *LIBRARY.exercises,
        *LIBRARY.routines,
        *LIBRARY.topics,
    }
)
WORDS: tuple[str, ...] = (
    "yes",
    "no",
    "kind-of",
    "not-sure",
    "not-really",
    "no-to-several",
    "left",
    "both",
)
WORDS += ("emergency", "same_day", "see_clinician", "self_care", "steady", "slower", "what-it-is")
WORDS += ("question", "open-question", "why-offer", "offer-routine", "choose-routine", "which-one")
WORDS += ("safety-today", "safety-person", "last-sessions", "ready-question", "how-much-pain")
ODD: tuple[Any, ...] = (
    LEAVE_OUT,
    None,
    True,
    False,
    0,
    1,
    2,
    12,
    -1,
    10**30,
    0.5,
    -1.5,
    1e308,
    float("nan"),
    float("inf"),
    -float("inf"),
    "",
    " ",
    "no-such-id",
    "\ud800",
    "\u0000",
    "x" * 5_000,
    [],
    [[]],
    [None],
    [1, 2],
    ["no-such-id"],
    ["clam", "clam"],
    [["clam", 1]] * 500,
    {},
    {"": None},
    {"no-such-id": "yes"},
    {"cold-foot": "yes"},
    {"circulation": "yes"},
    {"exercise": "clam"},
    deep(40),
)
OFTEN_SAID = ("AMAZON.YesIntent", "AMAZON.NoIntent", "AMAZON.ResumeIntent", "ReadyIntent")


@dataclass
class Forger:
    """Changes real attributes, and says something to each."""

    real: Sequence[Json]
    chance: Random
    faults: dict[str, Json] = field(default_factory=dict)
    """The first request of each kind of fault."""

    def forge(self, many: int) -> None:
        """So many requests with forged attributes."""
        with lines() as heard:
            for _ in range(many):
                self._try(heard, self._event(self._changed()))

    def _try(self, heard: list[str], event: Json) -> None:
        session = new_session(heard)
        try:
            reply = session.answered(event)
            assert_holds(reply)
            if plays(reply):
                _assert_may_play(event)
        except Broken as broken:
            self.faults.setdefault(_kind(broken), event)

    def _changed(self) -> Any:
        chance = self.chance
        attributes: Any = deepcopy(chance.choice(self.real))
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            if not isinstance(attributes, dict) or not attributes:
                break
            attributes = self._with_one_more_change(attributes)
        return attributes

    def _with_one_more_change(self, attributes: Json) -> Any:
        chance = self.chance
        match chance.randrange(6):
            case 0:
                other = chance.choice(self.real)
                key = chance.choice(sorted(other))
                return {**attributes, key: deepcopy(other[key])}
            case 1:
                return _beside(attributes, chance)
            case 2:
                return _with(attributes, chance.choice(paths(attributes)[1:]), _word(chance))
        value = chance.choice(ODD)
        way = chance.choice(paths(attributes) if chance.random() < 0.05 else paths(attributes)[1:])
        return _with(attributes, way, value)

    def _event(self, attributes: Any) -> Json:
        chance = self.chance
        name = chance.choice((*OFTEN_SAID, *OFTEN_SAID, *INTENTS, "launch", "unheard"))
        match name:
            case "launch":
                event = launch()
            case "unheard":
                event = could_not_play()
            case _:
                event = intent(name, slots(chance, name))
        event["session"]["attributes"] = attributes
        event["request"]["timestamp"] = timestamp(chance.uniform(-400, 4_000))
        if chance.random() < 0.1:
            _at_an_odd_time(event, chance)
        return event


def _assert_may_play(event: Json) -> None:
    """A set plays only from attributes that the skill believes, where nothing in them bars it."""
    attributes = event["session"]["attributes"]
    if carried_by(attributes, LIBRARY) is None:
        raise Broken("no set plays from attributes that start afresh", json.dumps(attributes))
    given = attributes.get("given", {})
    if "clinician-seen" in attributes.get("screened", ()):  # Whose word allows it.
        given = {id: grade for id, grade in given.items() if id not in ALLOWED_BY_A_WORD}
    told = Unsettled.by(given)
    hear(told, event)
    if bars := told.standing():
        raise Broken("no set plays from attributes with something unsettled", bars[0])


def _kind(broken: Broken) -> str:
    """The rule, and where a fault came from: its last line of code."""
    try:
        line = json.loads(str(broken).split(": ", 1)[1])
        return f"{broken.rule}: {line['fault']} at {line['way'][-1]}"
    except (ValueError, LookupError, TypeError):
        return str(broken)[:300]


def _word(chance: Random) -> str:
    return chance.choice(IDS if chance.random() < 0.5 else WORDS)


def _with(attributes: Json, way: Path, value: Any) -> Any:
    if value is not LEAVE_OUT:
        return placed(attributes, way, deepcopy(value))
    if not way:
        return {}
    holder: Any = attributes
    for step in way[:-1]:
        holder = holder[step]
    del holder[way[-1]]
    return attributes


def _beside(attributes: Json, chance: Random) -> Json:
    """With a danger among the answers, and all else as it was: a claim that nobody asked about."""
    ids = sorted({*content().flags, *content().gates})
    grade = chance.choice(("yes", "kind-of", "not-sure", "not-really"))
    given = attributes.get("given")
    before = given if isinstance(given, dict) else {}
    return {**attributes, "given": {**before, chance.choice(ids): grade}}


def _at_an_odd_time(event: Json, chance: Random) -> None:
    event["request"]["timestamp"] = deepcopy(chance.choice(TIMES))
    if chance.random() < 0.2:
        del event["request"]["timestamp"]


def at_odd_times(real: Sequence[Json]) -> Iterator[Json]:
    """Requests with those attributes at every odd time, and at none."""
    for attributes in real:
        for time in (*TIMES, LEAVE_OUT):
            event = intent("AMAZON.PauseIntent", attributes=deepcopy(attributes))
            event["request"]["timestamp"] = time
            if time is LEAVE_OUT:
                del event["request"]["timestamp"]
            yield event
