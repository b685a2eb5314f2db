"""What answers can fit."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from skill.library.types.answers import Care, CaseCounts, Frequency
from skill.library.types.evidence import Content, Evidenced, Id, Ids, Text


class Occurrence(Evidenced, frozen=True, kw_only=True):
    """How often a condition shows a finding: as judged, and as counted in published cases.

    For a place, `counted` holds the shares of the cases that name any: who names two counts half
    for each.
    """

    frequency: Frequency
    counted: CaseCounts | None = None


class Condition(Content, frozen=True, kw_only=True):
    """`content/conditions/<id>.yaml` and `content/look_alikes/<id>.yaml`.

    `incidence` is the prior weight among runners who ask (any unit; only ratios count).
    `places` tells how often the pain is mainly there; `findings` how often each is reported.
    `regions` counts the cases whose page tells no more than a region, of those that tell any place.
    Where it `requires` anything, it is named only once one of that was affirmed, and is out of
    the question once all of it was plainly denied.
    Where all of its `hallmarks` were plainly denied, it is not named. In one that `is_a_tear`
    something is torn or cracked.
    `care` is the least care it calls for.
    `differs` notes where the founding article and the evidence part, and which was followed.
    """

    reviewed: date
    care: Care
    care_evidence: Evidenced
    incidence: Annotated[float, Meta(gt=0)]
    incidence_evidence: Evidenced
    places: dict[Id, Occurrence]
    findings: dict[Id, Occurrence]
    regions: dict[Id, CaseCounts] = {}
    requires: Ids = ()
    hallmarks: Ids = ()
    is_a_tear: bool = False
    differs: Text | None = None


class SomethingElse(Content, frozen=True, kw_only=True):
    """`content/something_else.yaml`: the weight of everything that is not in `content/`."""

    reviewed: date
    incidence: Annotated[float, Meta(gt=0)]
    incidence_evidence: Evidenced
