"""What make bench measures is one turn of each kind, and each is what its name says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.calls import calls_of
from benchmarks.speed import PROGRAM
from benchmarks.turns import kinds
from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import Settings
from tests.alexa.responses import assert_valid
from tests.paths import ROOT
from tools.content.load import load

SKILL: AnkleCoachSkill = build_skill(Settings(), load())
KINDS = kinds(SKILL.answer)
SILENT = """
import sys
sys.path.insert(0, {root!r})
sys.argv = ["cold_start.py", {root!r}, "ankle-coach", {requests!r}, "1"]
exec(compile(open({program!r}).read(), {program!r}, "exec"))
"""


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_turn_is_answered_and_goes_on(kind: str) -> None:
    assert_valid(SKILL.answer(KINDS[kind], None))


def test_the_calls_of_a_turn_are_the_same_at_each_count() -> None:
    assert calls_of(SKILL.answer, KINDS["yes"]) == calls_of(SKILL.answer, KINDS["yes"])


def test_the_turns_are_what_their_names_say() -> None:
    answers = {kind: SKILL.answer(event, None) for kind, event in KINDS.items()}

    assert len(KINDS) == 12
    assert "result" in answers["result"]["sessionAttributes"]
    assert answers["question"]["sessionAttributes"]["pending"] == "question"
    for kind in ("set", "resume"):
        assert "directives" in answers[kind]["response"], kind
    for kind in ("launch", "free speech", "topic", "help", "pain"):
        assert "directives" not in answers[kind]["response"], kind


def test_a_process_tells_of_its_start_and_of_each_round(tmp_path: Path) -> None:
    requests = tmp_path / "requests.json"
    requests.write_text(json.dumps({"launch": KINDS["launch"]}), encoding="utf-8")
    program = SILENT.format(root=str(ROOT), requests=str(requests), program=str(PROGRAM))

    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        input="again\nagain\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    start, *rounds = map(json.loads, done.stdout.splitlines())
    assert start["import"] > 0
    assert start["first"]["launch"] > 0
    assert [set(one) for one in rounds] == [{"launch"}, {"launch"}]
