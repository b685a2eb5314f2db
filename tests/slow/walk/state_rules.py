"""What holds for every state that a reply leaves, however it was come to."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import msgspec

from skill.coaching.precautions import ASKED_OF_THE_PERSON
from skill.dialog.attributes import carried_by, to_attributes
from skill.dialog.state import State
from skill.interview import red_flags
from skill.interview.answers import anybody_yes, is_yes, known_from
from skill.interview.assessment import Assessment, assess
from skill.interview.interview import conclude
from skill.library.types import Answer, Care
from skill.voice.ssml import MOST_CHARACTERS
from tests.slow.walk.knowledge import KNOWLEDGE, LIBRARY

MOST_BYTES = 24_576
Attributes = dict[str, Any]


def check(state: State) -> None:
    """Hold one state against all rules: once, for most are met often."""
    written = msgspec.json.encode(state)
    if written in _sound:
        return
    attributes = to_attributes(state)
    _fits_into_a_response(attributes)
    assessed = _survives_the_session(state, attributes)
    _asks_safely(state, assessed)
    _coaches_safely(state, assessed)
    _sound.add(written)


_sound: set[bytes] = set()
"""The states that were looked at, and broke no rule."""


def _fits_into_a_response(attributes: Attributes) -> None:
    """The state may take what the longest speech and its reprompt leave."""
    carried = len(json.dumps(attributes).encode())
    assert carried + 2 * MOST_CHARACTERS <= MOST_BYTES


def _survives_the_session(state: State, attributes: Attributes) -> Assessment:
    """What the session carries comes back as it went; what was worked out of it on the way."""
    carried = carried_by(attributes, LIBRARY)
    assert carried is not None
    assert carried.state == state
    return carried.assessed


def _concluded(state: State) -> list[tuple[Care, tuple[str, ...], tuple[str, ...]]]:
    """What the answers say, with and without what a session that was left told of the person."""
    of_a_session = {*ASKED_OF_THE_PERSON} & {*state.alarms}
    before = {id: so for id, so in state.given.items() if id not in of_a_session}
    concluded = [conclude(KNOWLEDGE, given) for given in (state.given, before)]
    return [(one.care, one.flags, one.matches) for one in concluded]


def _asks_safely(state: State, assessed: Assessment) -> None:
    """No question after an emergency, but for what was put right and would explain it; while
    same-day stands, only what may be an emergency.
    """
    # What is told in a session changes what it holds, and not what was said before it.
    if state.result is not None and state.workout is None:
        assert state.pending != "question"
        result = state.result.care, state.result.flags, state.result.matches
        assert result in _concluded(state), "the result told is not what the answers say"
    if state.asking is None:
        return
    standing = assess(LIBRARY, state.given, assessed).rank
    explained = assess(LIBRARY, {**state.given, state.asking: Answer.YES}).rank
    stands = min(standing, explained) == Care.EMERGENCY.rank
    assert not stands, f"asks {state.asking} while an emergency stands"
    if standing == Care.SAME_DAY.rank:
        assert state.asking in may_be_emergency(), f"asks {state.asking} while same-day stands"


@cache
def may_be_emergency() -> frozenset[str]:
    """What has a say in some emergency, and the gates before it.

    Where it hurts is one question in steps: as one place has a say, so has every step.
    """
    ids: set[str] = set()
    for id, flag in LIBRARY.red_flags.items():
        if flag.care is Care.EMERGENCY:
            when = flag.when
            parts = (*when.any, *when.and_any, *when.all) if when else ()
            ids.update((id, *flag.reads, *flag.needs, *parts))
    if not ids.isdisjoint(LIBRARY.places):
        ids.update(LIBRARY.places)
    before = {id: gate for id, gate in LIBRARY.gates.items() if not ids.isdisjoint(gate.opens)}
    return frozenset({*ids, *before, *(gate.choice for gate in before.values() if gate.choice)})


BY_A_WORD = frozenset(
    {"pregnant", "hormones", "diabetes", "recent-surgery-or-plaster", "old-fracture-or-metal"}
)
"""What bars exercise until a clinician allowed it."""


def _coaches_safely(state: State, assessed: Assessment) -> None:
    """A set only where nothing that was told stands against it, and all was asked before it."""
    if state.workout is None or not state.workout.until:
        return
    known = known_from(LIBRARY, state.given)
    assert not state.resting
    assessed = assess(LIBRARY, state.given, assessed)
    by_word = BY_A_WORD if "clinician-seen" in state.screened else frozenset()
    standing = {id: grade for id, grade in known.items() if id not in by_word}
    assert not red_flags.bars_exercise(LIBRARY, red_flags.flags_of(LIBRARY, standing))
    if assessed.rank >= Care.SEE_CLINICIAN.rank:
        assert "clinician-seen" in state.screened
    assert not is_yes(known, "under-eighteen")
    for pending, parts in ASKED_BEFORE.items():
        asked = [part for part in parts if part not in _told_of_a_mild_sprain(state)]
        assert pending in state.screened or all(known.get(part) is Answer.NO for part in asked)
    assert "safety-person" in state.screened
    if state.result is not None and state.result.care is not Care.SELF_CARE:
        assert "clinician-seen" in state.screened
    exercise = LIBRARY.exercises[state.workout.now.exercise]
    assert not anybody_yes(known, exercise.not_for)
    assert all(known.get(id) is Answer.NO for id in exercise.only_without)
    wanted = state.workout.wish.routine
    if wanted is not None and LIBRARY.routines[wanted].clinician_first:
        assert "clinician-seen" in state.screened


def _told_of_a_mild_sprain(state: State) -> set[str]:
    """What its own early routine is for, and only after a check that found nothing to be seen."""
    told, workout = state.result, state.workout
    wish = workout.wish.routine if workout else None
    if wish != "early-ankle-movement" or told is None or told.care is not Care.SELF_CARE:
        return set()
    # Told something else, they are asked what everybody is asked.
    if told.matches[0] != "acute-ankle-sprain":
        return set()
    return {"recent-twist-or-fall", "swelling"}


ASKED_BEFORE = {
    "safety-today": (
        *("sudden-snap", "recent-twist-or-fall"),
        *("pain-at-rest", "numbness", "tingling", "swelling"),
    ),
}
"""What must be denied before exercise, by the question that does it where the check did not."""
