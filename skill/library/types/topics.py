"""What people ask about."""

from datetime import date
from enum import StrEnum

from skill.library.types.evidence import Content, Evidenced, Id, Ids


class Aspect(StrEnum):
    """What can be asked about a topic. A topic that is one answer has `answer` alone."""

    WHAT_IT_IS = "what-it-is"
    WHERE = "where"
    CAUSES = "causes"
    SIGNS = "signs"
    REHAB = "rehab"
    TREATMENTS = "treatments"
    HOW_LONG = "how-long"
    WHEN_TO_BE_SEEN = "when-to-be-seen"
    RUNNING = "running"
    ANSWER = "answer"


class TopicAnswer(Evidenced, frozen=True, kw_only=True):
    """The evidence of one answer."""


class Topic(Content, frozen=True, kw_only=True):
    """`content/topics/<id>.yaml`: something that people ask about.

    Where it is a condition or look-alike, it bears its id, and `aspects` holds an answer for
    each thing that can be asked about it. Else `aspects` holds `answer` alone. `loads` says that
    the topic is running, sport or an exercise: what loads the ankle. `waits` says that it is what
    people do by themselves (walking on it, ice, a wrap): after an urgent result, care comes first.
    Where one of the `with_flags` is what the result is told for, or one of `with_told` was told at
    all, it answers for the topic that it is `instead_of`. `first_aid` is answered at any time.
    """

    reviewed: date
    loads: bool = False
    waits: bool = False
    instead_of: Id | None = None
    with_flags: Ids = ()
    with_told: Ids = ()
    first_aid: bool = False
    aspects: dict[Aspect, TopicAnswer]
