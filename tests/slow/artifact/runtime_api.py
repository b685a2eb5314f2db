"""A small Lambda: its runtime API on this machine, and the artifact under Amazon's own client.

Amazon's client asks for events over HTTP, calls the handler and sends the answers back
(https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html). Like Lambda, this one lets a
process answer many events, kills one that does not answer in time, and then starts another.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import files
from pathlib import Path
from threading import Thread
from typing import Any

from tests.slow.artifact.artifact import ARTIFACT

HANDLER = "skill.lambda_function.handler"
CLIENT = ("awslambdaric", "simplejson", "snapshot-restore-py")
"""Amazon's client, and what it needs: nothing else can be imported beside the artifact."""
VERSION = "/2018-06-01/runtime"
PATIENCE = 30.0
"""Seconds for a process to start and answer on a busy machine."""

Told = tuple[str, Any]
"""How an invocation ended (response, error, or init/error), and the JSON that was told of it."""


class TimedOut(Exception):
    """The process did not answer in time, and was killed."""


class Lambda:
    """A function with the artifact; each process of it is started when an event needs one."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self._client = folder / "client"
        self._log = folder / "log"
        _install_client(self._client)
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None
        self._events: queue.Queue[tuple[str, Any]] = queue.Queue()
        self._told: queue.Queue[Told] = queue.Queue()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self._events, self._told))
        self._server.daemon_threads = True
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        self.started = 0

    def invoke(self, event: Any, seconds: float = PATIENCE) -> Told:
        """What the function makes of an event.

        Raises:
            TimedOut: it took longer than `seconds`; the process is gone.
        """
        if self._process is None or self._process.poll() is not None:
            self._start()
        self._events.put((f"request-{time.monotonic_ns()}", event))
        try:
            return self._told.get(timeout=seconds)
        except queue.Empty:
            self.kill()
            raise TimedOut(self.log()) from None

    def init(self) -> Told:
        """What a new process tells of itself before it takes any event: only if it fails."""
        self._start()
        return self._told.get(timeout=PATIENCE)

    def freeze(self) -> None:
        """Let the process do nothing more, as one that hangs."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=PATIENCE)
            self._process = None

    def close(self) -> None:
        """End everything."""
        self.kill()
        self._server.shutdown()
        self._server.server_close()

    def log(self) -> str:
        """What the processes wrote."""
        return self._log.read_text(encoding="utf-8")

    def _start(self) -> None:
        self.started += 1
        # Sorted out of everything but the standard library, the client and the artifact.
        program = (
            "import sys\n"
            f"sys.path[:0] = [{str(ARTIFACT)!r}, {str(self._client)!r}]\n"
            "from awslambdaric.__main__ import main\n"
            f"main(['awslambdaric', {HANDLER!r}])"
        )
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-B", "-W", "ignore", "-c", program],
                cwd=ARTIFACT,
                stdout=log,
                stderr=log,
                env={
                    "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{self._server.server_port}",
                    "AWS_LAMBDA_FUNCTION_NAME": "ankle-coach",
                    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
                    "LAMBDA_TASK_ROOT": str(ARTIFACT),
                    "_HANDLER": HANDLER,
                    "PATH": os.environ.get("PATH", ""),
                    **self._environment,
                },
            )


def _install_client(folder: Path) -> None:
    for package in CLIENT:
        for file in files(package) or ():
            if ".dist-info" not in str(file) and "__pycache__" not in str(file):
                into = folder / file
                into.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(Path(str(file.locate())), into)


def _handler(
    events: queue.Queue[tuple[str, Any]], told: queue.Queue[Told]
) -> type[BaseHTTPRequestHandler]:
    class RuntimeApi(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            assert self.path == f"{VERSION}/invocation/next"
            id, event = events.get()
            body = json.dumps(event).encode()
            try:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Lambda-Runtime-Aws-Request-Id", id)
                self.send_header("Lambda-Runtime-Deadline-Ms", str(int(1000 * time.time()) + 7000))
                self.send_header("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:x:1:x:x")
                self.end_headers()
                self.wfile.write(body)
            # Killed while it waited: the next process is to have the event.
            except OSError:
                events.put((id, event))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            how = self.path.removeprefix(f"{VERSION}/")
            told.put((how.split("/")[-1] if how.startswith("invocation") else how, _json(body)))
            self.send_response(202)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *arguments: Any) -> None:
            """Say nothing."""

    return RuntimeApi


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body.decode(errors="replace")
