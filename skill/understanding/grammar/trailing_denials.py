"""Whether what was named is denied right behind it: "swelling no", "fever nothing like that"."""

from __future__ import annotations

from skill.understanding.grammar.clauses import is_of_the_limb, is_subject
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.sentence import Sentence

BEHIND = ("<fine-behind>", "<none-behind>")
"""Classes of words that deny what stands before them."""


def is_denied_behind(sentence: Sentence, match: Match, first: int, *, at_a_place: bool) -> bool:
    """Whether what stands behind a match denies it; `first` is the first word of its clause."""
    end = match.end
    fine = sentence.reach(end, "<fine-behind>")
    none = sentence.reach(end, "<none-behind>")
    if not (fine or none or sentence.reach(end, "<bare-no>")):
        return False  # As mostly.
    if match.kind == "denial":
        return False  # "Not strong, no", "I'm a man, none of that": both deny.
    if is_left_out(sentence, match.start) or _is_so_after_all(sentence, end):
        return False
    begun = any(match.start < at < end for at in sentence.hard)
    if fine and begun and not sentence.has("<be>", range(first, match.start)):
        fine = 0  # "Just red and shiny, my toes are fine": what is fine begins a clause.
    if fine and sentence.has("<says>", range(first, match.start)):
        fine = 0  # "The doctor said the swelling is normal": it is there.
    if fine and at_a_place and sentence.reach(end + fine, "<then>"):
        fine = 0  # "My ankle is fine sitting."
    if fine or (none and not sentence.reach(end + none, "<of-others>")):
        return True
    subject = sentence.reach(first, "<subject>")
    spans = match.start <= first + subject < end
    says_all = spans and is_subject(sentence, first)  # "I can walk, no", not "pain at rest no".
    begin = max((at + 1 for at in sentence.spent if first <= at < match.start), default=first)
    named = not says_all and not any(  # "Swelling no", not "it is swollen, no".
        sentence.reach(at, "<verb>") for at in range(begin, match.start)
    )
    is_bare = _goes_on_bare if match.start - 1 in sentence.spent else _is_bare
    return named and (is_bare(sentence, end) or _is_something_else(sentence, match))


def _is_so_after_all(sentence: Sentence, at: int) -> bool:
    """Whether the "no" at a word is taken back by a yes behind it: "cold, no, wait, yes it is"."""
    turns = (sentence.reach(at, name) for name in ("<takes-back>", "<correction>"))
    yes = at + max(1, *turns)
    yes += sentence.reach(yes, "<correction>")
    after = yes + sentence.reach(yes, "<yes-word>")
    return after > yes and (after == len(sentence) or bool(sentence.reach(after, "<subject>")))


def is_left_out(sentence: Sentence, at: int) -> bool:
    """Whether a match is left out of what is denied: "apart from the swelling no", "only that"."""
    if is_excepted(sentence, at):
        return True
    while sentence.reach(at - 1, "<light>") and not sentence.reach(at - 1, "<only>"):
        at -= 1
    return bool(sentence.reach(at - 1, "<only>"))


def is_excepted(sentence: Sentence, at: int) -> bool:
    """Whether an "apart from" begins at a word or ends before it, light words aside."""
    if sentence.reach(at, "<excepting>"):
        return True
    while True:
        if sentence.ends(at, "<excepting>", 2):
            return True
        if not sentence.reach(at - 1, "<light>"):
            return False
        at -= 1


def _is_bare(sentence: Sentence, at: int) -> bool:
    """Whether a "no" belongs to what stands before it: nothing, or "fever no" or "fever yes",
    follows. In "tight, no bruise, no pop" each belongs to what follows.
    """
    behind = at + 1
    return bool(sentence.reach(at, "<bare-no>")) and (
        behind == len(sentence)
        or behind in sentence.hard
        or sentence.is_one_of(behind, ("<asks-on>", "<no-worse>"))
        or is_of_the_limb(sentence, behind, "<be>", "<verb>")  # "Cold, no, foot feels fine."
        or bool(sentence.reach(behind + 1, "<yes-word>"))
        or _goes_on_bare(sentence, behind + 1)
    )


def _goes_on_bare(sentence: Sentence, at: int) -> bool:
    """Whether a "no" ends a list with an answer behind each: "hot no, swollen no, it's fine"."""
    leads_on = sentence.reach(at, "<bare-no>") and sentence.reach(at + 1, "<instead>")
    return bool(leads_on) or _is_bare(sentence, at)


def _is_something_else(sentence: Sentence, match: Match) -> bool:
    """Whether a sentence begins with it and says behind a "no" what is there instead, or nothing:
    "a snap, no, just an ache".
    """
    opens = all(sentence.reach(at, "<light>") for at in range(match.start))
    behind = match.end + 1
    return (
        opens
        and bool(sentence.reach(match.end, "<no>"))
        and bool(sentence.reach(behind, "<instead>"))
    )
