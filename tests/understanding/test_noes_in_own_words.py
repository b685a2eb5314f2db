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
ANOTHERS = (
    ("circulation", "numb? only my brain, after work, the foot's fine"),
    ("fever", "chills? only when I look at me bank balance"),
    ("skin", "broken? only my heart, in nineteen ninety five, the skin is fine"),
    ("deformity", "bent? only my pride"),
    ("fever", "fever? not since Reagan was president"),
    ("fever", "fever? my last fever was the measles"),
    ("swelling", "swelling? my brother had it, me never"),
    ("diabetes", "diabetes? my mother had it, God rest her, but I was tested and I don't"),
    ("foot-at-risk", "me dog's got it, I haven't, none of that"),
)
"""What only another has, or was so with what is long past: at the second asking it is a no."""
OWN = (
    ("numbness", "numb? only my little toe"),
    ("numbness", "numb? only at night"),
    ("numbness", "only my pinky"),
    ("breathless-or-chest-pain", "only when I climb"),
    ("infection-risk", "only my asthma steroids"),
    ("fever", "only my temperature is up"),
    ("tingling", "just when the laces are cranked tight"),
    ("puncture-or-bite", "my dog bit me, not my husband"),
    ("fever", "my wife had it, not me, but since yesterday I've been shivering"),
    ("numbness", "my wife says it's numb, I haven't a clue"),
    ("fever", "my last fever was this morning"),
)
"""What only sounds so."""
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


@pytest.mark.parametrize(("asked", "said"), ANOTHERS)
def test_what_only_another_has_is_a_no_when_it_is_asked_again(asked: str, said: str) -> None:
    assert heard_at(asked, said, mine=True).answer in ("no", "not_sure")
    again = heard_at(asked, said, mine=True, doubted=True)
    assert again.answer == "no"
    assert not again.danger
    assert not any(again.findings.values())


@pytest.mark.parametrize(("asked", "said"), ANOTHERS)
def test_it_is_one_at_once_where_a_yes_is_no_emergency(asked: str, said: str) -> None:
    assert heard_at(asked, said, mine=True, spared=True).answer == "no"


@pytest.mark.parametrize(("asked", "said"), OWN)
def test_what_is_ones_own_is_no_such_no(asked: str, said: str) -> None:
    assert heard_at(asked, said, mine=True, doubted=True).answer not in ("no", "not_really")
