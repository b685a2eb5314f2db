"""The red flags that answers raise, and the care that they call for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from skill.interview.answers import anybody_yes, holds, is_yes
from skill.interview.rules import RULES
from skill.interview.safety_plan import is_place_gate
from skill.library.identity import once_for_each
from skill.library.types import YESES, Answer, Answers, Care, Library, RedFlag


def is_asked_for_safety(library: Library, id: str) -> bool:
    """Whether only a plain no is a no: red flags, and the gates before them."""
    gate = library.gates.get(id)
    return id in library.red_flags or (gate is not None and not is_place_gate(library, gate))


def flags_of(library: Library, known: Answers) -> dict[str, Care]:
    """Every red flag that the answers raise, gravest first, with its level of care.

    Of one level what is sure comes first, then the order of `content/gravity.yaml` counts, and what
    was left open at last.
    """
    near = _raised_by(library)
    affirmed = [id for id, answer in known.items() if answer in YESES and id in near]
    flags: dict[str, Care] = dict.fromkeys(left_open(library, known), Care.SAME_DAY)
    for _, id in sorted({flag for yes in affirmed for flag in near[yes]}):
        flag = library.red_flags[id]
        if flag.rule is None or _is_worked_out(flag, flag.rule, known):
            flags[id] = care_of(flag, known)
    if len(flags) < 2:
        return flags
    order = _order(library)

    def gravity(item: tuple[str, Care]) -> tuple[int, bool, int]:
        id, care = item
        return -care.rank, bool(doubts(library, id, known)), order.get((care, id), len(order))

    return dict(sorted(flags.items(), key=gravity))


def left_open(library: Library, known: Answers) -> list[str]:
    """The emergencies that nobody told of and whose question was gone on without: no answer to it
    was understood. Somebody has to look at it today, as no help is called on a mishearing alone.
    """
    unheard = (id for id, answer in known.items() if answer is Answer.NOT_SURE)
    flags = library.red_flags
    return [id for id in unheard if id in flags and flags[id].care is Care.EMERGENCY]


def gravest_first(library: Library, ids: Sequence[str]) -> tuple[str, ...]:
    """Red flags in the order in which they are told, the gravest first."""
    order = _order(library)

    def gravity(id: str) -> tuple[int, int]:
        care = library.red_flags[id].care
        return -care.rank, order.get((care, id), len(order))

    return tuple(sorted(ids, key=gravity))


def doubts(library: Library, id: str, known: Answers) -> list[str]:
    """The red flags that a raised flag counts, though nobody was sure of them."""
    flag = library.red_flags[id]
    counted = (id,) if flag.rule is None else flag.reads
    return [one for one in counted if known.get(one) is Answer.KIND_OF and one in library.red_flags]


@once_for_each
def _order(library: Library) -> Mapping[tuple[Care, str], int]:
    """The place of each flag at each level of care, gravest first."""
    levels = sorted(library.gravity.items(), key=lambda item: -item[0].rank)
    places = ((care, id) for care, ids in levels for id in ids)
    return {one: place for place, one in enumerate(places)}


@once_for_each
def _raised_by(library: Library) -> Mapping[str, Sequence[tuple[int, str]]]:
    """The flags that a yes may raise, each with its place among all: no rule raises one by noes.

    Asked several times a turn: going through all flags each time took a tenth of it.
    """
    near: dict[str, list[tuple[int, str]]] = {}
    for place, (id, flag) in enumerate(library.red_flags.items()):
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
    return max([care.rank for care in flags.values()]) if flags else 0


def bars_exercise(library: Library, flags: Mapping[str, Care]) -> bool:
    """Whether one of these flags bars exercise, whoever has seen it."""
    return any(
        care.rank >= Care.SEE_CLINICIAN.rank and library.red_flags[id].bars_exercise
        for id, care in flags.items()
    )


def has_unexplained_yes(library: Library, known: Answers) -> bool:
    """Whether a safety gate was answered yes, and then each thing behind it was denied."""
    return any(
        is_yes(known, id) and not anybody_yes(known, gate.opens)
        for id, gate in library.gates.items()
        if not gate.broader and not is_place_gate(library, gate)
    )
