"""A YAML file as plain data: tables of sentences, and the content for tests that judge it.

The loader of the content is what those judge, so they do not read by it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

try:  # More than ten times faster, where PyYAML came with libyaml, as its wheels do.
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeLoader as Loader  # type: ignore[assignment]


def plain(file: Path) -> Any:
    """What a file holds."""
    # Both are safe: the one is the other in C.
    return yaml.load(file.read_text(encoding="utf-8"), Loader=Loader)
