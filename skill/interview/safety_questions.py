"""The safety questions: which one is open next."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping

from skill.interview.answers import holds, is_yes, known_part
from skill.interview.prospects import Worse, may_be_raised
from skill.interview.red_flags import gravest
from skill.interview.safety_plan import Item, SafetyPlan
from skill.library.types import Answer, Answers, Care

PLACES_FROM = 50
"""Safety questions of this order and above depend on where the pain is, so the place is first."""


def next_question(
    plan: SafetyPlan,
    known: Answers,
    flags: Mapping[str, Care],
    asked: Collection[str],
    *,
    places_known: bool,
) -> str | None:
    """The id of the safety question to ask now, or None when none is open.

    `flags` are those that the answers raise so far, and `asked` the ids that were asked. Once a
    same-day flag stands, only what could still make it an emergency is asked; once a see-clinician
    flag stands, only what could call for more, or is asked for the reason that it gives.
    """
    standing = gravest(flags)
    if standing == Care.EMERGENCY.rank:
        return None
    urgent = standing == Care.SAME_DAY.rank
    known = _with_spared(plan, known) if urgent else known
    worse: Worse | None = None
    items = _in_order(plan, flags) if urgent else plan.items
    if urgent:
        items = _last(plan, known) or items
    # What was asked out of turn, as breath is after a faint, is gone through once it is a yes.
    opened = [item for item in items if item.first_after and is_yes(known, item.id)]
    for item in (*opened, *items):
        is_opened = item in opened
        is_called = urgent and not item.first_after.isdisjoint(flags)
        if item.order >= PLACES_FROM and not (places_known or is_opened or is_called):
            return None
        if not (is_opened or holds(item.when, known)) or _is_settled(item, known):
            continue
        if not item.is_gate and not may_be_raised(plan, item.id, known):
            continue
        idle = standing == Care.SEE_CLINICIAN.rank and not item.for_the_reason
        worse = worse or Worse(plan, known, above=standing)
        for question in _questions(item, known, worse, asked):
            asks = item.parts if question == item.id and item.is_gate else (question,)
            graver = is_opened and item.ranks[question] > standing
            if not (urgent or idle) or graver or any(id in worse for id in asks):
                return question
    return None


def first_after(plan: SafetyPlan, felt: Iterable[str], known: Answers) -> str | None:
    """The question that a flag which was just felt calls for before all others, or None."""
    now = set(felt)
    for item in plan.items:
        if not item.first_after.isdisjoint(now) and not _is_settled(item, known):
            return next(_questions(item, known, (), ()), None)
    return None


def _with_spared(plan: SafetyPlan, known: Answers) -> Answers:
    """What is known, and a no to what has no part in a trouble that is seen the same day."""
    spared = {
        part: Answer.NO
        for item in plan.items
        if item.spares is not None and holds(item.spares, known)
        for part in item.parts
    }
    return {**spared, **known} if spared else known


def _in_order(plan: SafetyPlan, flags: Mapping[str, Care]) -> tuple[Item, ...]:
    """The questions in their order, those first that a flag which stands calls for."""
    return tuple(sorted(plan.items, key=lambda item: item.first_after.isdisjoint(flags)))


def _last(plan: SafetyPlan, known: Answers) -> tuple[Item, ...]:
    """The questions beside which nothing else is asked of somebody; mostly there is none."""
    return tuple(item for item in plan.items if item.last_for and holds(item.last_for, known))


def _is_settled(item: Item, known: Answers) -> bool:
    return all(map(known.__contains__, item.parts))


def _is_begun(item: Item, known: Answers) -> bool:
    return item.is_gate and (item.id in known or not known.keys().isdisjoint(item.parts))


def _questions(
    item: Item, known: Answers, worse: Container[str], asked: Container[str]
) -> Iterator[str]:
    """The gate itself, or, once it was answered or a part was volunteered, the parts to ask.

    What is left of a gate of which one part was volunteered may be asked in one question, unless
    that part calls for care today: then each of the rest is worth a question of its own.
    """
    if item.is_gate and not _is_begun(item, known):
        yield item.id
        return
    affirmed = max((item.ranks[p] for p in item.parts if is_yes(known, p)), default=None)
    left = [
        part
        for part in item.parts
        if part not in known
        and (affirmed is None or item.ranks[part] > affirmed or part in worse or not item.is_gate)
    ]
    # Asked already, it is asked once more where one part of it alone was denied.
    is_new = item.id not in known and (affirmed is None or item.id not in asked)
    is_new = is_new and (affirmed is None or affirmed < Care.SAME_DAY.rank)
    if is_new and len(left) == len(item.parts) - 1:
        together = known_part(item.parts, item.once_known, known)
        left = [item.id] if together else left
    yield from left
