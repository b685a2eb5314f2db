"""Groups of findings that several rules ask for."""

from __future__ import annotations

INJURY = ("recent-twist-or-fall", "sudden-snap")
TENDON = ("lump-on-tendon", "tendon-swollen")
