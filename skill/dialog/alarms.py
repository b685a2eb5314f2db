"""Alarms: the answers other than a plain no that bar exercise until they are settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skill.coaching import precautions
from skill.dialog.clearance import ASKED_BY_THE_CHECK
from skill.dialog.state import State
from skill.interview import red_flags
from skill.interview.answers import is_yes
from skill.interview.assessment import Assessment, assess
from skill.interview.rules import RULES
from skill.library.types import Answer, Answers, Care, Gate, Library, RedFlag


def alarms_after(
    library: Library, before: Iterable[str], state: State, assessed: Assessment | None = None
) -> tuple[str, ...]:
    """The alarms that stand in a state, in the order in which they came up.

    `before` are those that stood so far. An alarm is the id of a red flag of see-clinician or
    above, of a safety gate, of a finding that raises such a flag by a rule, or of a question
    before exercise that was answered badly. It stands once it was answered yes, or once
    anything but a plain yes or no was said to it. It lasts for the whole session, also where
    the check starts over, and goes only by a plain no to that very question. A gate goes too
    once its parts explain its yes, or each of them was denied instead; a flag that is worked out,
    once what it needs was asked and speaks against it; a question before exercise, once it is asked
    again, as nothing begins without its plain no, or the check denied all that it asks.
    `assessed` is what the turn has worked out of the answers already.
    """
    assessed = assess(library, state.given, assessed)
    standing = dict.fromkeys((*before, *_raised(library, state, assessed)))
    return tuple(id for id in standing if not _is_settled(library, id, state, assessed.known))


def to_ask_again(library: Library, state: State) -> Iterator[str]:
    """The ids to ask, in this check, before an alarm from before it can be settled."""
    for id in state.alarms:
        if id in ASKED_BY_THE_CHECK:
            continue
        yield from (one for one in _asks_of(library, state, id) if one not in state.given)


def _asks_of(library: Library, state: State, id: str) -> tuple[str, ...]:
    """What settles an alarm: itself, what a rule needs, or the parts of a gate, once one is told:
    "no antibiotics" leaves the steroids.
    """
    flag, gate = library.red_flags.get(id), library.gates.get(id)
    if flag is not None and flag.rule is not None:
        return flag.needs
    if gate is not None and id not in state.given and not state.given.keys().isdisjoint(gate.opens):
        return gate.opens
    return (id,)


def _raised(library: Library, state: State, assessed: Assessment) -> Iterator[str]:
    for id in (*state.given, *state.unsure):
        if state.given.get(id) is not Answer.NO and _is_danger(library, id):
            yield id
    for id in assessed.flags:
        flag = library.red_flags[id]
        graver = flag.care.rank >= Care.SEE_CLINICIAN.rank and flag.bars_exercise
        if flag.rule is not None and graver:
            yield from (read for read in flag.reads if is_yes(assessed.known, read))
            yield from (id,) if flag.needs else ()


def _is_danger(library: Library, id: str) -> bool:
    if id in library.red_flags:
        return library.red_flags[id].care.rank >= Care.SEE_CLINICIAN.rank
    return red_flags.is_asked_for_safety(library, id)


def _is_settled(library: Library, id: str, state: State, known: Answers) -> bool:
    """Whether an id is no alarm, or no longer one. A place that hurts is never one by itself."""
    if state.given.get(id) is Answer.NO or id in library.places:
        return True
    if id in ASKED_BY_THE_CHECK:
        if id in {state.pending, *state.screened}:
            return True
        return precautions.is_denied(known, ASKED_BY_THE_CHECK[id])
    if id in library.gates:
        gate = library.gates[id]
        if id not in state.given:  # It was put once more, and each of its parts was denied.
            return all(state.given.get(part) is Answer.NO for part in gate.opens)
        return _explains(library, gate, known)
    flag = library.red_flags.get(id)
    return flag is not None and flag.rule is not None and _speaks_against(flag, library, known)


def _explains(library: Library, gate: Gate, known: Answers) -> bool:
    """Whether a harmless part was affirmed, and all that is graver was asked.

    A part that is a danger explains nothing for good: denied later, it leaves the yes unexplained.
    """
    if gate.broader and all(part in known for part in gate.opens):
        return True
    missing = [part for part in gate.opens if part not in known]
    harmless = [id for id in gate.opens if is_yes(known, id) and not _is_danger(library, id)]
    return bool(harmless) and not any(_is_danger(library, part) for part in missing)


def _speaks_against(flag: RedFlag, library: Library, known: Answers) -> bool:
    """Whether what a rule needs was asked, and it would raise nothing wherever it hurts.

    What clears a flag clears it before it was told; later the question itself has to.
    """
    anywhere = {**known, **dict.fromkeys(library.places, Answer.YES)}
    anywhere = {id: grade for id, grade in anywhere.items() if id not in flag.clears}
    assert flag.rule is not None
    return all(need in known for need in flag.needs) and not RULES[flag.rule](anywhere)
