"""The AWS Lambda entry, named in `template.yaml`. All that can be made before a request is."""

from __future__ import annotations

import gc

# Nothing that is imported becomes garbage: not looking for it shortens the cold start by a tenth.
gc.disable()

import os  # noqa: E402
from typing import Any  # noqa: E402

from skill.deferred import deferring  # noqa: E402

# For writing itself out and for JSON Schemas, what is imported here imports much of the standard
# library in turn, a tenth of the cold start.
with deferring("pprint", "textwrap", "msgspec.inspect"):
    from skill import settings
    from skill.alexa.skill import amazon_services, build_skill
    from skill.library.load import load
    from skill.storage import choice

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
