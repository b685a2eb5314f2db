"""Everything that the skill can say or conclude is said or concluded somewhere.

What is not met by the exhaustive safety walk, by every event in every kind of state, or by
patients drawn from the content, fails by name. What is known to be out of reach by design
stands here by name too, and fails once it is no longer so. A finding that no sampled belief made
worth a question is reached by being volunteered; the run lists it by name.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from skill.interview import red_flags
from tests.slow.walk.findings_never_asked import never_asked
from tests.slow.walk.knowledge import ASKED_FLAGS, CONDITIONS, LIBRARY, WORDS, spoken
from tests.slow.walk.patients import replies_to_patients
from tests.slow.walk.safety_walk import walk
from tests.slow.walk.test_events import everything_everywhere
from tests.slow.walk.workouts import replies_to_sessions

JOINTS = {"join-two", "join-three"}
"""Join names inside other statements, and so are never acts."""

HEARD_IN_A_SET = {
    "wait-now",
    "get-ready",
    "count-three",
    "count-two",
    "count-one",
    "count-repetition",
    "set-soon",
    "rest-now",
    "switch-sides",
    "almost",
    "still-paused",
}
"""Said at a time of their own within a set or a pause, and so are never acts."""

SAID_ON_FAILURE = {"failure", "failure-closed"}
"""Said at the edge alone, when an exception was raised: see tests/alexa."""

CALLS_FOR_NO_CARE = {"blood-thinner"}
"""Says something about the person, to other flags, and is never a reason for care itself."""

ASKED_IN_PASSING = {
    id for id in LIBRARY.gates if red_flags.is_place_gate(LIBRARY, LIBRARY.gates[id])
}
"""Where it hurts is not asked again in plainer words: any answer will do."""


@cache
def said() -> Counter[str]:
    """Every act that was said anywhere in the walk, with what it was about."""
    acts = walk().acts + everything_everywhere()[0]
    for reply in (*replies_to_patients(), *replies_to_sessions()):
        acts.update(str(act) for act in reply.acts)
    return acts


def unsaid(act: str, ids: object) -> list[str]:
    assert isinstance(ids, list | tuple | set | dict)
    return sorted(id for id in ids if f"{act}:{id}" not in said())


@cache
def raised() -> frozenset[str]:
    results = [*walk().results.values()]
    results += [reply.result for reply in replies_to_patients() if reply.result is not None]
    return frozenset(flag for result in results for flag in result.flags)


@cache
def told() -> frozenset[str]:
    return frozenset(
        match
        for reply in replies_to_patients()
        if reply.result is not None
        for match in reply.result.matches
    )


@cache
def named() -> frozenset[str]:
    return frozenset(
        name.id
        for reply in replies_to_patients()
        for act in reply.acts
        for names in act.names.values()
        for name in names
    )


def test_every_statement_and_prompt_is_said() -> None:
    known = {*WORDS.statements, *WORDS.prompts} - JOINTS - HEARD_IN_A_SET - SAID_ON_FAILURE

    assert sorted(id for id in known if id not in said()) == []


def test_every_gate_is_asked_and_explained() -> None:
    assert unsaid("ask", LIBRARY.gates) == []
    assert unsaid("explain", LIBRARY.gates) == []


def test_every_safety_gate_is_put_in_plainer_words() -> None:
    assert unsaid("ask-plainer", set(LIBRARY.gates) - ASKED_IN_PASSING) == []


@pytest.mark.parametrize("act", ["ask", "ask-plainer", "explain"])
def test_every_red_flag_is_asked(act: str) -> None:
    assert unsaid(act, ASKED_FLAGS) == []


def test_every_red_flag_and_rule_is_raised_and_gives_a_reason() -> None:
    flags = set(LIBRARY.red_flags) - CALLS_FOR_NO_CARE

    assert sorted(flags - raised()) == []
    assert unsaid("because", flags) == []


def test_every_finding_that_is_asked_is_explained_too() -> None:
    findings = {*LIBRARY.findings, *LIBRARY.places}
    never_asked.extend(unsaid("ask", findings))

    assert unsaid("explain", findings) == never_asked


def test_every_finding_is_taken_and_spoken_back_when_volunteered() -> None:
    assert sorted({*LIBRARY.findings, *LIBRARY.places} - named()) == []


def test_every_condition_is_told() -> None:
    assert sorted(set(CONDITIONS) - told()) == []


@pytest.mark.parametrize("act", ["set-up", "set", "set-up-again"])
def test_every_exercise_is_set_up_and_played(act: str) -> None:
    assert unsaid(act, LIBRARY.exercises) == []


def test_every_line_of_a_set_is_heard() -> None:
    heard = {
        part.text
        for reply in replies_to_sessions()[::7]
        if any(act.cues for act in reply.said)
        for speech in spoken(reply)
        for part in speech.parts
    }
    for id in HEARD_IN_A_SET - {"still-paused", "count-repetition"}:
        for line in WORDS.statements[id].say:
            begins = line.partition("{")[0]
            assert any(text.startswith(begins) for text in heard), line


@pytest.mark.parametrize("act", ["about", "until"])
def test_every_condition_is_explained_and_what_to_do_is_said(act: str) -> None:
    assert unsaid(act, CONDITIONS) == []
