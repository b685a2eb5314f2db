"""Random walks through the handler by plausible requests.

A walk is a list of what is said, in one session. It can be walked again as it is, and a walk that
breaks a rule is made small: fewer requests, then simpler ones, as long as it breaks the same rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from tests.slow.fuzz.people import Person, Said, anybody, says
from tests.slow.fuzz.session import Broken, Json, Session, lines, new_session

MOST_TURNS = 70
MOST_TRIES = 3_000


@dataclass
class Found:
    """A rule that was broken, and the smallest walk found that breaks it."""

    broken: Broken
    walk: list[Said]

    def __str__(self) -> str:
        return "\n".join([str(self.broken), *(f"  {shown(said)}" for said in self.walk)])


def shown(said: Said) -> str:
    """What is said, in a line that can be read and copied into a test."""
    ids = {name: _resolved(one) or one["value"] for name, one in said.slots.items()}
    beside = ", ".join(f"{name}: {id}" for name, id in ids.items())
    return f"{said.name}{{{beside}}}" + ("" if said.after == 1.0 else f" after {said.after} s")


def _resolved(slot: Json) -> str | None:
    authority = slot["resolutions"]["resolutionsPerAuthority"][0]
    return authority["values"][0]["value"]["id"] if "values" in authority else None


def broken_by(walk: Sequence[Said], heard: list[str]) -> Broken | None:
    """The first rule that a walk breaks."""
    session = new_session(heard)
    try:
        for said in walk:
            if session.is_over:
                return None
            session.take(said)
    except Broken as broken:
        return broken
    return None


def made_small(walk: list[Said], broken: Broken, heard: list[str]) -> Found:
    """A walk that breaks the same rule with as few and as plain requests as can be found."""
    best = Found(broken, walk)
    tries = 0

    def better(other: list[Said]) -> bool:
        nonlocal best, tries
        tries += 1
        found = broken_by(other, heard) if other and tries < MOST_TRIES else None
        if found is None or found.rule != broken.rule:
            return False
        best = Found(found, other)
        return True

    length = len(walk) // 2
    while length:
        at = 0
        while at < len(best.walk):
            if not better(best.walk[:at] + best.walk[at + length :]):
                at += length
        length //= 2
    for at in range(len(best.walk)):
        for plainer in _plainer(best.walk[at]):
            better([*best.walk[:at], plainer, *best.walk[at + 1 :]])
    return best


def _plainer(said: Said) -> Iterator[Said]:
    yield replace(said, locale="en-US")
    yield replace(said, after=1.0)
    yield replace(said, locale="en-US", after=1.0)
    for name in said.slots:
        yield replace(
            said,
            locale="en-US",
            after=1.0,
            slots={other: value for other, value in said.slots.items() if other != name},
        )


@dataclass
class Tally:
    """What was met on the walks, and each rule that was broken, once."""

    met: Counter[str] = field(default_factory=Counter)
    found: list[Found] = field(default_factory=list)


def wander(requests: int, seed: int, *, most_faults: int = 1) -> Tally:
    """Walk until so many requests were answered, or so many faults were found."""
    chance = Random(seed)
    tally = Tally()
    with lines() as heard:
        while tally.met["replies"] < requests and len(tally.found) < most_faults:
            session, walk = new_session(heard), list[Said]()
            person = anybody(chance)
            try:
                _walk(session, walk, person, chance)
            except Broken as broken:
                tally.found.append(made_small(walk, broken, heard))
            tally.met["sessions"] += 1
            tally.met.update(session.met)
    return tally


def _walk(session: Session, walk: list[Said], person: Person, chance: Random) -> None:
    while not session.is_over and len(walk) < MOST_TURNS:
        said = says(chance, person, session.attributes, played=session.played)
        walk.append(said)
        session.take(said)
