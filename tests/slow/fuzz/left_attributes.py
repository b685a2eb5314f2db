"""Session attributes as the skill leaves them on walks, to be changed or sent again."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

from tests.slow.fuzz.people import anybody, says
from tests.slow.fuzz.session import Broken, Session, lines, new_session

Json = dict[str, Any]

GATHERED_FROM = 3_000


def gather(seed: int, requests: int = GATHERED_FROM) -> list[Json]:
    """Attributes that the skill left on walks: of each question and each set of fields, a few."""
    chance = Random(seed)
    kept: dict[tuple[Any, ...], list[Json]] = {}
    with lines() as heard:
        while requests > 0:
            session, person = new_session(heard), anybody(chance)
            for _ in range(60):
                said = says(chance, person, session.attributes, played=session.played)
                requests -= 1
                try:
                    session.take(said)
                # What is broken on the way there is told by the walks themselves.
                except Broken:
                    break
                if session.is_over:
                    break
                _keep(kept, session)
    return [attributes for some in kept.values() for attributes in some]


def _keep(kept: dict[tuple[Any, ...], list[Json]], session: Session) -> None:
    attributes = session.attributes
    if "pending" not in attributes:
        return
    kind = (attributes["pending"], *sorted(attributes), *sorted(attributes.get("workout", {})))
    some = kept.setdefault(kind, [])
    if len(some) < 2:
        some.append(deepcopy(attributes))
