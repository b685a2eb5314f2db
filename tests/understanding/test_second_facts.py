"""A second, grave fact behind a no is heard; "not both" and a sound leg tell of none."""

from __future__ import annotations

import pytest

from tests.understanding.hearing import heard_at

NOES = {
    "circulation": ("no they're warm", "no nothing like that", "not cold no"),
    "cold-foot": ("no no not cold", "no"),
    "skin": ("no skin's fine",),
    "severe-pain": ("no not severe", "hard to bear no"),
}
SECOND = {
    "bladder-or-bowel": ("I don't notice when I need to go", "I've been having little accidents"),
    "saddle-numbness": ("I've got pins and needles where you sit", "I'm numb when I wipe"),
    "racing-heart": ("my heart does run a bit", "my heart goes a bit"),
    "breathless-or-chest-pain": ("I'm shorter of breath than I was last week",),
    "diabetes": ("it's my sugar and my feet", "my sugar's been high"),
    "fainted": ("I nearly passed out",),
}
HARMLESS = (
    "my heart's fine", "I run a bit", "I can feel where I sit", "I notice when I need to go",
    "I take sugar in my tea", "my breath is fine",
)  # fmt: skip

NOT_BOTH = (
    "not both mate one leg left that's it", "I said it's not both legs just the one",
    "no not both legs only the one", "both legs work", "both my legs are fine",
    "only the left one is weak not both", "both of them work fine",
)  # fmt: skip
BOTH = (
    "no not just the left, both", "it's both legs not one", "both legs and the right is worse",
    "both legs are weak", "one leg first now both", "both of them yes",
)  # fmt: skip
SOUND = (
    "my right leg is absolutely fine", "nothing wrong with my right leg", "the right one's fine",
    "my right leg doesn't hurt", "my right leg works",
)  # fmt: skip
NO_MORE = (
    "no no need to say it twice", "no no need to say it twice the wife can drive",
    "no nothing like that no", "no once is enough", "no my wife's got the car",
    "no nothing at all no",
    "it is swollen I never said it wasn't", "I never said it wasn't swollen",
)  # fmt: skip
COUNTED = ("swelling", "deformity", "old-sprain", "saddle-numbness", "rest-did-not-help")


@pytest.mark.parametrize("asked", NOES)
def test_a_second_fact_behind_a_no_is_heard(asked: str) -> None:
    lost = []
    for no in NOES[asked]:
        for id, facts in SECOND.items():
            lost += [
                (no, say) for say in facts if not heard_at(asked, f"{no} {say}").findings.get(id)
            ]
    assert not lost


@pytest.mark.parametrize("asked", NOES)
def test_what_only_sounds_like_one_is_none(asked: str) -> None:
    for no in NOES[asked]:
        for say in HARMLESS:
            told = {id for id, so in heard_at(asked, f"{no} {say}").findings.items() if so}
            assert told.isdisjoint(SECOND), (no, say)


@pytest.mark.parametrize("said", NOT_BOTH)
def test_not_both_is_a_no(said: str) -> None:
    heard = heard_at("weak-both-legs", said)
    assert heard.answer == "no"
    assert heard.side != "both"
    assert not heard.danger
    assert not heard.findings.get("both-sides")


@pytest.mark.parametrize("said", BOTH)
def test_both_is_none(said: str) -> None:
    assert heard_at("weak-both-legs", said).answer != "no"


@pytest.mark.parametrize("asked", ["result", "repeat-offer", "weak-both-legs", "emergency-told"])
@pytest.mark.parametrize("said", SOUND)
def test_a_sound_leg_is_no_sore_one(asked: str, said: str) -> None:
    heard = heard_at(asked, said)
    assert heard.side is None
    assert "place-leg" not in heard.findings


@pytest.mark.parametrize("asked", ["repeat-offer", "what-else", "joint-infection-risk"])
@pytest.mark.parametrize("said", NO_MORE)
def test_a_plain_no_takes_nothing_back(asked: str, said: str) -> None:
    heard = heard_at(asked, said, counted=COUNTED)
    assert not [id for id in COUNTED if heard.findings.get(id) is False]
    assert heard.command != "change_answer"
    assert heard.person is None


def test_what_was_never_said_is_still_taken_back() -> None:
    heard = heard_at("result", "I never said it was swollen", counted=COUNTED)
    assert heard.findings["swelling"] is False


FAMILIES = (
    ("sudden-snap", "he says it cracked but he says all sorts", "old-fracture-or-metal"),
    ("sudden-onset", "no nothing I'd call a twist", "recent-twist-or-fall"),
    ("skin", "no but I do have a dog", "puncture-or-bite"),
    ("severe-pain", "it just catches when I land on it", "clicks-or-locks"),
    ("circulation", "no it's fine it's warm", "warms-up"),
    ("circulation", "it's like walking on a jelly", "weak-both-legs"),
    ("open-question", "there's a sore sort of knot behind my knee", "calf-swollen-or-warm"),
    ("how-it-began", "and now I can't hop", "cannot-bear-weight"),
)


@pytest.mark.parametrize(("asked", "said", "id"), FAMILIES)
def test_a_family_word_is_no_fact(asked: str, said: str, id: str) -> None:
    assert not heard_at(asked, said).findings.get(id)
