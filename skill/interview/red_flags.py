"""The safety questions: which one is open next, and what care the answers call for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from skill.interview.answers import anybody_yes, holds, is_yes, may_hold
from skill.interview.rules import RULES
from skill.interview.safety_plan import Item, SafetyPlan, is_place_gate
from skill.library.identity import ByIdentity
from skill.library.types import YESES, Answer, Answers, Care, Library, RedFlag, When

PLACES_FROM = 50
"""Safety questions of this order and above depend on where the pain is, so the place is first."""


def is_asked_for_safety(library: Library, id: str) -> bool:
    """Whether only a plain no is a no: red flags, and the gates before them."""
    gate = library.gates.get(id)
    return id in library.red_flags or (gate is not None and not is_place_gate(library, gate))


def flags_of(library: Library, known: Answers) -> dict[str, Care]:
    """Every red flag that the answers raise, gravest first, with its level of care."""
    near = _raised_by(ByIdentity(library))
    affirmed = [id for id, answer in known.items() if answer in YESES and id in near]
    flags: dict[str, Care] = {}
    for _, id in sorted({flag for yes in affirmed for flag in near[yes]}):
        flag = library.red_flags[id]
        if flag.rule is None or _is_worked_out(flag, flag.rule, known):
            flags[id] = care_of(flag, known)
    return dict(sorted(flags.items(), key=lambda item: -item[1].rank))


@lru_cache
def _raised_by(key: ByIdentity[Library]) -> Mapping[str, Sequence[tuple[int, str]]]:
    """The flags that a yes may raise, each with its place among all: no rule raises one by noes.

    Asked several times a turn: going through all flags each time took a tenth of it.
    """
    near: dict[str, list[tuple[int, str]]] = {}
    for place, (id, flag) in enumerate(key.of.red_flags.items()):
        if flag.rule is not None or flag.care is not Care.SELF_CARE:
            for read in flag.reads if flag.rule else (id,):
                near.setdefault(read, []).append((place, id))
    return near


def _is_worked_out(flag: RedFlag, rule: str, known: Answers) -> bool:
    for need in flag.needs:
        if need not in known:
            return False
    return holds(flag.when, known) and RULES[rule](known)


def care_of(flag: RedFlag, known: Answers) -> Care:
    """The care that a raised flag calls for."""
    milder = flag.milder
    return milder.care if milder is not None and holds(milder.when, known) else flag.care


def gravest(flags: Mapping[str, Care]) -> int:
    """The rank of the gravest care that these flags call for; 0 where there are none."""
    return max((care.rank for care in flags.values()), default=0)


def bars_exercise(library: Library, flags: Mapping[str, Care]) -> bool:
    """Whether one of these flags bars exercise, whoever has seen it."""
    return any(
        care.rank >= Care.SEE_CLINICIAN.rank and library.red_flags[id].bars_exercise
        for id, care in flags.items()
    )


def next_question(
    plan: SafetyPlan, known: Answers, flags: Mapping[str, Care], *, places_known: bool
) -> str | None:
    """The id of the safety question to ask now, or None when none is open.

    `flags` are those that the answers raise so far. Once a same-day flag stands, only what could
    still make it an emergency is asked; once a see-clinician flag stands, only what could call for
    more, or is asked for the reason that it gives.
    """
    standing = gravest(flags)
    if standing == Care.EMERGENCY.rank:
        return None
    urgent = standing == Care.SAME_DAY.rank
    worse: Worse | None = None
    items = _in_order(plan, flags) if urgent and places_known else plan.items
    # What was asked out of turn, as breath is after a faint, is gone through once it is a yes.
    opened = [item for item in items if item.first_after and is_yes(known, item.id)]
    for item in (*opened, *items):
        is_opened = item in opened
        if item.order >= PLACES_FROM and not places_known and not is_opened:
            return None
        if not (is_opened or holds(item.when, known)) or _is_settled(item, known):
            continue
        if not item.is_gate and not _may_be_raised(plan, item.id, known):
            continue
        idle = standing == Care.SEE_CLINICIAN.rank and not item.for_the_reason
        worse = worse or Worse(plan, known, above=standing)
        for question in _questions(item, known, worse):
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
            return next(_questions(item, known, ()), None)
    return None


def _in_order(plan: SafetyPlan, flags: Mapping[str, Care]) -> tuple[Item, ...]:
    """The questions in their order, those first that a flag which stands calls for."""
    return tuple(sorted(plan.items, key=lambda item: item.first_after.isdisjoint(flags)))


def _may_be_raised(plan: SafetyPlan, id: str, known: Answers) -> bool:
    """Whether a flag could still be raised: an asked one always, else if its rule allows it."""
    flag = plan.library.red_flags[id]
    if flag.rule is None:
        return True
    open_ones = [read for read in flag.reads if read not in known and _is_open(plan, read, known)]
    # No rule raises its flag by noes alone.
    if not open_ones and not anybody_yes(known, flag.reads):
        return False
    return RULES[flag.rule]({**dict.fromkeys(open_ones, Answer.YES), **known})


def _is_open(plan: SafetyPlan, id: str, known: Answers) -> bool:
    """Whether what was not answered may still be asked: a flag where it is relevant, or may be."""
    for when in plan.relevance.get(id, (None,)):  # noqa: SIM110
        if may_hold(when, known):
            return True
    return False


def _is_settled(item: Item, known: Answers) -> bool:
    return all(map(known.__contains__, item.parts))


def _is_begun(item: Item, known: Answers) -> bool:
    return item.is_gate and (item.id in known or not known.keys().isdisjoint(item.parts))


def _questions(item: Item, known: Answers, worse: Container[str]) -> Iterator[str]:
    """The gate itself, or, once it was answered or a part was volunteered, the parts to ask."""
    if item.is_gate and not _is_begun(item, known):
        yield item.id
        return
    affirmed = max((item.ranks[p] for p in item.parts if is_yes(known, p)), default=None)
    for part in item.parts:
        outranks = affirmed is None or item.ranks[part] > affirmed
        if part not in known and (outranks or part in worse or not item.is_gate):
            yield part


class Worse:
    """The unanswered ids that could still raise a flag whose care ranks above `above`.

    A place is among them only where nothing but the place is missing for a flag. What a flag wants
    is worked out when an id of that flag is looked for: all flags would cost more than the rest of
    a turn, and mostly the next question is one of the first.
    """

    def __init__(self, plan: SafetyPlan, known: Answers, *, above: int) -> None:
        self._plan = plan
        self._given = known
        self._above = above
        self._wanted: dict[str, set[str]] = {}

    @cached_property
    def _known(self) -> Answers:
        return _with_places_settled(self._plan.library, self._given)

    def __contains__(self, id: object) -> bool:
        flags = () if id in self._known else self._plan.flags_of.get(str(id), ())
        return any(id in self._wanted_by(flag) for flag in flags)

    def _wanted_by(self, id: str) -> set[str]:
        if id not in self._wanted:
            self._wanted[id] = _wanted(self._plan, id, self._known, self._above)
        return self._wanted[id]


def _wanted(plan: SafetyPlan, id: str, known: Answers, above: int) -> set[str]:
    """What is to be asked for a flag, as long as it could be raised and its care ranks above."""
    flag = plan.library.red_flags[id]
    # Milder care is looked for only where the usual one would count.
    if flag.care.rank <= above or care_of(flag, known).rank <= above:
        return set()
    if flag.rule is None:
        return {id} if any(holds(when, known) for when in plan.relevance[id]) else set()
    is_relevant = holds(flag.when, known)
    # Trying a rule out is dearer than to see that it has no say.
    if not (is_relevant or may_hold(flag.when, known)) or not _may_be_raised(plan, id, known):
        return set()
    if is_relevant or flag.when is None:
        return {*flag.reads, *flag.needs}
    missing = _missing(flag.when, known)
    places = plan.library.places
    if RULES[flag.rule]({**dict.fromkeys(places, Answer.YES), **known}):
        return missing
    return missing.difference(places)


def _missing(when: When, known: Answers) -> set[str]:
    """The ids of a condition that does not hold yet, save those of parts that already do."""
    missing = {*when.or_any, *when.all}
    for group in (when.any, when.and_any):
        if not anybody_yes(known, group):
            missing.update(group)
    return missing


def _with_places_settled(library: Library, known: Answers) -> Answers:
    """Where one place was named, the others do not hurt, as far as safety goes."""
    if not anybody_yes(known, library.places):
        return known
    return {**dict.fromkeys(library.places, Answer.NO), **known}


def has_unexplained_yes(library: Library, known: Answers) -> bool:
    """Whether a safety gate was answered yes, and then each thing behind it was denied."""
    return any(
        is_yes(known, id) and not anybody_yes(known, gate.opens)
        for id, gate in library.gates.items()
        if not gate.broader and not is_place_gate(library, gate)
    )
