"""What a sentence tells and answers, before and after each is put right by the other."""

from __future__ import annotations

from msgspec import Struct

from skill.understanding.complaint import Complaint
from skill.understanding.heard import AnswerHeard


class Sense(Struct, frozen=True, gc=False):
    """What a sentence tells, and what it answers to the question that is open.

    `of_old` is true where it tells what was so all along, `rest_open` where of several things that
    are asked for one is denied.
    """

    told: Complaint
    answer: AnswerHeard | None
    of_old: bool = False
    rest_open: bool = False
