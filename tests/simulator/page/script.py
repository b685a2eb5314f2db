"""A skill with fixed replies, in place of the one that the page would ask."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from playwright.sync_api import Page, Request, Route

from simulator.exchange import NOTHING
from simulator.play import play_of
from simulator.sound import reprompt_of, speech_of


class Scripted:
    """Answers the page's lines with responses, one after another, and keeps the lines."""

    def __init__(self, page: Page, *replies: tuple[dict[str, Any], str]) -> None:
        """`replies` are whole responses, each with its acts, with spaces between them."""
        self.lines: list[dict[str, Any]] = []
        self._replies = iter(replies)
        page.route("**/say", self._answer)

    def _answer(self, route: Route, request: Request) -> None:
        self.lines.append(request.post_data_json or {})
        response, acts = next(self._replies)
        exchange = replace(
            NOTHING,
            response=response,
            acts=tuple(acts.split()),
            speech=speech_of(response),
            reprompt=reprompt_of(response),
            session_open=True,
            play=play_of(response),
        )
        play = asdict(exchange.play) if exchange.play else None
        route.fulfill(json=exchange.as_json() | {"ranking": [], "play": play})
