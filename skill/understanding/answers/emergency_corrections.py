"""Words after an emergency that put right an answer on which it rests, though they name none."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from skill.library.types.hearing import Lexicon
from skill.understanding.contexts import Context
from skill.understanding.grammar.matching import matches
from skill.understanding.grammar.polarity import NAMED_WRONGLY
from skill.understanding.grammar.retractions import LASTING, WITHDRAWN
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.heard import FAREWELL, Heard, Read

REGION = "place-"
"""How the ids of regions begin."""

TIMES = ("over-two-weeks", "over-six-weeks")
"""What follows from how long ago it was."""

EXPLAINS = "explained-away"
"""The mark of a sign that is said to come of something, or not to be as bad as it was told."""

LESS_OF = "made-less-of"
"""The mark of a pain that is made less of than it was told."""

EXAGGERATES = "exaggerates"
"""The mark of who says that it was put too strongly."""

ANOTHER, SHARED = "meant-another", "shared"
"""The marks that somebody else had what was told, and that both have it."""

RATED = "rated-anew"
"""The mark of a pain that is rated, so that no doubt in it answers an offer."""

SEVERE = "severe-pain"
"""What is denied by who makes less of a pain."""

ABLE = frozenset({"can-bear-weight", "cannot-bear-weight"})
"""What is told by who walks well, and takes back a limp."""

SOFT = frozenset({"not_really", "not_sure", "kind_of"})
"""Answers that may be said of the pain, too: "not that bad", "maybe a five"."""

OF_SOMETHING_ELSE = "doubted-here"
"""The mark of a sign that is said to be one of the other foot, or of somebody else."""

MADE_LIGHT = "broken-without-swelling"
"""What asks whether it is no more than a bruise, or says so."""

HARMLESS = {
    "from-a-bruise": ("black-or-dusky-skin",),
    "from-cold": ("cold-foot", "numbness", "tingling", "black-or-dusky-skin"),
    "from-heat": ("hot-or-red", "fever", "calf-swollen-or-warm"),
    "from-pressure": ("numbness", "tingling", "cold-foot", "swelling"),
    "from-effort": ("racing-heart", "breathless-or-chest-pain"),
    "from-weariness": ("feels-unwell", "fainted"),
    "from-placing": ("deformity",),
}
"""Marks of what does no harm, and the signs that it would explain."""


def put_right(lexicon: Lexicon, sentence: str, context: Context, heard: Heard, read: Read) -> Heard:
    """The same, with the signs as denied that the words take back.

    Whatever is denied so is asked about once more before it counts, so a guess costs a question
    and no safety. Words that mean anything else after a result are left as they are.
    """
    if any(heard.findings.get(id) is False for id in context.counted):
        return heard  # What is taken back is named.
    if as_ever := _signs(context).intersection(heard.as_ever):
        return _with(heard, as_ever)  # "My feet are only cold in winter": that is nothing new.
    rest = _behind_its_no(lexicon, sentence)
    if lasting := _was_all_along(lexicon, rest, context, read):
        return _with(heard, lasting)
    if context.talk != "emergency":
        return _put_right_in_passing(lexicon, rest, context, heard, read)
    alone = heard if rest == heard.words else read(lexicon, rest, replace(context, rests_on=()))
    marks = {m.id for m in matches(lexicon, Sentence(lexicon, rest)) if m.kind == "mark"}
    named = not (alone.asks or alone.danger or alone.command == "false_alarm")
    if named and not marks.isdisjoint((WITHDRAWN, NAMED_WRONGLY)):
        unsaid = [id for id in sorted(_signs(context)) if alone.findings.get(id) is False]
        if unsaid or not alone.findings:
            return _with(heard, unsaid or context.rests_on[0].counted)
        return replace(heard, command=None) if heard.command == "change_answer" else heard
    of_pain = alone.answer in SOFT and not marks.isdisjoint((LESS_OF, RATED))
    alone = replace(alone, answer=None) if of_pain else alone
    if not rest or _means_something_else(alone):
        return heard
    leaves = alone.practical == FAREWELL
    signs = _signs(context)
    explained = {id for mark in marks for id in HARMLESS.get(mark, ())} & signs
    if explained or not marks.isdisjoint((EXPLAINS, OF_SOMETHING_ELSE)):
        explained |= signs & alone.findings.keys()
    elif leaves or _tells_news(signs, alone, context):
        return heard
    denied = explained or _denied_at_its_question(lexicon, rest, context, read)
    if not denied and (LESS_OF in marks or (RATED in marks and SEVERE in signs)):
        denied = frozenset({SEVERE})
    if denied:
        return _with(heard, denied)
    return replace(heard, answer=None) if of_pain else heard


def _was_all_along(lexicon: Lexicon, words: str, context: Context, read: Read) -> frozenset[str]:
    """The signs that were so all along, as these words tell at their question: "they're both cold,
    always have been, neither is worse".
    """
    signs = LASTING & _signs(context)
    asked = [one for one in context.rests_on if not signs.isdisjoint(one.counted)]
    for heard in (read(lexicon, words, one) for one in asked if words):
        if heard.answer in ("no", "not_really") and not heard.danger:
            return signs.intersection(heard.as_ever)
    return frozenset()


def _put_right_in_passing(
    lexicon: Lexicon, rest: str, context: Context, heard: Heard, read: Read
) -> Heard:
    """The same at another question or after a result, where the words tell nothing of what is open.

    What else is told or answered stays.
    """
    alone = read(lexicon, rest, replace(context, rests_on=())) if rest else heard
    said_words = Sentence(lexicon, rest)
    found = matches(lexicon, said_words)
    marks = {m.id for m in found if m.kind == "mark"}
    signs = _signs(context)
    if SEVERE in signs and not marks.isdisjoint((LESS_OF, EXAGGERATES)):
        return replace(heard, findings={**heard.findings, SEVERE: False}, guessed=True)
    if ANOTHER in marks and signs and SHARED not in marks and not alone.asks:
        meant = "<said-before>" in said_words.classes
        named = {m.id for m in found if m.kind == "finding"}
        led = rest != heard.words
        return _of_another(lexicon, context, heard, named, led=led, meant=meant)
    said = (alone.answer, alone.topic, alone.practical, alone.exercise, alone.side, alone.course)
    ordered = alone.command not in (None, "change_answer", "wait") or alone.puts_off
    if not rest or ordered or any(said) or alone.asks or alone.danger or alone.age is not None:
        return heard
    able = {id: true for id, true in alone.findings.items() if id not in ABLE}
    if _tells_news(signs, replace(alone, findings=able), context) or alone.since_days is not None:
        return heard
    denied = _denied_at_its_question(lexicon, rest, context, read)
    if not denied:
        return heard
    command = None if heard.command == "change_answer" else heard.command
    findings = {**heard.findings, **dict.fromkeys(sorted(denied), False)}
    return replace(heard, findings=findings, command=command, guessed=True)


def _of_another(
    lexicon: Lexicon,
    context: Context,
    heard: Heard,
    named: Collection[str],
    *,
    led: bool,
    meant: bool,
) -> Heard:
    """The same where it is said that somebody else had it: what is named, else what was told last.

    `led` is true where a no leads, which may answer what is open, as in "no, that's my dad"; not
    where it is `meant` otherwise: "no, I meant my dad".
    """
    last_first = [sign for one in context.rests_on for sign in one.counted]
    told = heard.told | {*named}
    told |= {lexicon.becomes.get(id, id) for id in told}
    of_these = [sign for sign in last_first if sign in told]
    if not of_these and heard.answer is not None and not meant:
        return heard
    denied = of_these or last_first[:1]
    others = {id for id in told if id in denied or lexicon.becomes.get(id) in denied}
    findings = {id: true for id, true in heard.findings.items() if id not in others}
    danger = tuple(id for id in heard.danger if id not in others)
    answer = heard.answer if led else None
    findings |= dict.fromkeys(denied, False)
    taken = replace(heard, findings=findings, danger=danger, answer=answer, person=None)
    return replace(taken, guessed=not told.intersection(denied))


def _with(heard: Heard, denied: Collection[str]) -> Heard:
    findings = dict.fromkeys(sorted(denied), False)
    plain = replace(heard, answer=None, number=None, practical=None, since_days=None, danger=())
    return replace(plain, findings=findings, guessed=True)


def _behind_its_no(lexicon: Lexicon, sentence: str) -> str:
    """The words behind a no that leads: "no, my heart's fine" puts right what "no" does not."""
    read = Sentence(lexicon, sentence)
    at = 0
    while at < len(read) and (length := read.reach(at, "<no>")):
        at += length
    return " ".join(read.said[at:]) if at else " ".join(read.said)


def _signs(context: Context) -> frozenset[str]:
    return frozenset(sign for one in context.rests_on for sign in one.counted)


def _means_something_else(heard: Heard) -> bool:
    """Whether something is asked, commanded or answered; a "that's all" may end an explanation."""
    asked = heard.practical if heard.practical not in (FAREWELL, MADE_LIGHT) else None
    said = (heard.answer, heard.command, asked, heard.topic, heard.exercise)
    return heard.asks or any(said) or heard.person is not None


def _tells_news(signs: Collection[str], heard: Heard, context: Context) -> bool:
    """Whether something is told that is no sign which counts; a region is no news, nor when it was
    that something of several was so: "that was my knee, years ago".
    """
    if any(id in heard.findings for id in signs):
        return False
    known = TIMES if context.talk == "result" else ()
    told = {id: true for id, true in heard.findings.items() if id not in known}
    return any(not true or not id.startswith(REGION) for id, true in told.items())


def _denied_at_its_question(
    lexicon: Lexicon, words: str, context: Context, read: Read
) -> frozenset[str]:
    """The signs that these words would deny where they are asked about; of those that they do not
    name the first, as what decided stands first.
    """
    named: set[str] = set()
    denied: list[str] = []
    for one in context.rests_on:
        heard = read(lexicon, words, one)
        is_no = heard.answer == ("yes" if one.alarm_is_no else "no")
        named.update(id for id in one.counted if heard.findings.get(id) is False)
        denied += [id for id in one.counted if is_no]
    # A place or an injury stays as it was told, where a danger is taken back: "my heart's fine".
    grave = {id for one in context.rests_on if one.grave for id in one.counted}
    first = [id for id in denied if id in grave] or denied
    return frozenset((named & grave) or named or first[:1])
