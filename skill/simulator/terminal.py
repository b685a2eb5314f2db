"""The conversation in a terminal, or from a pipe."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable

from skill.simulator.conversation import Conversation, Exchange
from skill.simulator.lines import EVENTS, Line, LineError, from_object, from_text

GREETING = """\
This is Ankle Coach, as on an Echo. Say "open ankle coach" to begin.
Type what you would say. /timeout is silence, /new-user is somebody else, Ctrl+D ends it."""

_WIDEST = 88
_YOU, _ALEXA, _ASIDE = "You:   ", "Alexa: ", "       "


class Terminal:
    """Reads lines, shows replies. `read` gives the next line and raises EOFError at the end."""

    def __init__(
        self, conversation: Conversation, read: Callable[[str], str], show: Callable[[str], None]
    ) -> None:
        self._conversation = conversation
        self._read = read
        self._show = show
        self._reprompt: str | None = None

    def talk(self) -> None:
        """Talk until there are no more lines."""
        while True:
            try:
                text = self._read(_YOU)
            except EOFError:
                return
            if not text.strip():
                continue
            try:
                line = _line(text)
                exchange = self._conversation.take(line)
            except LineError as error:
                self._aside(str(error))
                continue
            self._reply(line, exchange)

    def _reply(self, line: Line, exchange: Exchange) -> None:
        if line.event == "timeout" and self._reprompt:
            self._aside("(silence)")
            self._say(self._reprompt)
            self._aside("(silence)")
        self._reprompt = exchange.reprompt
        if exchange.speech:
            self._say(exchange.speech)
        if line.event == "new-user":
            self._aside("(Somebody else, who never opened the skill.)")
        elif not exchange.session_open:
            self._aside("(The session has ended. Whatever you say begins a new one.)")

    def _say(self, words: str) -> None:
        self._show(_wrapped(_ALEXA, words))

    def _aside(self, words: str) -> None:
        self._show(_wrapped(_ASIDE, words))


def _line(text: str) -> Line:
    if not text.startswith("/"):
        return from_text(text)
    event = text[1:].strip()
    if event not in EVENTS:
        raise LineError(f"After a slash comes one of {', '.join(EVENTS)}.")
    return from_object({"event": event})


def _wrapped(name: str, words: str) -> str:
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return textwrap.fill(
        words,
        width=max(width, 30),
        initial_indent=name,
        subsequent_indent=_ASIDE,
        break_on_hyphens=False,
    )
