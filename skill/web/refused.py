"""A request that is not taken for one of Amazon's."""

from __future__ import annotations


class Refused(Exception):
    """The message says why, for the log; the sender is told nothing of it."""
