"""What hurts in an exercise: how much, and what that decides; a danger ends the exercises."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import doses, precautions
from skill.coaching.progression import WORST, AtLevel, Decision, decide
from skill.coaching.workout import MOST_KEPT_LOADS, Workout
from skill.dialog import question
from skill.dialog.check import check, doubts
from skill.dialog.events import Remark
from skill.dialog.reply import Act, Closing, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import State, workout_of
from skill.dialog.transitions import fresh_after
from skill.dialog.workout import danger_words, dose_words, false_alarms, playback
from skill.dialog.workout.pain_question import ask_for_number, hurt, said_to
from skill.dialog.workout.pain_rules import (
    NONE,
    counts_as_unknown,
    ease_from_here,
    just_too_much,
    lighter,
    rules_of,
)
from skill.interview import onset, red_flags, safety_questions
from skill.interview.answers import is_yes
from skill.interview.assessment import assess
from skill.interview.interview import HOW_IT_BEGAN, Knowledge
from skill.library.types import Answer, Care

BEYOND = 20
"""Numbers from eleven to this mean pain beyond the worst; greater ones mean something else."""
CHEST = "breathless-or-chest-pain"
"""The red flag of a breath that is short, and of pain in the chest."""
SEVERE_PAIN = "severe-pain"
"""The red flag that a number of seven and more raises."""


def take(knowledge: Knowledge, state: State, number: int) -> Reply:
    """A number of pain: asked for, or in the middle or between the parts of a set."""
    told = replace(state, workout=hurt(state))
    if number > BEYOND:
        return ask_for_number(replace(told, pending="how-much-pain"))
    return _decided(knowledge, told, min(number, WORST))


def take_and_ease(knowledge: Knowledge, state: State, number: int) -> Reply:
    """A number of pain beside which something easier is wanted: it gets easier, or more careful."""
    told = replace(state, misses=0, workout=replace(hurt(state), pain=number))
    mild = decide(rules_of(knowledge, state), number) in (Decision.GO_ON, Decision.KEEP)
    return _ease(knowledge, told) if mild else take(knowledge, state, number)


def take_grade(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """Take a graded answer: a plain no is no pain, and "not sure" counts as too much."""
    match grade:
        case Answer.NO:
            return _decided(knowledge, state, NONE)
        case Answer.NOT_SURE:
            return take_unknown(knowledge, state)
        case _ if state.misses:
            return take_unknown(knowledge, state)
    return ask_for_number(replace(state, misses=1), said_to(grade))


def take_comparison(knowledge: Knowledge, state: State, what: Remark) -> Reply:
    """Worse, or no worse, than the last number that was told."""
    workout = workout_of(state)
    last = workout.pain
    if last is None and what == "worse":
        # The number is asked for once; without one it counts as more.
        grew = replace(state, pending="how-much-pain", workout=hurt(state), misses=1)
        if state.misses:
            return take_unknown(knowledge, state)
        return ask_for_number(grew, "pain-grew")
    if last is None or (state.pending != "how-much-pain" and not workout.held):
        return ask_for_number(replace(state, pending="how-much-pain", workout=hurt(state)))
    if what == "same":
        return _decided(knowledge, replace(state, workout=hurt(state)), last)
    # How much worse is not known: at least by so much that it is made easier.
    worse = min(max(last + 1, just_too_much(knowledge, state)), WORST)
    return _too_much(knowledge, replace(state, workout=hurt(state)), worse)


def take_unknown(knowledge: Knowledge, state: State) -> Reply:
    """Without a number it counts as just too much, whatever is loaded."""
    reply = _too_much(knowledge, state, just_too_much(knowledge, state))
    return reply.after(Act("pain-unknown"))


def take_skip(knowledge: Knowledge, state: State) -> Reply:
    """Nothing was told of a whole exercise: on, and it gets no harder today.

    Where something hurt, or no pain is allowed, it counts as not known.
    """
    if counts_as_unknown(knowledge, state):
        return take_unknown(knowledge, state)
    return _go_on(knowledge, _without_number(state)).after(Act("pain-skipped"))


def pass_over(knowledge: Knowledge, state: State) -> tuple[State, Act]:
    """The state after an exercise of whose pain nothing was told, for who goes elsewhere."""
    if counts_as_unknown(knowledge, state):
        return ease_from_here(knowledge, replace(state, misses=0)), Act("pain-unknown")
    passed = _without_number(state)
    done = doses.count_done(workout_of(passed))
    return replace(passed, workout=done), Act("pain-skipped")


def _without_number(state: State) -> State:
    """The state in which an exercise had no number, and gets no harder."""
    workout = workout_of(state)
    hardened = tuple(dict.fromkeys((*workout.hardened, workout.now.exercise)))
    return replace(state, misses=0, workout=replace(workout, pain=None, hardened=hardened))


def _too_much(knowledge: Knowledge, state: State, number: int) -> Reply:
    """Decide by a number that is a guess: a load that it would keep as it is gets easier."""
    if decide(rules_of(knowledge, state), number) is not Decision.KEEP:
        return _decided(knowledge, state, number)
    workout = replace(workout_of(state), pain=number)
    return _ease(knowledge, replace(state, misses=0, workout=workout))


def _decided(knowledge: Knowledge, state: State, number: int) -> Reply:
    before = workout_of(state).pain
    workout = replace(workout_of(state), pain=number)
    state = replace(state, misses=0, workout=workout)
    match decide(rules_of(knowledge, state), number):
        case Decision.KEEP if before and number > before:
            # What creeps up is no pain to go on with as it is.
            return _ease(knowledge, _with_kept(state, 0)).after(Act("pain-grows"))
        case Decision.GO_ON:
            going: Statement = "pain-go-on" if number else "no-pain-go-on"
            well_done = Act("well-done" if _was_last(workout) else going)
            return _go_on(knowledge, _with_kept(state, 0)).after(well_done)
        case Decision.KEEP:
            return _keep(knowledge, state)
        case Decision.LEAVE:
            return _leave(knowledge, state)
        case Decision.SEVERE:
            severe = Act("pain-severe", numbers={"pain": number})
            over = end(knowledge, state, (SEVERE_PAIN,), severe)
        case _:
            leaves = replace(state, pending="check-offer", workout=None, result=None, resting=True)
            over = question.pending(knowledge, leaves).after(Act("pain-stop"))
    # The number may have been that of another thing, or misheard.
    return false_alarms.may_be(knowledge, state, over, (SEVERE_PAIN,), ())


def _keep(knowledge: Knowledge, state: State) -> Reply:
    """Nothing is added; the third time in a row that is enough for a load, and it gets easier."""
    kept = workout_of(state).kept + 1
    if kept == MOST_KEPT_LOADS:
        return _ease(knowledge, _with_kept(state, 0)).after(Act("pain-keep-often"))
    said: Statement = "pain-keep" if kept == 1 else "pain-keep-again"
    return _go_on(knowledge, _with_kept(state, kept)).after(Act(said))


def _with_kept(state: State, kept: int) -> State:
    return replace(state, workout=replace(workout_of(state), kept=kept))


def _go_on(knowledge: Knowledge, state: State) -> Reply:
    """On in the set that hurt; else the exercise is done, and the next one comes."""
    workout = workout_of(state)
    if workout.hurt:
        return playback.play(knowledge, replace(state, workout=replace(workout, hurt=False)))
    done = doses.count_done(workout)
    return playback.next_one(knowledge, replace(state, workout=done))


def _ease(knowledge: Knowledge, state: State) -> Reply:
    """A set that hurt goes on easier, or is left; after a whole exercise the next ones do."""
    workout = workout_of(state)
    if not workout.hurt:
        eased = ease_from_here(knowledge, state)
        is_last = workout.step + 1 == len(workout_of(eased).steps)
        next_time = is_last or eased == state
        said = Act("pain-easier-next-time" if next_time else "pain-easier-later")
        return _go_on(knowledge, eased).after(said)
    now = lighter(knowledge, state)
    if now is None or now.exercise in workout.before:
        return _leave(knowledge, state, "pain-leave-easiest")
    eased = ease_from_here(knowledge, state)
    if now.exercise == workout.now.exercise:
        return _less(knowledge, eased, now)
    other = replace(doses.replace_now(workout_of(eased), now), cue=0, into=0.0, hurt=False)
    reply = playback.set_up(knowledge, replace(eased, workout=other))
    return reply.after(Act("pain-easier"), playback.announcement(knowledge.library, other))


def _less(knowledge: Knowledge, state: State, now: AtLevel) -> Reply:
    """The same exercise, less of it, from the repetition that hurt on, where any is left."""
    other = doses.replace_from_repetition(knowledge.library, workout_of(state), now)
    if other is None:
        return _leave(knowledge, state, "pain-leave-easiest")
    told = dose_words.of_change(knowledge.library, workout_of(state).now, other, "easier")
    reply = playback.play(knowledge, replace(state, workout=other))
    return reply.after(Act("pain-easier"), told)


def _leave(knowledge: Knowledge, state: State, said: Statement = "pain-leave") -> Reply:
    """On to the next exercise; what loads the same part is easier there."""
    eased = ease_from_here(knowledge, state)
    return playback.next_one(knowledge, eased).after(Act(said))


def _was_last(workout: Workout) -> bool:
    return not workout.hurt and workout.step + 1 == len(workout.steps)


def stop(
    knowledge: Knowledge,
    state: State,
    felt: tuple[str, ...],
    *advice: Act,
    first: str | None = None,
) -> Reply:
    """Stop at once, and end the exercises; `felt` are the findings and flags that were named.

    What is to be seen some day, as a click, ends them too, but without a word of emergencies. After
    a faint, or a heart that races, breath and chest are asked about first. What would be an
    emergency is asked about before it counts, but for a chest and a breath: in an exercise these
    cannot wait for an answer.
    """
    act = Act(danger_words.of(knowledge, felt, advice))
    if CHEST not in felt:
        unsure = tuple(id for id in felt if doubts.would_be_emergency(knowledge, id))
        if unsure:
            return _stop_to_ask(knowledge, state, felt, unsure, act, *advice)
    reply = end(knowledge, state, felt, act, *advice, first=first)
    told = (one.about for one in advice if one.about is not None)
    return false_alarms.may_be(knowledge, state, reply, felt, told)


def _stop_to_ask(
    knowledge: Knowledge, state: State, felt: tuple[str, ...], unsure: tuple[str, ...], *said: Act
) -> Reply:
    """Stop at once, and ask about what may be an emergency, the gravest first: it may be misheard.

    Where it is all that was told, a plain no goes back to the set.
    """
    first, *others = red_flags.gravest_first(knowledge.library, unsure)
    rest = tuple(id for id in felt if id not in unsure)
    reply = end(knowledge, state, rest, *said, first=first)
    advised = tuple(one.about for one in said if one.about is not None)
    places = {*knowledge.library.places, *knowledge.plan.regions}
    if not (others or advised) and places >= {*rest}:
        return false_alarms.may_be_none(knowledge, state, reply, first)
    asks = false_alarms.may_be(knowledge, state, reply, felt, advised)
    if isinstance(asks, Closing):
        return asks
    alarms = tuple(dict.fromkeys((*asks.state.alarms, *unsure)))
    return replace(asks, state=replace(asks.state, alarms=alarms))


def end(
    knowledge: Knowledge, state: State, felt: tuple[str, ...], *said: Act, first: str | None = None
) -> Reply:
    """End the workout, and ask the safety questions anew, the `first` one first.

    What was answered before counts no longer where it is a matter of safety: it was before. Where
    it hurt and how it felt stays. How it began is not asked, as what was felt began now: how long
    the sore spot has hurt says nothing of that. Only who is of age is coached.
    """
    library = knowledge.library
    lasting = {*library.places, *library.findings, *knowledge.plan.regions} - onset.FINDINGS
    given = {id: grade for id, grade in state.given.items() if id in lasting}
    if "under-eighteen" not in state.alarms:
        given["under-eighteen"] = Answer.NO
    if "safety-person" in state.screened:  # Who somebody is has not changed since.
        told = {id for id in precautions.ASKED_OF_THE_PERSON if not is_yes(state.given, id)}
        given |= dict.fromkeys(told.difference(state.alarms), Answer.NO)
    fresh = replace(
        fresh_after(state),
        side=state.side,
        resting=True,
        asked=(HOW_IT_BEGAN,),
        given={**given, **dict.fromkeys(felt, Answer.YES)},
    )
    assessed = assess(library, fresh.given)
    gate = first or safety_questions.first_after(knowledge.plan, felt, assessed.known)
    if gate is not None and assessed.rank < Care.EMERGENCY.rank:
        return check.ask(knowledge, fresh, gate, assessed).after(*said)
    return check.go_on(knowledge, fresh, assessed).after(*said)
