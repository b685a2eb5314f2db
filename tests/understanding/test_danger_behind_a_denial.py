"""A danger behind something that is denied counts, as nobody hears the comma between the two."""

from __future__ import annotations

from itertools import product

import pytest

from tests.understanding.hearing import heard_at

DENIALS = (
    "i didn't hear a pop",
    "i didn't hear anything",
    "didn't notice anything",
    "i didn't notice any of that",
    "there's no swelling",
    "no it isn't numb",
    "nothing like that",
    "i've no fever",
    "it's not red",
    "it isn't hot or red",
    "there wasn't any noise",
    "i haven't noticed a bruise",
    "it doesn't hurt at rest",
    "i never felt a snap",
    "i don't have diabetes",
    "not that i noticed",
    "no i don't think so",
    "no tablets",
    "i didn't fall",
    "i didn't twist it",
    "nobody hit me",
    "nothing broken i think",
    "it never swelled up",
    "it wasn't a hard fall",
    "no nothing",
    "there was no crack",
)
DANGERS = {
    "cannot-bear-weight": (
        "i can't walk on it",
        "i couldn't stand on it",
        "it won't hold me",
        "i'm not able to walk",
        "he won't step on it now",
        "i don't think i can stand on it",
    ),
    "numbness": ("i can't feel my toes", "my foot feels numb"),
    "cannot-move-toes": ("i can't move my toes", "i doubt i can move my toes"),
    "breathless-or-chest-pain": ("i can't breathe properly", "i think i can't breathe properly"),
    "fever": ("i've got a fever",),
}
ASKED = ("launch", "sudden-snap", "infection", "injury", "severe-pain")


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("id", DANGERS)
def test_a_danger_counts_behind_whatever_was_denied(id: str, asked: str) -> None:
    unheard = [
        f"{denial} {danger}"
        for denial, danger in product(DENIALS, DANGERS[id])
        if heard_at(asked, f"{denial} {danger}").findings.get(id) is not True
    ]
    assert not unheard, "each of these names a danger behind what is denied"


@pytest.mark.parametrize(
    "say",
    [
        "there isn't anything i can't do",
        "do you think i can run on it",
        "i don't think i can't walk on it",
    ],
)
def test_near_words_tell_no_danger(say: str) -> None:
    heard = heard_at("launch", say)
    assert not any(heard.findings.get(id) for id in DANGERS)
