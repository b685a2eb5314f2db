"""The one way through: state and event → reply.

Every state answers every event. The scene of the open question comes first; what it leaves is
answered by `commands`, at any time.
"""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from skill.coaching.progression import SEVERE, WORST
from skill.dialog import commands, question, safeguards, single_questions
from skill.dialog.answers import first_aid, passed_over, second_question, topics, urgent_advice
from skill.dialog.bookmark import bookmark, progress, reminders
from skill.dialog.check import (
    acknowledgement,
    check,
    description,
    doubts,
    impatience,
    opening,
    result,
    second_problem,
)
from skill.dialog.commands import YES_OR_NO
from skill.dialog.events import (
    Answered,
    Aside,
    Asked,
    Counted,
    Described,
    Event,
    GoesTo,
    Inquired,
    Launch,
    Permitted,
    Planned,
    Questioned,
    Rated,
    Said,
    Signed,
    Together,
    Wants,
)
from skill.dialog.interpretation import asides
from skill.dialog.interpretation.statements import ABOUT_SEVERITY
from skill.dialog.memory import Memory
from skill.dialog.preparation import (
    disclosures,
    exercise_choice,
    faintness,
    false_yeses,
    fitness,
    overdone,
    withdrawals,
)
from skill.dialog.reply import Act, Closing, Reply
from skill.dialog.state import AFTER_RESULT, EXERCISING, SCREENING, State, opened, workout_of
from skill.dialog.transitions import FRESH, stop
from skill.dialog.wishes import painless_answers
from skill.dialog.workout import exercise, false_alarms, joining, pain_question, playback
from skill.interview.assessment import Assessment
from skill.interview.interview import Knowledge
from skill.library.types import YESES, Answer


def step(
    knowledge: Knowledge,
    state: State | None,
    heard: Event | Together,
    now: float | None = None,
    memory: Memory | None = None,
    assessed: Assessment | None = None,
) -> Reply:
    """What to say to an event in a state; `state` is None where no conversation is open.

    `now` is when it happened, in seconds since 1970: it tells how far a set has been played.
    `memory` is what is kept of the person, where a deployment keeps anything; what is to be kept
    after it stands in the reply. A reply with an `errand` is made whole by `reminders.finish`.
    `assessed` is what was worked out of the state's answers when it was read.
    """
    event, besides = (heard.first, heard.besides) if isinstance(heard, Together) else (heard, ())
    # What a device could not play was heard by nobody, however late it reports.
    heard_until = None if event == Said("unheard") else now
    found = stop(knowledge.library, state, heard_until) if state else None
    event, aid = first_aid.set_apart(knowledge.library, found, event)
    found, event, back = false_alarms.reply_to(knowledge, found, event)
    reply = back or impatience.reply_to(knowledge, found, event)
    reply = reply or reminders.reply_to(knowledge, found, event)
    if reply is None:
        found = fitness.note(knowledge, reminders.put_aside(found, event), event)
        reply = bookmark.reply_to(knowledge, found, event, memory)
    answer = partial(_answered_to, knowledge)
    found, done, besides = joining.prepared(found, besides, answer)
    coached = None
    if reply is None:
        coached, besides = joining.rated(knowledge, found, event, besides)
        coached = coached or _coached(knowledge, found, event)
    reply = coached or _taken_up(knowledge, reply or _replied(knowledge, found, event))
    talk = joining.Talk(knowledge, found, event, answer)
    reply = _with_others(talk, reply.after(*done), besides)
    reply = first_aid.lead(knowledge.library, reminders.complete(event, reply), aid)
    reply = passed_over.settle(knowledge, found, event, _settled(reply))
    reply = progress.complete(knowledge, found, event, reply, memory)
    kept = safeguards.keep(knowledge, found, event, reply, assessed)
    reply = safeguards.put_off_forbidden(knowledge, safeguards.grant(knowledge, kept))
    return acknowledgement.shortened(pain_question.of_no_sore_spot(knowledge.library, reply))


def _with_others(talk: joining.Talk, taken: Reply, besides: tuple[Aside, ...]) -> Reply:
    """The reply to what counts first, with what is said to all that was said beside it."""
    before = talk.before
    if before is None or before.pending not in AFTER_RESULT:
        return joining.joined(talk, taken, besides)
    for one in besides:
        asked = talk.answer(asides.stands(before, taken), one)
        taken = asides.joined(talk.knowledge, talk.first, taken, asked)
    return taken


def _answered_to(knowledge: Knowledge, state: State | None, event: Event) -> Reply:
    """The reply to what is asked or commanded beside an answer."""
    pressed: Reply | None = impatience.reply_to(knowledge, state, event)
    return pressed or _coached(knowledge, state, event) or _replied(knowledge, state, event)


def _settled(reply: Reply) -> Reply:
    """The reply without what belongs to one question, once another is open.

    That is which of two topics was meant, what may be remembered, and the routines that were told.
    """
    after = reply.state
    if isinstance(reply, Closing) or after is None or after.pending == "which-one":
        return reply
    if after.talk is not None and after.talk.other is not None:
        after = replace(after, talk=None)
    if after.finished is not None and opened(after) != "may-remember":
        after = replace(after, finished=None)
    if after.listed and after.pending != "choose-routine":
        after = replace(after, listed=0, wish=None)
    return replace(reply, state=after)


def _taken_up(knowledge: Knowledge, reply: Reply) -> Reply:
    """The reply to what was asked in passing; a set that was cut off for it goes on."""
    state = reply.state
    if isinstance(reply, Closing) or state is None or state.pending not in EXERCISING:
        return reply
    if not workout_of(state).held:
        return reply
    on = playback.take_up(knowledge, state)
    return replace(reply, said=(*reply.said, *on.said), question=on.question, state=on.state)


def _replied(knowledge: Knowledge, state: State | None, event: Event) -> Reply:
    if isinstance(event, Launch):
        return opening.launch(knowledge, state)
    taken_back = faintness.settle(knowledge, state, event)
    taken_back = taken_back or false_yeses.take_back(knowledge, state, event)
    if taken_back is not None:
        return taken_back
    if isinstance(event, Asked):
        answered = asides.answer(knowledge, state, event)
        return second_question.answer_too(knowledge, answered, event.also)
    if isinstance(event, Questioned):
        assert state is not None, "nothing counts before a check"
        return commands.tell_what_was_heard(knowledge, state, event.findings)
    if isinstance(event, Inquired):
        assert state is not None, "nothing practical is heard before a check"
        if state.result is None:
            return urgent_advice.tell_too_soon(knowledge, state, event)
        answered = urgent_advice.answer(knowledge, state, event)
        return second_question.answer_too(knowledge, answered, event.also)
    if isinstance(event, Wants):
        return exercise_choice.take_wish(
            knowledge, painless_answers.noted(knowledge, state, event), event
        )
    if state is not None and state.pending == "offer-check" and _declines(event):
        return _answered(knowledge, state, Answered(Answer.NO))
    if state is not None and second_problem.is_offered(state) and isinstance(event, Described):
        event = second_problem.answer_in(knowledge, state, event) or event
    if state is not None and exercise_choice.agrees(knowledge, state, event):
        event = Answered(Answer.YES)
    if isinstance(event, Described):
        if _is_allowed_wish(state, event):
            known = fitness.with_told(state or FRESH, event)
            begun = exercise_choice.take_wish(knowledge, known, Wants(event.beside.routine))
            return begun.after(*fitness.heard_as_allowed(event))
        if state is not None and fitness.is_word_after_a_result(state, event):
            return exercise_choice.take_wish(knowledge, state, Wants())
        if fitness.only_brings_a_word(state, event):
            return exercise_choice.take_wish(knowledge, state, Wants(beside=event.beside))
        take = fitness.take_wished if event.beside.wished else description.take
        taken = take(knowledge, state or FRESH, event)
        answers = event.reply is not None or event.absent != ()
        return commands.with_why(state, taken) if event.beside.asks_why and answers else taken
    if isinstance(event, Rated):
        return overdone.end(knowledge, state or FRESH)
    if isinstance(event, Signed):
        return _signed(knowledge, state, event)
    if isinstance(event, Said):
        if event.what in {"ready", "resume"} and state is not None and state.pending in YES_OR_NO:
            return _answered(knowledge, state, Answered(Answer.YES))
        return commands.reply_to(knowledge, state, event)
    if state is None:
        return opening.launch(knowledge, state)
    assert not isinstance(event, Planned | Permitted), "reminders take all of these"
    if isinstance(event, GoesTo):  # It means something in a workout alone.
        return commands.reply_to(knowledge, state, Said("not-understood"))
    if isinstance(event, Counted):
        return _counted(knowledge, state, event)
    return _answered(knowledge, state, event)


def _coached(knowledge: Knowledge, state: State | None, event: Event) -> Reply | None:
    """The reply of the scenes of exercise; None outside of them, and where they leave it to others.

    It is asked first which of two topics was meant.
    """
    if state is None or state.workout is None:
        return None
    if state.pending == "which-one":
        if isinstance(event, Answered | Asked) or event == Said("repeat"):
            return None
        state = topics.waiting_state(state) or state
    before = state.pending in {*SCREENING, *EXERCISING}
    if state.pending in SCREENING:
        event = single_questions.as_told(state, event)
    if before and isinstance(event, Described):
        state, event = fitness.set_aside(state, event)
        if fitness.is_of_the_person(event):
            return fitness.take_of_the_person(knowledge, state, event)
    if state.pending in SCREENING:
        taken_back = withdrawals.take_back(knowledge, state, event)
        if taken_back is not None:
            return taken_back
        return disclosures.reply_to(knowledge, state, event)
    if state.pending in EXERCISING:
        return exercise.reply_to(knowledge, state, event)
    return None


def _is_allowed_wish(state: State | None, event: Described) -> bool:
    """Whether exercise is wished for by who tells of pregnancy or so, and that it was allowed.

    Who opens with that, and tells of nothing that hurts, has come for exercise.
    """
    asks = state is not None and (state.asking is not None or state.result is not None)
    opens = state is None or state.pending == "open-question"
    allowed = event.beside.cleared and (event.beside.wished or opens)
    return allowed and not asks and fitness.is_of_the_person(event)


def _declines(event: Event) -> bool:
    """Whether an offer is turned down: "no thanks", "no, nothing is wrong with my ankle"."""
    if isinstance(event, Described):
        return event.reply is Answer.NO and not event.present
    return event in {Said("skip"), Said("next")}


def _counted(knowledge: Knowledge, state: State, event: Counted) -> Reply:
    """A number while the check asks about severity tells of it; elsewhere it tells nothing."""
    if state.pending in {"question", "open-question"} and SEVERE <= event.number <= WORST:
        return description.take(knowledge, state, Described(("severe-pain",)))
    if 0 <= event.number < SEVERE and state.asking in ABOUT_SEVERITY:
        return description.take(knowledge, state, Described((), ("severe-pain",)))
    return commands.reply_to(knowledge, state, Said("not-understood"))


def _signed(knowledge: Knowledge, state: State | None, event: Signed) -> Reply:
    """A stop sign without an exercise: what it means is taken, else the check begins."""
    sign = knowledge.library.stop_signs[event.sign]
    raises = sign.raises
    if raises is None and sign.danger and state is not None and (state.asking or state.result):
        told = (Act("danger-stop-breath"), Act("advice", event.sign))
        return question.pending(knowledge, state).after(*told)
    if raises is None:
        return commands.reply_to(knowledge, state, Said("start-check"))
    return description.take(knowledge, state or FRESH, Described((raises,)))


def _answered(knowledge: Knowledge, state: State, event: Answered) -> Reply:
    match state.pending:
        case "question":
            grade = doubts.grade_of(knowledge, state, event)
            understood = not event.unclear or event.grade is Answer.KIND_OF  # "Only a bit bent."
            noted = doubts.noted(state, event)
            taken = check.take_answer(knowledge, noted, grade, understood=understood)
            return commands.with_why(state, taken) if event.asks_why else taken
        case "open-question":
            return check.take_open_answer(knowledge, state)
        case "skip-offer":
            return check.answer_skip(knowledge, state, event.grade)
        case "helpline-offer":
            return Closing((Act("self-harm" if event.grade in YESES else "goodbye"),))
        case "go-on" | "offer-check":
            return check.answer_offer(knowledge, state, event.grade)
        case "more-offer" | "check-offer" | "which-one":
            return topics.answer_offer(knowledge, state, event.grade)
        case "offer-routine":
            return exercise_choice.answer_offer(knowledge, state, event.grade)
        case "choose-routine":
            return exercise_choice.answer_choice(knowledge, state, event.grade)
        case "why-offer" | "until-offer" | "repeat-offer" | "what-else":
            return result.answer_offer(knowledge, state, event.grade)
    raise AssertionError(f"{state.pending} is answered in a session")
