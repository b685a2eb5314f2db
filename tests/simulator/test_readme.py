"""The conversations in the README: whoever types the same lines hears the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count

import pytest

from simulator.input_line import Line
from simulator.start import Simulator, start
from skill.settings import Settings
from tests.paths import ROOT

MORNING = datetime(2026, 11, 22, 8, 0, 0, tzinfo=UTC)
SPOKEN = re.compile(r"^\*\*(?P<who>You|Alexa):\*\* (?P<what>.+)$")
NOTE = re.compile(r"\*\((?P<note>[^)]*)\)\*")
AFTER = re.compile(r"after (?:(?P<minutes>\d+) min )?(?P<seconds>\d+) s")
A_PAUSE = re.compile(r"\d+ s")


@dataclass(frozen=True)
class Exchange:
    """What somebody says, after how many seconds of the reply before, and what is heard then.

    The parts are what the page quotes; between two of them it leaves something out.
    """

    says: str
    after: float | None
    parts: tuple[str, ...]


def conversations() -> dict[str, list[Exchange]]:
    """By its heading, each conversation of the page."""
    sections = re.split(r"^## ", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.M)
    found = {section.splitlines()[0]: _exchanges(section) for section in sections[1:]}
    return {heading: talk for heading, talk in found.items() if talk}


def _exchanges(section: str) -> list[Exchange]:
    quoted = [line[1:].strip() for line in section.splitlines() if line.startswith(">")]
    paragraphs = [" ".join(one.split()) for one in "\n".join(quoted).split("\n\n")]
    spoken = [match for one in paragraphs if (match := SPOKEN.match(one))]
    exchanges = []
    for you, alexa in zip(spoken[::2], spoken[1::2], strict=True):
        assert (you["who"], alexa["who"]) == ("You", "Alexa")
        after = AFTER.search(you["what"])
        seconds = 60.0 * int(after["minutes"] or 0) + int(after["seconds"]) if after else None
        exchanges.append(
            Exchange(NOTE.sub("", you["what"]).strip(), seconds, _parts(alexa["what"]))
        )
    return exchanges


def _parts(text: str) -> tuple[str, ...]:
    """What stands between two notes; a note that only tells a silence separates nothing."""
    whole = NOTE.sub(lambda note: "" if A_PAUSE.fullmatch(note["note"]) else "\0", text)
    return tuple(" ".join(part.split()) for part in whole.split("\0") if part.strip())


@pytest.fixture(scope="module")
def simulator() -> Simulator:
    return start(Settings())


@pytest.mark.parametrize("heading", conversations())
def test_the_skill_says_what_the_page_says(simulator: Simulator, heading: str) -> None:
    ids = count(1)
    conversation = simulator.conversation(lambda: MORNING, lambda: f"id-{next(ids)}")
    for exchange in conversations()[heading]:
        heard = conversation.take(Line(say=exchange.says, after=exchange.after))
        texts = [cue.text for cue in heard.play.cues] if heard.play else [heard.speech]
        rest = " ".join(" ".join(texts).split())
        if len(exchange.parts) == 1 and not heard.play:
            assert rest == exchange.parts[0], exchange.says
        for part in exchange.parts:
            assert part in rest, exchange.says
            rest = rest.split(part, 1)[1]
