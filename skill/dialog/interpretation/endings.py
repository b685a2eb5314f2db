"""What is wished or asked at the end: to wait with the visit, to play on, what else it is, bye."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog.care import URGENT
from skill.dialog.events import Asked, Event, Said
from skill.dialog.state import AFTER_RESULT, State
from skill.dialog.wishes import body_parts, giving_way
from skill.interview import onset
from skill.interview.answers import is_yes
from skill.library.types import Aspect, Library
from skill.understanding.heard import FAREWELL, Heard
from skill.understanding.topics.general_topics import GENERAL_TOPICS

RUNNING = GENERAL_TOPICS[Aspect.RUNNING]
"""The topic of running, which is heard of other sports too."""
ON_THE_WAY = frozenset(
    {
        *(None, FAREWELL, "getting-there", "while-you-wait", "whom-to-call", "recovery-time"),
        *("food-and-drink", "ice-or-heat", "raising-it", "nights", "walking-on-it"),
        "breastfeeding",
    }
)
"""What is practical and heard beside a wish to wait, which counts first."""


def put_off(library: Library, state: State | None, heard: Heard) -> Event | None:
    """After a result, that sport or work comes first, and after an urgent one that the visit waits.

    "I'll go tomorrow" is no goodbye where it is told to be seen today. Nothing grave is lost to it.
    """
    if heard.puts_off is None or state is None or state.pending not in AFTER_RESULT:
        return None
    if state.result is None or heard.practical not in ON_THE_WAY or heard.side is not None:
        return None
    if heard.command == "can_wait":  # "Could I leave it for a week" tells no time.
        left = {id: true for id, true in heard.findings.items() if id not in onset.TIMES}
        heard = replace(heard, findings=left)
    if set(heard.danger) - {"call-help"} or giving_way.takes_back(state, heard):
        return None
    if heard.puts_off == "load":
        named = heard.topic is not None and heard.topic in library.topics
        other = named and heard.topic != RUNNING
        return Asked((str(heard.topic),) if other else (), Aspect.RUNNING)
    # "Or just leave it be" ends no talk, and "for a week" tells no time.
    asks = heard.command == "can_wait" or (heard.command == "stop" and heard.asks)
    return Said("can-wait") if state.result.care in URGENT or asks else None


def of_another_part(library: Library, state: State | None, heard: Heard) -> Event | None:
    """After a result, another part of the body in place of the one that was checked."""
    put_right = body_parts.is_put_in_its_place(library, state, heard)
    return Said("other-body-part") if put_right else None


WHO_SEES = frozenset({"when-to-see-a-professional", "what-a-physio-does"})
"""Topics that are heard beside the question why it is to be seen."""


def of_the_result(state: State | None, heard: Heard) -> Event | None:
    """What else it could be, also beside the name that was told ("anything other than shin
    splints"), and why a doctor is to see it. Nothing grave is lost to it.
    """
    if state is None or state.result is None or heard.danger or state.pending not in AFTER_RESULT:
        return None
    urgent = state.result.care in URGENT and not _tells_news(state, heard)
    if heard.command == "other_fits" and (urgent or heard.topic in {None, *state.result.matches}):
        return Said("other-fits")
    if heard.command != "why_care" or heard.topic not in {None, *WHO_SEES}:
        return None
    if any(not (true and is_yes(state.given, id)) for id, true in heard.findings.items()):
        return None
    return None if giving_way.takes_back(state, heard) else Said("why-care")


def of_another_name(library: Library, state: State | None, heard: Heard) -> Event | None:
    """Why it is not something else, by its name: "why isn't it gout", "are you sure it isn't".

    What it was said to fit is asked about by the same words, and answered by its reasons. Where it
    is urgent nothing is named, and what is dangerous has to be ruled out.
    """
    told = state.result if state is not None else None
    if state is None or told is None or state.pending not in AFTER_RESULT or heard.danger:
        return None
    if heard.command not in {"why_think", "other_fits"} or heard.topic not in library.topics:
        return None
    if heard.topic in {*told.matches, *WHO_SEES} or _tells_news(state, heard):
        return None
    if told.care in URGENT:
        return Said("other-fits")
    return Asked((str(heard.topic),), Aspect.WHAT_IT_IS, confirms=True)


BEGINNING = 3
"""So many words in, a no answers nothing any more: "it does go numb, but not now"."""


def no_of_something_else(state: State | None, heard: Heard) -> Event | None:
    """A no after a result that is of what was told and not read, or a sigh: it ends no talk."""
    if state is None or state.result is None or state.pending not in AFTER_RESULT:
        return None
    at = heard.origin.get("answer", ())
    told = heard.findings or heard.danger or heard.practical or heard.side or heard.command
    if heard.answer != "no" or not at or told:
        return None
    if heard.feeling == "worried":
        return Said("feels-worried")  # "No, that's awful."
    inside = at[0] >= BEGINNING and at[-1] < len(heard.words.split()) - 1
    return Said("not-understood") if inside or heard.moves else None


def goodbye_of(state: State | None, heard: Heard) -> Event | None:
    """A goodbye at the list of routines, beside what is turned down: "none of them, bye"."""
    at_the_list = state is not None and state.pending == "choose-routine"
    if not at_the_list or heard.practical != FAREWELL or heard.answer == "yes":
        return None
    return None if heard.findings or heard.danger or heard.routine else Said("stop")


def _tells_news(state: State, heard: Heard) -> bool:
    """Whether something is told that is new, outside of the words of a command."""
    words = {*heard.origin.get("command", ())}
    return any(
        not {*heard.origin.get(id, (-1,))} <= words
        for id, true in heard.findings.items()
        if not (true and is_yes(state.given, id))
    )


def asks_what_was_told(state: State | None, heard: Heard) -> Event | None:
    """To hear what was taken down, with all that it is asked of: "what did I say about the snap?".

    What is told anew beside it counts more.
    """
    if state is None or heard.command != "what_i_told" or {*heard.danger} - heard.findings.keys():
        return None
    if heard.side not in {None, state.side}:
        return None  # "Did you get that it is the left one?"
    return None if _tells_news(state, heard) else Said("what-i-told")


TRAVEL = "getting-there"
"""The topic how to get there."""

IN_SHORT = "said-simply"
"""The topic that says it in plain words."""


def in_plain_words(state: State | None, heard: Heard) -> Event | None:
    """What was named, asked for in plain words after a result that is not urgent: what it is."""
    if state is None or state.result is None or state.pending not in AFTER_RESULT:
        return None
    asks = heard.aspect == Aspect.WHAT_IT_IS or heard.command == "why_think"
    asks = asks or (heard.wants_verdict and heard.command != "repeat")
    # "I don't know what that is": of no exercise, where none is on.
    asks = asks or (heard.asks and heard.command == "which_exercise")
    named = state.result.matches[:1] if state.result.care not in URGENT else ()
    plain = heard.practical == IN_SHORT and asks and not heard.danger
    return Asked(named, Aspect.WHAT_IT_IS) if named and plain else None


def has_a_lift(state: State | None, heard: Heard) -> Event | None:
    """Thanks after a result, and who takes them there: that is a goodbye, and asks for no lift."""
    settled = heard.practical == TRAVEL and heard.feeling == "grateful" and not heard.asks
    if state is None or state.pending not in AFTER_RESULT or not settled:
        return None
    told = heard.findings or heard.danger or heard.command or heard.puts_off
    return None if told else Said("stop")
