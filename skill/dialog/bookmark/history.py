"""Answers from the bookmark: what somebody has done, and what the plan is."""

from __future__ import annotations

from skill.dialog import marks
from skill.dialog.events import Remark
from skill.dialog.memory import Memory
from skill.dialog.reply import Act, naming
from skill.dialog.sayings import Statement
from skill.interview.interview import Knowledge
from skill.library.types import Routine
from skill.storage.bookmark import Bookmark

DAYS_A_WEEK = 7


def answer(knowledge: Knowledge, what: Remark, memory: Memory) -> tuple[Act, ...]:
    """What was asked of the bookmark, or that there is none."""
    mark = memory.bookmark
    if mark is None or not marks.is_known(knowledge.library, mark):
        return (Act("no-bookmark"),)
    routine = knowledge.library.routines[mark.routine]
    names = naming(routine=mark.routine)
    match what:
        case "last-time":
            ago = (memory.today - mark.last).days
            numbers = {"level": mark.step, "days": ago}
            # A day here may be another one where the person is: Alexa does not say.
            last = Act("last-time" if ago > 1 else "last-time-lately", names=names, numbers=numbers)
            broke_off = Act("broke-off", numbers={"exercise": mark.exercise})
            return (last, broke_off) if mark.exercise else (last,)
        case "how-many-sessions":
            counts = {"sessions": mark.sessions, "level": mark.step, "count": mark.at_step}
            return (Act("sessions-so-far", names=names, numbers=counts),)
        case "which-week":
            week = max(0, (memory.today - mark.began).days) // DAYS_A_WEEK + 1
            numbers = {"week": week, "weeks": routine.weeks, "days": routine.days_a_week}
            over = week > routine.weeks
            return (Act("which-week-over" if over else "which-week", numbers=numbers),)
        case "week-plan":
            return (_plan(routine, mark, memory),)
    numbers = {"level": mark.step, "levels": len(routine.levels), "sessions": mark.sessions}
    return (Act("getting-on", numbers=numbers),)


def _plan(routine: Routine, mark: Bookmark, memory: Memory) -> Act:
    """How many days a week, and how many of them are done in this one."""
    done = marks.this_week(mark, memory.today)
    numbers = {"days": routine.days_a_week, "count": done}
    id: Statement = "week-plan"
    if routine.is_daily:
        id = "week-plan-daily"
    elif done >= routine.days_a_week:
        id = "week-plan-done"
    elif done:
        id = "week-plan-begun"
    return Act(id, numbers=numbers)
