"""A YAML file as plain data, for tests that judge the content by what its own files say.

The loader of the content is what they judge, so they do not read by it.
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
