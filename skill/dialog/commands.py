"""What people may say at any time, and what is answered where they are."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.answers import care_questions, topics, what_was_told
from skill.dialog.care import URGENT
from skill.dialog.check import check, corrections, opening, result
from skill.dialog.check.opening import name_side
from skill.dialog.events import Asked, Remark, Said
from skill.dialog.misses import not_understood, tell_what_is_grave
from skill.dialog.preparation import exercise_choice
from skill.dialog.reply import Act, Asking, Named, Question, Reply
from skill.dialog.state import AFTER_RESULT, State
from skill.dialog.transitions import FRESH, IDLE, fresh_after, volunteer, with_side
from skill.dialog.wishes import bare_wishes
from skill.dialog.workout import whereabouts
from skill.interview.answers import OLD, YOUNG, asked_by
from skill.interview.interview import HOW_IT_BEGAN, Knowledge
from skill.library.types import Answer, Aspect

Other = Literal["other-body-part", "other-person", "child"]
ALIKE: dict[Remark, Remark] = {
    "next": "skip",
    "previous": "go-back",
    "unheard": "repeat",
    "wrong-side": "change",
    "week-plan": "how-often",
    "in-parts": "repeat",
    "questions-left": "how-many-left",
}
"""Words for a set that mean the same at a question."""
OF_A_SET: tuple[Remark, ...] = (
    *("pause", "wait", "next-set", "slower", "faster", "easier", "harder", "how-many-left"),
    *(
        "how-many-sets",
        "which-exercise",
        "which-side",
        "last-side",
        "one-or-both",
        "only-sore",
        "enough-sets",
        "switch-sides",
        "how-it-feels",
        "which-next",
        "no-counting",
        "longer-rest",
        "worse",
        "same",
        "if-it-hurts",
        "may-stop",
        "should-stop",
        "less-load",
        "sore-after",
        "skip-next",
        "asks-of-it",
        "not-done",
        "done-in-part",
        "stop-later",
    ),
    *("no-equipment", "rules-out", "first-time", "done-before"),
)
"""Words that mean something while a set plays, and nothing at any other time."""
OFFERS = frozenset({"go-on", "offer-check", "may-remember", "skip-offer"})
YES_OR_NO = topics.MORE_OFFERED | AFTER_RESULT | OFFERS
"""The pending questions that "ready" and "go on" say yes to; to a symptom they say nothing."""


def reply_to(knowledge: Knowledge, state: State | None, event: Said) -> Reply:
    """Answer something that is understood in every state."""
    match event.what:
        case "loose-end" if state is not None and state.asking and state.asking in state.asked:
            return question.offer_to_go_on(state)
        case "stop" | "loose-end":
            return result.leave(knowledge, state)
        case "chest-pain":
            urgent = volunteer(state or FRESH, "breathless-or-chest-pain")
            return check.go_on(knowledge, urgent)
        case "self-harm":
            helped = replace(fresh_after(state), pending="helpline-offer")
            return Asking((Act("self-harm"),), Question("helpline-offer"), helped)
        case "call-help" | "emergency" | "passes-blood" as grave:
            return tell_what_is_grave(knowledge, state, grave)
        case "another-in-danger" if state is not None:
            return question.pending(knowledge, state).after(Act("another-in-danger"))
        case "unknown-topic":
            return topics.tell_unknown(knowledge, state)
        case "another-service":
            return topics.tell_of_another_service(knowledge, state)
        case "more" | "what-for" | "which-for-me" | "asks-of-it" | "rules-out" if (
            state is not None
            and (of_the_list := exercise_choice.answer_about(knowledge, state, event))
        ):
            return of_the_list
        case "more":
            return topics.more(knowledge, state)
        case "list-routines":
            return exercise_choice.choose(knowledge, state or FRESH, 0)
        case "start-over":
            return opening.start_check(knowledge, state, None)
        case "hurts" | "start-check":
            return _start_check(knowledge, state, event)
        case "no-exercise" if state is not None:
            return _no_exercise(knowledge, state)
        case "other-body-part" | "other-person" | "child" as other:
            return _somebody_or_something_else(knowledge, state, other)
        case "young-wish":
            return _young_wish(knowledge, state)
    if state is None and event.what == "ready":
        return opening.start_check(knowledge, None, None)
    if state is None and event.what == "how-often":
        return _in_context(knowledge, FRESH, event)
    if state is None:
        return opening.launch(knowledge, None)
    alike = ALIKE.get(event.what, event.what)
    return _in_context(knowledge, state, replace(event, what=alike))


def _start_check(knowledge: Knowledge, state: State | None, event: Said) -> Reply:
    """Asked to check at the open question, ask step by step; later, go on where it stood."""
    side = name_side(event.side)
    if state is not None and state.pending == "open-question":
        going_on = check.go_on(knowledge, with_side(state, event.side))
        return going_on.after(*side, Act("step-by-step"))
    if event.what == "hurts" and state is not None and state.pending in AFTER_RESULT:
        return result.stand_by(knowledge, state)  # That it hurts is known, and no new wish.
    if state is None or state.result is not None or not state.asked:
        return opening.start_check(knowledge, state, event.side)
    otherwise = question.in_other_words(with_side(state, event.side))
    return check.ask_again(knowledge, otherwise).after(*side)


def _no_exercise(knowledge: Knowledge, state: State) -> Reply:
    """No exercise is wanted: a wish for it is dropped, an offer of it declined, and on it goes."""
    if state.pending == "offer-routine":
        return exercise_choice.answer_offer(knowledge, state, Answer.NO)
    if state.pending == "choose-routine":
        return exercise_choice.answer_choice(knowledge, state, Answer.NO)
    return question.pending(knowledge, replace(state, wish=None)).after(Act("no-exercise"))


def _somebody_or_something_else(knowledge: Knowledge, state: State | None, what: Other) -> Reply:
    stood = state or IDLE
    if what == "child":
        stood = volunteer(stood, YOUNG)
        # A child is not over sixty-five: no way leads back to that question.
        stood = replace(stood, asked=tuple(id for id in stood.asked if id != OLD))
        of_age = {"person", YOUNG, OLD} & {stood.asking, *asked_by(knowledge.library, stood.asking)}
        if of_age or stood.result is not None:
            return check.go_on(knowledge, stood).after(Act("child"))
    if what == "other-person":
        stood = question.in_other_words(replace(stood, for_another=not stood.mine))
    if stood.pending == "open-question":
        stood = replace(stood, pending="offer-check")
    return question.pending(knowledge, stood).after(Act(what))


def _young_wish(knowledge: Knowledge, state: State | None) -> Reply:
    """What somebody under eighteen may do; in the middle of a check their age alone counts."""
    opens = state is None or (state.pending in bare_wishes.OPENS and not state.asked)
    if not opens:
        return _somebody_or_something_else(knowledge, state, "child")
    young = replace(volunteer(state or IDLE, YOUNG), pending="offer-check")
    return question.pending(knowledge, young).after(Act("no-coach-yet"))


def _in_context(knowledge: Knowledge, state: State, event: Said) -> Reply:
    match event.what:
        case "repeat":
            return _repeat(knowledge, state)
        case "volume":
            return _repeat(knowledge, state).after(Act("volume"))
        case "go-back":
            return check.go_back(knowledge, state, "going-back")
        case "change":
            return _change(knowledge, state)
        case "skip":
            return _skip(knowledge, state)
        case "why" | "skip-questions":
            return _why_asked(knowledge, state)
        case "reasons" | "what-now" if event.what == "reasons" or state.result is None:
            return _reasons(knowledge, state)
        case "can-wait":
            by_level = care_questions.tell_by_level(knowledge, state, care_questions.WAIT)
            return by_level or topics.answer(knowledge, state, Asked((), Aspect.WHEN_TO_BE_SEEN))
        case "what-now":
            return result.what_now(knowledge, state)
        case "why-care":
            return care_questions.tell_why(knowledge, state)
        case "other-fits":
            return _other_fits(knowledge, state)
        case "said-otherwise" if state.result is not None:
            return care_questions.tell_what_holds(knowledge, state, state.result)
        case "help":
            return question.pending(knowledge, state).after(Act(question.HELP[state.pending]))
        case "resume" if state.talk is not None:
            return topics.more(knowledge, state)
        case "what-i-told":
            return what_was_told.tell(knowledge, state)
        case "told-already":
            return question.pending(knowledge, state).after(Act("told-already"))
        case "briefer":
            brief = replace(state, brief=True)
            return question.pending(knowledge, brief).after(Act("briefer-here"))
        case "how-often" | "which-week" as about_it:
            answer = whereabouts.of_routine(knowledge, state, about_it, event.routine)
            return question.pending(knowledge, state).after(answer)
        case "next-time":
            return question.pending(knowledge, state).after(Act("next-time"))
        case "own-dose":
            return question.pending(knowledge, state).after(Act("own-protocol"))
        case "ready" if state.pending == "open-question":
            return check.go_on(knowledge, state).after(Act("step-by-step"))
        case (
            "feels-worried"
            | "feels-weary"
            | "feels-longing"
            | "feels-ashamed"
            | "feels-grateful"
            | "feels-impatient"
        ) as feels:  # It is taken up in a word, and what was asked is asked again.
            return question.pending(knowledge, state).after(Act(feels))
        case "ready" | "resume" | "which-question":
            return question.pending(knowledge, state)
        case "how-to" if state.result is not None:  # "Should I use crutches?" asks of no set-up.
            return topics.tell_unknown(knowledge, state)
        case "how-to":
            return _repeat(knowledge, state)
        case what if what in OF_A_SET:
            return question.pending(knowledge, state).after(Act("nothing-to-pause"))
    return not_understood(knowledge, state)


def _change(knowledge: Knowledge, state: State) -> Reply:
    """Answer the last question anew; after an urgent result, the one that the care rests on."""
    told = state.result
    ids = corrections.decisive_answer(knowledge, state)
    if told is None or not ids or told.care not in URGENT:
        at_first = state.pending == "question" and {*state.asked} <= {state.asking}
        if at_first and (volunteered := corrections.volunteered(knowledge, state)):
            return tell_what_was_heard(knowledge, state, volunteered)
        if told is not None and state.pending in AFTER_RESULT:
            return what_was_told.tell(knowledge, state)  # What is wrong of it can be said then.
        return check.go_back(knowledge, state, "changing")
    return corrections.ask_anew(knowledge, state, ids).after(Act("changing"))


def tell_what_was_heard(knowledge: Knowledge, state: State, findings: tuple[str, ...]) -> Reply:
    """What counts as somebody told it, and that they may say how it is."""
    heard = Act("heard-so", names={"findings": tuple(Named(id) for id in findings)})
    return question.pending(knowledge, state).after(heard)


def _repeat(knowledge: Knowledge, state: State) -> Reply:
    if state.result is None or state.pending not in AFTER_RESULT:
        return question.pending(knowledge, state)
    if state.pending == "repeat-offer":
        return result.say_again(knowledge, state, state.result)
    if state.pending == "until-offer" and state.result.matches:
        return result.why(knowledge, state)
    if state.pending == "what-else":
        return result.what_now(knowledge, state)
    return result.retell(knowledge, state, state.result)


def _skip(knowledge: Knowledge, state: State) -> Reply:
    if state.pending == "choose-routine":
        return exercise_choice.choose(knowledge, state, state.listed)
    if state.pending in topics.MORE_OFFERED:
        return topics.answer_offer(knowledge, state, Answer.NO)
    if state.result is not None:
        return result.leave(knowledge, state)
    return check.skip(knowledge, state)


def _why_asked(knowledge: Knowledge, state: State) -> Reply:
    if state.result is not None:
        return result.why(knowledge, state)
    why = Act("explain", state.asking) if state.asking else Act("why-questions")
    asked = question.pending(knowledge, state)
    if state.asking == HOW_IT_BEGAN:  # Whoever asks back may not know what is meant.
        asked = replace(asked, question=Question("ask-plainer", HOW_IT_BEGAN))
    return asked.after(why)


def with_why(before: State | None, taken: Reply) -> Reply:
    """The reply to an answer beside which it was asked why the question is put: that is told."""
    after = taken.state
    if before is None or before.asking is None or before.pending != "question":
        return taken
    told = after is None or after.result is not None
    return taken if told else taken.after(Act("explain", before.asking))


def _other_fits(knowledge: Knowledge, state: State) -> Reply:
    """What else it could be, by the answers so far; before a result none is named."""
    if state.result is not None:
        return result.tell_others(knowledge, state, state.result)
    return question.pending(knowledge, state).after(Act("no-reasons-yet"))


def _reasons(knowledge: Knowledge, state: State) -> Reply:
    if state.result is not None:
        return result.why(knowledge, state)
    return question.pending(knowledge, state).after(Act("no-reasons-yet"))
