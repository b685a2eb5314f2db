"""Words that answer one question alone, as "off my foot it goes" does that for pain at rest."""

from __future__ import annotations

from collections.abc import Mapping

from skill.understanding.findings.assertions import Told
from skill.understanding.grammar.matching import Match, calmed, lies_in
from skill.understanding.grammar.polarity import Holds, is_place
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.heard import AnswerHeard
from skill.understanding.reading.reading import Reading

AT: Mapping[str, AnswerHeard] = {
    "yes-at": "yes",
    "no-at": "no",
    "not-sure-at": "not_sure",
    "taken-back-at": "no",
}
"""What words answer that answer one question alone, by their kind.

Words that take a yes back ("yes, but that was the other ankle") are a no even beside one.
"""


LATELY = "safety-person"


NEAR = 3
"""Words over which a "not" turns words for a no, and one."""


PLAIN: tuple[AnswerHeard | None, ...] = (None, "yes", "no")


def _turned(answer: AnswerHeard) -> AnswerHeard:
    return "no" if answer == "yes" else "yes" if answer == "no" else answer


def _after_contrast(reading: Reading, words: Match) -> bool:
    return reading.sentence.has("<contrast>", range(words.start))


def _by_words(reading: Reading, words: Match) -> AnswerHeard:
    """What words answer that answer one question alone, denied or not.

    Words for a no are turned by a "not" right before them alone: "not straight", but "nothing like
    that, just a water tablet".
    """
    told, sentence = AT[words.kind], reading.sentence
    if reading.holds(words) is not Holds.IS_NOT:
        return told
    if told == "no" and sentence.reach(words.start, "<not>"):
        return told  # "Never, not this one."
    # "It's not sharp, more of an ache": the "not" is another's.
    far = 2 if sentence.reach(words.start, "<rather>") else NEAR
    near = any(sentence.reach(words.start - back, "<not>") == 1 for back in range(1, far))
    return told if told == "no" and not near else _turned(told)


def _is_only_named(words: Match, told: list[Told]) -> bool:
    """Whether words for a yes begin with a thing that is asked back: "pregnant? I'm eighty"."""
    return words.kind == "yes-at" and any(
        one.match.start == words.start and one.holds is Holds.SUPPOSED for one in told
    )


def is_turned(reading: Reading, words: Match) -> bool:
    """Whether words for a no lie in others with a "not" before them: "I don't feel fine"."""
    if words.kind != "no-at":
        return False
    denies, asked = reading.sentence.denies, (reading.context.question, *reading.context.parts)
    return any(
        lies_in(words, m)
        and not denies.isdisjoint(range(m.start, words.start))
        and (m.kind == "finding" or m.id in asked)
        for m in reading.of("finding", "yes-at")
    )


OF_A_PET = "of-a-pet"
"""What a pet has, which answers nothing: "no, though the dog's had his hip done"."""


OF_A_THING = 2
"""Words that name something else, at most: longer ones tell how it is."""


def _ends_in_another(sentence: Sentence, words: Match, others: list[Match]) -> bool:
    """Whether the last words of a yes are something else: "it's my black sock".

    What they turn round is none: "it isn't fine at rest", "an eight but bearable".
    """
    for one in others:
        is_thing = one.end - one.start <= OF_A_THING and sentence.reach(one.start - 1, "<own>")
        if is_thing and words.start < one.start and one.end == words.end:
            before = range(words.start, one.start)
            if not sentence.denies_in(before) and not sentence.has("<contrast>", before):
                return True
    return False


def by_own_words(
    reading: Reading, answer: AnswerHeard | None, no: list[str], told: list[Told]
) -> AnswerHeard | None:
    """What words tell that answer this question alone; None where there are none, or none count."""
    context = reading.context
    here = _own_words(reading, told)
    if not here:
        return None
    leads = [m for m in (*reading.of("answer"), *here) if m.start == 0]
    if answer not in _open_to(reading, here, leads):
        whole = [m for m in here if m.end - m.start == len(reading.sentence)]
        if whole and (not context.grave or whole[0].kind == "yes-at"):
            return _by_words(reading, whole[0])  # "I've lost count", "all over": no doubt.
        return None
    if context.alarm_is_no:  # "I couldn't on Sunday, but I can now."
        here = [m for m in here if _after_contrast(reading, m)] or here
    most = max(here, key=lambda m: m.end - m.start)
    denies_all = no and AT[most.kind] == "no"  # "I'm not breathless and my chest is fine."
    told_by_words = "no" if denies_all else _by_words(reading, most)
    if told_by_words != "no" or not context.asks_yes_or_no or context.alarm_is_no:
        return told_by_words
    if answer == "yes" and _is_so_by_now(reading, most):
        return None  # "It didn't burn before, but it does now."
    opens = {m.id for m in leads if m.kind == "answer" and not _is_part(reading, m, most)}
    if opens == {"yes"} and answer == "yes" and most.kind == "no-at":
        return "kind_of"  # "Yes, though my breathing is fine": the yes is never lost.
    if any(m.id == "not-sure" for m in reading.of("answer")):
        return "not_sure"  # "I was drunk, so who knows. I woke up and it hurt."
    return "no"


def _own_words(reading: Reading, told: list[Told]) -> list[Match]:
    """The words that answer this question alone, and are not said of something else."""
    context = reading.context
    here = [
        m
        for m in reading.of(*AT)
        if m.id == context.question
        or (m.kind in ("yes-at", "taken-back-at") and m.id in context.parts)
    ]
    if context.question == LATELY and reading.asks:
        here = [m for m in here if not _is_only_named(m, told)]
    pets = [m for m in reading.of("harmless") if m.id == OF_A_PET]
    here = [m for m in here if not (is_turned(reading, m) or calmed(m, pets))]
    others = [m for m in reading.of("not") if m.id in context.parts]
    return [
        m for m in here if m.kind != "yes-at" or not _ends_in_another(reading.sentence, m, others)
    ]


def _open_to(
    reading: Reading, here: list[Match], leads: list[Match]
) -> tuple[AnswerHeard | None, ...]:
    """The plain answers beside which words that answer this question alone count.

    `here` are these words, and `leads` those and the plain ones that open the sentence.
    """
    context = reading.context
    limited: set[AnswerHeard] = set()
    if context.alarm_is_no:  # Who can "if I limp" can, as the question allows for it.
        limited = {"kind_of", "only_when"}
    if is_place(context.question or ""):
        limited |= {"only_when"}  # "Just in front of that bone" is no occasion.
    if any(m.kind == "taken-back-at" for m in here):
        limited |= {"kind_of"}  # "A bit tight, as ever, but not unusually."
    closing = reading.of("closing")
    ends_in_yes = any(m.id == "yes" and m.end == len(reading.sentence) for m in closing)
    if any(m.kind == "no-at" or m.id == "no" for m in leads) and not ends_in_yes:
        limited |= {"only_when", "kind_of"}  # "No, only when I walk" is a no to pain at rest.
    return (*PLAIN, *limited)


def _is_part(reading: Reading, lead: Match, words: Match) -> bool:
    """Whether what leads is part of the words of a no: "all the time", "always there".

    Where a danger is looked for it stays an answer, so that no doubt is lost.
    """
    plain = reading.sentence.reach(lead.start, "<yes-word>")
    return not reading.context.grave and not plain and lies_in(lead, words)


def _is_so_by_now(reading: Reading, words: Match) -> bool:
    """Whether a yes follows behind a contrast."""
    return any(
        m.id == "yes" and reading.sentence.has("<contrast>", range(words.end, m.start))
        for m in reading.of("answer")
    )
