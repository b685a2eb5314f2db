"""What is heard of a set, read from the response that Alexa gets and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple
from xml.etree import ElementTree

from skill.library.speech_length import spoken_seconds
from tests.alexa import apla
from tests.paths import CONTENT
from tests.yaml_file import plain

SPEECH = CONTENT / "words" / "en" / "speech" / "coach.yaml"
EXERCISES = CONTENT / "words" / "en" / "exercises"


class Sound(NamedTuple):
    """Words, and the seconds until the next; `timed` where a silence decides how many."""

    text: str
    lasts: float
    timed: bool


class Stretch(NamedTuple):
    """A repetition, or what is between repetitions (`repetition` is 0 then); `waits` if it does.

    `begins` and `ends` are seconds since the response began. A lead-in counts as the beginning
    of the repetition that it leads into.
    """

    begins: float
    ends: float
    set: int
    repetition: int
    waits: bool = False


def sounds(answer: dict[str, Any]) -> list[Sound]:
    """What is heard one after another, from APLA and what is said before it, or from SSML."""
    response = answer["response"]
    if "directives" in response:
        beside = ElementTree.fromstring(response["outputSpeech"]["ssml"]).text or ""
        items = apla.items(answer)
        timed = [Sound(apla.text(one), apla.seconds(one), one["type"] != "Speech") for one in items]
        return [Sound(beside, spoken_seconds(beside), False), *timed]
    # How digits are said does not matter here.
    ssml = re.sub("</?say-as[^>]*>", "", response["outputSpeech"]["ssml"])
    return list(_in_ssml(ElementTree.fromstring(ssml)))


def _in_ssml(root: ElementTree.Element) -> Iterator[Sound]:
    text, silent = (root.text or "").strip(), 0.0
    for pause in root:
        silent += int(pause.attrib["time"].removesuffix("ms")) / 1000
        following = (pause.tail or "").strip()
        if following:
            yield Sound(text, spoken_seconds(text) + silent, True)
            text, silent = following, 0.0
    yield Sound(text, spoken_seconds(text) + silent, silent > 0)


def question(answer: dict[str, Any]) -> str:
    """What is asked at the end."""
    last = sounds(answer)[-1]
    assert not last.timed
    return last.text


@cache
def says(id: str, text: str) -> re.Match[str] | None:
    """Whether a text is a phrasing of a statement or prompt, with what was filled in."""
    for pattern in _patterns(id):
        found = pattern.fullmatch(text)
        if found is not None:
            return found
    return None


@cache
def _patterns(id: str) -> tuple[re.Pattern[str], ...]:
    scene = plain(SPEECH)
    lines = {**scene["prompts"], **scene["statements"]}[id]["say"]
    return tuple(re.compile(_PLACEHOLDER.sub(_filled, re.escape(line))) for line in lines)


_PLACEHOLDER = re.compile(r"\\{([a-z]+)\\}")


def _filled(found: re.Match[str]) -> str:
    name = found[1]
    return rf"(?P<{name}>{'.+' if name in {'exercise', 'routine', 'phase', 'feel'} else '[0-9]+'})"


@cache
def walked_rests() -> frozenset[str]:
    """What is said in the rests of exercises that have words of their own for them."""
    read = (plain(file) for file in EXERCISES.glob("*.yaml"))
    return frozenset(words["rest"] for words in read if "rest" in words)


@cache
def feels() -> frozenset[str]:
    """What an exercise should feel like, as it is said alone in a short wait."""
    files = EXERCISES.glob("*.yaml")
    return frozenset(plain(file)["feel"] for file in files)


COUNTED = ("count-three", "count-two", "count-one")
SIDES = ("", "-left", "-right")
READY = tuple(f"get-ready{side}" for side in SIDES)
SOON = tuple(f"{soon}{side}" for soon in ("set-soon", "last-set") for side in SIDES)
SWITCH = ("switch-to-left", "switch-to-right")
BETWEEN = ("wait-now", "rest-now", *SWITCH)
SHORTEST_REST = 5.0
HELD_AT_ONCE = 10
"""Seconds of a hold that count as one repetition where a set is nothing but a hold."""


def before_the_set(heard: Sequence[Sound]) -> int:
    """How many sounds come before what the dose says: a set-up, and where it goes on, a lead-in.

    A part begins with a wait, a rest or a switch, or by two seconds of lead-in or the count-in.
    Which set it begins with may be told before, in fewer seconds than any rest has.
    """
    for index, sound in enumerate(heard):
        if _soon(sound) and sound.lasts < SHORTEST_REST:
            continue
        if any(says(id, sound.text) for id in (*BETWEEN, *READY, *SOON, "count-three")):
            return index
        if sound.text in walked_rests() or sound.text in feels():
            return index
        if says("count-two", sound.text):
            return index + 2
    raise AssertionError("no set is heard")


def is_led_in(heard: Sequence[Sound]) -> bool:
    """Whether the part begins within a set, with two seconds of lead-in."""
    first = before_the_set(heard)
    if not says("count-one", heard[first - 1].text):
        return False
    assert [sound.lasts for sound in heard[first - 2 : first]] == [1.0, 1.0]
    return True


def dosed(answer: dict[str, Any]) -> list[Sound]:
    """The sounds that the dose asks for: without the set-up, a lead-in and the question."""
    heard = sounds(answer)
    return heard[before_the_set(heard) : -1]


def stretches(answer: dict[str, Any], set_before: int = 1) -> list[Stretch]:
    """The repetitions and what is between them, in the order in which they are heard.

    `set_before` is the set that was on when this part began.
    """
    heard = sounds(answer)
    first = before_the_set(heard)
    at = sum(sound.lasts for sound in heard[:first])
    begins = at - 2.0 if is_led_in(heard) else at
    found: list[Stretch] = []
    in_set, kind = set_before, ""
    if first and (soon := _soon(heard[first - 1])):
        in_set = int(soon["set"])
    for sound in heard[first:-1]:
        now = _kind(sound.text, kind)
        if soon := _soon(sound):
            in_set = int(soon["set"])
        counted = number(sound.text) if now == "phase" else None
        goes_on = found and now == kind and not counted
        if goes_on:
            last = found.pop()
            found.append(last._replace(ends=at + sound.lasts, set=in_set))
        else:
            repetition = counted or 0
            waits = now in {"wait-now", "rest", "switch"}
            found.append(Stretch(begins, at + sound.lasts, in_set, repetition, waits))
        at += sound.lasts
        begins, kind = at, now
    return found


def _soon(sound: Sound) -> re.Match[str] | None:
    """Whether it tells which set comes."""
    return next(filter(None, (says(id, sound.text) for id in SOON)), None)


def number(text: str) -> int | None:
    """The repetition that begins with this text; none does within one."""
    if counted := says("count-repetition", text):
        return int(counted["repetition"])
    if says("count-hold", text):
        return 1
    held = says("count-held", text)
    return int(held["seconds"]) // HELD_AT_ONCE + 1 if held else None


def _kind(text: str, before: str) -> str:
    """What a text belongs to; the last three seconds of a hold are counted too."""
    if any(says(id, text) for id in COUNTED):
        return "phase" if before == "phase" else "count-in"
    if any(says(id, text) for id in SOON):
        return "rest"
    if any(says(id, text) for id in READY):
        return before or "wait-now"
    if any(says(id, text) for id in SWITCH):
        return "switch"
    if text in walked_rests():
        return "rest"
    if text in feels():
        return "wait-now"
    return next((id for id in ("wait-now", "rest-now") if says(id, text)), "phase").replace(
        "rest-now", "rest"
    )
