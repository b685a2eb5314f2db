"""A play in the terminal: all of it at once, or in time, to be held at any second."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from simulator.play import Play, PlayedCue

YOU, ALEXA, ASIDE = "You:   ", "Alexa: ", "       "
TIMED = "{:>6} "
"""The time of a cue, as wide as the names are."""

_WIDEST = 88


def wrap(front: str, words: str) -> str:
    """Words behind what stands in front of them, as wide as the terminal allows."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return textwrap.fill(
        words,
        width=max(width, 30),
        initial_indent=front,
        subsequent_indent=ASIDE,
        break_on_hyphens=False,
    )


PACES = {"quick": 24.0, "real": 1.0}
"""Seconds of a play that pass in a true one. Ten quick ones show the longest play there may be."""

TICK = 0.1
"""True seconds from one look at the clock to the next."""

_BAR = 20

Wait = Callable[[float], bool]
"""Waits at most so many true seconds, and tells whether a key was pressed."""


class Playback(Protocol):
    """A way of showing plays."""

    def __call__(self, play: Play, since: float) -> float | None:
        """Show a play from a second on; the second at which it was held, None for the end."""


class AtOnce:
    """Every cue on a line with its time, without waiting. `show` takes a line."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self._show = show

    def __call__(self, play: Play, since: float) -> None:
        for cue in play.cues:
            if cue.text and cue.at >= since:
                self._show(line_of(cue))


class InTime:
    """Sentences on lines of their own; counts beside a clock and a bar, in a line rewritten.

    `write` takes text as it is and `now` gives true seconds. `keys` opens the keyboard for as
    long as a play goes on. `pace` are seconds of the play in a true one.
    """

    def __init__(
        self,
        write: Callable[[str], None],
        keys: Callable[[], AbstractContextManager[Wait]],
        now: Callable[[], float],
        pace: float,
    ) -> None:
        self._write = write
        self._keys = keys
        self._now = now
        self._pace = pace

    def __call__(self, play: Play, since: float) -> float | None:
        began, at = self._now(), since
        waiting = [cue for cue in play.cues if cue.at >= since]
        held = False
        try:
            with self._keys() as wait:
                while at < play.seconds and not held:
                    self._tell(waiting, at)
                    self._rewrite(_status(play, at))
                    held = wait(TICK)
                    at = since + self._pace * (self._now() - began)
        except KeyboardInterrupt:
            held = True
        if held and at < play.seconds:
            self._rewrite(f"{clock(at)} of {clock(play.seconds)}, held.")
            self._write("\n")
            return round(at, 1)
        self._tell(waiting, play.seconds)
        self._rewrite("")
        self._write("\r")
        return None

    def _tell(self, waiting: list[PlayedCue], at: float) -> None:
        """Say the sentences that are due, and leave those that are not."""
        while waiting and waiting[0].at <= at:
            cue = waiting.pop(0)
            if _is_sentence(cue.text):
                self._rewrite("")
                self._write(f"\r{line_of(cue)}\n")

    def _rewrite(self, text: str) -> None:
        # Spaces, where a terminal without escape codes could not clear the line.
        width = max(shutil.get_terminal_size().columns - 1, 30)
        self._write("\r" + text[:width].ljust(width))


def line_of(cue: PlayedCue) -> str:
    """A cue with its time in front."""
    return wrap(TIMED.format(clock(cue.at)), cue.text)


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds, m:ss."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


def _status(play: Play, at: float) -> str:
    counted = [cue.text for cue in play.cues if cue.at <= at < cue.at + cue.lasts]
    done = "=" * int(_BAR * at / play.seconds)
    shown = "" if not counted or _is_sentence(counted[0]) else counted[0]
    return f"{TIMED.format(clock(at))}of {clock(play.seconds)} [{done:-<{_BAR}}] {shown}"


def _is_sentence(text: str) -> bool:
    return " " in text and text.endswith((".", "?", "!"))
