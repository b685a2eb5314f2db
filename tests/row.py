"""The row of a table at which a test breaks, for a test that goes through a whole table.

A test of its own for each row costs some three milliseconds beside its work, on each core: rows
of which there are hundreds, and that take less, share a test.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def row(*names: object) -> Iterator[None]:
    """Add the names of a row to whatever is raised in it, to be printed below the failure."""
    try:
        yield
    except Exception as broken:
        broken.add_note(f"in the row: {', '.join(map(str, names))}")
        raise
