"""Ids and texts, and the evidence that every clinical value carries."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

Id = Annotated[
    str,
    Meta(
        description="kebab-case; a public contract",
        extra_json_schema={"pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"},
    ),
]
"""Held to its form by the schema, when content is checked: to try it again on each of thousands of
ids took two thirds of the time in which the built content is read (5.0 to 1.7 ms)."""
Text = Annotated[str, Meta(min_length=1)]
Texts = Annotated[tuple[Text, ...], Meta(min_length=1)]
Ids = tuple[Id, ...]


class Content(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The closed, immutable ground of every structure below."""


class Status(StrEnum):
    """`sourced`: a primary source was read. `counted`: from published cases, with their number.
    `unverified`: judged, and `reason` says how."""

    SOURCED = "sourced"
    COUNTED = "counted"
    UNVERIFIED = "unverified"


class SourceKind(StrEnum):
    """How close the source is to who measured or ruled: only `primary` can carry `sourced`."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    JUDGEMENT = "judgement"


class Source(Content, frozen=True):
    """A place where a fact was read. `address` is null for clinical judgement."""

    title: Text
    year: int | None
    address: str | None
    read: SourceKind
    supports: Text


class Sources(Content, frozen=True):
    """`content/sources.yaml`."""

    sources: dict[Id, Source]


class Evidenced(Content, frozen=True, kw_only=True):
    """What every clinical value carries beside it."""

    status: Status
    sources: Annotated[Ids, Meta(min_length=1)]
    reason: Text | None = None
