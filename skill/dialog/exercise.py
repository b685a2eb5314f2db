"""An exercise that is coached: set up, played, taken up again, left, and the end of a session."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import plan, position
from skill.coaching.adjust import AtLevel, easier
from skill.coaching.timeline import Cue, Kind, first_part, pause, timeline
from skill.dialog.acts import Act, naming
from skill.dialog.reply import Reply
from skill.dialog.session import Coach
from skill.dialog.state import Pending, State, coach_of
from skill.interview.answers import known_from
from skill.interview.knowledge import Knowledge
from skill.library.speaking import MOST_OF_INTERVAL, spoken_seconds
from skill.library.types import Library

MOST_SECONDS = 240.0
"""Of sound in one response."""
AROUND = 30.0
"""Seconds of it that are kept for what is said before a set-up or a set, and asked after it."""


def stopped(library: Library, state: State, now: float | None) -> State:
    """The state in which an event finds somebody at `now`, in seconds since 1970.

    What was playing is held where it was cut off; without a time, where it began.
    """
    coach = state.coach
    if coach is None or not coach.until:
        return state
    elapsed = 0.0 if now is None or coach.since is None else max(now - coach.since, 0.0)
    cues = cues_of(library, coach)
    at = position.interrupted(cues, coach.cue, coach.until, elapsed)
    still = replace(coach, until=0, since=None)
    if at is not None:
        return replace(state, coach=replace(still, cue=at, held=True))
    following = coach.until if coach.until < len(cues) else coach.cue
    return replace(state, coach=replace(still, cue=following))


def begun(state: State, since: float) -> State:
    """The state once it is known when what plays begins to be heard, in seconds since 1970."""
    coach = state.coach
    if coach is None or not coach.until:
        return state
    return replace(state, coach=replace(coach, since=since))


def cues_of(library: Library, coach: Coach) -> tuple[Cue, ...]:
    """The whole timeline of the exercise that is being done."""
    return timeline(library.exercises[coach.now.exercise], coach.now.level, coach.pace)


def set_up(knowledge: Knowledge, state: State) -> Reply:
    """The exercise from its beginning: the long set-up once, later the short one."""
    coach = coach_of(state)
    id = coach.now.exercise
    if id in coach.met:
        act, met = Act("set-up-again", id), coach.met
    else:
        act, met = Act("set-up", id), (*coach.met, id)
    heard = replace(coach, cue=0, held=False, hurt=False, met=met)
    before = _set_up_seconds(knowledge.library, id, act.id)
    return play(knowledge, replace(state, coach=heard), before).after(act)


def _set_up_seconds(library: Library, id: str, act: str) -> float:
    """How long a set-up takes in the language that needs longest for it."""
    each = [words.exercises[id] for words in library.words.values()]
    texts = [one.whole_setup if act == "set-up" else (one.setup_again,) for one in each]
    return max(sum(map(spoken_seconds, said)) for said in texts) / MOST_OF_INTERVAL


def play(knowledge: Knowledge, state: State, before: float = 0.0) -> Reply:
    """What follows from the cue on, as far as it fits into a response, and what is then asked.

    `before` are the seconds of the set-up that is said before it.
    """
    coach = coach_of(state)
    cues = cues_of(knowledge.library, coach)
    left = position.resumed(cues, coach.cue)
    first = first_part(left, MOST_SECONDS - AROUND - before)
    until = len(cues) - (len(left) - len(first))
    whole = until == len(cues)
    pending: Pending = "how-much-pain" if whole else "ready-question"
    playing = replace(coach, until=until, since=None, held=False, hurt=False)
    return Reply(
        (Act("set", coach.now.exercise, cues=first), Act(pending if whole else "part-done")),
        replace(state, pending=pending, misses=0, coach=playing),
    )


def take_up(knowledge: Knowledge, state: State) -> Reply:
    """Go on where it was cut off, or where the next part begins."""
    coach = coach_of(state)
    if is_over(state):
        return question(state)
    if coach.now.exercise not in coach.met:
        return set_up(knowledge, state)
    reply = play(knowledge, state)
    return reply.after(Act("resuming")) if coach.held or coach.cue else reply


def is_over(state: State) -> bool:
    """Whether all of an exercise was heard, or broken off, and its pain is asked for."""
    return state.pending == "how-much-pain" and not coach_of(state).held


def question(state: State) -> Reply:
    """What is open, asked while nothing plays."""
    return Reply((Act(state.pending),), state)


def hold(knowledge: Knowledge, state: State) -> Reply:
    """A pause, in which it stays as it is; a silence holds the session open."""
    coach = coach_of(state)
    cue = cues_of(knowledge.library, coach)[coach.cue]
    held = replace(coach, held=False)
    if coach.held:
        paused = _paused(cue)
        state = replace(state, pending="ready-question", misses=0, coach=held)
        return Reply((paused, Act("set", cues=pause()), Act("ready-question")), state)
    waiting = replace(state, misses=0, coach=held)
    return Reply((Act("paused-between"), Act("set", cues=pause()), Act(state.pending)), waiting)


def _paused(cue: Cue) -> Act:
    if cue.phase is None:
        return Act("paused-between")
    return Act("paused", numbers={"repetition": cue.repetition, "set": cue.set})


def next_one(knowledge: Knowledge, state: State) -> Reply:
    """The exercise after this one, or the end of the session."""
    coach = coach_of(state)
    if coach.step + 1 == len(coach.steps):
        return end(state)
    return _to(knowledge, state, coach.step + 1)


def next_when_ready(knowledge: Knowledge, state: State) -> Reply:
    """The exercise after this one, once somebody says so; or the end of the session."""
    coach = coach_of(state)
    if coach.step + 1 == len(coach.steps):
        return end(state)
    following = _at_step(coach, coach.step + 1)
    named = naming(exercise=following.now.exercise)
    waiting = replace(state, pending="ready-question", misses=0, coach=following)
    return Reply((Act("next-when-ready", names=named),), waiting)


def previous_one(knowledge: Knowledge, state: State) -> Reply:
    """The exercise before this one; the first one from its beginning."""
    coach = coach_of(state)
    if coach.step == 0:
        return set_up(knowledge, state).after(Act("first-exercise"))
    return _to(knowledge, state, coach.step - 1)


def _to(knowledge: Knowledge, state: State, step: int) -> Reply:
    coach = _at_step(coach_of(state), step)
    reply = set_up(knowledge, replace(state, coach=coach))
    return reply.after(Act("exercise-next", names=naming(exercise=coach.now.exercise)))


def _at_step(coach: Coach, step: int) -> Coach:
    """The session before the first cue of one of its exercises."""
    return replace(coach, step=step, cue=0, until=0, held=False, hurt=False)


def one_more_done(coach: Coach) -> Coach:
    """The session in which this exercise was done; one that is done again counts once more."""
    return replace(coach, done=min(coach.done + 1, len(coach.steps)))


def replaced(coach: Coach, now: AtLevel) -> Coach:
    """The session with another exercise, or another dose, in place of the present one."""
    steps = (*coach.steps[: coach.step], now, *coach.steps[coach.step + 1 :])
    return replace(coach, steps=steps)


def at_the_set(library: Library, coach: Coach, now: AtLevel) -> Coach | None:
    """The session with another dose of this exercise, from the set that is on, if it has that."""
    cue = cues_of(library, coach)[coach.cue]
    other = replace(replaced(coach, now), cue=0, hurt=False)
    if cue.kind is Kind.FETCH:
        return other
    for index, one in enumerate(cues_of(library, other)):
        if (one.set, one.side, one.kind) == (cue.set, cue.side, Kind.COUNT_IN):
            return replace(other, cue=index)
    return None


def eased_from_here(knowledge: Knowledge, state: State) -> State:
    """The state in which what loads the same part is one step easier from the next exercise on.

    What is left as it was has nothing easier. What could only become the exercise that hurt is
    left out.
    """
    exercises = knowledge.library.exercises
    coach = coach_of(state)
    rule = exercises[coach.now.exercise].pain_rule
    known = known_from(knowledge.library, state.given)

    def lighter(step: AtLevel) -> AtLevel | None:
        if exercises[step.exercise].pain_rule != rule:
            return step
        further = easier(exercises, step)
        found = plan.nearest(exercises, known, further)
        while found is not None and found.exercise == coach.now.exercise:
            found = easier(exercises, found)
        is_the_same = step.exercise == coach.now.exercise or further is not None
        return found if found is not None or is_the_same else step

    later = tuple(filter(None, map(lighter, coach.steps[coach.step + 1 :])))
    eased = replace(coach, steps=(*coach.steps[: coach.step + 1], *later))
    return replace(state, coach=eased)


def end(state: State) -> Reply:
    """What was done, and what to look for tomorrow. The session closes."""
    coach = coach_of(state)
    acts = [Act("session-done", numbers={"count": coach.done})]
    if coach.wanted.routine is not None and coach.done:
        acts.append(Act("step-done", numbers={"level": coach.wanted.level or 1}))
    return Reply((*acts, Act("coach-goodbye")), None)
