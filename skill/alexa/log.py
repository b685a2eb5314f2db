"""Structured log lines, in JSON, that hold nothing of what anybody said.

An intent's name is an answer ("yes"), so it is not logged; nor are slots, attributes, speech or
the text of an exception, which may quote them.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from logging import Logger

INFO, WARNING, ERROR = 20, 30, 40
"""Python's levels. Its `logging` is not imported for them, as that would cost the cold start."""

FRAMES = 20
"""Lines of code that are logged of the way an exception came; endless recursion has hundreds."""

REQUEST_ID = re.compile(r"amzn1\.[a-z-]{1,40}\.request\.[0-9a-f-]{1,64}")
"""Request ids come from outside. What is of another form is "unknown": it may say anything."""


def note_answer(request_id: str, kind: str, milliseconds: float) -> None:
    """Log an answer to a request. `kind` is the request's type, or "unknown"."""
    _write(INFO, "answered", request_id, type=kind, ms=round(milliseconds, 1))


def note_refusal(request_id: str, reason: str) -> None:
    """Log a request that was not for this skill."""
    _write(WARNING, "refused", request_id, reason=reason)


def note_failure(request_id: str, fault: BaseException) -> None:
    """Log an exception that was answered with words: its type and the lines it came through."""
    way: list[str] = []
    # It reads files of code, and what reports a failure must not fail.
    with suppress(Exception):
        import traceback

        frames = traceback.extract_tb(fault.__traceback__)
        way = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    _write(ERROR, "failed", request_id, fault=type(fault).__name__, way=way[-FRAMES:])


def note_store_failure(request_id: str, doing: str, fault: Exception) -> None:
    """Log that a bookmark could not be read, written or deleted. The fault quotes nothing of it."""
    _write(WARNING, "not stored", request_id, doing=doing, reason=str(fault))


def note_reminder_failure(request_id: str, doing: str, reason: str) -> None:
    """Log what Alexa's reminders did not do, with their status and code."""
    _write(WARNING, "not reminded", request_id, doing=doing, reason=reason)


def _write(level: int, what: str, request_id: str, **facts: object) -> None:
    """Write a line. A line that cannot be written is lost: no answer waits for the log."""
    if level == INFO and "logging" not in sys.modules:
        # Nobody has said where lines go, so one that is no warning would go nowhere. Lambda's
        # runtime and the web service have, before the first request.
        return
    known = isinstance(request_id, str) and REQUEST_ID.fullmatch(request_id) is not None
    line = {"event": what, "request_id": request_id if known else "unknown", **facts}
    with suppress(Exception):
        logger = _logger()
        if logger.isEnabledFor(level):
            # `log` would look through the stack for its caller, here always this function: a
            # thirtieth of a request.
            # With a space behind each colon, as queries of logs look for.
            text = msgspec.json.format(msgspec.json.encode(line), indent=0).decode()
            record = logger.makeRecord(logger.name, level, __file__, 0, text, (), None, "_write")
            logger.handle(record)


@cache
def _logger() -> Logger:
    """The house's logger, made when a line is first written."""
    import logging

    logger = logging.getLogger("ankle_coach")
    logger.setLevel(INFO)
    return logger
