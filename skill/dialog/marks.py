"""What a workout adds to a bookmark, and what a bookmark says about the next workout."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from skill.coaching import precautions, selection
from skill.coaching.workout import MOST_STEPS, Wish
from skill.dialog.events import Wants
from skill.dialog.reply import Act, naming
from skill.dialog.state import Finished, State
from skill.library.types import Library, Routine
from skill.storage.bookmark import MOST_MARKS, Bookmark

DAYS_OF_A_BREAK = 1
"""Days. A workout that broke off resumes on its day and the next: days differ around the world."""


def is_possible(place: Finished, library: Library) -> bool:
    """Whether the dialog could have left this."""
    routine = library.routines.get(place.routine)
    return (
        routine is not None
        and 1 <= place.step <= len(routine.levels)
        and 1 <= place.exercise <= MOST_STEPS
    )


def is_known(library: Library, mark: Bookmark) -> bool:
    """Whether the routine and its step are still there: content changes, bookmarks stay."""
    routine = library.routines.get(mark.routine)
    return routine is not None and mark.step <= len(routine.levels)


def is_unfinished(mark: Bookmark, today: date) -> bool:
    """Whether a workout broke off so lately that it resumes at its exercise."""
    return mark.exercise > 1 and (today - mark.last).days <= DAYS_OF_A_BREAK


def resume_wish(wish: Wish, mark: Bookmark, routine: Routine, today: date) -> Wish:
    """The wish with the step to do; where the next one is earned, the mornings are asked about.

    Sessions at the step and the days since its first one are counted here; how the body took it
    is asked, as nothing about it is kept. What a clinician has to allow,
    one allowed before the workouts that were finished.
    """
    if routine.clinician_first and mark.sessions:
        wish = replace(wish, allowed=True)
    if is_unfinished(mark, today):
        return replace(wish, level=mark.step, at=min(mark.exercise, MOST_STEPS))
    if mark.step < len(routine.levels):
        stay = routine.progress.stays[mark.step - 1]
        if mark.at_step >= stay.sessions and (today - mark.since).days >= stay.days:
            return replace(wish, last=mark.step, earned=True)
    return replace(wish, level=mark.step)


def known_exercises(mark: Bookmark, routine: Routine) -> tuple[str, ...]:
    """The exercises whose set-up is known: those of a step at which a workout was finished."""
    if not mark.at_step:
        return ()
    return tuple(dict.fromkeys(one.exercise for one in routine.levels[mark.step - 1]))


def ran_lately(library: Library, mark: Bookmark, today: date) -> bool:
    """Whether a workout with a run was finished so lately that walking needs no question."""
    return (
        mark.at_step > 0
        and (today - mark.last).days <= precautions.WALKED_LATELY
        and selection.runs(library, mark.routine, mark.step)
    )


def named_place(event: Wants) -> tuple[int, int] | None:
    """The step and the exercise that somebody names, where there can be such."""
    step, part = event.step, event.part or 1
    if step is None or event.done or not (1 <= step <= MOST_STEPS and 1 <= part <= MOST_STEPS):
        return None
    return step, part


def place_of(state: State | None) -> Finished | None:
    """Where a state is in a routine that is being coached; None elsewhere."""
    workout = state.workout if state is not None else None
    if workout is None or not workout.steps or workout.wish.routine is None:
        return None
    step = workout.wish.level or 1
    return Finished(workout.wish.routine, step, workout.step + 1, workout.pace)


def directions(place: Finished) -> Act:
    """Where somebody is, in words that lead there again next time."""
    numbers = {"level": place.step, "exercise": place.exercise}
    return Act("where-you-were", names=naming(routine=place.routine), numbers=numbers)


def mark_place(mark: Bookmark | None, place: Finished, today: date) -> Bookmark:
    """The bookmark of somebody who is at this exercise now."""
    week = this_week(mark, today) if mark is not None else 0
    at = {"pace": place.pace, "last": today, "exercise": place.exercise, "week": week}
    if mark is None or mark.routine != place.routine:
        return Bookmark(
            routine=place.routine,
            step=place.step,
            began=today,
            since=today,
            last=today,
            pace=place.pace,
            exercise=place.exercise,
        )
    if mark.step != place.step:
        return replace(mark, step=place.step, since=today, at_step=0, **at)
    return replace(mark, **at)


def this_week(mark: Bookmark, today: date) -> int:
    """The number of days of this week, from Monday, on which a workout was finished."""
    return mark.week if _monday(mark.last) == _monday(today) else 0


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def count_workout(mark: Bookmark | None, place: Finished, today: date, session: str) -> Bookmark:
    """The bookmark of somebody who has finished a workout; one a day counts at the step.

    `session` is the mark of Alexa's session: a workout that was counted in it does not count again.
    """
    now = replace(mark_place(mark, place, today), exercise=0)
    if session in now.counted:
        return now
    again = mark is not None and mark.last == today and not mark.exercise and now.week
    week = now.week if again else min(now.week, today.weekday()) + 1
    days = max(0, (today - now.since).days) + 1
    at_step = min(now.at_step + 1, days)
    marks = (*now.counted, session)[-MOST_MARKS:] if session else now.counted
    return replace(now, sessions=now.sessions + 1, at_step=at_step, week=week, counted=marks)
