"""What people volunteer: it counts as answers, is spoken back, and the check goes on."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import medicines, question
from skill.dialog.care import URGENT
from skill.dialog.check import (
    check,
    corrections,
    doubts,
    late_places,
    moved_places,
    result,
    second_problem,
    timing,
)
from skill.dialog.check.acknowledgement import acknowledge
from skill.dialog.check.described_answers import (
    PLAINLY_TOLD,
    answers_of,
    grade_of,
    is_unconfirmed,
    plainly_told,
    without_foreign_steps,
    works_out,
)
from skill.dialog.events import Described
from skill.dialog.reply import Act, Asking, Named, Question, Reply
from skill.dialog.state import AFTER_RESULT, State
from skill.dialog.transitions import volunteer, with_answers, with_side
from skill.dialog.wishes import mishearings
from skill.interview import onset, red_flags
from skill.interview.answers import YOUNG, asked_by, is_yes
from skill.interview.assessment import assess
from skill.interview.interview import HOW_IT_BEGAN, Knowledge
from skill.library.types import Answer, Care


def take(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """Take what was volunteered; where it answered nothing twice, go on without an answer."""
    if event.child and not state.child:
        return _told_of_a_child(knowledge, state, event)
    if event.own and (state.child or state.for_another):
        return _told_of_oneself(knowledge, state, event)
    if medicines.is_to_be_named(knowledge.library, state, event):
        return _ask_for_its_name(knowledge, state, event)
    if moved := moved_places.gone(knowledge, state, event):
        return _take_in_its_place(knowledge, state, event, moved)
    event = timing.without_other(knowledge.library, state, medicines.without_some(event))
    if offered := late_places.offer(knowledge, state, event):
        return offered
    event = without_foreign_steps(knowledge.library, state, event)
    reply = _taken(knowledge, state, event)
    after = reply.state
    if after is None:
        return reply
    asked = asked_by(knowledge.library, state.asking)
    told_not = corrections.with_their_bones(knowledge, event)
    plain = plainly_told(event)
    denied = [id for id in told_not if id not in asked and id not in plain]
    back = corrections.denied_flags(knowledge, after, denied)
    asks = corrections.ask_what_is_taken_back(
        knowledge, state, after, told_not, back, guessed=event.guessed
    )
    if asks:
        return asks
    if injury := corrections.injury_taken_back(knowledge, state, after, event.absent):
        return corrections.ask_anew(knowledge, after, (*injury, *back)).after(Act("once-more"))
    urgent = state.result is not None and state.result.care is Care.EMERGENCY
    if urgent or (back and corrections.stands_without(knowledge.library, after, back)):
        back = ()  # Another emergency stands: none goes without a question.
    if back:
        anew = check.go_on(knowledge, with_answers(after, dict.fromkeys(back, Answer.NO)))
        anew = anew.after(*acknowledge(knowledge, state, event))
        return corrections.after_taken_back(knowledge.library, anew, back)
    lighter = corrections.lighter_flags(knowledge, after.given, denied, back)
    if state.result is not None:
        return _after_a_result(knowledge, state, event, reply, lighter)
    if lighter:  # It counts no longer, and is asked again where it matters.
        right = replace(after, given=corrections.reopen(knowledge, after, lighter))
        told = right.result is not None
        reply = (
            check.go_on(knowledge, right) if told else replace(reply, state=right, assessed=None)
        )
        return corrections.after_taken_back(knowledge.library, reply, lighter)
    if any(is_yes(state.given, id) for id in event.absent):
        return reply  # What is put right is no answer that was missed.
    if state.asking is not None and after.asking == state.asking and after.unsure == state.unsure:
        missed = replace(after, misses=state.misses + 1)
        if missed.misses < check.MISSES:
            return _in_other_words(knowledge, state, reply, missed)
        return _left(knowledge, missed).after(*acknowledge(knowledge, state, event))
    return reply


def _in_other_words(knowledge: Knowledge, before: State, reply: Reply, missed: State) -> Reply:
    """The open question once more: it is never put twice in a row in the same words."""
    asked = question.pending(knowledge, before).question
    same = isinstance(reply, Asking) and reply.question == asked
    return replace(
        question.pending(knowledge, missed) if same else reply, said=reply.said, state=missed
    )


def _take_in_its_place(
    knowledge: Knowledge, state: State, event: Described, moved: tuple[str, ...]
) -> Reply:
    """Take a place instead of those that counted, and say so before what comes of it."""
    left = moved_places.without(knowledge, state, moved)
    told = replace(event, moves=False, reply=None, absent=())
    taken = take(knowledge, left, told)
    return corrections.after_taken_back(knowledge.library, taken, moved)


def _after_a_result(
    knowledge: Knowledge, before: State, event: Described, reply: Reply, lighter: tuple[str, ...]
) -> Reply:
    """What was told after a result: it stands, or is told anew. What is taken back is said so."""
    noted = acknowledge(knowledge, before, event)
    counted = (id for id in event.absent if is_yes(before.given, id) and id not in lighter)
    plain = {*PLAINLY_TOLD, *onset.TIMES}  # Noted as such.
    findings = (id for id in counted if id in knowledge.library.findings and id not in plain)
    taken = (*lighter, *findings)
    back = (corrections.said_back(taken),) if taken and before.pending in AFTER_RESULT else ()
    after = reply.state
    assert after is not None
    if lighter:
        right = replace(after, given=corrections.reopen(knowledge, after, lighter))
        reply = check.go_on(knowledge, right).after(*noted)
        after = reply.state
    lower = after is not None and (after.result is None or after.result.care is Care.SAME_DAY)
    if after is not None and lower and (doubted := _said_otherwise(knowledge, before, event)):
        return corrections.ask_anew(knowledge, after, doubted).after(*back, Act("once-more"))
    if after is None or not _changes_nothing(before, after):
        return corrections.after_taken_back(knowledge.library, reply, taken) if back else reply
    stood = replace(after, pending=before.pending)
    told = after.result if event.beside.asks_why or event.absent else None
    why = result.reasons_of_care(knowledge, after, told) if told else ()
    besides = corrections.reasons_beside(knowledge, before.result, after.result)
    urgent = before.result is not None and before.result.care in URGENT
    if event.beside.asks and not why and not urgent:  # "My advice stays" answers nothing.
        asked = question.pending(knowledge, replace(stood, misses=0))
        return asked.after(*back, *noted, Act("unknown-topic"))
    never = () if urgent or taken else _never_counted(knowledge, before, event)
    lead = late_places.lead(knowledge, before.result, event)
    lead = "so-it-stands" if why or never else lead
    otherwise = urgent and why and event.absent and not (taken or event.beside.asks_why)
    besides = (*besides, Act("say-if-wrong")) if otherwise else besides
    return result.stand_by(knowledge, stood, lead).after(*back, *noted, *never, *why, *besides)


MOST_DENIED = 2
"""So much of what never counted is spoken back at once."""


def _never_counted(knowledge: Knowledge, before: State, event: Described) -> tuple[Act, ...]:
    """That what is denied was never taken for so: "but at night there's no pain, I told you"."""
    library = knowledge.library
    known = (id for id in event.absent if id in library.findings or id in library.red_flags)
    denied = [id for id in known if not is_yes(before.given, id) and id not in onset.TIMES]
    if not denied or event.present:
        return ()
    names = {"findings": tuple(Named(id, present=False) for id in denied[:MOST_DENIED])}
    return (Act("never-counted", names=names),)


def _said_otherwise(knowledge: Knowledge, before: State, event: Described) -> tuple[str, ...]:
    """The answer that a result of today rests on, where a no stands beside words of it: "no, it's
    only warm where it's swollen". It is asked once more; an emergency is not.
    """
    told = before.result
    if told is None or told.care is not Care.SAME_DAY or event.reply is not Answer.NO:
        return ()
    decisive = corrections.decisive_answer(knowledge, before)
    return decisive if decisive and {*decisive} <= {*event.present} else ()


def _ask_for_its_name(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """Ask which antibiotic it was, and take what was told beside it first."""
    reply = take(knowledge, state, medicines.without_some(event))
    after = reply.state
    if after is None or medicines.ANTIBIOTIC in after.given or after.workout is not None:
        return reply
    new = len(state.asked)
    left = replace(after, asked=tuple(id for id in after.asked[:new] if id in after.given))
    asks = check.ask(knowledge, left, medicines.ANTIBIOTIC, assess(knowledge.library, left.given))
    return asks.after(*acknowledge(knowledge, state, medicines.without_some(event)))


def _changes_nothing(before: State, after: State) -> bool:
    """Whether a result was told, and what was told since leaves it as it is."""
    told, now = before.result, after.result
    if told is None or now is None or before.pending not in AFTER_RESULT:
        return False
    same = (told.care, told.matches, told.flags[:1]) == (now.care, now.matches, now.flags[:1])
    return same and told.exercise_offered == now.exercise_offered


def _left(knowledge: Knowledge, missed: State) -> Reply:
    """Go on from a question that was put as often as is polite."""
    if doubts.would_be_emergency(knowledge, missed.asking):
        return check.go_on_after_misses(knowledge, missed)
    return check.go_on_without_answer(knowledge, missed, str(missed.asking))


def _told_of_a_child(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """Somebody answers for a child: the questions are put so, and nothing will be coached."""
    minor = replace(volunteer(state, "under-eighteen"), child=True, mine=False)
    only = event.present == ("under-eighteen",) and not event.absent
    if only and state.pending == "open-question":
        return Asking((Act("child"),), Question("open-question"), minor)
    taken = take(knowledge, minor, event)
    after = taken.state
    if after is not None and after.result is not None and after.result.care in URGENT:
        return taken  # That a doctor should look at it is told with that.
    return taken.after(Act("child"))


def _told_of_oneself(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """It was nobody else that was spoken of: all that was told of the leg stays."""
    if not state.child:
        own = replace(state, for_another=False, mine=True)
        if event.present or event.absent or event.since_days or event.course or event.side:
            return take(knowledge, own, event).after(Act("about-you"))
        return question.pending(knowledge, own).after(Act("about-you"))
    given = {id: grade for id, grade in state.given.items() if id != YOUNG}
    asked = tuple(id for id in state.asked if id != YOUNG)
    alarms = tuple(id for id in state.alarms if id != YOUNG)
    own = replace(state, child=False, given=given, asked=asked, alarms=alarms, misses=0)
    tells = event.present or event.absent or event.reply or event.since_days or event.course
    if tells or event.side or own.result is not None:
        reply = take(knowledge, own, event)
    else:
        reply = question.pending(knowledge, own)
    return reply.after(Act("about-you"))


def _taken(knowledge: Knowledge, state: State, event: Described) -> Reply:
    """Take what was volunteered, and the answer that may have come with it.

    An emergency that was only volunteered is asked about before it counts. What is denied is
    taken for findings, and for the flag that is being asked; other flags are still asked. What came
    on gradually came with no injury, where none was told.
    """
    noted = second_problem.note(knowledge, state, event)
    if noted.second != state.second:
        state, event = noted, replace(event, side=None)
    event, doubted = doubts.without_doubtful(knowledge, state, event)
    asked = asked_by(knowledge.library, state.asking)
    counts = {id for id in state.given if is_yes(state.given, id)}
    settled = {id for id in event.present if id in asked or id in counts}
    settled -= mishearings.may_be_harmless(state, event) | ({*event.beside.as_ever} - counts)
    unsure = tuple(id for id in event.present if is_unconfirmed(knowledge, settled, id))
    unsure = red_flags.gravest_first(knowledge.library, (*unsure, *doubted))
    heard = answers_of(knowledge, state, event, asked, unsure)
    if (worked_out := works_out(knowledge, state, settled, heard)) is not None:
        unsure = (*unsure, worked_out)
        heard = answers_of(knowledge, state, event, asked, unsure)
    after = with_answers(timing.noted(with_side(state, event.side), event), heard)
    # What was denied before is open again.
    given = corrections.reopen(knowledge, after, unsure)
    given = corrections.without_spent_gates(knowledge.library, state.given, given)
    alarms = tuple(dict.fromkeys((*after.alarms, *unsure)))
    mine = state.mine or (event.mine and not state.child)
    for_another = (state.for_another or event.for_another) and not mine
    put_again = tuple(id for id in doubted if id in asked and id not in after.unsure)
    unsure_of = (*after.unsure, *put_again)
    thrice = put_again if state.asking in state.unsure else ()  # With others it was put twice.
    unheard = tuple(dict.fromkeys((*after.unheard, *thrice)))
    after = replace(
        after,
        given=given,
        alarms=alarms,
        mine=mine,
        for_another=for_another,
        unsure=unsure_of,
        unheard=unheard,
    )
    reply: Reply
    if timing.is_left_open(state, event, heard):
        reply = question.pending(knowledge, replace(after, misses=state.misses + 1))
    elif state.asking == HOW_IT_BEGAN and after.given != state.given:
        reply = check.go_on(knowledge, after)
    elif (grade := grade_of(state, event, asked, heard)) is not None:
        clear = not event.beside.unclear
        reply = check.take_answer(knowledge, after, grade, understood=clear)
    elif heard or unsure:
        reply = check.go_on(knowledge, after)
    else:
        reply = _asked_again(knowledge, state, event, after)
    return reply.after(*acknowledge(knowledge, state, event))


def _asked_again(knowledge: Knowledge, state: State, event: Described, after: State) -> Reply:
    """The open question once more, after a description that answers nothing."""
    if state.pending == "open-question":
        return Asking((), Question("open-question"), after)
    if state.asking is not None:
        return check.ask_again(knowledge, after)
    kept = timing.noted(state, event) if state.result is not None else after
    return question.pending(knowledge, kept)
