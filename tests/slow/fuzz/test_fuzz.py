"""A short run of `make fuzz`, always the same, and that it would find a fault."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from skill.alexa import responder
from tests.alexa.intents import INTENTS
from tests.alexa.requests import intent
from tests.alexa.sdk_requests import kinds, whole
from tests.slow.fuzz.__main__ import Job, main, work
from tests.slow.fuzz.conversations import Fuzz, throw
from tests.slow.fuzz.left_attributes import gather

A_FEW = 400


def test_a_short_run_of_the_fuzz_finds_no_fault() -> None:
    tally = throw(A_FEW, 1)

    assert tally.fault is None
    assert tally.requests >= A_FEW
    assert set(tally.replies) == {"open", "spoken", "silent", "played"}


def test_the_fuzz_finds_a_fault_that_was_answered_with_calm_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr(responder, "step", fails)

    assert "LookupError" in (throw(A_FEW, 1).fault or "")


def test_a_job_walks_and_forges_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.slow.fuzz.__main__.gather", lambda seed: gather(seed, 300))

    tally = work(Job(1, plausible=300, forged=100))

    assert tally.met["replies"] >= 300 or tally.fault


def test_the_seed_is_printed_and_repeats_a_run(capsys: pytest.CaptureFixture[str]) -> None:
    none = ["--broken", "0", "--plausible", "0", "--forged", "0"]

    assert main([*none, "--seed", "7"]) == 0
    assert "--seed 7" in capsys.readouterr().out
    assert main(none) == 0
    assert "--seed" in capsys.readouterr().out


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


@pytest.mark.parametrize("name", INTENTS)
def test_every_intent_is_answered_out_of_the_blue(fuzz: Fuzz, name: str) -> None:
    fuzz.answer(intent(name))
