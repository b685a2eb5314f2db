"""One session with the skill through the handler, and what holds after every turn of it."""

from __future__ import annotations

import json
import logging
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.dialog.attributes import carried_by
from skill.settings import Settings
from tests.alexa.exercise_session import could_not_play, timestamp
from tests.alexa.requests import REQUEST_ID, intent, launch, request
from tests.alexa.responses import assert_valid
from tests.alexa.sdk_requests import kinds
from tests.slow.fuzz.danger_requests import hear
from tests.slow.fuzz.dangers import Unsettled
from tests.slow.fuzz.people import Said
from tools.content.load import load

Json = dict[str, Any]

ASKED_AGAIN = 5
"""One request in so many is sent twice, for its reply is to be the same: that doubles its time."""
LIBRARY = load()
PAUSE = 30_000
"""Milliseconds of each stretch of a pause."""
PAUSES = 4
FORMS = {
    "event": re.compile("answered"),
    "request_id": re.compile(re.escape(REQUEST_ID) + "|unknown"),
    "type": re.compile("|".join(map(re.escape, [*kinds(), "unknown"]))),
    "ms": re.compile(r"[0-9]+\.[0-9]"),
}
"""The whole of a log line where nothing fails: these keys, with values of these forms."""
REFUSED = {
    "event": re.compile("refused"),
    "request_id": FORMS["request_id"],
    "reason": re.compile("it holds neither a request nor a session of Alexa's"),
}
"""And where what arrived is nobody's."""


class Broken(AssertionError):
    """A rule does not hold. `rule` is its name, the text what was found."""

    def __init__(self, rule: str, found: str) -> None:
        super().__init__(f"{rule}: {found}")
        self.rule = rule


class Lines(logging.Handler):
    """Keeps every line that anything logs."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line as it would be written, with the text of an exception."""
        self.heard.append(self.format(record))


@contextmanager
def lines() -> Iterator[list[str]]:
    """What is logged while this is open, by whatever part; nobody else hears of it meanwhile."""
    handler, root = Lines(), logging.getLogger()
    others, root.handlers = root.handlers, [handler]
    try:
        yield handler.heard
    finally:
        root.handlers = others


def assert_tells_nothing(line: str) -> None:
    """A line of the log has a known form, in which there is no place for anything said."""
    try:
        facts = json.loads(line)
        forms = [form for form in (FORMS, REFUSED) if facts.keys() == form.keys()]
    except (ValueError, AttributeError):
        forms = []
    for form in forms:
        if all(form[key].fullmatch(str(value)) for key, value in facts.items()):
            return
    raise Broken("no fault, and no word of it in the log", line)


@dataclass
class Session:
    """One person's session with the skill, as far as it has come."""

    skill: AnkleCoachSkill
    heard: list[str]
    attributes: Json = field(default_factory=dict)
    unsettled: Unsettled = field(default_factory=Unsettled)
    at: float = 0.0
    is_new: bool = True
    is_over: bool = False
    played: bool = False
    met: Counter[str] = field(default_factory=Counter)

    def take(self, said: Said) -> None:
        """One request and its reply.

        Raises:
            Broken: a rule does not hold in it.
        """
        event = self._event(said)
        hear(self.unsettled, event)
        reply = self.answered(event)
        asked_again = self.met["replies"] % ASKED_AGAIN == 0
        if asked_again and json.dumps(self.answered(event)) != json.dumps(reply):
            raise Broken("the same request gets the same reply", said.name)
        assert_holds(reply)
        self._go_on(said, reply)
        self.unsettled.read(reply)
        if plays(reply):
            self.met["sets"] += 1
            if standing := self.unsettled.standing():
                raise Broken("no set plays past what is unsettled", ", ".join(standing))

    def _event(self, said: Said) -> Json:
        self.at += said.after
        around: Json = {"attributes": deepcopy(self.attributes), "new": self.is_new}
        match said.name:
            case "launch":
                event = launch(**around)
            case "unheard":
                event = could_not_play(**around)
            case "end":
                event = request("SessionEndedRequest", reason="EXCEEDED_MAX_REPROMPTS", **around)
            case _:
                event = intent(said.name, said.slots, **around)
        event["request"] |= {"timestamp": timestamp(self.at), "locale": said.locale}
        self.is_new = False
        return event

    def answered(self, event: Json) -> Json:
        """The reply to any request, with a look at the log.

        Raises:
            Broken: it raised, or failed inside, or a line tells something.
        """
        self.heard.clear()
        try:
            reply = self.skill.answer(event, None)
        except Exception as fault:
            raise Broken("nothing escapes the handler", repr(fault)) from fault
        for line in self.heard:
            assert_tells_nothing(line)
        return reply

    def _go_on(self, said: Said, reply: Json) -> None:
        response = reply["response"]
        self.met["replies"] += 1
        self.played = "directives" in response
        self.is_over = said.name == "end" or response.get("shouldEndSession", False)
        kept = carried(reply)
        if "result" in kept and "result" not in self.attributes:
            self.met["results"] += 1
        if self.played and not plays(reply):
            self.met["pauses"] += 1
        if "shouldEndSession" not in response:
            return
        self.attributes = kept


def assert_holds(reply: Json) -> None:
    """What holds for the reply to any request, whatever it carried.

    Raises:
        Broken: it does not.
    """
    try:
        assert_valid(reply)
    except Exception as fault:
        raise Broken("every reply is valid", repr(fault)) from fault
    is_open = reply["response"].get("shouldEndSession") is False
    if is_open and carried_by(carried(reply), LIBRARY) is None:
        raise Broken("the skill accepts what it has just given", json.dumps(carried(reply)))


def carried(reply: Json) -> Json:
    """What the session carries on, as it comes back with the next request."""
    kept: Json = json.loads(json.dumps(reply.get("sessionAttributes") or {}))
    return kept


def plays(reply: Json) -> bool:
    """Whether a set is heard in a reply: it keeps the place at which that ends, or plays sounds.

    The silence of a pause, which is no set, is told by its stretches of half a minute.
    """
    coach = (reply.get("sessionAttributes") or {}).get("workout") or {}
    document = json.dumps(reply["response"].get("directives", []))
    is_pause = document.count(f'"duration": {PAUSE}') >= PAUSES
    return bool(coach.get("until")) or ("directives" in reply["response"] and not is_pause)


def new_session(heard: list[str], skill: AnkleCoachSkill | None = None) -> Session:
    """A session in which nothing was said."""
    return Session(skill or the_skill(), heard)


_SKILLS: list[AnkleCoachSkill] = []


def the_skill() -> AnkleCoachSkill:
    """The skill of a device of its own; loaded once."""
    if not _SKILLS:
        _SKILLS.append(build_skill(Settings(), load()))
    return _SKILLS[0]
