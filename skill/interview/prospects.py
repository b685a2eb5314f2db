"""What could still be raised: the flags that the answers leave open, and what would tell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import combinations

from skill.interview.answers import anybody_yes, holds, is_yes, may_hold
from skill.interview.red_flags import care_of
from skill.interview.rules import RULES
from skill.interview.safety_plan import Item, SafetyPlan
from skill.library.types import Answer, Answers, Care, Library, When

MOST_TOGETHER = 4
"""No rule needs more answers at once than these to raise its flag, or to let somebody off."""


def may_be_raised(plan: SafetyPlan, id: str, known: Answers) -> bool:
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


def may_tip(plan: SafetyPlan, id: str, asked: str, known: Answers) -> bool:
    """Whether the answer to what is asked could still make the difference for a flag.

    A second wound raises nothing that the first one does not. What a rule needs, and what its
    relevance waits for, always may.
    """
    flag = plan.library.red_flags[id]
    if flag.rule is None or asked in flag.needs or asked not in flag.reads:
        return True
    if not holds(flag.when, known):
        return True
    rule = RULES[flag.rule]
    others = [read for read in flag.reads if read not in known and read != asked]
    others = [read for read in others if _is_open(plan, read, known)]
    told = {**dict.fromkeys(others, Answer.NO), **known}
    for size in range(MOST_TOGETHER):
        for together in combinations(others, size):
            told.update(dict.fromkeys(together, Answer.YES))
            if rule({**told, asked: Answer.YES}) != rule({**told, asked: Answer.NO}):
                return True
            told.update(dict.fromkeys(together, Answer.NO))
    return False


class Worse:
    """The unanswered ids that could still raise a flag whose care ranks above `above`.

    A place is among them only where nothing but the place is missing for a flag. Once care is
    needed the same day, nothing is that waits for what is not asked any more. What a flag wants
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
        if self._above < Care.SAME_DAY.rank:
            return _with_places_denied(self._plan.library, self._given)
        return _with_idle_denied(self._plan, _with_regions_denied(self._plan, self._given))

    def __contains__(self, id: object) -> bool:
        flags = () if id in self._known else self._plan.flags_of.get(str(id), ())
        return any(
            id in self._wanted_by(flag) and may_tip(self._plan, flag, str(id), self._known)
            for flag in flags
        )

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
        whens = plan.relevance[id]
        if any(holds(when, known) for when in whens):
            return {id}
        if above < Care.SAME_DAY.rank:  # What it waits for is asked for more reasons there.
            return set()
        signs = {one for when in whens for one in _last_missing(when, known)}
        return signs - plan.library.places.keys()
    is_relevant = holds(flag.when, known)
    # Trying a rule out is dearer than to see that it has no say.
    if not (is_relevant or may_hold(flag.when, known)) or not may_be_raised(plan, id, known):
        return set()
    if is_relevant or flag.when is None:
        return {*flag.reads, *flag.needs}
    missing = _missing(flag.when, known)
    places = plan.library.places
    if RULES[flag.rule]({**dict.fromkeys(places, Answer.YES), **known}):
        return missing
    return missing.difference(places)


def _last_missing(when: When | None, known: Answers) -> set[str]:
    """The signs of which one yes makes a condition hold, where no more than that is missing.

    What narrows a condition (`and_any`) is no such sign, and is asked for its own sake alone.
    """
    if when is None or anybody_yes(known, when.none):
        return set()
    if when.and_any and not anybody_yes(known, when.and_any):
        return set()
    groups = (*((when.any,) if when.any else ()), *((id,) for id in when.all))
    unmet = [group for group in groups if not anybody_yes(known, group)]
    return set(unmet[0]) if len(unmet) == 1 else set()


def _missing(when: When, known: Answers) -> set[str]:
    """The ids of a condition that does not hold yet, save those of parts that already do."""
    missing = {*when.or_any, *when.all}
    for group in (when.any, when.and_any):
        if not anybody_yes(known, group):
            missing.update(group)
    return missing


def _with_places_denied(library: Library, known: Answers) -> Answers:
    """Where one place was named, the others do not hurt, as far as safety goes."""
    if not anybody_yes(known, library.places):
        return known
    return {**dict.fromkeys(library.places, Answer.NO), **known}


def _with_regions_denied(plan: SafetyPlan, known: Answers) -> Answers:
    """The same, and where a place or a region was named, no other region hurts.

    Whose ankle hurts has no pain in the leg, though in which part of the ankle may be open.
    """
    library, regions = plan.library, plan.regions
    told = _with_places_denied(library, known)
    hurts = {place for place in library.places if is_yes(known, place)} or {
        place for id, places in regions.items() if is_yes(known, id) for place in places
    }
    if not hurts:
        return told
    others = [id for id, places in regions.items() if hurts.isdisjoint(places)]
    return {**dict.fromkeys((*library.places.keys() - hurts, *others), Answer.NO), **told}


def _with_idle_denied(plan: SafetyPlan, known: Answers) -> Answers:
    """What is known, and a no to what is asked for safety and will not be asked any more.

    One no leaves others idle: whose foot is not numb is not asked whether it drops. What waits
    for one another only, as weak legs and a sore back do, is idle too.
    """
    denied = {**plan.noes, **known}
    waiting: Sequence[Item] = plan.items
    before = len(waiting) + 1
    while len(waiting) < before:
        before, idle = len(waiting), []
        for item in waiting:
            if not may_hold(item.when, denied):
                idle.append(item)
                continue
            for part in item.parts:
                if part not in known:
                    denied.pop(part, None)
        waiting = idle
    return denied
