"""What of the content and of the interaction model stories have come by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from simulator.conversation import Exchange
from skill.interview.safety_plan import heard_only_of, regions_of
from skill.library.types import Care, Library
from tests.conversations.stories import exercise_of, result_of, routine_of

ASKING = ("ask:", "ask-plainer:", "ask-to-confirm:")
STOPPED = ("danger-stop", "advice:")
BESIDE_THE_STORIES = frozenset(
    {"count-one", "count-repetition", "count-three", "count-two", "count-seconds"}
    | {"count-held", "count-minutes", "count-left", "count-minutes-left", "count-hold"}
    | {"get-ready", "get-ready-left", "get-ready-right", "rest-now", "still-paused", "wait-now"}
    | {"set-soon", "set-soon-left", "set-soon-right", "switch-to-left", "switch-to-right"}
    | {"last-set", "last-set-left", "last-set-right"}
    | {"beside-first", "beside-set"}
    | {"mornings-after", "help-mornings-after", "kept-for-voice", "could-not-remember"}
    | {"failure", "failure-closed", "join-two", "join-three", "join-more", "which-topic"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"every-day", "working-day", "clock", "clock-and-minutes", "at-noon", "at-midnight"}
    | {"in-the-morning", "in-the-afternoon", "in-the-evening", "at-night", "reminder-text"}
    | {"reminder-no-permission", "reminder-no-device", "reminder-too-many", "reminder-too-often"}
    | {"reminder-not-taken", "reminder-unreachable", "reminder-unknown", "no-reminders"}
    | {
        "reminders-not-deleted",
        "which-week-over",
        "week-plan-done",
        "week-plan-daily",
        "how-often-daily",
    }
)
"""What is heard within a set or a sentence, and what no words that are understood lead to.

The mornings are asked about after weeks: `tests/storage/test_weeks.py`. What Alexa's reminders
refuse is told in `tests/alexa/reminders`, and a whole week in `test_weeks.py` too."""


@dataclass
class Visits:
    """The ids that conversations came by, by how."""

    asked: set[str] = field(default_factory=set)
    volunteered: set[str] = field(default_factory=set)
    raised: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    exercises: set[str | None] = field(default_factory=set)
    routines: set[str | None] = field(default_factory=set)
    stopped: set[str | None] = field(default_factory=set)
    """Stop signs, and what they raise, that stopped a set."""
    said: set[str] = field(default_factory=set)


def _visits_of(exchanges: Iterable[Exchange]) -> Visits:
    visits = Visits()
    for heard in exchanges:
        visits.asked |= {act.partition(":")[2] for act in heard.acts if act.startswith(ASKING)}
        advised = {act.partition(":")[2] for act in heard.acts if act.startswith("advice:")}
        told_now = {*heard.heard.get("findings", {}), *advised}
        visits.volunteered |= told_now
        visits.raised |= set(result_of(heard).get("flags", ()))
        visits.told |= set(result_of(heard).get("matches", ()))
        visits.exercises |= {exercise_of(heard)}
        visits.routines |= {routine_of(heard)}
        if any(act.startswith(STOPPED) for act in heard.acts):
            visits.stopped |= told_now
        visits.said |= set(heard.acts)
    return visits


def unvisited(library: Library, exchanges: Iterable[Exchange]) -> dict[str, list[str]]:
    """The ids that no exchange visits, by what they are; a kind that is all visited is left out.

    A place or a finding is visited where it is asked or volunteered, a gate where it is asked, a
    condition where it is told, and a red flag where a result stands on it; one that raises no
    care by itself, where it is asked. An exercise is visited where a set of it plays, a routine
    where it begins, a stop sign where it is told, itself or as what it raises, and stops a set.
    Anything else that Alexa can say is visited where it is said.
    """
    visits = _visits_of(exchanges)
    raising = {id for id, flag in library.red_flags.items() if flag.care is not Care.SELF_CARE}
    signs = {id: {id, sign.raises} - {None} for id, sign in library.stop_signs.items()}
    speech = {id for words in library.words.values() for id in (*words.statements, *words.prompts)}
    left = {
        "places": library.places.keys() - visits.asked - visits.volunteered,
        "findings": library.findings.keys() - visits.asked - visits.volunteered,
        "gates": library.gates.keys() - visits.asked - heard_only_of(regions_of(library)),
        "red flags": (raising - visits.raised)
        | (library.red_flags.keys() - raising - visits.asked),
        "conditions": library.conditions.keys() - visits.told,
        "look-alikes": library.look_alikes.keys() - visits.told,
        "exercises": library.exercises.keys() - visits.exercises,
        "routines": library.routines.keys() - visits.routines,
        "stop signs": {id for id, told_by in signs.items() if not told_by & visits.stopped},
        "things to say": speech - BESIDE_THE_STORIES - visits.said,
    }
    return {kind: sorted(ids) for kind, ids in left.items() if ids}
