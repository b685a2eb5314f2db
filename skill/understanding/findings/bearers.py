"""Where something is felt: a knife in the chest is no sharp pain of a foot."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.contexts import OF_BREATH
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match, calmed, is_other, meet
from skill.understanding.grammar.polarity import Holds, is_on_the_leg
from skill.understanding.reading.reading import Reading

BY_TOUCH = frozenset(
    {"tender-ankle-bone", "one-spot-bone-pain", "tendon-swollen", "lump-on-tendon"}
)
"""What a hand may find, which is no bearer of it."""

FELT = BY_TOUCH | {
    *("sharp-pain", "burning", "dull-ache", "deep-ache", "hard-muscle", "clicks-or-locks"),
    *("numbness", "tingling", "swelling", "bruising", "night-pain", "gives-way"),
    *("creaks-when-walking", "morning-stiffness", "warms-up", "pain-at-rest"),
}
"""What is felt or seen on a leg, and may be on any other part."""

OF_THE_CHEST = OF_BREATH | {"clot-signs"}
"""Questions about the chest alone."""

MAY_BE_OF_BREATH = OF_THE_CHEST | {"confirm-emergency"}
"""Those, and one about an emergency, which may be that of a leg: what brings breath on hurts
nowhere ("when I climb the stairs").
"""

OF_THE_QUESTION = ("at-", "on-effort")
"""Kinds of words that are of the chest only as an answer."""

IN_A_CHEST = frozenset({"sharp-pain", "burning", "dull-ache", "hard-muscle", "clicks-or-locks"})
"""What a chest may feel, too."""


def is_elsewhere(reading: Reading, match: Match) -> bool:
    """Whether what is felt has a bearer in its clause that is no foot and no lower leg.

    Where breath is asked about and no place of the leg is named, it is the chest.
    """
    sentence = reading.sentence
    first, after = clause(sentence, match.start)
    if sentence.reach(first, "<and>"):  # "My foot and my hand are numb."
        before, _ = clause(sentence, first - 1)
        if not sentence.has("<verb>", range(before, first)):
            first = before
    places = [m for m in reading.found if m.kind == "finding" and is_on_the_leg(m.id)]
    if any(first <= m.start < after for m in places):
        return False
    calm = reading.of("not-a-body-part")
    others = [m for m in reading.of("body-part") if not calmed(m, calm)]
    if match.id in BY_TOUCH:
        others = [m for m in others if m.id != "hand"]  # "Sore when my finger is on it."
    if any(first <= m.start < after for m in others):
        return True
    if sentence.has("<trunk>", range(first, after)):
        return True
    return reading.context.question in OF_THE_CHEST and match.id in IN_A_CHEST and not places


PUT_ELSEWHERE = FELT | {"sudden-snap", "sudden-onset"}
"""What another part may have felt instead."""

BESIDE_A_PART = 4
"""Words between what is felt and "that's my knee", at most."""


def is_put_elsewhere(reading: Reading, match: Match) -> bool:
    """Whether it is said beside it that another part has it: "a click, but that's my knee"."""
    told = [m for m in reading.marks if m.id == "put-elsewhere"]
    if not told or match.id not in PUT_ELSEWHERE:
        return False
    first, after = clause(reading.sentence, match.start)
    follows = bool(reading.sentence.reach(first, "<it-word>"))  # "That's my knee, it clicks."
    if not any(
        0 <= m.start - match.end <= BESIDE_A_PART
        or (follows and 0 <= match.start - m.end <= BESIDE_A_PART)
        for m in told
    ):
        return False
    places = [m for m in reading.of("finding") if is_on_the_leg(m.id)]
    return not any(first <= m.start < after for m in places)


def is_of_a_leg(reading: Reading, match: Match) -> bool:
    """Whether words that are of the chest only as an answer stand beside a place of the leg: "tight
    in the calf", where it is asked whether the chest is.
    """
    if match.id != "breathless-or-chest-pain" or not match.kind.startswith(OF_THE_QUESTION):
        return False
    first, after = clause(reading.sentence, match.start)
    if reading.sentence.has("<trunk>", range(first, after)):
        return False
    places = [m for m in reading.of("finding") if is_on_the_leg(m.id)]
    return any(first <= m.start < after and not meet(m, match) for m in places)


TENDER_BONE = "tender-ankle-bone"
"""What "tender to the touch" tells of, wherever that is."""


def is_sore_to_touch(reading: Reading) -> bool:
    """Whether a touch hurts, and no ankle is named: "the inside of my shin is tender"."""
    others = reading.of("not")  # "I pushed off to jump" is no start at a touch.
    sore = [m for m in reading.of("finding") if m.id == TENDER_BONE]
    if all(is_other(m, others) for m in sore):
        return False
    return not reading.sentence.places("<ankle-bone>")


OF_ANY_BODY = MAY_BE_OF_BREATH | {
    *("fainted", "coughs-blood", "weak-both-legs", "racing-heart", "stroke"),
}
"""What calls for help whoever has it."""

A_MONTH = 30
"""Days after which what somebody else had calls for nobody."""

BESIDE = 2
"""Words between who somebody is and what they feel, at most."""


def is_anothers(reading: Reading, match: Match) -> bool:
    """Whether somebody else feels it, while an exercise is coached: "my wife's ankle popped".

    What is "mine too" is not, nor is what is told of "my foot" behind it.
    """
    if not reading.context.exercising or match.id in OF_ANY_BODY or reading.has("mine-too"):
        return False
    return any(
        m.id == "of-another"
        and m.start <= match.start <= m.end + BESIDE
        and not reading.sentence.has("<own>", range(m.end, match.end))
        for m in reading.marks
    )


def is_of_anothers_past(reading: Reading, match: Match) -> bool:
    """Whether somebody else once had it, where what is told is one's own: "mum had clots, and now
    my calf is sore", "my mate snapped his achilles, so I'm worried about mine"; or where it was
    months ago: "my uncle had a heart attack last year".
    """
    if not reading.has("past-of-another") or reading.has("shared"):
        return False
    sentence = reading.sentence
    own = [m for m in reading.marks if m.id == "own-complaint"]
    for one in reading.marks:
        if one.id != "past-of-another":
            continue
        last = clause(sentence, one.end - 1)[1]
        long_ago = any(one.start <= t.start < last and t.days >= A_MONTH for t in reading.times)
        if (
            (own or long_ago)
            and one.start <= match.start < last
            and not any(one.start <= mine.start <= match.start for mine in own)
        ):
            return True
    return False


DIZZY = "dizziness"
"""The stop sign that no finding stands for. In exercise it counts although it is over: "a bit of a
head rush, fine now"."""

OF_ANY_CAUSE = frozenset({"odd-colour"})
"""Stop signs that are asked about whatever is said to cause them."""


ONLY_SUPPOSED = frozenset({"new-injury", "feared-clot"})
"""Stop signs that are only supposed: "have I torn it?", "could that be a clot?"."""


PASSING = "passing-pain"
"""The stop sign of a sharp pain that is over by itself."""
OF_A_STAB = frozenset({"sharp-pain", PASSING})


def own_signs(reading: Reading) -> list[Match]:
    """The stop signs that are felt, or were a moment ago, by who exercises; dizziness anywhere."""
    if "stop-sign" not in reading.by_kind:
        return []
    if not reading.context.exercising:
        dizzy = [m for m in reading.so("stop-sign") if m.id == DIZZY]
        return [m for m in dizzy if not is_anothers(reading, m)]
    felt = [m for m in reading.so("stop-sign") if m.id not in ONLY_SUPPOSED]
    felt += _suspected(reading)
    if reading.context.coaching:
        felt += [m for m in _of_whatever_cause(reading) if m not in felt]
        calm = reading.of("harmless", "not-a-stop-sign")
        over = [m for m in reading.of("stop-sign") if m.id == DIZZY and not calmed(m, calm)]
        felt += [m for m in over if reading.holds(m) is Holds.OVER]
    felt = _without_what_passed(reading, felt)
    return [m for m in felt if not is_anothers(reading, m)]


def _without_what_passed(reading: Reading, felt: list[Match]) -> list[Match]:
    """The stop signs, of which a sharp pain that is over in an exercise is only that.

    Its number tells it, where there is one.
    """
    if not reading.context.coaching:
        return [m for m in felt if m.id != PASSING]
    passing = [m for m in reading.of("stop-sign") if m.id == PASSING]
    passing = [m for m in passing if reading.holds(m) in (Holds.IS, Holds.OVER)]
    others = [m for m in felt if m.id not in OF_A_STAB or not any(meet(m, n) for n in passing)]
    rated = any(not any(meet(m, one) for m in passing) for one in reading.numbers)
    return others if rated else [*passing, *others]


def is_on_the_bone(reading: Reading) -> bool:
    """Whether what is felt in an exercise may be on the bone: "three, right on the bone"."""
    if not reading.context.coaching:
        return False
    calm = reading.of("not-an-on-bone")
    told = (m for m in reading.of("on-bone") if not any(meet(m, one) for one in calm))
    return any(reading.holds(m) is Holds.IS for m in told)


def _of_whatever_cause(reading: Reading) -> list[Match]:
    """The stop signs that a harmless cause excuses nowhere: "a bit blue, but it's cold in here"."""
    told = [m for m in reading.of("stop-sign") if m.id in OF_ANY_CAUSE]
    calm = reading.of("not-a-stop-sign") if told else []
    return [m for m in told if not calmed(m, calm) and reading.holds(m) is Holds.IS]


def _suspected(reading: Reading) -> list[Match]:
    """The harm to one's own leg that is feared or asked about, and not denied or over."""
    told = [m for m in reading.of("stop-sign") if m.id in ONLY_SUPPOSED]
    calm = reading.of("not") if told else []
    return [
        m
        for m in told
        if not any(one.id == m.id and meet(one, m) for one in calm)
        and reading.holds(m) in (Holds.IS, Holds.SUPPOSED)
    ]


def of_somebody(reading: Reading) -> Match | None:
    """Who feels something while another exercises: child or not, it is not who is coached."""
    if not reading.context.exercising:
        return None
    told = next((m for m in reading.marks if m.id == "of-another"), None)
    return told and replace(told, kind="person", id="someone-else")
