"""`python -m benchmarks.spoken [FILE ...] [--json]`: stories held in the words of their people.

Each story opens with the words that were recorded for it. To each question it answers with the
words recorded for that id, in their order, else as its facts say, else "no". Printed are, per
story and in all, the level of care and whether it is too low or too high, the conditions named,
the turns, how often the same question came again, and the words that were not understood. Without
a file these are all of `benchmarks/spoken_stories/`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.protocol import FOUR_MONTHS, Patient, patient_of, places_asked
from benchmarks.stories import answers_to, vocabulary
from simulator.input_line import Line
from simulator.start import Simulator, start
from skill.interview.answers import answer_as_asked
from skill.interview.interview import HOW_IT_BEGAN, Knowledge, knowledge_of
from skill.library.types import YESES, Answer, Care
from skill.settings import Settings
from tests.yaml_file import plain

STORIES = Path(__file__).with_name("spoken_stories")
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
MOST_TURNS = 60
SPOKEN = {Answer.YES: "yes", Answer.NO: "no"}
OPENING = "open-question"
BEGAN = {
    "gradual_onset": "it came on gradually",
    "sudden_onset": "it came on suddenly",
    "recent_twist_or_fall": "i twisted it",
    "high_fall_or_heavy_blow": "it was a fall from high up",
    "sudden_snap": "there was a snap",
    "recent_training_increase": "i had been running more",
    "old_sprain": "i sprained it years ago",
}
"""What is said of how it began, for a term that a story states."""
WENT_ON = {
    "getting_worse": "it's getting worse",
    "getting_better": "it's getting better",
    "comes_and_goes": "it comes and goes",
    "tried_rest_no_help": "rest didn't help",
    "treatment_failed": "physio didn't help",
}
"""What is said of how it has gone since."""
PLACES = {
    "pain-front-of-ankle": "the front",
    "pain-inner-ankle": "the inner side",
    "pain-outer-ankle": "the outer side",
    "pain-back-of-heel": "the back",
    "pain-under-heel": "under the heel",
    "pain-sole-or-arch": "the sole",
    "pain-top-of-foot": "the top",
    "pain-outer-foot": "the outer edge",
    "pain-toe-joint": "a toe",
    "pain-front-of-shin": "the front of the shin",
    "pain-inner-shin": "the inner edge of the shin",
    "pain-calf": "the calf",
    "pain-outer-lower-leg": "the outer side",
    "pain-behind-knee": "behind the knee",
}
"""How a place is named where one is asked for."""
GOES_ON = frozenset({"offer-check", "check-offer", "go-on"})

Story = Mapping[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What came of one story. `repeated` counts turns that put the same question again."""

    id: str
    care: str | None
    care_ok: tuple[str, ...]
    care_best: str | None
    matches: tuple[str, ...]
    condition: str | None
    turns: int
    repeated: int
    missed: tuple[str, ...]

    @property
    def is_too_low(self) -> bool:
        """Whether every level that is no error is higher."""
        return self._rank < min(Care(care).rank for care in self.care_ok)

    @property
    def is_too_high(self) -> bool:
        """Whether every level that is no error is lower."""
        return self._rank > max(Care(care).rank for care in self.care_ok)

    @property
    def is_urgent(self) -> bool:
        """Whether its best level is today or now."""
        return Care(self.care_best or self.care_ok[0]).rank >= Care.SAME_DAY.rank

    @property
    def _rank(self) -> int:
        return Care(self.care).rank if self.care else -1


def play(simulator: Simulator, knowledge: Knowledge, story: Story) -> Outcome:
    """Hold one story up to its result."""
    recorded: dict[str, deque[str]] = defaultdict(deque)
    for turn in story["turns"]:
        recorded[turn["asked"]].append(str(turn["said"]))
    facts = story.get("facts") or {}
    stated = {term: facts[term] for term in facts if term in vocabulary()}
    patient = patient_of(knowledge, answers_to(stated), Answer.NO)
    ids = count()
    talk = simulator.conversation(lambda: NOON, lambda: f"id-{next(ids)}")
    heard = talk.take(Line(event="launch"))
    asking, turns, repeated, missed = OPENING, 0, 0, []
    result: Mapping[str, Any] = {}
    while turns < MOST_TURNS and heard.session_open and not result:
        if recorded[asking]:
            said = _recorded(knowledge, asking, recorded[asking].popleft())
        elif asking == HOW_IT_BEGAN:
            said = _beginning(stated, facts.get("since_days"))
        else:
            said = _unrecorded(knowledge, patient, asking)
        heard = talk.take(Line(say=said))
        turns += 1
        if set(heard.heard) <= {"words"}:
            missed.append(said)
        attributes = (heard.response or {}).get("sessionAttributes") or {}
        result = attributes.get("result") or {}
        following = heard.asking or attributes.get("pending", OPENING)
        repeated += following == asking and not result
        asking = following
    return Outcome(
        id=story["id"],
        care=result.get("care"),
        care_ok=tuple(story["care_ok"]),
        care_best=story.get("care_best"),
        matches=tuple(result.get("matches", ())),
        condition=str(story["condition"]).replace("_", "-") if story.get("condition") else None,
        turns=turns,
        repeated=repeated,
        missed=tuple(missed),
    )


def _recorded(knowledge: Knowledge, asking: str, said: str) -> str:
    """The recorded words; a bare yes or no as the question is put now.

    "Has taking four steps been too much?" was asked when they were recorded, and is now "Can you
    take four steps?".
    """
    plain = {spoken: answer for answer, spoken in SPOKEN.items()}.get(said.strip(" .").lower())
    if plain is None:
        return said
    return SPOKEN[answer_as_asked(knowledge.library, asking, plain)]


def _unrecorded(knowledge: Knowledge, patient: Patient, asking: str) -> str:
    """What the facts say; a person goes on with a check that is offered, and denies the rest."""
    if asking in GOES_ON:
        return "yes"
    if asking == OPENING:
        return "no"
    if places := places_asked(knowledge, asking):
        named = [PLACES[id] for id in places if patient(id) in YESES]
        return " and ".join(named) or "i don't know"
    return SPOKEN.get(answer_as_asked(knowledge.library, asking, patient(asking)), "no")


def _beginning(stated: Mapping[str, bool], since_days: int | None) -> str:
    """How it began, how long ago and how it has gone, in plain words, as far as it is stated."""
    said = [words for term, words in BEGAN.items() if stated.get(term)]
    if since_days is None and "over_6_weeks" in stated:
        since_days = FOUR_MONTHS if stated["over_6_weeks"] else None
    if since_days is not None:
        said.append(f"it started {since_days} days ago")
    said += [words for term, words in WENT_ON.items() if stated.get(term)]
    return " and ".join(said) or "i don't know"


def summary(outcomes: list[Outcome], six: set[str]) -> dict[str, Any]:
    """The figures of all stories together."""
    turns = sum(one.turns for one in outcomes)
    named = [o for o in outcomes if o.condition in six and not o.is_urgent]
    return {
        "stories": len(outcomes),
        "urgent": sum(o.is_urgent for o in outcomes),
        "urgent_under_triaged": sum(o.is_urgent and o.is_too_low for o in outcomes),
        "under_triaged": sum(o.is_too_low for o in outcomes),
        "over_triaged": sum(o.is_too_high for o in outcomes),
        "best": sum(o.care == o.care_best for o in outcomes),
        "right_first": sum(o.matches[:1] == (o.condition,) for o in named),
        "of_the_six": len(named),
        "turns_median": median(o.turns for o in outcomes),
        "turns_worst": max(o.turns for o in outcomes),
        "repeated": f"{sum(o.repeated for o in outcomes)}/{turns}",
        "not_understood": f"{sum(len(o.missed) for o in outcomes)}/{turns}",
    }


def files() -> list[Path]:
    """The files of stories that the project has."""
    return sorted(STORIES.glob("*.yaml"))


def stories_of(file: Path) -> list[Story]:
    """The stories of a file."""
    return list(plain(file)["stories"])


def main(arguments: list[str]) -> int:
    """Play files of stories and print what came of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spoken", description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="of stories")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    stories = [story for file in options.files or files() for story in stories_of(file)]
    simulator = start(Settings())
    knowledge = knowledge_of(simulator.library)
    outcomes = [play(simulator, knowledge, story) for story in stories]
    figures = summary(outcomes, set(simulator.library.conditions))
    if options.json:
        cases = [asdict(one) for one in outcomes]
        print(json.dumps({"cases": cases, "summary": figures}))
        return 0
    for one in outcomes:
        note = "TOO LOW" if one.is_too_low else "too high" if one.is_too_high else ""
        print(f"{one.id}  {one.care}  {', '.join(one.matches) or '-'}  {one.turns} turns  {note}")
        for words in one.missed:
            print(f"        not understood: {words}")
    for name, figure in figures.items():
        print(f"{name:22} {figure}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
