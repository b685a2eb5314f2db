"""The AWS Lambda entry, named in `template.yaml`. All that can be made before a request is."""

from __future__ import annotations

import gc

# Nothing that is imported becomes garbage: not looking for it shortens the cold start by a tenth.
gc.disable()

from typing import Any  # noqa: E402

from skill import settings  # noqa: E402
from skill.alexa.skill import build_skill  # noqa: E402
from skill.library.load import load  # noqa: E402

_skill = build_skill(settings.from_environment(), load())

gc.freeze()
gc.enable()


def handler(event: Any, context: Any) -> dict[str, Any]:
    """Answer one Alexa request: request JSON in, response JSON out."""
    return _skill.answer(event, context)
