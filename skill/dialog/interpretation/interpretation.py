"""What was heard → one event, in the light of the state; the gravest meaning comes first."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.precautions import ADULT_FROM, CHANGES_NOTHING
from skill.dialog import medicines
from skill.dialog.answers import first_aid
from skill.dialog.care import URGENT
from skill.dialog.events import (
    Answered,
    Aside,
    Asked,
    Counted,
    Described,
    Event,
    Inquired,
    Said,
    Together,
)
from skill.dialog.interpretation import asides, earlier_pain, endings, inquiries
from skill.dialog.interpretation.sensations import elsewhere, felt, left_undone, on_the_bone, rated
from skill.dialog.interpretation.statements import described, is_lower, told_in
from skill.dialog.state import AFTER_RESULT, EXERCISING, State
from skill.dialog.wishes import (
    bare_wishes,
    command_asides,
    exercise_wishes,
    giving_way,
    mishearings,
    no_pain,
    reminder_wishes,
    wishes,
)
from skill.dialog.wishes.remarks import FEELINGS
from skill.interview.answers import YOUNG, can_be_answered, is_yes
from skill.library.types import Aspect, Care, Library, Words
from skill.understanding.heard import FAREWELL, LEAVING, OLDEST, Heard
from skill.understanding.topics.general_topics import GENERAL_TOPICS


def event_of(library: Library, words: Words, state: State | None, heard: Heard) -> Event | Together:
    """One event with all that was said; `Said("not-understood")` where nothing was.

    What is asked or commanded beside an answer goes along with it.
    """
    if (parts := asides.parted(state, exercise_wishes.without_place(library, heard))) is not None:
        told, *others = (_event_of(library, words, state, part) for part in parts)
        first, own = _apart(told)
        besides = (*own, *(one for one in others if isinstance(one, Aside)))
        besides = tuple(one for one in besides if one != Said("not-understood"))
        if besides and asides.stands_beside_others(first):
            return Together(first, besides)
        if not others:
            return told
    if (agreed := asides.beside_an_answer(state, heard)) is not None:
        answered, asked = (_apart(_event_of(library, words, state, part))[0] for part in agreed)
        if isinstance(answered, Answered) and asides.is_answered_beside(asked):
            return Together(answered, (asked,))
    event = _event_of(library, words, state, heard)
    if isinstance(event, Together):
        return event
    alone = asides.beside_what_is_put_right(state, heard, event)
    if alone is not None:
        asked, _ = _apart(_event_of(library, words, state, alone))
        if not asides.is_answered_beside(asked):
            return event
        if isinstance(event, Described):
            event = replace(event, beside=replace(event.beside, asks=False))
        return Together(event, (asked,))
    return _with_another(library, state, heard, event)


def _apart(told: Event | Together) -> tuple[Event, tuple[Aside, ...]]:
    """What counts first, and what was said beside it."""
    return (told.first, told.besides) if isinstance(told, Together) else (told, ())


def _with_another(library: Library, state: State | None, heard: Heard, event: Event) -> Event:
    """A question after a result, with the topic of another that was put in the same breath."""
    if not isinstance(event, Asked | Inquired) or state is None or state.result is None:
        return event
    answered = event.topics if isinstance(event, Asked) else (event.topic,)
    if isinstance(event, Asked) and not answered:
        answered = (GENERAL_TOPICS.get(event.aspect, ""),)
    others = (id for id in heard.topics_asked if id in library.topics and id not in answered)
    return replace(event, also=next(others, None))


def _event_of(
    library: Library, words: Words, state: State | None, heard: Heard
) -> Event | Together:
    return (
        endings.asks_what_was_told(state, heard)
        or endings.put_off(library, state, heard)
        or endings.of_another_name(library, state, heard)
        or endings.of_another_part(library, state, heard)
        or endings.of_the_result(state, heard)
        or endings.in_plain_words(state, heard)
        or endings.has_a_lift(state, heard)
        or _too_soon(library, state, heard)
        or _practical(library, state, heard)
        or _first_aid(library, state, heard)
        or mishearings.made_light(library, state, heard)
        or mishearings.taken_back(library, state, heard)
        or _of_oneself(library, state, heard)
        or _danger(library, state, heard)
        or earlier_pain.told(library, state, heard)
        or elsewhere(library, state, heard)
        or on_the_bone(library, state, heard)
        or felt(library, state, heard)
        or left_undone(library, state, heard)
        or rated(library, state, heard)
        or _person(library, state, heard)
        or inquiries.questioned_of(library, state, heard)
        or reminder_wishes.reminder_of(state, heard)
        or inquiries.asked_back(library, state, heard)
        or endings.goodbye_of(state, heard)
        or wishes.command_of(library, state, heard)
        or no_pain.told(library, state, heard)
        or _asked(library, words, state, heard)
        or _number(library, state, heard)
        or inquiries.of_known_places(library, state, heard)
        or endings.no_of_something_else(state, heard)
        or told_in(library, heard, state)
        or (Said("other-body-part") if heard.body_part else None)
        or inquiries.practical_left(library, state, heard)
        or inquiries.unknown_of(state, heard)
        or (Said(FEELINGS[heard.feeling]) if heard.feeling else None)
        or Said("not-understood")
    )


TOO_SOON = "too-soon"
"""What is asked before there is a result that tells it: whether it is broken, where to go."""


def _too_soon(library: Library, state: State | None, heard: Heard) -> Event | None:
    """What only the result tells, asked in the middle of the check; what is told goes along.

    At the opening it is asked beside what is told: "my shin hurts, what does that mean".
    """
    if state is None or state.pending not in {"question", "open-question"}:
        return None
    if state.pending == "open-question":
        of_no_topic = heard.asks and heard.topic is None and heard.aspect == Aspect.WHAT_IT_IS
        if not (heard.wants_verdict or of_no_topic) or not any(heard.findings.values()):
            return None
    elif not heard.wants_verdict:
        return None
    if state.workout is not None or state.result is not None or heard.danger:
        return None
    return Inquired(TOO_SOON, described(library, state, heard))


IMAGING = "imaging"
"""The topic of X-rays and scans."""
AFRAID = "being-afraid"
"""The topic of fear itself."""
HOW_LONG = frozenset({"recovery-time", "what-they-will-do"})
"""What is practical and asks for a length of time: healing, or waiting there."""


def _practical(library: Library, state: State | None, heard: Heard) -> Event | None:
    """What to do now, asked after an urgent result, or thanks and goodbye after any.

    What to do if it gets worse is asked after any result, too.

    What is told beside it goes along. Who takes something back asks for nothing yet.
    """
    if heard.practical is None or state is None or state.pending not in AFTER_RESULT:
        return None
    if "self-harm" in heard.danger or giving_way.takes_back(state, heard):
        return None
    if heard.command == "can_wait" and heard.practical in HOW_LONG and heard.topic != IMAGING:
        return None  # "How long have I got before I need to go": it has no time.
    told = inquiries.told_beside(heard, state)
    if heard.practical == FAREWELL:
        return Said("stop") if inquiries.only_leaves(told, heard) else None
    if state.result is None:
        return None
    if heard.practical in LEAVING:
        return Inquired(heard.practical) if inquiries.tells_no_more(told, heard) else None
    if state.result.care not in URGENT and not inquiries.is_answered_at_any_level(heard):
        return None
    if heard.practical == AFRAID and heard.topic not in {None, AFRAID}:
        return None  # "I'm scared it's a clot" is answered by a clot's signs.
    if inquiries.asks_of_a_clot(heard) and state.result.care is not Care.EMERGENCY:
        return None  # By its signs.
    if heard.command == "what_now" and state.result.care is Care.EMERGENCY:
        return None  # "What can I do for it tonight": help comes first.
    described = told_in(library, told) if told.findings else None
    asked = medicines.practical_of(state, heard)
    waits = heard.command == "can_wait" and asked == inquiries.DONE_THERE
    what = heard.aspect == Aspect.WHAT_IT_IS or (heard.wants_verdict and heard.command != "repeat")
    told_of = described if isinstance(described, Described) else None
    return Inquired(str(asked), told_of, waits, asks_what=what)


def _first_aid(library: Library, state: State | None, heard: Heard) -> Event | None:
    """First aid that is asked for where no urgent result stands; what is told beside goes along."""
    topic = heard.practical
    if topic is None or not first_aid.is_of(library, (topic,)) or "self-harm" in heard.danger:
        return None
    if topic == first_aid.BREATH and (state is None or state.result is None):
        return Asked((topic,), Aspect.ANSWER)  # "He isn't breathing" is of nobody's leg.
    of_a_child = _person(library, state, heard)
    told = of_a_child if isinstance(of_a_child, Described) else described(library, state, heard)
    return Asked((topic,), Aspect.ANSWER, told)


def _danger(library: Library, state: State | None, heard: Heard) -> Event | None:
    if "self-harm" in heard.danger:
        return Said("self-harm")
    flags = tuple(id for id in heard.danger if can_be_answered(library, id))
    if flags:
        return told_in(library, heard)
    if heard.danger == ("call-help",) and giving_way.takes_back(state, heard):
        return told_in(library, heard)  # "An emergency? But I have no fever."
    if heard.danger == ("call-help",) and heard.command in command_asides.ASKED_INSTEAD:
        return None  # "Do I really need the hospital?" calls nobody.
    if heard.danger == ("call-help",) or heard.command == "call_help":
        return Said("call-help")
    if "another-in-danger" in heard.danger:
        mine = state is not None and state.workout is not None and not state.for_another
        return Said("another-in-danger" if mine else "emergency")
    if heard.danger == ("passes-blood",):
        return Said("passes-blood")  # For a doctor today, and of no leg.
    return Said("emergency") if heard.danger else None


def _of_oneself(library: Library, state: State | None, heard: Heard) -> Event | None:
    """That it is about who speaks, where somebody else was heard of; what is told goes along."""
    of_age = heard.age is not None and heard.age >= ADULT_FROM and heard.person is None
    if (
        heard.person == "child"
        or state is None
        or not (state.child or state.for_another)
        or not (heard.of_oneself or (of_age and state.child))
    ):
        return None
    return replace(described(library, state, heard) or Described(()), own=True)


def _person(library: Library, state: State | None, heard: Heard) -> Event | None:
    """A child is never coached. Whoever answers for somebody else is heard like that person."""
    if bare_wishes.is_of_the_young(state, heard):
        return Said("young-wish")
    is_child = heard.person == "child" and (heard.age is None or heard.age < ADULT_FROM)
    in_the_check = state is None or state.workout is None
    told = told_in(library, heard) if is_child and in_the_check else None
    if isinstance(told, Described):
        return replace(told, child=True)
    if heard.age is not None and heard.age < ADULT_FROM:
        return Said("child")
    if heard.person == "child" and heard.age is None:
        return Said("child")
    said_of_it = heard.findings.keys() - library.gates.keys() - CHANGES_NOTHING
    known = state is not None and state.child  # "What do I do for his heels till then?"
    known = known or (heard.age is not None and state is not None and state.pending == "question")
    if heard.person is None or known or said_of_it or heard.answer or heard.cleared:
        return None
    if heard.asks_name and heard.topic and state is not None and state.result is not None:
        return None  # "My mum has arthritis, could I have that?"
    return Said("other-person")


def _asked(library: Library, words: Words, state: State | None, heard: Heard) -> Event | None:
    """A question about a topic; in a check with what is told beside it: "no, a clot?"."""
    event = inquiries.topic_of(library, words, state, heard)
    in_the_check = state is not None and state.pending in {"question", "open-question"}
    if not isinstance(event, Asked) or state is None or not in_the_check:
        return event
    return replace(event, told=described(library, state, inquiries.outside_of_topic(heard)))


def _number(library: Library, state: State | None, heard: Heard) -> Event | None:
    if (age := _age_after_all(state, heard)) is not None:
        return told_in(library, replace(heard, age=age, number=None), state)
    if is_lower(state, heard):
        return told_in(library, heard, state)
    in_a_set = state is not None and state.pending in EXERCISING
    asked_for_age = state is not None and state.pending == "safety-person"
    others = heard.findings.keys() - {"under-eighteen", "over-65"}
    if heard.age is not None and asked_for_age and heard.answer is None and not others:
        return Counted(heard.age)
    asked_for_pain = state is not None and state.pending == "how-much-pain"
    if heard.number is None or giving_way.tells_of_danger(library, heard):
        return None
    so = heard.told
    if in_a_set:  # "About a three in my heel."
        so -= exercise_wishes.where(library)
    if so and not asked_for_pain:
        return None
    if heard.findings and state is not None and state.pending == "question":
        return None  # "Nothing at rest, a four": what is denied counts too.
    if state is not None and state.pending == "last-sessions" and heard.hurts:
        return Said("hurts")
    if heard.age is not None and state is not None and state.pending == "question":
        return None
    counts = state is not None and state.pending in {"which-level", "last-sessions"}
    if heard.answer is not None and not (in_a_set or counts):
        return None
    return Counted(heard.number, sessions=heard.sessions)


def _age_after_all(state: State | None, heard: Heard) -> int | None:
    """The age of somebody who was counted young, told as a bare number: "forty-four"."""
    if state is None or state.pending != "question" or not is_yes(state.given, YOUNG):
        return None
    number = heard.number if heard.age is None and not heard.findings else None
    return number if number is not None and ADULT_FROM <= number <= OLDEST else None
