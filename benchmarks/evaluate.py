"""`python -m benchmarks.evaluate`: the interview measured on patient stories.

With `--vignettes FILE` one file under one protocol, as JSON with `--json`; without it the
published cases of `content/cases/`, none of which counts for itself, with all told, with places
only and with no opening, beside the founding article's checklist; and simulated patients.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from benchmarks import checklist
from benchmarks.corpus import hold_out
from benchmarks.measures import Case, Share, Spread, Summary, naming_of, summary_of
from benchmarks.patients import WRONG, simulate
from benchmarks.protocol import Opening, Protocol, follow
from benchmarks.reliability import reliability
from benchmarks.report import care_tables, listing, reliability_table, side_by_side
from benchmarks.stories import BadStories, Story, read_stories
from skill.interview.interview import Knowledge, knowledge_of
from skill.library.types import Answer
from tools.content.likelihoods import published_cases
from tools.content.load import load

UNSTATED = (Answer.NO, Answer.NOT_SURE, Answer.NOT_REALLY)
BY_DEFAULT = Protocol()
WITH_ALL_TOLD = Protocol(opening="full")
WITHOUT_OPENING = Protocol(opening="none")
SIMULATED = 300
OPENINGS: dict[Opening, str] = {"usual": "opening", "full": "all told", "none": "no opening"}


def main(arguments: Sequence[str] | None = None) -> int:
    """As `run`, with the arguments of a command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluate", description=__doc__)
    add_options(parser)
    return run(parser.parse_args(arguments))


def run(options: argparse.Namespace) -> int:
    """Measure and print; 1 and a sentence where a file of stories cannot be used."""
    try:
        if options.vignettes is None:
            _print_all(knowledge_of(load()))
        else:
            stories = read_stories(options.vignettes)
            protocol = Protocol(options.opening, Answer(options.unstated))
            _print_one(knowledge_of(load()), options.vignettes, stories, protocol, options.json)
    except BadStories as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of the measurement, also for the command line that calls it among others."""
    parser.add_argument("--vignettes", type=Path, metavar="FILE", help="one file of stories")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    openings = parser.add_mutually_exclusive_group()
    openings.add_argument(
        "--no-opening",
        dest="opening",
        action="store_const",
        const="none",
        default="usual",
        help="patients volunteer nothing; yes/no questions do all the work",
    )
    openings.add_argument(
        "--full-opening",
        dest="opening",
        action="store_const",
        const="full",
        help="patients volunteer every fact that their story states",
    )
    parser.add_argument(
        "--unstated",
        choices=[answer.value for answer in UNSTATED],
        default=BY_DEFAULT.unstated.value,
        help="the answer to a finding that a story tells nothing of",
    )


def _print_one(
    knowledge: Knowledge, file: Path, stories: list[Story], protocol: Protocol, as_json: bool
) -> None:
    cases = cases_of(knowledge, stories, protocol)
    summary = summary_of(cases, knowledge.library.conditions)
    if as_json:
        print(json.dumps(_as_json(file, protocol, cases, summary), indent=2))
        return
    print(side_by_side({_heading(protocol): summary}, {}))
    print(care_tables({_heading(protocol): summary}))
    print(listing(summary))


def cases_of(knowledge: Knowledge, stories: Sequence[Story], protocol: Protocol) -> list[Case]:
    """One conversation with the patient of every story."""
    conversations = follow(
        knowledge, protocol, ((story.facts, story.since_days) for story in stories)
    )
    return [Case(*pair) for pair in zip(stories, conversations, strict=True)]


def _as_json(
    file: Path, protocol: Protocol, cases: Sequence[Case], summary: Summary
) -> dict[str, Any]:
    return {
        "protocol": {
            "vignettes": file.name,
            "opening": protocol.opening,
            "unstated": protocol.unstated.value,
        },
        "cases": [
            {
                "id": case.story.id,
                "care": case.care.value,
                "matches": case.conversation.result.matches,
                "ranking": case.conversation.ranking,
                "flags": case.conversation.result.flags,
                "exercise_offered": case.conversation.result.exercise_offered,
                "asked": case.conversation.asked,
                "seconds": round(case.conversation.seconds, 1),
            }
            for case in cases
        ],
        "summary": {
            "stories": len(cases),
            "care": summary.care,
            "under_triaged": _share(summary.under_triaged),
            "urgent_under_triaged": _share(summary.urgent_under_triaged),
            "over_triaged": _share(summary.over_triaged),
            "self_care_sent_urgently": _share(summary.sent_urgently),
            "confirmed_first": _share(summary.naming.confirmed_first),
            "confirmed_in_first_two": _share(summary.naming.confirmed_in_two),
            "weak_first": _share(summary.naming.weak_first),
            "weak_in_first_two": _share(summary.naming.weak_in_two),
            "others_told_one_of_the_six_first": _share(summary.naming.forced),
            "others_offered_exercise": _share(summary.offered_exercise),
            "questions": _spread(summary.questions),
            "seconds": _spread(summary.seconds),
        },
    }


def _share(share: Share) -> dict[str, Any]:
    return {
        "count": share.count,
        "n": share.of,
        "percent": _rounded(share.percent),
        "upper_95_percent": _rounded(share.upper_percent),
        "ids": share.ids,
    }


def _spread(spread: Spread) -> dict[str, float]:
    return {
        "median": round(spread.median, 1),
        "percentile_90": round(spread.percentile_90, 1),
        "worst": round(spread.worst, 1),
    }


def _rounded(percent: float | None) -> float | None:
    return None if percent is None else round(percent, 1)


def _print_all(knowledge: Knowledge) -> None:
    cases = list(hold_out(knowledge, published_cases()))
    print(
        f"\n== {len(cases)} published cases, each asked of a belief that was counted without its "
        "page ==\n"
    )
    _print_unseen(cases, [WITH_ALL_TOLD, BY_DEFAULT, WITHOUT_OPENING])
    stories = simulate(knowledge, SIMULATED)
    print(
        f"\n== {len(stories)} simulated patients, drawn from the content's own numbers, "
        f"{WRONG:.0%} of answers wrong ==\n"
        "Self-consistency only: it shows that the interview finds what the content says.\n"
    )
    _print_beside_checklist(knowledge, stories, [BY_DEFAULT, WITHOUT_OPENING])


def _print_unseen(
    cases: Sequence[tuple[Story, Knowledge]], protocols: Collection[Protocol]
) -> None:
    in_scope = cases[0][1].library.conditions
    told = {
        protocol: [case for story, of in cases for case in cases_of(of, [story], protocol)]
        for protocol in protocols
    }
    summaries = {_heading(p): summary_of(of, in_scope) for p, of in told.items()}
    baseline = naming_of([(story, checklist.names(story.facts)) for story, _ in cases], in_scope)
    print(side_by_side(summaries, {"checklist": baseline}))
    print(care_tables(summaries))
    print(f"Reliability of the belief ({_heading(WITH_ALL_TOLD)}):")
    print(reliability_table(reliability(_beliefs(told[WITH_ALL_TOLD]))))
    print(listing(summaries[_heading(WITH_ALL_TOLD)]))


def _beliefs(cases: Sequence[Case]) -> list[tuple[float, bool]]:
    """The belief in what was named first, and whether it was right."""
    named = [(case.conversation, case.story) for case in cases if case.conversation.result.matches]
    return [
        (
            talk.belief[talk.ranking.index(talk.result.matches[0])],
            talk.result.matches[0] == story.condition,
        )
        for talk, story in named
    ]


def _print_beside_checklist(
    knowledge: Knowledge, stories: Sequence[Story], protocols: Collection[Protocol]
) -> None:
    in_scope = knowledge.library.conditions
    summaries = {
        protocol: summary_of(cases_of(knowledge, stories, protocol), in_scope)
        for protocol in protocols
    }
    baseline = naming_of([(story, checklist.names(story.facts)) for story in stories], in_scope)
    print(side_by_side({_heading(p): s for p, s in summaries.items()}, {"checklist": baseline}))
    both = {_heading(p): summaries[p] for p in (BY_DEFAULT, WITHOUT_OPENING)}
    print(care_tables(both))
    print(listing(summaries[BY_DEFAULT]))


def _heading(protocol: Protocol) -> str:
    return f"{OPENINGS[protocol.opening]}, {protocol.unstated.value}"


if __name__ == "__main__":
    sys.exit(main())
