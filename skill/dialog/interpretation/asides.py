"""What is asked beside an answer or a finding: "no, could it be a clot?", "no, how long?"."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog.answers import topics
from skill.dialog.check import description
from skill.dialog.events import Answered, Asked, Counted, Described, Event, Inquired, Said
from skill.dialog.reply import Act, Asking, Closing, Reply
from skill.dialog.state import AFTER_RESULT, SCREENING, State
from skill.dialog.wishes.command_asides import ABOUT_FEELING, OF_SIDES
from skill.dialog.workout.pain_rules import BEARABLE
from skill.interview.interview import Knowledge
from skill.understanding.commands.requests import ASKING
from skill.understanding.heard import Heard

OF_PAIN = OF_SIDES | ABOUT_FEELING | {"may_i_stop"}
"""Questions that are answered with the pain that is told beside them."""

OTHERWISE = frozenset({"why_ask", "last_side"})
"""What is not answered here: the check tells why it asks, and no side was before a set."""

QUESTIONS = {id.replace("-", "_") for id in ASKING} - OTHERWISE
"""Commands that ask and change nothing: a plain answer beside them counts as well."""


def parted(state: State | None, heard: Heard) -> tuple[Heard, Heard] | None:
    """The answer by itself and the question by itself, where both are said in one sentence.

    What is told besides, and what is grave, is heard with all that stands beside it.
    """
    if state is None or heard.danger or any(heard.findings.values()):
        return None
    at_a_question = state.pending in SCREENING or state.pending == "question"
    answers = at_a_question and heard.answer in {"yes", "no"} and heard.number is None
    rates = state.pending == "how-much-pain" and _rates_besides(heard)
    commands = QUESTIONS - OF_PAIN if rates else QUESTIONS
    of_topic = bool(heard.topic) and heard.asks and state.pending != "question"
    asks = heard.command in commands or (heard.command is None and of_topic)
    if not asks or not (answers or rates):
        return None
    none = dict.fromkeys(("command", "topic", "aspect", "detail", "practical"))
    alone = replace(heard, answer=None, number=None, findings={})
    return replace(heard, asks=False, **none), alone


OFFERED = frozenset({"why-offer", "until-offer"})
"""Offers after a result whose yes counts beside a question."""

STANDING = frozenset({"still-stands", "so-it-stands", "shown-too"})
"""What is said where a result stands as it was told."""

ASKED_OF_CARE = frozenset({"why_care", "can_wait", "other_fits"})
"""Commands that ask about what was told, and can be answered behind anything."""


def beside_a_yes(state: State | None, heard: Heard) -> tuple[Heard, Heard] | None:
    """The yes to an offer after a result by itself, and the question that was put with it."""
    if state is None or state.pending not in OFFERED or heard.answer != "yes":
        return None
    if heard.danger or heard.findings or not _asks_of_the_result(heard):
        return None
    none = dict.fromkeys(("command", "topic", "aspect", "detail", "practical", "puts_off"))
    return replace(heard, asks=False, **none), replace(heard, answer=None)


def beside_what_is_put_right(state: State | None, heard: Heard, event: Event) -> Heard | None:
    """The question beside what is put right after a result: "I don't limp, can I run?"."""
    if state is None or state.result is None or state.pending not in AFTER_RESULT:
        return None
    if not isinstance(event, Described) or event.present or not event.absent:
        return None
    if heard.danger or event.beside.asks_why or not _asks_of_the_result(heard):
        return None
    return replace(heard, answer=None, findings={}, since_days=None, course=None, side=None)


def _asks_of_the_result(heard: Heard) -> bool:
    """Whether something is asked that a topic, or the level that was told, answers."""
    of_topic = heard.topic is not None or heard.practical is not None or heard.aspect == "running"
    return heard.asks and (of_topic or heard.command in ASKED_OF_CARE)


ANSWERED_BESIDE = frozenset({"why-care", "can-wait", "other-fits"})
"""What of that is a command to the dialog."""


def is_answered_beside(event: Event) -> bool:
    """Whether a question can be answered beside something else: what nothing answers is not."""
    if isinstance(event, Said):
        return event.what in ANSWERED_BESIDE
    return isinstance(event, Asked | Inquired)


def _rates_besides(heard: Heard) -> bool:
    """Whether a number is told in other words than what is asked: "about half" asks nothing."""
    asked = {*heard.origin.get("command", ()), *heard.origin.get("topic", ())}
    apart = asked.isdisjoint(heard.origin.get("number", ()))
    return heard.number is not None and (heard.asks or apart)


def question_of(event: Event) -> Said | Asked | Inquired | None:
    """The question beside an answer, a number, or what is put right."""
    match event:
        case Answered(besides=asked) | Counted(besides=asked) | Described(besides=asked):
            return asked
    return None


def stands(before: State | None, taken: Reply) -> State | None:
    """The state in which the question is answered: that after the answer, but in no set."""
    after = taken.state if isinstance(taken, Asking) else None
    asks = after is not None and after.pending in {*SCREENING, *AFTER_RESULT, "question"}
    return after if asks else before


def joined(event: Event, taken: Reply, asked: Reply) -> Reply:
    """The reply to an answer with what is said to the question beside it before it.

    Beside a number it stands after what is said of the pain, and only where exercise goes on;
    beside what is put right, behind that. A result that follows comes alone.
    """
    of_what_is_right = isinstance(event, Described) and isinstance(taken, Asking)
    stands = any(act.id in STANDING for act in taken.said)
    if of_what_is_right and taken.result is not None and not stands:
        return replace(taken, said=(*taken.said, Act("rest-later")))
    if of_what_is_right and isinstance(taken, Asking) and isinstance(asked, Asking):
        new = (act for act in asked.said if act not in taken.said)
        return replace(taken, said=(*taken.said, *new))
    if not isinstance(asked, Asking) or taken.result is not None or asked.result is not None:
        return taken
    of_pain = 1 if isinstance(event, Counted) else 0
    if any(act.id not in BEARABLE for act in taken.said[:of_pain]):
        return taken
    said = (*taken.said[:of_pain], *asked.said, *taken.said[of_pain:])
    if isinstance(taken, Closing):
        return replace(taken, said=said) if of_pain else taken
    return replace(taken, said=said, state=replace(taken.state, talk=asked.state.talk))


def answer(knowledge: Knowledge, state: State | None, event: Asked) -> Reply:
    """Take what was told, answer the question, and ask on; a result that follows comes alone."""
    if event.told is None or state is None:
        return topics.answer(knowledge, state, event)
    taken = description.take(knowledge, state, event.told)
    if not isinstance(taken, Asking) or taken.result is not None:
        return taken
    answered = topics.answer(knowledge, taken.state, replace(event, told=None))
    if not isinstance(answered, Asking):
        return taken
    talk = answered.state.talk
    return replace(taken, said=(*taken.said, *answered.said), state=replace(taken.state, talk=talk))
