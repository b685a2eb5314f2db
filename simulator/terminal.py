"""The conversation in a terminal, from a pipe, or in JSON for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TextIO

from simulator.conversation import Conversation
from simulator.exchange import Exchange
from simulator.input_line import EVENTS, Line, LineError, from_object, from_text
from simulator.play import Play
from simulator.playback import ALEXA, ASIDE, YOU, Playback, wrap

GREETING = """\
This is Ankle Coach, as on an Echo. Say "open ankle coach" to begin.
Type what you would say. /timeout is silence, /new-user is somebody else, Ctrl+D ends it.
A set plays 24 times as fast (--pace real, --pace instant). Any key holds it: say something at
that second, or press Enter to go on. "@95 pause" is said 95 seconds into it."""

_AT_A_SECOND = re.compile(r"@(?:(\d{1,4}):)?(\d{1,6}(?:\.\d+)?)\s+(?=\S)")


class Terminal:
    """Reads lines, shows replies. `read` gives the next line and raises EOFError at the end."""

    def __init__(
        self,
        conversation: Conversation,
        read: Callable[[str], str],
        show: Callable[[str], None],
        playback: Playback,
        shows_arrival: bool = False,
    ) -> None:
        self._conversation = conversation
        self._read = read
        self._show = show
        self._playback = playback
        self._shows_arrival = shows_arrival
        self._reprompt: str | None = None
        self._held: tuple[Play, float] | None = None

    def talk(self) -> None:
        """Talk until there are no more lines."""
        while True:
            try:
                text = self._read(YOU)
            except EOFError:
                return
            if text.strip():
                self._take(text)
            elif self._held is not None:
                self._play(*self._held)

    def _take(self, text: str) -> None:
        try:
            line = self._in_time(_line(text))
            exchange = self._conversation.take(line)
        except LineError as error:
            self._aside(str(error))
            return
        self._held = None
        self._reply(line, exchange)

    def _in_time(self, line: Line) -> Line:
        """The line at the second at which a play is held. Silence lets it play to the end."""
        if self._held is None or line.after is not None or line.event == "timeout":
            return line
        return replace(line, after=self._held[1])

    def _reply(self, line: Line, exchange: Exchange) -> None:
        if self._shows_arrival and exchange.said is not None:
            self._aside(arrival(exchange))
        if line.event == "timeout" and self._reprompt:
            self._aside("(silence)")
            self._say(self._reprompt)
            self._aside("(silence)")
        self._reprompt = exchange.reprompt
        if exchange.play is not None:
            self._play(exchange.play, 0.0)
        elif exchange.speech:
            self._say(exchange.speech)
        if line.event == "new-user":
            self._aside("(Somebody else, who never opened the skill.)")
        elif not exchange.session_open:
            self._aside("(The session has ended. Whatever you say begins a new one.)")

    def _play(self, play: Play, since: float) -> None:
        held = self._playback(play, since)
        self._held = None if held is None else (play, held)

    def _say(self, words: str) -> None:
        self._show(wrap(ALEXA, words))

    def _aside(self, words: str) -> None:
        self._show(wrap(ASIDE, words))


def arrival(exchange: Exchange) -> str:
    """How words arrived and what was read in them: the intent, its slots, each meaning."""
    slots = [f"{name} = {slot['value']}" for name, slot in exchange.slots.items()]
    read = [
        f"{name}: {value}" + (f" ← {exchange.origin[name]}" if name in exchange.origin else "")
        for name, value in _meanings(exchange)
    ]
    arrived = ", ".join([exchange.intent or "launch", *slots])
    return f"({arrived}. {'; '.join(read) or 'Nothing was read in it'}.)"


def _meanings(exchange: Exchange) -> list[tuple[str, object]]:
    whole = {name: value for name, value in exchange.heard.items() if name != "words"}
    findings = whole.pop("findings", {})
    return [*whole.items(), *findings.items()]


def _line(text: str) -> Line:
    if not text.startswith("@"):
        return _now(text)
    found = _AT_A_SECOND.match(text)
    if found is None:
        raise LineError('After @ come seconds and what is said then, as in "@95 pause".')
    minutes, seconds = found.groups(default="0")
    return replace(_now(text[found.end() :]), after=60 * float(minutes) + float(seconds))


def _now(text: str) -> Line:
    if not text.startswith("/"):
        return from_text(text)
    event = text[1:].strip()
    if event not in EVENTS:
        raise LineError(f"After a slash comes one of {', '.join(EVENTS)}.")
    return from_object({"event": event})


def talk_in_json(conversation: Conversation, lines: Iterable[str], output: TextIO) -> None:
    """Answer each line with an object; a line that cannot be taken with one that has `error`."""
    for text in lines:
        try:
            answer = conversation.take(from_text(text)).as_json()
        except LineError as error:
            answer = {"error": str(error)}
        print(json.dumps(answer), file=output, flush=True)
