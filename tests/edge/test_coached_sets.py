"""Every dose through request JSON: as long as it says, whatever the device can play."""

from __future__ import annotations

import pytest

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import Settings, from_environment
from tests.edge import by_hand, heard
from tests.edge.coached import Coached, Json, about_to, could_not_play
from tools.content.load import load

IN_APLA: AnkleCoachSkill = build_skill(Settings(), load())
IN_SSML: AnkleCoachSkill = build_skill(from_environment({"SET_SPEECH": "ssml"}), load())
DEVICES = {
    "with APLA": (IN_APLA, True),
    "after it failed to play": (IN_APLA, False),
    "set to SSML": (IN_SSML, True),
}
DOSES = by_hand.every_dose()
on_every_device = pytest.mark.parametrize("device", DEVICES)
of_every_dose = pytest.mark.parametrize(("exercise", "level"), DOSES)

A_MILLISECOND_EACH = 0.001


def started(device: str, exercise: str, level: int) -> tuple[Coached, list[Json]]:
    """An exercise from its set-up to the question about pain, in all its parts."""
    skill, plays_apla = DEVICES[device]
    coached = Coached(skill, about_to(exercise, level), plays_apla=plays_apla)
    answer = coached.says("AMAZON.StartOverIntent", 0)
    return coached, coached.to_the_end(answer, 0)


@on_every_device
@of_every_dose
def test_an_exercise_sounds_as_long_as_its_dose_says(
    exercise: str, level: int, device: str
) -> None:
    _, parts = started(device, exercise, level)

    sounds = [sound for part in parts for sound in heard.dosed(part)]
    assert all(sound.timed for sound in sounds)
    assert sum(sound.lasts for sound in sounds) == pytest.approx(
        by_hand.takes(exercise, level), abs=A_MILLISECOND_EACH * len(sounds)
    )


@on_every_device
@of_every_dose
def test_every_repetition_of_a_dose_is_counted_once_and_in_its_order(
    exercise: str, level: int, device: str
) -> None:
    _, parts = started(device, exercise, level)

    counted = []
    in_set = 1
    for part in parts:
        found = heard.stretches(part, in_set)
        in_set = found[-1].set
        counted += [(one.set, one.repetition) for one in found if one.repetition]
    assert counted == by_hand.repetitions(exercise, level)


@on_every_device
@of_every_dose
def test_a_part_that_begins_within_a_set_is_led_in_for_two_seconds(
    exercise: str, level: int, device: str
) -> None:
    _, parts = started(device, exercise, level)

    for part in parts[1:]:
        sounds = heard.sounds(part)
        first = sounds[heard.before_the_set(sounds)]
        within = heard.says("count-repetition", first.text) is not None
        assert heard.is_led_in(sounds) is within


@pytest.mark.parametrize("device", DEVICES)
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
    assert heard.dosed(said)
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

    assert heard.dosed(said)[0].text == heard.dosed(failed)[0].text
    played, again = (sum(one.lasts for one in heard.dosed(x)) for x in (failed, said))
    assert again == pytest.approx(played, abs=0.1)


def test_what_a_device_reports_outside_of_exercises_changes_nothing() -> None:
    coached = Coached(IN_APLA, {"pending": "open-question"})

    said = coached.sends(could_not_play(), 0)

    assert coached.attributes["pending"] == "open-question"
    assert said["response"]["shouldEndSession"] is False
