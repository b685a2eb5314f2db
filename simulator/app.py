"""The simulator as a web application: Alexa's requests, the page, and the page's conversation.

Requests are not verified here. So only this machine may send them, and each is looked at before
it is routed; see `simulator.loopback`.
"""

from __future__ import annotations

import json
import re
from http import HTTPStatus
from pathlib import Path
from typing import Any

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from simulator.conversations import Conversations
from simulator.envelope import LOCALE
from simulator.input_line import LineError, from_object
from simulator.loopback import refusal
from simulator.start import Simulator, random_id, true_time
from skill.alexa import log
from skill.library.types import Words
from skill.web.adapter import SkillAdapter

LANGUAGE = LOCALE.split("-")[0]
PAGE = Path(__file__).with_name("page")
MOST_BYTES = 256 * 1024
MOST_CONVERSATIONS = 64

SENTENCES = {
    HTTPStatus.NOT_FOUND: "There is nothing here: the page is at /, Alexa's requests go to /alexa.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take requests of this method.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The body is larger than 256 kB.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "Send JSON, with the header Content-Type: application/json.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The simulator failed; its log says where.",
}

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}

_CONVERSATION_ID = re.compile(r"[A-Za-z0-9-]{8,64}")

StatusReply = tuple[Response, int]


def create_app(simulator: Simulator, port: int) -> Flask:
    """The application, for a server that listens on loopback at `port`."""
    app = Flask(__name__, static_folder=PAGE, static_url_path="/page")
    app.config.update(
        ASK_SDK_VERIFY_SIGNATURE=False,
        ASK_SDK_VERIFY_TIMESTAMP=False,
        MAX_CONTENT_LENGTH=MOST_BYTES,
        PROVIDE_AUTOMATIC_OPTIONS=False,
    )
    _guard(app, port)
    _answer_in_sentences(app)
    SkillAdapter(simulator.skill.skill, simulator.application_id, app=app).register(
        app, "/alexa", "alexa"
    )
    _serve_the_page(app, simulator)
    return app


def _guard(app: Flask, port: int) -> None:
    @app.before_request
    def look_at_it() -> StatusReply | None:
        """Refuse strangers first, then what is no JSON object."""
        reason = refusal(dict(request.headers), port)
        if reason is not None:
            return _fault(HTTPStatus.FORBIDDEN, reason)
        if request.routing_exception is not None or request.method != "POST":
            return None
        if not request.is_json:
            return _fault(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        if not isinstance(_object(), dict):
            return _fault(HTTPStatus.BAD_REQUEST, "The body is no JSON object.")
        return None

    @app.after_request
    def protect(response: Response) -> Response:
        response.headers.update(HEADERS)
        if response.direct_passthrough:
            # A file is read whole and closed: a browser that leaves early would leave it open.
            response.direct_passthrough = False
            response.make_sequence()
        return response


def _answer_in_sentences(app: Flask) -> None:
    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response | StatusReply:
        status = HTTPStatus(error.code or 500)
        if status not in SENTENCES:
            return _fault(status, status.description or status.phrase)
        answer, code = _fault(status)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            answer.headers["Allow"] = error.get_response().headers.get("Allow", "")
        return answer, code

    @app.errorhandler(Exception)
    def failed(error: Exception) -> StatusReply:
        log.note_failure("simulator", error)
        return _fault(HTTPStatus.INTERNAL_SERVER_ERROR)


def _serve_the_page(app: Flask, simulator: Simulator) -> None:
    conversations = Conversations(
        lambda account: simulator.conversation(true_time, random_id, account=account),
        MOST_CONVERSATIONS,
    )

    @app.get("/")
    def page() -> Response:
        return app.send_static_file("index.html")

    @app.get("/names")
    def names() -> Response:
        return jsonify(names_of(simulator.library.words[LANGUAGE]))

    @app.get("/health")
    def health() -> Response:
        return jsonify(status="ok")

    @app.post("/say")
    def say() -> StatusReply:
        body = _object()
        id = body.pop("conversation", None)
        if not isinstance(id, str) or not _CONVERSATION_ID.fullmatch(id):
            return _fault(
                HTTPStatus.BAD_REQUEST,
                '"conversation" takes an id of 8 to 64 letters, digits and hyphens.',
            )
        account = body.pop("account", None)
        if account is not None and not (
            isinstance(account, str) and _CONVERSATION_ID.fullmatch(account)
        ):
            return _fault(
                HTTPStatus.BAD_REQUEST, '"account" takes 8 to 64 letters, digits and hyphens.'
            )
        try:
            exchange = conversations.take(id, from_object(body), account)
        except LineError as error:
            return _fault(HTTPStatus.BAD_REQUEST, str(error))
        shown = {"origin": exchange.origin, "ranking": exchange.ranking, "play": exchange.play}
        return jsonify(exchange.as_json() | shown), HTTPStatus.OK


def _object() -> Any:
    """The body's JSON value, or None where it is none."""
    body = request.get_data()
    # Where a body comes in chunks, of no declared length, werkzeug silently cuts it here.
    if request.content_length is None and len(body) >= MOST_BYTES:
        raise RequestEntityTooLarge
    try:
        return json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        return None


def _fault(status: HTTPStatus, sentence: str | None = None) -> StatusReply:
    return jsonify(error=sentence or SENTENCES[status]), status


def names_of(words: Words) -> dict[str, str]:
    """The name of each condition, finding and flag, by id; a gate's short question."""
    return (
        {id: gate.reprompt for id, gate in words.gates.items()}
        | {id: flag.name for id, flag in words.red_flags.items() if flag.name is not None}
        | {id: finding.name for id, finding in words.findings.items()}
        | {id: condition.name for id, condition in words.conditions.items()}
    )
