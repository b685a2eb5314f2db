"""What was told and is asked about is named once, in a short question of its own."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from skill.dialog.reply import Asking
from skill.dialog.state import State
from skill.library.types import Care
from tests.conversations.in_the_check import say
from tools.content.load import load

LIBRARY = load()
WORDS = LIBRARY.words["en"].red_flags
SORE = "my ankle hurts and "
TOLD = {
    "i can't breathe properly": "breathless-or-chest-pain",
    "my foot is cold and pale": "cold-foot",
    "it looks bent out of shape": "deformity",
    "blood is pouring out of it": "heavy-bleeding",
    "i can't feel myself between the legs": "saddle-numbness",
    "both my legs are weak": "weak-both-legs",
    "i cannot move my toes": "cannot-move-toes",
}


@pytest.mark.parametrize("flag", [id for id, words in WORDS.items() if words.confirm])
def test_it_makes_sure_in_fewer_or_other_words_than_the_question(flag: str) -> None:
    words = WORDS[flag]

    assert words.confirm is not None
    assert words.confirm.startswith("Just to be sure")
    assert len(words.confirm) <= 80


def test_every_emergency_that_is_asked_has_one() -> None:
    asked = (id for id, flag in LIBRARY.red_flags.items() if flag.rule is None)
    grave = (id for id in asked if LIBRARY.red_flags[id].care is Care.EMERGENCY)

    assert not [id for id in grave if not WORDS[id].confirm]


@pytest.mark.parametrize(("said", "flag"), TOLD.items())
def test_what_was_told_is_made_sure_of_and_named_once(said: str, flag: str) -> None:
    reply = say(State(pending="open-question"), SORE + said)

    assert isinstance(reply, Asking)
    assert (reply.question.id, reply.question.about) == ("ask-to-confirm", flag)
    named = [one.id for act in reply.said for one in act.names.get("findings", ())]
    assert flag not in named


@pytest.mark.parametrize(("said", "flag"), TOLD.items())
def test_what_is_answered_by_no_plain_yes_or_no_is_put_otherwise(said: str, flag: str) -> None:
    told = say(State(pending="open-question"), SORE + said).state
    assert told is not None
    doubted, missed = say(told, "i don't know"), say(replace(told, misses=1), "say that again")

    assert isinstance(doubted, Asking)
    assert isinstance(missed, Asking)
    assert doubted.question.id == "ask-plainer"
    assert missed.question.id == "ask-otherwise"


def test_what_nobody_told_is_asked_in_its_usual_words() -> None:
    asked = State(
        pending="question", asking="circulation", asked=("how-it-began", "circulation"), mine=True
    )
    reply = say(asked, "yes")

    assert isinstance(reply, Asking)
    assert (reply.question.id, reply.question.about) == ("ask", "cold-foot")
