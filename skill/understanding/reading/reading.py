"""One sentence with everything that was found in it, before it is told what it means."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from skill.library.types.hearing import Lexicon
from skill.understanding.contexts import EXERCISING, PAIN_QUESTIONS, Context
from skill.understanding.grammar.clauses import (
    divide,
    mark,
    mark_items,
    mark_list,
    mark_rating,
    within_clauses,
)
from skill.understanding.grammar.matching import Match, calmed, matches, within
from skill.understanding.grammar.polarity import BEARING, Holds, polarity
from skill.understanding.grammar.retractions import is_as_ever
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.grammar.spent_denials import spend
from skill.understanding.lists.items import Itemised, asked_by
from skill.understanding.lists.refusals import end_of_no, refused
from skill.understanding.lists.roll_call import itemised
from skill.understanding.numbers.numbers import Number, numbers
from skill.understanding.numbers.times import TIME_QUESTIONS, Time, times
from skill.understanding.reading import counter_questions, omissions
from skill.understanding.reading.helpers import begun_by_helpers, without_helpers
from skill.understanding.reading.side_questions import spared, uncounted

BREATH_ON_EFFORT = "breath-on-effort"
"""Phrases of breath that is short on effort alone."""

BREATH_OF_EXERCISE = "breath-of-exercise"
"""Phrases of breath that is "just" short: in an exercise of effort, elsewhere of no cause."""

TO_THE_HOUSE = "to-the-house"
"""An order to a device or to whoever else is in the room."""
ASIDES = frozenset({"aside", TO_THE_HOUSE})
"""Marks of what is said to somebody else."""

AFTER_RESULT = ("result", "emergency")
"""Kinds of talk after a result: nothing is asked there that a yes or a no would answer for good."""

BY_A_CLINICIAN = frozenset({"cleared", "was-seen"})
"""Marks of what a clinician did: a time beside it is when that was."""


class Reading(Struct, frozen=True):
    """A sentence, the matches in it, and its numbers and times.

    `every` are all matches, `found` those that count, `by_kind` the same again, `marks` those of
    grammar, `marked` their ids, and `bearing` those of them that bear on how something is said to
    be. `items` are the things of the question that are answered one by one. `refused` is the word
    at which a "no" to what was only taken up before it stands, or 0.
    """

    lexicon: Lexicon
    context: Context
    sentence: Sentence
    every: list[Match]
    found: list[Match]
    by_kind: Mapping[str, list[Match]]
    marks: list[Match]
    marked: frozenset[str]
    bearing: list[Match]
    numbers: list[Number]
    times: list[Time]
    items: Itemised | None = None
    refused: int = 0

    def of(self, kind: str, *more: str) -> list[Match]:
        """The matches of some kinds."""
        by_kind = self.by_kind
        if not more:  # As mostly.
            return [*by_kind[kind]] if kind in by_kind else []
        here = [one for one in (kind, *more) if one in by_kind]
        if not here:
            return []
        return [m for m in self.found if m.kind in here] if here[1:] else [*by_kind[here[0]]]

    def has(self, *ids: str) -> bool:
        """Whether one of these marks is there."""
        return bool(self.marked) and not self.marked.isdisjoint(ids)

    @property
    def asides(self) -> list[Match]:
        """The marks of what is said to somebody else.

        "Since breakfast" calls nobody, nor do "he is watching telly", "can I carry the baby" and
        "under the weather", or "only a coffee" where a drink is asked about. "Nothing a cup of tea
        won't fix" is an answer.
        """
        if not self.has(*ASIDES):
            return []
        longer = [
            *(m for m in self.marks if m.id in ("mealtime", "pastime")),
            *self.of("topic", "topic-after", "topic-general", "finding", "yes-at"),
            *(
                m
                for m in self.of("answer")
                if m.id in ("no", "not-really", "not-sure", "only-when")
            ),
            *(m for m in self.of("no-at") if m.id == self.context.question),
        ]
        return [m for m in self.marks if m.id in ASIDES and not within(m, longer)]

    @property
    def asks(self) -> bool:
        """Whether the sentence is a question. "Can I", where nothing is asked, is one, but
        "can't walk on it" is not.
        """
        if not self.marked:
            return False
        told = self.has("question", "ask") or (
            self.context.talk in AFTER_RESULT and self.has("question-behind")
        )
        told = told or (
            self.context.question is None
            and self.has("idle-question")
            and 1 not in self.sentence.denies
        )
        return told and not self.takes_up_time

    @property
    def takes_up_time(self) -> bool:
        """Whether words of the question lead to the time that answers it: "how long? a week"."""
        length = self.sentence.reach(0, "<asks-time>")
        if not length or self.context.question not in TIME_QUESTIONS:
            return False
        at = length
        while self.sentence.reach(at, "<light>") and all(one.start != at for one in self.times):
            at += 1
        return any(one.start == at for one in self.times)

    def holds(self, match: Match) -> Holds:
        """How something is said to be, by the verdict on it where each thing has its own."""
        item = self.items.names(match) if self.items else None
        if item is not None and item.holds is not None:
            return item.holds
        words = range(match.start, min(match.end, self.refused))
        if match.start < self.refused and not self.sentence.denies_in(words):
            # "Swollen, no", asked whether that was soon, denies no swelling.
            asked = match.id in (*asked_by(self.context), self.context.question)
            return Holds.IS_NOT if asked else Holds.SUPPOSED
        return polarity(self.sentence, match, self.bearing)

    def calming(self, *kinds: str) -> list[Match]:
        """The phrases that are harmless; of short breath only where that does not count."""
        counts: set[str] = set()
        if not (self.context.talk in EXERCISING or self.context.winded):
            counts.add(BREATH_OF_EXERCISE)
        if self.context.effort_counts and not is_as_ever(self.sentence):
            counts |= {BREATH_OF_EXERCISE, BREATH_ON_EFFORT}
        return [m for m in self.of("harmless", *kinds) if m.id not in counts]

    def so(self, kind: str) -> list[Match]:
        """The matches of a kind that are said to be so, outside of phrases that are harmless."""
        found = self.of(kind)
        if not found:
            return []
        calm = self.calming(f"not-a-{kind}")
        return [m for m in found if not calmed(m, calm) and self.holds(m) is Holds.IS]


def prepare(lexicon: Lexicon, text: str, context: Context) -> Reading:
    """Find all that the lexicon knows in a sentence."""
    sentence = Sentence(lexicon, text)
    mark(sentence)
    if context.question in PAIN_QUESTIONS:
        mark_rating(sentence)
    divide(sentence)
    every = matches(lexicon, sentence)
    if begun := begun_by_helpers(every):
        sentence.hard |= begun
        divide(sentence)
    found = counter_questions.without_verdicts(within_clauses(sentence, every))
    items = itemised(sentence, found, context)
    asked = counter_questions.asked_in(found, context)
    no = 0 if items else refused(sentence, counter_questions.spared(found, asked), context)
    found = _listed(lexicon, sentence, found, context, items, no)
    # At an opening it is the other person who needs help.
    left_out = "others" if context.question is None else None
    told_here = f"denial-at-{context.question}"
    found = [
        replace(m, kind="denial") if m.kind == told_here else m for m in found if m.id != left_out
    ]
    found = omissions.spared(spared(without_helpers(found), context), context)
    asked = counter_questions.asked_in(found, context)
    found = counter_questions.spared(found, asked)
    spend(sentence, found, f"at-{context.question}")
    by_kind: dict[str, list[Match]] = {}
    for match in found:  # Mostly each of a kind of its own: setdefault() would take longer.
        if match.kind in by_kind:
            by_kind[match.kind].append(match)
        else:
            by_kind[match.kind] = [match]
    counted = uncounted(numbers(lexicon, sentence), found, context)
    counted = omissions.uncounted(counted, found, context)
    told = times(lexicon, sentence, counted, by_kind, context)
    marks = by_kind.get("mark", [])
    marked = frozenset([m.id for m in marks])
    seen = [m for m in marks if m.id in BY_A_CLINICIAN]
    told = [time for time in told if not any(_tells_when(m, time) for m in seen)]
    told = [time for time in told if not counter_questions.is_asked(time, asked)]
    bearing = [m for m in marks if m.id in BEARING]
    return Reading(
        lexicon,
        context,
        sentence,
        every,
        found,
        by_kind,
        marks,
        marked,
        bearing,
        counted,
        told,
        items,
        no,
    )


def _listed(
    lexicon: Lexicon,
    sentence: Sentence,
    found: list[Match],
    context: Context,
    items: Itemised | None,
    no: int,
) -> list[Match]:
    """The matches once it is noted where a list goes on, or a "no" answers what was taken up.

    Nothing reaches from "cancer no" into "clot yes".
    """
    if items is not None:
        mark_items(sentence, items.starts)
    elif no:
        end = end_of_no(sentence, no)
        sentence.hard.update((no, end) if no < end < len(sentence) else (no,))
        divide(sentence)
        # "Steroids, no, all good" tells of none that did no good.
        crossing = {"finding", "denial", "yes-at", f"at-{context.question}"}
        return [m for m in found if m.kind not in crossing or not m.start < no < m.end]
    elif len(context.parts) > 1:
        mark_list(sentence)
    if not sentence.listed:
        return found
    divide(sentence)
    return [
        m
        for m in matches(lexicon, sentence)
        if m.kind == "not"
        or m.id == counter_questions.UNKNOWN_WORD
        or sentence.listed.isdisjoint(range(m.start + 1, m.end))
    ]


BEHIND = 3
"""Words between what happened and its time, at most."""


def _tells_when(event: Match, time: Time) -> bool:
    """Whether a time tells when a clinician saw or allowed it: "signed me off in June"."""
    return event.start <= time.start <= event.end + BEHIND
