"""Which medicine somebody took: any antibiotic is asked about, and few of them harm tendons."""

from __future__ import annotations

from collections.abc import Mapping

from skill.understanding.heard import AnswerHeard
from skill.understanding.reading.reading import Reading

ANY = "quinolone-antibiotic"
"""The kind of antibiotic that harms tendons."""
TENDON_MEDICINE = "tendon-medicine"
"""Some antibiotic: at the questions about it, and the kind that harms tendons, an answer alone."""
HALF_A_YEAR = 183
"""Days: what was done before that is not what a question means by lately."""
LONG = "over-six-weeks"
OTHER = "other-antibiotic"
"""The mark of an antibiotic by name that harms no tendon."""
OF_ANY = frozenset({"tendon-medicine", "tendon-history"})
"""Questions for any antibiotic: a yes to one tells that there was some, and the next asks which."""
AT_ANY = OF_ANY | {"tendon-medicine-first"}
"""Questions for any antibiotic, and for steroids."""


def is_of_long_ago(reading: Reading) -> bool:
    """Whether an antibiotic is of more than half a year ago, or steroids are asked for."""
    return reading.context.question == "steroids" or any(
        time.days > HALF_A_YEAR for time in reading.times
    )


def is_another(reading: Reading, answer: AnswerHeard | None, said: AnswerHeard | None) -> bool:
    """Whether an antibiotic that harms no tendon is named where any is asked for, without a no.

    It tells that there was some, and which; steroids, which are asked for too, stay open.
    """
    asked = reading.context.question in AT_ANY
    return asked and reading.has(OTHER) and answer == "no" and said != "no"


def which_is_open(reading: Reading, facts: Mapping[str, bool]) -> bool:
    """Whether an antibiotic was told where any is asked for, and none that harms tendons named."""
    if reading.context.question not in OF_ANY or not facts.get(ANY):
        return False
    return not any(m.id == ANY for m in reading.so("finding"))
