"""What is spoken back of what somebody told, so that what was misheard is heard."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.precautions import CHANGES_NOTHING
from skill.dialog.check import corrections
from skill.dialog.check.described_answers import PLAINLY_TOLD
from skill.dialog.check.opening import SIDES, name_side
from skill.dialog.events import Described
from skill.dialog.reply import Act, Asking, Named, Reply
from skill.dialog.state import State
from skill.interview import onset, red_flags
from skill.interview.answers import asked_by, is_yes
from skill.interview.interview import Knowledge
from skill.library.types import Library

MOST_NOTED = 3
MOST_SPOKEN = 4
"""Names that a reply speaks back, and other things that it says before a question: with seven of
them it took 18 seconds."""
SPEAKS_BACK = frozenset({"taken-back", "noted", "taken-as-yes-to"})
ASKED_ANEW = frozenset({"once-more", "taken-back", "changing", "going-back"})
"""What is said before a question that is asked again, as its answer was taken back."""
PERSONAL = CHANGES_NOTHING - {"new-to-running"}
"""What is told of the person, and needs no speaking back."""
MEANT_BY = {"head-injury": "head-injury-or-drink", "pregnant": "hormones"}
"""What somebody told of, and the wider thing that counts with it: who told of a knock did not tell
of a drink."""


def acknowledge(knowledge: Knowledge, before: State, event: Described) -> tuple[Act, ...]:
    """Speak back what is new in what was understood, so that what was misheard is heard.

    Red flags come first: one that was misheard decides the care.
    """
    library = knowledge.library
    new = [id for id in event.present if not is_yes(before.given, id)]
    if "pain-calf" not in new and not is_yes(before.given, "pain-calf"):
        new = [id for id in new if id != "calf-pain-explained"]
    meant = {MEANT_BY.get(id) for id in new}
    new = [id for id in new if id not in meant]
    flags = [id for id in new if id in library.red_flags and id not in PERSONAL]
    flags = [*red_flags.gravest_first(library, flags)]
    found, places = library.findings, library.places
    told = [id for id in new if (id in places or id in found) and id not in PERSONAL]
    felt = [id for id in told if id not in places] if event.beside.well else told
    named = [*flags, *felt] or told  # Where it gives way it need not hurt.
    gone = [id for id in event.absent if is_yes(before.given, id)]
    back = tuple(id for id in gone if _is_plain(library, before, event, id))
    said = (corrections.said_back(back),) if back else ()
    if not named:
        return (*said, *name_side(event.side))
    findings = tuple(Named(id) for id in named[:MOST_NOTED])
    return (*said, Act("noted", names={"findings": findings}), *name_side(event.side))


def confirming(library: Library, reply: Reply) -> Reply:
    """The reply with a question that only makes sure, where it asks for a flag that was told.

    "Got it, fever. Do you have a fever?" sounds deaf: the flag is named once. What was just taken
    back is asked in its usual words.
    """
    if not isinstance(reply, Asking) or reply.question.id != "ask":
        return reply
    id, state = reply.question.about, reply.state
    if id is None or id != state.asking or id not in state.alarms or id not in library.red_flags:
        return reply
    if any(act.id in ASKED_ANEW for act in reply.said):
        return reply
    said = (_without(act, id) if act.id == "noted" else act for act in reply.said)
    left = tuple(act for act in said if act.id != "noted" or act.names["findings"])
    return replace(reply, said=left, question=replace(reply.question, id="ask-to-confirm"))


def _without(act: Act, id: str) -> Act:
    """The act without one of its names."""
    left = tuple(one for one in act.names["findings"] if one.id != id)
    return replace(act, names={"findings": left})


def shortened(reply: Reply) -> Reply:
    """The reply with fewer names in what it speaks back, where there is too much to listen to.

    The longest list loses its last name, again and again: the gravest come first in each.
    """
    lists = {at: act.names["findings"] for at, act in enumerate(reply.said) if _speaks_back(act)}
    beside = sum(act.id not in SIDES.values() for act in reply.said) - len(lists)
    while beside + sum(map(len, lists.values())) > MOST_SPOKEN:
        at = max(lists, key=lambda at: len(lists[at]), default=None)
        if at is None or len(lists[at]) == 1:
            break
        lists[at] = lists[at][:-1]
    said = (
        replace(act, names={"findings": lists[at]}) if at in lists else act
        for at, act in enumerate(reply.said)
    )
    return replace(reply, said=tuple(said)) if lists else reply


def _speaks_back(act: Act) -> bool:
    return act.id in SPEAKS_BACK and bool(act.names)


def _is_plain(library: Library, before: State, event: Described, id: str) -> bool:
    """Whether what is taken back is so by what was told, and asked for by no question."""
    if id in PLAINLY_TOLD and id != before.asking:
        return True
    if event.corrects_time and id in onset.TIMES and id != "over-two-weeks":
        return True
    if before.result is not None:
        return False  # What is taken back after a result is said with it.
    return id in library.findings and id not in asked_by(library, before.asking)
