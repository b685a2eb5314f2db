"""What is heard of a sentence at an open question."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from benchmarks.understand import context_of
from skill.understanding.heard import Heard
from skill.understanding.read import read
from tools.content.load import load


def heard_at(question: str, said: str, **known: Any) -> Heard:
    """What is heard of English words at a question, where `known` is what else the talk knows."""
    library = load()
    context = replace(context_of(library, question), **known)
    return read(library.words["en"].lexicon, said, context)
