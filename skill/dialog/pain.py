"""The question about pain, and what the answer decides."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import plan
from skill.coaching.adjust import AtLevel, Decision, decide, easier
from skill.dialog import again, exercise
from skill.dialog.acts import Act, naming
from skill.dialog.reply import Reply
from skill.dialog.session import Coach
from skill.dialog.state import State, coach_of
from skill.interview.answers import known_from
from skill.interview.knowledge import Knowledge
from skill.library.types import Answer, PainRule

WORST = 10
BEYOND = 20
"""Up to here a number over ten is meant as pain beyond the worst; above, it is something else."""
NONE = 0


def ask(state: State, *advice: Act) -> Reply:
    """Stop, and ask how much it hurts."""
    asked = replace(state, pending="how-much-pain", misses=0, coach=_hurt(state))
    return exercise.question(asked).after(Act("stop-there"), *advice)


def which(state: State) -> Reply:
    """A number is wanted, and what was said is none."""
    return exercise.question(state).after(Act("pain-number-please"))


def told(knowledge: Knowledge, state: State, number: int) -> Reply:
    """A number of pain: asked for, or in the middle or between the parts of a set."""
    told = replace(state, coach=_hurt(state))
    if number > BEYOND:
        return which(replace(told, pending="how-much-pain"))
    return _decided(knowledge, told, min(number, WORST))


def graded(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """A plain no is no pain; who cannot tell is treated as if it were too much."""
    match grade:
        case Answer.NO:
            return _decided(knowledge, state, NONE)
        case Answer.NOT_SURE:
            return unknown(knowledge, state)
        case _ if state.misses:
            return unknown(knowledge, state)
    return which(replace(state, misses=1))


def compared(knowledge: Knowledge, state: State, what: str) -> Reply:
    """Worse, or no worse, than the last number that was told."""
    coach = coach_of(state)
    last = coach.pain
    if last is None or (state.pending != "how-much-pain" and not coach.held):
        return which(replace(state, pending="how-much-pain", coach=_hurt(state)))
    if what == "same":
        return _decided(knowledge, replace(state, coach=_hurt(state)), last)
    # How much worse is not known: at least by so much that it is made easier.
    worse = max(last + 1, _just_too_much(knowledge, state))
    return _decided(knowledge, replace(state, coach=_hurt(state)), min(worse, WORST))


def unknown(knowledge: Knowledge, state: State) -> Reply:
    """Without a number it counts as just too much, whatever is loaded."""
    reply = _decided(knowledge, state, _just_too_much(knowledge, state))
    return reply.after(Act("pain-unknown"))


def is_too_much(knowledge: Knowledge, state: State) -> bool:
    """Whether the last number was more than goes on as it is."""
    number = coach_of(state).pain
    return number is not None and number >= _just_too_much(knowledge, state)


def allows_none(knowledge: Knowledge, state: State) -> bool:
    """Whether no pain at all is allowed: bone or nerve is loaded."""
    return min(rule.ease for rule in _rules(knowledge, state)) == NONE


def _just_too_much(knowledge: Knowledge, state: State) -> int:
    return min(rule.go_on for rule in _rules(knowledge, state)) + 1


def _hurt(state: State) -> Coach:
    """The session with its set left off where it is, for pain; nothing is left of a whole one."""
    coach = coach_of(state)
    return replace(coach, hurt=coach.hurt or not exercise.is_over(state), held=False)


def _rules(knowledge: Knowledge, state: State) -> list[PainRule]:
    """The rules of the exercise, of the routine that is on, and of the one for what was told."""
    library, coach = knowledge.library, coach_of(state)
    matches = state.result.matches[:1] if state.result else ()
    fitting = [plan.routine_for(library.routines, match) for match in matches]
    routines = {id for id in (coach.wanted.routine, *fitting) if id is not None}
    names = {library.routines[id].pain_rule for id in routines}
    names.add(library.exercises[coach.now.exercise].pain_rule)
    return [library.pain_rules[name] for name in sorted(names)]


def _decided(knowledge: Knowledge, state: State, number: int) -> Reply:
    coach = replace(coach_of(state), pain=number)
    state = replace(state, misses=0, coach=coach)
    match decide(_rules(knowledge, state), number):
        case Decision.GO_ON:
            going = "pain-go-on" if number else "no-pain-go-on"
            said = "well-done" if _was_last(coach) else going
            return _go_on(knowledge, state).after(Act(said))
        case Decision.EASE:
            return _ease(knowledge, state)
        case Decision.LEAVE:
            return _leave(knowledge, state)
    over = replace(state, pending="check-offer", coach=None, result=None, resting=True)
    return again.pending(knowledge, over).after(Act("pain-stop"))


def _go_on(knowledge: Knowledge, state: State) -> Reply:
    """On in the set that hurt; else the exercise is done, and the next one comes."""
    coach = coach_of(state)
    if coach.hurt:
        return exercise.play(knowledge, replace(state, coach=replace(coach, hurt=False)))
    done = exercise.one_more_done(coach)
    return exercise.next_one(knowledge, replace(state, coach=done))


def _ease(knowledge: Knowledge, state: State) -> Reply:
    """A set that hurt goes on easier, or is left; after a whole exercise the next ones do."""
    coach = coach_of(state)
    if not coach.hurt:
        eased = exercise.eased_from_here(knowledge, state)
        is_last = coach.step + 1 == len(coach_of(eased).steps)
        later = "pain-easier-later"
        said = "pain-easier-next-time" if is_last or eased == state else later
        return _go_on(knowledge, eased).after(Act(said))
    now = lighter(knowledge, state)
    if now is None:
        return _leave(knowledge, state)
    eased = exercise.eased_from_here(knowledge, state)
    if now.exercise == coach.now.exercise:
        return _less(knowledge, eased, now)
    other = replace(exercise.replaced(coach_of(eased), now), cue=0, hurt=False)
    named = naming(exercise=now.exercise)
    reply = exercise.set_up(knowledge, replace(eased, coach=other))
    return reply.after(Act("pain-easier"), Act("exercise-next", names=named))


def _less(knowledge: Knowledge, state: State, now: AtLevel) -> Reply:
    """The same exercise, less of it, from the set that hurt on, where any is left."""
    other = exercise.at_the_set(knowledge.library, coach_of(state), now)
    if other is None:
        return _leave(knowledge, state)
    reply = exercise.play(knowledge, replace(state, coach=other))
    return reply.after(Act("pain-easier"), Act("made-easier-dose"))


def _leave(knowledge: Knowledge, state: State) -> Reply:
    """On to the next exercise; what loads the same part is easier there."""
    eased = exercise.eased_from_here(knowledge, state)
    return exercise.next_one(knowledge, eased).after(Act("pain-leave"))


def _was_last(coach: Coach) -> bool:
    return not coach.hurt and coach.step + 1 == len(coach.steps)


def lighter(knowledge: Knowledge, state: State) -> AtLevel | None:
    """The next easier exercise or dose that suits, or None."""
    exercises = knowledge.library.exercises
    known = known_from(knowledge.library, state.given)
    return plan.nearest(exercises, known, easier(exercises, coach_of(state).now))
