"""What was answered by no plain yes or no, and is put once more in plainer words."""

from __future__ import annotations

from collections.abc import Set

from msgspec.structs import replace

from skill.dialog.events import Answered, Described
from skill.dialog.state import State
from skill.interview import red_flags
from skill.interview.answers import anybody_yes, asked_by, is_among, is_yes, positives_of
from skill.interview.assessment import assess
from skill.interview.interview import Knowledge
from skill.library.types import YESES, Answer, Answers, Care, Library
from skill.understanding.contexts import OF_BREATH


def was_put_again(knowledge: Knowledge, state: State, id: str) -> bool:
    """Whether a question was put once more, by itself or with others at a gate.

    What would be an emergency by itself is put once more by itself.
    """
    if would_be_emergency(knowledge, id):
        return id in state.unsure
    return is_among(knowledge.library, id, state.unsure)


def is_put_a_third_time(knowledge: Knowledge, state: State, id: str) -> bool:
    """Whether what was not understood twice is put once more, as plainly as can be.

    It would make an emergency of what is none, and no such answer does that alone.
    """
    if id in state.unheard or calls_for_emergency(knowledge.library, state.given):
        return False
    return would_complete_emergency(knowledge, state.given, id)


def with_unheard(state: State, id: str, *, understood: bool = False) -> State:
    """The same, and whether the answer that counts to be safe was understood."""
    others = tuple(one for one in state.unheard if one != id)
    return replace(state, unheard=others if understood else (*others, id))


def would_be_emergency(knowledge: Knowledge, id: str | None) -> bool:
    """Whether a yes to this would call for an emergency."""
    flag = knowledge.library.red_flags.get(id or "")
    return flag is not None and flag.care is Care.EMERGENCY


def was_affirmed(knowledge: Knowledge, state: State, id: str) -> bool:
    """Whether a danger was told at any time, be it softly, or as one of those that a question for
    several asks for; not where these, too, were only not understood.
    """
    if id in {*state.alarms, *state.unsure}:
        return True
    return any(
        is_yes(state.given, gate) and gate not in state.unheard
        for gate, one in knowledge.library.gates.items()
        if id in one.opens
    )


def would_complete_emergency(knowledge: Knowledge, given: Answers, id: str) -> bool:
    """Whether a yes to this would call for an emergency, by itself or with what is known."""
    if would_be_emergency(knowledge, id):
        return True
    return calls_for_emergency(knowledge.library, {**given, id: Answer.YES})


def calls_for_emergency(library: Library, given: Answers) -> bool:
    """Whether answers call for an emergency, be it worked out of several of them."""
    return assess(library, given).rank == Care.EMERGENCY.rank


def noted(knowledge: Knowledge, state: State, event: Answered) -> State:
    """The state with a note that what is asked was denied, though softly.

    Without a spoken no it is denied only where nothing that was told speaks for a danger.
    """
    if event.grade is not Answer.NOT_REALLY or state.asking is None:
        return state
    believed = event.only_no and not is_supported(knowledge, state, state.asking)
    if not (event.says_no or believed):
        return state
    return replace(state, denied=tuple(dict.fromkeys((*state.denied, state.asking))))


def is_supported(knowledge: Knowledge, state: State, id: str) -> bool:
    """Whether what was told speaks for a danger that is asked about, which calls for care today.

    It was told itself, or is asked for something else that was told: a fall, a swelling, a calf
    that hurts.
    """
    asked = asked_by(knowledge.library, id)
    if not asked.isdisjoint(state.alarms):
        return True
    known = assess(knowledge.library, state.given).known
    if not anybody_yes(known, _reasons_to_ask(knowledge, asked)):
        return False
    return any(_is_urgent(knowledge, state, one) for one in asked)


def _reasons_to_ask(knowledge: Knowledge, asked: Set[str]) -> set[str]:
    """What is to be told before something is asked, or brings it forward.

    A place is a reason where it is the only one for which that is asked: the calf, for a clot.
    """
    library = knowledge.library
    gates = [gate for id, gate in library.gates.items() if asked & {id, *gate.opens}]
    whens = [gate.when for gate in gates]
    whens += [when for id in asked for when in knowledge.plan.relevance.get(id, ())]
    reasons = {id for gate in gates for id in gate.first_after}
    for when in whens:
        wanted = set(positives_of(when)) if when is not None else set()
        places = wanted & {*library.places, *library.gates}
        reasons |= wanted if len(places) == 1 else wanted - places
    return reasons


def grade_of(knowledge: Knowledge, state: State, event: Answered) -> Answer:
    """The grade of an answer. A yes that is no clear one is none yet: it is asked once more.

    A second soft no is a plain one where the first denied it (`noted`), but for a breath, which may
    be a little short.
    """
    soft = event.grade is Answer.NOT_REALLY and (event.says_no or event.only_no)
    if soft and state.asking in {*state.denied} - OF_BREATH:
        return Answer.NO
    doubted = event.unclear and event.grade in YESES
    if not (doubted and state.asking is not None):
        return event.grade
    third = _may_be_put_a_third_time(knowledge, state, state.asking, event.grade)
    again = _is_question_doubted(knowledge, state, state.asking, third=third)
    return Answer.NOT_SURE if again else event.grade


def without_doubtful(
    knowledge: Knowledge, state: State, event: Described
) -> tuple[Described, tuple[str, ...]]:
    """The same without what is told in no clear words, and what of that to ask by itself.

    Each is asked about once: what is asked now is put more plainly, what is volunteered and would
    be urgent, or was heard at several things twice, is asked by itself. What else the same words
    tell, but for a place, goes with it. What counts already stays so.
    """
    unclear = event.beside.unclear
    if not unclear or state.pending != "question" or state.asking is None:  # As mostly.
        return event, ()
    asked = asked_by(knowledge.library, state.asking)
    flags = knowledge.library.red_flags
    heard = (id for id in event.present if id in unclear and id in flags)
    new = [id for id in heard if not is_yes(state.given, id)]
    third = _may_be_put_a_third_time(knowledge, state, state.asking, event.reply)
    left = tuple(
        id
        for id in new
        if _is_doubted(knowledge, state, id, id in asked, third=third and id == state.asking)
    )
    if asked.isdisjoint(left):
        yes = event.reply in YESES and state.asking in unclear and asked.isdisjoint(event.present)
        again = yes and _is_question_doubted(knowledge, state, state.asking, third=third)
    else:
        again = third or not was_put_again(knowledge, state, state.asking)
    by_itself = tuple(id for id in left if not (again and id in asked))
    gone = {*left, *(unclear if again or by_itself else ())} - knowledge.library.places.keys()
    told = tuple(id for id in event.present if id not in gone or is_yes(state.given, id))
    reply = Answer.NOT_SURE if again else event.reply
    return replace(event, present=told, reply=reply), by_itself


def _may_be_put_a_third_time(
    knowledge: Knowledge, state: State, id: str, reply: Answer | None
) -> bool:
    """Whether the open question is, but for what is so to a degree, which is understood: "only a
    bit bent".
    """
    return reply is not Answer.KIND_OF and is_put_a_third_time(knowledge, state, id)


def _is_question_doubted(knowledge: Knowledge, state: State, id: str, *, third: bool) -> bool:
    """Whether a yes to the open question is to be put once more before it counts."""
    asked = red_flags.is_asked_for_safety(knowledge.library, id)
    return asked and (third or not was_put_again(knowledge, state, id))


def _is_doubted(knowledge: Knowledge, state: State, id: str, asked: bool, *, third: bool) -> bool:
    """Whether a flag is to be asked about before it counts.

    It is asked now, or would be urgent, and was not put once more before; an emergency by itself.
    """
    if would_complete_emergency(knowledge, state.given, id):
        return third or id not in state.unsure
    again = asked and was_put_again(knowledge, state, str(state.asking))
    return not again and id not in state.unsure and (asked or _is_urgent(knowledge, state, id))


def _is_urgent(knowledge: Knowledge, state: State, id: str) -> bool:
    """Whether a yes calls for care today, by itself or with what is known."""
    flag = knowledge.library.red_flags.get(id)
    if flag is not None and flag.care.rank >= Care.SAME_DAY.rank:
        return True
    now = assess(knowledge.library, state.given).rank
    told = assess(knowledge.library, {**state.given, id: Answer.YES}).rank
    return told >= Care.SAME_DAY.rank and told > now
