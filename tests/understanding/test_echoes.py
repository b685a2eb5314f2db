"""A word of the question that is taken up tells nothing by itself."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import Any, TypeVar

import pytest

from benchmarks.understand import context_of
from tests.row import each_row, spread
from tests.understanding.hearing import heard_at
from tests.yaml_file import plain
from tools.content.load import load

T = TypeVar("T")
WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "echoes.yaml")
NAMES: dict[str, list[str]] = WAYS["names"]
PLACES = ("place-", "pain-")
"""How the ids of places begin, which may be told beside a no."""

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
    ("any", "tingling i haven't got any tingling", {"tingling": False}),
    ("any", "fever no fever", {"fever": False}),
    ("any", "fever there's no fever", {"fever": False}),
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
    ("circulation", "numb god no feeling at all", NUMB),
    ("circulation", "cold what no it's cold alright", {"cold-foot": True}),
    ("circulation", "numb no doubt about it", NUMB),
    ("circulation", "numb no tingling", {"numbness": True, "tingling": False}),
    ("circulation", "numb yes what does that mean", NUMB),
    ("circulation", "numb and it's not getting better", NUMB),
    ("circulation", "it's warm and red", {"hot-or-red": True}),
    ("heat-or-fever", "swollen no change since monday", {"swelling": True}),
)


@each_row(("question", "said", "wanted"), SAID)
def test_an_echo_tells_nothing(question: str, said: str, wanted: dict[str, bool]) -> None:
    told = heard_at(question, said).findings
    asked = {id: so for id, so in told.items() if id in wanted or so}
    assert asked == wanted


@pytest.mark.parametrize("said", ["cold no numb no tingling no", "numb no"])
def test_a_no_to_something_else_is_no_answer(said: str) -> None:
    assert heard_at("can-bear-weight", said).answer is None


def _denied(question: str) -> list[str]:
    return [way.format(name) for name, way in product(NAMES[question], WAYS["denials"])]


@pytest.mark.parametrize("question", NAMES)
def test_what_is_taken_up_and_denied_is_a_no_whatever_harmless_follows(question: str) -> None:
    parts = context_of(load(), question).parts
    wrong = []
    for denied, tail in spread(5, _denied(question), WAYS["harmless"]):
        heard = heard_at(question, f"{denied} {tail}")
        so = [id for id in parts if heard.findings.get(id)]
        answered = len(parts) > 1 or heard.answer in ("no", "not_really")
        if so or heard.danger or heard.answer in ("yes", "kind_of") or not answered:
            wrong.append((f"{denied} {tail}", heard.answer, heard.findings))
    assert not wrong


@pytest.mark.parametrize("question", NAMES)
def test_a_danger_behind_what_is_taken_up_and_denied_is_told(question: str) -> None:
    lost = []
    for denied, (grave, id) in spread(5, _denied(question), WAYS["grave"].items()):
        heard = heard_at(question, f"{denied} {grave}")
        if not (heard.findings.get(id) or id in heard.danger):
            lost.append(f"{denied} {grave}")
    assert not lost


def sampled(every: int, *tails: Iterable[T]) -> list[tuple[str, str, tuple[T, ...]]]:
    """Each so many-th of all questions, names and tails: the question, the name, the tails."""
    names = [(question, name) for question, names in NAMES.items() for name in names]
    rows = product(names, product(*tails))
    return [(*named, tail) for at, (named, tail) in enumerate(rows) if at % every == 0]


def test_what_is_called_out_before_a_no_leaves_it_one() -> None:
    wrong = []
    for question, name, (called, no) in sampled(83, WAYS["between"], WAYS["behind"]):
        parts = context_of(load(), question).parts
        heard = heard_at(question, f"{name} {called} {no}")
        so = [id for id in parts if heard.findings.get(id)]
        answered = len(parts) > 1 or heard.answer in ("no", "not_really")
        if so or heard.danger or heard.answer in ("yes", "kind_of") or not answered:
            wrong.append((question, f"{name} {called} {no}", heard.answer, heard.findings))
    assert not wrong


def test_a_danger_behind_what_is_called_out_and_denied_is_told() -> None:
    lost = []
    for question, name, (called, (grave, id)) in sampled(
        47, WAYS["between"], WAYS["grave"].items()
    ):
        heard = heard_at(question, f"{name} {called} no {grave}")
        if not (heard.findings.get(id) or id in heard.danger):
            lost.append((question, f"{name} {called} no {grave}"))
    assert not lost


@each_row("question", NAMES)
def test_what_is_taken_up_and_so_after_all_is_no_plain_no(question: str) -> None:
    said = [way.format(name) for name, way in product(NAMES[question], WAYS["so"])]
    assert not [say for say in said if heard_at(question, say).answer in ("no", "not_really")]


SEEN = (
    ("bruised-sole", "no bruise on the bottom", "bruising"),
    ("bruised-sole", "the sole isn't bruised", "bruising"),
    ("bruised-sole", "no bruise there", "bruising"),
    ("fast-swelling", "it didn't swell up that fast", "swelling"),
    ("fast-swelling", "swollen no not within the hour", "swelling"),
    ("spreading-redness", "the redness isn't spreading", "hot-or-red"),
)


@pytest.mark.parametrize(("question", "said", "seen"), SEEN)
def test_a_no_to_a_part_takes_nothing_back_that_is_seen(
    question: str, said: str, seen: str
) -> None:
    assert heard_at(question, said).findings.get(seen) is not False
