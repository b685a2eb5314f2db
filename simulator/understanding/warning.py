"""Signs to stop at once, told in the speaker's own words."""

from __future__ import annotations

from simulator.understanding.denial import Said, how_said
from simulator.understanding.description import FEELING, Description
from simulator.understanding.hearing import Heard, key
from simulator.understanding.listening import habits
from simulator.understanding.phrases import Span
from simulator.understanding.samples import STOP_SIGN, CompiledModel, Gap

_MOST_UNKNOWN = 0.3


def warned_of(
    heard: Heard, model: CompiledModel, description: Description
) -> tuple[str, Gap, Span] | None:
    """The intent, its slot and the first sign that is said to be so; None where none is.

    What is felt beside it goes first: as a description it is heard with all its values.
    """
    if description.meant(FEELING, Said.SO) or description.unknown > _MOST_UNKNOWN:
        return None
    for intent, gaps in model.slots.items():
        for gap in gaps:
            if gap.kind == STOP_SIGN:
                signs = _signs(heard, model)
                so = (
                    sign
                    for sign, said in zip(signs, how_said(heard, signs), strict=True)
                    if said is Said.SO
                )
                first = next(so, None)
                return (intent, gap, first) if first else None
    return None


def _signs(heard: Heard, model: CompiledModel) -> list[Span]:
    found: list[Span] = []
    for at in range(len(heard.keys)):
        if not found or at >= found[-1].end:
            here = model.types[STOP_SIGN].at(heard.keys, at)[-1:]
            # "Weak ankles" have a history, "weak" is now.
            found += [
                sign for sign in here if key(heard.spoken_after(sign.end)) not in habits().parts
            ]
    return found
