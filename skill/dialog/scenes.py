"""Which scene replies to an event.

The scenes of exercise come first; to what they leave reply the others, by what happened and by the
question that is open, and at last `commands`, at any time.
"""

from __future__ import annotations

from skill.coaching.progression import SEVERE, WORST
from skill.dialog import commands, question, single_questions
from skill.dialog.answers import second_question, topics, urgent_advice
from skill.dialog.check import check, description, doubts, opening, result, second_problem
from skill.dialog.commands import YES_OR_NO
from skill.dialog.events import (
    Answered,
    Asked,
    Counted,
    Described,
    Event,
    GoesTo,
    Inquired,
    Launch,
    Questioned,
    Rated,
    Said,
    Signed,
    Wants,
)
from skill.dialog.interpretation import asides
from skill.dialog.interpretation.statements import ABOUT_SEVERITY
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
from skill.dialog.state import EXERCISING, SCREENING, State
from skill.dialog.transitions import FRESH
from skill.dialog.wishes import painless_answers
from skill.dialog.workout import exercise
from skill.interview.interview import Knowledge
from skill.library.types import YESES, Answer


def of_exercise(knowledge: Knowledge, state: State | None, event: Event) -> Reply | None:
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


def of_the_rest(knowledge: Knowledge, state: State | None, event: Event) -> Reply:
    """The reply to what no set and no question before exercise takes, by the kind of event."""
    if isinstance(event, Launch):
        return opening.launch(knowledge, state)
    taken_back = faintness.settle(knowledge, state, event)
    taken_back = taken_back or false_yeses.take_back(knowledge, state, event)
    if taken_back is not None:
        return taken_back
    match event if state is None else _answering(knowledge, state, event):
        case Asked(also=also) as asked:
            answered = asides.answer(knowledge, state, asked)
            return second_question.answer_too(knowledge, answered, also)
        case Questioned(findings=findings):
            assert state is not None, "nothing counts before a check"
            return commands.tell_what_was_heard(knowledge, state, findings)
        case Inquired() as inquired:
            assert state is not None, "nothing practical is heard before a check"
            return _inquired(knowledge, state, inquired)
        case Wants() as wish:
            told = painless_answers.noted(knowledge, state, wish)
            return exercise_choice.take_wish(knowledge, told, wish)
        case Described() as described:
            return _described(knowledge, state, described)
        case Rated():
            return overdone.end(knowledge, state or FRESH)
        case Signed(sign=sign):
            return _signed(knowledge, state, sign)
        case Said() as said:
            return commands.reply_to(knowledge, state, said)
        case _ if state is None:
            return opening.launch(knowledge, state)
        case GoesTo():  # It means something in a workout alone.
            return commands.reply_to(knowledge, state, Said("not-understood"))
        case Counted(number=number):
            return _counted(knowledge, state, number)
        case Answered() as answer:
            return _answered(knowledge, state, answer)
    raise AssertionError("reminders take all that is planned and permitted")


PASSES_OVER: tuple[Event, ...] = (Said("skip"), Said("next"), Said("more"))
"""What says yes to going on without an answer: "skip it", "next", "go on"."""


def _answering(knowledge: Knowledge, state: State, event: Event) -> Event:
    """The event, as an answer to the offer that is open where its words come to one."""
    if state.pending == "offer-check" and _declines(event):
        return Answered(Answer.NO)
    goes_on = isinstance(event, Said) and event.what in {"ready", "resume"}
    if goes_on and state.pending in YES_OR_NO:
        return Answered(Answer.YES)
    if state.pending == "skip-offer" and event in PASSES_OVER:
        return Answered(Answer.YES)
    if isinstance(event, Described) and second_problem.is_offered(state):
        event = second_problem.answer_in(knowledge, state, event) or event
    agrees = exercise_choice.agrees(knowledge, state, event)
    return Answered(Answer.YES) if agrees else event


def _described(knowledge: Knowledge, state: State | None, event: Described) -> Reply:
    """What is told: a clinician's word for exercise, or something for the check."""
    if _is_allowed_wish(state, event):
        known = fitness.with_told(state or FRESH, event)
        begun = exercise_choice.take_wish(knowledge, known, Wants(event.beside.routine))
        return begun.after(*fitness.heard_as_allowed(event))
    if state is not None and fitness.tells_who_chooses(state, event):
        told = Said("rules-out", ruled_out=event.beside.ruled_out)
        return commands.reply_to(knowledge, fitness.with_told(state, event), told)
    if state is not None and fitness.is_word_after_a_result(state, event):
        return exercise_choice.take_wish(knowledge, state, Wants())
    if fitness.only_brings_a_word(state, event):
        return exercise_choice.take_wish(knowledge, state, Wants(beside=event.beside))
    take = fitness.take_wished if event.beside.wished else description.take
    taken = take(knowledge, state or FRESH, event)
    answers = event.reply is not None or event.absent != ()
    return commands.with_why(state, taken) if event.beside.asks_why and answers else taken


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


def _inquired(knowledge: Knowledge, state: State, event: Inquired) -> Reply:
    """What to do now; before a result it is too soon to say."""
    if state.result is None:
        return urgent_advice.tell_too_soon(knowledge, state, event)
    answered = urgent_advice.answer(knowledge, state, event)
    return second_question.answer_too(knowledge, answered, event.also)


def _counted(knowledge: Knowledge, state: State, number: int) -> Reply:
    """A number while the check asks about severity tells of it; elsewhere it tells nothing."""
    if state.pending in {"question", "open-question"} and SEVERE <= number <= WORST:
        return description.take(knowledge, state, Described(("severe-pain",)))
    if 0 <= number < SEVERE and state.asking in ABOUT_SEVERITY:
        return description.take(knowledge, state, Described((), ("severe-pain",)))
    return commands.reply_to(knowledge, state, Said("not-understood"))


def _signed(knowledge: Knowledge, state: State | None, id: str) -> Reply:
    """A stop sign without an exercise: what it means is taken, else the check begins."""
    sign = knowledge.library.stop_signs[id]
    raises = sign.raises
    if raises is None and sign.danger and state is not None and (state.asking or state.result):
        told = (Act("danger-stop-breath"), Act("advice", id))
        return question.pending(knowledge, state).after(*told)
    if raises is None:
        return commands.reply_to(knowledge, state, Said("start-check"))
    return description.take(knowledge, state or FRESH, Described((raises,)))


def _answered(knowledge: Knowledge, state: State, event: Answered) -> Reply:
    match state.pending:
        case "question":
            grade = doubts.grade_of(knowledge, state, event)
            understood = not event.unclear or event.grade is Answer.KIND_OF  # "Only a bit bent."
            noted = doubts.noted(knowledge, state, event)
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
