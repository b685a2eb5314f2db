"""A word of the question that is taken up tells nothing by itself."""

from __future__ import annotations

import pytest

from tests.understanding.hearing import heard_at

NUMB = {"numbness": True}
NOTHING: dict[str, bool] = {}

SAID: tuple[tuple[str, str, dict[str, bool]], ...] = (
    # A "no" that denies nothing else, whatever comes behind it.
    ("injury-shape", "bent no care for what", NOTHING),
    ("injury-shape", "crooked no says who", NOTHING),
    ("circulation", "numb no says who", NOTHING),
    # The same word is denied at once.
    ("circulation", "cold it's not cold", {"cold-foot": False}),
    ("circulation", "pale no it isn't pale", {"cold-foot": False}),
    ("numbness", "numb i'm not numb", {"numbness": False}),
    # It is asked what the word means.
    ("circulation", "pale what does that mean", NOTHING),
    ("circulation", "numb what do you mean", NOTHING),
    ("circulation", "tingling as in pins and needles", {"tingling": True}),
    # A list that leads on behind its last "no".
    ("circulation", "numb no tingling no all normal", {"numbness": False, "tingling": False}),
    ("heat-or-fever", "hot no swollen no it's fine", {"hot-or-red": False, "swelling": False}),
    ("heat-or-fever", "hot no swollen no no fever", {"hot-or-red": False, "fever": False}),
    # A denial with a "no" behind it.
    ("severe-pain", "not severe no", {"severe-pain": False}),
    ("severe-pain", "not severe no just nagging", {"severe-pain": False, "dull-ache": True}),
    # Warm, where it is asked whether it is cold.
    ("circulation", "no it's warm normal", NOTHING),
    ("cold-foot", "no my foot's warm", {"place-foot": True}),
    # A no to what is not asked answers nothing.
    ("can-bear-weight", "cold no numb no tingling no", {"numbness": False, "tingling": False}),
    # It is there.
    ("circulation", "numb no doubt about it", NUMB),
    ("circulation", "numb no tingling", {"numbness": True, "tingling": False}),
    ("circulation", "numb yes what does that mean", NUMB),
    ("circulation", "numb and it's not getting better", NUMB),
    ("circulation", "it's warm and red", {"hot-or-red": True}),
    ("heat-or-fever", "swollen no change since monday", {"swelling": True}),
)


@pytest.mark.parametrize(("question", "said", "wanted"), SAID)
def test_an_echo_tells_nothing(question: str, said: str, wanted: dict[str, bool]) -> None:
    told = heard_at(question, said).findings
    asked = {id: so for id, so in told.items() if id in wanted or so}
    assert asked == wanted


@pytest.mark.parametrize("said", ["cold no numb no tingling no", "numb no"])
def test_a_no_to_something_else_is_no_answer(said: str) -> None:
    assert heard_at("can-bear-weight", said).answer is None
