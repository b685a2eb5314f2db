"""What the published cases can show to be rare, though none of them denies it."""

from __future__ import annotations

from skill.library.types import Frequency, Status
from tools.content.load import load
from tools.content.rarity import Rarity, rare_by_count


def test_what_is_told_where_it_is_typical_and_by_nobody_else_is_rare() -> None:
    assert Rarity(present=0, of=200, told=0.5).at_most < 0.04


def test_silence_about_what_nobody_tells_shows_nothing() -> None:
    assert Rarity(present=0, of=200, told=0.05).at_most > 0.3


def test_few_cases_show_nothing() -> None:
    assert Rarity(present=0, of=20, told=0.5).at_most > 0.3


def test_more_who_tell_it_make_it_less_rare() -> None:
    few, more = (Rarity(present=n, of=200, told=0.5) for n in (1, 9))
    assert more.at_most > few.at_most


def test_a_sign_that_cases_seldom_tell_where_it_is_typical_is_not_counted_as_rare() -> None:
    rare = rare_by_count(load())
    assert ("tingling", Frequency.NEVER) in rare
    assert ("heel-shoe-rubs", Frequency.NEVER) not in rare
    assert ("along-achilles-tendon", Frequency.NEVER) not in rare


def test_no_word_above_seldom_is_counted_by_what_nobody_tells() -> None:
    assert {word for _, word in rare_by_count(load())} == {
        Frequency.NEVER,
        Frequency.RARELY,
        Frequency.SELDOM,
    }


def test_a_place_is_counted_where_enough_cases_name_another_one() -> None:
    places = load().conditions["achilles-tendonitis"].places
    assert places["pain-calf"].status is Status.COUNTED
    places = load().conditions["chronic-ankle-instability"].places
    assert places["pain-outer-foot"].status is Status.UNVERIFIED
