"""What a time belongs to: the trouble itself, or somebody and something else that is told beside
it: "the hip was done in March", "my physio moved two years ago".
"""

from __future__ import annotations

from skill.library.recency import RECENT_UP_TO
from skill.understanding.findings.assertions import EVENTS, Told
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.polarity import Holds
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.numbers.times import TIME_QUESTIONS, Time
from skill.understanding.reading.outsiders import names_own_leg
from skill.understanding.reading.reading import Reading

CAME_ABOUT = "came-about"
"""The mark of words that tell when the trouble came: "it only happened", "I heard it go"."""

NEAR = 3
"""Words between those and the time, or from "my" to the part of the leg, at most."""

SOMEBODY = ("<adult-word>", "<child-word>", "<further-kin>", "<outsider>", "<pet>")
"""Classes of who may be spoken of by the way."""

LEADS = ("<own-as>", "<definite>", "<joins>", "<contrast>", "<no-word>", "<yes-word>", "<light>")
"""Classes of words before who is spoken of, where that is the subject."""

PARTS = ("<joins>", "<contrast>")
"""Classes of words that part what is told of one from what is told of another."""

OF_IT = ("<the-leg>", "<hurt>", "<trouble>")
"""Classes of words that stand for the trouble."""

SAYS_NOTHING = (
    *("<light>", "<adverb>", "<been-for>", "<no-word>", "<yes-word>", "<joins>", "<contrast>"),
    *("<since>", "<only>", "<set-in>", "<gone-by>", "<since-word>", "<lead-in>"),
)
"""Classes of words that may stand beside a time that is told alone: "no, only since"."""

DATED_APART = frozenset(
    {
        *("quinolone-antibiotic", "tendon-medicine", "steroids", "recent-surgery-or-plaster"),
        *("past-clot-or-cancer", "past-cancer", "old-fracture-or-metal", "past-stress-fracture"),
        *("long-journey", "pregnant", "hormones", "missed-periods", "diabetes", "immune-weak"),
        *("new-to-running", "recent-training-increase", "male", "over-50", "over-65", "weak-bones"),
        *("blood-thinner", "old-sprain", "repeated-sprains", "under-eighteen", "can-bear-weight"),
        "heart-trouble",
    }
)
"""What has a time of its own, or tells nothing of the trouble."""


def came_about(reading: Reading, time: Time) -> bool:
    """Whether a time is when the trouble came: "it only went an hour ago"."""
    if not reading.has(CAME_ABOUT) or reading.of("exercise", "routine"):
        return False  # "The balance one, I did it twice last week."
    first, after = clause(reading.sentence, time.start)
    told = [m for m in reading.marks if m.id == CAME_ABOUT and _is_own(reading, m.start)]
    return any(
        m.start <= time.start < m.end
        or (first <= m.start and m.end <= time.start <= m.end + NEAR)
        or (m.end <= after and time.end <= m.start <= time.end + NEAR)
        for m in told
    )


def _is_own(reading: Reading, at: int) -> bool:
    """Whether a clause is not that of somebody or something else."""
    first, after = clause(reading.sentence, at)
    return not is_elsewhere(reading.sentence, first, after)


def is_of_the_trouble(reading: Reading, time: Time, told: list[Told]) -> bool:
    """Whether the clause of a time tells of the trouble.

    At an opening only what is plainly told of another beside one's own leg is not; where it is
    asked since when, every time is.
    """
    sentence = reading.sentence
    if reading.context.question in TIME_QUESTIONS:
        return True
    first, after = part(sentence, time.start)
    if reading.context.opening:
        if not names_own_leg(reading):
            return True
        by_itself = _is_led(sentence, first)
        if not by_itself:
            return not is_of_another(reading, time)
    if is_of_another(reading, time):
        return False
    alone = _is_alone(reading, time, first, after)
    here = [one for one in told if first <= one.match.start < after]
    if alone or any(one.holds is Holds.IS and one.id not in DATED_APART for one in here):
        return True
    if _leads_to_an_injury(time, told):
        return True
    words = range(first, after)
    return any(sentence.has(name, words) for name in OF_IT) or any(
        _is_own_leg(sentence, at) for at in words
    )


def _leads_to_an_injury(time: Time, told: list[Told]) -> bool:
    """Whether what follows tells what happened then: "I played tennis yesterday, and it went"."""
    so = [one for one in told if one.match.start >= time.end and one.holds is Holds.IS]
    return time.days <= RECENT_UP_TO and any(one.id in EVENTS for one in so)


def _is_led(sentence: Sentence, first: int) -> bool:
    """Whether who speaks begins a part of a clause, and so tells of something new."""
    at = first
    while sentence.is_one_of(at, PARTS):
        at += 1
    return at > 0 and sentence.reach(at, "<of-who-speaks>") > 0


def is_of_another(reading: Reading, time: Time) -> bool:
    """Whether a time is told of somebody else or another part of the body."""
    sentence = reading.sentence
    first, after = part(sentence, time.start)
    if is_elsewhere(sentence, first, after):
        return True
    goes_on = _is_alone(reading, time, first, after) or _is_pointed_to(sentence, first)
    return bool(first and goes_on) and is_elsewhere(sentence, *part(sentence, first - 1))


def part(sentence: Sentence, at: int) -> tuple[int, int]:
    """The part of a clause that a word stands in, between what joins it to others; the "and" of "on
    and off" joins nothing.
    """
    first, after = clause(sentence, at)
    often = {k + 1 for k in sentence.places("<now-and-then>") if k >= first}
    often = {k for k in often if sentence.reach(k - 1, "<now-and-then>") > 1}
    joining = {k for name in PARTS for k in sentence.places(name) if first <= k < after}
    joints = joining - often
    begins = max((k for k in joints if k <= at), default=first)
    return begins, min((k for k in joints if k > at), default=after)


def _is_alone(reading: Reading, time: Time, first: int, after: int) -> bool:
    """Whether nothing stands beside a time that tells anything by itself."""
    return all(_says_nothing(reading, at, time) for at in range(first, after))


def _says_nothing(reading: Reading, at: int, time: Time) -> bool:
    """Whether a word is of the time, or tells nothing by itself."""
    if time.start <= at < time.end or reading.sentence.is_one_of(at, SAYS_NOTHING):
        return True
    inside = any(one.start <= at < one.end for one in reading.times)
    return inside or any(one.start <= at < one.end for one in reading.numbers)


def _is_pointed_to(sentence: Sentence, first: int) -> bool:
    """Whether a clause goes on about what stood before it: "that was done in March"."""
    at = first
    while sentence.is_one_of(at, ("<joins>", "<contrast>")):
        at += 1
    return bool(sentence.reach(at, "<that-was>"))


def is_elsewhere(sentence: Sentence, first: int, after: int) -> bool:
    """Whether words tell of somebody else or another part of the body, and of no own leg."""
    words = range(first, after)
    if any(_is_own_leg(sentence, at) for at in words):
        return False
    if sentence.has("<other-part>", words) or sentence.has("<of-the-leg>", words):
        return True
    somebody = next((at for at in words if _is_somebody(sentence, at)), None)
    if somebody is None or sentence.has("<bystanding>", range(somebody, after)):
        return False
    before = range(first, somebody)  # "I tripped over the cat", but "my cat tripped".
    leads = all(sentence.is_one_of(at, LEADS) for at in before)
    return leads or sentence.reach(somebody, "<of-him-or-her>") > 0


def _is_somebody(sentence: Sentence, at: int) -> bool:
    """Whether a word names somebody else, or stands for one."""
    if sentence.reach(at, "<of-him-or-her>"):
        return True
    other = sentence.reach(at - 1, "<on-behalf>") or sentence.reach(at, "<trouble>")
    return sentence.is_one_of(at, SOMEBODY) and not other


def _is_own_leg(sentence: Sentence, at: int) -> bool:
    """Whether a part of the leg is named there, and it is neither another's nor the other one."""
    if not sentence.reach(at, "<of-the-leg>"):
        return False
    before = range(max(0, at - NEAR), at)
    return not (sentence.has("<of-him-or-her>", before) or sentence.has("<other-one>", before))
