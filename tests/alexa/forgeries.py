"""Attributes of somebody who exercises: such as the skill leaves, and such as it never does."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from skill.coaching.timeline import Pace, timeline
from skill.coaching.workout import MOST_STEPS
from tools.content.load import load

LIBRARY = load()
EXERCISES = sorted(LIBRARY.exercises)
ROUTINES = sorted(LIBRARY.routines)
OF_ALL = (*("safety-today", "safety-person", "clinician-seen"),)
"""The questions that may stand before any exercise; the others stand before some."""
SCREENING = (*OF_ALL, "safety-walk", "safety-bone")
NOON = 1_795_348_800.0

Json = dict[str, Any]


def exercising(chance: Random) -> Json:
    """A sound state in the middle of a session, of any exercise at any place."""
    steps = [_step(chance) for _ in range(chance.randint(1, 5))]
    at = chance.randrange(len(steps))
    pace = chance.choice(tuple(Pace))
    exercise, level = steps[at]
    cues = len(timeline(LIBRARY.exercises[exercise], level, pace))
    cue = chance.randrange(cues)
    wanted: Json = {"exercise": exercise}
    if chance.random() < 0.7:
        wanted = {"routine": chance.choice(ROUTINES), "level": 1}
    coach: Json = {
        "wish": wanted,
        "steps": [list(step) for step in steps],
        "step": at,
        "pace": pace.value,
        "cue": cue,
        "done": chance.randrange(len(steps) + 1),
        "met": sorted({one for one, _ in steps if chance.random() < 0.5}),
    }
    if chance.random() < 0.6:
        coach["until"] = chance.randint(cue + 1, cues)
        coach["since"] = NOON + chance.uniform(-300, 300)
    if chance.random() < 0.5:
        coach["pain"] = chance.randint(0, 10)
    state: Json = {
        "pending": chance.choice(("ready-question", "how-much-pain")),
        "workout": coach,
        "screened": list(SCREENING),
        "given": {id: "no" for one, _ in steps for id in LIBRARY.exercises[one].only_without},
    }
    return {**state, "without_apla": True} if chance.random() < 0.3 else state


def screened(chance: Random) -> Json:
    """A sound state among the questions before the first exercise."""
    pending = chance.choice(OF_ALL)
    before = list(OF_ALL[: OF_ALL.index(pending)])
    seen_first = [id for id in ROUTINES if LIBRARY.routines[id].clinician_first]
    wanted: Json = {"routine": chance.choice(seen_first)}
    if chance.random() < 0.3:
        wanted["minutes"] = chance.randrange(60)
    return {"pending": pending, "screened": before, "workout": {"wish": wanted}}


def _step(chance: Random) -> tuple[str, int]:
    exercise = chance.choice(EXERCISES)
    return exercise, chance.randint(1, len(LIBRARY.exercises[exercise].levels))


# --- what the skill never leaves ----------------------------------------------------------------

IMPOSSIBLE: Mapping[str, Json] = {
    "no exercise by that id": {"steps": [["no-such-exercise", 1]]},
    "a level too high": {"steps": [["clam", 99]]},
    "a level too low": {"steps": [["clam", 0]]},
    "a level in words": {"steps": [["clam", "one"]]},
    "a level and a half": {"steps": [["clam", 1.5]]},
    "a step without a level": {"steps": [["clam"]]},
    "a step with more": {"steps": [["clam", 1, 1]]},
    "too many steps": {"steps": [["clam", 1]] * (MOST_STEPS + 1)},
    "endless steps": {"steps": [["clam", 1]] * 2_000},
    "no steps": {"steps": []},
    "a step that is not there": {"step": 1},
    "a step before the first": {"step": -1},
    "a cue beyond the last": {"cue": 100_000},
    "a cue before the first": {"cue": -1},
    "a cue without end": {"cue": 10**30},
    "an end before its beginning": {"cue": 3, "until": 2},
    "an end beyond the last": {"until": 100_000, "since": NOON},
    "an end before all": {"until": -1},
    "a time of nothing that plays": {"since": NOON},
    "no number of seconds": {"until": 5, "since": float("nan")},
    "endless seconds": {"until": 5, "since": float("inf")},
    "endless seconds ago": {"until": 5, "since": -float("inf")},
    "seconds in words": {"until": 5, "since": "noon"},
    "held while it plays": {"until": 5, "since": NOON, "held": True},
    "an unknown pace": {"pace": "frantic"},
    "more done than there can be": {"done": MOST_STEPS + 1},
    "less than nothing done": {"done": -1},
    "pain over ten": {"pain": 11},
    "pain below none": {"pain": -1},
    "pain in words": {"pain": "a lot"},
    "met twice": {"met": ["clam", "clam"]},
    "met what is not there": {"met": ["no-such-exercise"]},
    "met without end": {"met": ["clam"] * 2_000},
    "nothing wanted": {"wish": {}},
    "two things wanted": {"wish": {"exercise": "clam", "routine": "calf-strength"}},
    "an unknown routine wanted": {"wish": {"routine": "no-such-routine"}},
    "an unknown exercise wanted": {"wish": {"exercise": "no-such-exercise"}},
    "minutes below none": {"wish": {"routine": "calf-strength", "minutes": -1}},
    "endless minutes": {"wish": {"routine": "calf-strength", "minutes": 10**9}},
    "a step of no routine": {"wish": {"exercise": "clam", "level": 1}},
    "a step that the routine lacks": {"wish": {"routine": "calf-strength", "level": 99}},
    "more than is known": {"surprise": 1},
}
"""What is changed in a session of one exercise, and cannot have been left by the skill."""

EXTREME: Mapping[str, Json] = {
    "since the end of time": {"until": 5, "since": 1e308},
    "since the beginning of time": {"until": 5, "since": -1e308},
    "since almost never": {"until": 5, "since": 5e-324},
}
"""What could be, and must be survived."""


def impossible(name: str) -> Json:
    """A session of one exercise with one thing in it that cannot be."""
    coach = {"wish": {"exercise": "clam"}, "steps": [["clam", 1]], **IMPOSSIBLE[name]}
    return {"pending": "ready-question", "workout": coach}


def forged(chance: Random) -> Json:
    """A state of any exercise, most of the time with something odd in it."""
    state = exercising(chance) if chance.random() < 0.8 else screened(chance)
    change = chance.choice((_nothing, _impossible, _extreme, _elsewhere, _aside))
    change(state, chance)
    return state


def _nothing(state: Json, _: Random) -> None:
    """As it is."""


def _impossible(state: Json, chance: Random) -> None:
    state["workout"] |= chance.choice(tuple(IMPOSSIBLE.values()))


def _extreme(state: Json, chance: Random) -> None:
    state["workout"] |= chance.choice(tuple(EXTREME.values()))


def _elsewhere(state: Json, chance: Random) -> None:
    pendings = (
        "open-question",
        "choose-routine",
        "why-offer",
        "question",
        "safety-today",
        "which-one",
    )
    state["pending"] = chance.choice((*pendings, "last-sessions", "which-level", "offer-routine"))


def _aside(state: Json, chance: Random) -> None:
    asides: tuple[Json, ...] = (
        {"resting": True},
        {"listed": 3},
        {"listed": 10**9},
        {"misses": 3},
        {"screened": ["safety-today", "safety-today"]},
        {"screened": ["ready-question"]},
        {"without_apla": "yes"},
        {"given": {"under-eighteen": "yes"}},
        {"given": {"sudden-snap": "yes"}},
        {"talk": {"topic": "load-and-pain", "aspect": "answer"}},
    )
    state |= chance.choice(asides)
