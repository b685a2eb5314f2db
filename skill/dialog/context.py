"""Where the talk stands when somebody speaks: the light in which their words are read."""

from __future__ import annotations

from datetime import UTC, date, datetime

from skill.coaching.timeline import Kind
from skill.coaching.workout import cues_of
from skill.dialog import single_questions
from skill.dialog.answers import first_aid
from skill.dialog.check import corrections
from skill.dialog.check.doubts import calls_for_emergency
from skill.dialog.clearance import ASKED_BY_THE_CHECK
from skill.dialog.state import AFTER_RESULT, SCREENING, State, is_welcomed, workout_of
from skill.dialog.transitions import is_over
from skill.dialog.workout import false_alarms
from skill.interview import red_flags
from skill.interview.answers import INJURY, YOUNG, anybody_yes, asked_by, is_among, is_yes
from skill.library.types import Answer, Care, Library
from skill.understanding.contexts import OF_BREATH, REGIONS, Context, Talk, context

CLOT_SIGNS = frozenset({"calf-swollen-or-warm", "clot-told"})
SWOLLEN_CALF = frozenset({"pain-calf", "swelling"})
"""Signs of a clot in the leg; a calf that hurts is one where the leg has swollen."""


def context_of(library: Library, state: State | None, now: float | None) -> Context:
    """The open question and the kind of talk. `now` is in seconds since 1970."""
    today = _day(now) if now is not None else None
    if state is None or state.pending == "open-question":
        return context(library, None, "launch", today)
    asked = ASKED_BY_THE_CHECK.get(state.pending or "", ())
    # A finding may be an alarm, too: a hard muscle. So may a gate, which nobody can speak of.
    # On an injury flags rest: who never fell may say so in few words.
    findings = library.findings.keys() & {*state.alarms}
    dangers = {*library.red_flags, *findings, INJURY}
    counted = tuple(id for id in state.given if id in dangers and is_yes(state.given, id))
    may_be = state.stopped is not None and state.pending != "false-alarm"
    winded = false_alarms.asks_of_effort(state)
    question, talk = _question(library, state), _talk(library, state)
    return context(
        library,
        question,
        talk,
        today,
        asked,
        counted,
        stopped=may_be,
        welcomed=is_welcomed(state),
        told=not winded and (state.pending == "false-alarm" or state.asking in state.alarms),
        winded=winded,
        doubted=state.asking is not None and is_among(library, state.asking, state.unsure),
        spared=_is_spared_a_doubt(library, state),
        mine=state.mine,
        of_age=state.given.get(YOUNG) is Answer.NO,
        effort_counts=_effort_counts(state, question),
        rests_on=_rests_on(library, state, talk, today),
        bleeds=first_aid.was_told(state, first_aid.WOUNDS),
        things=single_questions.things_of(state),
        hurts_in=_hurts_in(library, state),
    )


def _hurts_in(library: Library, state: State) -> str | None:
    """The region in which a place counts, where that may be put right: in a check and after it."""
    if state.workout is not None or state.pending not in {"question", *AFTER_RESULT}:
        return None
    regions = (id for id in REGIONS if anybody_yes(state.given, library.gates[id].opens))
    return next(regions, None)


def _is_spared_a_doubt(library: Library, state: State) -> bool:
    """Whether a yes to nothing that is asked for safety would call for an emergency, so a no that
    is only believed is one.
    """
    id, given = state.asking, state.given
    if id is None or state.pending != "question":
        return False
    if not red_flags.is_asked_for_safety(library, id):
        return False
    asked = asked_by(library, id) & library.red_flags.keys()
    return not any(calls_for_emergency(library, {**given, one: Answer.YES}) for one in asked)


def _effort_counts(state: State, question: str | None) -> bool:
    """Whether breath that is short on effort alone counts: beside a sign of a clot, and where the
    check asks about breath. What a set made somebody puff does not.
    """
    given = state.given
    if anybody_yes(given, CLOT_SIGNS) or all(is_yes(given, id) for id in SWOLLEN_CALF):
        return True
    asked = question in OF_BREATH and state.pending != "false-alarm"
    return asked and not false_alarms.asks_of_effort(state)


def _rests_on(
    library: Library, state: State, talk: Talk, today: date | None
) -> tuple[Context, ...]:
    """The questions on whose answers an emergency rests that was told, as where they are asked.

    Elsewhere in the check and after it they are those of all dangers told, the last first.
    """
    flags = library.red_flags
    if talk != "emergency":
        in_the_check = state.pending == "question" and state.workout is None
        if not in_the_check and (state.result is None or state.pending not in AFTER_RESULT):
            return ()
        asked = asked_by(library, state.asking)
        told = [id for id in reversed(state.given) if id in flags and id not in asked]
        return _as_asked(library, [id for id in told if is_yes(state.given, id)], today)
    if state.pending != "repeat-offer" or state.result is None:
        return ()
    grave = [id for id in state.result.flags if flags[id].care is Care.EMERGENCY]
    read = dict.fromkeys(id for one in grave for id in (one, *corrections.reads_of(flags[one])))
    signs = [id for id in read if is_yes(state.given, id) and id not in library.gates]
    alone = [id for id in signs if corrections.decides(library, state.given, id)]
    return _as_asked(library, alone or signs, today)


def _as_asked(library: Library, signs: list[str], today: date | None) -> tuple[Context, ...]:
    return tuple(
        context(library, _asked_as(library, id), "check", today, counted=(id,)) for id in signs
    )


def _asked_as(library: Library, id: str) -> str:
    """The question of a finding or flag, by the id that words of it are listened for under."""
    flag = library.red_flags.get(id)
    return (flag and flag.asked_as) or id


def _day(now: float) -> date | None:
    """The day of a time; None for a time that no calendar has."""
    try:
        return datetime.fromtimestamp(now, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _question(library: Library, state: State) -> str | None:
    if state.pending == "false-alarm" and state.stopped is not None:
        return _what_may_be(library, state.stopped.asks)
    if state.asking is not None:
        return _asked_as(library, state.asking)
    if state.pending == "ready-question" and workout_of(state).held:
        return None
    if state.pending in single_questions.SINGLE:
        return single_questions.SINGLE[state.pending].ids[0]
    if state.pending == "repeat-offer":
        return "emergency-told"
    return state.pending


def _what_may_be(library: Library, asks: tuple[str, ...]) -> str:
    """The finding or flag of a stop that may be a false alarm, where it is one."""
    sign = library.stop_signs.get(asks[0])
    one = sign.raises if sign is not None else asks[0]
    return one if one is not None and len(asks) == 1 else "false-alarm"


def _talk(library: Library, state: State) -> Talk:
    match state.pending:
        case "question" | "offer-check" | "go-on" | "skip-offer" | "false-alarm":
            return "check"
        case "repeat-offer":
            told = state.result
            return "emergency" if told and told.care is Care.EMERGENCY else "result"
        case "more-offer" | "check-offer" | "which-one":
            return "topic"
        case "ready-question" | "how-much-pain":
            return _part_of_a_set(library, state)
        case pending if pending in SCREENING:
            return "before-exercise"
    return "result"


def _part_of_a_set(library: Library, state: State) -> Talk:
    workout = workout_of(state)
    if is_over(state):
        return "pain"
    kind = cues_of(library, workout)[workout.cue].kind
    if kind in {Kind.SET_UP, Kind.FETCH}:
        return "set-up"
    return "rest" if kind in {Kind.REST, Kind.SWITCH} else "set"
