"""A set in the terminal: what is shown while it plays, and what a key or a line does to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest

from simulator.conversation import Conversation
from simulator.matching import Matchers
from simulator.playback import AtOnce, InTime, Wait
from simulator.reminders import ReminderService
from simulator.terminal import Terminal
from skill.alexa.responder import Turn
from tests.simulator.sets import HOW_MUCH, SET, beat, in_apla, in_ssml, play, silence

NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
ENDED = in_ssml("Well done.")
NOTHING = {"invocationName": "ankle coach", "intents": [], "types": []}
MATCHERS = Matchers({"en-US": {"interactionModel": {"languageModel": NOTHING}}})


class Room:
    """A terminal that passes time only while somebody waits for a key.

    `keys` are true seconds at which a key is pressed; `leaves` one at which it is Ctrl+C.
    """

    def __init__(self, *keys: float, leaves: float | None = None) -> None:
        self.seconds = 100.0
        self.text = ""
        self.open = False
        self._keys = [100.0 + key for key in keys]
        self._leaves = None if leaves is None else 100.0 + leaves

    def write(self, text: str) -> None:
        self.text += text

    def now(self) -> float:
        return self.seconds

    @contextmanager
    def watched(self) -> Iterator[Wait]:
        self.open = True
        try:
            yield self._wait
        finally:
            self.open = False

    @property
    def lines(self) -> list[str]:
        """What stays on the screen."""
        kept = [line.split("\r")[-1] for line in self.text.split("\n")]
        return [line.rstrip() for line in kept if line.strip()]

    @property
    def rewritten(self) -> list[str]:
        """What stood in the line of the clock, one after another."""
        return [part.strip() for part in self.text.replace("\n", "\r").split("\r") if part.strip()]

    def in_time(self, pace: float) -> InTime:
        return InTime(self.write, self.watched, self.now, pace)

    def _wait(self, seconds: float) -> bool:
        self.seconds += seconds
        if self._leaves is not None and self.seconds >= self._leaves:
            self._leaves = None
            raise KeyboardInterrupt
        if self._keys and self.seconds >= self._keys[0]:
            self._keys.pop(0)
            return True
        return False


def test_at_once_every_cue_stands_on_a_line_with_its_time() -> None:
    shown: list[str] = []

    AtOnce(shown.append)(play(in_apla(beat("Rest.", 65_000), silence(30_000), beat("1, up", 5))), 0)

    assert shown == ["  0:00 Rest.", "  1:35 1, up"]


def test_in_time_a_play_takes_its_seconds_divided_by_the_pace() -> None:
    room = Room()

    held = room.in_time(24)(play(in_apla(beat("up", 240_000))), 0.0)

    assert held is None
    assert room.seconds - 100 == pytest.approx(10, abs=0.2)


def test_sentences_stay_and_counts_are_rewritten_beside_clock_and_bar() -> None:
    room = Room()

    room.in_time(1)(play(SET), 0.0)

    assert room.lines == ["  0:00 Get ready.", f"  0:07 {HOW_MUCH}"]
    assert any(
        line.startswith("0:03 of 0:09 [=====") and "1, up" in line for line in room.rewritten
    )
    assert any(line.startswith("0:06 of") and line.endswith("2, up") for line in room.rewritten)


def test_a_key_holds_the_play_at_its_second_and_leaves_the_keyboard_as_it_was() -> None:
    room = Room(2.0)

    assert room.in_time(2)(play(SET), 0.0) == pytest.approx(4.0, abs=0.3)
    assert not room.open
    assert "held" in room.lines[-1]


def test_control_c_holds_the_play_as_a_key_does() -> None:
    room = Room(leaves=2.0)

    assert room.in_time(2)(play(SET), 0.0) == pytest.approx(4.0, abs=0.3)
    assert not room.open


def test_a_play_that_was_held_goes_on_from_there() -> None:
    room = Room()

    assert room.in_time(1)(play(SET), 6.0) is None
    assert room.seconds - 100 == pytest.approx(play(SET).seconds - 6, abs=0.2)
    assert room.lines == [f"  0:07 {HOW_MUCH}"]


class Scripted:
    """A skill that plays a set at every launch and answers all else with few words."""

    def __init__(self) -> None:
        self.times: list[str] = []
        self.reminders = ReminderService()

    def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], Turn | None]:
        self.times.append(request["request"]["timestamp"].removeprefix("2026-11-22T"))
        launched = request["request"]["type"] == "LaunchRequest"
        return (SET if launched else ENDED), None


Talk = Callable[..., list[str]]


@pytest.fixture
def skill() -> Scripted:
    return Scripted()


@pytest.fixture
def talk(skill: Scripted) -> Talk:
    """Type lines into a terminal in a room; the skill's clock stands still. What is shown."""

    def type_lines(room: Room | None, *lines: str) -> list[str]:
        ids = count(1)
        conversation = Conversation(skill, MATCHERS, "app", lambda: NOON, lambda: f"id-{next(ids)}")
        typed = iter(lines)
        shown: list[str] = []

        def read(_: str) -> str:
            try:
                return next(typed)
            except StopIteration:
                raise EOFError from None

        playback = room.in_time(1) if room else AtOnce(shown.append)
        Terminal(conversation, read, shown.append, playback).talk()
        return shown

    return type_lines


def test_what_is_typed_while_a_play_is_held_is_said_at_that_second(
    talk: Talk, skill: Scripted
) -> None:
    talk(Room(4.0), "open ankle coach", "pause")

    assert skill.times == ["12:00:00Z", "12:00:04Z"]


def test_an_empty_line_lets_a_held_play_go_on(talk: Talk, skill: Scripted) -> None:
    room = Room(4.0)

    talk(room, "open ankle coach", "", "four")

    assert room.lines[-1] == f"  0:07 {HOW_MUCH}"
    assert skill.times == ["12:00:00Z", "12:00:13Z"]


def test_a_line_after_the_play_comes_when_it_is_over_and_answered(
    talk: Talk, skill: Scripted
) -> None:
    talk(None, "open ankle coach", "four", "thank you")

    assert skill.times == ["12:00:00Z", "12:00:13Z", "12:00:13Z"]


@pytest.mark.parametrize("line", ["@95 pause", "@1:35 pause", "@95.0   pause", "@95 /end"])
def test_a_line_can_name_the_second_at_which_it_is_said(
    talk: Talk, skill: Scripted, line: str
) -> None:
    talk(None, "open ankle coach", line)

    assert skill.times == ["12:00:00Z", "12:01:35Z"]


@pytest.mark.parametrize("line", ["@ pause", "@soon pause", "@95", "@-5 pause", "@5 /dance"])
def test_a_second_that_is_none_is_explained(talk: Talk, skill: Scripted, line: str) -> None:
    shown = talk(None, "open ankle coach", line)

    assert shown[-1].strip().startswith("After ")
    assert len(skill.times) == 1


def test_the_play_of_a_pipe_is_shown_as_lines_with_their_times(talk: Talk) -> None:
    shown = talk(None, "open ankle coach")

    assert shown == ["  0:00 Get ready.", "  0:03 1, up", "  0:05 2, up", f"  0:07 {HOW_MUCH}"]
