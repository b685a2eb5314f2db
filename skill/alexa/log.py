"""Structured log lines, in JSON, that hold nothing of what anybody said.

An intent's name is an answer ("yes"), so it is not logged; nor are slots, attributes, speech or
the text of an exception, which may quote them.
"""

from __future__ import annotations

import json
import logging
import traceback
from pathlib import Path

_logger = logging.getLogger("ankle_coach")
_logger.setLevel(logging.INFO)

FRAMES = 20
"""Lines of code that are logged of the way an exception came; endless recursion has hundreds."""

LONGEST_ID = 200
"""Request ids come from outside; a longer one is cut."""


def answered(request_id: str, kind: str, milliseconds: float) -> None:
    """A request was answered. `kind` is its type, as far as it is a known one."""
    _write(logging.INFO, "answered", request_id, type=kind, ms=round(milliseconds, 1))


def refused(request_id: str, reason: str) -> None:
    """A request was not for this skill."""
    _write(logging.WARNING, "refused", request_id, reason=reason)


def failed(request_id: str, fault: BaseException) -> None:
    """An exception was answered with words: its type and the lines of code it came through."""
    frames = traceback.extract_tb(fault.__traceback__)
    way = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    _write(logging.ERROR, "failed", request_id, fault=type(fault).__name__, way=way[-FRAMES:])


def _write(level: int, what: str, request_id: str, **facts: object) -> None:
    line = {"event": what, "request_id": request_id[:LONGEST_ID], **facts}
    _logger.log(level, json.dumps(line))
