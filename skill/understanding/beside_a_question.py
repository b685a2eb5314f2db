"""An answer in the check, or to an offer after it, and what is asked in the same breath: "no, and
what is a tendon?".

Nobody hears a comma, so the sentence is parted where a question begins, or where an answer does
behind it; it counts only where each of both parts, read by itself, says one of these and no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from skill.understanding.anchors import MOST_WORDS, text_of, without_joins, words_of
from skill.understanding.answers.offers import AFTER_A_RESULT, GOES_ON
from skill.understanding.contexts import AGE_QUESTIONS
from skill.understanding.heard import FAREWELL, Command, Heard, Read
from skill.understanding.reading.counter_questions import UNKNOWN_WORD
from skill.understanding.reading.reading import Reading, prepare

ASKS_INSTEAD = "asks-instead"
"""The mark of who asked already, and was taken up wrongly: "no, I meant how many questions"."""
OPEN_AFTER_A_RESULT = AFTER_A_RESULT | {"what-else", "emergency-told"}
"""All that is asked after a result, and answered in any words."""
MOST_OF_AN_OFFER = 5
"""Words of a yes or no to an offer, at most, beside a question."""
ANSWERS = ("<no-word>", "<end-yes>", "<turns-down>")
"""The words with which an offer is taken or turned down, be it behind a question."""
LEADING = (*ANSWERS, "<takes-an-offer>")
"""Those that do before one; "should I ice it okay" agrees to nothing."""
BESIDE_AN_ANSWER = "<with-an-answer>"
"""What may stand with these: "no, that's fine"."""
OF_MORE = ("side", "course", "minutes", "routine", "exercise", "step", "part")
"""What is told beside an answer that no question may lose."""
FEW = 3
"""Words of a plain answer, at most, where the whole sentence seemed to give none."""
OFFERS = frozenset({"go-on", "offer-check", "check-offer", "skip-offer", "false-alarm"})
"""What is offered in the check, to which a no ends it."""
OPENS = frozenset({"question", "ask", "idle-question", "wants-verdict", "is-it-so", "asks-name"})
"""Marks with which a question begins."""
ASKED: frozenset[Command | None] = frozenset(
    {
        None,
        "questions_left",
        "how_many_left",
        "how_to",
        "other_fits",
        "can_wait",
        "why_care",
        "means_name",
    }
)
"""Commands that a question may be heard as, which an answer leaves as they are."""
OF_THE_QUESTION = ("topic", "aspect", "practical", "command", "asks", "wants_verdict", "asks_name")
"""What of a question is heard of the whole sentence, too."""


def with_question(reading: Reading, heard: Heard, read: Read) -> Heard:
    """The answer, and the question beside it by itself, where a sentence is made of both."""
    context, words = reading.context, range(len(reading.sentence.said))
    offered = context.question in OPEN_AFTER_A_RESULT and context.talk == "result"
    if not offered and (context.talk != "check" or context.question in OFFERS):
        return heard
    if not (offered or context.asks_yes_or_no or context.question in AGE_QUESTIONS):
        return heard
    if not 1 < len(words) <= MOST_WORDS:
        return heard
    if offered:
        return _offered(reading, heard, read)
    if not (reading.asks or heard.wants_verdict):
        return heard
    if heard.command not in ASKED or heard.person or reading.has(UNKNOWN_WORD, ASKS_INSTEAD):
        return heard  # "What's that got to do with it" is one question.
    if heard.answer == "not_sure" and {*words} <= {*heard.origin.get("answer", ())}:
        return heard  # "I don't know what numb is" is no "I don't" beside a question.
    for own, asked in _ways(reading, words):
        answer = read(reading.lexicon, text_of(reading, own), context)
        if not _only_answers(answer) or (
            heard.answer is None and not _is_plain(reading, own, answer)
        ):
            continue
        question = read(reading.lexicon, text_of(reading, asked), context)
        if _only_asks(question) and not _loses(heard, question):
            return _of_both(heard, answer, question)
    return heard


def _ways(reading: Reading, words: range) -> Iterator[tuple[range, range]]:
    """The ways to part a sentence in an answer and a question, and the other way round."""
    origins = reading.sentence.origins
    found = {one: origins[one.start] for one in reading.every}
    for cut in sorted({at for one, at in found.items() if one.id in OPENS and at}):
        yield words[:cut], words[cut:]  # The "so" of "I think so" joins nothing.
        yield without_joins(reading, words[:cut]), words[cut:]
    for cut in sorted({at for one, at in found.items() if one.kind == "answer" and at}):
        yield words[cut:], without_joins(reading, words[:cut])


def _offered(reading: Reading, heard: Heard, read: Read) -> Heard:
    """What is heard beside an offer after a result, which is answered in any words; and not every
    question opens as one. A few words lead or end it that are a yes or no as a whole.
    """
    if any(getattr(heard, name) for name in OF_MORE) or heard.since_days is not None:
        return heard
    if heard.command not in ASKED | GOES_ON or not all(heard.findings.values()):
        return heard  # What is denied is put right.
    if heard.puts_off == "care":
        return heard  # "No chance I'm going to hospital."
    for own, asked in _ways_at_its_ends(reading, range(len(reading.sentence.said))):
        answer = read(reading.lexicon, text_of(reading, own), reading.context)
        thanks = replace(answer, practical=None) if answer.practical == FAREWELL else answer
        if answer.answer not in {"yes", "no"} or not _only_answers(thanks):
            continue
        question = read(reading.lexicon, text_of(reading, asked), reading.context)
        bare = len(own) == 1 and own.start == 0
        if bare and not (question.asks and _opens(reading, asked)):
            continue  # "No heat in the first days, is that right" denies the heat.
        if not _only_asks(replace(question, asks=question.asks or question.topic is not None)):
            continue
        if not _loses(heard, question) or _lies_in(heard, asked):
            return _of_both(heard, answer, question)
    return heard


def _opens(reading: Reading, part: range) -> bool:
    """Whether some words open as a question does."""
    alone = prepare(reading.lexicon, text_of(reading, part), reading.context)
    return any(one.id in OPENS and one.start == 0 for one in alone.every)


def _of_both(heard: Heard, answer: Heard, question: Heard) -> Heard:
    """An answer with the question that stands beside it, in place of what the whole seemed."""
    alone = replace(question, origin={})
    named = {name: getattr(question, name) for name in OF_THE_QUESTION}
    return replace(answer, words=heard.words, origin={}, beside=(alone,), **named)


def _ways_at_its_ends(reading: Reading, words: range) -> Iterator[tuple[range, range]]:
    """The ways to part a sentence where words of an answer lead or end it, the longest first."""
    sentence = reading.sentence
    ends = {sentence.origins[at] for kind in ANSWERS for at in sentence.places(kind)}
    most = min(MOST_OF_AN_OFFER, len(words) - 1)
    leads = any(sentence.reach(0, kind) for kind in LEADING)
    for cut in range(most if leads else 0, 0, -1):
        behind = words_of(reading, words[cut:])
        if sentence.reach(behind.start, "<correction>"):
            continue  # "No, I mean what caused it."
        if _is_answer(reading, words[:cut]):
            yield without_joins(reading, words[:cut]), without_joins(reading, words[cut:])
    for cut in sorted(ends):
        if sentence.reach(words_of(reading, words[cut:]).start - 1, "<or>"):
            continue  # "Can I run or no."
        if len(words) - most <= cut and _is_answer(reading, words[cut:]):
            yield words[cut:], without_joins(reading, words[:cut])


def _is_answer(reading: Reading, part: range) -> bool:
    """Whether some words are those of an answer, but for words that only join them."""
    sentence, own = reading.sentence, words_of(reading, without_joins(reading, part))
    at = own.start
    while at < own.stop:
        ends = [sentence.reach(at, kind) for kind in (*LEADING, BESIDE_AN_ANSWER)]
        if not any(ends):
            return False
        at += max(ends)
    return bool(own)


def _loses(whole: Heard, question: Heard) -> bool:
    """Whether the whole tells what neither part does: "no way can I stand on it" asks nothing.

    Who asks for the name of it tells nothing by that: "I think so, could it be a clot?".
    """
    told = whole.told | {*whole.danger}
    return bool(told) and not (question.asks_name or question.wants_verdict)


def _lies_in(heard: Heard, part: range) -> bool:
    """Whether all that the whole tells lies in the words of one part, which by itself asks."""
    told = [id for id, true in heard.findings.items() if true]
    return all(set(heard.origin.get(id, (-1,))) <= {*part} for id in told) and not heard.danger


def _is_plain(reading: Reading, own: range, answer: Heard) -> bool:
    """Whether some words are an answer and no more: "okay" or "fine" may only take in what is
    asked.
    """
    own = without_joins(reading, own)
    words, sentence = words_of(reading, own), reading.sentence
    if len(words) > 1:
        told = len(answer.origin.get("answer", ())) >= len(own)
        return told and len(words) <= FEW
    return bool(
        sentence.reach(words.start, "<end-yes>") or sentence.reach(words.start, "<no-word>")
    )


def _only_answers(heard: Heard) -> bool:
    """Whether some words answer what is open, and tell and ask nothing else."""
    more = heard.danger or heard.asks or heard.command or heard.topic or heard.practical
    return heard.answer is not None and not more and not any(heard.findings.values())


def _only_asks(heard: Heard) -> bool:
    """Whether some words ask what can be answered, and tell nothing."""
    tells = heard.danger or heard.answer or any(heard.findings.values())
    told = heard.side or heard.since_days is not None or heard.course or heard.person
    named = heard.topic or heard.aspect or heard.practical or heard.command
    asks = (heard.asks and named) or heard.wants_verdict
    return bool(asks) and not tells and not told and heard.command in ASKED
