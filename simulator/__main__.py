"""Talk to the skill in a terminal: `python -m simulator [--json] [--device screen]`."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress

from simulator import keyboard, terminal
from simulator.envelope import INTERFACES, LOCALE
from simulator.playback import PACES, AtOnce, InTime, Playback
from simulator.start import StartError, random_id, start, true_time
from simulator.terminal import GREETING, Terminal
from skill import settings
from skill.storage import choice


def main(arguments: Sequence[str] | None = None) -> int:
    """Hold one conversation over standard input and output; 0 when it has ended."""
    options = _options(arguments)
    for stream in (sys.stdin, sys.stdout):
        # Whatever bytes come in, and whatever the terminal can show, the talk goes on.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        _talk(options)
    except (StartError, settings.SettingsError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
    except BrokenPipeError:
        # The reader has gone. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m simulator", description="Talk to Ankle Coach without an Echo."
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help='take a line of words, or an object with "say" or "event", and answer with an object',
    )
    parser.add_argument(
        "--device", choices=tuple(INTERFACES), default="speaker", help="the device to talk to"
    )
    parser.add_argument(
        "--locale", default=LOCALE, help="the language and country of the device, such as en-GB"
    )
    parser.add_argument(
        "--pace",
        choices=(*PACES, "instant"),
        default="quick",
        help="how fast a set plays in a terminal: 24 times as fast, as on an Echo, or at once",
    )
    parser.add_argument(
        "--heard",
        action="store_true",
        help="show under each line how it arrived, and what was read in it",
    )
    parser.add_argument(
        "--unseeded",
        action="store_true",
        help="an Alexa that learns nothing from whole sentences: words behind no carrier get lost",
    )
    return parser.parse_args(arguments)


def _talk(options: argparse.Namespace) -> None:
    bookmarks = choice.from_environment()
    simulator = start(settings.from_environment(), not options.unseeded, bookmarks)
    conversation = simulator.conversation(true_time, random_id, options.device, options.locale)
    if options.json:
        terminal.talk_in_json(conversation, sys.stdin, sys.stdout)
    elif sys.stdin.isatty():
        print(GREETING, end="\n\n")
        _edit_lines()
        Terminal(
            conversation, input, print, _playback(options.pace), shows_arrival=options.heard
        ).talk()
        print()
    else:
        Terminal(
            conversation, _echoed, _print_now, AtOnce(_print_now), shows_arrival=options.heard
        ).talk()


def _playback(pace: str) -> Playback:
    if pace in PACES and keyboard.can_be_watched():
        return InTime(_write_now, keyboard.watch, time.monotonic, PACES[pace])
    return AtOnce(_print_now)


def _edit_lines() -> None:
    """Let the arrow keys work where Python was built with readline."""
    with suppress(ImportError):
        import readline  # noqa: F401


def _echoed(prompt: str) -> str:
    """The next line of a pipe, shown as if it had been typed."""
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    if line.strip():
        _print_now(prompt + line.rstrip("\r\n"))
    return line.rstrip("\r\n")


def _write_now(text: str) -> None:
    print(text, end="", flush=True)


def _print_now(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
