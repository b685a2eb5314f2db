"""Whether something that was named is denied: negation, its reach, and where it ends."""

from __future__ import annotations

from skill.understanding.grammar.clauses import is_of_the_limb, is_subject
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.grammar.trailing_denials import BEHIND, is_denied_behind

LATE = 3
"""Light words between what was not so and the "until" behind it, at most."""

REACH = 7
"""Words over which a negation reaches at most."""


def negated(sentence: Sentence, match: Match, first: int, *, at_a_place: bool) -> bool:
    """Whether a negation before it, or a bare one right behind it, reaches it.

    "Nothing walking, only when I run": what begins with an "only" is an exception. What was not so
    until a time is so since: "it didn't puff up till the next day".
    """
    denies = sentence.denies
    if not denies and sentence.classes.isdisjoint(BEHIND):
        return False
    if _begins_late(sentence, match):
        return False
    if sentence.has("<more-like>", range(match.start + 1, match.end)):
        return False  # "Not pain down there, more like novocaine."
    if sentence.reach(match.end, "<as-now>") and was_never(sentence, match, first):
        return False
    if _is_said_twice(sentence, match.start) and match.start - 2 in sentence.denies:
        return True  # "Not severe severe": the first of the two has spent the negation.
    if sentence.reach(match.start, "<only>") and not _negates(
        sentence, match.start - 1, match.start
    ):
        return False
    if at_a_place and sentence.reach(match.start, "<just>") and match.start - 1 not in denies:
        return False  # "Not serious, just a sore big toe."
    if match.end == len(sentence) and _is_not_really(sentence, match.start):
        return True
    if _is_some(sentence, match.start):
        return False
    listed = _goes_on_with_or(sentence, match.start)
    far = REACH * 2 if listed else REACH  # "Not with a twist, or a fall, or a snap."
    for at in range(match.start - 1, max(first, match.start - far) - 1, -1):
        if _ends_here(sentence, at, match.start):
            break
        if sentence.reach(at, "<joins>") and _denies_itself(sentence, match):
            break  # "I never had an injury, and no bone is sore."
        if _is_some(sentence, at) or _is_left_over(sentence, at, first):
            break
        if sentence.is_one_of(at, ("<no>", "<bare-no>")) and (
            _is_affirmed_behind(sentence, match, at) or _has_its_own(sentence, match)
        ):
            break
        if _negates(sentence, at, match.start) or (listed and _is_of_a_list(sentence, at)):
            return not _denied_again(sentence, at, first, match.start)
    return is_denied_behind(sentence, match, first, at_a_place=at_a_place)


def _ends_here(sentence: Sentence, at: int, start: int) -> bool:
    """Whether a word ends the reach of a negation before it; the "once" of "at once" does not."""
    if sentence.reach(at, "<wholly-so>") and _stands_behind_a_thing(sentence, at, start):
        return True  # "Not broken, all black."
    ends = sentence.reach(at, "<ends-negation>") and not _follows_even(sentence, at)
    return bool(ends) and not sentence.reach(at - 1, "<at-once>")


def _stands_behind_a_thing(sentence: Sentence, at: int, start: int) -> bool:
    """Whether a word that says more than a denial and light words stands right before another; what
    is no pain does, where what is named begins right behind: "not sore, all black".
    """
    before = at - 1
    if start == at + 1 and before > 0 and sentence.reach(before, "<soreness>"):
        return True
    if sentence.is_one_of(at + 1, ("<light>", "<adverb>")):
        return False  # "Not severe all the time."
    names = ("<light>", "<adverb>", "<so-seeming>", "<be>", "<or>", "<joins>", "<it-word>")
    return before > 0 and before not in sentence.denies and not sentence.is_one_of(before, names)


def _goes_on_with_or(sentence: Sentence, at: int) -> bool:
    """Whether an "or" stands right before a word, an article aside."""
    before = at - 1
    while sentence.reach(before, "<article>"):
        before -= 1
    return bool(sentence.reach(before, "<or>"))


def _is_of_a_list(sentence: Sentence, at: int) -> bool:
    """Whether a negation that belongs to the first thing denies those that an "or" adds: "I have
    not taken antibiotics or steroids". A "cannot" does not: "I can't feel it, or it tingles".
    """
    spent = at in sentence.denies and at in sentence.spent
    return spent and not (sentence.reach(at - 1, "<cannot>") or sentence.reach(at, "<no>"))


def was_never(sentence: Sentence, match: Match, first: int) -> bool:
    """Whether a "never had" stands before it, which compares, and no plain "no"."""
    return sentence.has("<never-had>", range(first, match.start))


def _is_some(sentence: Sentence, at: int) -> bool:
    """Whether a little of what follows is said to be there: "no pain today, bit of swelling"."""
    if not sentence.reach(at, "<some-of>"):
        return False
    before = at - 1 - bool(sentence.reach(at - 1, "<light>"))
    denied = before in sentence.denies and not sentence.reach(before, "<no>")  # "No, bit of pain."
    return not (denied or _follows_even(sentence, at))


def _is_left_over(sentence: Sentence, at: int, first: int) -> bool:
    """Whether what follows is left of what is denied: "none of those, bar tingling", "nothing new,
    just the tingling".
    """
    if sentence.reach(at, "<excepting>"):
        return True
    if not sentence.reach(at, "<just>"):
        return False
    last = next((back for back in range(at - 1, first - 1, -1) if back in sentence.denies), None)
    return last is not None and bool(sentence.reach(last, "<bare-no>"))


def _is_affirmed_behind(sentence: Sentence, match: Match, at: int) -> bool:
    """Whether a "no" before a match is an answer, as what stands behind it says that it is so.

    "No, tingling sometimes", and "no injury, chest pain yes", where the "no" has its own thing.
    """
    if sentence.reach(match.end, "<now-and-then>"):
        return True
    own = any(not sentence.reach(between, "<light>") for between in range(at + 1, match.start))
    return own and bool(sentence.reach(match.end, "<yes-word>"))


def _has_its_own(sentence: Sentence, match: Match) -> bool:
    """Whether words that deny begin with a "no" of their own: "hot, no, warm, no fever"."""
    return match.kind == "denial" and bool(sentence.reach(match.start, "<no>"))


def _denies_itself(sentence: Sentence, match: Match) -> bool:
    """Whether words that deny begin with their negation: "no bone is sore"."""
    return match.kind == "denial" and match.start in sentence.denies


def _follows_even(sentence: Sentence, at: int) -> bool:
    """Whether an "even" or a "not a" stands right before a word: "not a bit of swelling"."""
    return sentence.ends(at, "<even>", 2)


def _is_said_twice(sentence: Sentence, at: int) -> bool:
    """Whether a word is the one before it once more."""
    return at > 1 and sentence.words[at - 1] == sentence.words[at]


def _begins_late(sentence: Sentence, match: Match) -> bool:
    """Whether an "until" stands right behind, a light word or two aside."""
    if "<until>" not in sentence.classes:
        return False
    at = match.end
    while at - match.end < LATE and (
        sentence.reach(at, "<light>") or sentence.reach(at, "<adverb>")
    ):
        at += 1
    return bool(sentence.reach(at, "<until>"))


def _is_not_really(sentence: Sentence, start: int) -> bool:
    """Whether a "not really" behind a "no" stands right before: "no, not really stiff"."""
    return bool(
        sentence.reach(start - 3, "<no>")
        and sentence.reach(start - 2, "<not>")
        and sentence.reach(start - 1, "<adverb>")
    )


def _denied_again(sentence: Sentence, at: int, first: int, start: int) -> bool:
    """Whether a negation is denied itself: "not not", "can't walk without a limp"."""
    if _negates(sentence, at - 1, start) and not sentence.reach(at, "<no>"):
        return True  # But not "nothing, no numbness".
    return bool(sentence.reach(at, "<without>")) and any(
        sentence.reach(back, "<barely>") or sentence.reach(back, "<not>")
        for back in range(first, at)
    )


def _negates(sentence: Sentence, at: int, start: int) -> bool:
    if at not in sentence.denies or at in sentence.spent:
        return False
    if any(sentence.reach(at - back, "<no-negation>") > back for back in range(3) if at >= back):
        return False  # "No way", "not sure".
    if at == 0 and sentence.reach(at, "<zero>"):  # "Zero pain", but "zero, bit puffed, my arm".
        return all(sentence.reach(between, "<light>") for between in range(1, start))
    return not (sentence.reach(at, "<no>") and _is_answer(sentence, at))


def _is_answer(sentence: Sentence, at: int) -> bool:
    """Whether a "no" is an answer, not the "no" of "no swelling"."""
    after = at + 1
    said = sentence.reach(at - 1, "<says>") or sentence.reach(after, "<to-say>")
    if sentence.reach(at, "<no-to>") and not said:
        return False  # "No to the pills", but "no, to be honest it's numb", "I said no to that".
    return (
        after >= len(sentence)
        or bool(sentence.reach(at, "<only-answer>"))  # Never "no swelling", as German "nein".
        or after in sentence.hard
        or (bool(sentence.reach(after, "<opens>")) and not sentence.reach(at - 1, "<be>"))
        or is_subject(sentence, after)
        or is_of_the_limb(sentence, after, "<be>")
    )
