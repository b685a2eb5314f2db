"""Where clauses begin, as nobody hears a comma."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from skill.understanding.grammar.matching import LIGHT, Match
from skill.understanding.grammar.sentence import Sentence

DENIED_WITHIN = (2, 3, 4)
"""How far behind a "no" what there is not may end, in words."""


def mark(sentence: Sentence) -> None:
    """Note the words at which a new main clause begins.

    A contrast begins one, and so does a subject with its verb, unless what stands before it makes
    the clause a part of the last one ("when it", "I don't think it").
    """
    hard = sentence.hard
    hard.update(sentence.places("<contrast>"))
    hard.update([at for at in sentence.places("<acts>") if _acts(sentence, at)])
    hard.update([at for at in sentence.places("<calls-out>") if _calls_out(sentence, at)])
    hard.update([at for at in sentence.places("<a-touch>") if _is_of_another(sentence, at)])
    hard.update([at for at in sentence.places("<bare-subject>") if _is_named_anew(sentence, at)])
    hard.update([at for at in sentence.places("<after-a-no>") if _answers_before(sentence, at)])
    hard.update([at for at in sentence.places("<i-nearly>") if at and not _is_under(sentence, at)])
    hard.update([at for at in sentence.places("<insists>") if at and _insists(sentence, at)])
    hard.update([at + 1 for at in sentence.places("<is-bare>") if _is_told_instead(sentence, at)])
    if told := sentence.reach(0, "<told-already>"):
        hard.add(told)
    if (asked := _asked_behind(sentence)) is not None:
        hard.add(asked)
    for at in sentence.places("<subject>"):
        if at == 0 or at in hard or not is_subject(sentence, at):
            continue
        if _is_not_both(sentence, at):
            continue
        if _is_closed(sentence, at):  # "Never had it before, my foot is hot."
            hard.add(at)
        elif sentence.reach(at - 1, "<joins>"):
            hard.add(at - 1)
        elif not (_leads_into(sentence, at) or sentence.ends(at, "<thinks>", 3)):
            hard.add(at)


def _is_under(sentence: Sentence, at: int) -> bool:
    """Whether a word before takes a clause up: "when I nearly fell", "I think I nearly fell", "if I
    press there I nearly hit the roof".
    """
    led = sentence.has("<under>", range(at)) or sentence.is_one_of(at - 1, ("<joins>",))
    return led or sentence.ends(at, "<thinks>", 3) > 0


def _insists(sentence: Sentence, at: int) -> bool:
    """Whether somebody holds to what they told, and a clause of it follows: "without a snap, I tell
    you it make pop", but not "if I tell you it hurts" or "the pop I told you about".
    """
    led = sentence.is_one_of(at - 1, ("<aux>", "<under>", "<joins>", "<it-word>"))
    return not led and bool(sentence.reach(at + sentence.reach(at, "<insists>"), "<subject>"))


def _is_told_instead(sentence: Sentence, at: int) -> bool:
    """Whether a place is told in place of a denied one, by who leaves the subject out: "is not
    under, is beside the bone", "no, not top, is the ankle".
    """
    before = next((n for n in (3, 2, 1) if sentence.reach(at - n, "<denied-place>") == n), 0)
    at -= before + 1
    return before > 0 and at in sentence.denies and bool(sentence.reach(at, "<not>"))


def _answers_before(sentence: Sentence, at: int) -> bool:
    """Whether a "no" closes what is denied, and what follows it can be no thing that there is not:
    "not cold, no, I nearly passed out".
    """
    return (
        at > 1
        and bool(sentence.reach(at - 1, "<no-word>"))
        and not all(sentence.reach(k, "<no-word>") for k in range(at))
    )


def _is_not_both(sentence: Sentence, at: int) -> bool:
    """Whether both are named right behind a "not": "it's not both legs, just the one"."""
    if not sentence.reach(at, "<both-of>"):
        return False
    return at - 1 in sentence.denies and not sentence.reach(at - 1, "<no-word>")


def _leads_into(sentence: Sentence, at: int) -> bool:
    """Whether the word before a subject takes it up: "when it", "I twisted my ankle going down";
    what is not broken, or a place where it is not, takes up nothing: "not broken, it went numb",
    "not on top, it's underneath".
    """
    before = at - 2
    if sentence.reach(at - 1, "<named-side>"):
        while sentence.reach(before, "<light>"):
            before -= 1
    elif not sentence.reach(at - 1, "<done-to-it>"):
        return bool(sentence.reach(at - 1, "<under>"))
    if before in sentence.denies and (
        sentence.reach(before - 1, "<be>") or _is_led_by_noes(sentence, before)
    ):
        return False
    return bool(sentence.reach(at - 1, "<under>"))


def _is_led_by_noes(sentence: Sentence, at: int) -> bool:
    """Whether nothing but noes stands before a word: "no, no twist, it just popped"."""
    return all(sentence.reach(k, "<bare-no>") or sentence.reach(k, "<no>") for k in range(at))


def _is_closed(sentence: Sentence, at: int) -> bool:
    """Whether a clause is closed right before a word; "if I think" leads into one."""
    return any(
        sentence.reach(at - back, "<closes>") == back
        and not sentence.reach(at - back - 1, "<opens-clause>")
        for back in range(1, 4)
    )


def _asked_behind(sentence: Sentence) -> int | None:
    """Where a question begins behind an answer: "yeah go on, do I have to stop?"."""
    at = 0
    while length := sentence.reach(at, "<before-asking>"):
        at += length
    return at if at and sentence.reach(at, "<asks-behind>") else None


def mark_list(sentence: Sentence) -> None:
    """Note where the next thing is named in a list with an answer behind each, as where a question
    asks for several: "cancer no clot yes".
    """
    affirmed = [at for at in sentence.places("<yes-word>") if sentence.reach(at, "<yes-word>") == 1]
    assured = {at for at in affirmed if _is_assured(sentence, at)}
    given = sorted({*affirmed, *sentence.places("<no>")} - assured)
    if len(given) > 1 and _is_repeated(sentence, given[-2], given[-1]):
        sentence.repeated.add(given[-1])
        return
    ends = bool(given) and given[0] > 0 and given[-1] == len(sentence) - 1
    if ends and all(after - at > 1 for at, after in pairwise(given)):
        sentence.listed.update(at + 1 for at in given[:-1])
        sentence.hard |= sentence.listed


def _is_assured(sentence: Sentence, at: int) -> bool:
    """Whether words vouch for what was said, and say no yes: "no fever, I am sure"."""
    return any(sentence.reach(at - back, "<assures>") > back for back in range(1, 4))


def _is_repeated(sentence: Sentence, at: int, last: int) -> bool:
    """Whether a closing "no" says once more what one before it denied, and only how somebody knows
    stands between: "warm, no fever, I took it, no".
    """
    closes = last == len(sentence) - 1 and sentence.reach(last, "<no>")
    between = range(at + 2, last)
    return bool(closes and sentence.reach(at, "<no>")) and any(
        _does(sentence, k, last) for k in between
    )


def _does(sentence: Sentence, at: int, end: int) -> bool:
    """Whether somebody does something before a word, and only thinks nothing: "I checked"."""
    length = sentence.reach(at, "<subject>")
    does = at + length
    other = sentence.is_one_of(does, ("<thinks>", "<light>", "<adverb>"))
    return bool(length) and does < end and not other


def mark_items(sentence: Sentence, starts: Iterable[int]) -> None:
    """Note where each of several things is named, or what is said of it begins."""
    sentence.listed.update(starts)
    sentence.hard |= sentence.listed


def mark_rating(sentence: Sentence) -> None:
    """Note where more is told behind a pain of nothing: "zero, bit of a pop just then"."""
    for at in sentence.places("<rated-none>"):
        end = at + sentence.reach(at, "<rated-none>")
        bare = sentence.reach(end, "<bare-subject>")
        if sentence.reach(end, "<tells-on>") or (bare and sentence.reach(end + bare, "<verb>")):
            sentence.hard.add(end)


def is_subject(sentence: Sentence, at: int) -> bool:
    """Whether a subject with its verb begins at a word."""
    length = sentence.reach(at, "<subject>")
    if not length or (sentence.reach(at, "<pain-in>") and _is_denied(sentence, at)):
        return False  # "No pain running."
    return bool(
        sentence.reach(at + length, "<verb>")
        or (sentence.reach(at + length, "<adverb>") and sentence.reach(at + length + 1, "<verb>"))
    )


def is_of_the_limb(sentence: Sentence, at: int, *verbs: str) -> bool:
    """Whether something is said of the sore foot, named without an article, by a verb of some
    classes: "no, foot's numb", but not "no skin is hot".
    """
    limb = sentence.reach(at, "<sore-limb>")
    return bool(limb) and sentence.is_one_of(at + limb, verbs)


def _is_denied(sentence: Sentence, at: int) -> bool:
    """Whether a negation stands before a word: "not had any pain", "not noticed any pain"."""
    if _is_closed(sentence, at):
        return False  # "None of that, my chest hurts."
    before = at - 1
    while sentence.reach(before, "<light>") or sentence.reach(before, "<thinks>"):
        before -= 1
    return before in sentence.denies


def _acts(sentence: Sentence, at: int) -> bool:
    """Whether what somebody did follows a thing that there is not: "no clots, flew home"."""
    return at - 1 not in sentence.denies and any(
        sentence.reach(at - back, "<no>")
        and not sentence.has("<subject>", range(at - back + 1, at))
        for back in DENIED_WITHIN
    )


def _calls_out(sentence: Sentence, at: int) -> bool:
    """Whether a call for help begins at a word, and is not what nobody wants, or does: "this isn't
    a drill, call an ambulance", but not "don't even call" or "you can call an ambulance".
    """
    before = at - 1
    while sentence.reach(before, "<adverb>"):
        before -= 1
    led = ("<subject>", "<verb>", "<light>", "<joins>")
    return before > 0 and before not in sentence.denies and not sentence.is_one_of(before, led)


def _is_of_another(sentence: Sentence, at: int) -> bool:
    """Whether a little of something follows a thing that there is not: "no blood, bit tight in the
    chest", but not "no sign of a bit of pus", "no, maybe a bit" or "the only red bit is".
    """
    after = at + sentence.reach(at, "<a-touch>")
    hedged = any(sentence.reach(k, "<a-touch>") for k in (at - 1, at - 2))
    joined = sentence.is_one_of(at - 1, ("<light>", "<joins>"))
    return _acts(sentence, at) and not (joined or hedged or sentence.reach(after, "<verb>"))


def _is_named_anew(sentence: Sentence, at: int) -> bool:
    """Whether a part of the body is named bare: "it's not bent or anything, skin's fine", and "no,
    foot's grand".
    """
    length = sentence.reach(at, "<bare-subject>")
    leads = at > 0 and all(sentence.reach(k, "<no-word>") for k in range(at))
    if leads and sentence.reach(at + length, "<well-behind>"):
        return True
    return bool(sentence.reach(at + length, "<verb>")) and sentence.ends(at, "<closes>", 3)


def divide(sentence: Sentence) -> None:
    """Note the clause of each word, once all their beginnings are marked."""
    if not sentence.hard:
        return  # All of it is one.
    starts = sorted({0, *sentence.hard, len(sentence)})
    for first, after in pairwise(starts):
        sentence.clauses.update(dict.fromkeys(range(first, after), (first, after)))


def clause(sentence: Sentence, at: int) -> tuple[int, int]:
    """The clause in which a word stands: its first word, and the one after its last."""
    return sentence.clauses.get(at) or (0, len(sentence))


def within_clauses(sentence: Sentence, found: list[Match]) -> list[Match]:
    """The matches, without those that begin with light words of the clause before: "I didn't twist
    it, it gives way". Where a clause begins, the same meaning up to the same word begins with it.
    """
    if not sentence.hard:
        return found
    told = (m for m in found if m.kind in ("finding", "denial") and m.start in sentence.hard)
    whole = {(m.kind, m.id, m.end): m.start for m in told}
    if not whole:
        return found

    def spills(match: Match) -> bool:
        before = range(match.start, whole.get((match.kind, match.id, match.end), match.start))
        return bool(before) and all(sentence.reach(at, LIGHT) for at in before)

    return [match for match in found if not spills(match)]
