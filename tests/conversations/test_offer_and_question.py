"""The yes or no to an offer after a result, and a question in one breath: both count."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, held

OPEN = "open ankle coach"
HEEL = "the back of my right heel is stiff and sore when i run, it came on slowly four months ago"
ANKLE = "the outside of my right ankle hurts when i run, it came on slowly over three weeks"
NAMED = (OPEN, HEEL, "i'm forty", "no", "no", "no", "no")
OFFERS = {
    "why-offer": NAMED,
    "until-offer": (*NAMED, "yes"),
    "offer-routine": (OPEN, ANKLE, "i'm forty", *("no",) * 7),
}
"""What is said up to each offer."""
ASKED = (
    *("can i drive tomorrow", "what caused it", "does it need surgery", "should i wrap it"),
    *("can i play tennis", "do i need an x-ray", "will it get worse", "can i take ibuprofen"),
)
NO = ("no", "no need", "no, I get it", "nah you're all right", "not necessary", "I don't need that")
YES = ("yes", "yes please", "sure", "go on then")
JOINED = ("{0}, {1}", "{0}, but {1}", "{0} and {1}", "{1}, {0}")
EACH = [
    (offer, answers[(at + n) % len(answers)], asked, ways[(at + n) % len(ways)])
    for answers, ways in ((NO, JOINED), (YES, JOINED[:3]))
    for n, asked in enumerate(ASKED)
    for at, offer in enumerate(OFFERS)
]
"""Every question at every offer; the answers and the orders take turns."""


@pytest.mark.parametrize(("offer", "answer", "asked", "way"), EACH)
def test_both_count(simulator: Simulator, offer: str, answer: str, asked: str, way: str) -> None:
    alone = acts_of(held(simulator, OFFERS[offer]), asked)

    acts = acts_of(held(simulator, OFFERS[offer]), way.format(answer, asked))

    assert alone[0] in acts
    assert acts[-1] != offer
    assert acts[-1] == "what-else" or answer in YES


@pytest.mark.parametrize(
    ("offer", "said", "last"),
    [
        ("offer-routine", "okay, can i play tennis", "offer-routine"),
        ("why-offer", "do i need a scan", "why-offer"),
        ("why-offer", "no, I know", "closing-see-clinician"),
        ("why-offer", "yes, why", "until-offer"),
        ("until-offer", "yeah, what do i do", "what-else"),
    ],
)
def test_what_only_looks_like_both(simulator: Simulator, offer: str, said: str, last: str) -> None:
    assert acts_of(held(simulator, OFFERS[offer]), said)[-1] == last
