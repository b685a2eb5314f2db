"""The web application: `POST /alexa` for what Amazon signed, and `GET /health`.

There is no way to have requests taken unverified. Tests hand in another clock, another source of
certificates and other roots; the verification stays.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from ask_sdk_core.skill import CustomSkill
from cryptography.x509.verification import Store
from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from skill.alexa import log
from skill.alexa.skill import amazon_services, build_skill
from skill.library.types import Library
from skill.settings import Settings
from skill.storage.choice import Bookmarks
from skill.web.adapter import SkillAdapter
from skill.web.certificates import Certificates, Clock, Fetch
from skill.web.chain import Untrusted, public_roots
from skill.web.download import download
from skill.web.verification import Verifier

MOST_BYTES = 256 * 1024

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}


class ServiceError(Exception):
    """The service cannot start; the message says what to do, in a sentence."""


def true_time() -> datetime:
    """The time by this machine's clock."""
    return datetime.now(UTC)


def create_app(
    settings: Settings,
    library: Library,
    *,
    clock: Clock = true_time,
    fetch: Fetch = download,
    roots: Store | None = None,
    bookmarks: Bookmarks | None = None,
) -> Flask:
    """The skill, for any WSGI server. `roots` are those of certifi where none are given.

    Without `bookmarks` nothing is kept of anybody.

    Raises:
        ServiceError: no skill is named.
    """
    if settings.skill_id is None:
        raise ServiceError(
            "SKILL_ID is not set: set it to the skill's id, amzn1.ask.skill..., as the Alexa "
            "developer console shows it, so that only its requests are answered."
        )
    certificates = Certificates(fetch, public_roots() if roots is None else roots, clock)
    skill = build_skill(settings, library, bookmarks=bookmarks, connect=amazon_services)
    return app_behind(skill, Verifier(settings.skill_id, certificates, clock))


def app_behind(skill: CustomSkill, verifier: Verifier) -> Flask:
    """A skill behind a verifier."""
    app = Flask(__name__, static_folder=None)
    app.config.update(
        # Amazon's own verification is replaced, not left out: see the view below.
        ASK_SDK_VERIFY_SIGNATURE=False,
        ASK_SDK_VERIFY_TIMESTAMP=False,
        MAX_CONTENT_LENGTH=MOST_BYTES,
        PROVIDE_AUTOMATIC_OPTIONS=False,
    )
    # Flask's log and the adapter's would quote exceptions, which may quote what was said.
    app.logger.disabled = True
    # Nobody reads an answer by the order of its keys.
    app.json.sort_keys = False  # type: ignore[attr-defined]
    adapter = SkillAdapter(skill, "alexa", app=app)

    @app.post("/alexa")
    def alexa() -> Any:
        _verify(verifier)
        return adapter.dispatch_request()

    @app.get("/health")
    def health() -> Response:
        return jsonify(status="ok")

    _answer_faults(app)
    return app


def _verify(verifier: Verifier) -> None:
    """Refuse what is not Amazon's.

    Raises:
        Untrusted: it is not.
        HTTPException: there is too much of it.
    """
    body = request.get_data(cache=True)
    # Where a body comes in chunks, of no declared length, werkzeug silently cuts it here.
    if request.content_length is None and len(body) >= MOST_BYTES:
        raise RequestEntityTooLarge
    try:
        event = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Untrusted("the body is no JSON") from None
    if not isinstance(event, dict):
        raise Untrusted("the body is no JSON object")
    verifier.verify(request.headers, body, event)


def _answer_faults(app: Flask) -> None:
    @app.errorhandler(Untrusted)
    def refused(reason: Untrusted) -> tuple[Response, int]:
        log.note_refusal(_request_id(), str(reason))
        return _fault(HTTPStatus.BAD_REQUEST)

    @app.errorhandler(HTTPException)
    def fault(error: HTTPException) -> tuple[Response, int]:
        status = HTTPStatus(error.code or 500)
        if status is HTTPStatus.INTERNAL_SERVER_ERROR:
            log.note_failure(_request_id(), error.__context__ or error)
        answer, code = _fault(status)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            answer.headers["Allow"] = error.get_response().headers.get("Allow", "")
        return answer, code

    @app.errorhandler(Exception)
    def failed(error: Exception) -> tuple[Response, int]:
        log.note_failure(_request_id(), error)
        return _fault(HTTPStatus.INTERNAL_SERVER_ERROR)

    @app.after_request
    def protect(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response


def _fault(status: HTTPStatus) -> tuple[Response, int]:
    return jsonify(error=status.phrase), status


def _request_id() -> str:
    """What a request calls itself, to find it in Amazon's logs; nothing vouches for it."""
    try:
        id = json.loads(request.get_data(cache=True))["request"]["requestId"]
    except (HTTPException, ValueError, RecursionError, TypeError, LookupError):
        return "unknown"
    return id if isinstance(id, str) else "unknown"
