"""A flag that was raised goes by a plain no to its own question, whatever else is said."""

from __future__ import annotations

from skill.coaching.precautions import ASKED_OF_THE_PERSON, SORE_SPOT
from skill.coaching.progression import SEVERE
from skill.dialog.events import Answered, Counted, Described, Event, Said
from skill.dialog.reply import Reply
from skill.dialog.single_questions import open_part
from skill.dialog.state import State, Stopped
from skill.interview import onset
from skill.interview.answers import answer_as_asked, is_yes, known_from
from skill.library.types import Answer, Answers, Care
from tests.slow.walk.knowledge import LIBRARY

RETRACTING = frozenset({"go-back", "change", "previous", "start-over", "start-check"})
"""Sayings that take answers back, or begin anew."""


ASKS_OF_A_SPOT = frozenset({"safety-today", "safety-walk", "safety-bone"})
"""The questions before exercise that ask about one sore spot on the bone, where that counts."""

BEGUN_ANEW = frozenset({"danger-stop", "danger-stop-breath", "stop-there", "pain-severe"})
"""Said first where a danger ends the exercises, and the safety questions are asked anew."""


def clears_flags_by_a_plain_no_alone(before: State | None, event: Event, reply: Reply) -> None:
    """What newly counts as denied, of flags, is behind the one question that got a plain no.

    How it began may be denied in free words; whoever is coached, or over fifty, is of age, and who
    is not, or is under fifty, is no 65. A number below seven out of ten says no to severe pain,
    where it is asked about.
    """
    if before is None or reply.state is None or reply.state.given == before.given:
        return
    if isinstance(event, Said) and event.what in RETRACTING:
        return
    cleared = _denied(reply.state.given) - _denied(before.given)
    if isinstance(event, Described) and "sudden-onset" in event.absent:
        cleared -= set(onset.BEGINNINGS)
    given = reply.state.given
    old = is_yes(given, "over-65") or is_yes(given, "over-50")
    if old or reply.acts[0].id in BEGUN_ANEW:
        cleared -= {"under-eighteen"}
    if is_yes(given, "under-eighteen") or given.get("over-50") is Answer.NO:
        cleared -= {"over-65"}
    if isinstance(event, Counted) and before.asking in {"severity", "severe-pain"}:
        cleared -= {"severe-pain"} if event.number < SEVERE else set()
    if isinstance(event, Described):
        gate = LIBRARY.gates.get(before.asking or "")
        cleared -= set(event.absent) & {
            *onset.BEGINNINGS,
            "under-eighteen",
            "over-65",
            *(gate.opens if gate else ()),
        }
        cleared -= {"pain-at-rest"} if before.pending == "safety-today" else set()
        # One question asks for each of these, and who denies one of them by name has answered it.
        asked_of_the_person = before.pending == "safety-person"
        cleared -= {*ASKED_OF_THE_PERSON} & {*event.absent} if asked_of_the_person else set()
        # A knock on the head that nobody told of is denied by whoever speaks of it.
        if "head-injury" in event.absent and "head-injury" not in {*before.given, *before.alarms}:
            cleared -= {"head-injury"}
    if before.pending in ASKS_OF_A_SPOT:
        cleared -= {SORE_SPOT} if _is_plain_no(event, SORE_SPOT) else set()
    part = open_part(before) if before.workout is not None else None
    cleared -= {*part.ids} if part is not None else set()  # Asked by itself, a no denies it.
    if reply.state.pending == "safety-person" and before.pending == "clinician-seen":
        # What put exercise off was taken back, and all of it is asked once more.
        cleared -= {*ASKED_OF_THE_PERSON, "hormones"}
    if before.workout is not None and "safety-person" in before.screened:
        # What a plain no denied before the first exercise is kept where a set ends.
        cleared -= {*ASKED_OF_THE_PERSON} - before.given.keys() - {*before.alarms}
    if before.result is not None and isinstance(event, Described):
        # What was told beside another reason for the same care is taken back in plain words, and
        # said back where something new that is told beside it leads on with questions.
        told = {id for id in event.absent if is_yes(before.given, id)}
        aloud = any(act.id == "taken-back" for act in reply.acts)
        settled = reply.state.result is not None or aloud
        cleared -= {id for id in told if settled and not _is_emergency(id)}
    if is_yes(reply.state.given, "male"):
        cleared -= {"pregnant", "hormones"}
    if reply.state.given.get("hot-or-red") is Answer.NO:
        cleared -= {"spreading-redness"}  # What is not red spreads nowhere.
    if before.stopped is not None and before.pending == "false-alarm":
        cleared -= _of_the_set(before.stopped, event)
    if not cleared:
        return
    asking = before.asking
    assert asking is not None, f"{cleared} cleared without a question"
    assert _is_plain_no(event, asking), f"{cleared} cleared by {event}"
    gate = LIBRARY.gates.get(asking)
    assert cleared <= {asking, *(gate.opens if gate else ())}


def _is_emergency(id: str) -> bool:
    flag = LIBRARY.red_flags.get(id)
    return flag is not None and flag.care is Care.EMERGENCY


def _of_the_set(stopped: Stopped, event: Event) -> set[str]:
    """What was denied before a set was stopped, and what a plain no denies that lifts the stop."""
    signs = LIBRARY.stop_signs
    asked = {signs[id].raises or id if id in signs else id for id in stopped.asks}
    denies = isinstance(event, Described) and not asked.isdisjoint(event.absent)
    if not denies and not _is_plain_no(event, "false-alarm"):
        return set()
    return asked | _denied(stopped.before.given)


def _denied(given: Answers) -> set[str]:
    known = known_from(LIBRARY, given)
    return {id for id, grade in known.items() if id in LIBRARY.red_flags and grade not in _YESES}


_YESES = frozenset({Answer.YES, Answer.KIND_OF})


def _is_plain_no(event: Event, asking: str) -> bool:
    if isinstance(event, Described):
        said = (
            event.reply is not None and answer_as_asked(LIBRARY, asking, event.reply) is Answer.NO
        )
        return said or asking in event.absent
    return (
        isinstance(event, Answered) and answer_as_asked(LIBRARY, asking, event.grade) is Answer.NO
    )
