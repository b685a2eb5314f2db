"""What is asked of Alexa's reminders before a reply is whole, and what came of it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from skill.coaching.schedule import Plan


class Errand(Struct, frozen=True):
    """What is to be asked of Alexa's reminders before the reply is whole.

    `set` sets the `plan` in the place of what was set before, `list` tells what is set, `fill`
    finds what stands of a plan that is to be changed, `cancel` deletes all, as does `forget`,
    which is not spoken of where nothing was set. `consented` is true once somebody gave the
    permission just now: it is not asked for again.
    """

    kind: Literal["set", "list", "fill", "cancel", "forget"]
    plan: Plan | None = None
    consented: bool = False


Why = Literal[
    "no-permission", "no-device", "too-many", "too-often", "not-taken", "unreachable", "none-here"
]
"""Why Alexa's reminders did not do something. `none-here`: this deployment has none."""


class Refusal(Struct, frozen=True):
    """It was not done, and why."""

    why: Why


class Done(Struct, frozen=True):
    """It was done. `instead` of another one; `count` were deleted; `plans` are those found."""

    instead: bool = False
    count: int = 0
    plans: tuple[Plan | None, ...] = ()


Outcome = Refusal | Done
