"""What the page calls the ids that it shows."""

from __future__ import annotations

from skill.library.types import Words


def names_of(words: Words) -> dict[str, str]:
    """The name of each condition, finding and flag, by id; a gate's short question."""
    return (
        {id: gate.reprompt for id, gate in words.gates.items()}
        | {id: flag.name for id, flag in words.red_flags.items() if flag.name is not None}
        | {id: finding.name for id, finding in words.findings.items()}
        | {id: condition.name for id, condition in words.conditions.items()}
    )
