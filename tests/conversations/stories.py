"""The conversations of `tests/conversations/`, told to the skill as an Echo would tell them.

What a person says becomes an intent by the committed interaction model, the intent a whole
request, and the request goes through the handler that Lambda calls. `tests/conversations/README.md`
says how to read and write a story.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

from simulator.conversation import Conversation, Exchange
from simulator.input_line import Line
from simulator.start import Simulator
from skill.library.types import Library
from tests.conversations.story import Act, Alexa, Broken, Hint, Story, Turn

FALLBACK = "AMAZON.FallbackIntent"
TOO_MANY_TURNS = 60
FIT_FOR_EXERCISE = {
    "safety-today": "no",
    "safety-person": "no",
    "clinician-seen": "yes",
    "last-sessions": "first time",
    "which-level": "one",
    "safety-bone": "no",
    "safety-walk": "no",
}
"""The questions before exercise, and what somebody answers who may exercise for the first time."""
OPPOSITE = {"yes": "no", "no": "yes"}
"""What is said of an id whose question asks for the opposite: "Can you take four steps?"."""
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def tell(id: str, story: Story, simulator: Simulator, library: Library) -> list[Exchange]:
    """Hold the conversation of a story and give all that was exchanged.

    Raises:
        Broken: something in it was not as expected.
    """
    return list(Telling(id, story, simulator, library).exchanges())


class Telling:
    """One story being told."""

    def __init__(self, id: str, story: Story, simulator: Simulator, library: Library) -> None:
        ids = count()
        self._id = id
        self._story = story
        self._library = library
        self._heard: Exchange | None = None
        self._conversation: Conversation = simulator.conversation(
            lambda: NOON, lambda: f"id-{next(ids)}", story.given.device, account=id
        )

    def exchanges(self) -> Iterator[Exchange]:
        """Each exchange, once it has been looked at."""
        for number, turn in enumerate(self._story.turns, start=1):
            for line in self._lines(number, turn):
                self._heard = heard = self._conversation.take(line)
                self._look_at(number, turn, heard)
                yield heard
            self._compare(number, turn)
        if self._conversation.session_open != (self._story.ends == "open"):
            raise self._broken(len(self._story.turns), f"the story ends {self._story.ends}")

    def _lines(self, number: int, turn: Turn) -> Iterator[Line]:
        if turn.until is None:
            yield Line(say=turn.says, event=turn.event, after=turn.after)
            return
        for _ in range(TOO_MANY_TURNS):
            heard = self._heard
            if heard and turn.until in _reached(heard):
                return
            asking = _asking(heard) if heard else None
            if asking is None:
                raise self._broken(number, f"a question, until {turn.until}")
            yield Line(say=self._answer_to(asking))
        raise self._broken(number, f"{turn.until} within {TOO_MANY_TURNS} questions")

    def _answer_to(self, asking: str) -> str:
        answers = FIT_FOR_EXERCISE | self._story.answers
        flag, gate = self._library.red_flags.get(asking), self._library.gates.get(asking)
        if flag is not None and flag.asked_as is not None:
            said = answers.get(asking, "no")
            return OPPOSITE.get(said, said)
        places = [id for id in self._places_of(asking) if answers.get(id) == "yes"]
        if places:
            return self._library.words["en"].findings[places[0]].name
        if asking in answers or gate is None:
            return answers.get(asking, self._story.otherwise)
        return "yes" if any(part in answers for part in gate.opens) else self._story.otherwise

    def _places_of(self, choice: str) -> tuple[str, ...]:
        """The places that can be named in answer to an open question."""
        gates = self._library.gates.values()
        return next((gate.opens for gate in gates if gate.choice == choice), ())

    def _look_at(self, number: int, turn: Turn, heard: Exchange) -> None:
        """What holds in every turn of every story."""
        missed = any(act.startswith("missed") for act in heard.acts)
        if missed and turn.intent is None:
            raise self._broken(number, "words that mean something")
        if turn.intent == "fallback" and set(heard.heard) != {"words"}:
            raise self._broken(number, "words that mean nothing")
        if heard.session_open != (heard.reprompt is not None):
            raise self._broken(number, "a question exactly where the session stays open")

    def _compare(self, number: int, turn: Turn) -> None:
        """What this turn says that it expects."""
        heard = self._heard
        if heard is None:
            raise self._broken(number, "something to be said before")
        result = result_of(heard)
        expected = {
            "asking": turn.asking,
            "care": turn.care,
            "matches": turn.matches,
            "flags": turn.flags if turn.flags is None else tuple(sorted(turn.flags)),
            "session": turn.session,
        }
        got = {
            "asking": heard.asking,
            "care": result.get("care"),
            "matches": tuple(result.get("matches", ())),
            "flags": tuple(sorted(result.get("flags", ()))),
            "session": "open" if heard.session_open else "closed",
        }
        for what, value in expected.items():
            if value is not None and value != got[what]:
                raise self._broken(number, f"{what} {_plain(value)}, not {_plain(got[what])}")
        if turn.alexa is not None and not _is_said(turn.alexa, heard):
            raise self._broken(number, f"Alexa to say {_shown(turn.alexa)}")

    def _broken(self, number: int, expected: str) -> Broken:
        heard = self._heard
        lines = [
            f"tests/conversations/{self._id.replace(':', '.yaml: ', 1)}, turn {number}",
            f"expected: {expected}",
        ]
        if heard is not None:
            lines += [
                f"said:     {heard.said or self._story.turns[number - 1].event}",
                f"heard:    {heard.heard}",
                f"got:      {', '.join(heard.acts)}",
                f"          {heard.speech}",
                f"state:    {(heard.response or {}).get('sessionAttributes')}",
            ]
        return Broken("\n  ".join(lines))


def exercise_of(heard: Exchange) -> str | None:
    """The exercise of which a reply plays a set, or None."""
    played = (act.partition(":")[2] for act in heard.acts if act.startswith("set:"))
    return next(played, None)


def routine_of(heard: Exchange) -> str | None:
    """The routine that a reply begins, or None."""
    attributes = (heard.response or {}).get("sessionAttributes") or {}
    wanted: dict[str, Any] = attributes.get("workout", {}).get("wish", {})
    return wanted.get("routine") if "routine-start" in heard.acts else None


def _reached(heard: Exchange) -> set[str | None]:
    """What of that which a person can go on to is there."""
    told = {"result"} if result_of(heard) else set()
    coached = {"exercise"} if exercise_of(heard) else set()
    return {_asking(heard), *told, *coached}


def _asking(heard: Exchange) -> str | None:
    """The id of what is asked: of the check, or else of the questions before exercise."""
    attributes = (heard.response or {}).get("sessionAttributes") or {}
    pending: str | None = attributes.get("pending")
    return pending if pending in FIT_FOR_EXERCISE else heard.asking


def result_of(heard: Exchange) -> dict[str, Any]:
    """The result that a reply carries, or nothing."""
    attributes = (heard.response or {}).get("sessionAttributes") or {}
    result: dict[str, Any] = attributes.get("result") or {}
    return result


def _is_said(alexa: Alexa, heard: Exchange) -> bool:
    """Whether those acts are said and no others, one by one, and the words are heard among them."""
    expected = _listed(alexa)
    words = [hint.words for hint in expected if isinstance(hint, Hint) and hint.words]
    choices = [choice for act in expected if (choice := _choice(act))]
    said = not choices or (
        len(choices) == len(heard.acts)
        and all(act in choice for act, choice in zip(heard.acts, choices, strict=True))
    )
    return said and all(some.lower() in heard.speech.lower() for some in words)


def _listed(alexa: Alexa) -> tuple[Act, ...]:
    return alexa if isinstance(alexa, tuple) else (alexa,)


def _choice(act: Act) -> tuple[str, ...]:
    return act.any if isinstance(act, Hint) else (act,)


def _plain(value: object) -> str:
    return ", ".join(value) or "none" if isinstance(value, tuple) else str(value)


def _shown(alexa: Alexa) -> str:
    return ", ".join(
        f'"{act.words}"' if isinstance(act, Hint) and act.words else " or ".join(_choice(act))
        for act in _listed(alexa)
    )
