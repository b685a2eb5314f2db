"""No answer permits what the level forbids: what is urgent is neither walked on nor exercised."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from simulator.start import Simulator
from skill.dialog.answers import topics
from skill.dialog.events import Asked
from skill.dialog.reply import Act, Asking
from skill.dialog.state import Result, SpokenOf, State
from skill.interview.interview import Knowledge, knowledge_of
from skill.library.types import Aspect, Care
from skill.voice.speak import speak

URGENT = {Care.EMERGENCY: "cold-foot", Care.SAME_DAY: "sudden-snap"}
"""The urgent levels, each with a flag that calls for it."""

PERMITS = re.compile(
    r"\b(?:you (?:can|may) (?:still )?(?:walk|run|play|train|exercise)"
    r"|(?:walk|run|swim|cycl|exercis|train|stretch)\w* (?:is|are) (?:fine|okay|good)"
    r"|(?:walk|run|do it|carry) (?:as far|if it doesn't|what)|as long as (?:it doesn't|nothing)"
    r"|(?:light|short) walk|swimming|keep (?:on )?(?:running|walking)|build up"
    r"|good for you|start to move|(?:fine|okay) if|most likely not|what feels good)",
    re.IGNORECASE,
)
"""Words by which somebody would walk or exercise, or leave it at home."""


@pytest.fixture(scope="module")
def knowledge(simulator: Simulator) -> Knowledge:
    """What the skill knows."""
    return knowledge_of(simulator.library)


def told(knowledge: Knowledge, care: Care) -> Iterator[tuple[str, str]]:
    """Every answer of every topic at a level, and all that goes on with it."""
    words = knowledge.library.words["en"]
    state = State("repeat-offer", result=Result(care, (), (URGENT[care],)))
    for id, topic in knowledge.library.topics.items():
        for aspect in topic.aspects:
            asked = [topics.answer(knowledge, state, Asked((id,), aspect))]
            more = range(len(words.topics[id].aspects[aspect].more))
            talks = (SpokenOf(id, aspect, told=at) for at in more)
            asked += [topics.more(knowledge, _with(state, talk)) for talk in talks]
            for reply in asked:
                assert isinstance(reply, Asking)
                assert isinstance(reply.said[0], Act)
                yield f"{id}/{aspect}", speak(words, reply.said[:1], 0).text


def _with(state: State, talk: SpokenOf) -> State:
    return State(state.pending, result=state.result, talk=talk)


@pytest.mark.parametrize("care", URGENT)
def test_nothing_that_is_answered_at_an_urgent_level_permits_load(
    knowledge: Knowledge, care: Care
) -> None:
    permitted = [(what, text) for what, text in told(knowledge, care) if PERMITS.search(text)]

    assert permitted == []


def test_the_words_of_a_permission_are_met_where_self_care_is_enough(knowledge: Knowledge) -> None:
    state = State("why-offer", result=Result(Care.SELF_CARE, ("acute-ankle-sprain",), ()))
    words = knowledge.library.words["en"]

    for id in ("other-sports", "walking-sports", "walking-on-it"):
        reply = topics.answer(knowledge, state, Asked((id,), Aspect.ANSWER))
        assert speak(words, reply.said[:1], 0).text.startswith("Yes")


@pytest.mark.parametrize("care", URGENT)
@pytest.mark.parametrize("id", ["everyday-life", "walking-on-it", "sports-with-jumps"])
def test_what_is_asked_again_in_short_permits_nothing_either(
    knowledge: Knowledge, id: str, care: Care
) -> None:
    before = SpokenOf(id, Aspect.ANSWER)
    state = State("repeat-offer", result=Result(care, (), (URGENT[care],)), talk=before)

    reply = topics.answer(knowledge, state, Asked((id,), Aspect.ANSWER))

    assert all(act.id != "answer-again" for act in reply.said)
