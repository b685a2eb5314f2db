"""Cues of a timeline → what is heard, and for how long."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from msgspec.structs import replace

from skill.coaching.doses import A_MINUTE
from skill.coaching.timeline import LONG_HOLD, TEN, Cue, Kind
from skill.dialog.reply import Act
from skill.library.speech_length import MOST_OF_INTERVAL, spoken_seconds
from skill.library.types import ExerciseWords, OneSide, Words
from skill.voice.parts import Part, Tone
from skill.voice.phrasing import fill

BEFORE_THE_END = 3.0
"""Seconds before the end of a long interval at which what follows is announced."""
SHORTEST_TO_SPLIT = 8.0
MOST_IN_SECONDS = 90.0
"""What is left of a hold or a run is told in seconds up to here, and above in minutes."""
COUNTED = ("count-three", "count-two", "count-one")
"""A count-in, a second each; a lead-in of two seconds is its end, a longer one begins before it."""


def parts_of(words: Words, act: Act, variant: int) -> Iterator[Part]:
    """What is heard of each cue of an act. Together the parts last exactly as long as the cues."""
    exercise = words.exercises[act.about] if act.about else None
    around = zip((None, *act.cues), act.cues, (*act.cues[1:], None), strict=False)
    for before, cue, following in around:
        if exercise is None:
            reminds = cue.set > 1 and cue.set % 2 == 1  # Once a minute.
            told = fill(words, "still-paused", variant + cue.set) if reminds else ""
            yield Part(told, cue.lasts)
        elif cue.kind is Kind.PHASE:
            goes_on = following is not None and following.kind is Kind.PHASE
            led_in = before is not None and before.kind is Kind.COUNT_IN
            left = _left_of_hold(exercise, cue, act.numbers["repetitions"]) if led_in else 0.0
            parts = _phase(words, exercise, cue, variant + cue.set, goes_on=goes_on, left=left)
            yield from _begun_by("work", parts) if led_in else parts
        else:
            is_last = following is None
            yield from _between(words, act, exercise, cue, variant + cue.set, is_last=is_last)


def _between(
    words: Words, act: Act, exercise: ExerciseWords, cue: Cue, variant: int, *, is_last: bool
) -> Iterator[Part]:
    """What is heard around the repetitions; a rest that is the last cue announces no set."""
    side = _side(act, cue)
    match cue.kind:
        case Kind.SET_UP:
            yield Part(exercise.first_setup[cue.repetition - 1], cue.lasts)
        case Kind.FETCH:
            now = _in_the_wait(words, exercise, cue.lasts - BEFORE_THE_END, variant)
            yield from _announced(cue.lasts, now, fill(words, GET_READY[side], variant))
        case Kind.COUNT_IN:
            more = round(cue.lasts - len(COUNTED), 3)
            if more > 0:
                yield Part(fill(words, "get-ready", variant), more)
            for id in COUNTED[-round(cue.lasts) :]:
                yield Part(fill(words, id, variant), 1.0)
        case Kind.REST:
            rest = fill(words, "rest-now", variant, seconds=round(cue.lasts))
            now = exercise.rest or rest
            if is_last:
                yield Part(now, cue.lasts, "rest")
                return
            soon = LAST_SET if cue.set == act.numbers["sets"] else SET_SOON
            ready = fill(words, soon[side], variant, set=cue.set)
            yield from _begun_by("rest", _announced(cue.lasts, now, ready))
        case Kind.SWITCH:
            now = fill(words, SWITCH_TO[side], variant)
            ready = now if cue.lasts < SHORTEST_TO_SPLIT else fill(words, "get-ready", variant)
            yield from _announced(cue.lasts, now, ready)


def _begun_by(tone: Tone, parts: Iterator[Part]) -> Iterator[Part]:
    """The same parts, the first of them with a tone."""
    yield replace(next(parts), tone=tone)
    yield from parts


def _in_the_wait(words: Words, exercise: ExerciseWords, seconds: float, variant: int) -> str:
    """What it should feel like, and how to begin sooner, as far as there is time for it."""
    whole = fill(words, "wait-now", variant, feel=exercise.feel)
    fitting = (
        text
        for text in (whole, exercise.feel)
        if spoken_seconds(text) <= MOST_OF_INTERVAL * seconds
    )
    return next(fitting, "")  # "Get ready" comes at its end.


GET_READY = {None: "get-ready", "left": "get-ready-left", "right": "get-ready-right"}
SET_SOON = {None: "set-soon", "left": "set-soon-left", "right": "set-soon-right"}
LAST_SET = {None: "last-set", "left": "last-set-left", "right": "last-set-right"}
SWITCH_TO = {None: "get-ready", "left": "switch-to-left", "right": "switch-to-right"}
"""Statements by the side that comes; None where both work at once."""


def _side(act: Act, cue: Cue) -> OneSide | None:
    if act.first is None:
        return None
    return "left" if (act.first == "left") == (cue.side == 1) else "right"


def _left_of_hold(exercise: ExerciseWords, cue: Cue, repetitions: int) -> float:
    """Seconds of the hold that a cue takes up within it; 0 where it begins, or is no long one.

    Where a repetition is nothing but a hold, the repetitions of a set are one hold.
    """
    whole = cue.into + cue.lasts
    is_one_hold = len(exercise.phases) == 1 and whole >= LONG_HOLD
    within = is_one_hold and whole < A_MINUTE and cue.repetition > 1
    if not cue.into and not within:
        return 0.0
    return cue.lasts + (repetitions - cue.repetition) * whole if is_one_hold else cue.lasts


def _phase(
    words: Words, exercise: ExerciseWords, cue: Cue, variant: int, *, goes_on: bool, left: float
) -> Iterator[Part]:
    """A phase with its word. A hold is counted in tens, and its last three seconds one by one.

    `left` are the seconds of a hold that is taken up: they are told.
    """
    whole = cue.into + cue.lasts
    is_one_hold = len(exercise.phases) == 1 and whole >= LONG_HOLD
    word = _word(words, exercise, cue, variant, left)
    if whole < LONG_HOLD or (is_one_hold and goes_on):
        yield Part(word, cue.lasts)
        return
    is_hold = is_one_hold and whole < A_MINUTE
    every, counted = (TEN, "count-seconds") if is_hold else (A_MINUTE, "count-minutes")
    at, ends = cue.into, whole - BEFORE_THE_END
    mark = at // every * every + every
    while mark <= ends:
        yield Part(word, round(mark - at, 3))
        done = {"seconds": round(mark)} if is_hold else {"number": round(mark / every)}
        word = fill(words, counted, variant, **done)
        at, mark = mark, mark + every
    yield Part(word, round(ends - at, 3))
    for id in COUNTED:
        yield Part(fill(words, id, variant), 1.0)


def _word(words: Words, exercise: ExerciseWords, cue: Cue, variant: int, left: float) -> str:
    """The word of a phase: what is left of a hold, the seconds that are held, or the number."""
    phase = cue.phase or ""
    word = exercise.phases[phase]
    if left > MOST_IN_SECONDS:
        minutes = ceil(left / A_MINUTE)
        return fill(words, "count-minutes-left", variant, phase=word, number=minutes)
    if left:
        return fill(words, "count-left", variant, phase=word, seconds=round(left))
    if cue.repetition > 1:
        word = exercise.again.get(phase, word)
    if len(exercise.phases) == 1 and LONG_HOLD <= cue.lasts < A_MINUTE:
        held = (cue.repetition - 1) * cue.lasts
        if held:
            return fill(words, "count-held", variant, seconds=round(held))
        return fill(words, "count-hold", variant, phase=word)  # Its seconds are counted.
    if cue.opens:
        return fill(words, "count-repetition", variant, repetition=cue.repetition, phase=word)
    return word


def _announced(lasts: float, now: str, soon: str) -> Iterator[Part]:
    """One text at the beginning, and another shortly before the end; else the other alone."""
    if lasts < SHORTEST_TO_SPLIT:
        yield Part(soon, lasts)
        return
    yield Part(now, round(lasts - BEFORE_THE_END, 3))
    yield Part(soon, BEFORE_THE_END)
