"""The skill at the edge: it answers every request, even a foreign, broken or failing one."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, cast

from ask_sdk_model import RequestEnvelope, ResponseEnvelope

from skill.alexa import log, response
from skill.alexa.envelope import TolerantSerializer, Whole
from skill.alexa.locales import Tongues
from skill.alexa.responder import Responder, Trace
from skill.alexa.sdk import CustomSkill, SkillBuilder
from skill.dialog import question
from skill.dialog.attributes import Carried, carried_by
from skill.dialog.reply import Act, Closing, Reply
from skill.dialog.transitions import stop
from skill.interview.interview import Knowledge, knowledge_of
from skill.library.types import Library
from skill.settings import Settings
from skill.storage.choice import Bookmarks
from skill.voice.speak import speak

if TYPE_CHECKING:
    from skill.alexa.api import Api, Connect

Json = dict[str, Any]


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
    responder = Responder(knowledge, tongues, settings, trace, bookmarks, connect)
    return AnkleCoachSkill(responder, knowledge, tongues, settings)


class AnkleCoachSkill(CustomSkill):
    """Amazon's `CustomSkill`, made to answer every request.

    Amazon's dispatcher, which finds a handler by asking each of them, is left out: there is one,
    and it took a third of a short turn.
    """

    def __init__(
        self, responder: Responder, knowledge: Knowledge, tongues: Tongues, settings: Settings
    ) -> None:
        super().__init__(SkillBuilder().skill_configuration)
        self.serializer = self._reader = TolerantSerializer()
        self._responder = responder
        self._knowledge = knowledge
        self._tongues = tongues
        self._skill_id = settings.skill_id
        # Made before anything can fail: when it is needed, nothing is left that might. What is sent
        # is read anew each time, as whoever gets it may change it.
        self._sorry = json.dumps(self._apology(Closing((Act("failure-closed"),)), None))

    def answer(self, event: Any, context: Any) -> Json:
        """Whole request JSON in, whole response JSON out. Never raises."""
        try:
            return self._reply(self._reader.envelope(event))
        except Exception as fault:  # noqa: BLE001
            log.note_failure("unknown", fault)
            return self._last_words()

    def invoke(self, request_envelope: RequestEnvelope, context: Any) -> ResponseEnvelope:
        """The same in the SDK's classes, as its adapter for the web wants it."""
        return Whole(self._reply(request_envelope))

    def _reply(self, request_envelope: RequestEnvelope) -> Json:
        """Answer one request. A foreign one gets silence, a failing one calm words."""
        started = time.perf_counter()
        request = getattr(request_envelope, "request", None)
        request_id = getattr(request, "request_id", None) or "unknown"
        # Whatever happens, somebody is listening and hears calm words and a way on.
        try:
            if request is None and request_envelope.session is None:
                log.note_refusal(request_id, "it holds neither a request nor a session of Alexa's")
                return response.silence()
            if self._is_foreign(request_envelope):
                log.note_refusal(
                    request_id, "the application id is not the SKILL_ID of this deployment"
                )
                return response.silence()
            carried = carried_in(request_envelope, self._knowledge)
            reply = self._responder.answer(request_envelope, carried)
        except Exception as fault:  # noqa: BLE001
            log.note_failure(request_id, fault)
            return self._asking_again(request_envelope)
        kind = getattr(request, "object_type", None) or "unknown"
        log.note_answer(request_id, kind, 1000 * (time.perf_counter() - started))
        return reply

    def _is_foreign(self, envelope: RequestEnvelope) -> bool:
        return self._skill_id is not None and application_id(envelope) != self._skill_id

    def _asking_again(self, envelope: RequestEnvelope) -> Json:
        """Say sorry and ask again what was open; where even that fails, say so and close.

        No set goes on: what failed may have been the answer to a word of danger.
        """
        try:
            carried = carried_in(envelope, self._knowledge)
            if carried is None:
                return self._last_words()
            found = stop(self._knowledge.library, carried.state, None)
            reply = question.pending(self._knowledge, found)
            locale = getattr(envelope.request, "locale", None)
            return self._apology(reply.after(Act("failure")), locale)
        # What failed may be the state itself.
        except Exception:  # noqa: BLE001
            return self._last_words()

    def _last_words(self) -> Json:
        return cast("Json", json.loads(self._sorry))

    def _apology(self, reply: Reply, locale: Any) -> Json:
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


def carried_in(envelope: RequestEnvelope, knowledge: Knowledge) -> Carried | None:
    """The conversation that the session carries, where it is a sound one."""
    session = envelope.session
    if session is None or session.new or not session.attributes:
        return None
    return carried_by(session.attributes, knowledge.library)


def amazon_services(endpoint: str) -> Api:
    """Amazon's services at the address that a request names.

    Raises:
        Unreachable: the address is none of theirs.
    """
    # Not before somebody wants a reminder.
    from skill.alexa.api import connect

    return connect(endpoint)
