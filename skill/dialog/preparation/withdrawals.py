"""What needs a clinician's word and is taken back where that word is asked for: "I'm a man"."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import precautions
from skill.coaching.workout import Workout
from skill.dialog.events import Described, Event, Said
from skill.dialog.reply import Reply
from skill.dialog.state import State, workout_of
from skill.dialog.workout import beginning
from skill.interview.answers import OF_WOMEN, is_yes
from skill.interview.interview import Knowledge
from skill.library.types import Answer

OF_A_WOMAN = frozenset(OF_WOMEN)
"""What is so of no man, and of nobody who is older than sixty five."""
SPEAKS_AGAINST = ("male", precautions.OLDER)
ASKED = "clinician-seen"
PERSON = "safety-person"


def take_back(knowledge: Knowledge, state: State, event: Event) -> Reply | None:
    """The question who somebody is once more, without what was denied; None where nothing is."""
    told = {id for id in precautions.ALLOWED_BY_A_WORD if is_yes(state.given, id)}
    if state.pending != ASKED or not told:
        return None
    denied = _denied(state, event) & told
    if not denied:
        return None
    if "pregnant" in denied:
        denied |= OF_A_WOMAN
    given = {**state.given, **dict.fromkeys(denied, Answer.NO)}
    alarms = tuple(id for id in state.alarms if id not in denied)
    screened = tuple(id for id in state.screened if id not in {ASKED, PERSON})
    wish = workout_of(state).wish
    again = replace(state, given=given, alarms=alarms, screened=screened, workout=Workout(wish))
    return beginning.go_on(knowledge, replace(again, misses=0))


def _denied(state: State, event: Event) -> frozenset[str]:
    """What an event denies of who somebody is; all of it where it only says that it was wrong."""
    if event == Said("change") or event == Said("false-alarm"):
        return precautions.ALLOWED_BY_A_WORD
    if not isinstance(event, Described) or event.present or event.beside.cleared:
        return frozenset()
    against = any(is_yes(state.given, id) for id in SPEAKS_AGAINST)
    return frozenset(event.absent) | (OF_A_WOMAN if against else frozenset())
