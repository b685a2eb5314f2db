"""Who talks to the skill: healthy, in danger, or erratic; and what they say where they are asked.

What they say does not depend on the skill's code, only on what the last reply asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

from tests.alexa.requests import slot
from tests.slow.fuzz.facts import is_asked_by_its_opposite, plainly
from tests.slow.fuzz.model_words import SMALL, intents, slots, values_of

Json = dict[str, Any]

LOCALES = ("en-US", "en-US", "en-US", "en-US", "en-GB", "en-AU", "en-CA", "en-IN", "de-DE", "fr-FR")
SECONDS = (1.0, 4.0, 9.0, 30.0, 90.0, 280.0)
GRADED = ("AMAZON.YesIntent", "KindOfIntent", "NotSureIntent", "NotReallyIntent")
GRAVE = ("AMAZON.YesIntent",) * 6 + GRADED
WELL = {"clinician-seen": "AMAZON.YesIntent"}
SCREENING = (
    "safety-today",
    "safety-person",
    "clinician-seen",
)
EXERCISE: tuple[str, ...] = ("StartRoutineIntent",) * 5 + ("TeachExerciseIntent",) * 2
EXERCISE += ("MinutesIntent", "ListExercisesIntent", "AMAZON.ResumeIntent")
RESTARTS: tuple[str, ...] = (
    ("launch",) * 3 + ("AMAZON.StartOverIntent",) * 3 + ("StartCheckIntent",) * 3
)
RESTARTS += ("GoBackIntent",) * 3 + ("ChangeAnswerIntent", "AMAZON.PreviousIntent")
VOLUNTEERED: tuple[str, ...] = ("DescribeIntent",) * 4 + ("StopSignIntent",) * 3
VOLUNTEERED += ("SentenceIntent", "AgeIntent", "HurtsIntent", "NumberIntent")
IN_A_SET = (
    ("AMAZON.PauseIntent",) * 3
    + ("AMAZON.ResumeIntent",) * 3
    + (
        "WaitIntent",
        "SlowerIntent",
        "FasterIntent",
        "EasierIntent",
        "HarderIntent",
        "HowManyLeftIntent",
        "WhichExerciseIntent",
        "NoEquipmentIntent",
        "AMAZON.NextIntent",
        "AMAZON.PreviousIntent",
        "AMAZON.RepeatIntent",
        "AMAZON.FallbackIntent",
        "NoPainIntent",
        "WorseIntent",
        "SameIntent",
        "NumberIntent",
    )
)


@dataclass(frozen=True)
class Said:
    """A request, some seconds `after` the last: an intent, or `launch`, `unheard` or `end`."""

    name: str
    slots: Json = field(default_factory=dict)
    after: float = 4.0
    locale: str = "en-US"


@dataclass(frozen=True)
class Person:
    """How often a danger is affirmed, how often exercise is asked for, and the rest by chance."""

    affirms: float
    strays: float
    locale: str
    plays_apla: bool


def anybody(chance: Random) -> Person:
    """Half are well, most others have one thing or two, a few say whatever comes."""
    affirms, strays = chance.choice(
        ((0.0, 0.05), (0.01, 0.1), (0.02, 0.3), (0.08, 0.2), (0.15, 0.35), (0.25, 0.5), (0.5, 0.8))
    )
    return Person(affirms, strays, chance.choice(LOCALES), chance.random() < 0.75)


def says(chance: Random, person: Person, attributes: Json, *, played: bool) -> Said:
    """The next request of somebody who has just been asked what the attributes tell."""
    after = chance.choice(SECONDS) * chance.random()
    if played and not person.plays_apla:
        return Said("unheard", after=1.0, locale=person.locale)
    name, filled_slots = _chosen(chance, person, attributes)
    return Said(name, filled_slots, round(after, 3), person.locale)


def _chosen(chance: Random, person: Person, attributes: Json) -> tuple[str, Json]:
    if not attributes:
        return _first(chance)
    if chance.random() >= person.strays:
        answer = _to_the_question(chance, person, attributes)
        if answer is not None:
            return answer
    kinds = (EXERCISE, RESTARTS, VOLUNTEERED, IN_A_SET, intents(), ("unheard",), ("end",))
    kind = chance.choices(kinds, (30, 22, 8, 12, 20, 1, 0.4))[0]
    name = chance.choice(kind)
    # Who stops is gone: seldom enough to see what comes otherwise.
    if name in {"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"}:
        name = chance.choice((name, "AMAZON.HelpIntent", "WhyAskIntent", "MoreIntent"))
    return name, slots(chance, name)


def _first(chance: Random) -> tuple[str, Json]:
    name = chance.choice(("launch",) * 4 + EXERCISE + VOLUNTEERED + (chance.choice(intents()),))
    return name, slots(chance, name)


def _to_the_question(chance: Random, person: Person, attributes: Json) -> tuple[str, Json] | None:
    """An answer that fits what is asked; None where none does better than anything else."""
    pending = attributes["pending"]
    affirms = chance.random() < person.affirms
    if pending in SCREENING:
        good = WELL.get(pending, "AMAZON.NoIntent")
        return (chance.choice(GRAVE) if affirms else good), {}
    match pending:
        case "question":
            return _to_a_symptom(chance, attributes, affirms=affirms)
        case "open-question":
            return _opening(chance, affirms=affirms)
        case "last-sessions":
            return "NumberIntent", slot("number", chance.choice(("0", "2", "6", "9")), None)
        case "which-level":
            if chance.random() < 0.5:
                return "FirstTimeIntent", {}
            return "NumberIntent", slot("number", chance.choice("1123"), None)
        case "ready-question":
            return chance.choice(("ReadyIntent", "AMAZON.YesIntent", *IN_A_SET)), {}
        case "how-much-pain":
            low = chance.random() < 0.8
            number = chance.choice("0012" if low else SMALL)
            return "NumberIntent", slot("number", number, None)
        case "choose-routine" | "repeat-offer" | "check-offer":
            name = chance.choice(EXERCISE if pending != "check-offer" else ("AMAZON.YesIntent",))
            return name, slots(chance, name)
        case "go-on" | "offer-check" | "offer-routine" | "more-offer" | "which-one":
            return "AMAZON.YesIntent", {}
    return None


def _to_a_symptom(chance: Random, attributes: Json, *, affirms: bool) -> tuple[str, Json]:
    """Mostly a plain answer; a yes now and then to what is no danger, so that something fits."""
    if chance.random() < 0.04:
        return "DescribeIntent", slots(chance, "DescribeIntent")
    asking = attributes["asking"]
    is_place_or_finding = asking in _harmless()
    if affirms or (is_place_or_finding and chance.random() < 0.3):
        turned = is_asked_by_its_opposite(asking)
        return (chance.choice(GRADED[1:]) if turned else chance.choice(GRAVE)), {}
    return plainly(asking, so=False), {}


def _opening(chance: Random, *, affirms: bool) -> tuple[str, Json]:
    if affirms:
        return "DescribeIntent", slots(chance, "DescribeIntent")
    if chance.random() < 0.7:
        return "PlaceIntent", slot("place", "that", chance.choice(values_of("PLACE"))[0])
    return "AMAZON.NoIntent", {}


@cache
def _harmless() -> frozenset[str]:
    """Where it hurts: also the questions that ask for several places at once."""
    return frozenset(id for id, _ in values_of("PLACE")) | {
        "place-ankle",
        "place-foot",
        "place-leg",
    }
