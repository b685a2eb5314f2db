"""An answer in the check, and what is asked in the same breath: "no, and what is a tendon?".

Nobody hears a comma, so the sentence is parted where a question begins, or where an answer does
behind it; it counts only where each of both parts, read by itself, says one of these and no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from skill.understanding.anchors import MOST_WORDS, text_of, without_joins, words_of
from skill.understanding.findings.ages import AGE_QUESTIONS
from skill.understanding.heard import Command, Heard, Read
from skill.understanding.reading.counter_questions import UNKNOWN_WORD
from skill.understanding.reading.reading import Reading

ASKS_INSTEAD = "asks-instead"
"""The mark of who asked already, and was taken up wrongly: "no, I meant how many questions"."""
FEW = 3
"""Words of a plain answer, at most, where the whole sentence seemed to give none."""
OFFERS = frozenset({"go-on", "offer-check", "check-offer", "skip-offer", "false-alarm"})
"""What is offered in the check, to which a no ends it."""
OPENS = frozenset({"question", "ask", "idle-question", "wants-verdict", "asks-name"})
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
    if context.talk != "check" or context.question in OFFERS:
        return heard
    if not (context.asks_yes_or_no or context.question in AGE_QUESTIONS):
        return heard
    if not 1 < len(words) <= MOST_WORDS or not (reading.asks or heard.wants_verdict):
        return heard
    if heard.command not in ASKED or heard.person or reading.has(UNKNOWN_WORD, ASKS_INSTEAD):
        return heard  # "What's that got to do with it" is one question.
    for own, asked in _ways(reading, words):
        answer = read(reading.lexicon, text_of(reading, own), context)
        if not _only_answers(answer) or (
            heard.answer is None and not _is_plain(reading, own, answer)
        ):
            continue
        question = read(reading.lexicon, text_of(reading, asked), context)
        if _only_asks(question) and not _loses(heard, question):
            alone = replace(question, origin={})
            named = {name: getattr(question, name) for name in OF_THE_QUESTION}
            return replace(answer, words=heard.words, origin={}, beside=(alone,), **named)
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


def _loses(whole: Heard, question: Heard) -> bool:
    """Whether the whole tells what neither part does: "no way can I stand on it" asks nothing.

    Who asks for the name of it tells nothing by that: "I think so, could it be a clot?".
    """
    told = {id for id, true in whole.findings.items() if true} | {*whole.danger}
    return bool(told) and not (question.asks_name or question.wants_verdict)


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
