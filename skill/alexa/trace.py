"""What the simulator may see of a turn. Nothing that ships listens."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from skill.understanding.heard import Heard


class Turn(Struct, frozen=True):
    """What was heard and said in a turn, the belief over the candidates, and what is asked.

    `heard` is None where nothing was said, as at a launch.
    """

    heard: Heard | None
    acts: tuple[str, ...]
    ranking: tuple[tuple[str, float], ...]
    asking: str | None


Trace = Callable[[Turn], None]
