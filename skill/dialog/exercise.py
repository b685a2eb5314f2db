"""What is said while exercises are coached: every state of a session answers every event."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from skill.coaching import position, precautions, selection
from skill.coaching.progression import AtLevel, harder
from skill.coaching.timeline import Kind, Pace
from skill.dialog import danger, opening, pain, playback
from skill.dialog.clearance import bar_of
from skill.dialog.events import Answered, Command, Counted, Described, Event, Launch, Said, Signed
from skill.dialog.reply import Act, Closing, Reply, naming
from skill.dialog.state import State, workout_of
from skill.interview.answers import known_from
from skill.interview.knowledge import Knowledge
from skill.library.types import YESES, Answer

PACES = tuple(Pace)
MISSES_UNTIL_END = 3


def heard(knowledge: Knowledge, state: State, event: Event) -> Reply | None:
    """The reply in a session; None where it is something for any time."""
    match event:
        case Launch():
            return playback.take_up(knowledge, state).after(Act("still-coaching"))
        case Counted(number):
            return pain.told(knowledge, state, number)
        case Signed(sign):
            return _signed(knowledge, state, sign)
        case Described():
            return _described(knowledge, state, event)
        case Answered(grade) if playback.is_over(state):
            return pain.graded(knowledge, state, grade)
        case Answered(grade):
            return _answered(knowledge, state, grade)
        case Said(what):
            return _said(knowledge, state, what)
    return None


def _answered(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    if grade in YESES:
        return playback.take_up(knowledge, state)
    return playback.hold(knowledge, state)


def _signed(knowledge: Knowledge, state: State, sign: str) -> Reply:
    """A stop sign ends all, or this exercise; one that this exercise may give asks about pain."""
    library = knowledge.library
    if library.stop_signs[sign].danger:
        raises = library.stop_signs[sign].raises
        if raises is None:
            return danger.stop(knowledge, state, (), Act("advice", sign))
        return danger.stop(knowledge, state, (raises,))
    workout = workout_of(state)
    if sign not in library.exercises[workout.now.exercise].stop:
        return pain.ask(state, Act("advice", sign))
    if playback.is_over(state) and not workout.hurt:
        state = replace(state, workout=playback.one_more_done(workout))
    eased = playback.eased_from_here(knowledge, state)
    return playback.next_when_ready(knowledge, eased).after(Act("stop-there"), Act("advice", sign))


def _described(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """What is volunteered is a stop sign, a red flag or pain; a mere answer stays one."""
    library = knowledge.library
    meant = {sign.raises: id for id, sign in library.stop_signs.items() if sign.raises}
    signs = [meant[id] for id in event.present if id in meant]
    dangerous = any(library.stop_signs[sign].danger for sign in signs)
    new = {*library.red_flags, *precautions.NEW_INJURY, *precautions.AT_REST}
    if dangerous or not new.isdisjoint(event.present):
        return danger.stop(knowledge, state, event.present)
    if signs:
        return _signed(knowledge, state, signs[0])
    if event.present:
        return _told(knowledge, state, event.present)
    if event.reply is not None and not event.absent:
        return heard(knowledge, state, Answered(event.reply)) or playback.take_up(knowledge, state)
    return playback.take_up(knowledge, state)


def _told(knowledge: Knowledge, state: State, felt: tuple[str, ...]) -> Reply:
    """Something new about where and how it hurts: what it speaks against is left from here on."""
    library, workout = knowledge.library, workout_of(state)
    noted = replace(state, given={**state.given, **dict.fromkeys(felt, Answer.YES)})
    if bar_of(library, noted) is not None:
        return danger.stop(knowledge, state, felt)
    known = known_from(library, noted.given)
    later = selection.suited(library.exercises, known, workout.steps[workout.step + 1 :]).steps
    kept = replace(workout, steps=(*workout.steps[: workout.step + 1], *later))
    if selection.suits(library.exercises[workout.now.exercise], known):
        return pain.ask(replace(noted, workout=kept))
    return playback.next_one(knowledge, replace(noted, workout=kept)).after(Act("left-out"))


def _said(knowledge: Knowledge, state: State, what: Command) -> Reply | None:
    workout = workout_of(state)
    match what:
        case "pause" | "wait":
            return playback.hold(knowledge, state)
        case "resume" | "ready":
            return playback.take_up(knowledge, _ready(knowledge, state, what))
        case "next" | "skip":
            return _skip(knowledge, state)
        case "previous" | "go-back":
            return playback.previous_one(knowledge, state)
        case "start-over":
            return playback.set_up(knowledge, state)
        case "unheard":
            return _unheard(knowledge, replace(state, without_apla=True))
        case "call-help" | "emergency" | "self-harm":
            return None
        case "how-to":
            return playback.set_up(knowledge, _unmet(state))
        case "repeat":
            return _repeat(knowledge, state)
        case "slower" | "faster":
            return _paced(knowledge, state, -1 if what == "slower" else 1)
        case "easier" | "harder":
            return _eased(knowledge, state) if what == "easier" else _hardened(knowledge, state)
        case "no-equipment":
            return _without(knowledge, state)
        case "hurts" | "other-body-part":
            return pain.ask(state)
        case "start-check" if playback.is_over(state):
            return opening.start_check(knowledge, state, None)
        case "start-check":
            return pain.ask(state)
        case "worse" | "same":
            return pain.compared(knowledge, state, what)
        case "child":
            return Closing((Act("too-young"), Act("coach-goodbye")))
        case "chest-pain":
            return danger.stop(knowledge, state, ("breathless-or-chest-pain",))
        case "stop":
            return Closing((Act("coach-goodbye"),))
        case "not-understood":
            return _missed(knowledge, state)
        case "other-person" if workout.held:
            return _missed(knowledge, state)
    aside = _aside(knowledge, state, what)
    if aside is None:
        return None
    on = playback.take_up(knowledge, state) if workout.held else playback.question(state)
    return on.after(aside)


def _aside(knowledge: Knowledge, state: State, what: Command) -> Act | None:
    """What is answered in passing, before it goes on."""
    workout = workout_of(state)
    match what:
        case "how-many-left":
            return _left(knowledge, state)
        case "which-exercise":
            return Act("this-is", names=naming(exercise=workout.now.exercise))
        case "why" | "reasons":
            return Act("why-this", workout.now.exercise)
        case "help":
            return _help(state)
        case "change" | "first-time":
            return Act("missed-once")
    return None


def _help(state: State) -> Act:
    over = state.pending == "how-much-pain"
    return Act("help-how-much-pain" if over else "help-ready-question")


def _missed(knowledge: Knowledge, state: State) -> Reply:
    """A set is held: who is heard in it may be in trouble. The third time in a row, it ends."""
    workout = workout_of(state)
    misses = state.misses + 1
    if workout.held:
        return playback.hold(knowledge, state).after(Act("missed-in-a-set"))
    if misses == MISSES_UNTIL_END:
        return Closing((Act("coach-goodbye"),))
    act = Act("missed-once") if misses == 1 else _help(state)
    return playback.question(replace(state, misses=misses)).after(act)


def _left(knowledge: Knowledge, state: State) -> Act:
    workout = workout_of(state)
    if playback.is_over(state):
        return Act("none-left")
    cues = playback.cues_of(knowledge.library, workout)
    sets, repetitions = position.left(cues, workout.cue)
    return Act("left-to-go", numbers={"sets": sets, "repetitions": repetitions})


def _ready(knowledge: Knowledge, state: State, what: Command) -> State:
    """Who is ready in the time to get into place starts at once."""
    workout = workout_of(state)
    cues = playback.cues_of(knowledge.library, workout)
    met = workout.now.exercise in workout.met
    if what == "ready" and met and cues[workout.cue].kind is Kind.FETCH:
        return replace(state, workout=replace(workout, cue=workout.cue + 1))
    return state


def _skip(knowledge: Knowledge, state: State) -> Reply:
    if playback.is_over(state):
        return pain.unknown(knowledge, state)
    return playback.next_one(knowledge, state)


def _unheard(knowledge: Knowledge, state: State) -> Reply:
    """What the device could not play, once more by other means."""
    workout = workout_of(state)
    if workout.held and workout.cue == 0:
        return playback.set_up(knowledge, _unmet(state))
    return playback.take_up(knowledge, state) if workout.held else playback.question(state)


def _repeat(knowledge: Knowledge, state: State) -> Reply:
    """The set-up once more where it is still on; in a set, its short form, and on it goes."""
    workout = workout_of(state)
    if not workout.held:
        return playback.question(state)
    cue = playback.cues_of(knowledge.library, workout)[workout.cue]
    if cue.kind is Kind.FETCH:
        return playback.set_up(knowledge, _unmet(state))
    reply = playback.play(knowledge, state)
    return reply.after(Act("set-up-again", workout.now.exercise), Act("resuming"))


def _unmet(state: State) -> State:
    """The state in which this exercise is set up as if for the first time."""
    workout = workout_of(state)
    met = tuple(id for id in workout.met if id != workout.now.exercise)
    return replace(state, workout=replace(workout, met=met))


def _paced(knowledge: Knowledge, state: State, by: int) -> Reply:
    workout = workout_of(state)
    at = PACES.index(workout.pace) + by
    if not 0 <= at < len(PACES):
        end = Act("slowest" if by < 0 else "fastest")
        return playback.take_up(knowledge, state).after(end)
    paced = replace(state, workout=replace(workout, pace=PACES[at]))
    reply = playback.take_up(knowledge, paced)
    return reply.after(Act("slower-now" if by < 0 else "faster-now"))


def _eased(knowledge: Knowledge, state: State) -> Reply:
    """Asked for: at once in a set, else for what loads the same part later."""
    if playback.is_over(state):
        eased = playback.eased_from_here(knowledge, state)
        said = Act("no-easier" if eased == state else "pain-easier-later")
        return playback.question(eased).after(said)
    lighter_now = pain.lighter(knowledge, state)
    if lighter_now is None:
        return playback.take_up(knowledge, state).after(Act("no-easier"))
    return _changed(knowledge, state, lighter_now, "made-easier")


def _hardened(knowledge: Knowledge, state: State) -> Reply:
    further = harder(knowledge.library.exercises, workout_of(state).now)
    if pain.is_too_much(knowledge, state):
        return playback.take_up(knowledge, state).after(Act("not-after-pain"))
    if further is None or not _may_be_next(knowledge, state, further):
        return playback.take_up(knowledge, state).after(Act("no-harder"))
    if playback.is_over(state):
        return pain.which(state)
    return _changed(knowledge, state, further, "made-harder")


def _may_be_next(knowledge: Knowledge, state: State, further: AtLevel) -> bool:
    """Where no pain is allowed, harder is more of the same and never another exercise."""
    known = known_from(knowledge.library, state.given)
    other = knowledge.library.exercises[further.exercise]
    is_other = further.exercise != workout_of(state).now.exercise
    if is_other and pain.allows_none(knowledge, state):
        return False
    return selection.suits(other, known)


def _changed(
    knowledge: Knowledge, state: State, now: AtLevel, act: Literal["made-easier", "made-harder"]
) -> Reply:
    """Another exercise from its beginning; another dose of this one from the set that is on."""
    workout = workout_of(state)
    other = playback.replaced(workout, now)
    if now.exercise != workout.now.exercise:
        anew = playback.set_up(knowledge, replace(state, workout=replace(other, cue=0)))
        return anew.after(Act(act, names=naming(exercise=now.exercise)))
    said = Act("made-easier-dose" if act == "made-easier" else "made-harder-dose")
    same_set = playback.at_the_set(knowledge.library, workout, now)
    if same_set is None:
        over = replace(state, pending="how-much-pain", workout=replace(other, cue=0, held=False))
        return playback.question(over).after(said)
    return playback.play(knowledge, replace(state, workout=same_set)).after(said)


def _without(knowledge: Knowledge, state: State) -> Reply:
    """What to do instead where the equipment is missing; else this one is left out."""
    workout = workout_of(state)
    exercises = knowledge.library.exercises
    instead = exercises[workout.now.exercise].instead
    known = known_from(knowledge.library, state.given)
    if not exercises[workout.now.exercise].equipment:
        return playback.take_up(knowledge, state).after(Act("set-up-again", workout.now.exercise))
    if instead is None or not selection.suits(exercises[instead], known):
        return playback.next_one(knowledge, state).after(Act("no-instead"))
    other = playback.replaced(workout, AtLevel(instead, 1))
    reply = playback.set_up(knowledge, replace(state, workout=replace(other, cue=0)))
    return reply.after(Act("instead-now", names=naming(exercise=instead)))
