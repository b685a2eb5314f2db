"""The interview as one function: what was answered → what to ask, or what to conclude."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, partial

from msgspec import Struct

from skill.interview import matching, onset, red_flags, safety_questions
from skill.interview.answers import anybody_yes, evidence_from, is_yes
from skill.interview.assessment import Assessment, assess
from skill.interview.belief import believe
from skill.interview.matching import Standing
from skill.interview.model import Model, model_of
from skill.interview.prospects import Worse
from skill.interview.safety_plan import SafetyPlan, plan_of
from skill.library.types import Answer, Answers, Care, Library

HOW_IT_BEGAN = "how-it-began"
"""The open question about onset, time and course: an id of `words/<language>/open_questions`."""


FEW = 3
"""Places of a region from which on they are told apart by naming one."""


class Knowledge(Struct, frozen=True):
    """The content, and what is worked out from it once: the safety plan and the belief model."""

    library: Library
    plan: SafetyPlan
    model: Model


def knowledge_of(library: Library) -> Knowledge:
    """The knowledge of a library: built once per process."""
    return Knowledge(library, plan_of(library), model_of(library))


class Ask(Struct, frozen=True):
    """Ask the finding, red flag, gate or open question of this id."""

    id: str


class Conclusion(Struct, frozen=True):
    """The end of the questions.

    `care` is the highest level that a flag or a match calls for. `flags` are the raised ones,
    gravest first. `matches` are the ids to name, best first, at most two; none where the care
    cannot wait for a name, or where nothing fits well enough.
    """

    care: Care
    flags: tuple[str, ...]
    matches: tuple[str, ...]


def proceed(
    knowledge: Knowledge,
    given: Answers,
    asked: Sequence[str],
    opened: Collection[str] = (HOW_IT_BEGAN,),
    assessed: Assessment | None = None,
) -> Ask | Conclusion:
    """What comes after these answers. `asked` are the ids asked so far, each once.

    `opened` are the open questions that were asked already, in whatever words they were answered;
    without it none is asked. How it began is asked first, unless it is known or cannot wait.
    `assessed` is what the turn has worked out of these answers already.
    """
    assessed = assess(knowledge.library, given, assessed)
    if _is_beginning_open(assessed, opened):
        return Ask(HOW_IT_BEGAN)
    evidence = evidence_from(knowledge.library, given)
    stands = cache(partial(matching.standing, knowledge.model, evidence))
    question = _question(knowledge, assessed, evidence, asked, stands)
    choice = _choice(knowledge.library, assessed.known, question)
    if choice is not None and choice not in opened:
        return Ask(choice)
    return Ask(question) if question else _conclude(knowledge, assessed, stands)


MOST = 40
"""More questions than any check asks."""


def by_noes(
    knowledge: Knowledge, first: Ask, given: Answers, asked: Sequence[str]
) -> Iterator[Ask]:
    """A question and those that follow it, if each of them is answered by a plain no."""
    answers, opened, following = {**given}, tuple(asked), first
    for _ in range(MOST):
        yield following
        answers.setdefault(following.id, Answer.NO)
        opened = (*opened, following.id)
        after = proceed(knowledge, answers, opened, opened)
        if not isinstance(after, Ask):
            return
        following = after


def _is_beginning_open(assessed: Assessment, opened: Collection[str]) -> bool:
    if HOW_IT_BEGAN in opened or onset.is_told(assessed.known):
        return False
    return assessed.rank < Care.SAME_DAY.rank


def _question(
    knowledge: Knowledge,
    assessed: Assessment,
    evidence: Answers,
    asked: Sequence[str],
    stands: Callable[[], Standing],
) -> str | None:
    known, flags, standing = assessed.known, assessed.flags, assessed.rank
    place = _place(knowledge, known, evidence, standing)
    question = safety_questions.next_question(
        knowledge.plan, known, flags, asked, places_known=place is None
    )
    if question or standing == Care.EMERGENCY.rank:
        return question
    if place:
        return place
    if standing == Care.SAME_DAY.rank or hurts_nowhere(knowledge, known):
        return None
    heard = len(knowledge.plan.for_matching.intersection(evidence).difference(onset.FINDINGS))
    return matching.next_finding(
        knowledge.library, knowledge.model, evidence, len(asked), heard, stands
    )


def hurts_nowhere(knowledge: Knowledge, known: Answers) -> bool:
    """Whether it was denied of every region, so that no pain is left to put a name to."""
    return all(known.get(region) is Answer.NO for region in knowledge.plan.regions)


def _place(knowledge: Knowledge, known: Answers, evidence: Answers, standing: int) -> str | None:
    """Where the place is not known it is asked, unless the care no longer depends on it.

    Who could not name one when asked to is asked for none of them singly.
    """
    places = knowledge.library.places
    gates = knowledge.library.gates
    unnamed = any(is_yes(known, id) and gates[id].choice in known for id in knowledge.plan.regions)
    if unnamed or anybody_yes(known, places):
        return None
    worse = Worse(knowledge.plan, known, above=standing)
    if standing == Care.SAME_DAY.rank and not any(place in worse for place in places):
        return None
    belief = believe(knowledge.model, evidence)
    return matching.next_place(knowledge.model, known, belief, knowledge.plan.regions)


def _choice(library: Library, known: Answers, place: str | None) -> str | None:
    """The open question that lets somebody choose among places, where several are left to ask."""
    gates = [id for id, gate in library.gates.items() if place in gate.opens]
    gate = library.gates[max(gates, key=lambda id: is_yes(known, id))] if gates else None
    if gate is None or sum(part not in known for part in gate.opens) < FEW:
        return None
    return gate.choice


def conclude(knowledge: Knowledge, given: Answers) -> Conclusion:
    """The result by what is known now, whether or not questions are still open."""
    library = knowledge.library
    stands = partial(matching.standing, knowledge.model, evidence_from(library, given))
    return _conclude(knowledge, assess(library, given), stands)


def _conclude(
    knowledge: Knowledge, assessed: Assessment, stands: Callable[[], Standing]
) -> Conclusion:
    library = knowledge.library
    known, flags = assessed.known, assessed.flags
    urgent = any(care.rank >= Care.SAME_DAY.rank for care in flags.values())
    nameless = urgent or hurts_nowhere(knowledge, known)
    matches = () if nameless else stands().told
    cares = [*flags.values(), *(_care_of(library, id) for id in matches)]
    if not matches or red_flags.has_unexplained_yes(library, known):
        cares.append(Care.SEE_CLINICIAN)
    care = max(cares, key=lambda care: care.rank)
    return Conclusion(care, tuple(flags), matches)


def _care_of(library: Library, id: str) -> Care:
    return (library.conditions.get(id) or library.look_alikes[id]).care
