"""Every fact of the founding article is reached by voice: docs/coverage.yaml, said word by word."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

import pytest

from simulator.conversation import Conversation, Exchange
from simulator.input_line import Line
from simulator.start import Simulator
from skill.library.types import Answer, Aspect
from tools.content.faults.files import gather
from tools.content.kinds import CONTENT, WORDS
from tools.content.load import load
from tools.coverage.page import report
from tools.coverage.sheet import PARTS, sheet
from tools.coverage.table import ArticleFact, sections

ENTRIES = [entry for section in sections() for entry in section.entries]
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MORE_AT_MOST = 20

NEVER_SPOKEN = {
    *("intents.yaml", "listening", "sentences.yaml", "shared_names.yaml", "store.yaml"),
    *("style.yaml", "leads.yaml"),
}
"""Words that people say, or read in the store, and Alexa does not say; and how answers begin."""

EXERCISES_OF_THE_ARTICLE = {
    "calf lowering": {
        "slow-calf-lowering",
        "slow-calf-lowering-bent-knee",
        "slow-calf-lowering-on-step",
    },
    "ankle band": {"ankle-band-down", "ankle-band-in", "ankle-band-out", "ankle-band-up"},
    "short arch": {"short-foot-one-leg", "short-foot-seated", "short-foot-standing"},
    "balance": {
        "single-leg-stance",
        "single-leg-stance-cushion",
        "single-leg-stance-head-turns",
        "two-foot-balance",
    },
    "band-assisted mobilization": {"band-ankle-mobilisation"},
    "arch across the foot": {"arch-across-squeeze"},
    "trunk and hip": {"bridge", "clam", "side-leg-lift", "side-plank"},
    "stretch": {"calf-stretch"},
    "light walking": {"light-walking"},
    "return to running": {"run-walk-return"},
}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.say)
def test_the_words_reach_the_fact(entry: ArticleFact, simulator: Simulator) -> None:
    conversation = opened(simulator)
    heard = conversation.take(Line(say=entry.say))
    if entry.finding is not None:
        assert volunteered(heard).get(entry.finding) == Answer.YES, heard.intent
        return
    assert f"answer:{entry.answer}" in heard.acts, heard.intent
    told = all_told(conversation, heard).lower()
    assert [word for word in entry.words if word.lower() not in told] == []


def opened(simulator: Simulator) -> Conversation:
    """A conversation at the open question."""
    ids = count()
    conversation = simulator.conversation(lambda: NOON, lambda: f"id-{next(ids)}")
    conversation.take(Line(say="open ankle coach"))
    return conversation


def volunteered(heard: Exchange) -> dict[str, str]:
    """What the reply carries on as told by the person, by id."""
    attributes = (heard.response or {}).get("sessionAttributes") or {}
    given: dict[str, str] = attributes.get("given") or {}
    return given


def all_told(conversation: Conversation, heard: Exchange) -> str:
    """The answer, and everything that follows on "more"."""
    told = [heard.speech]
    for _ in range(MORE_AT_MOST):
        heard = conversation.take(Line(say="more"))
        if not any(act.startswith("answer-more:") for act in heard.acts):
            break
        told.append(heard.speech)
    return " ".join(told)


def test_every_condition_is_in_the_table() -> None:
    told = {entry.answer for entry in ENTRIES}
    assert [id for id in load().conditions if f"{id}/what-it-is" not in told] == []


ASKED_AS = {
    Aspect.WHAT_IT_IS: "what is {}",
    Aspect.WHERE: "where does {} hurt",
    Aspect.CAUSES: "what causes {}",
    Aspect.SIGNS: "what are the signs of {}",
    Aspect.REHAB: "how do i rehab {}",
    Aspect.TREATMENTS: "how is {} treated",
    Aspect.HOW_LONG: "how long does {} take to heal",
    Aspect.WHEN_TO_BE_SEEN: "when should {} be seen",
    Aspect.RUNNING: "can i run with {}",
}
LIBRARY = load()
IN_THE_TABLE = {entry.answer for entry in ENTRIES}
BY_NAME = [
    (LIBRARY.words["en"].conditions[id].said[0], id, aspect)
    for id in LIBRARY.look_alikes
    for aspect in LIBRARY.topics[id].aspects
    if f"{id}/{aspect}" not in IN_THE_TABLE
]
"""What the table leaves out of a look-alike, which the article does not name."""


def test_every_aspect_of_every_other_topic_is_in_the_table() -> None:
    topics = LIBRARY.topics.items()
    asked = {
        f"{id}/{aspect}"
        for id, topic in topics
        if id not in LIBRARY.look_alikes
        for aspect in topic.aspects
    }
    assert sorted(asked - IN_THE_TABLE) == []


@pytest.mark.parametrize(("name", "id", "aspect"), BY_NAME)
def test_a_look_alike_is_reached_by_its_name(
    name: str, id: str, aspect: Aspect, simulator: Simulator
) -> None:
    heard = opened(simulator).take(Line(say=ASKED_AS[aspect].format(name)))
    assert f"answer:{id}/{aspect}" in heard.acts, heard.intent


def test_every_exercise_of_the_article_is_in_the_table_and_in_the_content() -> None:
    named = {id for entry in ENTRIES for id in entry.exercises}
    of_the_article = set().union(*EXERCISES_OF_THE_ARTICLE.values())
    assert sorted(of_the_article - named) == []
    assert sorted(named - load().exercises.keys()) == []


def test_no_kind_of_spoken_words_is_left_off_the_sheet() -> None:
    assert set(PARTS) == {kind.place for kind in WORDS} - NEVER_SPOKEN


def test_advice_of_a_single_sentence_stands_beside_its_evidence() -> None:
    shelf, _ = gather(CONTENT)

    row = next(line for line in sheet(shelf, "en") if "coach / statements / asked-shoes" in line)

    assert "| treat-my-achilles-insertion | sourced |" in row


def test_the_page_of_the_table_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert report() == 0, capsys.readouterr().out
