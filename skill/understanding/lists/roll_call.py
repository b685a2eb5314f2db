"""The things of a question, found and judged one by one: "hot no, swollen yeah a bit"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from skill.understanding.contexts import Context
from skill.understanding.grammar.clauses import is_subject
from skill.understanding.grammar.matching import Match, lies_in, meet
from skill.understanding.grammar.polarity import is_place
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.lists.items import HOLDS, Item, Itemised, asked_by
from skill.understanding.lists.verdicts import Gap, gap, graver, is_outright, verdicts

FOR_A_REASON = "for-a-reason"
"""The mark of what is so, and has a reason: "not swelled from nothing"."""

SAYING = 4
"""Words before a name within which a statement may begin: "my foot is cold"."""
LONGEST = 4
"""Words of a name, at most."""


def itemised(sentence: Sentence, found: list[Match], context: Context) -> Itemised | None:
    """What is answered thing by thing, where a question asks for several; None where nothing is."""
    asked = asked_by(context)
    if len(asked) < 2 or not context.asks_yes_or_no or is_place(context.parts[-1]):
        return None
    if any(m.kind == "mark" and m.id in ("others", FOR_A_REASON) for m in found):
        return None  # "My father was diabetic, I'm not", "not swelled from nothing".
    if any(m.id == "not-sure" and m.end - m.start == len(sentence) for m in found):
        return None  # "No, I don't know what numb is."
    if not context.exercising:
        found = [m for m in found if m.kind != "not-in-a-set"]
    given = verdicts(sentence, found)
    things = list(_named(sentence, found, asked, given)) if given else []
    if not things:
        return None
    ends = [0, *(thing.names for thing in things)]
    begins = [*(thing.start for thing in things), len(sentence)]
    gaps = [gap(sentence, found, given, *ab) for ab in zip(ends, begins, strict=True)]
    rest = tuple(one for one in given if one.id == "rest")
    judged = _judged(things, gaps, rest=bool(rest))
    if judged is None or not any(item.verdict for item in judged):
        return None
    starts = frozenset(
        thing.start if before.begins is None else before.begins
        for thing, before in zip(judged, gaps, strict=False)
        if thing.verdict
    )
    closes = gaps[-1].after == "no" and bool(gaps[-2].before) and judged[-1].verdict == "no"
    return Itemised(tuple(judged), starts - {0}, rest, gaps[0].after or ("no" if closes else None))


def _named(
    sentence: Sentence, found: list[Match], asked: Sequence[str], given: Sequence[Match]
) -> Iterator[Item]:
    """The things of a question that are named, in order; one that is named twice is one."""
    known = [m for m in found if m.kind == "item" and m.id in asked]
    outright = [
        v for v in given if v.kind != "only" and (v.id != "yes" or is_outright(sentence, v))
    ]
    lacks = [m for m in found if m.kind == "finding" and sentence.denies_in(range(m.start, m.end))]
    is_no_name = _said_otherwise(sentence, found, asked, given)
    last: Item | None = None
    for match in sorted(known, key=lambda m: (m.start, -m.end)):
        if is_no_name(match):
            continue
        states = _is_lacking(sentence, match, lacks) or _is_stated(sentence, match, outright)
        one = Item(frozenset({match.id}), match.start, match.end, states=states)
        if last is None:
            last = one
        elif one.start < last.names:
            if one.names > last.names or one.names - one.start == last.names - last.start:
                last = _joined(last, one, None)  # But "legs" in "between the legs" are no thing.
        elif one.ids <= last.ids and (between := _between(sentence, last, one, given)) is not None:
            last = _joined(last, one, between or None)
        else:
            yield last
            last = one
    if last is not None:
        yield last


def _said_otherwise(
    sentence: Sentence, found: list[Match], asked: Sequence[str], given: Sequence[Match]
) -> Callable[[Match], bool]:
    """Whether the words of a name say something else than that name in the same sentence."""
    aside = [m for m in found if m.kind in ("not", "not-in-a-set")]
    whole = [m for m in aside if m.end - m.start == len(sentence)]  # "No, just the old twist."
    turned = [m for m in found if m.kind == "denial" and m.end - m.start > LONGEST]
    spoken = [v for v in given if v.kind != "only"]
    denied = [
        m
        for m in found
        if m.kind == "no-at" and m.id in asked and not any(meet(m, one) for one in spoken)
    ]

    def is_no_name(match: Match) -> bool:
        if sentence.denies_in(range(match.start, match.end)):
            return True  # "Can't feel my toes" is no name.
        if any(
            m.id == match.id
            and lies_in(match, m)
            and (m.end > match.end or _is_of_another(sentence, m, match))
            for m in aside
        ):
            return True  # "Cold? Only my heart."
        if any(m.id == match.id and lies_in(match, m) for m in (*turned, *whole)):
            return True  # "My bones are a bit weak."
        if any(meet(match, one) for one in given):
            return True  # "Worse" in "at rest yes, worse no".
        return any(
            m.id == match.id and lies_in(match, m) and m.start < match.start for m in denied
        )  # "Only a small fall."

    return is_no_name


def _is_lacking(sentence: Sentence, match: Match, lacks: Sequence[Match]) -> bool:
    """Whether a name ends a finding that denies what it names: "I can't breathe"."""
    return any(
        m.id == match.id and lies_in(match, m) and sentence.denies_in(range(m.start, match.start))
        for m in lacks
    )


def _is_of_another(sentence: Sentence, aside: Match, name: Match) -> bool:
    """Whether words that end with a name state it of what stands before their verb, and deny
    nothing.
    """
    before = range(aside.start, name.start)
    return sentence.has("<aux>", before[1:]) and not sentence.denies_in(before)


def _joined(one: Item, other: Item, verdict: str | None) -> Item:
    """One thing of two names, and the verdict between them: "a fall, no, I didn't fall"."""
    return Item(
        one.ids | other.ids,
        one.start,
        max(one.names, other.names),
        graver(one.verdict, verdict),
        states=one.states or other.states,
    )


def _between(sentence: Sentence, one: Item, other: Item, given: Sequence[Match]) -> str | None:
    """The verdict between two names of a thing, or "" for none; None where more is said there."""
    here = [v for v in given if one.names <= v.start and v.end <= other.start and v.id != "rest"]
    spoken = {at for v in here for at in range(v.start, v.end)}
    for at in range(one.names, other.start):
        if at not in spoken and not (
            sentence.reach(at, "<light>") or sentence.reach(at, "<joins>")
        ):
            return None
    return next((name for name in HOLDS if any(v.id == name for v in here)), "")


def _is_stated(sentence: Sentence, match: Match, given: Sequence[Match]) -> bool:
    """Whether a subject and its verb lead to a name or are in it: "my foot is cold", but not
    "is it cold".
    """
    inside = range(match.start, match.end)
    if len(inside) > LONGEST or any(_says(sentence, at, match.end) for at in inside):
        return True
    for at in range(match.start - 1, max(0, match.start - SAYING) - 1, -1):
        if sentence.is_one_of(at, ("<joins>", "<contrast>")):
            return False
        if any(v.start <= at < v.end for v in given):
            return False
        if _says(sentence, at, match.start):
            length = sentence.reach(at, "<subject>")
            says = sentence.reach(at + length, "<thinks>")
            return not says and not sentence.reach(at - 1, "<aux>")
    return False


def _says(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a subject with its verb begins at a word, the verb before another."""
    return is_subject(sentence, at) and at + sentence.reach(at, "<subject>") < end


def _judged(things: Sequence[Item], gaps: Sequence[Gap], *, rest: bool) -> list[Item] | None:
    """The things with the verdicts on them; None where it is not clear which belongs to which.

    What stands between two of them may belong to either. Whoever begins with a verdict goes on so
    ("no heat, yes swelling"), and so does who begins with a thing ("heat no, swelling yes").
    """
    told: list[Item] = []
    answered = rest or any(
        before.marked and not thing.states for thing, before in zip(things, gaps, strict=False)
    )
    carried = gaps[0].before
    leads = carried is not None and not gaps[0].marked
    for thing, before, behind in zip(things, gaps, gaps[1:], strict=False):
        own, carried = carried, None
        if thing.states:
            if not (behind.shared and behind.after == "yes"):
                carried = behind.before
            told.append(thing)  # "No, my toes have gone black", "no, it just hit me".
            continue
        if before.loose and behind.after and not behind.shared:
            own = None  # "Yes, my breathing is fine."
        if before.trails and behind.says and not behind.shared:
            own = None  # "On her feet, sort of, head is ok."
        if own == "not-really" and behind.after == "no" and not behind.shared:
            own = "no"  # "Not very strong, no."
        if not behind.shared:
            own, answered = graver(own, behind.after), answered or behind.after is not None
            carried = behind.before
        elif own is None:
            own, answered = behind.after, True
        else:
            carried = behind.before
        if own is thing.verdict is None and behind.bare and (before.opposes or behind.turns):
            own = "yes"  # "Hot no, but swollen", "swollen, but not hot".
        end = max(thing.names, behind.ends)
        told.append(replace(thing, verdict=graver(own, thing.verdict), end=end))
    if not answered and all(one.verdict in ("no", None) for one in told):
        return None  # "No heat, no fever".
    if told[-1].verdict is None and len(told) > 1 and all(one.shared for one in gaps[1:-1]):
        return None  # "Numb no tingling".
    return _grouped(_completed(told, gaps, leads=leads, rest=rest), gaps)


def _completed(told: list[Item], gaps: Sequence[Gap], *, leads: bool, rest: bool) -> list[Item]:
    """With the verdict behind each where the first one `leads` and the last closes, and with a yes
    on a single thing where the `rest` is denied.
    """
    between = gaps[1:-1]
    if leads and gaps[-1].after and gaps[-1].outright and all(one.shared for one in between):
        told = [
            replace(one, verdict=graver(one.verdict, behind.after))
            for one, behind in zip(told, gaps[1:], strict=True)
        ]
    if rest and len(told) == 1 and told[0].verdict is None:
        told = [replace(told[0], verdict="yes")]  # "Tingling, the rest no."
    return told


def _grouped(told: list[Item], gaps: Sequence[Gap]) -> list[Item]:
    """With the verdict on several things at once on each: "no heat or fever", "hot or red no"."""
    one_list = len({one.verdict for one in told if one.verdict}) == 1 and all(
        one.verdict is None and not one.states for one in told[:-1]
    )
    for at in range(len(told) - 2, -1, -1):
        after = told[at + 1].verdict
        joins = gaps[at + 1].joins
        bare = told[at].verdict is None and not told[at].states
        if bare and after and joins is not None and (joins == "or" or one_list or after == "yes"):
            told[at] = replace(told[at], verdict=after)
    for at in range(1, len(told)):
        before, joins = told[at - 1].verdict, gaps[at].joins
        bare = told[at].verdict is None and not told[at].states
        if bare and before and joins and (joins == "or" or before == "yes"):
            told[at] = replace(told[at], verdict=before)
    return told
