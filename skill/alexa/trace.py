"""What the simulator may see of a turn. Nothing that ships listens."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class Turn(Struct, frozen=True):
    """The acts said, the belief over the candidates (best first), and what is being asked."""

    acts: tuple[str, ...]
    ranking: tuple[tuple[str, float], ...]
    asking: str | None


Trace = Callable[[Turn], None]
