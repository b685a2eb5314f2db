"""The content that Alexa matched in the slots, joined with what the words say."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from skill.interview.answers import can_be_answered
from skill.library.types import Lexicon, Library
from skill.understanding.heard import Heard


def with_matched(library: Library, lexicon: Lexicon, heard: Heard, ids: Sequence[str]) -> Heard:
    """What was heard, with the content that Alexa matched; what the words deny stays denied."""
    if not ids:
        return heard
    denied = {id for id, true in heard.findings.items() if not true}
    felt = [id for id in ids if can_be_answered(library, id) and id not in denied]
    signs = [id for id in ids if id in library.stop_signs]
    # Before anything is exercised a sign counts by the flag that it raises.
    raised = (library.stop_signs[id].raises for id in signs)
    felt += [id for id in raised if id is not None and id not in denied]
    named = {
        kind: next((id for id in ids if id in known), getattr(heard, kind))
        for kind, known in (
            ("exercise", library.exercises),
            ("routine", library.routines),
            ("topic", library.topics),
        )
    }
    return replace(
        heard,
        findings={**heard.findings, **dict.fromkeys(felt, True)},
        danger=tuple(dict.fromkeys((*heard.danger, *(i for i in felt if i in lexicon.urgent)))),
        stop_signs=tuple(dict.fromkeys((*heard.stop_signs, *signs))),
        **named,
    )
