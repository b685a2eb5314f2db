"""What Alexa is to listen for: intents, sentences, names for two things."""

from typing import Annotated, Literal

from msgspec import Meta, field

from skill.library.types.evidence import Content, Id, Text, Texts

IntentName = Annotated[
    str, Meta(pattern=r"^(AMAZON\.)?[A-Z][A-Za-z]*Intent$", description="such as WhyIntent")
]
SlotName = Annotated[str, Meta(pattern=r"^[a-z]+(_[a-z]+)*$", description="small letters and _")]
SlotTypeName = Annotated[
    str, Meta(pattern=r"^(AMAZON\.)?[A-Z]+(_[A-Z]+)*$", description="capitals and _")
]


class Intent(Content, frozen=True, kw_only=True):
    """What people say when they mean one thing.

    `heard` are the words that it stands for, empty where Alexa tells of none. {name} in them and
    in `samples` is a slot, whose type stands in `slots`.
    """

    heard: str
    samples: tuple[Text, ...] = ()
    slots: dict[SlotName, SlotTypeName] = {}


class SlotType(Content, frozen=True, kw_only=True):
    """What a slot may hold: the ways of saying each value by id, or the names in the content.

    Of the names, those that begin with a word of `not_beginning` are left out.
    """

    values: dict[Id, Texts] = {}
    not_beginning: tuple[Text, ...] = ()
    content: Literal["places", "routines", "exercises", "topics", "sentences"] | None = field(
        default=None, name="from"
    )


class Intents(Content, frozen=True, kw_only=True):
    """`content/words/en/intents.yaml`: the interaction model, and what its intents stand for.

    `carriers` are the slots of free speech by intent, each with the words that Alexa takes off
    before it.
    """

    invocation_name: Text
    fallback_sensitivity: Literal["LOW", "MEDIUM", "HIGH"]
    intents: dict[IntentName, Intent]
    carriers: dict[IntentName, dict[SlotName, Text]]
    types: dict[SlotTypeName, SlotType]


class Sentences(Content, frozen=True):
    """`content/words/en/sentences.yaml`: the seeds of the slot that takes whole sentences."""

    sentences: Texts


class SharedNames(Content, frozen=True):
    """`content/words/en/shared_names.yaml`: lay names that stand for two conditions."""

    names: dict[Text, Annotated[tuple[Id, ...], Meta(min_length=2, max_length=2)]]
