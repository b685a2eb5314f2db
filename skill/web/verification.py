"""Whether Amazon sent a request, to this skill, just now."""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
from datetime import datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from werkzeug.datastructures import Headers

from skill.web.certificates import Certificates, Clock
from skill.web.chain import Untrusted

HOST = "s3.amazonaws.com"
FOLDER = "/echo.api/"
"""Where Amazon says that the certificate of its signature lies."""

# Plainer than a URL may be: what parsers disagree on (escapes, queries, user names, backslashes)
# occurs in none of Amazon's, and each could make this service fetch something else. Amazon's
# paths have some thirty characters; a refused one is remembered, so it may not be long.
_OURS = re.compile(rf"(?i:https://{re.escape(HOST)})(?::443)?(/[A-Za-z0-9._/-]{{1,200}})")

URL_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"

TOLERANCE = timedelta(seconds=150)
EVENT_TOLERANCE = timedelta(seconds=3600)
"""Skill events (enabled, disabled) are sent again for up to an hour."""
EVENT = "AlexaSkillEvent."

# Narrower than Python's reading of ISO 8601, which takes weeks, hours without minutes, anything
# between date and time, and what follows the sixth digit of a fraction.
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)", re.ASCII)


class Verifier:
    """Amazon's rules for a skill that is a web service. What costs nothing is looked at first."""

    def __init__(self, skill_id: str, certificates: Certificates, clock: Clock) -> None:
        self._skill_id = skill_id
        self._certificates = certificates
        self._clock = clock

    def verify(self, headers: Headers, body: bytes, event: dict[str, Any]) -> None:
        """Look at a request whole: `event` is what `body`, byte for byte, says.

        Raises:
            Untrusted: a rule is not met.
        """
        self._is_for_this_skill(event)
        self._is_of_now(_object(event, "request"))
        signature = _decoded(_header(headers, SIGNATURE_HEADER))
        url = certificate_url(_header(headers, URL_HEADER))
        key = self._certificates.signer(url).key
        try:
            key.verify(signature, body, PKCS1v15(), SHA256())
        except InvalidSignature:
            raise Untrusted("the signature is not one of this body by Amazon's key") from None

    def _is_for_this_skill(self, event: dict[str, Any]) -> None:
        """Each place that names the skill must name this one, and one place at least must."""
        system = _object(_object(event, "context"), "System")
        named = [
            _object(part, "application").get("applicationId")
            for part in (system, _object(event, "session"))
            if "application" in part
        ]
        if not named or any(id != self._skill_id for id in named):
            raise Untrusted("the application id is not the SKILL_ID of this deployment")

    def _is_of_now(self, request: dict[str, Any]) -> None:
        stamp = _time(request.get("timestamp"))
        kind = request.get("type")
        is_event = isinstance(kind, str) and kind.startswith(EVENT)
        tolerance = EVENT_TOLERANCE if is_event else TOLERANCE
        if abs(self._clock() - stamp) > tolerance:
            raise Untrusted("the timestamp is not of now")


def _object(value: dict[str, Any], key: str) -> dict[str, Any]:
    inner = value.get(key)
    return inner if isinstance(inner, dict) else {}


def _time(stamp: Any) -> datetime:
    if not isinstance(stamp, str) or not _STAMP.fullmatch(stamp):
        raise Untrusted("there is no timestamp of date, time and zone")
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        raise Untrusted("the timestamp is on no calendar") from None


def _header(headers: Headers, name: str) -> str:
    value = headers.get(name)
    if not value:
        raise Untrusted(f"there is no header {name}")
    return value


def _decoded(signature: str) -> bytes:
    try:
        return base64.b64decode(signature, validate=True)
    except (binascii.Error, ValueError):
        raise Untrusted("the signature is not in base 64") from None


def certificate_url(header: str) -> str:
    """The normalized address of a certificate.

    Raises:
        Untrusted: it is not one of Amazon's.
    """
    match = _OURS.fullmatch(header)
    path = posixpath.normpath(match[1]) if match else ""
    if not path.startswith(FOLDER):
        raise Untrusted("the certificate's address is not one of Amazon's")
    return f"https://{HOST}{path}"
