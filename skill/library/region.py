"""A text in the words of a locale."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

Regional = Callable[[str], str]


def as_written(text: str) -> str:
    """The text as it stands in the content."""
    return text


def regional(instead: Mapping[str, str]) -> Regional:
    """A function that replaces each key of `instead`, as a whole word, with its value.

    Where two keys fit, the first counts. A capital letter stays a capital letter.
    """
    if not instead:
        return as_written
    by_small = {old.lower(): new for old, new in instead.items()}

    # Made when it is first used: that takes milliseconds, and a start needs hardly one of them.
    @cache
    def pattern() -> re.Pattern[str]:
        either = "|".join(map(re.escape, instead))
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def there(found: re.Match[str]) -> str:
        new = by_small[found[0].lower()]
        return new[0].upper() + new[1:] if found[0][0].isupper() else new

    return lambda text: pattern().sub(there, text)
