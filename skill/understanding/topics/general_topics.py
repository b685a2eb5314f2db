"""The topics of what is asked about no trouble by name: what causes it, how long it takes."""

from __future__ import annotations

from collections.abc import Mapping

from skill.library.types import Aspect

GENERAL_TOPICS: Mapping[Aspect, str] = {
    Aspect.CAUSES: "load-and-pain",
    Aspect.REHAB: "exercises-for-ankles",
    Aspect.TREATMENTS: "treatments-for-ankle-pain",
    Aspect.HOW_LONG: "recovery-time",
    Aspect.RUNNING: "running-while-it-hurts",
    Aspect.WHEN_TO_BE_SEEN: "when-to-see-a-professional",
}
"""What answers a question about "it" where nothing was spoken of yet."""
OF_A_CONDITION = {side: GENERAL_TOPICS[side] for side in (Aspect.CAUSES, Aspect.HOW_LONG)}
"""The sides of these that a condition has too, where it answers better."""
