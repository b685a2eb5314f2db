"""Serve the skill to Amazon: `python -m skill.web`.

`SKILL_ID` names the skill and is required. `HOST` and `PORT` say where to listen: at 127.0.0.1
and 8080 where they are not set, behind a proxy that speaks TLS.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from collections.abc import Mapping

from skill import settings
from skill.library.load import NotBuilt, load
from skill.storage import choice
from skill.web.app import ServiceError, create_app
from skill.web.server import Server

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8080


def main(environment: Mapping[str, str] = os.environ) -> int:
    """Serve until told to stop; 0 then, 1 after a sentence that says why not."""
    logging.basicConfig(format="%(message)s", stream=sys.stderr)
    # Warns of every request that waits a moment, and whenever every place is taken.
    logging.getLogger("waitress").setLevel(logging.ERROR)
    try:
        bookmarks = choice.from_environment(environment)
        app = create_app(settings.from_environment(environment), load(), bookmarks=bookmarks)
        host = environment.get("HOST", "").strip() or DEFAULT_HOST
        server = Server(app, host, _port(environment))
    except (NotBuilt, ServiceError, settings.SettingsError) as error:
        print(error, file=sys.stderr)
        return 1
    # The content never becomes garbage: who looks for some need not look through it. Measured:
    # 816 requests a second instead of 726.
    gc.freeze()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: server.stop())
    shown = f"[{server.host}]" if ":" in server.host else server.host
    print(f"Ankle Coach serves Alexa at http://{shown}:{server.port}/alexa.", flush=True)
    server.run()
    return 0


def _port(environment: Mapping[str, str]) -> int:
    given = environment.get("PORT", "").strip() or str(DEFAULT_PORT)
    if not (given.isascii() and given.isdigit() and len(given) <= 5 and int(given) <= 65_535):
        raise ServiceError(f"PORT is {given[:40]!r}: it takes a number from 1 to 65535.")
    return int(given)


if __name__ == "__main__":
    sys.exit(main())
