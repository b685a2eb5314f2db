"""The simulator, served on this machine as `make run` does, for as long as it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from simulator.server import listen


@contextmanager
def served() -> Iterator[str]:
    """The address of a simulator that answers."""
    server = listen("127.0.0.1", 0)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
