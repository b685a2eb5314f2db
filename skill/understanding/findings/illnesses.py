"""Illnesses that somebody has or was told of, and those that are only asked about or feared."""

from __future__ import annotations

from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.polarity import Holds
from skill.understanding.reading.reading import Reading

SUSPECTED = "clot-told"
"""The clot that a clinician suspects, or that somebody is sure of."""
ILLNESSES = frozenset(
    {
        *("diabetes", "past-stress-fracture", "past-cancer", "past-clot-or-cancer", SUSPECTED),
        *("immune-weak", "joints-elsewhere", "old-fracture-or-metal", "joint-infection-risk"),
        "weak-bones",
    }
)
"""What somebody has or has not, and may only ask about: "is that the same as diabetic feet?"."""
FEARED = frozenset({SUSPECTED, "past-clot-or-cancer", "past-cancer"})
"""Those that people are afraid of, or read about, without having them."""
ASKING = frozenset({"question", "asks-of-it"})
"""The marks of words with which a question begins."""
IDLE = "idle-question"
"""The mark of words that ask where no question is open."""
FEARS = "fears"
"""The mark of words that lead to what is feared, guessed, read or said by nobody."""
LIKELY = 8
"""Words from a chance to what it is a chance of, at most: "how likely is it that I have a …"."""
NEAR = 5
"""Words between a fear and what is feared, at most."""


def told(reading: Reading, match: Match, how: Holds) -> Holds:
    """How an illness is said to be: supposed where it is only asked about or feared.

    What nobody has said is not so: "nobody has said I have a clot".
    """
    if match.id in FEARED and how is Holds.SUPPOSED and _is_own(reading, match):
        return Holds.IS  # "Is my clot dangerous?"
    if match.id not in ILLNESSES or how is not Holds.IS:
        return how
    if is_only_asked(reading, match):
        return Holds.SUPPOSED
    if match.id not in FEARED or not is_feared(reading, match):
        return how
    unsaid = match.id == SUSPECTED and reading.sentence.places("<nobody-says>")
    return Holds.IS_NOT if unsaid else Holds.SUPPOSED


def is_feared(reading: Reading, match: Match) -> bool:
    """Whether a fear of it stands before words, and they name none that is there.

    "The doctor is worried that it is a clot" tells of one, as "I worry about my clot" does, and
    "I read about it, and I have a clot".
    """
    sentence = reading.sentence
    fears = [m for m in reading.marks if m.id == FEARS and m.start < match.end]
    fears = [m for m in fears if match.start - m.end <= NEAR]
    if not fears or sentence.reach(match.start - 1, "<determiner>"):
        return False
    if any(sentence.has("<examiner>", range(max(0, m.start - NEAR), m.start)) for m in fears):
        return False
    return not any(
        sentence.has("<contrast>", range(m.end, match.start))
        or sentence.has("<joins>", range(m.end, match.start))
        for m in fears
    )


def is_only_asked(reading: Reading, match: Match) -> bool:
    """Whether an illness is what a question is about, and nobody says that they have it.

    "Does that mean I'm diabetic" asks, "is it bad, I'm diabetic" and "is it my diabetes" tell.
    """
    sentence = reading.sentence
    first, _ = clause(sentence, match.start)
    if sentence.has("<you-say>", range(first, match.start)):
        return True
    if _is_own(reading, match):
        return False
    ends_in_it = any(
        m.id == "asks-of-it"
        and sentence.reach(m.start, "<aux>")
        and m.start <= match.start
        and match.end == m.end == len(sentence)
        for m in reading.marks
    )
    if match.id in FEARED and ends_in_it:
        return True  # "I get puffed on hills, is that a clot?"
    if not reading.asks:
        return False
    likely = sentence.has("<likelihood>", range(max(0, match.start - LIKELY), match.start))
    if not likely and sentence.has("<as-i-have>", range(match.start)):
        return False
    if likely:
        first = 0
    elif sentence.reach(first - 1, "<would-mean>"):
        first, _ = clause(sentence, first - 1)
    asked = [m for m in reading.marks if m.start <= match.start]
    if (
        match.id in FEARED
    ):  # "What should I do, I think I have a clot", but "do sprains cause clots".
        return any(m.id in (*ASKING, IDLE) and m.start >= first for m in asked)
    return any(m.id in ASKING and first < m.end for m in asked)


def _is_own(reading: Reading, match: Match) -> bool:
    """Whether a "my" stands right before it."""
    return bool(reading.sentence.reach(match.start - 1, "<own-as>"))
