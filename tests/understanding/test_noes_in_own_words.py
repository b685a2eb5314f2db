"""A no told by the other leg, by its opposite or as long over is one; what is unlike is none."""

from __future__ import annotations

import pytest

from tests.understanding.hearing import heard_at

NOES = (
    ("foot-drop", "it is as strong as the other one"),
    ("cold-foot", "no, not a bit different, the other is even colder"),
    ("hot-or-red", "not any redder than its twin"),
    ("numbness", "both the same as ever"),
    ("fainted", "I fainted once in church in seventy-nine, never since"),
    ("fever", "last fever I had was malaria as a boy"),
    ("tendon-history", "the last antibiotic I took was for my tonsils under Mrs. Thatcher"),
)
NONE = (
    ("cold-foot", "the other is warm, this one isn't"),
    ("black-or-dusky-skin", "not as pink as the other"),
    ("swelling", "same as the other, both swollen"),
    ("circulation", "no, well, since yesterday it is"),
    ("pregnant", "twenty six weeks"),
    ("recent-surgery-or-plaster", "not that long ago"),
    ("steroids", "I take prednisolone, the shoulder was years back"),
)


@pytest.mark.parametrize(("asked", "said"), NOES)
def test_such_words_are_a_no(asked: str, said: str) -> None:
    heard = heard_at(asked, said, mine=True)
    assert heard.answer == "no"
    assert not heard.danger


@pytest.mark.parametrize(("asked", "said"), NONE)
def test_what_only_sounds_so_is_no_no(asked: str, said: str) -> None:
    assert heard_at(asked, said, mine=True).answer != "no"


@pytest.mark.parametrize("said", ["black, my dear, it's pink", "black? the opposite"])
def test_a_word_that_is_turned_round_is_doubted_once(said: str) -> None:
    assert heard_at("black-or-dusky-skin", said, mine=True).answer == "not_sure"
    assert heard_at("black-or-dusky-skin", said, mine=True, doubted=True).answer == "no"
