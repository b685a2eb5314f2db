"""What can be asked: findings, red flags and gates."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from skill.library.types.answers import Care, CaseCounts, Frequency
from skill.library.types.evidence import Content, Evidenced, Id, Ids


class When(Content, frozen=True):
    """A simple condition over what was answered yes (or kind of): every part must hold.

    `any`: at least one of them; `and_any`: at least one of these too; `all`: every one;
    `none`: not one. `or_any`: one of these is enough, whatever the other parts say.
    """

    any: Ids = ()
    and_any: Ids = ()
    all: Ids = ()
    none: Ids = ()
    or_any: Ids = ()


WithoutPain = Literal["numb", "painless", "denied", "open"]
"""What "it doesn't hurt at all" says of something. `numb` and `painless` are the matter of who
says so: a nerve, and a joint or a tendon that need not hurt. What asks about a pain is `denied` by
it, or left `open`, as so many noes would say no more than one.
"""


class Finding(Evidenced, frozen=True, kw_only=True):
    """A symptom or circumstance that tells conditions apart.

    `background` is how often somebody whose condition does not mention it says yes, as judged,
    and `counted` the same in the published cases of all such conditions. `cluster` names findings
    that come together and so count once. `when` says of whom it is asked; without it, of everybody.
    One that `tells_of_a_tear` may point to a tear or a break, where it is not plainly denied.
    A time that is told with one that is `dated` is its own, and not that of the trouble. One that
    is so `wherever_it_hurts` is not asked again of a second sore place. `without_pain` is what it
    is to whom nothing hurts. One that is `only_told` counts where somebody tells it, and is not
    asked.
    """

    background: Frequency
    counted: CaseCounts | None = None
    cluster: Id | None = None
    when: When | None = None
    only_told: bool = False
    tells_of_a_tear: bool = False
    dated: bool = False
    wherever_it_hurts: bool = False
    without_pain: WithoutPain | None = None


class Findings(Content, frozen=True, kw_only=True):
    """`content/findings/<theme>.yaml`: what can be asked about one theme.

    In the theme `places` the findings are one categorical variable: where the pain is.
    """

    reviewed: date
    findings: dict[Id, Finding]


class Milder(Content, frozen=True, kw_only=True):
    """When a red flag calls for less care than by itself, and for how much."""

    when: When
    care: Care


class RedFlag(Evidenced, frozen=True, kw_only=True):
    """`content/red_flags/<id>.yaml`: what must not be missed, and the care it calls for.

    An asked flag has words of its own and stands alone or behind a gate. A flag with a `rule`
    is never asked: it is worked out by that named predicate (`skill/interview/rules/`) from
    what it `reads`, unless what `clears` it was affirmed, once what it `needs` has been asked.
    `when` says when it is relevant. `asked_as` names the opposite, where the question asks for
    that: "Can you take four steps?" asks for `can-bear-weight`, and a no to it means the flag.
    `milder` says when it calls for less: a foot that has been bent for years is no emergency.
    `order` is the place of a flag that stands alone among the safety questions. Where one does not
    by itself bar exercise (`bars_exercise`), a clinician who has seen it may have allowed it.
    One that goes `by_ambulance` is driven by nobody: only the emergency number is told. The reason
    of one that is `told_beside` is said also beside a graver one, and one that `tells_of_a_tear`
    may point to a tear or a break.
    One `of_a_person` is what somebody is or takes, and no trouble of today: where it makes an
    emergency of another sign, that sign is asked about. One of `several` things does not go by a
    no that nobody asked for: who never had surgery may be in a splint all the same.
    `background`, `counted` and `cluster` weigh it as a sign of a condition, and it is `dated`, so
    `wherever_it_hurts`, or there `without_pain`, as for a finding.
    """

    reviewed: date
    care: Care
    milder: Milder | None = None
    asked_as: Id | None = None
    order: int = 0
    bars_exercise: bool = True
    told_beside: bool = False
    tells_of_a_tear: bool = False
    background: Frequency = Frequency.RARELY
    counted: CaseCounts | None = None
    cluster: Id | None = None
    when: When | None = None
    rule: Id | None = None
    reads: Ids = ()
    clears: Ids = ()
    needs: Ids = ()
    by_ambulance: bool = False
    of_a_person: bool = False
    several: bool = False
    dated: bool = False
    wherever_it_hurts: bool = False
    without_pain: WithoutPain | None = None


class Gate(Evidenced, frozen=True, kw_only=True):
    """`content/gates/<id>.yaml`: one safety question for several things at once.

    A plain no answers every one of `opens` with no; a yes is taken apart, in this order, so
    the gravest stands first and the mildest last. `when` says when it is relevant; without it
    everybody is asked. `order` is its place among the safety questions, smallest first. A gate
    that is `broader` asks for more than it opens, so a yes to it may rightly come to nothing.
    `choice` is the open question that is answered by naming one of `opens`. Where nothing of it but
    one of `once_known` was told, the rest is asked in one question, too. One that is asked
    `for_the_reason` is asked also where no more care could follow. Once one of the red flags in
    `first_after` stands, the gate comes before all other safety questions. Once care is needed
    the same day, it `spares` those of whom this holds: what it asks for has no part in their
    trouble; and of those of whom `last_for` holds nothing else is asked. Who takes a region back
    for another takes back its `sore_bone`, too: "it's not my ankle, I said shin".
    """

    reviewed: date
    order: int
    opens: Annotated[Ids, Meta(min_length=2)]
    broader: bool = False
    choice: Id | None = None
    sore_bone: Id | None = None
    once_known: Ids = ()
    for_the_reason: bool = False
    first_after: Ids = ()
    spares: When | None = None
    last_for: When | None = None
    when: When | None = None


class Gravity(Evidenced, frozen=True, kw_only=True):
    """`content/gravity.yaml`: the red flags of each level of care, the gravest first.

    Where several of one level are raised, its `order` tells whose reason is told first.
    """

    reviewed: date
    order: dict[Care, Ids]
