"""The icons of the store, drawn from `icon.svg`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SOURCE = Path(__file__).with_name("icon.svg")
SIZES: Mapping[str, int] = {"small": 108, "large": 512}
"""Width and height in pixels, as the store wants them."""


def drawn(size: int) -> bytes:
    """The icon as PNG, so many pixels wide and high."""
    # Only who packages needs it: it is among the packages for tests.
    import resvg_py

    return resvg_py.svg_to_bytes(svg_path=str(SOURCE), width=size, height=size)
