"""Levels of care, the grades of answers, and what each is worth."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from skill.library.types.evidence import Content, Evidenced

Side = Literal["left", "right", "both"]
OneSide = Literal["left", "right"]
Course = Literal["better", "worse", "same", "comes_and_goes"]
"""How it has gone since it began."""
PartOfDay = Literal["morning", "afternoon", "evening", "night"]


class Care(StrEnum):
    """Levels of care (dispositions), mildest first."""

    rank: int
    """0 for self-care to 3 for emergency: the care spoken is the highest raised."""

    SELF_CARE = "self_care"
    SEE_CLINICIAN = "see_clinician"
    SAME_DAY = "same_day"
    EMERGENCY = "emergency"

    def __init__(self, _: str) -> None:
        # Those before it. Asked some hundred times of a result, so it is no property.
        self.rank = len(type(self).__members__)


class Answer(StrEnum):
    """The grades of an answer, surest yes first.

    Nobody gives the last one: a plain no to a gate means it for each thing that the gate opens.
    """

    YES = "yes"
    KIND_OF = "kind-of"
    NOT_SURE = "not-sure"
    NOT_REALLY = "not-really"
    NO = "no"
    NO_TO_SEVERAL = "no-to-several"


Answers = Mapping[str, Answer]
"""Grade by id of a finding, red flag or gate, in the order in which they were given."""

YESES = frozenset({Answer.YES, Answer.KIND_OF})


class Frequency(StrEnum):
    """How often a finding is there; the probability of each word is in `likelihoods.yaml`."""

    ALWAYS = "always"
    USUALLY = "usually"
    OFTEN = "often"
    SOMETIMES = "sometimes"
    SELDOM = "seldom"
    RARELY = "rarely"
    NEVER = "never"


class AnswerStrength(Evidenced, frozen=True, kw_only=True):
    """How often an answer of this grade is heard where the finding is there, and where not."""

    if_present: Annotated[float, Meta(gt=0, lt=1)]
    if_absent: Annotated[float, Meta(gt=0, lt=1)]


class Elsewhere(Evidenced, frozen=True, kw_only=True):
    """How often the pain is mainly at a place that a condition does not name."""

    probability: Annotated[float, Meta(gt=0, lt=1)]


class CaseCounts(Content, frozen=True, kw_only=True):
    """What published cases say of one finding; `make likelihoods` writes it.

    `of` so many cases, `present` state that it was there and `absent` that it was not; the others
    are silent. Cases are weighed (`Counting`), so halves occur.
    """

    present: Annotated[float, Meta(ge=0)]
    absent: Annotated[float, Meta(ge=0)]
    of: Annotated[float, Meta(gt=0)]


class Counting(Evidenced, frozen=True, kw_only=True):
    """How published cases weigh.

    A judged word weighs as much as `word_weighs` cases. A case that is silent about a finding
    counts as `silence_weighs` of one that denies it. All cases behind a background weigh no more
    than `background_weighs`, as those of one condition do. A case counts once; what a textbook
    tells of many counts `textbook_weighs` times, and a diagnosis that nobody examined
    `unconfirmed_weighs`. The incidence counts with the power `incidence_power`.
    """

    word_weighs: Annotated[float, Meta(gt=0)]
    silence_weighs: Annotated[float, Meta(ge=0, le=1)]
    background_weighs: Annotated[float, Meta(gt=0)]
    textbook_weighs: Annotated[float, Meta(gt=0)]
    unconfirmed_weighs: Annotated[float, Meta(gt=0)]
    incidence_power: Annotated[float, Meta(gt=0, le=1)]


class Likelihoods(Content, frozen=True, kw_only=True):
    """`content/likelihoods.yaml`: the one table of frequency words, of what published cases
    weigh, and of graded answers."""

    reviewed: date
    counting: Counting
    frequencies: dict[Frequency, Annotated[float, Meta(gt=0, lt=1)]]
    elsewhere: Elsewhere
    answers: dict[Answer, AnswerStrength]
