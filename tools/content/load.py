"""The content as it lies in the checkout, read from its YAML once per process."""

from __future__ import annotations

from functools import cache

from skill.library.types import Library
from tools.content.check import checked
from tools.content.layout import CONTENT


@cache
def load() -> Library:
    """The whole checked content, so that an edit is heard at the next start.

    Raises:
        Faults: `content/` has faults; they are listed, each with its line.
    """
    return checked(CONTENT)
