"""All that the skill can say, held against a checker of SSML that is not ours."""

from __future__ import annotations

import itertools
import json
import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from skill.alexa.skill import build_skill
from skill.coaching.timeline import Pace, pause, timeline
from skill.dialog.reply import Act
from skill.library.types import OneSide
from skill.settings import from_environment
from skill.voice.cues import parts_of
from skill.voice.ssml import ssml, text_ssml
from tests import node
from tests.alexa.exercise_session import Coached, about_to
from tests.coaching import durations
from tools.content.load import load

LIBRARY = load()
WORDS = LIBRARY.words["en"]
CHECKER = Path(__file__).parent / "check_ssml.js"
NUMBERS = (1, 2, 12, 45)
VARIANTS = range(6)
ONE = {"sets": 1, "repetitions": 1}
FIRST: tuple[OneSide | None, ...] = (None, "left")


def faults_of(texts: Iterable[str]) -> dict[str, Any]:
    """The SSML with faults, and what they are."""
    if not node.PACKAGES.is_dir():
        pytest.fail("The check of the speech is not installed: make test does it.")
    whole = list(dict.fromkeys(texts))
    done = subprocess.run(
        [node.node(), str(CHECKER)],
        input=json.dumps(whole),
        capture_output=True,
        env={"NODE_PATH": str(node.PACKAGES), "PATH": os.environ.get("PATH", "")},
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return {text: faults for text, faults in zip(whole, found, strict=True) if faults}


def names() -> list[str]:
    """Every name that can be filled in."""
    kinds = (WORDS.conditions, WORDS.routines, WORDS.exercises, WORDS.topics)
    named = [
        *(str(kind[id].name) for kind in kinds for id in kind),
        *(text for one in WORDS.findings.values() for text in (one.name, one.absent)),
        *(text for one in WORDS.red_flags.values() for text in (one.name, one.absent)),
    ]
    return [name for name in named if name]


def lines() -> Iterator[str]:
    """Every phrasing of every statement and prompt, and what is asked again."""
    for statement in WORDS.statements.values():
        yield from statement.say
    for prompt in WORDS.prompts.values():
        yield from (*prompt.say, prompt.reprompt)


def filled() -> Iterator[str]:
    """The same, with every name where one is wanted, and with numbers."""
    for line in lines():
        wanted = re.findall(r"{([a-z_]+)}", line)
        fillings = itertools.chain(names(), map(str, NUMBERS)) if wanted else ("",)
        for filling in fillings:
            yield line.format_map(dict.fromkeys(wanted, filling))


def texts(words: Any) -> Iterator[str]:
    """Every text in a part of the words, however deep."""
    if isinstance(words, str):
        yield words
    elif isinstance(words, dict):
        for inner in words.values():
            yield from texts(inner)
    elif isinstance(words, list | tuple | set | frozenset):
        for inner in words:
            yield from texts(inner)


def test_the_checker_finds_what_alexa_refuses() -> None:
    refused = [
        '<speak><break time="10001ms"/></speak>',
        "<speak>this & that</speak>",
        "<speak>this < that</speak>",
        "<speak><silence/></speak>",
        "no speech",
    ]

    assert set(faults_of([*refused, '<speak>Fine.<break time="10000ms"/></speak>'])) == {*refused}


def test_signs_that_mean_something_in_ssml_are_written_so_that_they_are_spoken() -> None:
    assert faults_of([text_ssml('Rest & go, 2 < 3 > 1, it\'s "fine".')]) == {}


def test_every_phrasing_with_everything_that_may_be_filled_in_is_sound() -> None:
    assert faults_of(map(text_ssml, filled())) == {}


def test_every_text_of_the_content_is_sound() -> None:
    # The lexicon is listened for, and never spoken.
    whole = msgspec.to_builtins(WORDS, enc_hook=lambda _: None)

    assert faults_of(map(text_ssml, texts(whole))) == {}


def test_every_set_at_every_level_and_pace_is_sound_in_every_phrasing() -> None:
    sets = [
        ssml(list(parts_of(WORDS, Act("set", id, numbers=ONE, cues=cues, first=first), variant)))
        for id, exercise in LIBRARY.exercises.items()
        for level in range(1, len(exercise.levels) + 1)
        for pace in Pace
        for cues in (timeline(exercise, level, pace),)
        for first in FIRST
        for variant in VARIANTS
    ]
    silence = Act("set", cues=pause())
    pauses = [ssml(list(parts_of(WORDS, silence, variant))) for variant in VARIANTS]

    assert faults_of([*sets, *pauses]) == {}


def test_every_response_that_coaches_in_ssml_is_sound() -> None:
    skill = build_skill(from_environment({"SET_SPEECH": "ssml"}), load())
    said = []
    for exercise, level in durations.every_dose():
        coached = Coached(skill, about_to(exercise, level))
        answers = coached.to_the_end(coached.says("AMAZON.StartOverIntent", 0), 0)
        answers += [coached.says(name, 9e5) for name in ("AMAZON.PauseIntent", "AMAZON.HelpIntent")]
        for answer in answers:
            response = answer["response"]
            said += [response["outputSpeech"]["ssml"], response["reprompt"]["outputSpeech"]["ssml"]]

    assert faults_of(said) == {}
