"""The answer to the question that is open, in plain words or by what is told."""

from __future__ import annotations

from skill.understanding.answers.other_answers import BEFORE_EXERCISE
from skill.understanding.answers.questions import answer_by_content
from skill.understanding.commands.command_kinds import START
from skill.understanding.commands.requests import ABOUT_QUESTIONS, ASKING
from skill.understanding.complaint import Complaint
from skill.understanding.course.time_corrections import takes_the_no
from skill.understanding.gist import CHANGE, Gist
from skill.understanding.grammar.matching import Match, lies_in, meet
from skill.understanding.heard import AnswerHeard
from skill.understanding.inquiry import Inquiry
from skill.understanding.pain import counts
from skill.understanding.pain.command_words import only_hedges
from skill.understanding.reading.reading import Reading

URGES = (START, "resume", "ready")
"""Commands beside which a yes agrees to begin: "yeah, just get going"."""

AGREES = "agrees"
"""An "okay" or a "fine" at the start of a sentence."""

REPEAT = "repeat"
"""The command to say it again."""

WHICH_ONE = "which-one"
"""The question which of two topics is meant: "what else would I mean?"."""

UNASKED = "skip-questions"
"""To be asked no more, beside which no yes or no answers."""

AGED = frozenset({"age", "under-eighteen"})
"""The questions whether somebody is of age."""

ONWARD = ("next", "skip")
"""To go on without this, beside which a "no" answers nothing."""

RATHER = ("not_sure", "kind_of")
"""Answers that only hedge a number beside them."""

SOFTLY = frozenset({"no", "not-really", "not-sure"})
"""Answers that make up a soft no: "dunno, not really"."""

HALF_A_YES = ("<in-part>", "<may-be-so>")
"""Classes of words that leave room for a yes."""

FILLING = ("<fills-an-answer>", "<no-word>")
"""Classes of words that add nothing to an answer."""


def answer_to(reading: Reading, main: Gist, told: Complaint, asked: Inquiry) -> AnswerHeard | None:
    """The answer to the open question, in plain words or by what is told."""
    if main.whole and not _only_asks_beside(reading, main):
        return None  # A command.
    # The "no" of "no, not six weeks" is that of the time; what else is told may be one.
    answer = None if main.said == "no" and takes_the_no(reading) else main.said
    if reading.context.question is not None:
        answer = answer_by_content(reading, answer, told.facts, main.told, told.span)
    if answer in RATHER and counts.rates_in_passing(reading):
        return None  # "Maybe a six", "sort of a four": the number is the answer.
    counted = reading.context.question in counts.COUNT_QUESTIONS
    if answer == "kind_of" and counted and only_hedges(main.order):
        return None  # "A bit slower", where the step is asked for.
    doubts = asked.doubts or counts.is_unknown(reading)
    if answer == "not_sure" and reading.asks and not doubts:
        return None  # "What is that?" is no doubt.
    if answer == "not_sure" and _is_asked_anew(reading, main.order):
        return None  # "What is that in plain words", to an offer.
    if answer == "no" and reading.context.question in AGED and _is_of_more(reading, main, told):
        return None  # "No, that was months ago": that puts right what was told before.
    if main.order is not None and main.order.id == UNASKED:
        return None  # "No no no, skip the checks."
    if answer == "no" and reading.context.talk == "pain" and _goes_on(main.order):
        return None  # "No, skip that" rates no pain.
    if reading.has("asks-instead"):
        return None  # "No, I meant how many questions."
    if answer == "no" and reading.asks and reading.context.talk == "emergency":
        return None  # "Don't be silly, can't I just warm it up?" ends nothing.
    meant = reading.context.question == WHICH_ONE
    if answer == "yes" and asked.aspect and not (meant or main.plain or any(told.facts.values())):
        return None  # "Why would it turn black?"
    if answer == "no" and _is_not_understood(reading, main):
        return None  # "Sorry, I don't get it."
    if answer == "not_really" and _is_plain_enough(reading, main):
        return "no"  # "No, I don't think so", "not that I know".
    if answer in ("yes", "no") and _only_leads_to_a_question(reading, main):
        return None  # "Okay, and must I get an X-ray?", where it is asked whether the foot is cold.
    if answer == "yes" and (_is_urged(reading, main.order) or _only_agrees(reading)):
        return None  # What a safety question was answered is asked again, and not guessed.
    return answer


def _is_asked_anew(reading: Reading, order: Match | None) -> bool:
    """Whether a result is to be said once more, which turns no offer down."""
    return order is not None and order.id == REPEAT and reading.context.talk in ("result", "topic")


def _goes_on(order: Match | None) -> bool:
    """Whether something else is wished for: the next thing, or none of this."""
    return order is not None and order.id in ONWARD


def _is_not_understood(reading: Reading, main: Gist) -> bool:
    """Whether the only no is that of not understanding, to a question that looks for danger."""
    order = main.order
    if order is None or order.id != REPEAT or main.told or not reading.context.grave:
        return False
    return all(meet(m, order) for m in main.plain)


def _is_of_more(reading: Reading, main: Gist, told: Complaint) -> bool:
    """Whether a time, a finding or a correction is told beside a no, and nothing of an age."""
    turns = main.order is not None and main.order.id == CHANGE
    return bool(reading.times) or turns or bool(told.facts.keys() - AGED)


def _is_plain_enough(reading: Reading, main: Gist) -> bool:
    """Whether a soft no is a plain one: with a spoken no in it where it is put once more, and what
    is believed or known where no emergency may follow. Who knows of nothing, and says no more,
    says no.
    """
    context, sentence = reading.context, reading.sentence
    if not (context.doubted or context.spared):
        return False
    if any(one.id not in ("no", "not-really") for one in main.plain):
        return False
    words = _of_the_answer(main)
    if sentence.has("<none-known>", words):
        return len(words) == len(sentence)
    believed = context.doubted or sentence.has("<believes-not>", words)
    return believed and says_no(reading, main)


def says_no(reading: Reading, main: Gist) -> bool:
    """Whether a no is spoken in an answer, be it a soft one: "no, I don't think so"."""
    words = _of_the_answer(main)
    return any(reading.sentence.has(name, words) for name in ("<no-word>", "<hardly-so>"))


def says_only_no(reading: Reading, main: Gist) -> bool:
    """Whether a soft no is all that is said, but for what only fills: "hmm, dunno, not really"."""
    sentence = reading.sentence
    if not main.plain or any(one.id not in SOFTLY for one in main.plain):
        return False
    if any(sentence.has(name, range(len(sentence))) for name in HALF_A_YES):
        return False  # "I don't think so, well, a bit", "I don't think so, or maybe".
    rest = set(range(len(sentence))) - {*_of_the_answer(main)}
    return all(sentence.is_one_of(at, FILLING) for at in rest)


def _of_the_answer(main: Gist) -> list[int]:
    """The indexes of the words that answer."""
    return [at for one in main.plain for at in range(one.start, one.end)]


def _only_asks_beside(reading: Reading, main: Gist) -> bool:
    """Whether an answer leads and a question follows it: "no, why do you ask", "no, which leg?"."""
    if main.order is None or not main.plain:
        return False
    if main.order.id in ABOUT_QUESTIONS:
        return True
    leads = main.plain[0].start == 0 and main.plain[0].id in ("yes", "no") and main.order.start > 0
    return leads and main.order.id in ASKING and reading.context.asks_yes_or_no


def _only_leads_to_a_question(reading: Reading, main: Gist) -> bool:
    """Whether an "okay" or a "fine" leads to a question, and nothing that is asked is told."""
    if not (reading.asks and reading.context.asks_yes_or_no and main.plain):
        return False
    if any(one.id in reading.context.parts for one in main.told):
        return False
    agreed = [m for m in reading.marks if m.id == AGREES]
    return all(any(lies_in(one, other) for other in agreed) for one in main.plain)


def _only_agrees(reading: Reading) -> bool:
    """Whether a bare "okay" is all that is said at a safety question before exercise."""
    agreed = [m for m in reading.marks if m.id == AGREES]
    whole = any(m.end == len(reading.sentence) for m in agreed)
    return whole and reading.context.question in BEFORE_EXERCISE


def _is_urged(reading: Reading, order: Match | None) -> bool:
    """Whether a yes at a safety question may only agree to begin."""
    return order is not None and order.id in URGES and reading.context.question in BEFORE_EXERCISE
