"""The AWS Lambda entry, named in `template.yaml`. All that can be made before a request is."""

from __future__ import annotations

from typing import Any

from skill import settings
from skill.alexa.skill import build_skill

_skill = build_skill(settings.from_environment())


def handler(event: Any, context: Any) -> dict[str, Any]:
    """Answer one Alexa request: request JSON in, response JSON out."""
    return _skill.answer(event, context)
