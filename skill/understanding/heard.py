"""What was heard: everything that a sentence can say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from skill.library.types import Course, OneSide, PartOfDay, Posture, Side
from skill.library.types.hearing import Lexicon
from skill.understanding.contexts import Context

FAREWELL = "farewell"
"""What is practical and asks nothing: thanks, and what somebody is off to do."""
SETS_OUT, CALLS_NOW = "sets-out", "will-call"
"""What is practical and asks nothing: that somebody goes to be seen, or calls, now."""
LEAVING = frozenset({FAREWELL, SETS_OUT, CALLS_NOW})
"""What is practical and ends the talk."""
OLD = 65
"""Years, from which on somebody is old for what is judged by age."""
FROM_FIFTY = 50
"""Years, from which on what wears out is likelier, and what comes of growing is not."""
OLDEST = 115
"""Years; a higher number is nobody's age."""
OF_A_BLEED = frozenset({"stopping-the-bleeding", "tying-off-a-bleed"})
"""What is practical and only asked by somebody who bleeds, or whoever is beside them."""

AnswerHeard = Literal["yes", "no", "kind_of", "not_really", "not_sure", "only_when"]
YESES: frozenset[AnswerHeard | None] = frozenset({"yes", "kind_of", "only_when"})
"""Answers by which something is so."""

Command = Literal[
    "repeat",
    "why_ask",
    "why_think",
    "go_back",
    "change_answer",
    "skip",
    "start_over",
    "start_check",
    "list_exercises",
    "ready",
    "wait",
    "pause",
    "resume",
    "next",
    "next_set",
    "previous",
    "go_to",
    "go_back_to",
    "leave_out",
    "slower",
    "faster",
    "easier",
    "harder",
    "how_many_left",
    "how_many_sets",
    "which_exercise",
    "which_side",
    "last_side",
    "one_or_both",
    "only_sore",
    "enough_sets",
    "switch_sides",
    "wrong_side",
    "how_to",
    "how_it_feels",
    "which_next",
    "volume",
    "no_counting",
    "how_often",
    "which_week",
    "longer_rest",
    "no_exercise",
    "unheard",
    "help",
    "stop",
    "cancel",
    "more",
    "call_help",
    "remember",
    "forget",
    "list_reminders",
    "cancel_reminders",
    "last_time",
    "how_many_sessions",
    "getting_on",
    "week_plan",
    "first_time",
    "done_before",
    "no_equipment",
    "rules_out",
    "remind",
    "change_reminder",
    "start_exercise",
    "what_for",
    "which_for_me",
    "can_wait",
    "what_now",
    "why_care",
    "other_fits",
    "another_service",
    "said_otherwise",
    "which_question",
    "means_name",
    "false_alarm",
    "back_to_exercise",
    "questions_left",
    "how_much_more",
    "stop_later",
    "seen_by_clinician",
    "own_dose",
    "in_parts",
    "skip_questions",
    "if_it_hurts",
    "should_i_stop",
    "may_i_stop",
    "may_i_go_on",
    "my_exercises",
    "next_time",
    "less_load",
    "sore_after",
    "asks_of_it",
    "rest_open",
    "briefer",
    "skip_next",
    "told_already",
    "what_i_told",
]
"""What the skill may be told to do. `content/words/<language>/listening/` has the words of each."""

READY: frozenset[Command | None] = frozenset({"ready", "resume"})
NEW: frozenset[Command | None] = frozenset({"first_time", "done_before"})
"""What answers by a command."""


Feeling = Literal["worried", "weary", "longing", "ashamed", "grateful", "impatient"]
"""How somebody feels about it: fear, enough of it, a wish to run again, sorry, thanks, haste."""

PutsOff = Literal["care", "load"]
"""After a result: that the visit is to wait, or that there is to be sport or work before it."""

Put = Literal["to_stop", "openly"]
"""How a question for leave is put: whether it has to stop, or when, how or which of two."""

Undone = Literal["all", "in-part"]
"""How much of an exercise was not done."""


class Heard(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything that a sentence says, all at once; empty where it says nothing.

    `findings` are ids of content, true or false. `since_days` is the age of the trouble in days,
    `moves` is true where a place is told in place of another, `corrects_time` where a time is,
    `guessed` where what is denied is taken back in words that do not name it. `questioned` are
    the findings that
    it is asked about why they are said of somebody. `number` is a pain from 0 to 10, `practical`
    what is asked after a result of what to do now, as the id of its topic or `farewell`, `minutes`
    the time that there is, `step` and `part` a place in a routine: its step, and an exercise of it.
    `step_done` is true where the step is the one that was done last.
    `exercises` are those of which any may be meant in a session; there `part` is a place in it, and
    -1 the last.
    `stop_signs` are those felt in an exercise. `hurts` is true where it hurts, and no more is told
    than where, `sore` wherever it hurts. `weekdays` (0 is Monday), `hour`, `minute` and
    `part_of_day` tell when to be reminded, as it was said: seven may be seven in the evening;
    `once` is one day, and not one of each week. `only` is the one side that is to be exercised.
    `cleared` is true where a clinician allowed exercise, `well` where nothing hurts any more.
    `detail` is the one thing of a set-up that is asked for, such as the `knee`, or of an exercise.
    `taken_back` are the findings that were told and taken back in the same breath, `doubtful` those
    that were told in words that may mean something else ("it's tight up here"), `as_ever` those
    that were so all along, `unclear` what is told or answered in words that are no clear yes where
    a danger is asked about, `winded` is true where breath is short by words that may tell of the
    effort alone. `ruled_out` are the postures that somebody can't or won't take.
    `unequipped` is true where what exercises need is not there, `loose_end`
    where a stop is told by words that may only end what was told ("that's your lot"), `admits`
    where what ended a set is said to be so, and made light of, `wants_verdict` where something is
    asked that only the result tells, `asks_name` where it is asked whether it is what is named,
    `sessions` is how often the step was done that is named beside it,
    `says_no` where a soft no has a spoken no in it ("no, I don't think so"), `only_no` where one is
    all that is said, and no "well, a bit" follows it,
    `of_oneself` where it is said to be about who speaks, `own_leg` where a part of the leg is
    called theirs,
    `sore_to_touch` where a touch hurts and no ankle is named. `undone` tells how much of the
    exercise that was asked about was not done, `on_bone` is true where what is felt in it may be
    on the bone. `puts_off` is what is to wait, or not to: the visit, or the rest,
    `feeling` how somebody feels about it all. `topics_asked` are the topics of several questions
    that were put in one sentence after a result, in their order, and empty where there was one.
    `rated` is a pain from 0 to 10 that was told where none is asked for, `rated_before` is true
    where it was that of an earlier day.
    `asked` is how a question is put to which a yes or a no means the other thing, or none.
    `beside` is what else was said in a sentence of a workout, each thing as it is heard by itself.
    `danger`
    holds what may be an emergency. `asks` is true of a question. `words` is what was read, and
    `origin` gives for each meaning the indexes of its words.
    """

    answer: AnswerHeard | None = None
    findings: Mapping[str, bool] = {}
    side: Side | None = None
    since_days: int | None = None
    corrects_time: bool = False
    moves: bool = False
    guessed: bool = False
    questioned: tuple[str, ...] = ()
    course: Course | None = None
    number: int | None = None
    topic: str | None = None
    practical: str | None = None
    topics_asked: tuple[str, ...] = ()
    aspect: str | None = None
    exercise: str | None = None
    exercises: tuple[str, ...] = ()
    routine: str | None = None
    minutes: int | None = None
    step: int | None = None
    step_done: bool = False
    sessions: int | None = None
    part: int | None = None
    body_part: str | None = None
    person: Literal["child", "someone_else"] | None = None
    age: int | None = None
    stop_signs: tuple[str, ...] = ()
    hurts: bool = False
    sore: bool = False
    weekdays: tuple[int, ...] = ()
    hour: int | None = None
    minute: int | None = None
    part_of_day: PartOfDay | None = None
    once: bool = False
    danger: tuple[str, ...] = ()
    command: Command | None = None
    asks: bool = False
    words: str = ""
    only: OneSide | None = None
    cleared: bool = False
    well: bool = False
    taken_back: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    as_ever: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    winded: bool = False
    wants_verdict: bool = False
    asks_name: bool = False
    unequipped: bool = False
    ruled_out: tuple[Posture, ...] = ()
    admits: bool = False
    detail: str | None = None
    of_oneself: bool = False
    own_leg: bool = False
    sore_to_touch: bool = False
    loose_end: bool = False
    says_no: bool = False
    only_no: bool = False
    undone: Undone | None = None
    on_bone: bool = False
    puts_off: PutsOff | None = None
    feeling: Feeling | None = None
    rated: int | None = None
    rated_before: bool = False
    asked: Put | None = None
    beside: tuple[Heard, ...] = ()
    origin: Mapping[str, tuple[int, ...]] = {}

    @property
    def told(self) -> set[str]:
        """The findings that are so."""
        return {id for id, true in self.findings.items() if true}

    @property
    def is_bare_no(self) -> bool:
        """Whether it is a no, and tells of nothing that is so."""
        return self.answer == "no" and not (self.danger or any(self.findings.values()))


Read = Callable[[Lexicon, str, Context], Heard]
"""What reads a part of a sentence by itself."""
