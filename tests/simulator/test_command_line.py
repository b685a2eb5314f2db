"""The simulator's command as whoever uses it meets it: lines in, objects or a readable talk out."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from simulator.__main__ import main
from tests.paths import ROOT

# Amazon's packages warn where Python compiles them for the first time.
PYTHON = (sys.executable, "-W", "ignore::SyntaxWarning")


@dataclass(frozen=True)
class Ended:
    """A talk that has ended: its exit code, and what it wrote to both streams."""

    returncode: int
    stdout: bytes
    stderr: bytes


Run = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in this process: to start another takes two seconds."""

    def run(*arguments: str, lines: str) -> Ended:
        heard = io.BytesIO(lines.encode("utf-8", "surrogateescape"))
        said, complaint = io.BytesIO(), io.BytesIO()
        for name, stream in (("stdin", heard), ("stdout", said), ("stderr", complaint)):
            text = io.TextIOWrapper(stream, encoding="utf-8", write_through=True)
            monkeypatch.setattr(sys, name, text)
        return Ended(main(arguments), said.getvalue(), complaint.getvalue())

    return run


def test_every_input_line_gets_one_line_of_output_and_a_bad_one_gets_a_sentence(run: Run) -> None:
    lines = ["open ankle coach", "{", "", '{"say": 5}', '{"event": "dance"}', "no"]

    done = run("--json", lines="\n".join(lines))

    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(lines)
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, False]
    assert all(answer["error"].endswith(".") for answer in answers[1:5])
    assert answers[-1]["session_open"]
    assert (done.returncode, done.stderr) == (0, b"")


def test_letters_that_are_no_words_are_a_fallback_and_no_fault(run: Run) -> None:
    letters = ["\x00", "\udcff\udcfe", "¿?", "\N{FOOT}", "[]", "<>", '"']

    done = run("--json", lines="\n".join(["open ankle coach", *letters]))

    _, *answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["intent"] for answer in answers] == ["AMAZON.FallbackIntent"] * len(letters)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_alexa_without_seeds_loses_words_behind_no_carrier(run: Run) -> None:
    lines = "open ankle coach\nfeet hurt\nmy feet hurt"
    told = {
        option: [
            json.loads(line)["intent"] for line in run(*option, lines=lines).stdout.splitlines()
        ]
        for option in (("--json",), ("--json", "--unseeded"))
    }
    assert told["--json",] == [None, "SentenceIntent", "BodySpeechIntent"]
    assert told["--json", "--unseeded"] == [None, "AMAZON.FallbackIntent", "BodySpeechIntent"]


def test_chat_shows_how_words_arrived_and_what_was_read_where_asked_to(run: Run) -> None:
    done = run("--heard", lines="open ankle coach\nno it started three weeks ago")

    shown = " ".join(done.stdout.decode().split())
    assert "AnswerSpeechIntent, no_it = started three weeks ago." in shown
    assert "since_days: 21 ← three weeks ago" in shown


def conversation_lines(text: str) -> Iterator[str]:
    return (" ".join(block.split()) for block in text.replace("\n       ", " ").splitlines())


def test_chat_from_a_pipe_shows_what_was_said_and_the_replies() -> None:
    done = subprocess.run(
        [*PYTHON, "-m", "simulator"],
        input=b"open ankle coach\n\n/timeout\n/dance\nhelp",
        capture_output=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )

    shown = list(conversation_lines(done.stdout.decode()))
    assert shown[0] == "You: open ankle coach"
    assert shown[1].startswith("Alexa: Welcome to Ankle Coach.")
    assert shown[2].startswith("You: /timeout (silence)")
    assert any("After a slash comes one of" in line for line in shown)
    assert "You: help" in shown
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_leaves_early_ends_the_talk_without_a_complaint() -> None:
    process = subprocess.Popen(
        [*PYTHON, "-m", "simulator", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdout is not None
    process.stdout.close()

    _, complaint = process.communicate(b"open ankle coach\n" * 50, timeout=60)

    assert (process.returncode, complaint) == (0, b"")
