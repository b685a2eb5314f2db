"""The credentials with which requests to AWS are signed, as Lambda hands them out.

A function that starts from a snapshot finds them at an address that only it can reach, as those in
a snapshot would be out of date; any other finds them in its environment.
Source: docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html.
"""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from skill.storage.store import StoreFault

SECONDS_BEFORE_THE_END = 300


class Credentials(NamedTuple):
    """A key of AWS; `until` is when it ends, in seconds since 1970, or None for never."""

    id: str
    secret: str
    token: str | None
    until: float | None = None

    def are_good(self, now: float) -> bool:
        """Whether they will last for a while."""
        return self.until is None or now < self.until - SECONDS_BEFORE_THE_END


def credentials(environment: Mapping[str, str], seconds: float) -> Credentials:
    """Those of the environment, else of the address in it, which is waited for so long.

    Raises:
        StoreFault: there are none.
    """
    id, secret = environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY")
    if id and secret:
        return Credentials(id, secret, environment.get("AWS_SESSION_TOKEN") or None)
    address = environment.get("AWS_CONTAINER_CREDENTIALS_FULL_URI", "")
    if not address.startswith("http"):
        raise StoreFault("there are no AWS credentials")
    token = environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN", "")
    asked = urllib.request.Request(address, headers={"Authorization": token} if token else {})
    try:
        with urllib.request.build_opener(_NO_PROXY).open(asked, timeout=seconds) as answer:
            told = json.load(answer)
        until = datetime.fromisoformat(told["Expiration"].replace("Z", "+00:00")).timestamp()
        return Credentials(told["AccessKeyId"], told["SecretAccessKey"], told["Token"], until)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise StoreFault(f"AWS credentials: {type(fault).__name__}") from None


_NO_PROXY = urllib.request.ProxyHandler({})
