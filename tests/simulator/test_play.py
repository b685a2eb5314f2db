"""Replies that play: what is heard at which second, and how a terminal shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest

from simulator.conversation import Conversation
from simulator.matching import Matchers
from simulator.play import Play, PlayedCue, play_of
from simulator.playback import AtOnce, InTime, Wait
from simulator.reminders import ReminderService
from simulator.terminal import Terminal
from skill.alexa.responder import Turn
from skill.library.speaking import spoken_seconds
from tests.simulator.sets import HOW_MUCH, beat, in_apla, in_ssml, silence, speech

NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
ENDED = in_ssml("Well done.")
SET = in_apla(beat("Get ready.", 3000), beat("1, up", 2000), beat("2, up", 2000), speech(HOW_MUCH))
NOTHING = {"invocationName": "ankle coach", "intents": [], "types": []}
MATCHERS = Matchers({"en-US": {"interactionModel": {"languageModel": NOTHING}}})


def play(response: dict[str, Any]) -> Play:
    found = play_of(response)
    assert found is not None
    return found


# --- what is heard, and when ----------------------------------------------------------------------


def test_words_beside_a_silence_take_exactly_as_long_as_the_silence() -> None:
    assert play(in_apla(beat("1, up", 2000), beat("down", 3000), beat("2, up", 2000))).cues == (
        PlayedCue(0.0, 2.0, "1, up"),
        PlayedCue(2.0, 3.0, "down"),
        PlayedCue(5.0, 2.0, "2, up"),
    )


def test_a_silence_of_its_own_takes_its_time_and_says_nothing() -> None:
    assert play(in_apla(beat("Rest.", 1500), silence(28_500))).cues == (
        PlayedCue(0.0, 1.5, "Rest."),
        PlayedCue(1.5, 28.5, ""),
    )


def test_a_play_takes_as_long_as_its_cues_and_an_estimate_for_what_is_only_spoken() -> None:
    assert play(SET).seconds == pytest.approx(7 + spoken_seconds(HOW_MUCH))


def test_hundreds_of_cues_do_not_drift() -> None:
    found = play(in_apla(*(beat("up", 1100) for _ in range(200))))

    assert found.cues[-1].at == 218.9
    assert found.seconds == 220


def test_a_play_is_over_at_the_next_tenth_of_a_second() -> None:
    assert [play(in_apla(beat("up", lasts))).over for lasts in (7000, 7001, 7100)] == [7, 7.1, 7.1]


def test_words_that_take_longer_than_the_silence_beside_them_take_their_own_time() -> None:
    words = "Hold on to something that stands firmly"

    assert play(in_apla(beat(words, 500))).seconds == pytest.approx(spoken_seconds(words))


def test_output_speech_is_heard_before_what_is_in_apla() -> None:
    both = in_apla(beat("1, up", 2000))
    both["response"]["outputSpeech"] = {"type": "PlainText", "text": "Slower now."}

    spoken, exact = play(both).cues
    assert (spoken.at, spoken.text) == (0, "Slower now.")
    assert exact == PlayedCue(spoken.lasts, 2.0, "1, up")


def test_speech_with_the_breaks_of_a_set_is_a_play_by_estimate() -> None:
    found = play(in_ssml('1, up <break time="1500ms"/> down <break time="2s"/><break time="3s"/>'))

    up = spoken_seconds("1, up") + 1.5
    assert [cue.text for cue in found.cues] == ["1, up", "down"]
    assert [cue.at for cue in found.cues] == pytest.approx([0, up])
    assert [cue.lasts for cue in found.cues] == pytest.approx([up, spoken_seconds("down") + 5])


@pytest.mark.parametrize(
    "response",
    [
        ENDED,
        in_ssml(
            'Well done. <break time="800ms"/> Next is balance. <break strength="strong"/> Ready?'
        ),
        in_ssml(""),
        {},
        {"response": {"directives": [{"type": "Alexa.Presentation.APL.RenderDocument"}]}},
        {"response": None},
    ],
)
def test_ordinary_talk_is_no_play(response: dict[str, Any]) -> None:
    assert play_of(response) is None


@pytest.mark.parametrize(
    "odd",
    [
        {"type": "Silence", "duration": "long"},
        {"type": "Silence", "duration": -5},
        {"type": "Speech"},
        {"type": "Mixer"},
        {"type": "Audio", "source": "soundbank://bell"},
        "up",
        None,
    ],
)
def test_what_cannot_be_played_takes_no_time_and_breaks_nothing(odd: Any) -> None:
    assert play(in_apla(odd, beat("1, up", 2000))).cues == (PlayedCue(0.0, 2.0, "1, up"),)


# --- the terminal, with a keyboard and a clock that tests move ------------------------------------


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
