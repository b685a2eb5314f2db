"""Where Amazon says that the certificate of its signature lies."""

from __future__ import annotations

import posixpath
import re

from skill.web.refused import Refused

HOST = "s3.amazonaws.com"
FOLDER = "/echo.api/"

# Plainer than a URL may be: what parsers disagree on (escapes, queries, user names, backslashes)
# occurs in none of Amazon's, and each could make this service fetch something else. Amazon's
# paths have some thirty characters; a refused one is remembered, so it may not be long.
_OURS = re.compile(rf"(?i:https://{re.escape(HOST)})(?::443)?(/[A-Za-z0-9._/-]{{1,200}})")


def certificate_url(header: str) -> str:
    """The normalized address of a certificate.

    Raises:
        Refused: it is not one of Amazon's.
    """
    match = _OURS.fullmatch(header)
    path = posixpath.normpath(match[1]) if match else ""
    if not path.startswith(FOLDER):
        raise Refused("the certificate's address is not one of Amazon's")
    return f"https://{HOST}{path}"
