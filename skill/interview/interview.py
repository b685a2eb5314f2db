"""The interview as one function: what was answered → what to ask, or what to conclude."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from skill.interview import matching, safety
from skill.interview.answers import Answers, anybody_yes, evidence_from, known_from
from skill.interview.belief import Model, Vector, believe
from skill.library.types import Care, Library


@dataclass(frozen=True)
class Ask:
    """Ask the finding, red flag or gate of this id."""

    id: str


@dataclass(frozen=True)
class Conclusion:
    """The end of the questions.

    `care` is the highest level that a flag or a match calls for. `flags` are the raised ones,
    gravest first. `matches` are the ids to name, best first, at most two; none where the care
    cannot wait for a name, or where nothing fits well enough. `belief` is over the model's
    candidates.
    """

    care: Care
    flags: tuple[str, ...]
    matches: tuple[str, ...]
    belief: Vector


def proceed(
    library: Library, model: Model, given: Answers, asked: Sequence[str]
) -> Ask | Conclusion:
    """What comes after these answers. `asked` are the ids asked so far, each once."""
    known = known_from(library, given)
    evidence = evidence_from(library, given)
    question = _question(library, model, known, evidence, asked)
    return Ask(question) if question else conclude(library, model, given)


def _question(
    library: Library, model: Model, known: Answers, evidence: Answers, asked: Sequence[str]
) -> str | None:
    standing = safety.standing_rank(library, known)
    place = _place(library, model, known, evidence, standing)
    question = safety.next_question(library, known, places_known=place is None)
    if question or standing == Care.EMERGENCY.rank:
        return question
    if place:
        return place
    if standing == Care.SAME_DAY.rank:
        return None
    heard = sum(safety.is_matching(library, id) for id in evidence)
    return matching.next_finding(library, model, evidence, len(asked), heard)


def _place(
    library: Library, model: Model, known: Answers, evidence: Answers, standing: int
) -> str | None:
    """Where the place is not known it is asked, unless the care no longer depends on it."""
    if anybody_yes(known, library.places):
        return None
    if standing == Care.SAME_DAY.rank:
        wanted = safety.could_raise(library, known, above=standing)
        if wanted.isdisjoint(library.places):
            return None
    return matching.next_place(library, model, known, believe(model, evidence))


def conclude(library: Library, model: Model, given: Answers) -> Conclusion:
    """The result by what is known now, whether or not questions are still open."""
    known = known_from(library, given)
    flags = safety.raised(library, known)
    evidence = evidence_from(library, given)
    belief = believe(model, evidence)
    urgent = safety.standing_rank(library, known) >= Care.SAME_DAY.rank
    matches = () if urgent else matching.told(model, belief, matching.wanting(model, evidence))
    cares = [*flags.values(), *(_care_of(library, id) for id in matches)]
    if not matches or safety.has_unexplained_yes(library, known):
        cares.append(Care.SEE_CLINICIAN)
    care = max(cares, key=lambda care: care.rank)
    return Conclusion(care, tuple(flags), matches, belief)


def _care_of(library: Library, id: str) -> Care:
    return (library.conditions | library.look_alikes)[id].care
