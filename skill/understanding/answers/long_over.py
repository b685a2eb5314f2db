"""What was once and is long over is a no to what is asked of now: "once in church in seventy nine".

It has to be over by what is said: what happened is, and what lasts is only where "never since", a
"once" or a "last" says so. What was ever so, as a clot was, counts whenever it was.
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.answers.questions import LOOKS_BACK
from skill.understanding.contexts import Context
from skill.understanding.findings.asides import PASSED
from skill.understanding.findings.assertions import EVENTS, HISTORY
from skill.understanding.findings.past import LONG_AGO
from skill.understanding.grammar.matching import Match
from skill.understanding.heard import Heard
from skill.understanding.numbers.times import Time
from skill.understanding.reading.reading import Reading

TAKEN = frozenset({"quinolone-antibiotic", "steroids", "tendon-medicine", "tendon-medicine-first"})
"""What is taken for a time."""

HAPPENS = (
    EVENTS
    | TAKEN
    | {
        *("fainted", "coughs-blood", "fever", "racing-heart", "feels-unwell", "open-wound"),
        *("foot-wound", "bladder-or-bowel", "breathless-or-chest-pain", "hormones", "pregnant"),
        *("heat-or-fever", "breath", "injury", "injury-shape", "hard-to-judge", "clot-chance"),
        *("skin", "tendon-history"),
    }
)
"""What happens and passes; all else lasts till it is said to be over."""

OF_TIME = frozenset({"over-six-weeks", "over-two-weeks"})
"""What a time tells that is no time of the trouble."""

OVER = "over-by-now"
"""The mark of words by which what lasts is over: "never since", "only once"."""
OF_WHAT = "over-since-what"
"""The mark of words behind which it is told what it was last so with, whenever that was: "not since
my wedding", "my last fever was the measles".
"""
OF_THIS_TIME = (
    *("<trouble>", "<up-to-now>", "<contrast>", "<it-word>", "<limb>", "<number>", "<this-time>"),
)
"""Classes of words of what is the matter today, or may be of these days."""
GOES_ON = ("<since-then>", "<up-to-now>", "<again>", "<contrast>")
"""Classes of words by which it may go on, or of what is told beside it."""
OPEN_ANSWERS = (None, "only_when", "kind_of", "not_sure", "not_really", "no")
ASKS_OF_TIME = frozenset(
    {"over-six-weeks", "over-two-weeks", "old-sprain", "repeated-sprains", "missed-periods"}
)
"""Questions that are of the past themselves."""


def long_over(reading: Reading, heard: Heard) -> Heard:
    """The same, with a no where all that is told was long ago and is over."""
    context = reading.context
    if not _asks_of_now(context):
        return heard
    past = _is_past(reading)
    if not past and not _is_over_since_something(reading):
        return heard
    parts = context.asked
    told = heard.told
    asked = told & parts
    grave = {*heard.danger} - parts
    named = asked | {m.id for m in reading.of("finding") if m.id in parts}
    now = asked & TAKEN
    if not reading.has(OVER, OF_WHAT) and (now or (heard.answer == "no" and not named)):
        return heard  # "I take it still", "no, it started two years ago".
    if grave or not _may_be_over(reading, context, named):
        return heard
    if heard.answer not in OPEN_ANSWERS and not asked and heard.answer != "yes":
        return heard
    gone = asked | OF_TIME | {id for id in told if id in TAKEN}
    facts = {id: so for id, so in heard.findings.items() if id not in gone}
    says_no = reading.sentence.has("<no-word>", range(len(reading.sentence)))
    sure = past or says_no or heard.answer == "no" or context.spared or context.doubted
    return replace(
        heard,
        answer="no" if sure else "not_sure",
        findings=facts,
        danger=tuple(id for id in heard.danger if id not in parts),
        since_days=None,
        command=None,
        origin={},
    )


def _asks_of_now(context: Context) -> bool:
    """Whether it is asked for what is there now, or was lately."""
    return context.question not in ASKS_OF_TIME and (context.doubted or not context.told)


def _is_past(reading: Reading) -> bool:
    """Whether each time that is told is long ago, and nothing goes on since then."""
    sentence = reading.sentence
    over = [m for m in reading.marks if m.id == OVER]
    if sentence.reach(0, "<yes-word>"):
        return False
    for name in GOES_ON:
        for at in sentence.places(name):
            if not any(m.start <= at < m.end for m in over):
                return False
    least = PASSED if over else LONG_AGO
    least = LOOKS_BACK.get(reading.context.question or "", least)
    outright = [t for t in reading.times if t.outright]
    if any(t.days < least or _lasts(reading, t.start, over) for t in outright):
        return False
    denied = (at for m in _long_ago(reading) for at in range(m.start - 2, m.start))
    if any(sentence.reach(at, "<not>") and not sentence.reach(at, "<no-word>") for at in denied):
        return False  # "Not that long ago."
    return any(_is_dated(reading, t) for t in outright) or bool(_long_ago(reading))


def _is_over_since_something(reading: Reading) -> bool:
    """Whether it was last so with what is no part of today: "not since Reagan was president"."""
    sentence = reading.sentence
    mark = next((m for m in reading.marks if m.id == OF_WHAT), None)
    if mark is None or sentence.reach(0, "<yes-word>") or mark.end >= len(sentence):
        return False
    behind = range(mark.end, len(sentence))
    events = any(m.start in behind and m.id in EVENTS for m in reading.of("finding"))
    recent = any(t.days < PASSED for t in reading.times)
    return not (events or recent or any(sentence.has(name, behind) for name in OF_THIS_TIME))


def _long_ago(reading: Reading) -> list[Match]:
    return [m for m in reading.marks if m.id == "long-ago"]


def _is_dated(reading: Reading, time: Time) -> bool:
    """Whether a time tells when it was, and not how long: "two years ago", "since", a year."""
    sentence = reading.sentence
    behind = range(time.start, time.end + 1)
    return sentence.has("<gone-by>", behind) or bool(sentence.reach(time.start - 1, "<in-year>"))


def _lasts(reading: Reading, start: int, over: list[Match]) -> bool:
    """Whether a time tells how long it has been so: "for two years"."""
    sentence = reading.sentence
    if any(m.start <= start <= m.end for m in over):
        return False
    return any(sentence.reach(start - back, "<lasting>") for back in (1, 2))


def _may_be_over(reading: Reading, context: Context, named: set[str]) -> bool:
    """Whether what is named, or asked for where nothing is, is over by being long ago."""
    ever = HISTORY.intersection(context.parts)
    if named & HISTORY:
        return False
    if ever and (not named or named <= {context.question}):
        taken = reading.sentence.has("<taken-or-put-in>", range(len(reading.sentence)))
        operated = reading.sentence.has("<mended-by-hand>", range(len(reading.sentence)))
        if not taken or operated:
            return False
    if reading.has(OVER, OF_WHAT):
        return True
    return (named or {str(context.question)}) <= HAPPENS
