"""What counted is taken back at any question and after any result, in words that name it or not."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from skill.dialog.care import URGENT
from skill.dialog.check import result
from skill.dialog.context import context_of
from skill.dialog.interpretation.interpretation import event_of
from skill.dialog.reply import Reply
from skill.dialog.state import State
from skill.dialog.step import step
from skill.interview.answers import asked_by, is_yes
from skill.interview.assessment import assess
from skill.interview.interview import Knowledge, conclude, knowledge_of
from skill.library.types import Answer
from skill.understanding.read import read
from tests.row import row
from tests.yaml_file import plain
from tools.content.load import load

WAYS = Path(__file__).parents[1] / "understanding" / "ways"
ROWS: dict[str, Any] = plain(WAYS / "taken_back_anywhere.yaml")
PLACES = ("warms-up", "immune-weak", "result", "what-else")
NOW = 1_795_000_000.0


@cache
def _knowledge() -> Knowledge:
    return knowledge_of(load())


def _state(told: str, place: str) -> State:
    """A check in which something counts, at a question or after its result."""
    knowledge = _knowledge()
    base = ROWS["checks"][ROWS["told"][told]["check"]]
    given = {id: Answer.YES if so else Answer.NO for id, so in base.items()} | {told: Answer.YES}
    asking = State(pending="question", given=given, asked=tuple(given), mine=True)
    if place not in {"result", "what-else"}:
        return replace(asking, asking=place, asked=(*given, place))
    conclusion = conclude(knowledge, given)
    after = result.tell(knowledge, asking, conclusion, assess(knowledge.library, given)).state
    assert after is not None
    return after if place == "result" else replace(after, pending="what-else")


def _say(state: State, words: str) -> Reply:
    library = _knowledge().library
    english = library.words["en"]
    heard = read(english.lexicon, words, context_of(library, state, NOW))
    return step(_knowledge(), state, event_of(library, english, state, heard), NOW)


def _counts_no_longer(told: str, state: State, words: str) -> bool:
    """Whether it counts no longer, or is asked about by itself and goes by a no then."""
    after = _say(state, words).state
    if after is None:
        return False
    if told in asked_by(_knowledge().library, after.asking):
        flag = _knowledge().library.red_flags[told]
        after = _say(after, "no" if flag.asked_as is None else "yes").state
        assert after is not None
    if is_yes(after.given, told):
        return False
    without = assess(_knowledge().library, {**state.given, told: Answer.NO})
    return after.result is None or after.result.care.rank <= without.rank


@pytest.mark.parametrize("told", ROWS["told"])
def test_it_counts_no_longer_wherever_it_is_taken_back(told: str) -> None:
    of_it = ROWS["told"][told]
    ways = [way.format(of_it["denial"]) for way in ROWS["ways"]]
    said = [*ways[sum(map(ord, told)) % 3 :: 3], *of_it["says"]]
    for words, place in product(said, PLACES):
        with row(f"{place}: {words}"):
            assert _counts_no_longer(told, _state(told, place), words)


@pytest.mark.parametrize(("told", "says"), [(told, says) for told, says in ROWS["stays"]])
def test_near_words_take_nothing_back(told: str, says: str) -> None:
    for place in PLACES:
        with row(f"{place}: {says}"):
            after = _say(_state(told, place), says).state
            assert after is not None
            assert is_yes(after.given, told)


@pytest.mark.parametrize("says", ROWS["names_nothing"])
def test_words_that_name_nothing_lower_no_urgent_care_without_a_question(says: str) -> None:
    for told, place in product(ROWS["told"], ("result", "what-else")):
        before = _state(told, place)
        assert before.result is not None
        after = _say(before, says).state
        if after is not None and before.result.care in URGENT:
            with row(f"{told}, {place}: {says}"):
                library = _knowledge().library
                stands = assess(library, after.given).rank >= before.result.care.rank
                assert stands or told in asked_by(library, after.asking)
