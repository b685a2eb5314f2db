"""What is asked and commanded beside an answer, put into one reply with what is said to that."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from skill.dialog.events import Aside, Asked, Counted, Event, GoesTo, Remark, Said
from skill.dialog.reply import Act, Asking, Closing, Reply
from skill.dialog.state import EXERCISING, SCREENING, State, workout_of
from skill.dialog.transitions import is_over
from skill.dialog.workout import pain, pain_asides, playback, requests
from skill.dialog.workout.pain_rules import BEARABLE, GOES_ON, NOTED
from skill.interview.interview import Knowledge
from skill.library.types import Aspect

Answer = Callable[[State | None, Event], Reply]
"""The reply to an event in a state."""

PLAYED = frozenset(
    {
        *("set-up", "set-up-again", "set", "resuming", "with-load", "with-load-again"),
        *("both-share", "both-in-turn"),
    }
)
"""What is said once an exercise begins or goes on; whatever is told comes before it."""
COMMANDS: frozenset[Remark] = frozenset(
    {
        *("pause", "wait", "skip", "next", "previous", "slower", "faster", "easier", "harder"),
        *("longer-rest", "start-over", "no-equipment", "rules-out", "only-sore"),
    }
)
"""What changes how it goes on; the rest only asks."""
FIRST: frozenset[Remark] = frozenset({"skip-next", "briefer"})
"""What is done before the answer is taken: the exercise that it leads to depends on it."""
AGAIN: frozenset[Remark] = frozenset({"start-over", "previous", "go-back"})
"""Beside a number these mean the exercise that was just done."""
BEGINS = frozenset({"routine-start", "routine-again", "routine-of-one", "exercise-start"})
"""What is said where a workout begins: how many exercises, and how long they take."""
WAITS: frozenset[Remark] = frozenset({"pause", "wait"})
EASED = frozenset(
    {
        *("pain-easier", "pain-easier-later", "pain-easier-next-time", "pain-leave"),
        *("pain-leave-easiest", "pain-keep-often", "pain-skipped", "pain-unknown", "not-done"),
    }
)
"""What is said first of a pain with which it goes on otherwise."""


class Talk(Struct, frozen=True):
    """What counts first in a sentence, the state that it found, and how the rest is answered."""

    knowledge: Knowledge
    before: State | None
    first: Event
    answer: Answer


def prepared(
    state: State | None, besides: tuple[Aside, ...], answer: Answer
) -> tuple[State | None, tuple[Act, ...], tuple[Aside, ...]]:
    """The state in which an answer is taken, what is said of what was done before, and the rest."""
    said: tuple[Act, ...] = ()
    rest: list[Aside] = []
    for one in besides:
        if not isinstance(one, Said) or state is None:
            rest.append(one)
            continue
        kept = requests.noted(state, one) if state.pending in SCREENING else None
        if kept is not None:
            known, (state, told) = state, kept
            said_before = state == known and state.unequipped and one.what == "no-equipment"
            said = said if told is None or said_before else (*said, told)
            continue
        of_what_comes = one.what in {"only-sore", "rules-out"} and is_over(state)
        if one.what not in FIRST and not of_what_comes:
            rest.append(one)
            continue
        done = answer(state, one)
        if isinstance(done, Asking):
            said = (*said, *(act for act in done.said if act.id not in PLAYED))
            state = _with_changes(state, done.state)
    return state, said, tuple(rest)


def rated(
    knowledge: Knowledge, state: State | None, event: Event, besides: tuple[Aside, ...]
) -> tuple[Reply | None, tuple[Aside, ...]]:
    """The reply to a number of pain with what is taken in view of it, and the rest of what was
    said; None where there is none of both.
    """
    if state is None or state.pending not in EXERCISING:
        return None, besides
    if not isinstance(event, Counted) or event.eases:
        return None, besides
    number = event.number
    for at, one in enumerate(besides):
        if pain_asides.is_of_pain(one):
            reply = pain_asides.take_with(
                knowledge, state, lambda told: pain.take(knowledge, told, number), one
            )
            return reply, (*besides[:at], *besides[at + 1 :])
    return None, besides


def _with_changes(state: State, after: State) -> State:
    """The state with what a command has changed of all that comes."""
    state = replace(state, brief=after.brief, ruled_out=after.ruled_out)
    if state.workout is None or after.workout is None:
        return state
    changed = after.workout
    workout = replace(state.workout, steps=changed.steps, only=changed.only, first=changed.first)
    return replace(state, workout=workout)


def joined(talk: Talk, taken: Reply, besides: tuple[Aside, ...]) -> Reply:
    """The reply to what counts first, and to all that was said beside it.

    Where that ends an exercise for what is felt, it stands alone.
    """
    for one in besides:
        if _ends(talk, taken):
            return taken
        taken = _with_one(talk, taken, one)
    return taken


def as_wanted(talk: Talk, taken: Reply) -> Reply:
    """The reply in which the first exercise begins as it was wanted before it."""
    after = taken.state if isinstance(taken, Asking) else None
    if not isinstance(taken, Asking) or after is None or after.pending not in EXERCISING:
        return taken
    wish = workout_of(after).wish
    if not wish.changed:
        return taken
    begun = replace(workout_of(after), wish=replace(wish, changed=()))
    said = tuple(act for act in taken.said if act.id != "when-it-begins")
    reply: Reply = replace(taken, said=said, state=replace(after, workout=begun))
    for change in wish.changed:
        reply = _with_one(talk, reply, Said(change))
    return reply


def _ends(talk: Talk, taken: Reply) -> bool:
    before = talk.before
    if taken.result is not None:
        return True
    if isinstance(talk.first, Counted) and before and before.pending == "how-much-pain":
        told = (act for act in taken.said if act.id not in {"left-out-later", "briefer"})
        return next((act.id not in BEARABLE | EASED for act in told), False)
    coached = before is not None and before.workout is not None
    return coached and (taken.state is None or taken.state.workout is None)


def _with_one(talk: Talk, taken: Reply, one: Aside) -> Reply:
    after = taken.state if isinstance(taken, Asking) else None
    commands = isinstance(one, GoesTo) or (isinstance(one, Said) and one.what in COMMANDS)
    if commands and after is not None and after.pending in EXERCISING:
        return _done(talk, after, taken, one)
    open_choice = after is not None and after.pending == "which-one"
    if open_choice or _is_told(taken, one):  # Which of two was meant is settled first.
        return taken
    asked = talk.answer(_asked_at(talk.before, after), one)
    if not isinstance(asked, Asking) or asked.result is not None:
        return taken
    if one == Said("in-parts") and asked.state.pending in SCREENING:
        return replace(asked, said=(*taken.said, *asked.said))
    said_so = {*PLAYED, *(act.id for act in taken.said)}
    told = tuple(act for act in asked.said if act.id not in said_so)
    at = _place_of(talk.first, taken)
    said = (*taken.said[:at], *told, *taken.said[at:])
    if isinstance(taken, Closing):
        return replace(taken, said=said) if isinstance(talk.first, Counted) else taken
    return replace(taken, said=said, state=replace(taken.state, talk=asked.state.talk))


def _is_told(taken: Reply, one: Aside) -> bool:
    """Whether it is asked how long it takes, which is told where a routine begins."""
    of_length = isinstance(one, Said) and (one.what == "how-many-left" or one.detail == "length")
    of_length = of_length or (isinstance(one, Asked) and one.aspect is Aspect.HOW_LONG)
    return of_length and any(act.id in BEGINS for act in taken.said)


def _place_of(first: Event, taken: Reply) -> int:
    """Where an answer to a question stands: behind what is said of a pain, before what plays."""
    rated = (at for at, act in enumerate(taken.said) if act.id in BEARABLE | EASED)
    if isinstance(first, Counted) and (at := next(rated, None)) is not None:
        return at + 1
    return _played_from(taken)


def _played_from(taken: Reply) -> int:
    played = (at for at, act in enumerate(taken.said) if act.id in PLAYED)
    return next(played, len(taken.said))


def _asked_at(before: State | None, after: State | None) -> State | None:
    """The state in which a question is answered: that of the exercise that was on, or begins."""
    if after is None or (before is not None and before.pending in EXERCISING):
        return before
    if after.pending in EXERCISING:
        return _waiting(before, after)
    return after if after.pending in {*SCREENING, "question"} else before


def _waiting(before: State | None, after: State) -> State:
    """The state in which what would play now waits for a word, and nothing of it was heard."""
    workout = workout_of(after)
    if not workout.until:
        return after
    was = before.workout if before is not None else None
    begins = was is None or was.step != workout.step or not was.steps
    waits = replace(workout, until=0, since=None, held=False)
    if begins:
        met = was.met if was is not None else ()
        waits = replace(waits, cue=0, into=0.0, met=met)
    return replace(after, pending="ready-question", workout=waits)


def _done(talk: Talk, after: State, taken: Reply, one: Aside) -> Reply:
    """What is commanded, done once what counts first has led on."""
    before, again = talk.before, isinstance(one, Said) and one.what in AGAIN
    if again and before is not None and before.pending == "how-much-pain":
        anew = replace(workout_of(before), cue=0, into=0.0, held=False, pain=workout_of(after).pain)
        same = replace(before, pending="ready-question", misses=0, workout=anew)
        rated = [act for act in taken.said[:1] if act.id not in GOES_ON]
        return playback.set_up(talk.knowledge, same).after(*rated, Act("once-again"))
    done = talk.answer(_waiting(before, after), one)
    kept = taken.said[: _played_from(taken)]
    if isinstance(one, Said) and one.what in WAITS:
        kept = tuple(map(_held, kept))
    said = (*kept, *(act for act in done.said if act.id != "resuming" or act not in taken.said))
    return replace(done, said=said)


def _held(act: Act) -> Act:
    """What is said of a number, and of what comes next, where it waits."""
    if act.id == "exercise-next":
        return Act("next-is", names=act.names)
    noted = NOTED.get(act.id)
    return Act(noted) if noted else act
