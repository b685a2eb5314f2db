"""How a language may be spoken: `content/words/<language>/style.yaml`."""

from __future__ import annotations

from msgspec import field

from skill.library.types.evidence import Content, Text


class Style(Content, frozen=True, kw_only=True):
    """What is never said in a language, and how fast it is spoken.

    `signs` are those that a text may hold beside letters and digits. `forbidden` and
    `forbidden_of_matches` give for a regular expression why it is not said: anywhere, or of a
    condition that fits. `seconds_a_character` estimates how long a text takes.
    """

    signs: Text
    forbidden: dict[Text, Text]
    forbidden_of_matches: dict[Text, Text] = field(default_factory=dict)
    seconds_a_character: float = 0.06
