"""A short run of `make fuzz`, always the same, and that it would find a fault."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from skill.alexa import skill as edge
from skill.alexa.intents import HANDLED
from tests.edge.kinds import kinds, whole
from tests.edge.requests import intent
from tests.fuzz import Fuzz, work

A_FEW = 400


def test_a_short_run_of_the_fuzz_finds_no_fault() -> None:
    tally = work((A_FEW, 1))

    assert tally.fault is None
    assert tally.requests >= A_FEW
    assert set(tally.replies) == {"open", "spoken", "silent", "played"}


def test_the_fuzz_finds_a_fault_that_was_answered_with_calm_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr(edge, "step", fails)

    assert "LookupError" in (work((A_FEW, 1)).fault or "")


@pytest.fixture(scope="module")
def fuzz() -> Iterator[Fuzz]:
    fuzz = Fuzz()
    yield fuzz
    fuzz.close()


@pytest.mark.parametrize("kind", kinds())
def test_a_request_of_every_kind_of_the_sdk_is_answered_with_all_its_fields(
    fuzz: Fuzz, kind: str
) -> None:
    fuzz.answer(whole(kind))


@pytest.mark.parametrize("name", sorted(HANDLED))
def test_every_intent_is_answered_out_of_the_blue(fuzz: Fuzz, name: str) -> None:
    fuzz.answer(intent(name))
