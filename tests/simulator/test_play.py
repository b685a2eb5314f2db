"""What is heard of a reply, and when: words, silences, cues."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.play import PlayedCue, play_of
from skill.library.speech_length import spoken_seconds
from tests.simulator.sets import HOW_MUCH, SET, beat, in_apla, in_ssml, play, silence


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
        in_ssml("Well done."),
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
