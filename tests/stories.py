"""The conversations of `tests/conversations/`, told to the skill as an Echo would tell them.

What a person says becomes an intent by the committed interaction model, the intent a whole
request, and the request goes through the handler that Lambda calls. `tests/conversations/README.md`
says how to read and write a story.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from skill.library.types import Gate
from skill.library.yaml_files import read
from skill.simulator.conversation import Conversation, Exchange
from skill.simulator.lines import Line
from skill.simulator.start import Simulator

FOLDER = Path(__file__).with_name("conversations")
FALLBACK = "AMAZON.FallbackIntent"
TOO_MANY_TURNS = 60
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

Session = Literal["open", "closed"]


class Hint(Struct, frozen=True, forbid_unknown_fields=True):
    """`any`: one of these acts is said here. `words`: these are heard somewhere in the turn."""

    any: tuple[str, ...] = ()
    words: str | None = None


class Turn(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of `says`, `event` and `until`, and what is expected in return; None is not looked at.

    `until` goes on with the story's answers: to the `result`, or to the question of that id.
    """

    says: str | None = None
    event: Literal["launch", "timeout", "end", "new-user"] | None = None
    until: str | None = None
    intent: Literal["fallback"] | None = None
    alexa: str | tuple[str | Hint, ...] | None = None
    asking: str | None = None
    care: str | None = None
    matches: tuple[str, ...] | None = None
    flags: tuple[str, ...] | None = None
    session: Session | None = None


class Given(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands before the first word."""

    device: Literal["speaker", "screen"] = "speaker"


class Story(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A conversation. `answers` and `otherwise` are what the person answers in `until` turns."""

    title: str
    turns: tuple[Turn, ...]
    ends: Session
    given: Given = Given()
    answers: dict[str, str] = {}
    otherwise: str = "no"


class Broken(AssertionError):
    """A story went another way than it should; the message says where."""


def stories() -> dict[str, Story]:
    """Every story by `file:title`, in the order of the files."""
    return {
        f"{file.stem}:{story.title}": story
        for file in sorted(FOLDER.glob("*.yaml"))
        for story in msgspec.convert(read(file).data, tuple[Story, ...])
    }


def tell(id: str, story: Story, simulator: Simulator, gates: Mapping[str, Gate]) -> list[Exchange]:
    """Hold the conversation of a story and give all that was exchanged.

    Raises:
        Broken: something in it was not as expected.
    """
    return list(Telling(id, story, simulator, gates).exchanges())


class Telling:
    """One story being told."""

    def __init__(
        self, id: str, story: Story, simulator: Simulator, gates: Mapping[str, Gate]
    ) -> None:
        ids = count()
        self._id = id
        self._story = story
        self._gates = gates
        self._conversation: Conversation = simulator.conversation(
            lambda: NOON, lambda: f"id-{next(ids)}", story.given.device
        )

    def exchanges(self) -> Iterator[Exchange]:
        """Each exchange, once it has been looked at."""
        heard: Exchange | None = None
        for number, turn in enumerate(self._story.turns, start=1):
            for line in self._lines(number, turn, lambda: heard):
                heard = self._conversation.take(line)
                self._look_at(number, turn, heard)
                yield heard
            if heard is not None:
                self._compare(number, turn, heard)
        if heard is None or heard.session_open != (self._story.ends == "open"):
            raise self._broken(len(self._story.turns), heard, f"the story ends {self._story.ends}")

    def _lines(self, number: int, turn: Turn, last: Any) -> Iterator[Line]:
        if turn.until is None:
            yield Line(say=turn.says, event=turn.event)
            return
        for _ in range(TOO_MANY_TURNS):
            heard: Exchange | None = last()
            if heard is None or turn.until in (heard.asking, "result" if result_of(heard) else ""):
                return
            if not heard.asking:
                raise self._broken(number, heard, f"a question, until {turn.until}")
            yield Line(say=self._answer_to(heard.asking))
        raise self._broken(number, last(), f"{turn.until} within {TOO_MANY_TURNS} questions")

    def _answer_to(self, asking: str) -> str:
        answers = self._story.answers
        if asking in answers or asking not in self._gates:
            return answers.get(asking, self._story.otherwise)
        behind = self._gates[asking].opens
        return "yes" if any(part in answers for part in behind) else self._story.otherwise

    def _look_at(self, number: int, turn: Turn, heard: Exchange) -> None:
        """What holds in every turn of every story."""
        missed = heard.intent == FALLBACK
        if missed != (turn.intent == "fallback"):
            what = "words that no sample matches" if turn.intent else "words that a sample matches"
            raise self._broken(number, heard, what)
        if heard.session_open != (heard.reprompt is not None):
            raise self._broken(number, heard, "a question exactly where the session stays open")

    def _compare(self, number: int, turn: Turn, heard: Exchange) -> None:
        result = result_of(heard)
        got = {
            "asking": heard.asking,
            "care": result.get("care"),
            "matches": tuple(result.get("matches", ())),
            "flags": tuple(sorted(result.get("flags", ()))),
            "session": "open" if heard.session_open else "closed",
        }
        for what, value in got.items():
            expected = getattr(turn, what)
            if what == "flags" and expected is not None:
                expected = tuple(sorted(expected))
            if expected is not None and expected != value:
                raise self._broken(number, heard, f"{what} {expected}, not {value}")
        if turn.alexa is not None and not _is_said(turn.alexa, heard):
            raise self._broken(number, heard, f"Alexa to say {_shown(turn.alexa)}")

    def _broken(self, number: int, heard: Exchange | None, expected: str) -> Broken:
        got = heard or Exchange(None, None, {}, None, None, (), "", None, False, None)
        return Broken(
            f"tests/conversations/{self._id.replace(':', '.yaml: ', 1)}, turn {number}\n"
            f"  said:     {got.said or self._story.turns[number - 1].event} → {got.intent}\n"
            f"  expected: {expected}\n"
            f"  got:      {', '.join(got.acts)}\n"
            f"            {got.speech}\n"
            f"  state:    {(got.response or {}).get('sessionAttributes')}"
        )


def result_of(heard: Exchange) -> dict[str, Any]:
    """The result that a reply carries, or nothing."""
    attributes = (heard.response or {}).get("sessionAttributes") or {}
    result: dict[str, Any] = attributes.get("result") or {}
    return result


def _is_said(alexa: str | tuple[str | Hint, ...], heard: Exchange) -> bool:
    """Whether the acts are those, one by one and no other, and the words are among what is heard."""
    expected = (alexa,) if isinstance(alexa, str) else alexa
    words = [hint.words for hint in expected if isinstance(hint, Hint) and hint.words]
    choices = [
        (act,) if isinstance(act, str) else act.any
        for act in expected
        if isinstance(act, str) or act.any
    ]
    return all(some.lower() in heard.speech.lower() for some in words) and (
        not choices
        or len(choices) == len(heard.acts)
        and all(act in choice for act, choice in zip(heard.acts, choices, strict=True))
    )


def _shown(alexa: str | tuple[str | Hint, ...]) -> str:
    expected = (alexa,) if isinstance(alexa, str) else alexa
    return ", ".join(
        part if isinstance(part, str) else f'"{part.words}"' if part.words else " or ".join(part.any)
        for part in expected
    )
