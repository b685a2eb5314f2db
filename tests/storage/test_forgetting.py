""" "Forget me" at every kind of point of a conversation."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from skill.alexa.skill import build_skill
from skill.settings import Settings
from skill.storage.bookmark import Bookmark
from skill.storage.choice import Bookmarks
from skill.storage.sqlite import SqliteStore
from skill.storage.store import key_of
from tests.alexa.requests import intent
from tests.certification.places import heard, places
from tests.row import row
from tools.content.load import load

SECRET = "sixteen and more"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
MARK = Bookmark(
    routine="calf-strength", step=1, began=NOW.date(), since=NOW.date(), last=NOW.date()
)


def test_forget_me_deletes_the_bookmark_and_says_so_wherever_one_is(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "bookmarks.sqlite")
    skill = build_skill(Settings(), load(), bookmarks=Bookmarks(store, SECRET))
    for kind, attributes in places():
        with row(kind):
            event = intent("ForgetIntent", attributes=json.loads(attributes))
            event["request"]["timestamp"] = NOW.strftime("%Y-%m-%dT%H:%M:%SZ")
            key = key_of(SECRET, event["session"]["user"]["userId"], None)
            assert store.write(key, MARK, store.read(key, NOW.timestamp()).version, NOW.timestamp())
            said = skill.answer(event, None)

            assert store.read(key, NOW.timestamp()).kept is None
            assert "I've deleted all that I had kept of you" in heard(said)
    store.close()
