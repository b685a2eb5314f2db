"""Fetching a certificate chain from a host that may be slow, endless or not itself."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from functools import cache
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, build_opener

import certifi

from skill.web.chain import Untrusted

SECONDS = 2.0
MOST_BYTES = 64 * 1024
"""Amazon's chains have about 8 kB."""


def download(
    url: str,
    trust: ssl.SSLContext | None = None,
    seconds: float = SECONDS,
    clock: Callable[[], float] = time.monotonic,
) -> bytes:
    """What lies at an https address. `seconds` is for each step, and for the body as a whole.

    Raises:
        OSError: the host cannot be reached, is not who it should be, or is too slow.
        Untrusted: it answers with something else than a document of at most `MOST_BYTES`.
    """
    opener = build_opener(HTTPSHandler(context=trust or _public_trust()), _NoRedirect)
    deadline = clock() + seconds
    body = b""
    try:
        with opener.open(url, timeout=seconds) as response:
            while part := response.read1(MOST_BYTES):
                body += part
                if len(body) > MOST_BYTES:
                    raise Untrusted("the certificate is too large")
                if clock() > deadline:
                    raise TimeoutError("the certificate came too slowly")
    except HTTPError as error:
        with error:
            raise Untrusted(f"the certificate's address answered {error.code}") from None
    except HTTPException as error:
        raise OSError(f"the certificate's host broke off: {type(error).__name__}") from None
    return body


@cache
def _public_trust() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())


class _NoRedirect(HTTPRedirectHandler):
    """Another address is one that nobody looked at."""

    def redirect_request(self, *_: Any) -> None:
        """Nowhere."""
