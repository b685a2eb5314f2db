"""What holds of every store."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Literal

import pytest
from msgspec.structs import replace

from skill.storage.bookmark import DAYS_KEPT, Bookmark, Refused
from skill.storage.store import ANY_VERSION, WHOLE_ACCOUNT, Key, Store, Stored, key_of

NOW = 1_800_000_000.0
DAY = 24 * 3600
KEY = Key("a" * 64, WHOLE_ACCOUNT)
TODAY = date(2027, 1, 15)
MARK = Bookmark(
    routine="calf-strength", step=2, began=TODAY, since=TODAY, last=TODAY, sessions=3, at_step=1
)


def test_nothing_is_there_before_something_is_kept(store: Store) -> None:
    assert store.read(KEY, NOW) == Stored(None, 0)


@pytest.mark.parametrize("kept", [MARK, replace(MARK, exercise=4), Refused(), Refused(2)])
def test_what_is_kept_is_read_back_whole(store: Store, kept: Bookmark | Refused) -> None:
    assert store.write(KEY, kept, 0, NOW)

    assert store.read(KEY, NOW) == Stored(kept, 1)


def test_each_write_needs_the_version_that_was_read(store: Store) -> None:
    assert store.write(KEY, MARK, 0, NOW)
    assert not store.write(KEY, Refused(), 0, NOW)
    assert store.write(KEY, replace(MARK, sessions=4), 1, NOW)
    assert not store.write(KEY, Refused(), 1, NOW)

    assert store.read(KEY, NOW) == Stored(replace(MARK, sessions=4), 2)


def test_what_was_deleted_meanwhile_is_not_written_again(store: Store) -> None:
    store.write(KEY, MARK, 0, NOW)
    store.delete(KEY)

    assert not store.write(KEY, MARK, 1, NOW)
    assert store.read(KEY, NOW) == Stored(None, 0)


def test_deleting_what_is_not_there_is_no_fault(store: Store) -> None:
    store.delete(KEY)
    store.delete_account(KEY.account)


def test_an_account_is_deleted_with_all_its_voices_and_no_other(store: Store) -> None:
    voices = [KEY, Key(KEY.account, "b" * 64), Key(KEY.account, "c" * 64)]
    other = Key("d" * 64, WHOLE_ACCOUNT)
    for key in (*voices, other):
        assert store.write(key, MARK, 0, NOW)

    store.delete_account(KEY.account)

    assert [store.read(key, NOW).kept for key in voices] == [None, None, None]
    assert store.read(other, NOW).kept == MARK


def test_what_nobody_used_for_long_is_gone_and_can_be_begun_anew(store: Store) -> None:
    store.write(KEY, MARK, 0, NOW)
    late = NOW + DAYS_KEPT * DAY

    assert store.read(KEY, late - DAY).kept == MARK
    found = store.read(KEY, late + 1)
    assert found.kept is None
    assert store.write(KEY, Refused(), found.version, late + 1)
    assert store.read(KEY, late + 1).kept == Refused()


def test_of_many_that_write_at_once_each_is_told_whether_it_was_the_one(store: Store) -> None:
    def counted(_: int) -> None:
        while True:
            found = store.read(KEY, NOW)
            mark = found.kept if isinstance(found.kept, Bookmark) else replace(MARK, sessions=0)
            if store.write(KEY, replace(mark, sessions=mark.sessions + 1), found.version, NOW):
                return

    with ThreadPoolExecutor(4) as devices:
        list(devices.map(counted, range(20)))

    assert store.read(KEY, NOW) == Stored(replace(MARK, sessions=20), 20)


def test_nonsense_is_written_over(store: Store) -> None:
    store.write(KEY, MARK, 0, NOW)

    assert store.write(KEY, Refused(), ANY_VERSION, NOW)
    assert store.read(KEY, NOW).kept == Refused()


@pytest.mark.parametrize("which", ["user", "person", "secret"])
def test_a_key_is_a_hash_that_each_part_changes(which: Literal["user", "person", "secret"]) -> None:
    given = {"user": "amzn1.ask.account.A", "person": "amzn1.ask.person.B", "secret": "s" * 16}
    whole = key_of(given["secret"], given["user"], given["person"])
    given[which] += "x"
    other = key_of(given["secret"], given["user"], given["person"])

    assert whole != other
    assert all(part.isalnum() and len(part) == 64 for part in whole)


def test_without_a_voice_profile_the_key_is_the_account(store: Store) -> None:
    assert key_of("s" * 16, "amzn1.ask.account.A", None).person == WHOLE_ACCOUNT
