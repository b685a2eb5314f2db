"""Every dose through request JSON: as long as it says, whatever the device can play."""

from __future__ import annotations

import pytest

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import Settings, from_environment
from skill.voice.apla import TONES
from skill.voice.parts import Tone
from tests.alexa import apla, audio
from tests.alexa.exercise_session import Coached, Json, about_to, could_not_play
from tests.coaching import durations
from tests.row import row
from tools.content.load import load

IN_APLA: AnkleCoachSkill = build_skill(Settings(), load())
IN_SSML: AnkleCoachSkill = build_skill(from_environment({"SET_SPEECH": "ssml"}), load())
DEVICES = {
    "with APLA": (IN_APLA, True),
    "after it failed to play": (IN_APLA, False),
    "set to SSML": (IN_SSML, True),
}
DOSES = durations.every_dose()
on_every_device = pytest.mark.parametrize("device", DEVICES)

A_MILLISECOND_EACH = 0.001


def started(device: str, exercise: str, level: int) -> tuple[Coached, list[Json]]:
    """An exercise from its set-up to the question about pain, in all its parts."""
    skill, plays_apla = DEVICES[device]
    coached = Coached(skill, about_to(exercise, level), plays_apla=plays_apla)
    answer = coached.says("AMAZON.StartOverIntent", 0)
    return coached, coached.to_the_end(answer, 0)


@on_every_device
def test_every_dose_sounds_as_long_as_it_says_each_repetition_once_and_later_parts_led_in(
    device: str,
) -> None:
    for exercise, level in DOSES:
        with row(exercise, level):
            _, parts = started(device, exercise, level)
            assert_sounds_as_long_as_it_says(parts, exercise, level)
            assert counted(parts) == durations.repetitions(exercise, level)
            assert_led_in_where_a_part_begins_within_a_set(parts)


def assert_sounds_as_long_as_it_says(parts: list[Json], exercise: str, level: int) -> None:
    sounds = [sound for part in parts for sound in audio.dosed(part)]
    assert all(sound.timed for sound in sounds)
    assert sum(sound.lasts for sound in sounds) == pytest.approx(
        durations.takes(exercise, level), abs=A_MILLISECOND_EACH * len(sounds)
    )


def counted(parts: list[Json]) -> list[tuple[int, int]]:
    """The set and the number of every repetition that is heard, in order."""
    heard = []
    in_set = 1
    for part in parts:
        found = audio.stretches(part, in_set)
        in_set = found[-1].set
        heard += [(one.set, one.repetition) for one in found if one.repetition]
    return heard


def assert_led_in_where_a_part_begins_within_a_set(parts: list[Json]) -> None:
    """By two seconds."""
    for part in parts[1:]:
        assert audio.is_led_in(audio.sounds(part)) is is_within_a_set(part)


def is_within_a_set(part: Json) -> bool:
    """Whether a part of an exercise begins at a repetition, and not around a set."""
    sounds = audio.sounds(part)
    first = sounds[audio.before_the_set(sounds)]
    return audio.says("count-repetition", first.text) is not None


@on_every_device
def test_a_set_is_played_in_the_way_that_the_device_can_hear(device: str) -> None:
    coached, (answer, *_) = started(device, "clam", 1)

    assert ("directives" in answer["response"]) is (device == "with APLA")
    again = coached.says("AMAZON.StartOverIntent", 9_000)
    assert ("directives" in again["response"]) is (device == "with APLA")


def test_after_one_failure_to_play_no_document_is_sent_in_this_session() -> None:
    coached = Coached(IN_APLA, about_to("clam", 1))
    assert "directives" in coached.says("AMAZON.StartOverIntent", 0)["response"]

    said = coached.sends(could_not_play(), 1)

    assert "outputSpeech" in said["response"]
    assert audio.dosed(said)
    for name in ("AMAZON.PauseIntent", "AMAZON.ResumeIntent", "SlowerIntent", "AMAZON.NextIntent"):
        assert "directives" not in coached.says(name, 60)["response"]


@pytest.mark.parametrize("after", [0.0, 15.0, 90.0, 9_000.0, None])
def test_a_set_that_was_not_played_is_heard_from_its_beginning_however_late_that_is_told(
    after: float | None,
) -> None:
    coached = Coached(IN_APLA, about_to("clam", 1))
    coached.says("AMAZON.StartOverIntent", 0)
    coached.says("AMAZON.PauseIntent", 90)
    failed = coached.says("AMAZON.ResumeIntent", 100)

    said = coached.sends(could_not_play(), None if after is None else 100 + after)

    assert audio.dosed(said)[0].text == audio.dosed(failed)[0].text
    played, again = (sum(one.lasts for one in audio.dosed(x)) for x in (failed, said))
    assert again == pytest.approx(played, abs=0.1)


def test_what_a_device_reports_outside_of_exercises_changes_nothing() -> None:
    coached = Coached(IN_APLA, {"pending": "open-question"})

    said = coached.sends(could_not_play(), 0)

    assert coached.attributes["pending"] == "open-question"
    assert said["response"]["shouldEndSession"] is False


def test_work_and_rest_each_begin_with_a_sound_of_their_own() -> None:
    for exercise, level in DOSES:
        with row(exercise, level):
            _, parts = started("with APLA", exercise, level)
            items = [item for part in parts for item in apla.items(part)]
            within = sum(is_within_a_set(part) for part in parts[1:])
            assert with_tone(items, "work") == durations.begun(exercise, level) + within
            assert with_tone(items, "rest") == durations.rests(exercise, level)


def with_tone(items: list[Json], tone: Tone) -> int:
    """How many items have a tone."""
    return sum(apla.tones(item) == [TONES[tone]] for item in items)
