"""The habits of a listener, read from `listening_en.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from tools.content.yaml_files import read

Phrases = tuple[str, ...]
Words = frozenset[str]


class Habits(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a listener brings along, beside the interaction model; each key is told in the file."""

    spelled_out: dict[str, str]
    endings: dict[str, str]
    fillers: Phrases
    openers: Phrases
    dropped: Words
    inside: Words
    built_in: dict[str, Phrases]
    guards: Words
    plain_answers: Words
    doubtful_answers: Words
    answers: Phrases
    joints: Words
    topics: Phrases
    commands: Phrases
    told: Phrases
    light: Words
    asks_for: Words
    hedges: Words
    own: Words
    questions: Words
    denials: Words
    softeners: Words
    reversals: Words
    lasting: Words
    past: Phrases
    half_denials: Words
    breaks: Words
    turns: Words
    times: Words
    half_breaks: Words
    pronouns: Words
    deeds: Words
    parts: Words
    pains: Words
    abilities: Words
    goes_on: Words
    assents: Words
    goes_on_after_doubt: Words
    not_after_a_side: Words
    numbers: dict[str, int]
    same: dict[str, Phrases]
    unsaid: Words
    asking_first: Phrases
    requests: Words
    aspects: Phrases
    indirect: Words
    inversions: Words
    open_questions: Words
    makes: Words


@cache
def habits() -> Habits:
    """How English is heard."""
    return msgspec.convert(read(Path(__file__).with_name("listening_en.yaml")).data, Habits)
