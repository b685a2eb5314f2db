"""Heard questions as events: about a topic, an aspect of it, or something that nobody wrote of."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.precautions import CHANGES_NOTHING, needs_clearance
from skill.dialog import medicines
from skill.dialog.answers.named import GENERAL, TORN_OR_BROKEN
from skill.dialog.events import Asked, Event, Inquired, Questioned, Said
from skill.dialog.state import AFTER_RESULT, SAFETY, State
from skill.dialog.wishes import giving_way
from skill.interview.answers import is_yes
from skill.interview.interview import HOW_IT_BEGAN
from skill.library.types import Aspect, Care, Library, Words
from skill.understanding.contexts import REGIONS
from skill.understanding.heard import OF_A_BLEED, Heard
from skill.understanding.topics.general_topics import GENERAL_TOPICS

NO_RUNNER = "not-a-runner"
"""The finding of whoever does not run."""
OF_RUNNING = frozenset({"running-while-it-hurts", "mileage"})
"""Topics on running in general, of which a routine that is on knows more."""

DONE_THERE = "what-they-will-do"
"""What is practical and asks what is done where it is seen."""

CLOT = "blood-clot"
"""The topic of the signs of a clot."""

MEANWHILE = "while-you-wait"
"""What is practical and asks what to do until it is seen."""

TOLD_OF_SOMEBODY = frozenset({"checking-the-breath", "keeping-warm"})
"""What is practical and told rather than asked: a faint, a shiver."""

OF_A_COURSE = frozenset({"getting-worse", "getting-better", "comes-and-goes"})
"""Findings that are told by which way it goes."""

AT_ANY_LEVEL = frozenset(
    {
        *("if-it-gets-worse", "if-it-eases", "how-serious", "where-to-be-seen"),
        *("what-to-tell-them", "stretching", "rubbing-it", "raising-it"),
    }
)
"""What is practical and is answered after every result: each level has an answer of its own.

"Why not give it a good rub" asks for no cream, and "give it a stretch" begins no exercise.
"""


def is_answered_at_any_level(heard: Heard) -> bool:
    """Whether what is practical is answered after a result that is not urgent, too.

    "What happens when I get there" is: by its words alone it would ask for a cause.
    """
    there = heard.practical == DONE_THERE and heard.asks
    only_there = there and heard.topic is None and heard.command is None
    return only_there or heard.practical in AT_ANY_LEVEL


def _is_coached(state: State | None) -> bool:
    return state is not None and state.workout is not None and state.workout.steps != ()


def asks_of_a_clot(heard: Heard) -> bool:
    """Whether it is asked whether it is a clot: in an emergency whoever sees it can tell, else the
    signs are told.
    """
    return heard.practical == DONE_THERE and heard.topic == CLOT


def _asks_when_to_run(state: State | None, topic: str | None, aspect: Aspect) -> bool:
    """Whether it is asked when to run again, of a routine or a result."""
    known = state is not None and (state.workout is not None or state.result is not None)
    return known and topic == GENERAL_TOPICS[Aspect.RUNNING] and aspect is Aspect.WHEN_TO_BE_SEEN


def questioned_of(library: Library, state: State | None, heard: Heard) -> Event | None:
    """A question why something is said of somebody that counts so far; not in a workout.

    A part of the leg that is only named with a condition has nothing to be said of: "why shin
    splints and not a stress fracture".
    """
    if state is None or state.workout is not None:
        return None
    asked = (id for id in heard.questioned if heard.findings.get(id) is not False)
    ids = tuple(id for id in asked if is_yes(state.given, id) and id not in library.gates)
    return Questioned(ids) if ids else None


def topic_of(library: Library, words: Words, state: State | None, heard: Heard) -> Event | None:
    """A question about a topic; about two where the name stands for two, or about "it".

    At a safety question an answer or a finding is never lost to a question that names nothing
    ("not that I've noticed, why is that bad"), nor to a name that asks nothing ("at the gym"). What
    may be grave is lost to no question at all.
    """
    if (heard.topic is None and heard.aspect is None) or heard.command == "start_exercise":
        return None
    if state is not None and state.result is not None and giving_way.takes_back(state, heard):
        return None
    if heard.findings.get(NO_RUNNER) and heard.topic is None and not heard.asks:
        return None  # "I don't run at all, you know" asks for no advice on it.
    in_the_check = state is not None and (state.pending == "question" or state.pending in SAFETY)
    if in_the_check and giving_way.takes_back(state, heard) and _names_what_is_denied(heard):
        return None  # "It isn't numb, can I still run?": that asks nothing of numbness.
    asks_of_it = heard.topic is not None and bool(heard.asks or heard.aspect)
    if in_the_check and not asks_of_it and (heard.answer or any(heard.findings.values())):
        return None
    offered = state is not None and state.pending in {"until-offer", "which-one"}
    if offered and heard.topic is None and (heard.answer == "yes" or heard.practical == MEANWHILE):
        return None  # "Yeah, what do I do": it is what was offered.
    if giving_way.tells_of_danger(library, _but_for_the_swelling_asked_about(state, heard)):
        return None  # "Is it normal that my calf is hot?"
    told = heard.told - library.gates.keys()
    told -= CHANGES_NOTHING
    if state is not None and state.result is not None:
        told -= _named(heard)
    if told and (heard.aspect is None or _asks_what_to_do(heard, told)):
        return None
    aspect = Aspect(heard.aspect) if heard.aspect in set(Aspect) else Aspect.WHAT_IT_IS
    told_result = state is not None and state.result is not None
    if heard.topic is None and told_result and heard.practical in TORN_OR_BROKEN:
        return Asked((str(heard.practical),), aspect)  # "What is it, the tendon is broken?"
    if heard.topic is None and aspect is Aspect.WHAT_IT_IS:
        return Said("unknown-topic")
    of_running = aspect is Aspect.RUNNING and heard.topic in OF_RUNNING and _is_coached(state)
    if of_running or _asks_when_to_run(state, heard.topic, aspect):
        return Asked((), Aspect.RUNNING)  # Of the routine that is on, or of what was told.
    if told_result and heard.topic in GENERAL and aspect in GENERAL.values():
        return Asked((), aspect)  # "Why did I get it, and how long does it last?"
    if heard.topic is None or GENERAL_TOPICS.get(aspect) == heard.topic:
        return Asked((), aspect)
    if heard.topic not in library.topics:
        return Said("unknown-topic")
    spoken = heard.words.split()
    name = " ".join(spoken[at] for at in heard.origin.get("topic", ()) if at < len(spoken))
    asked = words.shared_names.get(name, (heard.topic,))
    return Asked(asked, aspect, confirms=heard.command == "means_name" or heard.asks_name)


def of_known_places(library: Library, state: State | None, heard: Heard) -> Event | None:
    """A question after a result that tells no more than where it hurts: "is it my heart, doing that
    to my leg?". After one that is not urgent, another place may want a check of its own.
    """
    if state is None or state.result is None or not heard.asks or not heard.findings:
        return None
    if heard.answer or heard.side or heard.since_days is not None or heard.course:
        return None
    urgent = state.result.care.rank >= Care.SAME_DAY.rank
    places = all(
        true and (id in REGIONS or (id in library.places and (urgent or is_yes(state.given, id))))
        for id, true in heard.findings.items()
    )
    new = any(id in REGIONS and not _is_known(library, state, id) for id in heard.findings)
    return Said("unknown-topic") if places and (urgent or not new) else None


def _is_known(library: Library, state: State, region: str) -> bool:
    """Whether it is told to hurt in a region, or at one of its places."""
    return any(is_yes(state.given, id) for id in (region, *library.gates[region].opens))


ASKED_BACK_BY = frozenset({"repeat", "how_to", "why_ask"})
"""The commands that a question back may be heard as."""


def asked_back(library: Library, state: State | None, heard: Heard) -> Event | None:
    """A question back at an open question of the check: "what do you mean by begin".

    It is explained, and the question put again. Who says beside it that they don't know, and asks
    why, has answered; so has who tells anything.
    """
    if state is None or state.pending != "question" or not heard.asks:
        return None
    if state.asking not in open_questions(library) or heard.topic or heard.danger:
        return None
    tells = heard.findings or heard.side or heard.since_days is not None or heard.course
    doubts = heard.answer == "not_sure" and heard.command != "why_ask"
    if tells or heard.age is not None or heard.person or not (heard.answer is None or doubts):
        return None
    back = heard.command in ASKED_BACK_BY or (heard.command is None and doubts)
    return Said("why") if back else None


def open_questions(library: Library) -> frozenset[str]:
    """The questions of the check that are answered in free words."""
    choices = {gate.choice for gate in library.gates.values() if gate.choice is not None}
    return frozenset({HOW_IT_BEGAN, *choices})


def practical_left(library: Library, state: State | None, heard: Heard) -> Event | None:
    """What is asked to do now after a result that is not urgent, where nothing else answers it."""
    told = state.result if state is not None else None
    if told is None or state is None or state.pending not in AFTER_RESULT or not heard.asks:
        return None
    return Inquired(heard.practical) if heard.practical in library.topics else None


def unknown_of(state: State | None, heard: Heard) -> Event | None:
    """A question after a result that nothing answers: its words arrived, and that is said.

    "Great, just what I needed" asks nothing.
    """
    told = state is not None and state.result is not None
    return Said("unknown-topic") if told and heard.asks and heard.feeling is None else None


def told_beside(heard: Heard, state: State) -> Heard:
    """What is told that is new and stands outside of the words of a practical question.

    "How do I get to the toilet" tells of no bladder; who asks of a medicine takes it, who asks
    how a bleed is stopped bleeds, and "he's passed out" and "she's shivering" are told.
    """
    takes = heard.practical in {medicines.OWN, *medicines.OF_THE_ANTIBIOTIC}
    bleeds = heard.practical in OF_A_BLEED
    sticks_out = heard.practical == "covering-a-wound" and "open-wound" in heard.danger
    tells = takes or bleeds or sticks_out or heard.practical in TOLD_OF_SOMEBODY
    words = set() if tells else set(heard.origin.get("practical", ()))
    new = {
        id: true
        for id, true in heard.findings.items()
        if true and not is_yes(state.given, id) and not set(_words_of(heard, id)) <= words
    }
    danger = tuple(id for id in heard.danger if id in new)
    return replace(heard, findings=new, danger=danger, answer=None)


def _words_of(heard: Heard, id: str) -> tuple[int, ...]:
    """The words that tell a finding; a course tells some of them."""
    told = heard.origin.get(id)
    return told or (heard.origin.get("course") if id in OF_A_COURSE else None) or (-1,)


def _named(heard: Heard) -> set[str]:
    """Findings that are no more than the name of what is asked about: "is it my Achilles?"."""
    name = set(heard.origin.get("topic", ()))
    return {id for id in heard.findings if set(_words_of(heard, id)) <= name}


def _but_for_the_swelling_asked_about(state: State | None, heard: Heard) -> Heard:
    """What is told without a swelling that is only asked about after a result, and its course."""
    if state is None or state.result is None:
        return heard
    asked = _named(heard) & {"swelling", *OF_A_COURSE}
    left = {id: true for id, true in heard.findings.items() if id not in asked}
    return replace(heard, findings=left)


def _names_what_is_denied(heard: Heard) -> bool:
    """Whether the name of a topic stands in words of a denial."""
    name = set(heard.origin.get("topic", ()))
    return bool(name) and any(not heard.findings[id] for id in _named(heard) | _within(heard, name))


def _within(heard: Heard, name: set[int]) -> set[str]:
    """Findings whose words hold those of a name."""
    return {id for id in heard.findings if name <= set(heard.origin.get(id, ()))}


def outside_of_topic(heard: Heard) -> Heard:
    """What is told outside of the name of what is asked about."""
    named = _named(heard)
    return replace(
        heard,
        findings={id: true for id, true in heard.findings.items() if id not in named},
        danger=tuple(id for id in heard.danger if id not in named),
    )


def _asks_what_to_do(heard: Heard, told: set[str]) -> bool:
    """Whether exercises are asked for beside what needs a clinician's word before them."""
    lists = heard.command == "list_exercises" or heard.aspect == Aspect.REHAB
    return lists and needs_clearance(tuple(told), heard.since_days)


LEFT_WITH = frozenset({None, "stop", "cancel", "resume", "ready", "call_help"})
"""What thanks and a goodbye may be heard as besides: "okay, I'll call them, thank you"."""


def only_leaves(told: Heard, heard: Heard) -> bool:
    """Whether somebody says thanks or goodbye and no more.

    "Yes, thank you" wants what is offered.
    """
    agrees = heard.answer == "yes"
    return tells_no_more(told, heard) and not agrees and heard.command in LEFT_WITH


def tells_no_more(told: Heard, heard: Heard) -> bool:
    """Whether nothing is told beside a goodbye, but that help is called."""
    return not (told.findings or set(heard.danger) - {"call-help"})
