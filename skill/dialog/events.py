"""What can happen in a conversation, free of Alexa's request types."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from skill.coaching.schedule import PartialPlan, Plan
from skill.library.types import Answer, Aspect, Course, OneSide, Posture, Side

Feels = Literal[
    "feels-worried", "feels-weary", "feels-longing", "feels-ashamed", "feels-grateful",
    "feels-impatient",
]  # fmt: skip
"""How somebody feels about it all, where nothing else was said."""

Remark = Literal[
    Feels,
    "repeat", "help", "stop", "why", "reasons", "go-back", "change", "skip", "start-over",
    "start-check", "not-understood", "other-body-part", "other-person", "child", "chest-pain",
    "more", "unknown-topic", "list-routines", "pause", "resume", "ready", "wait", "next",
    "another-service",
    "next-set", "previous", "slower", "faster", "easier", "harder", "how-many-left",
    "how-many-sets", "which-exercise", "which-side", "last-side", "one-or-both",
    "only-sore", "enough-sets",
    "switch-sides", "wrong-side",
    "hurts", "worse", "same",
    "no-equipment", "rules-out", "first-time", "done-before", "unheard", "how-to", "how-it-feels",
    "which-next", "volume",
    "no-counting", "how-often", "can-wait", "what-now", "why-care",
    "other-fits", "said-otherwise", "which-question", "which-week",
    "longer-rest",
    "no-exercise", "call-help", "self-harm", "emergency", "remember", "forget",
    "list-reminders", "cancel-reminders", "last-time", "how-many-sessions", "getting-on",
    "week-plan", "what-for", "which-for-me", "false-alarm", "own-dose", "in-parts",
    "back-to-exercise", "seen-by-clinician",
    "young-wish", "made-light", "skip-questions", "if-it-hurts", "may-stop",
    "should-stop", "next-time", "less-load", "sore-after", "loose-end", "asks-of-it",
    "rest-open",
    "not-done", "done-in-part", "passes-blood", "another-in-danger", "questions-left", "stop-later",
    "briefer", "skip-next", "told-already",
    "what-i-told",
]  # fmt: skip
"""What needs no more than its name.

`unheard`: the device could not play the last reply. `young-wish`: somebody under eighteen, or for
whom a parent asks, only wants to exercise. `made-light`: what ended a set is so, and said to be
nothing. `rest-open`: of several things that are asked for, one was denied. `loose-end`: words in
the check that may end it or only what was told ("that's your lot"). `not-done`, `done-in-part`: of
the exercise whose pain is asked for nothing was done, or not all.
"""


class Launch(Struct, frozen=True):
    """ "Alexa, open ankle coach"."""


class Said(Struct, frozen=True):
    """Something that needs no more than its name; "check my left ankle" names a side too.

    `routine` is the one whose days are asked for, or what it is for. `unequipped` is true where it
    is told beside it that what exercises need is not there, and `ruled_out` are the postures that
    can't be taken. `detail` is the one thing of a set-up
    that is asked for, or of an exercise, and `exercise` the one that is named beside it. It
    `agrees` where a yes to the open question is said with it.
    """

    what: Remark
    side: Side | None = None
    routine: str | None = None
    unequipped: bool = False
    ruled_out: tuple[Posture, ...] = ()
    detail: str | None = None
    exercise: str | None = None
    agrees: bool = False


class Answered(Struct, frozen=True):
    """A graded answer to the question that is open; `asks_why` where its reason is asked for, and
    `unclear` where a yes is heard in words that are no clear one, `says_no` where a no is spoken
    in a soft one, and `only_no` where such a one is all that is said.
    """

    grade: Answer
    asks_why: bool = False
    unclear: bool = False
    says_no: bool = False
    only_no: bool = False


class Beside(Struct, frozen=True):
    """What bears on exercise, and is told beside something else.

    `only` is the one side to exercise. `cleared` is true where a clinician allowed exercise, `well`
    where nothing hurts any more, `adult` where an age of eighteen or more was told. `felt` is what
    the sore spot feels like, `side` its side, `wished` is true where exercise was asked for beside
    a story, and `routine` is the one that was named with it. `taken_back` is true where what was
    told was taken back in the same breath, `doubtful` where its words may mean something else,
    `winded` where effort alone may have taken the breath, `as_ever` are findings that were so all
    along, `unclear` what is told or answered in words that are no clear yes.
    `asks` is true where something is asked that no topic and no command is heard of.
    `unequipped` is true where what exercises need is not there, `ruled_out` are postures that can't
    be taken, and `place` is a step and an exercise at which to begin.
    `asks_why` is true where it is asked why the care is needed, `mine` where the
    exercises of before are wanted, without a name, and `sore` where the last ones left somebody
    sore the morning after, `overdone` where a pain of another day was above all rules.
    """

    only: OneSide | None = None
    cleared: bool = False
    well: bool = False
    adult: bool = False
    felt: tuple[str, ...] = ()
    side: Side | None = None
    wished: bool = False
    routine: str | None = None
    taken_back: bool = False
    doubtful: bool = False
    winded: bool = False
    as_ever: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    asks: bool = False
    unequipped: bool = False
    ruled_out: tuple[Posture, ...] = ()
    place: tuple[int, int] | None = None
    asks_why: bool = False
    mine: bool = False
    sore: bool = False
    overdone: bool = False


class Described(Struct, frozen=True):
    """Findings and places that the person volunteered.

    `absent` are findings that were denied. `reply` is the yes or no that was said beside them.
    `since_days` is how long ago it began, in days; `course` how it has gone since. `child` is true
    where it was told of a child, `own` where it is about who speaks after all, `mine` where it is
    said of a part of their leg, `for_another` where it is of another adult, `moves` where a
    place is told in place of another, `corrects_time` where the time is,
    `guessed` where words deny what they do not name.
    """

    present: tuple[str, ...]
    absent: tuple[str, ...] = ()
    side: Side | None = None
    reply: Answer | None = None
    since_days: int | None = None
    course: Course | None = None
    child: bool = False
    own: bool = False
    mine: bool = False
    for_another: bool = False
    corrects_time: bool = False
    moves: bool = False
    guessed: bool = False
    beside: Beside = Beside()


class Asked(Struct, frozen=True):
    """A question about a topic. No topic means what was spoken of last, two that both fit.

    `told` is what was told or answered beside it in a check. `confirms` is true where it is asked
    whether that is the name of what they have. `also` is the topic of another question beside it.
    """

    topics: tuple[str, ...]
    aspect: Aspect
    told: Described | None = None
    confirms: bool = False
    also: str | None = None


class Questioned(Struct, frozen=True):
    """It is asked why these findings are said of somebody."""

    findings: tuple[str, ...]


class Inquired(Struct, frozen=True):
    """What to do now is asked after an urgent result: a topic, and what was told beside it.

    With `waits` it is asked in the same breath whether it can wait. `also` is the topic of another
    question beside it, and `asks_what` is true where it is asked what it is.
    """

    topic: str
    told: Described | None = None
    waits: bool = False
    also: str | None = None
    asks_what: bool = False


class Wants(Struct, frozen=True):
    """Exercise is asked for: a routine, one exercise, or what fits into some minutes.

    `step` is a step of a routine, and `part` an exercise of it, where somebody names their place;
    `done` is true where it is the step that was done last.
    """

    routine: str | None = None
    exercise: str | None = None
    minutes: int | None = None
    step: int | None = None
    part: int | None = None
    done: bool = False
    beside: Beside = Beside()


class GoesTo(Struct, frozen=True):
    """Another exercise of the session is wanted, or one is not.

    `exercises` are those of which any may be meant, `place` is one among those of the session, from
    1 on, or -1 for the last. `back` is true of one that was done, `leaves_out` of one that is not
    wanted.
    """

    exercises: tuple[str, ...] = ()
    place: int | None = None
    back: bool = False
    leaves_out: bool = False


class Counted(Struct, frozen=True):
    """A number was said: pain from 0 to 10, or a step of a routine.

    `eases`: something easier is wanted for what is told by it. `sessions` is how often a step was
    done, told with its number.
    """

    number: int
    eases: bool = False
    sessions: int | None = None


class Signed(Struct, frozen=True):
    """A stop sign was felt: an id of `content/stop_signs.yaml`. `where` are the places named."""

    sign: str
    where: tuple[str, ...] = ()


class Rated(Struct, frozen=True):
    """A pain from 0 to 10 that is told before exercise, where none is asked for, and is above all
    rules; `before` where it is that of an earlier day.
    """

    number: int
    before: bool = False


class Planned(Struct, frozen=True):
    """A reminder is asked for, or more is told of one.

    `changes` one that is set already; `once` is for one day, and not for one of each week.
    """

    told: PartialPlan = PartialPlan()
    changes: bool = False
    once: bool = False


class Permitted(Struct, frozen=True):
    """What somebody answered to Alexa, who asked for the permission to set the `plan`."""

    granted: bool
    plan: Plan | None = None


Event = (
    Asked
    | Questioned
    | Inquired
    | Launch
    | Said
    | Answered
    | Described
    | Wants
    | GoesTo
    | Counted
    | Signed
    | Rated
    | Planned
    | Permitted
)


Aside = Said | Asked | Inquired | GoesTo
"""What may be said beside something else."""


class Together(Struct, frozen=True):
    """Several things that were said in one sentence: the first counts before the others.

    `besides` are what is asked and commanded beside it, in the order in which it was said.
    """

    first: Event
    besides: tuple[Aside, ...]


def is_cleared(event: Event) -> bool:
    """Whether it tells that a clinician allowed exercise."""
    return isinstance(event, Wants | Described) and event.beside.cleared
