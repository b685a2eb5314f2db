"""Where certificates are fetched from, in tests: what it serves, and how often it was asked."""

from __future__ import annotations

from datetime import datetime

from tests.web.authority import NOW, Chain

URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"
ANOTHER = "https://s3.amazonaws.com/echo.api/echo-api-cert-13.pem"


class Host:
    """A host of certificates, and two clocks. `fails` is raised instead of an answer, once set."""

    def __init__(self, chain: Chain) -> None:
        self.now = NOW
        self.seconds = 0.0
        self.chain = chain
        self.asked: list[str] = []
        self.fails: Exception | None = None

    def clock(self) -> datetime:
        return self.now

    def stopwatch(self) -> float:
        return self.seconds

    def fetch(self, url: str) -> bytes:
        self.asked.append(url)
        if self.fails is not None:
            raise self.fails
        return self.chain.pem
