"""A pause in a set: what is named and taken up again is never later than what was audio.

The place is read from the response that was played. Whoever pauses is taken to have heard it
the stated allowance after the request that started it.
"""

from __future__ import annotations

from itertools import cycle
from typing import NamedTuple

import pytest

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import from_environment
from tests.alexa import audio
from tests.alexa.audio import Stretch
from tests.alexa.exercise_session import LONG, Coached, Json, about_to, timestamp
from tests.alexa.requests import intent
from tests.coaching import durations
from tools.content.load import load

SKILLS: dict[int, AnkleCoachSkill] = {
    allowance: build_skill(from_environment({"LATENCY_SECONDS": str(allowance)}), load())
    for allowance in (0, 3)
}
IN_SSML = build_skill(from_environment({"SET_SPEECH": "ssml"}), load())
DOSES = [
    (exercise, level)
    for exercise, level in durations.every_dose()
    if level in {1, len(durations.exercise(exercise)["levels"])}
]
"""The smallest and the largest of every exercise: what is between them differs in numbers only."""
LARGEST = [dose for dose in DOSES if dose == max(one for one in DOSES if one[0] == dose[0])]
EDGE = 0.02
"""Seconds within which of a border either side of it may be meant: moments are rounded."""
PAUSED_FOR = 47.0
SHORTEST_REST = 5.0
A_MILLISECOND_EACH = 0.001


class Part(NamedTuple):
    """A response that plays, who hears it, when it was asked for, and what follows it."""

    answer: Json
    attributes: Json
    asked_at: float
    stretches: list[Stretch]
    left_after: float


def parts_of(skill: AnkleCoachSkill, exercise: str, level: int) -> list[Part]:
    """An exercise as it is played without any pause."""
    coached = Coached(skill, about_to(exercise, level))
    asked_at, in_set = 0.0, 1
    answer = coached.says("AMAZON.StartOverIntent", asked_at)
    played: list[tuple[Json, Json, float, list[Stretch]]] = []
    while True:
        found = audio.stretches(answer, in_set)
        in_set = found[-1].set
        played.append((answer, coached.attributes, asked_at, found))
        if coached.attributes["pending"] == "how-much-pain":
            break
        asked_at += LONG
        answer = coached.says("ReadyIntent", asked_at)
    lengths = [sum(sound.lasts for sound in audio.dosed(part[0])) for part in played]
    return [Part(*part, sum(lengths[number + 1 :])) for number, part in enumerate(played)]


def moments(part: Part) -> list[float]:
    """Seconds into a part: in its set-up, around the borders of some stretches, and on a grid."""
    begins, ends = part.stretches[0].begins, part.stretches[-1].ends
    step = max(1, len(part.stretches) // 3)
    borders = [one.begins + by for one in part.stretches[1::step] for by in (-0.05, 0.05)]
    grid = [begins + (ends - begins) * (number + 0.37) / 3 for number in range(3)]
    return sorted({begins / 2, *borders, *grid})


def at(part: Part, moment: float) -> int:
    """The index of the stretch that is heard; what comes before the first one counts to it."""
    return max((i for i, one in enumerate(part.stretches) if one.begins <= moment), default=0)


def left_from(part: Part, index: int, moment: float | None = None) -> float:
    """Seconds of the dose from a stretch on to the end of the exercise.

    A wait, a rest or a switch goes on at its `moment`, and lasts five seconds more at least.
    """
    stretch = part.stretches[index]
    begins = stretch.begins
    if moment is not None and stretch.waits:
        shortest = min(SHORTEST_REST, stretch.ends - stretch.begins)
        begins = min(max(moment, begins), stretch.ends - shortest)
    led_in = 2.0 if index == 0 and audio.is_led_in(audio.sounds(part.answer)) else 0.0
    return part.stretches[-1].ends - begins - led_in + part.left_after


def named(answer: Json) -> tuple[int, int] | None:
    """The set and the repetition at which it is said to be paused; None between repetitions."""
    texts = [sound.text for sound in audio.sounds(answer)]
    found = [match for text in texts if (match := audio.says("paused", text))]
    between = [text for text in texts if audio.says("paused-between", text)]
    assert len(found) + len(between) == 1, texts
    return (int(found[0]["set"]), int(found[0]["repetition"])) if found else None


def left_when_resumed(coached: Coached, when: float) -> tuple[Json, float]:
    """The answer to "resume", and the seconds of the dose that are played from then on."""
    answer = coached.says("AMAZON.ResumeIntent", when)
    parts = coached.to_the_end(answer, when)
    return answer, sum(sound.lasts for part in parts for sound in audio.dosed(part))


def assert_nothing_is_skipped(
    skill: AnkleCoachSkill, part: Part, moment: float, allowance: float
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

    places = [part.stretches[one] for one in meant]
    assert told in [(one.set, one.repetition) if one.repetition else None for one in places]
    assert any(left == pytest.approx(left_from(part, one, moment), abs=0.3) for one in meant)
    if told is not None:
        assert audio.is_led_in(audio.sounds(resumed))
        first = audio.dosed(resumed)[0]
        assert audio.number(first.text) == told[1]


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
            assert_nothing_is_skipped(skill, part, moment, allowance)


@pytest.mark.parametrize("exercise", ["clam", "calf-stretch", "slow-calf-lowering"])
def test_a_pause_finds_the_same_repetition_where_a_set_is_spoken_in_ssml(exercise: str) -> None:
    for part in parts_of(IN_SSML, exercise, 1):
        for moment in moments(part):
            assert_nothing_is_skipped(IN_SSML, part, moment, 3)


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
        assert told is None or told in [(one.set, one.repetition) for one in heard_so_far]


def test_a_resumed_repetition_is_led_in_by_two_seconds() -> None:
    (part, *_) = parts_of(SKILLS[3], "clam", 1)
    second = next(one for one in part.stretches if one.repetition == 2)
    coached = Coached(SKILLS[3], part.attributes)

    coached.says("AMAZON.PauseIntent", 3 + second.begins + 0.1)
    sounds = audio.sounds(coached.says("AMAZON.ResumeIntent", 200))

    first = audio.before_the_set(sounds)
    assert [sound.text for sound in sounds[first - 2 : first]] == ["Two.", "One."]
    assert [sound.lasts for sound in sounds[first - 2 : first]] == [1.0, 1.0]
    assert sounds[first].text.startswith("2, ")


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


# --- the times of requests --------------------------------------------------------------------


def paused_at(started: float | None, paused: float | None) -> tuple[tuple[int, int] | None, float]:
    """Where a set that was asked for at a moment is paused at another, and what is left of it."""
    coached = Coached(SKILLS[3], about_to("clam", 1))
    coached.says("AMAZON.StartOverIntent", started)
    told = named(coached.says("AMAZON.PauseIntent", paused))
    return told, left_when_resumed(coached, LONG)[1]


def test_the_times_of_both_requests_say_how_long_a_set_was_played() -> None:
    at_once = paused_at(0, 70)

    assert at_once[0] is not None
    assert paused_at(40, 110) == at_once
    assert paused_at(0, 110) != at_once
    assert paused_at(40, 70) != at_once


@pytest.mark.parametrize(("started", "paused"), [(None, 70.0), (0.0, None), (None, None)])
def test_without_one_of_the_times_it_is_taken_up_at_the_beginning_of_what_was_played(
    started: float | None, paused: float | None
) -> None:
    assert paused_at(started, paused) == (None, durations.takes("clam", 1))


def test_without_a_time_a_later_part_is_taken_up_at_its_own_beginning() -> None:
    several = [dose for dose in DOSES if len(parts_of(SKILLS[3], *dose)) > 1]
    assert several
    _, second, *_ = parts_of(SKILLS[3], *several[0])
    coached = Coached(SKILLS[3], second.attributes)

    coached.says("AMAZON.PauseIntent", None)
    _, left = left_when_resumed(coached, 9 * LONG)

    assert left == pytest.approx(left_from(second, 0), abs=A_MILLISECOND_EACH)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-22T12:01:10.250Z",
        "2026-11-22T13:01:10.250+01:00",
        "2026-11-22T07:01:10.25-05:00",
        "2026-11-22T12:01:10.250",
    ],
)
def test_a_time_is_understood_in_every_way_of_writing_it(written: str) -> None:
    coached = Coached(SKILLS[3], about_to("clam", 1))
    coached.says("AMAZON.StartOverIntent", 0)
    event = intent("AMAZON.PauseIntent", attributes=coached.attributes)
    event["request"]["timestamp"] = written

    said = SKILLS[3].answer(event, None)

    told = named(said)
    assert told is not None
    assert told == paused_at(0, 70.25)[0]


@pytest.mark.parametrize(
    "odd",
    [
        None,
        "",
        "soon",
        7,
        1_795_348_890_000,
        1.5e300,
        [],
        {},
        True,
        "2026-12-31T23:59:60Z",
        "2026-11-22T12:01:30+99:99",
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00+14:00",
        "1969-12-31T23:59:59Z",
        timestamp(-LONG),
    ],
)
def test_a_time_that_says_nothing_or_is_before_the_set_takes_it_up_at_its_beginning(
    odd: object,
) -> None:
    coached = Coached(SKILLS[3], about_to("clam", 1))
    coached.says("AMAZON.StartOverIntent", 0)
    event = intent("AMAZON.PauseIntent", attributes=coached.attributes)
    event["request"]["timestamp"] = odd

    said = SKILLS[3].answer(event, None)

    assert named(said) is None
    assert said["sessionAttributes"]["workout"].get("cue", 0) == 0


@pytest.mark.parametrize("far", ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00"])
def test_a_set_is_over_at_a_time_in_the_far_future(far: str) -> None:
    coached = Coached(SKILLS[3], about_to("clam", 1))
    coached.says("AMAZON.StartOverIntent", 0)
    pending = coached.attributes["pending"]
    event = intent("AMAZON.RepeatIntent", attributes=coached.attributes)
    event["request"]["timestamp"] = far

    said = SKILLS[3].answer(event, None)

    assert said["sessionAttributes"]["pending"] == pending
    assert "directives" not in said["response"]
