"""The page in the store: what Amazon's policy on health wants in it, and what it refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.content.faults.fault import Fault
from tools.content.faults.shelf import Filed, Shelf
from tools.content.store import MOST_OF_DESCRIPTION

DISCLAIMED = "not a substitute for professional medical advice"
"""What a description must hold (policy 3.e, as quoted at
https://vpa-sec-lab.github.io/experimentresults.html)."""

CLAIMS = (
    r"\b(diagnos\w*|cure[sd]?|curing|heals?|treats?|treated|treating|life.?saving|guarantee\w*)\b"
)
"""What no text may claim (policy 3.b and 3.c there). The disclaimer denies it, and is left out."""

APP = r"\b(app|application)\b"
"""What a skill may not be called
(https://developer.amazon.com/it-IT/docs/alexa/custom-skills/troubleshooting-common-certification-failures.html)."""
ALEXA_APP = "Alexa app"

PUBLIC = ("name", "summary", "description", "keywords", "updates")
CLAIMING = (*PUBLIC, "example_phrases", "testing_instructions")
"""What may claim nothing; a tester reads the instructions beside the policy."""

EMERGENCY = r"\b(emergenc\w*|911|urgent)\b"
"""Of this nothing is promised in what people search by."""


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault of the words of the store, in every language."""
    for language in shelf.languages:
        for file in shelf.of("store.yaml", language):
            if file.readable:
                yield from _of_page(file)


def _of_page(file: Filed) -> Iterator[Fault]:
    disclaimer = str(file.value("disclaimer"))
    if DISCLAIMED not in disclaimer:
        yield file.fault(f'the store refuses it without "{DISCLAIMED}"; say so', "disclaimer")
    for key in CLAIMING:
        value = file.value(key)
        for text in [value] if isinstance(value, str) else file.texts(key):
            for found in re.finditer(CLAIMS, text, re.IGNORECASE):
                yield file.fault(f'"{found[0]}" claims what no skill may; leave it out', key)
            if key in PUBLIC and re.search(APP, text.replace(ALEXA_APP, ""), re.IGNORECASE):
                yield file.fault("a skill is not called an app; call it a skill", key)
            if key in {"name", "summary", "keywords"} and re.search(EMERGENCY, text, re.IGNORECASE):
                yield file.fault("nobody may look for this in an emergency; leave it out", key)
    length = len("\n\n".join((*file.texts("description"), disclaimer)))
    if length > MOST_OF_DESCRIPTION:
        yield file.fault(
            f"description and disclaimer have {length:,} characters and may have "
            f"{MOST_OF_DESCRIPTION:,}; shorten them",
            "description",
        )
    phrases = file.texts("example_phrases")
    if phrases and not phrases[0].startswith("Alexa, open "):
        yield file.fault("the first example opens the skill: Alexa, open ...", "example_phrases")
