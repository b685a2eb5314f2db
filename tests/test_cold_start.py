"""What a cold start imports: nothing that its first turn can do without, and whole once needed."""

from __future__ import annotations

import subprocess
import sys

from tests.paths import ROOT

LAUNCHED = """
import json, sys
from skill.lambda_function import handler
from tests.alexa.requests import launch
assert "Welcome" in json.dumps(handler(launch(new=True), None))
"""


def told_by(program: str) -> list[str]:
    """What a program prints in a fresh process, in which a launch was answered."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LAUNCHED + program],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        env={},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_launch_imports_nothing_that_it_can_do_without() -> None:
    needless = (
        *("dataclasses", "dateutil", "logging", "msgspec.inspect", "pprint"),
        *("skill.storage.store", "textwrap", "traceback"),
        # All that reads sentences, of which the dialog only names what they may tell.
        *("skill.understanding.grammar", "skill.understanding.reading", "skill.understanding.read"),
    )

    assert told_by(f"print([name for name in {needless!r} if name in sys.modules])") == ["[]"]


def test_what_was_deferred_is_whole_for_whoever_needs_it() -> None:
    told = told_by("""
import pprint, textwrap
from ask_sdk_model import Slot
import msgspec
print("'name': 'side'" in str(Slot(name="side")), pprint.pformat({"a": 1}))
print(msgspec.json.schema(list[int])["type"], msgspec.inspect.type_info(int).gt)
print(textwrap.dedent("  as ever"))
""")

    assert told == ["True {'a': 1}", "array None", "as ever"]


def test_a_line_of_log_is_written_where_somebody_says_where_it_goes() -> None:
    told = told_by("""
import logging
logging.basicConfig(stream=sys.stdout, format="%(message)s")
handler(launch(new=True), None)
""")

    assert [line.split(",")[0] for line in told] == ['{"event": "answered"']


def test_a_warning_is_written_where_nobody_does() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LAUNCHED + "handler({}, None)"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        env={},
    )

    assert done.stderr.startswith('{"event": "refused"')
