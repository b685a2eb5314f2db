"""What is said while exercises are coached: every state of a session answers every event."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import plan, position, screening
from skill.coaching.adjust import AtLevel, harder
from skill.coaching.timeline import Kind, Pace
from skill.dialog import danger, exercise, opening, pain
from skill.dialog.acts import Act, naming
from skill.dialog.clearance import bar_of
from skill.dialog.events import Answered, Counted, Described, Event, Launch, Said, Signed
from skill.dialog.reply import Reply
from skill.dialog.state import State, coach_of
from skill.interview.answers import known_from
from skill.interview.knowledge import Knowledge
from skill.library.types import YESES, Answer

PACES = tuple(Pace)
MISSES_UNTIL_END = 3


def heard(knowledge: Knowledge, state: State, event: Event) -> Reply | None:
    """The reply in a session; None where it is something for any time."""
    match event:
        case Launch():
            return exercise.take_up(knowledge, state).after(Act("still-coaching"))
        case Counted(number):
            return pain.told(knowledge, state, number)
        case Signed(sign):
            return _signed(knowledge, state, sign)
        case Described():
            return _described(knowledge, state, event)
        case Answered(grade) if exercise.is_over(state):
            return pain.graded(knowledge, state, grade)
        case Answered(grade):
            return _answered(knowledge, state, grade)
        case Said(what):
            return _said(knowledge, state, what)
    return None


def _answered(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    if grade in YESES:
        return exercise.take_up(knowledge, state)
    return exercise.hold(knowledge, state)


def _signed(knowledge: Knowledge, state: State, sign: str) -> Reply:
    """A stop sign ends all, or this exercise; one that this exercise may give asks about pain."""
    library = knowledge.library
    if library.stop_signs[sign].danger:
        raises = library.stop_signs[sign].raises
        if raises is None:
            return danger.stop(knowledge, state, (), Act("advice", sign))
        return danger.stop(knowledge, state, (raises,))
    coach = coach_of(state)
    if sign not in library.exercises[coach.now.exercise].stop:
        return pain.ask(state, Act("advice", sign))
    if exercise.is_over(state) and not coach.hurt:
        state = replace(state, coach=exercise.one_more_done(coach))
    eased = exercise.eased_from_here(knowledge, state)
    return exercise.next_when_ready(knowledge, eased).after(Act("stop-there"), Act("advice", sign))


def _described(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """What is volunteered is a stop sign, a red flag or pain; a mere answer stays one."""
    library = knowledge.library
    meant = {sign.raises: id for id, sign in library.stop_signs.items() if sign.raises}
    signs = [meant[id] for id in event.present if id in meant]
    dangerous = any(library.stop_signs[sign].danger for sign in signs)
    new = {*library.red_flags, *screening.NEW_INJURY, *screening.AT_REST}
    if dangerous or not new.isdisjoint(event.present):
        return danger.stop(knowledge, state, event.present)
    if signs:
        return _signed(knowledge, state, signs[0])
    if event.present:
        return _told(knowledge, state, event.present)
    if event.reply is not None and not event.absent:
        return heard(knowledge, state, Answered(event.reply)) or exercise.take_up(knowledge, state)
    return exercise.take_up(knowledge, state)


def _told(knowledge: Knowledge, state: State, felt: tuple[str, ...]) -> Reply:
    """Something new about where and how it hurts: what it speaks against is left from here on."""
    library, coach = knowledge.library, coach_of(state)
    noted = replace(state, given={**state.given, **dict.fromkeys(felt, Answer.YES)})
    if bar_of(library, noted) is not None:
        return danger.stop(knowledge, state, felt)
    known = known_from(library, noted.given)
    later = plan.suited(library.exercises, known, coach.steps[coach.step + 1 :]).steps
    kept = replace(coach, steps=(*coach.steps[: coach.step + 1], *later))
    if plan.suits(library.exercises[coach.now.exercise], known):
        return pain.ask(replace(noted, coach=kept))
    return exercise.next_one(knowledge, replace(noted, coach=kept)).after(Act("left-out"))


def _said(knowledge: Knowledge, state: State, what: str) -> Reply | None:
    coach = coach_of(state)
    match what:
        case "pause" | "wait":
            return exercise.hold(knowledge, state)
        case "resume" | "ready":
            return exercise.take_up(knowledge, _ready(knowledge, state, what))
        case "next" | "skip":
            return _skip(knowledge, state)
        case "previous" | "go-back":
            return exercise.previous_one(knowledge, state)
        case "start-over":
            return exercise.set_up(knowledge, state)
        case "unheard":
            return _unheard(knowledge, replace(state, without_apla=True))
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
        case "start-check" if exercise.is_over(state):
            return opening.start_check(knowledge, state, None)
        case "start-check":
            return pain.ask(state)
        case "worse" | "same":
            return pain.compared(knowledge, state, what)
        case "child":
            return Reply((Act("too-young"), Act("coach-goodbye")), None)
        case "chest-pain":
            return danger.stop(knowledge, state, ("breathless-or-chest-pain",))
        case "stop":
            return Reply((Act("coach-goodbye"),), None)
        case "not-understood":
            return _missed(knowledge, state)
        case "other-person" if coach.held:
            return _missed(knowledge, state)
    aside = _aside(knowledge, state, what)
    if aside is None:
        return None
    on = exercise.take_up(knowledge, state) if coach.held else exercise.question(state)
    return on.after(aside)


def _aside(knowledge: Knowledge, state: State, what: str) -> Act | None:
    """What is answered in passing, before it goes on."""
    coach = coach_of(state)
    match what:
        case "how-many-left":
            return _left(knowledge, state)
        case "which-exercise":
            return Act("this-is", names=naming(exercise=coach.now.exercise))
        case "why" | "reasons":
            return Act("why-this", coach.now.exercise)
        case "help":
            return Act(f"help-{state.pending}")
        case "change" | "first-time":
            return Act("missed-once")
    return None


def _missed(knowledge: Knowledge, state: State) -> Reply:
    """A set is held: who is heard in it may be in trouble. The third time in a row, it ends."""
    coach = coach_of(state)
    misses = state.misses + 1
    if coach.held:
        return exercise.hold(knowledge, state).after(Act("missed-in-a-set"))
    if misses == MISSES_UNTIL_END:
        return Reply((Act("coach-goodbye"),), None)
    act = Act("missed-once") if misses == 1 else Act(f"help-{state.pending}")
    return exercise.question(replace(state, misses=misses)).after(act)


def _left(knowledge: Knowledge, state: State) -> Act:
    coach = coach_of(state)
    if exercise.is_over(state):
        return Act("none-left")
    cues = exercise.cues_of(knowledge.library, coach)
    sets, repetitions = position.left(cues, coach.cue)
    return Act("left-to-go", numbers={"sets": sets, "repetitions": repetitions})


def _ready(knowledge: Knowledge, state: State, what: str) -> State:
    """Who is ready in the time to get into place starts at once."""
    coach = coach_of(state)
    cues = exercise.cues_of(knowledge.library, coach)
    met = coach.now.exercise in coach.met
    if what == "ready" and met and cues[coach.cue].kind is Kind.FETCH:
        return replace(state, coach=replace(coach, cue=coach.cue + 1))
    return state


def _skip(knowledge: Knowledge, state: State) -> Reply:
    if exercise.is_over(state):
        return pain.unknown(knowledge, state)
    return exercise.next_one(knowledge, state)


def _unheard(knowledge: Knowledge, state: State) -> Reply:
    """What the device could not play, once more by other means."""
    coach = coach_of(state)
    if coach.held and coach.cue == 0:
        return exercise.set_up(knowledge, _unmet(state))
    return exercise.take_up(knowledge, state) if coach.held else exercise.question(state)


def _repeat(knowledge: Knowledge, state: State) -> Reply:
    """The set-up once more where it is still on; in a set, its short form, and on it goes."""
    coach = coach_of(state)
    if not coach.held:
        return exercise.question(state)
    cue = exercise.cues_of(knowledge.library, coach)[coach.cue]
    if cue.kind is Kind.FETCH:
        return exercise.set_up(knowledge, _unmet(state))
    again = exercise.play(knowledge, state)
    return again.after(Act("set-up-again", coach.now.exercise), Act("resuming"))


def _unmet(state: State) -> State:
    """The state in which this exercise is set up as if for the first time."""
    coach = coach_of(state)
    met = tuple(id for id in coach.met if id != coach.now.exercise)
    return replace(state, coach=replace(coach, met=met))


def _paced(knowledge: Knowledge, state: State, by: int) -> Reply:
    coach = coach_of(state)
    at = PACES.index(coach.pace) + by
    if not 0 <= at < len(PACES):
        end = Act("slowest" if by < 0 else "fastest")
        return exercise.take_up(knowledge, state).after(end)
    paced = replace(state, coach=replace(coach, pace=PACES[at]))
    reply = exercise.take_up(knowledge, paced)
    return reply.after(Act("slower-now" if by < 0 else "faster-now"))


def _eased(knowledge: Knowledge, state: State) -> Reply:
    """Asked for: at once in a set, else for what loads the same part later."""
    if exercise.is_over(state):
        eased = exercise.eased_from_here(knowledge, state)
        said = "no-easier" if eased == state else "pain-easier-later"
        return exercise.question(eased).after(Act(said))
    lighter_now = pain.lighter(knowledge, state)
    if lighter_now is None:
        return exercise.take_up(knowledge, state).after(Act("no-easier"))
    return _changed(knowledge, state, lighter_now, "made-easier")


def _hardened(knowledge: Knowledge, state: State) -> Reply:
    further = harder(knowledge.library.exercises, coach_of(state).now)
    if pain.is_too_much(knowledge, state):
        return exercise.take_up(knowledge, state).after(Act("not-after-pain"))
    if further is None or not _may_be_next(knowledge, state, further):
        return exercise.take_up(knowledge, state).after(Act("no-harder"))
    if exercise.is_over(state):
        return pain.which(state)
    return _changed(knowledge, state, further, "made-harder")


def _may_be_next(knowledge: Knowledge, state: State, further: AtLevel) -> bool:
    """Where no pain is allowed, harder is more of the same and never another exercise."""
    known = known_from(knowledge.library, state.given)
    other = knowledge.library.exercises[further.exercise]
    is_other = further.exercise != coach_of(state).now.exercise
    if is_other and pain.allows_none(knowledge, state):
        return False
    asked = "safety-person" in state.screened or not screening.is_open(known, [other])
    return asked and plan.suits(other, known)


def _changed(knowledge: Knowledge, state: State, now: AtLevel, act: str) -> Reply:
    """Another exercise from its beginning; another dose of this one from the set that is on."""
    coach = coach_of(state)
    other = exercise.replaced(coach, now)
    if now.exercise != coach.now.exercise:
        anew = exercise.set_up(knowledge, replace(state, coach=replace(other, cue=0)))
        return anew.after(Act(act, names=naming(exercise=now.exercise)))
    said = Act(f"{act}-dose")
    same_set = exercise.at_the_set(knowledge.library, coach, now)
    if same_set is None:
        over = replace(state, pending="how-much-pain", coach=replace(other, cue=0, held=False))
        return exercise.question(over).after(said)
    return exercise.play(knowledge, replace(state, coach=same_set)).after(said)


def _without(knowledge: Knowledge, state: State) -> Reply:
    """What to do instead where the equipment is missing; else this one is left out."""
    coach = coach_of(state)
    exercises = knowledge.library.exercises
    instead = exercises[coach.now.exercise].instead
    known = known_from(knowledge.library, state.given)
    if not exercises[coach.now.exercise].equipment:
        return exercise.take_up(knowledge, state).after(Act("set-up-again", coach.now.exercise))
    if instead is None or not plan.suits(exercises[instead], known):
        return exercise.next_one(knowledge, state).after(Act("no-instead"))
    other = exercise.replaced(coach, AtLevel(instead, 1))
    reply = exercise.set_up(knowledge, replace(state, coach=replace(other, cue=0)))
    return reply.after(Act("instead-now", names=naming(exercise=instead)))
