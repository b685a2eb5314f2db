"""One person talking to the skill, through a speaker or a screen: sessions as Alexa keeps them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from simulator import envelope, permission
from simulator.envelope import Caller, Json, Session
from simulator.exchange import NOTHING, Exchange, meanings, origin
from simulator.input_line import Line, LineError
from simulator.matching import Matchers, Meant
from simulator.play import Play, play_of
from simulator.response import apla_directives, value_at, without_apla
from simulator.sound import reprompt_of, speech_of
from simulator.traced_skill import Answering
from skill.alexa.responder import Turn

__all__ = ["Clock", "Conversation", "Exchange", "NewId"]

Clock = Callable[[], datetime]
NewId = Callable[[], str]

SILENCE_SECONDS = 16.0
"""An Echo listens for eight seconds, says the reprompt, and listens for eight more."""

ANSWER_SECONDS = 4.0
"""From the end of a play to the request with the answer to its question: nobody is faster.

A skill allows some of it for latency, and a request's time leaves out parts of a second.
"""


class Conversation:
    """Takes lines one after another. Each device has a session of its own, as at home.

    A session carries attributes from a response into the next request, until a response ends
    it; the next words then begin a new one. `clock` gives the true time, `new_id` a new id at
    each call.

    A line that does not say when it comes, comes as late as it really does, but not before the
    last reply could have been heard and answered where that one plays: who answers its question
    interrupts nothing.
    """

    def __init__(
        self,
        skill: Answering,
        matchers: Matchers,
        application_id: str,
        clock: Clock,
        new_id: NewId,
        device: str = "speaker",
        locale: str = envelope.LOCALE,
        account: str | None = None,
    ) -> None:
        self._skill = skill
        self._matchers = matchers
        self._application_id = application_id
        self._clock = clock
        self._new_id = new_id
        self._device = device
        self._locale = locale
        self._replied_at = clock()
        self._ahead = timedelta()
        self._play: Play | None = None
        self._move_in(account)

    def take(self, line: Line) -> Exchange:
        """The reply to a line.

        Raises:
            LineError: a session is to time out or to end, and none is open.
        """
        device = line.device or self._device
        if line.event in {"timeout", "end"} and device not in self._sessions:
            raise LineError(f"No session is open, so none can {_ENDING[line.event]}: launch first.")
        self._device = device
        self._locale = line.locale or self._locale
        at = self._time(line)
        exchange = self._exchange(line, at)
        self._replied_at = self._clock() + self._ahead
        self._play = exchange.play
        return exchange

    @property
    def session_open(self) -> bool:
        """Whether a session is open on the device that was last used."""
        return self._device in self._sessions

    def _move_in(self, account: str | None = None) -> None:
        """Somebody of an account, else whom the skill does not know, with devices of their own."""
        self._user_id = f"amzn1.ask.account.{account or self._new_id()}"
        self._device_ids = {
            device: f"amzn1.ask.device.{self._new_id()}" for device in envelope.INTERFACES
        }
        self._sessions: dict[str, Session] = {}
        self._permission: str | None = None

    def _time(self, line: Line) -> datetime:
        after = self._unsaid(line.event) if line.after is None else line.after
        if after is not None:
            try:
                self._ahead = self._replied_at + timedelta(seconds=after) - self._clock()
            except OverflowError:
                raise LineError("That is after the last year that there is.") from None
        return self._clock() + self._ahead

    def _unsaid(self, event: str | None) -> float | None:
        """The seconds after which a line comes that says none; None where it is now."""
        played = self._play.over if self._play is not None else 0.0
        if event == "timeout":
            return played + SILENCE_SECONDS
        passed = (self._clock() + self._ahead - self._replied_at).total_seconds()
        answered = played + ANSWER_SECONDS
        return answered if played and passed < answered else None

    def _exchange(self, line: Line, at: datetime) -> Exchange:
        token, self._permission = self._permission, None
        if token is not None and line.event in {None, "timeout"}:
            return self._permission_answered(token, line, at)
        match line.event:
            case "timeout":
                return self._ended("EXCEEDED_MAX_REPROMPTS", at)
            case "end":
                return self._ended("USER_INITIATED", at)
            case "new-user":
                told = self._ended("USER_INITIATED", at) if self.session_open else NOTHING
                self._move_in()
                return told
            case "launch":
                return self._asked(None, Meant(None), at)
        assert line.say is not None
        return self._asked(line.say, self._matchers.of(self._locale).meant(line.say), at)

    def _asked(self, said: str | None, meant: Meant, at: datetime) -> Exchange:
        session = self._sessions.get(self._device) or self._new_session()
        if meant.intent is None:
            request = envelope.launch(self._new_id(), at)
        else:
            request = envelope.intent(
                self._new_id(), at, meant.intent, meant.filled, meant.unfilled, self._application_id
            )
        return self._sent(said, meant, session, request, at)

    def _permission_answered(self, token: str, line: Line, at: datetime) -> Exchange:
        """What was said to Alexa herself, who tells the skill of it."""
        status = permission.status_of(line.say)
        if status == "ACCEPTED":
            self._skill.reminders.of(self._user_id).allowed = True
        session = self._sessions.get(self._device) or self._new_session()
        request = envelope.permission_answered(self._new_id(), at, token, status)
        return self._sent(line.say, Meant(None), session, request, at)

    def _sent(
        self, said: str | None, meant: Meant, session: Session, request: Json, at: datetime
    ) -> Exchange:
        """The exchange of a request; where the skill hands over to Alexa, she asks."""
        self._skill.reminders.of(self._user_id)
        whole = envelope.envelope(self._caller(), session, request)
        first, met = self._answered(session, whole)
        response, turn = self._heard(session, first, met, at)
        speech, reprompt = speech_of(response), reprompt_of(response)
        self._permission = permission.asked_in(response)
        if self._permission is not None:
            speech, reprompt = f"{speech} {permission.PROMPT}", permission.PROMPT
        return Exchange(
            said=said,
            intent=meant.intent,
            slots={slot.name: {"value": slot.said, "id": slot.value_id} for slot in meant.filled},
            heard=meanings(met.heard) if met and met.heard else {},
            origin=origin(met.heard) if met and met.heard else {},
            request=whole,
            response=response,
            acts=turn.acts if turn else (),
            speech=speech,
            reprompt=reprompt,
            session_open=self.session_open,
            asking=self._asking(),
            ranking=turn.ranking if turn else (),
            play=play_of(response),
        )

    def _answered(self, session: Session, request: Json) -> tuple[Json, Turn | None]:
        response, turn = self._skill.answer(request)
        self._keep(session, response)
        return response, turn

    def _heard(
        self, session: Session, response: Json, turn: Turn | None, at: datetime
    ) -> tuple[Json, Turn | None]:
        """What a device makes of a response: one without APLA tells of it, and hears that answer.

        Where the response has closed the session there is nobody left to tell.
        """
        sound = apla_directives(response)
        if self._device not in envelope.WITHOUT_APLA or not sound:
            return response, turn
        open_one = self._sessions.get(self._device)
        if open_one is not None:
            token = value_at(sound[0], "token")
            failed = envelope.apla_failed(self._new_id(), at, str(token or ""))
            response, turn = self._answered(
                open_one, envelope.envelope(self._caller(), open_one, failed)
            )
        return without_apla(response), turn

    def _ended(self, reason: str, at: datetime) -> Exchange:
        session = self._sessions.pop(self._device)
        request = envelope.session_ended(self._new_id(), at, reason)
        whole = envelope.envelope(self._caller(), session, request)
        response, _ = self._skill.answer(whole)
        return replace(NOTHING, request=whole, response=response)

    def _new_session(self) -> Session:
        return Session(f"amzn1.echo-api.session.{self._new_id()}", new=True, attributes={})

    def _keep(self, session: Session, response: Json) -> None:
        """Keep the session open only where the response says so: an Echo would else decide."""
        self._sessions.pop(self._device, None)
        handed_over = permission.asked_in(response) is not None
        if response.get("response", {}).get("shouldEndSession", not handed_over):
            return
        attributes = response.get("sessionAttributes") or {}
        self._sessions[self._device] = replace(session, new=False, attributes=attributes)

    def _asking(self) -> str | None:
        session = self._sessions.get(self._device)
        asking = session.attributes.get("asking") if session else None
        return asking if isinstance(asking, str) else None

    def _caller(self) -> Caller:
        return Caller(
            self._application_id,
            self._user_id,
            self._device_ids[self._device],
            self._device,
            self._locale,
        )


_ENDING = {"timeout": "time out", "end": "end"}
