"""The keyboard of a terminal while something plays: it notices a key, and keeps it.

What was typed is left to whoever reads the next line, which is readline: without it a first key
would be taken for a whole line.
"""

from __future__ import annotations

import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from simulator.playback import Wait

try:
    import readline  # noqa: F401
    import termios
    import tty

    _COMPLETE = True
except ImportError:
    _COMPLETE = False


def can_be_watched() -> bool:
    """Whether keys can be noticed: in a terminal, on systems that can wait for one."""
    if not (_COMPLETE and sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        _pressed(0)
    except (OSError, ValueError):
        return False
    return True


@contextmanager
def watch() -> Iterator[Wait]:
    """Switch the keyboard to single keys without echo, and switch it back afterwards."""
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    # What was typed early is not thrown away, neither here nor afterwards.
    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        yield _pressed
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _pressed(seconds: float) -> bool:
    return bool(select.select([sys.stdin], [], [], seconds)[0])
