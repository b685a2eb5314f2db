"""A pause in a set: what is named and taken up again is never later than what was audio.

The place is read from the response that was played. Whoever pauses is taken to have heard it
the stated allowance after the request that started it.
"""

from __future__ import annotations

from itertools import cycle

import pytest

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.coaching.timeline import LONG_LEAD_IN, LONG_PAUSE
from skill.settings import from_environment
from tests.alexa import audio
from tests.alexa.audio import Stretch
from tests.alexa.exercise_session import LONG, Coached, about_to
from tests.alexa.pauses import (
    DOSES,
    LONG_REPETITION,
    SKILLS,
    Part,
    at,
    left_from,
    left_when_resumed,
    named,
    parts_of,
)
from tests.coaching import durations
from tools.content.load import load

IN_SSML = build_skill(from_environment({"SET_SPEECH": "ssml"}), load())

LARGEST = [dose for dose in DOSES if dose == max(one for one in DOSES if one[0] == dose[0])]
EDGE = 0.02
"""Seconds within which of a border either side of it may be meant: moments are rounded."""
PAUSED_FOR = 47.0


def moments(part: Part) -> list[float]:
    """Seconds into a part: in its set-up, around the borders of some stretches, and on a grid."""
    begins, ends = part.stretches[0].begins, part.stretches[-1].ends
    step = max(1, len(part.stretches) // 3)
    borders = [one.begins + by for one in part.stretches[1::step] for by in (-0.05, 0.05)]
    grid = [begins + (ends - begins) * (number + 0.37) / 3 for number in range(3)]
    return sorted({begins / 2, *borders, *grid})


def assert_nothing_is_skipped(
    skill: AnkleCoachSkill, exercise: str, part: Part, moment: float, allowance: float
) -> None:
    """A pause `moment` seconds into what is played, and then a resume."""
    index = at(part, moment)
    stretch = part.stretches[index]
    # A moment at a border may be either side of it.
    meant = {index} if moment - stretch.begins > EDGE else {index, max(index - 1, 0)}
    coached = Coached(skill, part.attributes)
    paused_at = part.asked_at + allowance + moment

    paused = coached.says("AMAZON.PauseIntent", paused_at)
    told = named(paused)
    resumed, left = left_when_resumed(coached, paused_at + PAUSED_FOR)

    assert told in [place_named(exercise, part.stretches[one]) for one in meant]
    expected = [
        left_from(part, one, moment + by, exercise) for one in meant for by in (-EDGE, 0, EDGE)
    ]
    assert any(left == pytest.approx(one, abs=0.3) for one in expected)
    if told is not None:
        assert audio.is_led_in(audio.sounds(resumed))
    if told is not None and told[1] is not None and is_short(exercise):
        assert audio.number(audio.dosed(resumed)[0].text) == told[1]


def is_short(exercise: str) -> bool:
    """Whether a repetition of it is taken up at its beginning, which is heard with its number."""
    phases = durations.exercise(exercise)["repetition"]["phases"]
    return bool(sum(phase["seconds"] for phase in phases) < LONG_REPETITION)


def place_named(exercise: str, stretch: Stretch) -> tuple[int, int | None] | None:
    """What a pause in a stretch names: of a hold of many seconds the set, of a walk nothing."""
    seconds = [one["seconds"] for one in durations.exercise(exercise)["repetition"]["phases"]]
    if not stretch.repetition or max(seconds) >= 60:
        return None
    is_hold = len(seconds) == 1 and seconds[0] >= 10
    return stretch.set, None if is_hold else stretch.repetition


@pytest.mark.parametrize(
    ("exercise", "level", "allowance"),
    [(*dose, allowance) for dose, allowance in zip(DOSES, cycle(SKILLS), strict=False)],
)
def test_a_pause_anywhere_is_named_and_taken_up_at_the_repetition_that_was_heard(
    exercise: str, level: int, allowance: int
) -> None:
    """The allowance moves every moment alike: half of the doses show each of the two."""
    skill = SKILLS[allowance]
    for part in parts_of(skill, exercise, level):
        for moment in moments(part):
            assert_nothing_is_skipped(skill, exercise, part, moment, allowance)


@pytest.mark.parametrize("exercise", ["clam", "calf-stretch", "slow-calf-lowering"])
def test_a_pause_finds_the_same_repetition_where_a_set_is_spoken_in_ssml(exercise: str) -> None:
    for part in parts_of(IN_SSML, exercise, 1):
        for moment in moments(part):
            assert_nothing_is_skipped(IN_SSML, exercise, part, moment, 3)


@pytest.mark.parametrize("true_delay", [0.0, 0.7, 1.99])
@pytest.mark.parametrize(("exercise", "level"), LARGEST)
def test_whole_seconds_of_alexas_clock_and_a_quick_device_name_no_later_repetition(
    exercise: str, level: int, true_delay: float
) -> None:
    skill = SKILLS[3]
    started = Coached(skill, about_to(exercise, level))
    # Alexa cuts fractions of a second off: the first request loses nearly a second by it.
    answer = started.says("AMAZON.StartOverIntent", 100.0)
    really_asked = 100.99
    found = audio.stretches(answer)
    for stretch in found[:: max(1, len(found) // 5)]:
        coached = Coached(skill, started.attributes)
        paused_at = float(int(really_asked + true_delay + stretch.begins + 0.5))
        told = named(coached.says("AMAZON.PauseIntent", paused_at))
        heard_so_far = [one for one in found if one.begins <= stretch.begins]
        assert told is None or told in [place_named(exercise, one) for one in heard_so_far]


@pytest.mark.parametrize(
    ("exercise", "level", "into", "said"),
    [
        ("calf-stretch", 1, 14, "hold, 20 seconds left."),
        ("calf-stretch", 1, 29, "hold, 10 seconds left."),
        ("calf-stretch", 1, 4, "And hold."),
        ("single-leg-stance", 3, 34, "hold, 30 seconds left."),
        ("ankle-push-isometric", 1, 26, "relax, and cross your ankles"),
        ("run-walk-two-minutes", 1, 45 + 17, "run, about 2 minutes left."),
        ("run-walk-two-minutes", 1, 45 + 107, "run, 20 seconds left."),
    ],
)
@pytest.mark.parametrize("meanwhile", ["AMAZON.ResumeIntent", "HowManyLeftIntent"])
def test_a_hold_is_taken_up_at_its_ten_and_says_what_is_left(
    exercise: str, level: int, into: int, said: str, meanwhile: str
) -> None:
    coached = Coached(SKILLS[3], about_to(exercise, level))
    answer, began = coached.says("AMAZON.StartOverIntent", 0), 0.0
    if coached.attributes["pending"] == "ready-question":  # A run begins a part of its own.
        answer, began = coached.says("ReadyIntent", LONG), LONG
    heard = audio.sounds(answer)
    first = next(i for i, sound in enumerate(heard) if audio.number(sound.text) == 1)
    at = began + 3 + sum(sound.lasts for sound in heard[:first]) + into + 0.5
    if meanwhile == "AMAZON.ResumeIntent":
        coached.says("AMAZON.PauseIntent", at)

    goes_on = audio.sounds(coached.says(meanwhile, at))

    first = audio.before_the_set(goes_on)
    assert goes_on[first].text == said


def test_a_resumed_repetition_is_led_in_by_two_seconds() -> None:
    (part, *_) = parts_of(SKILLS[3], "clam", 1)
    second = next(one for one in part.stretches if one.repetition == 2)
    coached = Coached(SKILLS[3], part.attributes)

    paused_at = 3 + second.begins + 0.1
    coached.says("AMAZON.PauseIntent", paused_at)
    sounds = audio.sounds(coached.says("AMAZON.ResumeIntent", paused_at + LONG_PAUSE - 1))

    first = audio.before_the_set(sounds)
    assert [sound.text for sound in sounds[first - 2 : first]] == ["Two.", "One."]
    assert [sound.lasts for sound in sounds[first - 2 : first]] == [1.0, 1.0]
    assert sounds[first].text.startswith("2, ")


def test_after_a_long_pause_there_is_time_to_get_back_into_place() -> None:
    (part, *_) = parts_of(SKILLS[3], "clam", 1)
    second = next(one for one in part.stretches if one.repetition == 2)
    coached = Coached(SKILLS[3], part.attributes)

    paused_at = 3 + second.begins + 0.1
    coached.says("AMAZON.PauseIntent", paused_at)
    sounds = audio.sounds(coached.says("AMAZON.ResumeIntent", paused_at + LONG_PAUSE + 1))

    first = next(i for i, sound in enumerate(sounds) if sound.text.startswith("2, "))
    assert [sound.text for sound in sounds[first - 3 : first]] == ["Three.", "Two.", "One."]
    assert sum(sound.lasts for sound in sounds[first - 4 : first]) == LONG_LEAD_IN


@pytest.mark.parametrize(("exercise", "level"), [dose for dose in DOSES if dose[1] == 1])
def test_a_pause_in_a_set_up_goes_on_at_its_breath(exercise: str, level: int) -> None:
    started = Coached(SKILLS[3], about_to(exercise, level))
    heard = audio.sounds(started.says("AMAZON.StartOverIntent", 0))
    at = heard[0].lasts
    breaths = heard[1 : audio.before_the_set(heard)]
    texts = {breath.text for breath in breaths}
    for breath in breaths:
        coached = Coached(SKILLS[3], started.attributes)
        coached.says("AMAZON.PauseIntent", 3 + at + breath.lasts / 2)
        resumed = audio.sounds(coached.says("AMAZON.ResumeIntent", 200))
        assert next(sound.text for sound in resumed if sound.text in texts) == breath.text
        at += breath.lasts


@pytest.mark.parametrize("name", ["ReadyIntent", "AMAZON.YesIntent"])
def test_ready_in_a_set_up_leads_to_the_count_and_yes_goes_on(name: str) -> None:
    coached = Coached(SKILLS[3], about_to("clam", 1))
    heard = audio.sounds(coached.says("AMAZON.StartOverIntent", 0))

    went_on = audio.sounds(coached.says(name, 3 + heard[0].lasts + heard[1].lasts / 2))

    expected = "Three." if name == "ReadyIntent" else heard[1].text
    assert expected in [sound.text for sound in went_on[:3]]
