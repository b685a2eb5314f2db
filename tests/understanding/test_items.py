"""Things of a question that are answered one by one, in every order of answers."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "items.yaml")
QUESTIONS: dict[str, dict[str, str]] = WAYS["questions"]
MINOR = {("injury-shape", "heavy-blow")}
"""What "just a …" makes small: "just a fall" is no heavy one."""


def _said(question: str, so: str | None, way: str, no: str) -> str:
    """Each thing of a question with a no, but for one that is said in another way."""
    things = QUESTIONS[question].items()
    return " ".join((way if id == so else no).format(name) for id, name in things)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_so_among_denials_is_never_lost_and_the_denied_is_not_so(question: str) -> None:
    wrong = []
    for id, yes, no in product(QUESTIONS[question], WAYS["yes"], WAYS["no"]):
        say = _said(question, id, yes, no)
        heard = heard_at(question, say)
        so = {one for one in QUESTIONS[question] if heard.findings.get(one)}
        if heard.answer not in ("yes", "kind_of") or so != {id}:
            wrong.append(say)
    assert not wrong


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_no_to_each_is_a_no(question: str) -> None:
    said = [_said(question, None, "", no) for no in WAYS["no"]]
    assert not [say for say in said if heard_at(question, say).answer != "no"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_doubt_among_denials_is_no_plain_no(question: str) -> None:
    ways = (*WAYS["weak"], *WAYS["unsure"])
    said = [_said(question, id, way, "{} no") for id, way in product(QUESTIONS[question], ways)]
    assert not [say for say in said if heard_at(question, say).answer in ("no", None)]


@pytest.mark.parametrize("question", QUESTIONS)
def test_one_of_several_is_so_and_the_rest_not(question: str) -> None:
    wrong = []
    for (id, name), way in product(QUESTIONS[question].items(), WAYS["one"]):
        say = way.format(name)
        if not heard_at(question, say).findings.get(id) and (question, id) not in MINOR:
            wrong.append(say)
    assert not wrong


@pytest.mark.parametrize("question", WAYS["names"])
def test_what_is_fine_is_not_so(question: str) -> None:
    for (id, name), way in product(WAYS["names"][question].items(), WAYS["fine"]):
        say = _said(question, id, way.format(name), "{} no")
        heard = heard_at(question, say)
        assert heard.answer == "no", say
        assert heard.findings.get(id) is False, say


def test_who_did_not_fall_may_have_twisted_it() -> None:
    heard = heard_at("injury-shape", "bent? no. skin? fine. fall, no I didn't fall")
    assert "recent-twist-or-fall" not in heard.findings
    assert heard.findings["heavy-blow"] is False


REPEATED = [
    ("heat-or-fever", "a bit warm, no fever, I checked, no", "fever"),
    ("heat-or-fever", "hot? no, warm from the swelling, no fever, I took it, no", "fever"),
    ("heat-or-fever", "a bit swollen, no redness, I looked, no", "hot-or-red"),
    ("heat-or-fever", "it feels hot, no fever, I took it, no", "fever"),
    ("heat-or-fever", "I think a bit warm, no fever, I am sure", "fever"),
    ("heat-or-fever", "red yes, no fever, I know because I took it, no", "fever"),
    ("feeling", "a bit tingly, no numbness, I checked, no", "numbness"),
    ("feeling", "pins and needles, no numbness, I pinched it, no", "numbness"),
    ("skin", "a scrape, no pus, I cleaned it, no", "pus"),
]


@pytest.mark.parametrize(("question", "say", "denied"), REPEATED)
def test_what_is_denied_twice_is_denied(question: str, say: str, denied: str) -> None:
    assert heard_at(question, say).findings.get(denied) is False


@pytest.mark.parametrize("how", ["I checked", "I took it", "we measured it", "he looked"])
def test_a_no_that_repeats_another_takes_nothing_from_what_is_so(how: str) -> None:
    heard = heard_at("heat-or-fever", f"warm, no fever, {how}, no")
    assert (heard.answer, heard.findings) == ("yes", {"hot-or-red": True, "fever": False})
