"""SSML as it reads."""

from __future__ import annotations

import html
import re

_PAUSING = re.compile(r"</?(?:break|p|s|audio)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def without_tags(ssml: str) -> str:
    """SSML as it reads: pauses become spaces, entities become characters."""
    text = _TAG.sub("", _PAUSING.sub(" ", ssml))
    return " ".join(html.unescape(text).split())
