"""Sets that are paused and taken up again, and what is left of them."""

from __future__ import annotations

from typing import NamedTuple

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import from_environment
from tests.alexa import audio
from tests.alexa.audio import Stretch
from tests.alexa.exercise_session import LONG, Coached, Json, about_to
from tests.coaching import durations
from tools.content.load import load

SKILLS: dict[int, AnkleCoachSkill] = {
    allowance: build_skill(from_environment({"LATENCY_SECONDS": str(allowance)}), load())
    for allowance in (0, 3)
}

DOSES = [
    (exercise, level)
    for exercise, level in durations.every_dose()
    if level in {1, len(durations.exercise(exercise)["levels"])}
]
"""The smallest and the largest of every exercise: what is between them differs in numbers only."""

A_MILLISECOND_EACH = 0.001
SHORTEST_REST = 5.0


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


def at(part: Part, moment: float) -> int:
    """The index of the stretch that is heard; what comes before the first one counts to it."""
    return max((i for i, one in enumerate(part.stretches) if one.begins <= moment), default=0)


def left_from(
    part: Part, index: int, moment: float | None = None, exercise: str | None = None
) -> float:
    """Seconds of the dose from a stretch on to the end of the exercise.

    A wait, a rest or a switch goes on at its `moment`, and lasts five seconds more at least. A
    long repetition of a named exercise goes on within it.
    """
    stretch = part.stretches[index]
    begins = stretch.begins
    if moment is not None and stretch.waits:
        shortest = min(SHORTEST_REST, stretch.ends - stretch.begins)
        begins = min(max(moment, begins), stretch.ends - shortest)
    led_in = 2.0 if index == 0 and audio.is_led_in(audio.sounds(part.answer)) else 0.0
    if exercise is not None and moment is not None and stretch.repetition:
        begins += done_of(exercise, moment - begins - led_in)
    return part.stretches[-1].ends - begins - led_in + part.left_after


LONG_REPETITION = 15
TEN = 10


def done_of(exercise: str, over: float) -> float:
    """Seconds of a repetition that are not done again, when so many of it are over.

    Those before a hold and its full tens, and those before the short phase that came last.
    """
    seconds = [phase["seconds"] for phase in durations.exercise(exercise)["repetition"]["phases"]]
    if sum(seconds) < LONG_REPETITION or over < 0:
        return 0.0
    begins, before = 0.0, 0.0
    for number, lasts in enumerate(seconds):
        if over < begins + lasts or number == len(seconds) - 1:
            break
        before, begins = begins, begins + lasts
    if lasts < TEN:
        return before
    tens = [ten for ten in range(0, int(lasts), TEN) if lasts - ten >= TEN]
    return float(begins + max(ten for ten in tens if ten <= max(over - begins, 0)))


def named(answer: Json) -> tuple[int, int | None] | None:
    """The set and the repetition at which it is said to be paused; None between repetitions.

    In a hold the set alone is named, and in a walk or a run neither.
    """
    texts = [sound.text for sound in audio.sounds(answer)]
    found = [match for text in texts for id in PAUSED if (match := audio.says(id, text))]
    between = [text for text in texts if audio.says("paused-between", text)]
    assert len(found) + len(between) == 1, texts
    if not found:
        return None
    told = found[0].groupdict()
    return int(told["set"]), int(told["repetition"]) if "repetition" in told else None


PAUSED = ("paused", "paused-left", "paused-right", "paused-hold-left", "paused-hold-right")


def left_when_resumed(coached: Coached, when: float) -> tuple[Json, float]:
    """The answer to "resume", and the seconds of the dose that are played from then on."""
    answer = coached.says("AMAZON.ResumeIntent", when)
    parts = coached.to_the_end(answer, when)
    return answer, sum(sound.lasts for part in parts for sound in audio.dosed(part))
