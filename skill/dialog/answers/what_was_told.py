"""What was told so far, read back in a breath to whoever asks for it."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.precautions import CHANGES_NOTHING
from skill.dialog import question
from skill.dialog.reply import Act, Named, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import State
from skill.interview import onset, red_flags
from skill.interview.answers import INJURY, OF_AN_AGE, can_be_answered, is_yes
from skill.interview.interview import Knowledge
from skill.interview.reasons import reasons
from skill.library.speech_length import spoken_seconds
from skill.library.types import Answer, Side

SIDES: dict[Side, Statement] = {
    "left": "told-of-side-left",
    "right": "told-of-side-right",
    "both": "told-of-side-both",
}

MOST_SECONDS = 5.8
"""The longest that the names may take: with what leads to them and the side it is ten seconds."""
MOST_DENIED = 2
"""Dangers that were denied, and are named beside what was told."""

OF_THE_PERSON = CHANGES_NOTHING | OF_AN_AGE | {"both-sides"}
"""What is told of the person rather than of the leg, and the side, which is said by itself."""


def tell(knowledge: Knowledge, state: State) -> Reply:
    """Say what counts of what was told, what grave was denied, and the side; it may be put right.

    With too much to listen to, what weighs least is left out.
    """
    asked = question.pending(knowledge, replace(state, misses=0))
    told = _counted(knowledge, state)
    names = _short(knowledge, told, MOST_SECONDS)
    left = MOST_SECONDS - sum(_seconds(knowledge, one) for one in names)
    if names == told:  # What counts is worth more than what doesn't.
        names = (*names, *_short(knowledge, _denied(knowledge, state), left))
    if not told and state.side is None:
        return asked.after(Act("told-nothing"))
    so = (Act("told-so", names={"findings": names}),) if told else ()
    side = (Act(SIDES[state.side]),) if state.side is not None else ()
    first = (Act("still-urgent"),) if state.pending == "repeat-offer" else ()
    return asked.after(*so, *side, Act("told-if-wrong"), *first)


def _counted(knowledge: Knowledge, state: State) -> tuple[Named, ...]:
    """What counts: what the result rests on or the gravest flag, where it hurts, how it began, what
    points to the name that was told, since when, and the rest.
    """
    library, told = knowledge.library, state.result
    yes = [id for id in state.given if is_yes(state.given, id) and id not in OF_THE_PERSON]
    flags = [id for id in yes if id in library.red_flags and can_be_answered(library, id)]
    flags = [*red_flags.gravest_first(library, flags)]
    rests_on = [id for id in (told.flags[:1] if told is not None else ()) if id in flags]
    places = [id for id in yes if id in library.places]
    began = [id for id in (INJURY,) if id in yes]
    times = [id for id in ("over-six-weeks", "over-two-weeks") if id in yes][:1]
    rest = [id for id in yes if id in library.findings and id not in onset.TIMES]
    points = _pointing(knowledge, state)
    chief = (*(rests_on or flags[:1]), *places[:1], *began, *points)
    ordered = (*chief, *places, *times, *flags, *rest)
    named = (Named(id) for id in dict.fromkeys(ordered))
    return tuple(one for one in named if _name(knowledge, one))


def _pointing(knowledge: Knowledge, state: State) -> tuple[str, ...]:
    """What was told that points to the name of the result."""
    if state.result is None or not state.result.matches:
        return ()
    found = reasons(knowledge.library, knowledge.model, state.given, state.result.matches[0])
    return tuple(one.id for one in found.for_it if one.present and one.id not in onset.TIMES)


def _denied(knowledge: Knowledge, state: State) -> tuple[Named, ...]:
    """The gravest of what was asked and denied."""
    library = knowledge.library
    no = (id for id, grade in state.given.items() if grade is Answer.NO)
    flags = [id for id in no if id in library.red_flags and can_be_answered(library, id)]
    flags = [id for id in flags if id not in OF_THE_PERSON]
    gravest = (Named(id, present=False) for id in red_flags.gravest_first(library, flags))
    return tuple(one for one in gravest if _name(knowledge, one))[:MOST_DENIED]


def _short(knowledge: Knowledge, names: tuple[Named, ...], left: float) -> tuple[Named, ...]:
    """The first of these names that are not too long together."""
    kept: list[Named] = []
    for one in names:
        seconds = _seconds(knowledge, one)
        if seconds <= left:
            left -= seconds
            kept.append(one)
    return tuple(kept)


def _seconds(knowledge: Knowledge, named: Named) -> float:
    """How long it takes to say a name in a list."""
    return spoken_seconds(f"{_name(knowledge, named)}, ")


def _name(knowledge: Knowledge, named: Named) -> str | None:
    """How something is named, or that it isn't so; None for what has no name of its own."""
    words = knowledge.library.first_words
    found = words.findings.get(named.id) or words.red_flags.get(named.id)
    if found is None:
        return None
    return found.name if named.present else found.absent
