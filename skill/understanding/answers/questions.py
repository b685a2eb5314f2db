"""What a sentence answers to the question that is open, by what it tells."""

from __future__ import annotations

from collections.abc import Mapping

from skill.library.recency import FRESH_UP_TO, RECENT_UP_TO
from skill.understanding.answers.exclusions import ruled_out
from skill.understanding.answers.own_words import LATELY, PLAIN, by_own_words, is_turned
from skill.understanding.answers.plainness import is_little, is_plain, leads_with_a_no
from skill.understanding.contexts import SITED, Context
from skill.understanding.findings.assertions import Told
from skill.understanding.findings.medicines import HALF_A_YEAR
from skill.understanding.grammar.polarity import Holds, is_place
from skill.understanding.heard import AnswerHeard
from skill.understanding.lists.items import Itemised, asked_by
from skill.understanding.numbers.times import Time
from skill.understanding.reading.reading import Reading

SOFT: Mapping[str, AnswerHeard] = {"maybe": "not_sure", "not-really": "not_really"}
"""What a question for several things is answered where one of them got no plain verdict."""

BEARING = frozenset({"can-bear-weight", "cannot-bear-weight"})
"""Questions to which "if I hold on to something" is neither yes nor no."""

COMPARED = frozenset(
    {
        *("calf-swollen-or-warm", "clot-signs", "swelling", "cold-foot", "circulation"),
        *("hot-or-red", "infection", "heat-or-fever", "numbness", "tingling", "lost-feeling"),
        *("feeling", "deformity", "foot-drop", "still-hold"),
    }
)
"""Questions to which people tell how both legs are."""

MEANT_OTHERWISE: Mapping[str, frozenset[str]] = {
    "swelling": frozenset({"worse-tight-shoes"}),
    "fast-swelling": frozenset({"worse-tight-shoes", "settles-within-minutes"}),
    "cannot-tiptoe": frozenset({"both-sides", "gives-way"}),
    "both-legs-or-hands": frozenset({"both-sides", "gives-way"}),
    "long-morning-stiffness": frozenset({"settles-within-minutes", "warms-up"}),
    "gives-way": frozenset({"hard-muscle"}),
    "settles-within-minutes": frozenset({"long-morning-stiffness", "morning-stiffness"}),
    "recent-training-increase": frozenset({"worse-running", "same-minute-each-run"}),
    "sudden-snap": frozenset({"clicks-or-locks", "creaks-when-walking"}),
    "tingling": frozenset({"pain-toe-joint"}),
    "numbness": frozenset({"pain-toe-joint"}),
    "arch-dropping": frozenset({"pain-sole-or-arch", "gives-way"}),
    "worse-turning-in": frozenset({"pain-sole-or-arch"}),
    "rest-did-not-help": frozenset({"settles-within-minutes", "treatment-failed"}),
    "first-steps-worst": frozenset({"settles-within-minutes"}),
    "comes-and-goes": frozenset({"pain-at-rest"}),
    "tender-bones": frozenset({"severe-pain"}),
    "tender-ankle-bone": frozenset({"severe-pain"}),
    "tender-midfoot-bone": frozenset({"severe-pain"}),
    "can-bear-weight": frozenset({"sudden-onset"}),
    "cannot-bear-weight": frozenset({"sudden-onset"}),
    "heel-shoe-rubs": frozenset({"treatment-failed"}),
    "creaks-when-walking": frozenset({"sudden-snap", "sudden-onset"}),
    "morning-stiffness": frozenset({"hard-muscle"}),
    "can-move-toes": frozenset({"limited-bend"}),
    "lost-feeling": frozenset({"sudden-onset"}),
    "one-spot-bone-pain": frozenset({"bruising"}),
}
"""What words are no finding of where they answer a question: "my boot was too tight" is a swelling
where swelling is asked about, and "gone in five minutes" is the stiffness."""

LOOKS_BACK: Mapping[str, int] = {
    "tendon-medicine": 183,
    "tendon-medicine-first": 183,
    "recent-surgery-or-plaster": 92,
    "long-journey": 60,
}
"""Questions about what was lately, and how many days they look back; what was before is a no."""


def of_the_answer(reading: Reading, one: Told) -> bool:
    """Whether words are an answer alone.

    Where they tell of pain, or a "no, but" leads to them, they are a finding besides.
    """
    if one.id not in MEANT_OTHERWISE.get(reading.context.question or "", ()):
        return False
    sentence, before = reading.sentence, range(one.match.start)
    if sentence.reach(0, "<no-word>") and sentence.has("<contrast>", before):
        return False  # "No, but there was a snap when it happened."
    sore = reading.of("hurts")
    return not any(one.match.start <= m.start < one.match.end for m in sore)


def _was(told: list[Told], parts: tuple[str, ...]) -> bool:
    """Whether a part of the question was so, and is said to be over."""
    return any(one.holds is Holds.OVER and one.id in parts for one in told)


def _is_denied_before(reading: Reading, told: list[Told]) -> bool:
    """Whether a part of the question is denied outright before, or in, words that doubt it:
    "it hasn't been sore, I don't think so", "I wouldn't say that it is severe".
    """
    soft = [m for m in reading.of("answer") if m.id == "not-really"]
    denied = [
        one.match for one in told if one.holds is Holds.IS_NOT and one.id in reading.context.parts
    ]
    return bool(soft) and all(
        any(
            m.end <= one.start or (m.kind == "denial" and one.start < m.start < one.end)
            for m in denied
        )
        for one in soft
    )


def _is_place(one: Told) -> bool:
    return is_place(one.id) and one.holds is Holds.IS


def answer_by_content(
    reading: Reading,
    answer: AnswerHeard | None,
    facts: Mapping[str, bool],
    told: list[Told],
    span: Time | None,
) -> AnswerHeard | None:
    """The answer, where the findings, the time or the words of this question tell it.

    A part of the question that is so makes it a yes, whatever plain "no" stands before it.
    """
    question, parts = reading.context.question, reading.context.parts
    if reading.items is not None:
        one_by_one = by_items(reading, reading.items, facts)
        return one_by_one or by_own_words(reading, None, [], told)
    aided = reading.has("aided") and not facts.get("cannot-bear-weight")
    if aided and set(parts) & BEARING and answer in (None, "yes", "no", "only_when"):
        return "kind_of"
    if answer == "not_really" and _is_denied_before(reading, told):
        answer = "no"
    if (excluded := ruled_out(reading, answer, facts)) is not None:
        return excluded
    told_no = parts_denied(reading)
    no = [p for p in parts if facts.get(p) is False or p in told_no]
    by_parts = _by_parts(reading, answer, facts, told, no)
    if by_parts is not None:
        return by_parts
    if answer == "no" and reading.has("as-such"):
        return "not_really"
    if answer == "no" and question == LATELY and any(t.days > HALF_A_YEAR for t in reading.times):
        return "no"  # "No, I had a hip done, that was nine years ago."
    own = by_own_words(reading, answer, no, told)
    if own is None and answer == "yes" and leads_with_a_no(reading):
        return "not_sure"
    return own or answer or _by_the_past(reading, told, span)


def parts_denied(reading: Reading) -> tuple[str, ...]:
    """What of several things that are asked for is denied in words of its own alone: "not at rest,
    just when I push off".
    """
    question, parts = reading.context.question, reading.context.parts
    if len(parts) < 2:
        return ()
    told = {
        m.id
        for m in reading.of("no-at")
        if reading.holds(m) is not Holds.IS_NOT
        and not (reading.asks and reading.holds(m) is Holds.SUPPOSED)  # "What if it swells?"
        and not is_turned(reading, m)
        and m.start - 1 not in reading.sentence.denies  # "No antibiotics" says none of steroids.
    }
    return tuple(p for p in parts if p != question and p in told and not is_place(p))


def by_items(reading: Reading, itemised: Itemised, facts: Mapping[str, bool]) -> AnswerHeard | None:
    """The answer where things are answered one by one: the gravest of what is said of each.

    Who denies one of three leaves the question open, but not who denies the rest as well.
    """
    asked = asked_by(reading.context)
    if any(map(facts.get, asked)):
        return "yes"
    said = {item.verdict for item in itemised.items}
    for verdict, answer in SOFT.items():
        if verdict in said:
            return answer
    if itemised.plain == "yes":
        return "kind_of"  # "Yes, but my breathing is fine": the yes is never lost.
    denied = [part for part in asked if facts.get(part) is False]
    if itemised.rest or itemised.plain == "no" or 2 * len(denied) >= len(asked):
        return "no"
    return None


def _by_parts(
    reading: Reading,
    answer: AnswerHeard | None,
    facts: Mapping[str, bool],
    told: list[Told],
    no: list[str],
) -> AnswerHeard | None:
    """What the findings that the question asks for make of the answer; None where nothing.

    `no` are those of them that were denied.
    """
    question, parts = reading.context.question, reading.context.parts
    if reading.context.alarm_is_no:
        if question and facts.get(question) is False:
            return "no"
        if question and facts.get(question) and answer in PLAIN:
            return "yes"
        return None
    if any(map(facts.get, parts)):
        if answer is None and reading.has("hedge"):
            return "kind_of"
        if answer in ("kind_of", "only_when") and is_plain(reading, answer, facts, told):
            return "yes"
        return "yes" if answer in (None, "no", "not_really", "not_sure") else answer
    if answer == "no" and reading.context.talk == "before-exercise" and _was(told, parts):
        return "kind_of"  # "No, yesterday it was a bit swollen, but today is fine."
    if answer is None and is_little(reading, told):
        return "not_really"
    if no and answer is None and (question in no or 2 * len(no) >= len(parts) - 1):
        return "not_really" if reading.has("as-such") else "no"
    return None


def _by_the_past(reading: Reading, told: list[Told], span: Time | None) -> AnswerHeard | None:
    """What tells the answer where no words of one do: that it was, when, and a question back."""
    question, parts = reading.context.question, reading.context.parts
    if _was(told, parts):
        return "kind_of"
    if any(one.holds is Holds.LONG_AGO and one.id in parts for one in told):
        return "no"
    if question == "over-six-weeks" and span is not None:
        return "yes" if span.days > RECENT_UP_TO else "no"
    back = LOOKS_BACK.get(question or "")
    ago = [time.days for time in reading.times if time.outright]
    if back and ago and not told:  # "That was over a year ago."
        return "yes" if min(ago) <= back else "no"
    if question == "recent-twist-or-fall" and span is not None and span.days > FRESH_UP_TO:
        return "no"
    asks = reading.has("question") and not reading.takes_up_time
    if reading.context.talk == "check" and asks:
        return "not_sure"
    well = "<fine-behind>" in reading.sentence.classes  # "The skin is fine, it's just my heel."
    if question in SITED and told and not well and all(_is_place(one) for one in told):
        return "yes"
    return None


def compares(context: Context, answer: str | None, facts: Mapping[str, bool]) -> bool:
    """Whether both legs are named only to say that they are alike: "no, both feet are warm"."""
    felt = {id for id, true in facts.items() if true and not is_place(id)}
    return answer == "no" and context.question in COMPARED and felt <= {"both-sides"}
