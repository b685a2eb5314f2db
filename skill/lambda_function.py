"""The AWS Lambda entry, named in `template.yaml`. All that can be made before a request is."""

from __future__ import annotations

import gc

# Nothing that is imported becomes garbage: not looking for it shortens the cold start by a tenth.
gc.disable()

import os  # noqa: E402
from typing import Any  # noqa: E402

from skill import settings  # noqa: E402
from skill.alexa.skill import amazon_services, build_skill  # noqa: E402
from skill.library.load import load  # noqa: E402
from skill.storage import choice  # noqa: E402

_library, _settings = load(), settings.from_environment()
_skill = build_skill(
    _settings, _library, bookmarks=choice.from_environment(), connect=amazon_services
)

# A snapshot is made once for each version, and each start from it is as warm as it was. Any other
# start would only be later.
if os.environ.get("AWS_LAMBDA_INITIALIZATION_TYPE") == "snap-start":
    from skill.alexa.priming import prime

    prime(_skill, _library, _settings.skill_id)

gc.freeze()
gc.enable()


def handler(event: Any, context: Any) -> dict[str, Any]:
    """Answer one Alexa request: request JSON in, response JSON out."""
    return _skill.answer(event, context)
