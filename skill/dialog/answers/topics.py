"""Questions that the content can answer, at any time, and the way back to what was open."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import selection
from skill.dialog import question
from skill.dialog.answers import care_questions, named
from skill.dialog.care import URGENT
from skill.dialog.check import opening, result
from skill.dialog.events import Asked
from skill.dialog.reply import Act, Named, Reply, naming
from skill.dialog.sayings import Statement
from skill.dialog.state import EXERCISING, Result, SpokenOf, State
from skill.dialog.transitions import FRESH, fresh_after
from skill.interview.interview import Knowledge
from skill.interview.reasons import reasons
from skill.library.types import YESES, Answer, AnswerWords, Aspect, Care
from skill.understanding.topics.general_topics import GENERAL_TOPICS

MORE_OFFERED = frozenset({"more-offer", "check-offer", "which-one"})
"""The questions of a conversation that has nothing else open."""

PAIN_PILLS = "anti-inflammatory-medicine"
"""What answers a question about aspirin and other pills for pain."""


def answer(knowledge: Knowledge, state: State | None, event: Asked) -> Reply:
    """Answer a question about a topic, or about what was spoken of last."""
    topics = event.topics or _spoken_of(knowledge, state, event.aspect)
    state = waiting_state(state)
    if event.confirms and state is not None and state.result is not None:
        confirmed = _confirm(knowledge, state, state.result, topics)
        if confirmed is not None:
            return confirmed
    if state is not None and (of_a_name := named.what_it_is(knowledge.library, state, topics)):
        return _back(knowledge, state, None).after(*of_a_name)
    if not topics and event.aspect in GENERAL_TOPICS:
        return _answer(knowledge, state, GENERAL_TOPICS[event.aspect], Aspect.ANSWER)
    if not topics and state is not None and state.result and state.result.care in URGENT:
        return tell_unknown(knowledge, state)
    if not topics:
        return _back(knowledge, state, None).after(Act("which-topic"))
    if len(topics) > 1:
        return _which_one(knowledge, state, topics, event.aspect)
    return _answer(knowledge, state, topics[0], event.aspect)


def _confirm(
    knowledge: Knowledge, state: State, told: Result, topics: tuple[str, ...]
) -> Reply | None:
    """Whether what they name is what was told; None where it is no name of a condition."""
    conditions = {*knowledge.library.conditions, *knowledge.library.look_alikes}
    if not topics or not conditions.issuperset(topics):
        return None
    if told.care in URGENT or not told.matches:
        return _back(knowledge, state, None).after(Act("why-none"))
    first = told.matches[0]
    if first in topics:
        said = Act("named-so", names=naming(first=first))
    elif told.matches[1:] and told.matches[1] in topics:
        said = Act("named-second", names=naming(first=first, second=told.matches[1]))
    else:
        said = _fits_better(knowledge, state, first, topics[0])
    return _back(knowledge, state, SpokenOf(first, Aspect.WHAT_IT_IS)).after(said)


def _fits_better(knowledge: Knowledge, state: State, first: str, other: str) -> Act:
    """That the answers fit what was told better than another name, and what points away from it."""
    found = reasons(knowledge.library, knowledge.model, state.given, other)
    if not found.against_it:
        return Act("named-otherwise", names=naming(first=first))
    against = tuple(Named(reason.id, reason.present) for reason in found.against_it)
    return Act("named-less", names={**naming(first=first, second=other), "findings": against})


def _spoken_of(knowledge: Knowledge, state: State | None, aspect: Aspect) -> tuple[str, ...]:
    """What "it" means: what was told, else what was asked about last, where that has an answer."""
    if state is None:
        return ()
    told = state.result.matches[:1] if state.result else ()
    routine = state.workout.wish.routine if state.workout else None
    told = knowledge.library.routines[routine].fits[:1] if routine else told
    talked = (state.talk.topic,) if state.talk else ()
    topics = knowledge.library.topics
    return tuple(id for id in (*told, *talked) if aspect in topics[id].aspects)[:1]


def tell_unknown(knowledge: Knowledge, state: State | None) -> Reply:
    """What is not known is said to be not known."""
    state = waiting_state(state)
    if state is not None and state.pending == "repeat-offer":
        asked = question.pending(knowledge, replace(state, misses=0))
        return asked.after(Act("unknown-urgent"))
    return _back(knowledge, state, None).after(Act("unknown-topic"))


def tell_of_another_service(knowledge: Knowledge, state: State | None) -> Reply:
    """Timers, music and trivia are for others; what was open goes on."""
    return _back(knowledge, waiting_state(state), None).after(Act("another-service"))


def _which_one(
    knowledge: Knowledge, state: State | None, topics: tuple[str, ...], aspect: Aspect
) -> Reply:
    """Where two fit, ask for the likelier one. What was open waits."""
    before = state or FRESH
    waits = before.pending if state and state.pending not in MORE_OFFERED else None
    talk = SpokenOf(topics[0], aspect, other=topics[1], waits=waits)
    unclear = replace(before, pending="which-one", asking=None, misses=0, talk=talk)
    return question.pending(knowledge, unclear)


def _answer(knowledge: Knowledge, state: State | None, topic: str, aspect: Aspect) -> Reply:
    barred = _barred(knowledge, state, topic, aspect)
    if barred is not None:
        return barred
    aspects = knowledge.library.topics[topic].aspects
    if len(aspects) == 1:
        (aspect,) = aspects
    if aspect not in aspects:
        return _back(knowledge, state, SpokenOf(topic, Aspect.WHAT_IT_IS)).after(
            Act("not-known", names=naming(topic=topic))
        )
    told = _told(knowledge, state, topic, aspect)
    back = _back(knowledge, state, SpokenOf(topic, aspect))
    if told.id == "answer-by-level":  # It says itself what comes first.
        back = replace(back, said=tuple(act for act in back.said if act.id != "still-urgent"))
    runs = _when_it_runs(knowledge, state, topic) if aspect is Aspect.RUNNING else ()
    return back.after(told, *runs)


def _when_it_runs(knowledge: Knowledge, state: State | None, topic: str) -> tuple[Act, ...]:
    """When runs come in the routine for a condition: with which step, and in how many days."""
    library, workout = knowledge.library, state.workout if state is not None else None
    id = workout.wish.routine if workout is not None else None
    step = (workout.wish.level or 1) if workout is not None and id is not None else 1
    if id is None or topic not in library.routines[id].fits:
        id, step = selection.routine_for(library.routines, topic), 1
    if id is None:
        return ()
    routine = library.routines[id]
    steps = range(1, len(routine.levels) + 1)
    first = next((one for one in steps if selection.runs(library, id, one)), None)
    if first is None:
        return ()
    if step >= first:
        return (Act("runs-here", numbers={"level": step}),)
    days = sum(stay.days for stay in routine.progress.stays[step - 1 : first - 1])
    return (Act("runs-from", numbers={"level": first, "days": days}),)


def _told(knowledge: Knowledge, state: State | None, topic: str, aspect: Aspect) -> Act:
    """The answer: the one for the level that stands, in short where it was just given.

    Of what loads the leg, or waits, none is given where it is urgent: it would sound like a
    permission.
    """
    answer = _words(knowledge, topic, aspect)
    before = state.talk if state is not None else None
    level = care_questions.level_of(knowledge, state) if state is not None else None
    own = level.care if level is not None and answer.after(level.care) else None
    about = knowledge.library.topics[topic]
    permits = not (about.loads or about.waits) or own not in URGENT
    if before is not None and before.topic == topic and answer.again and permits:
        return Act("answer-again", topic)
    if own is not None:
        return Act("answer-by-level", f"{topic}/{own}")
    return Act("answer", f"{topic}/{aspect}")


def short_answer(knowledge: Knowledge, state: State, topic: str) -> Act | None:
    """The answer of a topic by itself; None where it has none, or the level says something else."""
    better = named.side_of(knowledge.library, state, topic)
    if better is not None and _barred(knowledge, state, *better) is None:
        return Act("answer", "/".join(better))
    if Aspect.ANSWER not in knowledge.library.topics[topic].aspects:
        return None
    if _barred(knowledge, state, topic, Aspect.ANSWER) is not None:
        return None
    told = _told(knowledge, state, topic, Aspect.ANSWER)
    urgent = state.result is not None and state.result.care in URGENT
    return None if urgent and told.id == "answer" else told


def more(knowledge: Knowledge, state: State | None) -> Reply:
    """Go on with the last answer."""
    state = waiting_state(state)
    talk = state.talk if state else None
    if state is None or talk is None:
        return _back(knowledge, state, None).after(Act("nothing-more"))
    if talk.told >= _parts(knowledge, talk):
        return _back(knowledge, state, talk).after(Act("nothing-more"))
    barred = _barred(knowledge, state, talk.topic, talk.aspect, further=True)
    if barred is not None:
        return barred
    further = replace(talk, told=talk.told + 1)
    told = Act("answer-more", f"{talk.topic}/{talk.aspect}/{talk.told}")
    return _back(knowledge, state, further).after(told)


def _barred(
    knowledge: Knowledge, state: State | None, topic: str, aspect: Aspect, *, further: bool = False
) -> Reply | None:
    """What is said instead, where the level that was told leaves out what is asked about.

    A general answer would sound like a permission, or like another level; so would what goes on
    with an answer, which is asked for with `further`. In a set, a clinician has given it.
    """
    if state is None or state.pending in EXERCISING:
        return None
    about = knowledge.library.topics[topic]
    side = aspect if aspect in about.aspects else None
    barred = None
    urgent = state.result is not None and state.result.care in URGENT
    if urgent and topic == GENERAL_TOPICS[Aspect.CAUSES]:
        return care_questions.tell_why(knowledge, state)  # Load is no reason of it.
    if about.loads or aspect is Aspect.RUNNING or side is Aspect.REHAB:
        runs = topic == GENERAL_TOPICS[Aspect.RUNNING] or aspect is Aspect.RUNNING
        words = care_questions.RUNNING if runs else care_questions.LOAD
        words = _left(knowledge, state, topic, words, further=further)
        barred = care_questions.tell_by_level(knowledge, state, words)
    if topic == GENERAL_TOPICS[Aspect.WHEN_TO_BE_SEEN] or side is Aspect.WHEN_TO_BE_SEEN:
        barred = care_questions.tell_when_seen(knowledge, state, topic)
    if topic == GENERAL_TOPICS[Aspect.HOW_LONG] or side is Aspect.HOW_LONG:
        barred = barred or care_questions.tell_by_level(knowledge, state, care_questions.HEALS)
    if topic == PAIN_PILLS:
        barred = barred or care_questions.tell_by_level(knowledge, state, care_questions.PILLS)
    if barred is None and (about.waits or side is Aspect.TREATMENTS):
        words = _left(knowledge, state, topic, care_questions.FIRST, further=further)
        barred = care_questions.tell_by_level(knowledge, state, words)
    return barred


def _left(
    knowledge: Knowledge, state: State, topic: str, words: dict[Care, Statement], *, further: bool
) -> dict[Care, Statement]:
    """What the levels say instead of a topic, without the level that it has an answer of its own
    for. Where none is told yet, what is urgent stays; so it does where it goes on with an answer.
    """
    if Aspect.ANSWER not in knowledge.library.topics[topic].aspects:
        return words
    own = _words(knowledge, topic, Aspect.ANSWER)
    told = state.result.care if state.result is not None else Care.SEE_CLINICIAN
    answers = bool(own.after(told)) and not (further and told in URGENT)
    return {care: said for care, said in words.items() if care is not told or not answers}


def _parts(knowledge: Knowledge, talk: SpokenOf) -> int:
    return len(_words(knowledge, talk.topic, talk.aspect).more)


def _words(knowledge: Knowledge, topic: str, aspect: Aspect) -> AnswerWords:
    words = knowledge.library.first_words
    return words.topics[topic].aspects[aspect]


def _back(knowledge: Knowledge, state: State | None, talk: SpokenOf | None) -> Reply:
    """What was open, word for word; where nothing was, the offer to hear more or to be checked."""
    if state is not None and state.pending not in MORE_OFFERED and _is_begun(state):
        back = question.pending(knowledge, replace(state, talk=talk or state.talk, misses=0))
        return back.after(Act("still-urgent")) if state.pending == "repeat-offer" else back
    before = state or FRESH
    left = talk is not None and talk.told < _parts(knowledge, talk)
    pending = "more-offer" if left else "check-offer"
    after = replace(before, pending=pending, asking=None, talk=talk or before.talk, misses=0)
    return question.pending(knowledge, after)


def _is_begun(state: State) -> bool:
    return state.pending != "open-question" or bool(state.given)


def answer_offer(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """The answer to "more?", to "shall I check it?", and to "do you mean this one?"."""
    yes = grade in YESES
    if state.pending == "which-one":
        return _meant(knowledge, state, yes=yes)
    if not yes:
        return result.leave(knowledge, None)
    if state.pending == "more-offer":
        return more(knowledge, state)
    return opening.start_check(knowledge, state, state.side)


def _meant(knowledge: Knowledge, state: State, *, yes: bool) -> Reply:
    talk = state.talk
    assert talk is not None
    assert talk.other is not None
    topic = talk.topic if yes else talk.other
    return _answer(knowledge, waiting_state(state), topic, talk.aspect)


def waiting_state(state: State | None) -> State | None:
    """Where two topics fitted, the state that was open before; any other state as it is."""
    talk = state.talk if state else None
    if state is None or talk is None or state.pending != "which-one":
        return state
    if talk.waits is None:
        return fresh_after(state)
    asking = state.asked[-1] if talk.waits == "question" else None
    return replace(state, pending=talk.waits, asking=asking, talk=None)
