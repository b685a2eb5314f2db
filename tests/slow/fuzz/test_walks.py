"""Five thousand plausible requests, and that the walk would find what it looks for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from skill.alexa import log, responder
from skill.alexa import skill as edge
from skill.dialog.events import Answered, Event, Together
from skill.dialog.interpretation.interpretation import event_of
from skill.dialog.reply import Closing, Reply
from skill.dialog.state import State
from skill.dialog.step import step
from skill.library.types import Answer
from tests.slow.fuzz.walks import wander

PARTS = 2
"""Walks that may go on at the same time, each from a seed of its own."""
REQUESTS = 2_700
SEED = 9
ENOUGH = 8_000
"""Requests within which each fault that is put in here is found."""


@pytest.mark.parametrize("part", range(PARTS))
def test_no_rule_is_broken_on_plausible_requests_which_reach_results_sets_and_pauses(
    part: int,
) -> None:
    walked = wander(REQUESTS, SEED + part)

    assert not walked.found, str(walked.found[0])
    assert walked.met["results"] > 30
    assert walked.met["sets"] > 100
    assert walked.met["pauses"] > 0


def test_a_walk_is_the_same_from_the_same_seed() -> None:
    met = wander(300, 3).met

    assert wander(300, 3).met == met
    assert wander(300, 4).met != met


# --- each rule is broken once, to see that it is found ------------------------------------------


def _first_rule(requests: int = ENOUGH) -> str:
    found = wander(requests, SEED).found
    assert found
    return found[0].broken.rule


def test_a_set_past_an_answer_that_is_no_plain_no_is_found_and_made_small(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def hard_of_hearing(*given: Any) -> Event | Together:
        event = real(*given)
        unclear = isinstance(event, Answered) and event.grade not in {Answer.YES, Answer.NO}
        return Answered(Answer.NO) if unclear else event

    real = event_of
    monkeypatch.setattr(responder, "event_of", hard_of_hearing)

    (found,) = wander(ENOUGH, SEED).found

    assert found.broken.rule == "no set plays past what is unsettled"
    assert len(found.walk) < 30
    assert re.search(r"(flag|gate|question|told) [a-z-]+", str(found))


def test_an_exception_inside_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(responder, "event_of", _raising)

    assert _first_rule() == "no fault, and no word of it in the log"


def test_an_exception_that_leaves_the_handler_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edge.AnkleCoachSkill, "answer", _raising)

    assert _first_rule() == "nothing escapes the handler"


def test_a_word_in_the_log_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def telling(request_id: str, kind: str, _: float) -> None:
        log._write(20, "answered", request_id, type=kind, ms=1.0, asking="cold-foot")

    monkeypatch.setattr(log, "note_answer", telling)

    assert _first_rule() == "no fault, and no word of it in the log"


def test_a_reply_that_differs_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    count = iter(range(10**9))
    monkeypatch.setattr(responder, "_variant", lambda *_: next(count))

    assert _first_rule() == "the same request gets the same reply"


def test_an_invalid_reply_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    _change_replies(monkeypatch, lambda reply: reply["response"].pop("reprompt", None))

    assert _first_rule() == "every reply is valid"


def test_attributes_that_the_skill_does_not_take_back_are_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unsound(*given: Any) -> Reply:
        reply = real(*given)
        if isinstance(reply, Closing):
            return reply
        return replace(reply, state=_with_misses(reply.state))

    real = step
    monkeypatch.setattr(responder, "step", unsound)

    assert _first_rule() == "the skill accepts what it has just given"


def _with_misses(state: State) -> State:
    return replace(state, misses=99)


def _raising(*_: object, **__: object) -> None:
    raise LookupError("cold-foot")


def _change_replies(
    monkeypatch: pytest.MonkeyPatch, change: Callable[[dict[str, Any]], object]
) -> None:
    real = edge.AnkleCoachSkill.answer

    def changed(self: edge.AnkleCoachSkill, event: Any, context: Any) -> dict[str, Any]:
        reply: dict[str, Any] = json.loads(json.dumps(real(self, event, context)))
        change(reply)
        return reply

    monkeypatch.setattr(edge.AnkleCoachSkill, "answer", changed)
