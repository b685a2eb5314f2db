"""The skill as Alexa meets it: request JSON → event → dialog → words → response JSON."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from ask_sdk_model import RequestEnvelope, ResponseEnvelope
from msgspec.structs import replace

from skill.alexa import log, response
from skill.alexa.envelope import TolerantSerializer
from skill.alexa.intents import could_not_play, is_launch, permission_told, spoken_in
from skill.alexa.locales import Tongues
from skill.alexa.sdk import CustomSkill, SkillBuilder
from skill.alexa.trace import Trace, Turn
from skill.dialog import playback, question, reminders
from skill.dialog.attributes import from_attributes
from skill.dialog.context import context_of
from skill.dialog.events import Event, Launch, Said
from skill.dialog.interpretation import event_of, with_matched
from skill.dialog.playback import begun
from skill.dialog.reply import Act, Closing, Reply
from skill.dialog.schedule import Errand, Outcome, Refusal
from skill.dialog.state import EXERCISING, State
from skill.dialog.step import step
from skill.interview.answers import evidence_from
from skill.interview.belief import believe, ranking
from skill.interview.knowledge import Knowledge, knowledge_of
from skill.library.types import Library, Words
from skill.settings import Settings
from skill.storage.choice import Bookmarks
from skill.understanding.heard import Heard
from skill.understanding.read import read
from skill.voice.speak import Speech, speak

if TYPE_CHECKING:
    from skill.alexa.api import Api, Connect
    from skill.alexa.memory import Recall


def build_skill(
    settings: Settings,
    library: Library,
    trace: Trace | None = None,
    bookmarks: Bookmarks | None = None,
    connect: Connect | None = None,
) -> AnkleCoachSkill:
    """The skill with its content, and where it keeps bookmarks.

    `connect` leads to Amazon's services, for reminders; without it there are none. A trace is for
    the simulator.
    """
    knowledge, tongues = knowledge_of(library), Tongues(library)
    conversation = Conversation(knowledge, tongues, settings, trace, bookmarks, connect)
    return AnkleCoachSkill(conversation, knowledge, tongues, settings)


class AnkleCoachSkill(CustomSkill):
    """Amazon's skill, which answers every request: also foreign, broken and failing ones.

    Amazon's dispatcher, which finds a handler by asking each of them, is left out: there is one,
    and it took a third of a short turn.
    """

    def __init__(
        self, conversation: Conversation, knowledge: Knowledge, tongues: Tongues, settings: Settings
    ) -> None:
        super().__init__(SkillBuilder().skill_configuration)
        self.serializer = self._reader = TolerantSerializer()
        self._conversation = conversation
        self._knowledge = knowledge
        self._tongues = tongues
        self._skill_id = settings.skill_id
        # Made before anything can fail: when it is needed, nothing is left that might.
        self._sorry = self._apology(Closing((Act("failure-closed"),)), None)
        self._sorry_in_json = json.dumps(self.serializer.serialize(self._sorry))

    def answer(self, event: Any, context: Any) -> dict[str, Any]:
        """Whole request JSON in, whole response JSON out. Never raises."""
        try:
            envelope = self._reader.envelope(event)
            return cast("dict[str, Any]", self.serializer.serialize(self.invoke(envelope, context)))
        except Exception as fault:  # noqa: BLE001
            log.failed("unknown", fault)
            return cast("dict[str, Any]", json.loads(self._sorry_in_json))

    def invoke(self, request_envelope: RequestEnvelope, context: Any) -> ResponseEnvelope:
        """Answer one request. A foreign one gets silence, a failing one calm words."""
        started = time.perf_counter()
        request = getattr(request_envelope, "request", None)
        request_id = getattr(request, "request_id", None) or "unknown"
        # Whatever happens, somebody is listening and hears calm words and a way on.
        try:
            if request is None and request_envelope.session is None:
                log.refused(request_id, "it holds neither a request nor a session of Alexa's")
                return response.silence()
            if self._is_foreign(request_envelope):
                log.refused(request_id, "the application id is not the SKILL_ID of this deployment")
                return response.silence()
            state = state_of(request_envelope, self._knowledge)
            envelope = self._conversation.answer(request_envelope, state)
        except Exception as fault:  # noqa: BLE001
            log.failed(request_id, fault)
            return self._asking_again(request_envelope)
        kind = getattr(request, "object_type", None) or "unknown"
        log.answered(request_id, kind, 1000 * (time.perf_counter() - started))
        return envelope

    def _is_foreign(self, envelope: RequestEnvelope) -> bool:
        return self._skill_id is not None and application_id(envelope) != self._skill_id

    def _asking_again(self, envelope: RequestEnvelope) -> ResponseEnvelope:
        """Say sorry and ask again what was open; where even that fails, say so and close.

        No set goes on: what failed may have been the answer to a word of danger.
        """
        try:
            state = state_of(envelope, self._knowledge)
            if state is None:
                return self._sorry
            if state.pending in EXERCISING:
                reply: Reply = playback.question(
                    playback.stopped(self._knowledge.library, state, None)
                )
            else:
                reply = question.pending(self._knowledge, state)
            locale = getattr(envelope.request, "locale", None)
            return self._apology(reply.after(Act("failure")), locale)
        # What failed may be the state itself.
        except Exception:  # noqa: BLE001
            return self._sorry

    def _apology(self, reply: Reply, locale: Any) -> ResponseEnvelope:
        tongue = self._tongues.of(locale)
        speech = speak(tongue.words, reply.acts, 0, tongue.regional)
        return response.envelope_of(reply, speech, tongue.numbers)


def application_id(envelope: RequestEnvelope) -> str | None:
    """The id of the skill that a request was sent to: the context's, else the session's."""
    for part in (getattr(envelope.context, "system", None), envelope.session):
        application = getattr(part, "application", None)
        id = getattr(application, "application_id", None)
        if isinstance(id, str):
            return id
    return None


def state_of(envelope: RequestEnvelope, knowledge: Knowledge) -> State | None:
    """The conversation that the session carries, where it is a sound one."""
    session = envelope.session
    if session is None or session.new or not session.attributes:
        return None
    return from_attributes(session.attributes, knowledge.library)


DISABLED = "AlexaSkillEvent.SkillDisabled"
"""Somebody no longer wants the skill: all that is kept of the account is deleted."""


class Conversation:
    """Every request there is: the dialog decides by state and event, not by request type."""

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

    def answer(self, envelope: RequestEnvelope, state: State | None) -> ResponseEnvelope:
        """Answer in words where a request may be answered so, else in silence.

        `state` is the conversation that the session carries.
        """
        knowledge, request = self._knowledge, envelope.request
        tongue = self._tongues.of(getattr(request, "locale", None))
        words = tongue.words
        if not response.may_be_spoken(envelope):
            if self._recall and getattr(request, "object_type", None) == DISABLED:
                self._recall.forget_account(envelope)
            return _unspoken(envelope, words)
        now = seconds_of(request)
        heard = self._heard(request, state, words, now)
        event = self._event(request, words, state, heard)
        recalled = self._recall.read(envelope, now) if self._recall else None
        reply = step(knowledge, state, event, now, recalled.memory if recalled else None)
        if self._recall:
            reply = self._recall.write(envelope, reply, recalled)
        if reply.errand is not None:
            outcome = self._ran(reply.errand, envelope, words)
            reply = reminders.told(knowledge, reply, reply.errand, outcome)
        speech = speak(words, reply.acts, _variant(state), tongue.regional)
        with_apla = self._settings.apla and not (reply.state and reply.state.without_apla)
        reply = self._begun(reply, speech, now, beside=with_apla)
        if self._trace is not None:
            self._trace(self._turn(state, heard, reply))
        return response.envelope_of(reply, speech, tongue.numbers, with_apla=with_apla)

    def _heard(
        self, request: Any, state: State | None, words: Words, now: float | None
    ) -> Heard | None:
        """What was said, read where the talk stands; None where nothing was said."""
        spoken = spoken_in(request, words)
        if spoken is None:
            return None
        library = self._knowledge.library
        found = playback.stopped(library, state, now) if state is not None else None
        heard = read(words.lexicon, spoken.sentence, context_of(library, found, now))
        return with_matched(library, words.lexicon, heard, spoken.matched)

    def _event(self, request: Any, words: Words, state: State | None, heard: Heard | None) -> Event:
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
        return replace(reply, state=begun(reply.state, since))

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


def amazon_services(endpoint: str) -> Api:
    """Amazon's services at the address that a request names.

    Raises:
        Unreachable: the address is none of theirs.
    """
    # Not before somebody wants a reminder.
    from skill.alexa.api import connect

    return connect(endpoint)


def _recall(bookmarks: Bookmarks) -> Recall:
    # Not before there is a store: a cold start without one has no use for it.
    from skill.alexa.memory import Recall

    return Recall(bookmarks)


def _unspoken(envelope: RequestEnvelope, words: Words) -> ResponseEnvelope:
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


def _variant(state: State | None) -> int:
    """Another phrasing in another place of a conversation, the same in the same one."""
    if state is None:
        return 0
    coach = state.workout
    place = coach.step + coach.done + coach.cue if coach else 0
    return len(state.asked) + state.misses + state.listed + len(state.screened) + place
