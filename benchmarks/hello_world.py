"""The smallest skill there is: the yardstick of `make bench`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Response

LambdaHandler = Callable[[Any, Any], Any]


class Hello(AbstractRequestHandler):
    """One sentence and one question to everything."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Always."""
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        """Say hello."""
        return handler_input.response_builder.speak("Hello, world").ask("Hello?").response


def hello_world(builder: SkillBuilder) -> LambdaHandler:
    """The skill as Lambda calls it, made with this builder."""
    builder.add_request_handler(Hello())
    handler: LambdaHandler = builder.lambda_handler()
    return handler
