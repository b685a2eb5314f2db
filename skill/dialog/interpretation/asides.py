"""What is asked or commanded beside an answer: "no, a clot?", "zero, and skip the next one"."""

from __future__ import annotations

from typing import TypeGuard

from msgspec.structs import replace

from skill.dialog.answers import passed_over, topics
from skill.dialog.check import description
from skill.dialog.events import Answered, Asked, Counted, Described, Event, Inquired, Said, Wants
from skill.dialog.reply import Act, Asking, Reply
from skill.dialog.state import AFTER_RESULT, EXERCISING, SCREENING, State
from skill.dialog.transitions import is_over
from skill.dialog.wishes.command_asides import OF_STEPS
from skill.interview.interview import Knowledge
from skill.library.types import Answer, Aspect
from skill.understanding.commands.requests import ASKING
from skill.understanding.heard import NEW, READY, Command, Heard

OF_PAIN: frozenset[Command | None] = frozenset(
    {
        *("easier", "harder", "may_i_stop", "should_i_stop", "may_i_go_on"),
        *("go_to", "go_back_to", "leave_out", "stop", "cancel", "no_exercise", "start_check"),
        *("change_answer", "false_alarm", "back_to_exercise", "call_help", "own_dose", "unheard"),
    }
)
"""Commands that are heard with the pain that is told beside them."""

LEADS_ON: frozenset[Command | None] = frozenset({"next", "skip", "next_set"})
"""Commands to go on, which an answer does by itself."""

LEADING = READY | NEW
"""Commands that answer what is open."""

STEERS: frozenset[Command | None] = frozenset(
    {
        *("pause", "wait", "slower", "faster", "easier", "harder", "previous", "start_over"),
        *("skip", "next", "longer_rest", "go_to", "go_back_to", "leave_out"),
    }
)
"""Commands that hold or change a set, and go on by themselves where it does."""

CHANGES: frozenset[Command | None] = frozenset({"slower", "faster", "easier", "harder"})
"""Commands that change an exercise, and are noted for it before it begins."""

NOT_YET: frozenset[Command | None] = STEERS - CHANGES - {"pause", "wait"}
"""What changes a set, and nothing before it."""

OTHERWISE = frozenset({"why_ask", "last_side"})
"""What is not answered here: the check tells why it asks, and no side was before a set."""

QUESTIONS = {id.replace("-", "_") for id in ASKING} - OTHERWISE
"""Commands that ask and change nothing: a plain answer beside them counts as well."""

NOTHING = dict.fromkeys(("command", "topic", "aspect", "detail", "practical", "minutes"))
NOT_ASKED = dict.fromkeys(("wants_verdict", "asks_name"), False)


def parted(state: State | None, heard: Heard) -> tuple[Heard, ...] | None:
    """The answer by itself and what is asked or commanded beside it, each by itself.

    What is told besides, and what is grave, is heard with all that stands beside it.
    """
    if state is None or heard.danger:
        return None
    if state.pending in {*SCREENING, *EXERCISING}:
        return _parted_in_a_workout(state, heard)
    if any(heard.findings.values()) or state.pending != "question":
        return None
    if heard.beside:
        return replace(heard, asks=False, beside=(), **NOTHING, **NOT_ASKED), *heard.beside
    asks = heard.command in QUESTIONS
    if not asks or heard.answer not in {"yes", "no"} or heard.number is not None:
        return None
    alone = replace(heard, answer=None, number=None, findings={})
    return replace(heard, asks=False, **NOTHING), alone


def _parted_in_a_workout(state: State, heard: Heard) -> tuple[Heard, ...] | None:
    """What answers first, whether it is heard in the whole or in a part of the sentence."""
    if heard.step is not None and state.pending not in OF_STEPS:
        return None
    parts = [one for one in heard.beside if not _is_of_a_side(heard, one)]
    if heard.only is not None and _is_between(state) and _is_answered(state, heard, parts):
        if not any(one.command == "only_sore" for one in parts):
            parts.append(Heard(command="only_sore", only=heard.only, words=heard.words))
        heard = replace(heard, only=None, side=None)
    own = [one for one in _own(heard) if not any(_is_same(one, other) for other in parts)]
    if not _answers(state, heard):
        answer = next((one for one in parts if _answers(state, one)), None)
        if answer is None:
            first, *others = [*own, *parts] or [heard]
            return (first, *map(_alone, _each_once(others))) if parts else None
        return _joined(state, answer, [one for one in (*own, *parts) if one is not answer])
    of_pain = heard.command in OF_PAIN and not _is_noted(state, heard)
    if heard.undone is not None or of_pain:
        return _joined(state, heard, [one for one in parts if not _is_same(one, heard)])
    eased = next((one for one in parts if one.command in OF_PAIN), None)
    rates = state.pending in EXERCISING and heard.number is not None
    if rates and eased is not None:
        named = {name: getattr(eased, name) for name in ("command", "exercises", "part")}
        return _joined(state, replace(heard, **named), [one for one in parts if one is not eased])
    if heard.command in LEADING:
        return _joined(state, replace(heard, beside=()), parts)
    answer = replace(heard, asks=False, beside=(), **NOTHING)
    return _joined(state, answer, [*own, *parts])


def _joined(state: State, answer: Heard, parts: list[Heard]) -> tuple[Heard, ...] | None:
    """An answer with the parts that are no answers; in a set a command goes on by itself."""
    others = [one for one in parts if one.command or one.topic]
    others = [one for one in others if one.command not in LEADS_ON | LEADING]
    if state.pending in SCREENING:
        others = [one for one in others if one.command not in NOT_YET]
    steers = state.pending in EXERCISING and not is_over(state) and answer.number is None
    if steers and answer.command not in OF_PAIN:
        done = next((one for one in others if one.command in STEERS), None)
        if done is not None:
            answer, others = done, [one for one in others if one is not done]
    each = _each_once(others)
    return (answer, *map(_alone, each))


def _is_noted(state: State, heard: Heard) -> bool:
    """Whether a change of the exercise is told before it, and kept for when it begins."""
    return state.pending in SCREENING and heard.command in CHANGES


def _is_between(state: State) -> bool:
    """Whether nothing is being done: before exercise, and where its pain is asked for."""
    return state.pending in SCREENING or is_over(state)


def _is_answered(state: State, heard: Heard, parts: list[Heard]) -> bool:
    return any(_answers(state, one) for one in (heard, *parts))


def _own(heard: Heard) -> list[Heard]:
    """What the whole sentence asks or commands, in other words than those of a number."""
    asks = heard.command is not None or (heard.topic is not None and heard.asks)
    asked = {*heard.origin.get("command", ()), *heard.origin.get("topic", ())}
    apart = asked.isdisjoint(heard.origin.get("number", ()))
    return [heard] if asks and (apart or heard.asks) else []


def _is_same(one: Heard, other: Heard) -> bool:
    return one.command == other.command and one.topic == other.topic


def _is_of_a_side(heard: Heard, one: Heard) -> bool:
    """Whether it is only told that one side is easier: "two, and it's easier on the left"."""
    return one.command in {"easier", "harder"} and (heard.side or one.side) is not None


def _each_once(parts: list[Heard]) -> list[Heard]:
    """The parts without what another commands already."""
    named = [("pause" if one.command == "wait" else one.command, one.topic) for one in parts]
    return [one for at, one in enumerate(parts) if named[at] not in named[:at]]


def _alone(heard: Heard) -> Heard:
    return replace(heard, answer=None, number=None, age=None, findings={}, beside=())


def _answers(state: State, heard: Heard) -> bool:
    """Whether what is open is answered: by a number, by a yes or no, or that it is new."""
    if state.pending in EXERCISING and is_over(state):
        return heard.number is not None
    if state.pending in OF_STEPS:
        told = heard.number is not None or heard.step is not None
        return told or heard.command in NEW or heard.answer in {"yes", "no"}
    if state.pending in EXERCISING:
        rates = heard.number is not None
        return rates or heard.answer == "yes" or heard.command in READY
    return heard.answer in {"yes", "no"}


def stands_beside_others(first: Event) -> bool:
    """Whether something else is taken up beside it: what is told and felt is answered alone."""
    match first:
        case Answered() | Counted() | Wants() | Said():
            return first != Said("not-understood")
        case Described(present=()):
            return True
    return False


BESIDE_A_QUESTION = frozenset({"blood-thinner"})
"""What may be told with a question after a result, and both are answered."""

STANDING = frozenset({"still-stands", "so-it-stands", "shown-too"})
"""What is said where a result stands as it was told."""

OF_A_SIDE = frozenset(Aspect) - {Aspect.WHAT_IT_IS, Aspect.ANSWER}
"""Sides of what was told that are asked about by no name: what caused it, how long it takes."""

ASKED_OF_CARE = frozenset({"why_care", "can_wait", "other_fits"})
"""Commands that ask about what was told, and can be answered behind anything."""


def beside_an_answer(state: State | None, heard: Heard) -> tuple[Heard, Heard] | None:
    """The yes or no to an offer after a result by itself, and the question that was put with it."""
    if (
        state is None
        or state.pending not in passed_over.OFFERS
        or heard.answer not in {"yes", "no"}
    ):
        return None
    if heard.beside:
        return replace(heard, asks=False, beside=(), **NOTHING, **NOT_ASKED), heard.beside[0]
    if heard.answer == "yes" and state.pending == "offer-routine":
        return None  # "Okay, can I play tennis" takes in no more than what was told.
    told = {id for id in heard.findings if not set(heard.origin.get(id, (-1,))) <= _asked_of(heard)}
    of_a_side = heard.answer == "no" and heard.aspect in OF_A_SIDE
    if heard.danger or told or not (_asks_of_the_result(heard) or of_a_side):
        return None
    alone = replace(heard, asks=False, findings={}, puts_off=None, **NOTHING, **NOT_ASKED)
    return alone, replace(heard, answer=None)


def _asked_of(heard: Heard) -> set[int]:
    """The words that name what is asked about."""
    return {*heard.origin.get("topic", ()), *heard.origin.get("practical", ())}


def beside_what_is_put_right(state: State | None, heard: Heard, event: Event) -> Heard | None:
    """The question beside what is put right after a result: "I don't limp, can I run?"; or beside
    a medicine that is told with it: "I'm on warfarin, can I have ibuprofen?".
    """
    if state is None or state.result is None or state.pending not in AFTER_RESULT:
        return None
    if not isinstance(event, Described) or not (event.absent or event.present):
        return None
    if not {*event.present} <= BESIDE_A_QUESTION:
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


def is_answered_beside(event: Event) -> TypeGuard[Said | Asked | Inquired]:
    """Whether a question can be answered beside something else: what nothing answers is not."""
    if isinstance(event, Said):
        return event.what in ANSWERED_BESIDE
    return isinstance(event, Asked | Inquired)


def stands(before: State | None, taken: Reply) -> State | None:
    """The state in which the question is answered: that after the answer, but in no set."""
    after = taken.state if isinstance(taken, Asking) else None
    asks = after is not None and after.pending in {*SCREENING, *AFTER_RESULT, "question"}
    return after if asks else before


def joined(knowledge: Knowledge, event: Event, taken: Reply, asked: Reply) -> Reply:
    """The reply to a yes or no, or to what is put right, after a result, with what is said to the
    question beside it: before what a yes brings, and behind what is said of what is put right.

    A result that follows comes alone. What was turned down is not offered again.
    """
    if event == Answered(Answer.NO) and isinstance(asked, Asking):
        return passed_over.let_go(knowledge, asked)
    if not isinstance(taken, Asking):
        return taken
    of_what_is_right = isinstance(event, Described)
    stands = taken.result is None or any(act.id in STANDING for act in taken.said)
    if of_what_is_right and not stands:
        return replace(taken, said=(*taken.said, Act("rest-later")))
    if not isinstance(asked, Asking):
        return taken
    if of_what_is_right:
        told, new = taken.said, [act for act in asked.said if act not in taken.said]
        if isinstance(event, Described) and event.present:
            # What was told leaves the advice, and the answer counts.
            told = tuple(act for act in told if act.id in {"noted", "to-safety-today"})
            new = [act for act in new if act.id != "because"]
        return replace(taken, said=(*told, *new))
    if taken.result is not None or asked.result is not None:
        return taken
    talk = asked.state.talk
    return replace(taken, said=(*asked.said, *taken.said), state=replace(taken.state, talk=talk))


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
