"""Serve the simulator on this machine alone: `python -m simulator.server`.

`PORT` sets the port, 5000 where it is not set; 0 takes any free one.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from simulator.app import create_app
from simulator.loopback import is_loopback
from simulator.start import StartError, start
from skill import settings
from skill.storage import choice
from skill.storage.choice import Bookmarks

DEFAULT_PORT = 5000
BOOKMARKS = Path(__file__).parents[1] / "build" / "bookmarks.sqlite"
"""Where nothing else is set. `make clean` deletes it, as this machine's user may."""
WAITING = 128
"""Connections that may wait for a thread."""


def main(
    arguments: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ
) -> int:
    """Serve until interrupted or told to stop; 0 then, 1 after a sentence that says why not."""
    options = _options(arguments)
    try:
        server = listen(options.host, _port(environment))
    except (StartError, settings.SettingsError) as error:
        print(error, file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, _stop)
    shown = f"[{server.host}]" if ":" in server.host else server.host
    print(f"Ankle Coach is at http://{shown}:{server.port} (Ctrl+C stops it).", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
    return 0


def _bookmarks() -> Bookmarks:
    """Those that the environment names; else a file beside what make builds."""
    return choice.from_environment() or choice.in_file(BOOKMARKS, "nobody but this machine")


def listen(host: str, port: int) -> BaseWSGIServer:
    """A server that listens, but does not serve yet.

    Raises:
        StartError: the address is not this machine's alone, or is taken; or nothing can be served.
        settings.SettingsError: a variable of the environment makes no sense.
    """
    if not is_loopback(host):
        raise StartError(
            f"Not serving on {host}, which others can reach: requests are not verified here, "
            "so use 127.0.0.1."
        )
    bound = _bound(host, port)
    try:
        app = create_app(
            start(settings.from_environment(), bookmarks=_bookmarks()), bound.getsockname()[1]
        )
    except (StartError, settings.SettingsError):
        bound.close()
        raise
    # The server takes a socket of its own from the number of this one.
    with bound:
        return make_server(
            host,
            bound.getsockname()[1],
            app,
            threaded=True,
            request_handler=_Quiet,
            fd=bound.fileno(),
        )


def _bound(host: str, port: int) -> socket.socket:
    """A listening socket. Bound here because werkzeug ends the program where a port is taken."""
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(WAITING)
    except OSError as error:
        bound.close()
        raise StartError(
            f"Port {port} of {host} cannot be used ({error.strerror}): "
            "choose another one, as in PORT=5001 make run."
        ) from None
    return bound


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m simulator.server",
        description="Serve Ankle Coach and its simulator on this machine alone.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="a loopback address")
    return parser.parse_args(arguments)


def _port(environment: Mapping[str, str]) -> int:
    given = environment.get("PORT", "").strip() or str(DEFAULT_PORT)
    if not (given.isascii() and given.isdigit() and len(given) <= 5 and int(given) <= 65_535):
        raise StartError(f"PORT is {given[:40]!r}: it takes a number from 1 to 65535.")
    return int(given)


def _stop(*_: Any) -> None:
    raise KeyboardInterrupt


class _Quiet(WSGIRequestHandler):
    """Says nothing of requests that were answered, and lets no silent one hold a thread."""

    timeout = 30

    def log_request(self, *_: Any) -> None:
        """Nothing."""


if __name__ == "__main__":
    sys.exit(main())
