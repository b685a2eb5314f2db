"""A question in the words of a sample, with a name in it that nobody knows.

Alexa fills a slot with whatever was said there, also where it stands for no value.
"""

from __future__ import annotations

from simulator.understanding.hearing import Heard
from simulator.understanding.phrases import Span
from simulator.understanding.samples import CONDITION, CompiledModel, Gap

LONGEST_NAME = 4
"""Words; more of them are hardly a name."""

FEWEST_BEFORE = 2
"""Words of the sample that must be there: one alone begins too much."""


def about_nothing_known(heard: Heard, model: CompiledModel) -> tuple[str, Gap, Span] | None:
    """The intent whose sample begins like this, and the words where its name would be."""
    found: tuple[int, str, Gap] | None = None
    for template in model.templates:
        *before, last = template.parts
        plain = tuple(part for part in before if isinstance(part, str))
        if not isinstance(last, Gap) or last.kind != CONDITION or len(plain) != len(before):
            continue
        left = len(heard.keys) - len(plain)
        if len(plain) < FEWEST_BEFORE or not 1 <= left <= LONGEST_NAME:
            continue
        if heard.keys[: len(plain)] == plain and (found is None or len(plain) > found[0]):
            found = (len(plain), template.intent, last)
    if found is None:
        return None
    start, intent, gap = found
    return intent, gap, Span(start, len(heard.keys), "")
