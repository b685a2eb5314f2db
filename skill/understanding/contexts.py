"""The light in which a sentence is read: what is asked, and where the talk stands."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from skill.library.types import Care, Library

Talk = Literal[
    "launch", "check", "result", "topic", "emergency", "before-exercise", "set-up", "set", "rest",
    "pain",
]  # fmt: skip

OPEN = frozenset({None, "open-question", "how-it-began", "anything-else", "age", "safety-age"})
"""Questions that no yes or no answers."""
COACHED = frozenset({"set-up", "set", "rest", "pain"})
"""The kinds of talk in which an exercise is coached."""
EXERCISING = COACHED | {"before-exercise"}
"""Those, and the one that leads to it."""
PAIN_QUESTIONS = ("how-much-pain",)
"""The questions that ask for a pain in numbers."""


class Context(Struct, frozen=True, kw_only=True):
    """Where the talk stands when a sentence arrives.

    `question` is the id of what is being asked, `talk` the kind of talk. `parts` are the findings
    and flags that the question asks for: itself, or those of a gate or of a choice. With
    `alarm_is_no` a no is the answer that worries, and a question that is not `grave` looks for no
    danger. `today` dates "since Tuesday" where it is known. `counted` are the flags that count so
    far, and may be taken back. `region` is that in which the place lies that is asked for: "the
    outside" is a part of it, `hurts_in` that in which it was told to hurt, for who puts a side of
    it right. `stopped` is true where what ended a set may be taken back,
    `welcomed` right after a welcome to the routine that is known, and `told` where what is asked
    was told before: "it's fine" only makes light of it, `doubted` where it is put once more, as it
    was answered by no plain yes or no, `spared` where a no that is believed needs no such doubt:
    "no, I don't think so". `of_age` is true where who is asked told
    of eighteen years or more, `mine` where it is known that who speaks is the one who is hurt. With
    `effort_counts` breath that is short on effort alone counts, as beside a sign of a clot; with
    `winded` it is asked whether it is more than that. `rests_on` are the questions on whose answers
    an emergency rests that was told, each as where it is asked, with its sign as what `counted`:
    words may put one right. With `bleeds` a bleed or an open wound was told, so "do I press on it"
    is asked of that. At a question for several things before exercise, `things` of them that are
    denied are all.
    """

    question: str | None = None
    talk: Talk = "launch"
    parts: tuple[str, ...] = ()
    alarm_is_no: bool = False
    grave: bool = True
    today: date | None = None
    stopped: bool = False
    welcomed: bool = False
    told: bool = False
    doubted: bool = False
    spared: bool = False
    counted: tuple[str, ...] = ()
    region: str | None = None
    hurts_in: str | None = None
    of_age: bool = False
    mine: bool = False
    effort_counts: bool = False
    winded: bool = False
    rests_on: tuple[Context, ...] = ()
    bleeds: bool = False
    things: int = 3
    rest_is_asked: bool = False

    @property
    def asks_yes_or_no(self) -> bool:
        """Whether something about the body is asked that is so or not."""
        return self.talk in ("check", "before-exercise") and self.question not in OPEN

    @property
    def asked(self) -> set[str]:
        """What is asked for: the question, and the findings and flags that it asks for."""
        return {*self.parts, str(self.question)}

    @property
    def worries_by_yes(self) -> bool:
        """Whether the check asks for what may be so of a leg or its owner, and a yes worries."""
        asks = self.talk == "check" and self.asks_yes_or_no and not self.alarm_is_no
        return asks and self.question not in AGE_QUESTIONS

    @property
    def looks_for_danger(self) -> bool:
        """Whether the check asks for a danger, and a yes is what worries."""
        return self.grave and self.worries_by_yes

    @property
    def opening(self) -> bool:
        """Whether somebody begins, and nothing is asked yet."""
        return self.question is None and self.talk == "launch"

    @property
    def exercising(self) -> bool:
        """Whether an exercise is coached, or about to be."""
        return self.talk in EXERCISING

    @property
    def coaching(self) -> bool:
        """Whether an exercise is being coached."""
        return self.talk in COACHED


ALARM_IS_NO = frozenset({"can-bear-weight", "can-move-toes", "age"})
"""Questions to which a no is what worries: what flags are `asked_as`, and who is of age."""

AGE_QUESTIONS = ("age", "over-65", "safety-person", "person", "under-eighteen")
"""Questions that ask for an age, or who it is about."""

OF_THE_PAST = frozenset(
    {
        *("tendon-medicine", "tendon-medicine-first", "tendon-history"),
        *("quinolone-antibiotic", "steroids"),
        *("recent-surgery-or-plaster", "long-journey", "clot-risk", "clot-chance", "hormones"),
        *("past-clot-or-cancer", "past-cancer", "past-stress-fracture", "old-fracture-or-metal"),
        *("bone-risk", "infection-risk", "joint-infection-risk", "old-sprain", "weight-loss"),
    }
)
"""Questions about what was once: a bare time tells when that was, and not since when it hurts."""

OF_BREATH = frozenset({"breath", "breathless-or-chest-pain"})
"""Questions about breath. The check puts them beside signs of a clot, which may be in the lungs."""

ON_AN_OCCASION = frozenset(
    {
        *("big-toe-push-hurts", "hurts-lifting-toes", "hurts-walking", "hurts-after-run"),
        *("worse-running", "worse-stairs-or-hills", "worse-squatting", "worse-pointing-down"),
        *("worse-pushing-out", "worse-turning-in", "worse-bending-up", "worse-tight-shoes"),
        *("heel-shoe-rubs", "pinch-in-front", "first-steps-worst", "morning-stiffness"),
        *("worse-as-run-goes-on", "tender-ankle-bone", "night-pain", "pain-at-rest"),
    }
)
"""Findings that are there only on an occasion, by which they are named."""

WHERE_IT_HURTS = "at-open-question"
"""The kind of words that are a place only as an answer to where it hurts, and beside nothing else
that is told: "under the strap of my sandal".
"""

SITED = frozenset(
    {
        *("numbness", "tingling", "swelling", "bruising", "cold-foot", "hot-or-red"),
        *("open-wound", "foot-wound", "black-or-dusky-skin", "spreading-redness"),
    }
)
"""What is somewhere: who names only a place where it is asked for ("just my little toe") has it."""

REGIONS = ("place-ankle", "place-foot", "place-leg", "place-heel")


def _region(library: Library, question: str) -> str | None:
    """The region in which a question asks for a place."""
    for region in REGIONS:
        if question == f"pain-{region}" or question in library.gates[region].opens:
            return region
    return None


def _rest_is_asked(library: Library, question: str) -> bool:
    """Whether a question is for several dangers, of which those that are left are asked in one.

    A finding among them, as a swelling is beside fever and heat, is asked with a danger of today.
    """
    gate = library.gates.get(question)
    if gate is None or not {*gate.opens} <= {*gate.once_known}:
        return False
    flags = [library.red_flags[part] for part in gate.opens if part in library.red_flags]
    urgent = any(flag.care.rank >= Care.SAME_DAY.rank for flag in flags)
    return urgent or len(flags) == len(gate.opens)


def context(
    library: Library,
    question: str | None,
    talk: Talk,
    today: date | None = None,
    parts: tuple[str, ...] = (),
    counted: tuple[str, ...] = (),
    *,
    stopped: bool = False,
    welcomed: bool = False,
    told: bool = False,
    doubted: bool = False,
    spared: bool = False,
    of_age: bool = False,
    mine: bool = False,
    effort_counts: bool | None = None,
    winded: bool = False,
    rests_on: tuple[Context, ...] = (),
    bleeds: bool = False,
    things: int = 3,
    hurts_in: str | None = None,
) -> Context:
    """The context of an open question: what it asks for, and which answer to it worries.

    `parts` are the findings that a question asks for which the check does not know.
    `counted` are the flags that count so far. `stopped` tells whether what ended a set may be
    taken back, `welcomed` whether somebody was just welcomed to a workout, and `told` whether what
    is asked was told before, `doubted` whether it was answered by no plain yes or no, `spared`
    whether a no that is believed is a plain one, `of_age` whether an age of eighteen or more was
    told, `mine` whether who speaks is the one who is hurt.
    `effort_counts` tells
    whether breath that is short on effort counts; by itself it does wherever breath is asked about.
    `winded` tells whether it is asked if breath is shorter than an exercise explains.
    `rests_on` are the questions whose answers made an emergency. `bleeds` tells whether a bleed or
    an open wound was told, `things` how many
    of those that a question before exercise names have to be denied before it is a no to all.
    `hurts_in` is the region in which it was told to hurt.
    `rest_is_asked` tells whether what a no leaves unnamed of several dangers is asked together.
    """
    if question is not None and not parts:
        gate = library.gates.get(question)
        parts = (question, *gate.opens) if gate else (question,)
        if question.startswith("pain-place"):
            parts = (question, *REGIONS, *library.places)
    return Context(
        question=question,
        talk=talk,
        parts=parts,
        alarm_is_no=question in ALARM_IS_NO,
        grave=question not in library.findings or question in SITED,
        today=today,
        stopped=stopped,
        welcomed=welcomed,
        told=told,
        doubted=doubted,
        spared=spared,
        of_age=of_age,
        mine=mine,
        effort_counts=question in OF_BREATH if effort_counts is None else effort_counts,
        winded=winded,
        counted=counted,
        region=None if question is None else _region(library, question),
        hurts_in=hurts_in,
        rests_on=rests_on,
        bleeds=bleeds,
        things=things,
        rest_is_asked=question is not None and _rest_is_asked(library, question),
    )
