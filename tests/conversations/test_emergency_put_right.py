"""What puts right one sign of an emergency is asked about once more; other words ask nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from skill.dialog.check import result
from skill.dialog.context import context_of
from skill.dialog.events import Answered
from skill.dialog.interpretation.interpretation import event_of
from skill.dialog.reply import Reply
from skill.dialog.state import State
from skill.dialog.step import step
from skill.interview.assessment import assess
from skill.interview.interview import Knowledge, conclude, knowledge_of
from skill.library.types import Answer, Care
from skill.understanding.read import read
from tests.row import each_row
from tests.yaml_file import plain
from tools.content.load import load

WAYS: list[Any] = plain(Path(__file__).parents[1] / "understanding" / "ways" / "put_right.yaml")
NOW = 1_795_000_000.0
NO_CORRECTION = (
    "okay",
    "my husband's driving me",
    "I'm scared",
    "I'm nervous now",
    "I'm just tired of this",
    "I can't get down the stairs",
    "it hurts a lot",
    "the pain is worse",
    "I said it's numb",
    "I told you I can't walk",
    "I'll ring them now",
    "no thanks, I've got it",
    "the ambulance is coming",
    "I live on the third floor with stairs",
    "it's raining",
)


@cache
def _knowledge() -> Knowledge:
    return knowledge_of(load())


def _told(answers: dict[str, str | bool]) -> State:
    """The state right after the result of these answers, which is an emergency."""
    given = {id: Answer.YES if so in (True, "yes") else Answer.NO for id, so in answers.items()}
    told = _result_of(given)
    assert told.result is not None
    assert told.result.care is Care.EMERGENCY
    return told


def _result_of(given: dict[str, Answer]) -> State:
    knowledge = _knowledge()
    conclusion = conclude(knowledge, given)
    asking = State(pending="question", given=given, asked=tuple(given))
    told = result.tell(knowledge, asking, conclusion, assess(knowledge.library, given)).state
    assert told is not None
    return told


def _say(state: State, words: str) -> Reply:
    library = _knowledge().library
    english = library.words["en"]
    heard = read(english.lexicon, words, context_of(library, state, NOW))
    return step(_knowledge(), state, event_of(library, english, state, heard), NOW)


ROWS = [(way["told"], says, sign) for way in WAYS for says, sign in way["says"]]


@pytest.mark.parametrize(("told", "says", "sign"), ROWS)
def test_the_sign_is_asked_about_once_more(
    told: dict[str, str | bool], says: str, sign: str
) -> None:
    after = _say(_told(told), says).state

    assert after is not None
    assert (after.pending, after.asking) == ("question", sign)
    assert not {*after.given}.intersection({sign})


@pytest.mark.parametrize(("told", "says", "sign"), ROWS)
def test_the_sign_confirmed_is_an_emergency_again(
    told: dict[str, str | bool], says: str, sign: str
) -> None:
    knowledge, before = _knowledge(), _told(told)
    asked = _say(before, says).state
    assert asked is not None
    as_before = before.given[sign]

    after = step(knowledge, asked, Answered(as_before), NOW).state
    while after is not None and after.result is None and after.asking is not None:
        so = before.given.get(after.asking, Answer.NO)
        after = step(knowledge, after, Answered(so), NOW).state

    assert after is not None
    assert after.result is not None
    assert after.result.care is Care.EMERGENCY


@each_row("told", [way["told"] for way in WAYS])
@each_row("says", NO_CORRECTION)
def test_other_words_ask_nothing_again(told: dict[str, str | bool], says: str) -> None:
    after = _say(_told(told), says).state

    assert after is None or after.asking is None
    assert after is None or after.result is None or after.result.care is Care.EMERGENCY


def test_no_emergency_sinks_by_what_is_denied_beside_another() -> None:
    """One sign taken back where the others are enough leaves it an emergency."""
    told = {"swelling": "yes", "hot-or-red": "yes", "cannot-bear-weight": "yes", "fever": "yes"}
    after = _say(_told({"pain-outer-ankle": "yes", **told}), "it's not hot").state

    assert after is not None
    assert after.result is not None
    assert after.result.care is Care.EMERGENCY


@pytest.mark.parametrize("says", ["both went blue this morning", "both like ice since the fall"])
def test_both_feet_newly_cold_take_nothing_back(says: str) -> None:
    after = _say(_told({"pain-outer-ankle": "yes", "cold-foot": "yes"}), says).state

    assert after is None or after.asking is None


@pytest.mark.parametrize("says", ["not that bad", "maybe a five", "I've had worse"])
def test_a_pain_made_less_of_takes_no_cold_foot_back_and_closes_nothing(says: str) -> None:
    after = _say(_told({"pain-outer-ankle": "yes", "cold-foot": "yes"}), says).state

    assert after is not None
    assert after.pending == "repeat-offer"
    assert after.result is not None
    assert after.result.care is Care.EMERGENCY


OF_SURGERY = (
    "I never had surgery",
    "I didn't have an operation",
    "no surgery",
    "that was my knee, years ago",
    "the surgery was years ago",
    "my knee op was years ago",
    "surgery? no, that was my brother",
    "it was a splint, not surgery",
    "I haven't been in a cast",
    "the cast came off years ago",
    "I was never in bed ill",
)
STILL_SO = (
    "no operation but I'm in a cast",
    "I never had a cast, I had surgery",
    "I never had surgery, the leg's in a splint",
)


def _clot_may_be() -> State:
    given = {"pain-calf": Answer.YES, "recent-surgery-or-plaster": Answer.YES}
    return _result_of(given)


@pytest.mark.parametrize("says", OF_SURGERY)
def test_one_thing_of_several_that_is_denied_leaves_the_others_to_be_asked(says: str) -> None:
    after = _say(_clot_may_be(), says).state

    assert after is not None
    assert after.asking == "recent-surgery-or-plaster"
    assert "recent-surgery-or-plaster" not in after.given


@pytest.mark.parametrize("says", STILL_SO)
def test_one_thing_of_several_that_is_so_counts(says: str) -> None:
    after = _say(_clot_may_be(), says).state

    assert after is not None
    assert after.given["recent-surgery-or-plaster"] is Answer.YES
