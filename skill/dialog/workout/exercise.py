"""The scene of a workout: every state in it answers every event."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import doses, precautions, selection
from skill.dialog.check import check
from skill.dialog.clearance import OF_AN_EXERCISE, bar_of, next_open
from skill.dialog.events import (
    Answered,
    Counted,
    Described,
    Event,
    GoesTo,
    Launch,
    Remark,
    Said,
    Signed,
    Wants,
)
from skill.dialog.reply import Act, Closing, Reply
from skill.dialog.state import MOST_MISSES, State, workout_of
from skill.dialog.transitions import is_over
from skill.dialog.workout import (
    beginning,
    difficulty,
    dose_words,
    exercise_questions,
    false_alarms,
    jumps,
    moves,
    omissions,
    pain,
    pain_asides,
    pain_question,
    playback,
    set_up_details,
    side_answers,
    sides,
    stop_requests,
    waits,
    whereabouts,
)
from skill.dialog.workout.pain_rules import ease_from_here
from skill.interview import onset
from skill.interview.assessment import assess
from skill.interview.interview import Knowledge
from skill.library.types import YESES, Answer

ONWARD: frozenset[Remark] = frozenset({"next", "skip", "next-set"})
"""Words that lead on, and past the question for pain."""
OF_A_RUN = frozenset(
    {
        *("worse-running", "worse-as-run-goes-on", "same-minute-each-run", "warms-up"),
        "settles-within-minutes",
    }
)
"""How a pain goes as a run goes on. In an exercise it is said of that: a muscle that works gets
sore the longer it is held, and that tells of no artery."""


def reply_to(knowledge: Knowledge, state: State, event: Event) -> Reply | None:
    """The reply in a workout; None for what `commands` answers at any time."""
    match event:
        case Launch():
            return playback.take_up(knowledge, state).after(Act("still-coaching"))
        case Counted(number, eases=True):
            return pain.take_and_ease(knowledge, state, number)
        case Counted(number):
            return pain_asides.take(
                knowledge, state, lambda told: pain.take(knowledge, told, number)
            )
        case GoesTo():
            return _jump(knowledge, state, event)
        case Signed(sign, where):
            return _signed(knowledge, state, sign, where)
        case Described():
            return _described(knowledge, state, event)
        case Answered(grade):
            return _answered(knowledge, state, grade)
        case Said("asks-of-it"):
            told = exercise_questions.answer(knowledge, state, event)
            return _aside(knowledge, state, told, agrees=event.agrees)
        case Said("only-sore") if (only := sides.wanted(state, event)) is not None:
            return sides.leave_other_out(knowledge, state, only)
        case Said("rules-out"):
            return beginning.rule_out(knowledge, state, event.ruled_out)
        case Said("how-to", unequipped=True):  # "What do I hold if I have no chair?"
            return _said(knowledge, state, "no-equipment")
        case Said("how-to", detail=str() as detail) if set_up_details.has(knowledge, state, detail):
            return _aside(knowledge, state, (set_up_details.told(state, detail),))
        case Said(what):
            return _said(knowledge, state, what)
        case Wants(exercise=str() as wanted) if jumps.leads_somewhere(state, GoesTo((wanted,))):
            return _jump(knowledge, state, GoesTo((wanted,)))
        case Wants(routine=None, exercise=None, minutes=None) if event.beside.only is not None:
            return sides.leave_other_out(knowledge, state, event.beside.only)
        case Wants(exercise=None, minutes=None, step=None) if event.routine in {
            None,
            workout_of(state).wish.routine,
        }:
            return _said(knowledge, state, "ready")  # "Start the exercise": it is under way.
    return None


def _jump(knowledge: Knowledge, state: State, to: GoesTo) -> Reply:
    """To another exercise; past the question for pain as who skips it."""
    leaves = jumps.leaves_this(state, to)
    if not is_over(state) or not (leaves or jumps.leads_somewhere(state, to)):
        return jumps.jump(knowledge, state, to)
    if leaves:
        return pain.take_skip(knowledge, state)
    passed, said = pain.pass_over(knowledge, state)
    return jumps.jump(knowledge, passed, to).after(said)


def _answered(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    if is_over(state):
        return pain.take_grade(knowledge, state, grade)
    if grade in YESES:
        return difficulty.go_on(knowledge, state) or playback.take_up(knowledge, state)
    return waits.hold(knowledge, state)


def _signed(knowledge: Knowledge, state: State, sign: str, where: tuple[str, ...] = ()) -> Reply:
    """A stop sign ends all, or this exercise; one that this exercise may give asks about pain."""
    library = knowledge.library
    if library.stop_signs[sign].danger:
        raises, first = library.stop_signs[sign].raises, library.stop_signs[sign].asks
        felt = (raises, *where) if raises else where
        return pain.stop(knowledge, state, felt, Act("advice", sign), first=first)
    workout = workout_of(state)
    if sign not in library.exercises[workout.now.exercise].stop:
        return pain_question.ask(state, Act("advice", sign))
    if is_over(state) and not workout.hurt:
        state = replace(state, workout=doses.count_done(workout))
    eased = ease_from_here(knowledge, state)
    return playback.next_when_ready(knowledge, eased).after(Act("stop-there"), Act("advice", sign))


def _described(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """What is volunteered is a stop sign, a red flag or pain; a mere answer stays one."""
    library = knowledge.library
    meant = {sign.raises: id for id, sign in library.stop_signs.items() if sign.raises}
    signs = [meant[id] for id in event.present if id in meant]
    dangerous = [sign for sign in signs if library.stop_signs[sign].danger]
    if dangerous or not precautions.is_no_alarm(library, event.present):
        if event.beside.doubtful:
            one = event.present[0]
            asked = pain.end(knowledge, state, (), Act("stop-there"), first=one)
            winded = event.beside.winded
            return false_alarms.may_be_none(knowledge, state, asked, one, winded=winded)
        if event.beside.taken_back:
            return false_alarms.ask_at_once(knowledge, pain.stop(knowledge, state, event.present))
        advice = (Act("advice", sign) for sign in dangerous[:1])
        return pain.stop(knowledge, state, event.present, *advice)
    if signs:
        return _signed(knowledge, state, signs[0])
    if event.reply in YESES and library.gates.keys() >= {*event.present}:
        return _answered(knowledge, state, event.reply)  # "Okay, right leg then" tells of no pain.
    if event.present:
        return _told(knowledge, state, event.present)
    if event.side is not None and not event.absent and event.reply is None:
        return _aside(knowledge, state, whereabouts.side(knowledge, state))
    if event.reply is None or event.absent:
        return playback.take_up(knowledge, state)
    return _answered(knowledge, state, event.reply)


def _told(knowledge: Knowledge, state: State, felt: tuple[str, ...]) -> Reply:
    """Something new about where and how it hurts: what it speaks against is left from here on.

    That it gets worse or better, or comes as it goes on, is said of this exercise here, and asks
    how much it hurts.
    """
    library, workout = knowledge.library, workout_of(state)
    felt = tuple(id for id in felt if id not in onset.FINDINGS | OF_A_RUN)
    noted = replace(state, given={**state.given, **dict.fromkeys(felt, Answer.YES)})
    assessed = assess(library, noted.given)
    asks_more = next_open(library, noted, assessed) not in {None, *OF_AN_EXERCISE}
    if asks_more or bar_of(library, noted, assessed=assessed) is not None:
        return pain.stop(knowledge, state, felt)
    known = selection.without_postures(assessed.known, noted.ruled_out)
    later = selection.select(library.exercises, known, workout.steps[workout.step + 1 :]).steps
    kept = replace(workout, steps=(*workout.steps[: workout.step + 1], *later))
    if selection.suits(library.exercises[workout.now.exercise], known):
        return pain_question.ask(replace(noted, workout=kept))
    return playback.next_one(knowledge, replace(noted, workout=kept)).after(Act("left-out"))


def _said(knowledge: Knowledge, state: State, what: Remark) -> Reply | None:
    if what in ONWARD and is_over(state):
        return pain.take_skip(knowledge, state)
    wished = difficulty.go_on(knowledge, state) if what == "ready" else None
    done = (
        wished
        or omissions.reply_to(knowledge, state, what)
        or moves.reply_to(knowledge, state, what)
        or difficulty.change(knowledge, state, what)
    )
    if done is not None:
        return done
    workout = workout_of(state)
    match what:
        case "call-help" | "emergency" | "passes-blood" | "self-harm":
            return None
        case "skip-questions":
            over = is_over(state)
            return pain.take_skip(knowledge, state) if over else playback.take_up(knowledge, state)
        case "hurts" | "should-stop" if is_over(state) and not workout.hurt:
            return pain_question.ask_for_number(state, "pain-in-a-number")
        case "should-stop":
            return pain_question.ask(state, asks_to_stop=True)
        case "not-done":
            return pain.take_skip(knowledge, state)
        case "hurts" | "other-body-part":
            return pain_question.ask(state)
        case "start-check" | "no-exercise" as leaving:
            return check.leave_exercise(knowledge, state, leaving)
        case "worse" | "same":
            return pain.take_comparison(knowledge, state, what)
        case "child" | "young-wish":
            return Closing((Act("too-young"), Act("coach-goodbye")))
        case "chest-pain":
            return pain.stop(knowledge, state, (pain.CHEST,))
        case "stop":
            return Closing((Act("coach-goodbye"),))
        case "may-stop":
            return stop_requests.allow(knowledge, state)
        case "not-understood":
            return _missed(knowledge, state)
        case "another-in-danger" if workout.held:
            return waits.hold(knowledge, state).after(Act(what))
        case "other-person" if workout.held:
            return waits.hold(knowledge, state)
        case "feels-worried" if workout.held:  # Who is afraid in a set may be in trouble.
            return waits.hold(knowledge, state).after(Act(what))
        case "stop-later":
            return _aside(knowledge, state, (Act("stop-later"),))
        case "how-many-sets":
            return _aside(knowledge, state, dose_words.of_now(knowledge.library, state))
        case "briefer":
            return _briefer(knowledge, state)
        case "skip-next":
            stays, said = jumps.leave_next_out(state)
            return _aside(knowledge, stays, (said,))
        case "only-sore":
            return _aside(knowledge, state, (Act("only-which"),))
        case "which-side" | "last-side" | "one-or-both":
            return _aside(knowledge, state, side_answers.answer(knowledge, state, what))
    aside = whereabouts.answer(knowledge, state, what)
    return _aside(knowledge, state, aside) if aside else None


def _aside(
    knowledge: Knowledge, state: State, told: tuple[Act, ...], *, agrees: bool = False
) -> Reply:
    """Something told in passing, and on it goes; what was asked is asked again but after a yes."""
    on_it_goes = workout_of(state).held or agrees
    on = playback.take_up(knowledge, state) if on_it_goes else playback.question(state)
    return on.after(*told)


def _briefer(knowledge: Knowledge, state: State) -> Reply:
    """Less is told from here on; a set-up that is on ends, and the set begins."""
    brief = replace(state, brief=True)
    if is_over(state) or not workout_of(state).held:
        return playback.question(brief).after(Act("briefer"))
    return playback.take_up(knowledge, waits.end(knowledge, brief)).after(Act("briefer"))


def _missed(knowledge: Knowledge, state: State) -> Reply:
    """A set is held: who is heard in it may be in trouble. The third time counts as "not sure"."""
    workout = workout_of(state)
    misses = state.misses + 1
    if workout.held:
        return waits.hold(knowledge, state).after(Act("missed-in-a-set"))
    if misses == MOST_MISSES:
        unsure = reply_to(knowledge, replace(state, misses=0), Answered(Answer.NOT_SURE))
        assert unsure is not None, "both questions of a set take not being sure"
        return unsure.after(Act("missed-twice-offer"))
    act = Act("missed-once") if misses == 1 else whereabouts.help_of(state)
    return playback.question(replace(state, misses=misses)).after(act)
