"""The content that most tests judge by: without the look-alikes that came since.

Whatever competes takes its share of every belief, and its cases count into every background. What
a story or a table says of other matters must not move by that, so each judges by `SETTLED` and by
what it names itself. That a newcomer leaves the typical ones their place is a test of its own
(`tests/interview/test_belief.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from msgspec import structs

from simulator.start import Simulator
from simulator.traced_skill import TracedSkill
from skill.interview.interview import Knowledge, knowledge_of
from skill.library.types import Library
from skill.settings import Settings
from skill.storage.choice import Bookmarks
from tools.content.counting import recount
from tools.content.likelihoods import published_cases
from tools.content.load import load

SETTLED = frozenset(
    {"acute-ankle-sprain", "ankle-osteoarthritis", "bone-stress-injury", "calf-strain"}
    | {"chronic-exertional-compartment-syndrome", "flexor-hallucis-longus-tendinopathy"}
    | {"medial-tibial-stress-syndrome", "mortons-neuroma", "osteochondral-lesion-of-the-talus"}
    | {"plantar-fasciitis", "popliteal-artery-entrapment", "posterior-ankle-impingement"}
    | {"retrocalcaneal-bursitis", "superficial-peroneal-nerve-entrapment"}
    | {"sural-nerve-entrapment", "tendons-over-the-foot", "tibialis-posterior-tendinopathy"}
)
"""A look-alike is added here once stories of other matters are to reckon with it, never before:
then those that it moves are read anew, one by one."""


def settled(named: Iterable[str] = ()) -> Library:
    """The content with no newer look-alike than those but what is named."""
    return _without(frozenset(load().look_alikes.keys() - SETTLED - {*named}))


def knowing(named: Iterable[str] = ()) -> Knowledge:
    """The knowledge of that content."""
    return _knowledge_without(frozenset(load().look_alikes.keys() - SETTLED - {*named}))


def playing(
    whole: Simulator, named: Iterable[str] = (), bookmarks: Bookmarks | None = None
) -> Simulator:
    """The simulator that plays that content; without `bookmarks` nothing is kept of anybody."""
    library = settled(named)
    if library is whole.library and bookmarks is None:
        return whole
    return replace(whole, skill=TracedSkill(Settings(), library, bookmarks), library=library)


@cache
def _without(newcomers: frozenset[str]) -> Library:
    """All else, counted from the cases of all others."""
    library = load()
    if not newcomers:
        return library
    kept = {id: one for id, one in library.look_alikes.items() if id not in newcomers}
    cases = [case for case in published_cases().values() if case.condition not in newcomers]
    return recount(structs.replace(library, look_alikes=kept), cases)


@cache
def _knowledge_without(newcomers: frozenset[str]) -> Knowledge:
    return knowledge_of(_without(newcomers))
