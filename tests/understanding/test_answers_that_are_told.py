"""What is told in place of a yes or a no, at the questions for safety, and the danger beside it."""

from __future__ import annotations

import pytest

from tests.understanding.hearing import heard_at
from tools.content.load import load

TOLD = {
    # It carries, or does as it is told
    ("can-bear-weight", "yes"): (
        "I'm still running on it",
        "I rode the rest of the run on it",
        "he's still playing on it",
        "I walk well",
        "cycled home on it",
    ),
    ("foot-drop", "no"): (
        "I walk well",
        "still running on it",
        "it still does what I tell it",
        "it goes where I tell it",
    ),
    ("foot-drop", "yes"): (
        "it won't do what I tell it",
        "it no longer does what I tell it",
        "it still does what I tell it but it slaps",
        "I walk well but it drags",
        "still running on it but it flops",
    ),
    # Who did not try, or can't know
    ("tender-bones", "not_sure"): (
        "haven't gone poking at it",
        "I don't dare press it",
        "she won't let us near it",
    ),
    ("tender-bones", "yes"): ("I have not been touching it because it is so sore",),
    ("sudden-snap", "not_sure"): ("I was busy yelling", "she's too young to tell me"),
    ("sudden-snap", "no"): ("not this time", "not on this occasion, no"),
    ("sudden-snap", "yes"): (
        "I was busy yelling but I heard a snap",
        "not this time no but there was a crack",
    ),
    # How bad it is
    ("severity", "no"): ("annoying more than bad", "next to no pain"),
    ("severity", "not_really"): ("it is not much pain",),
    ("severity", "not_sure"): (
        "it's really sore",
        "it burns a lot and then it goes away",
        "a fair whack of pain in both shins at the start",
    ),
    ("severity", "yes"): (
        "not much pain but it's there at rest",
        "so sore I can't sleep",
        "annoying more than bad but it keeps me awake",
    ),
    ("severe-pain", "only_when"): ("uphill it is", "on the run, yeah, I have to stop"),
    ("settles-within-minutes", "no"): ("more like an hour or two", "not until the evening"),
    ("settles-within-minutes", "yes"): ("a minute or two", "three minutes tops"),
    # How it fell, and what it left
    ("injury-shape", "not_sure"): ("it was a big jump, but onto an airbag",),
    ("injury-shape", "yes"): ("three holes, deep ones",),
    ("heavy-blow", "yes"): ("a big jump but onto concrete", "a big jump off the roof"),
    ("open-wound", "yes"): ("three of them", "two deep holes"),
    ("open-wound", "no"): ("none of them",),
    ("injury", "no"): ("well, the cat bit me", "our puppy nipped me"),
    ("injury", "yes"): ("the dog bit me and I fell",),
    ("hot-or-red", "not_sure"): ("pink, in one little strip",),
}
WELL = ("I'm well", "I've been well", "I'm fine in myself", "I'm in good health")
LOADED = ("can-bear-weight", "cannot-bear-weight", "can-move-toes", "cannot-move-toes")
"""Questions that are asked for what works."""


@pytest.mark.parametrize(
    ("asked", "answer", "said"),
    [(asked, answer, said) for (asked, answer), rows in TOLD.items() for said in rows],
)
def test_it_is_the_answer(asked: str, answer: str, said: str) -> None:
    assert heard_at(asked, said).answer == answer


@pytest.mark.parametrize("asked", sorted({*load().red_flags, *load().gates} - {*LOADED}))
def test_a_no_of_who_is_well_is_one(asked: str) -> None:
    assert not [well for well in WELL if heard_at(asked, f"no, {well}").answer != "no"]


@pytest.mark.parametrize(
    ("said", "told", "heard"),
    [
        ("my shin is killing me, I have to sit out after ten minutes", "pain-at-rest", False),
        ("it throbs when I sit", "pain-at-rest", True),
        ("my heel is a big red lump every time I go up a hill", "spreading-redness", False),
        ("the redness is going up my leg", "spreading-redness", True),
        ("it's coming down, the ankle wobbles", "recent-twist-or-fall", False),
        ("coming down the hill my ankle rolled", "recent-twist-or-fall", True),
        ("it is coming down the stairs that I fell", "recent-twist-or-fall", True),
        ("my ankle is so sore", "severe-pain", False),
    ],
)
def test_an_opening_tells_no_more_than_it_says(said: str, told: str, heard: bool) -> None:
    assert (heard_at("launch", said).findings.get(told) is True) == heard
