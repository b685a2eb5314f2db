"""One request, answered: what is heard → event → dialog → words → response."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ask_sdk_model import RequestEnvelope
from msgspec import Struct
from msgspec.structs import replace

from skill.alexa import response
from skill.alexa.intents import could_not_play, is_launch, permission_told, spoken_in
from skill.alexa.locales import Tongue, Tongues, read
from skill.dialog.attributes import Carried
from skill.dialog.bookmark import reminders
from skill.dialog.context import context_of
from skill.dialog.errand import Errand, Outcome, Refusal
from skill.dialog.events import Event, Launch, Said, Together
from skill.dialog.interpretation.interpretation import event_of
from skill.dialog.interpretation.slot_values import with_matched
from skill.dialog.memory import Memory
from skill.dialog.reply import Closing, Reply
from skill.dialog.state import State
from skill.dialog.step import step
from skill.dialog.transitions import begin_to_play, stop
from skill.interview.answers import evidence_from
from skill.interview.belief import believe, ranking
from skill.interview.interview import Knowledge
from skill.library.region import Regional
from skill.library.types import Words
from skill.settings import Settings
from skill.storage.choice import Bookmarks
from skill.understanding.heard import Heard
from skill.voice.leads import turned
from skill.voice.speak import Speech, speak

if TYPE_CHECKING:
    from skill.alexa.api import Connect
    from skill.alexa.memory import Recall


DISABLED = "AlexaSkillEvent.SkillDisabled"
"""Somebody no longer wants the skill: all that is kept of the account is deleted."""


class Turn(Struct, frozen=True):
    """What was heard and said in a turn, the belief over the candidates, and what is asked.

    `heard` is None where nothing was said, as at a launch.
    """

    heard: Heard | None
    acts: tuple[str, ...]
    ranking: tuple[tuple[str, float], ...]
    asking: str | None


Trace = Callable[[Turn], None]
"""What the simulator may see of a turn. Nothing that ships listens."""


class Responder:
    """Answers every request there is: the dialog decides by state and event, not by its type."""

    def __init__(
        self,
        knowledge: Knowledge,
        tongues: Tongues,
        settings: Settings,
        trace: Trace | None,
        bookmarks: Bookmarks | None,
        connect: Connect | None,
    ) -> None:
        self._knowledge = knowledge
        self._tongues = tongues
        self._settings = settings
        self._trace = trace
        self._recall = _recall(bookmarks) if bookmarks else None
        self._connect = connect

    def answer(self, envelope: RequestEnvelope, carried: Carried | None) -> response.Json:
        """Answer in words where a request may be answered so, else in silence.

        `carried` is the conversation that the session carries.
        """
        state, assessed = carried or (None, None)
        knowledge, request = self._knowledge, envelope.request
        tongue = self._tongues.of(getattr(request, "locale", None))
        words = tongue.words
        if not response.may_be_spoken(envelope):
            if self._recall and getattr(request, "object_type", None) == DISABLED:
                self._recall.forget_account(envelope)
            return _unspoken(envelope, words)
        now = seconds_of(request)
        found = self._found(request, state, now)
        heard = self._heard(request, found, tongue, now)
        event = self._event(request, words, found, heard)
        recalled = self._recall.read(envelope, now) if self._recall else None
        memory = recalled.memory if recalled else None
        reply = step(knowledge, found, event, now, memory, assessed)
        if self._recall:
            reply = self._recall.write(envelope, reply, recalled)
        if reply.errand is not None:
            outcome = self._ran(reply.errand, envelope, words)
            reply = reminders.finish(knowledge, reply, reply.errand, outcome)
        put = _put_to(reply.state or state, tongue)
        put = turned(words.leads, heard.asked if heard is not None else None, put)
        variant = _variant(state, memory)
        speech = speak(words, reply.acts, variant, put)
        with_apla = self._settings.apla and not (reply.state and reply.state.without_apla)
        reply = self._begun(reply, speech, now, beside=with_apla)
        if self._trace is not None:
            self._trace(self._turn(state, heard, reply))
        return response.envelope_of(reply, speech, tongue.numbers, with_apla=with_apla)

    def _found(self, request: Any, state: State | None, now: float | None) -> State | None:
        """The state at the time of a request. Nobody has heard what a device could not play."""
        if state is None or could_not_play(request):
            return state
        return stop(self._knowledge.library, state, now)

    def _heard(
        self, request: Any, found: State | None, tongue: Tongue, now: float | None
    ) -> Heard | None:
        """What was said, read where the talk stands; None where nothing was said."""
        spoken = spoken_in(request, tongue.words)
        if spoken is None:
            return None
        library, lexicon = self._knowledge.library, tongue.words.lexicon
        context = context_of(library, found, now)
        if spoken.standing and not context.counted:  # Of what counts for somebody nothing is kept.
            return tongue.read_standing(spoken.sentence, context)
        heard = read(lexicon, spoken.sentence, context)
        return with_matched(library, lexicon, heard, spoken.matched)

    def _event(
        self, request: Any, words: Words, state: State | None, heard: Heard | None
    ) -> Event | Together:
        if is_launch(request):
            return Launch()
        if could_not_play(request):
            return Said("unheard")
        if heard is None:
            return permission_told(request) or Said("repeat")
        return event_of(self._knowledge.library, words, state, heard)

    def _ran(self, errand: Errand, envelope: RequestEnvelope, words: Words) -> Outcome:
        """What Alexa's reminders made of an errand."""
        if self._connect is None:
            return Refusal("none-here")
        # Not before somebody wants a reminder: no other turn has a use for it.
        from skill.alexa.reminders import run

        return run(errand, envelope, words.statements["reminder-text"].say[0], self._connect)

    def _begun(self, reply: Reply, speech: Speech, now: float | None, *, beside: bool) -> Reply:
        """The reply with the time at which its set begins to be heard, if one does.

        What is said `beside` a document comes before it.
        """
        if isinstance(reply, Closing) or speech.lead is None or now is None:
            return reply
        lead = speech.lead_beside if beside else speech.lead
        since = now + lead + self._settings.latency_seconds
        return replace(reply, state=begin_to_play(reply.state, since))

    def _turn(self, state: State | None, heard: Heard | None, reply: Reply) -> Turn:
        seen = reply.state or state
        evidence = evidence_from(self._knowledge.library, seen.given if seen else {})
        model = self._knowledge.model
        return Turn(
            heard=heard,
            acts=tuple(str(act) for act in reply.acts),
            ranking=tuple(ranking(model, believe(model, evidence))),
            asking=reply.state.asking if reply.state else None,
        )


def _recall(bookmarks: Bookmarks) -> Recall:
    # Not before there is a store: a cold start without one has no use for it.
    from skill.alexa.memory import Recall

    return Recall(bookmarks)


def _unspoken(envelope: RequestEnvelope, words: Words) -> response.Json:
    if getattr(envelope.request, "object_type", None) != "CanFulfillIntentRequest":
        return response.silence()
    # Not before somebody asks: no conversation needs it.
    from skill.alexa.fulfilment import fulfilment_of

    intent = getattr(envelope.request, "intent", None)
    return response.silence(fulfilment_of(intent, words))


def seconds_of(request: Any) -> float | None:
    """When a request was made, in seconds since 1970; None where it does not say."""
    at = getattr(request, "timestamp", None)
    if not isinstance(at, datetime):
        return None
    try:
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    # Amazon's deserialiser takes an offset of more than a day, with which no time can be reckoned.
    except (ValueError, OverflowError):
        return None


def _variant(state: State | None, memory: Memory | None) -> int:
    """The number that picks a phrasing. It differs from place to place in a conversation.

    A person who comes back is greeted differently each time.
    """
    if state is None:
        return memory.bookmark.sessions if memory and memory.bookmark else 0
    coach = state.workout
    place = coach.step + coach.done + coach.cue if coach else 0
    talked = state.misses + state.reasoned
    return len(state.asked) + talked + state.listed + len(state.screened) + place


def _put_to(asked: State | None, tongue: Tongue) -> Regional:
    """How it is put to who is asked. Who is coached is the listener."""
    if asked is not None and asked.child:
        return tongue.of_child
    another = asked is not None and asked.for_another and asked.workout is None
    return tongue.of_another if another else tongue.regional
