"""Which matching question to ask next, when to stop, and what the answers are said to fit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Set
from math import log

from msgspec import Struct

from skill.interview.answers import holds
from skill.interview.belief import PLAIN_NOS, believe
from skill.interview.model import SOMETHING_ELSE, Belief, Model, Sign
from skill.interview.safety_plan import heard_only_of
from skill.library.types import YESES, Answer, Answers, Library

QUESTION_BUDGET = 8
"""Questions in all after which no matching question follows. Safety questions are never cut."""
HEARD_AT_LEAST = 2
"""Findings to hear, asked or volunteered, so that no place alone names anything; also after
many safety questions, up to the most questions in all."""
SURE_FROM = 0.8
"""The belief in one condition from which on one finding is enough: judged on the stories."""
MOST_QUESTIONS = 18
"""Questions in all after which none is asked but for safety."""
NAMED_FROM = 0.18
"""The least belief at which a condition is named: four times what an even spread would give."""
SECOND_FROM = 0.5
"""A second match is named from this share of the first one's belief."""
RUNNER_UP_FROM = NAMED_FROM / 4
"""The least belief at which something is named as what comes next: that of an even spread."""
LIKELY = 0.2
"""An answer less likely than this does not keep the questions going. From 0.08 to 0.25 nothing that
is named changes in the published cases; only the questions become fewer."""


class Standing(Struct, frozen=True):
    """A belief as it stands, and the candidates by it, best first.

    Those that are `lacking` lack what they require, or all of their marks were denied: they are
    not named, and not in `best_first`. `told` are the ids that the person would be told now, best
    first: none (something else), one or two.
    """

    belief: Belief
    lacking: Set[int]
    best_first: list[int]
    told: tuple[str, ...]


def standing(model: Model, evidence: Answers) -> Standing:
    """How the candidates stand by the evidence."""
    belief, lacking = believe(model, evidence), _lacking(model, evidence)
    nameable = [at for at in range(len(belief)) if at not in lacking]
    # Equals stay in the order of the content.
    best_first = sorted(nameable, key=belief.__getitem__, reverse=True)
    told = _names(model, [(at, belief[at]) for at in best_first[:2]])
    return Standing(belief, lacking, best_first, told)


def _lacking(model: Model, evidence: Answers) -> Set[int]:
    affirmed = [id for id, answer in evidence.items() if answer in YESES]
    denied = {id for id, answer in evidence.items() if answer in PLAIN_NOS}
    allowed = {at for id in affirmed for at in model.required_by.get(id, ())}
    unmarked = {at for at, marks in model.hallmarks.items() if denied.issuperset(marks)}
    return (model.requires.keys() - allowed) | unmarked


def _names(model: Model, best_two: list[tuple[int, float]]) -> tuple[str, ...]:
    named = [(model.candidates[at], p) for at, p in best_two]
    (first, p_first), (second, p_second) = (*named, (SOMETHING_ELSE, 0.0))[:2]
    if first == SOMETHING_ELSE or p_first < NAMED_FROM:
        return ()
    if second != SOMETHING_ELSE and p_second >= SECOND_FROM * p_first:
        return first, second
    return (first,)


def runner_up(model: Model, evidence: Answers, told: Collection[str]) -> str | None:
    """The likeliest of what is not told; None where that has no name, or little points to it."""
    now = standing(model, evidence)
    left = (at for at in now.best_first if model.candidates[at] not in told)
    at = next(left, None)
    if at is None or model.candidates[at] == SOMETHING_ELSE or now.belief[at] < RUNNER_UP_FROM:
        return None
    return model.candidates[at]


def next_place(
    model: Model, known: Answers, belief: Belief, gates: Mapping[str, tuple[str, ...]]
) -> str | None:
    """The next question about where it hurts: the region that is likeliest, then its places.

    `gates` are the places of each region's gate.
    """
    anywhere = sum(b * p for b, p in zip(belief, model.elsewhere, strict=True))

    def mass(place: str) -> float:
        shares = model.places[place].items()
        return anywhere + sum(belief[at] * (p - model.elsewhere[at]) for at, p in shares)

    for id, places in gates.items():
        missing = [place for place in places if place not in known]
        if known.get(id) in YESES and missing:
            return max(missing, key=mass)
    heard_only = heard_only_of(gates)
    unasked = [id for id in gates if id not in known and id not in heard_only]
    return max(unasked, key=lambda id: sum(map(mass, gates[id])), default=None)


def next_finding(
    library: Library,
    model: Model,
    evidence: Answers,
    asked: int,
    heard: int,
    stands: Callable[[], Standing],
) -> str | None:
    """The finding with the most expected information, or None when asking more is idle.

    `asked` counts all questions so far, `heard` the findings that are known and matter for
    matching alone, and `stands` works out how the candidates stand. Asking is idle when the budget
    is spent, or when enough was heard and no likely answer would change what is told first.
    """
    if asked >= MOST_QUESTIONS:
        return None
    now = stands()
    enough = heard >= _enough(now)
    if asked >= QUESTION_BUDGET and enough:
        return None
    affirmed = {
        model.signs[id].cluster
        for id, answer in evidence.items()
        if answer in YESES and id in model.signs
    }
    open_ones = [
        id
        for id in library.findings
        if id not in evidence
        and model.signs[id].cluster not in affirmed
        and not library.findings[id].only_told
        and holds(library.findings[id].when, evidence)
    ]
    useful = not enough or any(_changes(model, now, id) for id in open_ones)
    if not useful or not open_ones:
        return None
    before = spread(now.belief)
    return max(open_ones, key=lambda id: information(model, now.belief, before, model.signs[id]))


def _enough(now: Standing) -> int:
    """The findings to hear before the questions may end."""
    first = now.belief[now.best_first[0]]
    return 1 if now.told and first >= SURE_FROM else HEARD_AT_LEAST


class Spread(Struct, frozen=True):
    """How spread a belief is: p log p of each of its probabilities, in nats, and their sum, which
    is minus the entropy."""

    each: list[float]
    total: float


def spread(belief: Belief) -> Spread:
    """How spread a belief is."""
    each = [p * log(p) if p > 0 else 0.0 for p in belief]
    return Spread(each, sum(each))


def _yes_chance(belief: Belief, sign: Sign) -> float:
    mentioned = sign.mentioned.items()
    usual = sign.background
    return usual + sum([belief[at] * (p - usual) for at, p in mentioned])


def information(model: Model, belief: Belief, before: Spread, sign: Sign) -> float:
    """Expected information of a plain yes or no about a sign, in nats.

    `before` is how spread the belief is. With w = b·L/L₀ for a mentioned candidate and w = b for
    all others, and Z = Σw, the entropy after an answer is log Z - Σ w log w / Z; only the
    mentioned ones differ from Σ b log b.
    """
    p_yes, after = _yes_chance(belief, sign), 0.0
    each, mentioned = before.each, sign.mentioned.items()
    for answer, chance in ((Answer.YES, p_yes), (Answer.NO, 1 - p_yes)):
        strength = model.strengths[answer]
        usual = strength.of(sign.background)
        # Most of a question is reckoned here, so `of` is written out.
        if_present, if_absent = strength.if_present, strength.if_absent
        total, summed = 1.0, before.total
        for at, present in mentioned:
            b = belief[at]
            w = b * (present * if_present + (1 - present) * if_absent) / usual
            total += w - b
            summed += (w * log(w) if w > 0 else 0.0) - each[at]
        after += chance * (log(total) - summed / total)
    return -before.total - after


def _changes(model: Model, now: Standing, id: str) -> bool:
    """Whether a likely yes or no to a finding would change what is told first."""
    sign = model.signs[id]
    p_yes = _yes_chance(now.belief, sign)
    freed = model.required_by.get(id, ())
    return any(
        chance >= LIKELY and _names_after(model, now, sign, answer, also)[:1] != now.told[:1]
        for answer, chance, also in ((Answer.YES, p_yes, freed), (Answer.NO, 1 - p_yes, ()))
    )


def _names_after(
    model: Model, now: Standing, sign: Sign, answer: Answer, also: tuple[int, ...]
) -> tuple[str, ...]:
    """What is told after an answer; `also` are candidates that it makes nameable.

    All that the sign does not mention keep their order, so the first two of them are enough.
    """
    strength = model.strengths[answer]
    usual = strength.of(sign.background)
    weights = {
        at: now.belief[at] * strength.of(present) / usual for at, present in sign.mentioned.items()
    }
    total = 1.0 + sum(w - now.belief[at] for at, w in weights.items())
    others: list[int] = []
    for at in now.best_first:
        if at not in weights:
            others.append(at)
        if len(others) == 2:
            break
    contenders = {at for at in (*weights, *others, *also) if at not in now.lacking or at in also}
    after = {at: weights.get(at, now.belief[at]) / total for at in contenders}
    best_first = sorted(after.items(), key=lambda pair: (-pair[1], pair[0]))
    return _names(model, best_first[:2])
