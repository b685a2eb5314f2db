"""Easier and harder, by pain or by request."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from skill.library.types import Exercise, PainRule


class AtLevel(NamedTuple):
    """An exercise at one of its levels, counted from 1."""

    exercise: str
    level: int


class Decision(StrEnum):
    """What pain calls for."""

    GO_ON = "go-on"
    EASE = "ease"
    STOP = "stop"


def decide(rule: PainRule, pain: int) -> Decision:
    """What a pain of 0 to 10 calls for by a pain-monitoring rule."""
    if pain <= rule.go_on:
        return Decision.GO_ON
    return Decision.EASE if pain <= rule.ease else Decision.STOP


def easier(exercises: Mapping[str, Exercise], now: AtLevel) -> AtLevel | None:
    """A smaller dose, else the regression at its fullest dose, else nothing."""
    if now.level > 1:
        return AtLevel(now.exercise, now.level - 1)
    regression = exercises[now.exercise].regression
    return AtLevel(regression, len(exercises[regression].levels)) if regression else None


def harder(exercises: Mapping[str, Exercise], now: AtLevel) -> AtLevel | None:
    """A larger dose, else the progression at its smallest dose, else nothing."""
    if now.level < len(exercises[now.exercise].levels):
        return AtLevel(now.exercise, now.level + 1)
    progression = exercises[now.exercise].progression
    return AtLevel(progression, 1) if progression else None
