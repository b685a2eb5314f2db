"""What is kept over weeks, and what the log says, tell nothing about health."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from skill.alexa.skill import AnkleCoachSkill
from skill.storage.bookmark import Bookmark, Kept, decode, encode
from tests.storage.person import Person
from tests.storage.watched_store import LIBRARY, ROUTINE, Watched, agrees

HEALTH = ("pain", "hurt", "ache", "sore", "worse", "flag", "finding", "given", "result", "match")


def test_no_item_and_no_log_line_of_weeks_holds_anything_about_health(
    skill: AnkleCoachSkill,
    watched: Watched,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
) -> None:
    with caplog.at_level(logging.DEBUG):
        person = Person(skill, "secret-user", "secret-voice")
        agrees(person)
        for day in range(20):
            person.days_later(2)
            person.opens()
            person.screens(worse=day % 3 == 0)
            person.exercises(pain=day % 8)
            if person.pending is not None:
                person.says("AMAZON.StopIntent")
            watched.fails = day % 5 == 4
            person.says("ForgetIntent") if day == 17 else None
            watched.fails = False

    assert len(watched.written) > 40
    allowed = {*Bookmark.__struct_fields__, "type", "times"}
    for key, kept in watched.written:
        assert all(len(part) == 64 and part.isalnum() for part in key)
        item = json.loads(_encoded(kept))
        assert item.keys() <= allowed
        assert item.get("routine", ROUTINE) in LIBRARY.routines
        assert not [word for word in HEALTH if word in json.dumps(item)]
    for record in caplog.records:
        line = record.getMessage()
        told = [word for word in (*HEALTH, "secret", ROUTINE, "exercise") if word in line]
        assert not told, line


def _encoded(kept: Kept) -> str:
    assert decode(encode(kept)) == kept
    return encode(kept)


def test_no_routine_is_named_for_a_condition() -> None:
    conditions = {*LIBRARY.conditions, *LIBRARY.look_alikes}
    for routine in LIBRARY.routines:
        assert not [id for id in conditions if id in routine or routine in id]
