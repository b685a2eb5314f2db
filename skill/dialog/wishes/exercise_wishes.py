"""The exercise that somebody wants, and what is told beside the wish."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.precautions import (
    ADULT_FROM,
    CHANGES_NOTHING,
    HALF_A_YEAR,
    NEW_INJURY,
    WOBBLY,
    is_left_of_a_sprain,
    is_no_alarm,
)
from skill.coaching.progression import STOPS_ABOVE
from skill.coaching.selection import routine_for, routine_with
from skill.dialog import question
from skill.dialog.events import Beside, Event, Said, Wants
from skill.dialog.state import SAFETY, SCREENING, State
from skill.dialog.wishes.bare_wishes import only_names_a_step
from skill.dialog.wishes.remarks import COMMANDS
from skill.interview import onset, red_flags
from skill.library.recency import FRESH_UP_TO, RECENT_UP_TO
from skill.library.types import Answer, Care, Library
from skill.understanding.heard import Heard


def where(library: Library) -> set[str]:
    """The ids of regions and of the places in them."""
    return {*library.gates, *library.places}


def without_place(library: Library, heard: Heard) -> Heard:
    """The same without the place that one side is called by: "just the left leg" hurts nowhere."""
    of_a_side = heard.only is not None or heard.command == "only_sore"
    if not of_a_side or heard.hurts or not heard.told <= where(library):
        return heard
    return replace(heard, findings={id: so for id, so in heard.findings.items() if not so})


def places_of(library: Library, heard: Heard) -> tuple[str, ...]:
    """The regions and places that are named in a sentence."""
    named = where(library)
    return tuple(id for id, true in heard.findings.items() if true and id in named)


ALONG_THE_TENDON = "along-achilles-tendon"
"""The finding of a sore Achilles tendon: by its name alone it is a place."""


def tells_a_story(library: Library, heard: Heard) -> bool:
    """Whether it tells what is felt or how it went: "it started on a run, three weeks back".

    A place or a side alone tells nothing, as routines are named so: "the calf routine"; nor does
    who somebody is. Nor does what is past where a clinician allowed exercise, nothing hurts now, or
    a sprain is long ago.
    """
    named = {*where(library), "both-sides", ALONG_THE_TENDON, *CHANGES_NOTHING}
    felt = heard.told - named
    days = heard.since_days if "old-sprain" in felt else None
    long_ago = days is not None and days > HALF_A_YEAR
    if heard.command == "start_exercise" and heard.routine is not None and felt == {WOBBLY}:
        felt = set()  # "Something for my balance, I'm a bit unsteady": that is what it is for.
    if (heard.cleared or heard.well or long_ago) and not heard.hurts:
        past = onset.findings_of_the_past(heard.since_days) | {WOBBLY}
        if "old-sprain" in felt:
            past |= {"recent-twist-or-fall"}  # The fall is that of the old sprain.
        if {"old-sprain", WOBBLY} <= felt:  # "It feels wobbly when I run."
            past |= {id for id in felt if is_left_of_a_sprain(id)}
        return bool(felt - past) or heard.course not in {None, "better"}
    return bool(felt or heard.course) or heard.since_days is not None


OPENING = frozenset({None, "open-question"})
"""What is pending where nothing is under way."""
SUDDEN = frozenset({"sudden-onset"})
"""What no exercise begins with before it was looked into."""


def asks_for_exercise_first(library: Library, state: State | None, heard: Heard) -> bool:
    """Whether somebody comes for exercise, and tells beside it what is the matter.

    What is told goes along. What is grave, new or getting worse is for the check, and so is an
    injury of which nobody knows how long ago it was.
    """
    opens = (state.pending if state is not None else None) in OPENING
    barred = heard.danger or heard.person is not None or heard.body_part or heard.questioned
    if not opens or barred or heard.course == "worse":
        return False
    days, felt = heard.since_days, _felt_today(heard)
    new = days is not None and days < FRESH_UP_TO
    if new or _is_unchecked(heard) or not is_no_alarm(library, felt) or not felt.isdisjoint(SUDDEN):
        return False
    return not _is_urgent(library, heard)


def _is_unchecked(heard: Heard) -> bool:
    """Whether an injury of the last weeks is told, and not that it is fine now or was seen to."""
    lately = heard.since_days is not None and heard.since_days < RECENT_UP_TO
    injured = any(heard.findings.get(id) for id in NEW_INJURY)
    return lately and injured and not (heard.well or heard.cleared)


def _felt_today(heard: Heard) -> set[str]:
    """What is told to be so, without an injury that is no longer fresh, and without its time."""
    felt = heard.told
    return felt - onset.findings_of_the_past(heard.since_days)


def _is_urgent(library: Library, heard: Heard) -> bool:
    """Whether what is told calls for care today, all of it together."""
    told = {id: Answer.YES for id, true in heard.findings.items() if true}
    flags = red_flags.flags_of(library, told)
    return any(care.rank >= Care.SAME_DAY.rank for care in flags.values())


def exercise_of(library: Library, state: State | None, heard: Heard) -> Event | None:
    """Exercise that is named, or the minutes for it, where nothing else is said."""
    asks = heard.topic and (heard.exercise is None or heard.aspect)
    says_more = heard.findings or heard.answer or asks or tells_a_story(library, heard)
    if says_more and heard.step is None:
        return None
    wants = wish_of(library, state, heard)
    if wants.routine is not None and wants.step is not None:
        return wants
    if wants.step is not None and only_names_a_step(state, heard):
        return wants
    if says_more:
        return None
    return None if replace(wants, beside=Beside()) == Wants() else wants


def beside(heard: Heard) -> Beside:
    """What bears on exercise, and was told beside what somebody wants or answers."""
    adult = heard.age is not None and heard.age >= ADULT_FROM
    return Beside(
        only=heard.only,
        cleared=heard.cleared,
        well=heard.well,
        adult=adult,
        as_ever=heard.as_ever,
        unclear=heard.unclear,
        unequipped=heard.unequipped,
        ruled_out=heard.ruled_out,
        overdone=heard.rated is not None and heard.rated > STOPS_ABOVE and heard.rated_before,
    )


def wish_of(library: Library, state: State | None, heard: Heard) -> Wants:
    """A step is a place where nothing is begun yet; before a session it answers a question.

    Where only a condition is named, what is for it is wanted. A place that is sore is remembered,
    and so is who somebody is.
    """
    routine = heard.routine
    if routine is None and heard.exercise is None and heard.topic is not None:
        routine = routine_for(library.routines, heard.topic)
    places = where(library)
    so = [id for id, true in heard.findings.items() if true]
    kept = {id for id in so if (id in places and heard.hurts) or id in CHANGES_NOTHING}
    if asks_for_exercise_first(library, state, heard) and tells_a_story(library, heard):
        kept |= _told_beside(library, heard)
    felt = tuple(id for id in so if id in kept)
    told = replace(beside(heard), side=heard.side, felt=felt)
    wants = Wants(routine, heard.exercise, heard.minutes, beside=told)
    if not may_be_placed(state):
        return wants
    if wants.exercise is not None and heard.step is not None:  # "Step two of the heel raises."
        found = routine_with(library.routines, wants.exercise)
        wants = wants if found is None else replace(wants, routine=found, exercise=None)
    return replace(wants, step=heard.step, part=heard.part, done=heard.step_done)


def _told_beside(library: Library, heard: Heard) -> set[str]:
    """What is handed on of a story beside a wish: how long it lasts counts of what still hurts."""
    felt = {id for id in _felt_today(heard) if id in library.findings or id in library.gates}
    lasts = {id for id in onset.TIMES if heard.findings.get(id)} if felt or heard.hurts else set()
    return felt | lasts


def may_be_placed(state: State | None) -> bool:
    """Whether a step that is named is a place to begin at; where it is asked for, it answers."""
    return state is None or state.workout is None or state.pending in SAFETY


OF_SORENESS = frozenset(
    {"hurts-after-run", "getting-worse", "morning-stiffness", "both-sides", "dull-ache"}
)
"""What may be told of the morning after exercises, and calls for less of them."""


def sore_after(library: Library, state: State | None, heard: Heard) -> Event | None:
    """Sore the morning after: less is done today. With anything else beside it, it is a story."""
    so = heard.told
    if so - where(library) - OF_SORENESS:
        return None
    if state is not None and state.pending in SCREENING:
        return Said("sore-after")
    opens = state is None or state.pending == "open-question"
    return Wants(heard.routine, beside=replace(beside(heard), sore=True)) if opens else None


LEAVING = frozenset(
    {
        *("stop", "cancel", "start_over", "start_check", "no_exercise", "go_back"),
        *("change_answer", "false_alarm", "back_to_exercise"),
    }
)
"""Commands that mean what they say whatever is said beside them."""


def chosen_of(library: Library, state: State, heard: Heard) -> Event | None:
    """What is meant at the list of routines: one by its name or place, or what they are for.

    How the sore spot feels may stand beside a name ("the calf one, it's a bit stiff"); what is
    grave or new, and a course that gets worse, is a story and no choice.
    """
    counted = question.routine_at(library, state.listed, heard.number)
    routine = heard.routine or (counted if heard.command != "more" else None)
    if heard.command == "more" and not any(heard.findings.values()):
        return Said("more")  # "None of those, what else?"
    if heard.command in {"what_for", "which_for_me"}:
        return Said(COMMANDS[heard.command], routine=routine)
    if routine is None or heard.command in LEAVING or heard.course == "worse":
        return None
    felt = tuple(id for id, true in heard.findings.items() if true)
    new = heard.since_days is not None and heard.since_days < FRESH_UP_TO
    if new or not is_no_alarm(library, felt):
        return None
    wants = wish_of(library, state, replace(heard, routine=routine))
    beside_it = replace(wants.beside, felt=tuple(id for id in felt if id in library.findings))
    return replace(wants, beside=beside_it)
