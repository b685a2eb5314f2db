"""What puts exercise off, or needs a clinician's word: one list for the check and the coach."""

from __future__ import annotations

from collections.abc import Iterable

from skill.library.types import YESES, Answer, Answers, Library

ADULT_FROM = 18
"""Years; nobody younger is coached."""
OLDER = "over-65"
"""The finding of whoever is older than sixty five."""

NEW_INJURY = ("sudden-snap", "recent-twist-or-fall")
AT_REST = ("pain-at-rest", "numbness", "tingling", "swelling")
"""Findings and red flags: each of them puts exercise off, and what was denied is not asked anew."""

METAL = "old-fracture-or-metal"
"""The red flag of metal in a leg, and of a bone that was broken or operated on."""

OF_THE_PERSON = (
    "pregnant",
    "diabetes",
    "recent-surgery-or-plaster",
    "old-fracture-or-metal",
    "joint-infection-risk",
    "heart-trouble",
)
"""Flags, and a finding, with which exercise needs the word of a clinician, whatever hurts."""

ALLOWED_BY_A_WORD = frozenset({*OF_THE_PERSON, "hormones"})
"""Red flags that bar exercise until a clinician who knows of them has allowed it."""

ASKED_OF_THE_PERSON = (
    "under-eighteen",
    "pregnant",
    "diabetes",
    METAL,
    "recent-surgery-or-plaster",
    "quinolone-antibiotic",
)
"""What the one question before exercise asks of the person: who denies one of them denies one."""

OF_NOTHING_FELT = ALLOWED_BY_A_WORD | {"quinolone-antibiotic"}
"""Facts about the person, not about pain: they need a clinician's word, and no check."""

CHANGES_NOTHING = frozenset({OLDER, "over-50", "male", "not-a-runner", "new-to-running"})
"""Facts about the person that put no workout off."""

WOBBLY = "gives-way"
"""The finding that a healed sprain may leave behind. Exercise is for that."""
WORSE_WITH = "worse-"
"""The beginning of the ids of what brings a symptom on."""

HALF_A_YEAR = 183
"""Days; a break or an operation that is older is not asked about right before exercise."""

SORE_SPOT = "one-spot-bone-pain"
"""The flag of one sore spot on a bone, which is no shin splint."""
SORE_WALK = "hurts-walking"
"""The finding with which nobody runs yet."""
WALKED_LATELY = 7
"""Days: who finished a workout with a run so lately has shown more than a walk without pain.
Judged: a routine with runs has three days of them in a week."""

FRESH_SPRAIN = ("recent-twist-or-fall", "swelling")
"""What a mild fresh sprain brings, and what its own early routine is for."""


FELT_BY_A_NERVE = ("numbness", "tingling", "lost-feeling", "burning")
"""What diabetes may do to the feet, as a caught nerve may."""


def may_be_of_diabetes(known: Answers) -> bool:
    """Whether what is felt may come from diabetes, before any nerve that is caught."""
    return known.get("diabetes") in YESES and any(known.get(id) in YESES for id in FELT_BY_A_NERVE)


IN_THE_FOOT = ("pain-sole-or-arch", "pain-top-of-foot", "pain-toe-joint", "place-foot")
"""Places where a feeling of both sides may be that of all nerves of the feet."""


def is_felt_in_both_feet(known: Answers) -> bool:
    """Whether both feet burn, tingle or are numb."""
    groups = (("both-sides",), IN_THE_FOOT, FELT_BY_A_NERVE)
    return all(any(known.get(id) in YESES for id in ids) for ids in groups)


def is_denied(known: Answers, ids: tuple[str, ...]) -> bool:
    """Whether all of them got a plain no."""
    return all(known.get(id) is Answer.NO for id in ids)


def has_to_wait(known: Answers, but_for: tuple[str, ...] = ()) -> bool:
    """Whether an answer puts exercise off. Ids in `but_for` do not count."""
    return any(known.get(id) in YESES for id in (*NEW_INJURY, *AT_REST) if id not in but_for)


def needs_clearance(felt: tuple[str, ...], since_days: int | None) -> bool:
    """Whether somebody who knows the case has to allow exercise; `since_days` is how long ago."""
    is_old = since_days is not None and since_days > HALF_A_YEAR
    of_old = {METAL} if is_old else set()
    return not {*OF_THE_PERSON}.difference(of_old).isdisjoint(felt)


def is_left_of_a_sprain(id: str) -> bool:
    """Whether a finding may be left of a healed sprain: giving way, and what brings it on."""
    return id == WOBBLY or id.startswith(WORSE_WITH)


def is_no_alarm(library: Library, felt: Iterable[str]) -> bool:
    """Whether no finding is a red flag or puts exercise off: all tell how the sore spot feels."""
    # Asked of most sentences: any() would take longer to begin.
    for id in felt:
        if id not in CHANGES_NOTHING and (
            id in library.red_flags or id in NEW_INJURY or id in AT_REST
        ):
            return False
    return True
