"""What somebody holds to against a denial that they take up counts: "how can you say without a
snap, I tell you it make pop".
"""

from __future__ import annotations

from itertools import product

import pytest

from tests.understanding.hearing import heard_at

TAKEN_UP = (
    "how you say without {name} i tell you {told}",
    "how can you say no {name} i told you {told}",
    "what do you mean without {name} i said {told}",
    "how come you say there was no {name} i say {told}",
    "you say without {name} i keep telling you {told}",
    "why do you say no {name} i am telling you {told}",
)
TOLD = {
    "sudden-snap": ("snap", "it make pop"),
    "swelling": ("swelling", "it is swollen"),
    "numbness": ("numbness", "my foot is numb"),
    "fever": ("fever", "i have a fever"),
    "bruising": ("bruising", "it is bruised"),
    "tingling": ("tingling", "it tingles"),
    "hot-or-red": ("redness", "it is red and hot"),
}


@pytest.mark.parametrize("asked", ["infection", "repeat-offer"])
@pytest.mark.parametrize(("frame", "id"), [*product(TAKEN_UP, TOLD)])
def test_what_is_held_to_counts(frame: str, id: str, asked: str) -> None:
    name, told = TOLD[id]
    heard = heard_at(asked, frame.format(name=name, told=told))
    assert heard.findings.get(id) is True
    assert id not in heard.questioned


@pytest.mark.parametrize("said", ["why do you say a snap", "how can you say it is numb"])
def test_what_is_only_asked_about_is_none(said: str) -> None:
    heard = heard_at("repeat-offer", said)
    assert not heard.told & {"sudden-snap", "numbness"}


def test_what_would_only_be_told_is_none() -> None:
    assert heard_at("infection", "if i tell you it popped will you stop").findings == {}
