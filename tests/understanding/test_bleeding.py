"""How much it bleeds, what only sounds so, and what is asked of first aid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.row import each_row
from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "bleeding.yaml")
ANYWHERE = ("launch", "breath", "open-wound", "emergency-told", "result", "set", "safety-today")
BLEEDING = "heavy-bleeding"
ENDING = {"stop", "cancel"}
ASKED = [(topic, said) for topic, ways in WAYS["asked"].items() for said in ways]
ASKED_THERE = [
    (topic, said) for topic, ways in WAYS["asked-where-it-bleeds"].items() for said in ways
]


@each_row("asked", ANYWHERE)
@each_row("said", WAYS["heavy"])
def test_heavy_bleeding_is_heard_whatever_is_open(asked: str, said: str) -> None:
    heard = heard_at(asked, said)

    assert heard.findings.get(BLEEDING), heard
    assert BLEEDING in heard.danger
    assert heard.command not in ENDING


@each_row("asked", ANYWHERE)
@each_row("said", WAYS["harmless"])
def test_what_only_sounds_so_is_none(asked: str, said: str) -> None:
    assert not heard_at(asked, said).findings.get(BLEEDING)


@pytest.mark.parametrize("said", WAYS["told"])
def test_it_is_told_where_it_is_asked(said: str) -> None:
    heard = heard_at(BLEEDING, said)

    assert heard.findings.get(BLEEDING) or heard.answer == "yes", heard


@pytest.mark.parametrize("said", WAYS["denied"])
def test_it_is_denied_where_it_is_asked(said: str) -> None:
    heard = heard_at(BLEEDING, said)

    assert heard.answer == "no", heard
    assert not heard.findings.get(BLEEDING)


@each_row("asked", ANYWHERE)
@each_row(("topic", "said"), ASKED)
def test_first_aid_is_asked_for_whatever_is_open(asked: str, topic: str, said: str) -> None:
    heard = heard_at(asked, said)

    in_a_set = asked == "set" and topic in {"straightening-it", "pulling-it-out"}
    assert heard.practical == (None if in_a_set else topic), heard
    assert heard.command not in ENDING or asked == "set"  # There first aid counts before it.


@each_row("asked", ["emergency-told", "result", BLEEDING, "set"])
@each_row(("topic", "said"), ASKED_THERE)
def test_plain_words_ask_for_it_where_it_bleeds(asked: str, topic: str, said: str) -> None:
    assert heard_at(asked, said, bleeds=True).practical == topic
    assert heard_at(asked, said).practical != topic


@each_row("asked", ["check", "breath", "emergency-told", "result", "safety-today"])
@each_row("said", WAYS["ends-no-talk"])
def test_who_asks_how_a_trouble_is_stopped_ends_no_talk(asked: str, said: str) -> None:
    assert heard_at(asked, said).command not in ENDING


@each_row("asked", ANYWHERE)
@each_row("said", WAYS["other"])
def test_other_questions_ask_for_none(asked: str, said: str) -> None:
    assert heard_at(asked, said).practical not in WAYS["asked"]
