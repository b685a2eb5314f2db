"""What a language listens for: utterances, negations, names for two things."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from skill.library.types.evidence import Content, Id, Ids, Text, Texts


class Negations(Content, frozen=True):
    """`content/words/en/negations.yaml`: words that turn what follows into its opposite.

    Lower case, without apostrophes. A slot that was filled with one of them affirms nothing.
    """

    negations: Texts


IntentName = Annotated[
    str, Meta(pattern=r"^(AMAZON\.)?[A-Z][A-Za-z]*Intent$", description="such as WhyIntent")
]
SlotName = Annotated[str, Meta(pattern=r"^[a-z]+(_[a-z]+)*$", description="small letters and _")]
SlotTypeName = Annotated[
    str, Meta(pattern=r"^(AMAZON\.)?[A-Z]+(_[A-Z]+)*$", description="capitals and _")
]


class Intent(Content, frozen=True, kw_only=True):
    """What people say when they mean one thing.

    In `samples`, (a|b) is one of them, [a|b] is one of them or none, and {name} is a slot, whose
    type stands in `slots`.
    """

    samples: tuple[Text, ...]
    slots: dict[SlotName, SlotTypeName] = {}


class SlotType(Content, frozen=True, kw_only=True):
    """What a slot may hold.

    `values` are the ways of saying each value, by id; `from` takes the `said` of content
    before them, without the ids in `except`. What is said for it and is a sample of an intent in
    `yields_to` too is left to that intent, so that no utterance has two.
    """

    values: dict[Id, Texts] = {}
    content: (
        Literal[
            "places",
            "findings and red flags",
            "conditions and look-alikes",
            "topics",
            "routines",
            "exercises",
            "stop signs",
        ]
        | None
    ) = field(default=None, name="from")
    leave_out: Ids = field(default=(), name="except")
    yields_to: tuple[IntentName, ...] = ()


class Utterances(Content, frozen=True, kw_only=True):
    """`content/words/en/utterances.yaml`: what people say, for the interaction model alone."""

    invocation_name: Text
    fallback_sensitivity: Literal["LOW", "MEDIUM", "HIGH"]
    intents: dict[IntentName, Intent]
    types: dict[SlotTypeName, SlotType]


class Intents(Content, frozen=True, kw_only=True):
    """`content/words/en/intents.yaml`: the words that an intent of Alexa's stands for.

    In `heard`, {name} stands for the words of a slot. `carriers` are the slots of free speech,
    each with the words that Alexa takes off before it.
    """

    heard: dict[IntentName, Text]
    carriers: dict[SlotName, str]


class SharedNames(Content, frozen=True):
    """`content/words/en/shared_names.yaml`: lay names that stand for two conditions."""

    names: dict[Text, Annotated[tuple[Id, ...], Meta(min_length=2, max_length=2)]]
