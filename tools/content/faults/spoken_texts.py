"""What is heard: signs, forbidden words, length, and where the question mark stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from skill.library.speech_length import MOST_SECONDS, MOST_SECONDS_OF, spoken_seconds
from tools.content.faults import shape
from tools.content.faults.fault import Fault
from tools.content.faults.shelf import Filed, Shelf, walk
from tools.content.kinds import Style
from tools.content.yaml_files import Path

_QUESTIONS = {"ask", "reprompt", "plainer", "confirm"}
_SENTENCES = {
    *("why", "because", "about", "until", "seen_when"),
    *("setup", "setup_again", "feel", "safety", "without", "advice"),
}
_NAMES = {"name", "absent"}
_HEARD = {*_QUESTIONS, *_SENTENCES, *_NAMES, "say"}

_USUAL_SIGNS = ".,?':-"
_RESULT_SCENE = "result"


@dataclass(frozen=True)
class SpokenText:
    """One text that is spoken, and the key that says what it is for."""

    file: Filed
    path: Path
    key: str
    text: str

    @property
    def act(self) -> str | None:
        """The act id, where it is of a scene."""
        in_scene = self.file.kind.place == "speech" and len(self.path) > 1
        return str(self.path[1]) if in_scene else None

    @property
    def asks(self) -> bool:
        """Whether it is to be answered at once."""
        if self.act is not None:
            return self.path[0] == "prompts" and self.key == "say"
        return self.key in _QUESTIONS

    def fault(self, message: str) -> Fault:
        """A fault of this text."""
        return self.file.fault(message, *self.path)


_LISTENED_FOR = {"intents.yaml", "sentences.yaml", "listening", "style.yaml"}
"""Kinds of files of which nothing is spoken."""


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault of what is spoken, in every language."""
    for language in (*shelf.languages, *shelf.begun):
        style = _style(shelf, language)
        for file in shelf.files:
            if file.language == language and file.readable:
                for spoken in texts_of(file):
                    yield from _signs(spoken, style)
                    yield from _forbidden(spoken, style)
                    yield from _length(spoken, style)
                    yield from _ending(spoken)
                yield from _repeated(file)


def _style(shelf: Shelf, language: str) -> Style:
    """How a language is spoken; where that cannot be read, nothing is forbidden."""
    for file in shelf.of("style.yaml", language):
        if not any(shape.faults(file)):
            return msgspec.convert(file.document.data, Style)
    return Style(signs=_USUAL_SIGNS, forbidden={})


def texts_of(file: Filed) -> Iterator[SpokenText]:
    """Every text of a file that is spoken."""
    if file.kind.place in _LISTENED_FOR:
        return
    for path, value in walk(file.document.data):
        keys = [key for key in path if isinstance(key, str)]
        if isinstance(value, str) and value and keys and keys[-1] in _HEARD:
            yield SpokenText(file, path, keys[-1], value)


def _signs(spoken: SpokenText, style: Style) -> Iterator[Fault]:
    text = re.sub(r"\{\w*\}|[{}]", "", spoken.text) if spoken.act else spoken.text
    odd = sorted({sign for sign in text if not (sign.isalnum() or sign in f"{style.signs} ")})
    if odd:
        signs = " ".join("a line break" if sign == "\n" else f"`{sign}`" for sign in odd)
        known = " ".join(style.signs)
        yield spoken.fault(f"{signs} cannot be heard; use letters, digits and {known} only")


def _forbidden(spoken: SpokenText, style: Style) -> Iterator[Fault]:
    of_matches = spoken.file.kind.place in {"conditions", "look_alikes"} or (
        spoken.file.kind.place,
        spoken.file.name,
    ) == ("speech", _RESULT_SCENE)
    patterns = style.forbidden | (style.forbidden_of_matches if of_matches else {})
    for pattern, remedy in patterns.items():
        if found := re.search(pattern, spoken.text, re.IGNORECASE):
            yield spoken.fault(f'"{found[0]}" is never said: {remedy}')


def _length(spoken: SpokenText, style: Style) -> Iterator[Fault]:
    most = MOST_SECONDS_OF.get(spoken.act or "", MOST_SECONDS)
    seconds = spoken_seconds(spoken.text, style.seconds_a_character)
    if seconds > most:
        yield spoken.fault(
            f"saying this takes about {seconds:.1f} seconds; it may take {most:g}, so shorten it"
        )


def _ending(spoken: SpokenText) -> Iterator[Fault]:
    text = spoken.text
    if spoken.asks:
        if not text.endswith("?"):
            yield spoken.fault("this asks, so it ends with a question mark")
    elif spoken.key != "reprompt" and "?" in text:
        yield spoken.fault("nothing is asked here, so it holds no question mark")
    elif spoken.key in _SENTENCES and not text.endswith("."):
        yield spoken.fault("this is a whole sentence, so it ends with a full stop")
    elif spoken.key in _NAMES and text.endswith((".", ",", ":")):
        yield spoken.fault("this is spoken inside a sentence, so it ends with a word")


def _repeated(file: Filed) -> Iterator[Fault]:
    """Faults of second wordings that repeat the first one: they would help nobody."""
    for path, value in walk(file.document.data):
        if not isinstance(value, dict):
            continue
        first = [value.get("ask"), *_list(value.get("say"))]
        for key in ("reprompt", "plainer", "confirm"):
            again = value.get(key)
            if isinstance(again, str) and any(_plain(again) == _plain(text) for text in first):
                yield file.fault(f"`{key}` says the same once more; put it otherwise", *path, key)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _plain(text: object) -> str | None:
    return re.sub(r"\W+", " ", text).strip().lower() if isinstance(text, str) else None
