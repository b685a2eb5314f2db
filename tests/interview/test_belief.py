"""`belief.yaml`: whom a condition fits, roughly how well, and which way each sign moves it."""

from __future__ import annotations

import pytest
from msgspec import Struct, field

from skill.interview.answers import evidence_from
from skill.interview.belief import believe, ranking
from skill.interview.interview import Knowledge, conclude
from skill.library.types import Answer, Care
from tests.interview.tables import Ids, Place, Row, cases, table
from tests.settled import knowing
from tools.content.load import load


class Person(Row, frozen=True, kw_only=True):
    """Somebody's ranking. `first` leads it in this order, `in_three` is among its first three.

    `at_least` and `at_most` bound probabilities, roughly: likelihoods are counted anew. `care` is
    what follows where the questions end here.
    """

    typical: str | None = None
    atypical: str | None = None
    first: Ids = ()
    in_three: Ids = ()
    at_least: dict[str, float] = field(default_factory=dict)
    at_most: dict[str, float] = field(default_factory=dict)
    care: Care | None = None

    @property
    def named(self) -> set[str]:
        """The candidates that the row speaks of."""
        typed = {self.typical, self.atypical} - {None}
        return {*map(str, typed), *self.first, *self.in_three, *self.at_least, *self.at_most}


class Signs(Row, frozen=True, kw_only=True):
    """Of whoever answers so, each of `raises` makes the condition likelier by a yes and less
    likely by a no; each of `lowers` the other way round."""

    condition: str
    raises: Ids
    lowers: Ids


class Beliefs(Struct, frozen=True, forbid_unknown_fields=True):
    """The table."""

    people: tuple[Person, ...]
    signs: tuple[Signs, ...]


DOCUMENT, TABLE = table("belief.yaml", Beliefs)


@pytest.mark.parametrize(("person", "place"), cases(DOCUMENT, TABLE.people, "people"))
def test_whom_it_fits(person: Person, place: Place) -> None:
    knowledge = knowing(person.named)
    place.check_ids(knowledge.library, person.title, person.given)
    chance = _chances(knowledge, person.given)
    order = tuple(chance)
    faults = [f"{id} among the first three" for id in person.in_three if id not in order[:3]]
    if order[: len(person.first)] != person.first:
        faults.append(f"{', then '.join(person.first)} first")
    faults += [f"{id} at least {p}" for id, p in person.at_least.items() if chance[id] < p]
    faults += [f"{id} at most {p}" for id, p in person.at_most.items() if chance[id] > p]
    care = conclude(knowledge, person.given).care
    if person.care not in {None, care}:
        faults.append(f"{person.care}, not {care}")
    if faults:
        got = ", ".join(f"{id} {p:.2f}" for id, p in list(chance.items())[:4])
        place.broken(person.title, f"expected: {'; '.join(faults)}", f"got:      {got}")


@pytest.mark.parametrize(
    ("signs", "raises", "id", "place"),
    [
        pytest.param(
            signs,
            key == "raises",
            id,
            Place(DOCUMENT, ("signs", number, key, index)),
            id=f"{id} {key} {signs.condition}",
        )
        for number, signs in enumerate(TABLE.signs)
        for key, ids in (("raises", signs.raises), ("lowers", signs.lowers))
        for index, id in enumerate(ids)
    ],
)
def test_which_way_a_sign_moves_it(signs: Signs, raises: bool, id: str, place: Place) -> None:
    knowledge = knowing([signs.condition])
    place.check_ids(knowledge.library, signs.title, (*signs.given, id))
    denied, unasked, affirmed = (
        _chances(knowledge, signs.given | answer)[signs.condition]
        for answer in ({id: Answer.NO}, {}, {id: Answer.YES})
    )
    if not (denied < unasked < affirmed if raises else denied > unasked > affirmed):
        expected = f"expected: {id} {'raises' if raises else 'lowers'} {signs.condition}"
        got = f"got:      no {denied:.3f}, unasked {unasked:.3f}, yes {affirmed:.3f}"
        place.broken(signs.title, expected, got)


TYPICAL = [person for person in TABLE.people if person.typical]


@pytest.mark.parametrize("person", TYPICAL, ids=[person.title for person in TYPICAL])
def test_no_newcomer_takes_the_place_of_what_is_typical(person: Person) -> None:
    """A new look-alike that leads a typical person of another is listed too broadly."""
    chance = _chances(knowing(load().look_alikes), person.given)
    assert person.typical in list(chance)[:2]


def test_every_condition_has_its_people_and_signs() -> None:
    """So may a look-alike; the story of its own is what it must have."""
    library = load()
    for named in (
        {person.typical for person in TABLE.people if person.typical},
        {person.atypical for person in TABLE.people if person.atypical},
        {signs.condition for signs in TABLE.signs},
    ):
        assert named >= library.conditions.keys()
        assert named <= library.conditions.keys() | library.look_alikes.keys()


def _chances(knowledge: Knowledge, given: dict[str, Answer]) -> dict[str, float]:
    """The probability of each candidate, best first."""
    evidence = evidence_from(knowledge.library, given)
    return dict(ranking(knowledge.model, believe(knowledge.model, evidence)))
