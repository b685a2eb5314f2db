"""Evidence of the advice in single sentences. It is checked and printed, and does not ship."""

from __future__ import annotations

from datetime import date

from skill.library.types import Content, Evidenced, Id


class Advice(Content, frozen=True, kw_only=True):
    """`content/advice.yaml`: the evidence of statements and prompts, by their act id."""

    reviewed: date
    statements: dict[Id, Evidenced]
