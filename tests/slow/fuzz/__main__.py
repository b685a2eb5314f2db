"""`python -m tests.slow.fuzz`: requests of any shape, in any order, at the skill itself.

Broken requests, then plausible ones on random walks, then forged session attributes. No request
may raise, fail inside (a fault that was answered with calm words counts as one), or get an invalid
reply; walks and forged attributes are held against the rules of `session.py` besides: above all,
no set plays past an unsettled danger. Prints what it did; exit 1 and the smallest input that was
found where a rule is broken.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from random import Random
from typing import NamedTuple

from tests.slow.fuzz.conversations import SHOWN, Tally, shown, throw
from tests.slow.fuzz.left_attributes import gather
from tests.slow.fuzz.mutations import Forger
from tests.slow.fuzz.walks import wander

BROKEN = 100_000
PLAUSIBLE = 1_000_000
FORGED = 100_000


class Job(NamedTuple):
    """So many requests of each kind, from that seed."""

    seed: int
    broken: int = 0
    plausible: int = 0
    forged: int = 0


def work(job: Job) -> Tally:
    """All of a job, up to the first fault."""
    tally = throw(job.broken, job.seed)
    if tally.fault is None:
        walked = wander(job.plausible, job.seed)
        tally.met = walked.met
        tally.fault = str(walked.found[0]) if walked.found else None
    if tally.fault is None and job.forged:
        forger = Forger(gather(job.seed), Random(job.seed))
        forger.forge(job.forged)
        for kind, event in forger.faults.items():
            tally.fault = f"{kind}\nRequest: {shown(event)[:SHOWN]}"
    return tally


def main(arguments: Sequence[str] | None = None) -> int:
    """Throw requests at the skill, on every core."""
    parser = argparse.ArgumentParser(prog="python -m tests.slow.fuzz", description=__doc__)
    parser.add_argument("--broken", type=int, default=BROKEN)
    parser.add_argument("--plausible", type=int, default=PLAUSIBLE)
    parser.add_argument("--forged", type=int, default=FORGED)
    parser.add_argument("--seed", type=int, help="to repeat a run; a new one each time if not set")
    options = parser.parse_args(arguments)
    number = int.from_bytes(os.urandom(4)) if options.seed is None else options.seed
    workers = os.cpu_count() or 1
    # Said before a long run: one that is broken off can be repeated too.
    print(f"{workers} at a time, --seed {number}", flush=True)
    share = [-(-many // workers) for many in (options.broken, options.plausible, options.forged)]
    started = time.perf_counter()
    with ProcessPoolExecutor(workers) as pool:
        jobs = [Job(number + worker, *share) for worker in range(workers)]
        tallies = list(pool.map(work, jobs))
    took = time.perf_counter() - started
    faults = [tally.fault for tally in tallies if tally.fault]
    done = sum(tally.requests for tally in tallies)
    replies = sum((tally.replies for tally in tallies), Counter[str]())
    met = sum((tally.met for tally in tallies), Counter[str]())
    print(f"{done} broken requests and {met['replies']} plausible ones in {took:.0f} s")
    print(f"  {replies['open']} replies with the session open, {replies['spoken']} that close it")
    print(f"  {replies['played']} that play a set, or the silence of a pause")
    print(f"  {replies['silent']} without words, as their requests take none")
    print(f"  {met['sessions']} walks, {met['results']} results, {met['sets']} sets on them")
    print(f"  {len(faults)} faults")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
