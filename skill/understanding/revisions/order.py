"""What is told and what is answered, each put right by the other before both are handed on."""

from __future__ import annotations

from collections.abc import Callable

from skill.understanding.gist import Gist
from skill.understanding.reading.reading import Reading
from skill.understanding.revisions import (
    ages_and_mornings,
    calm_occasions,
    denied_parts,
    doubtful_signs,
    medicines,
    old_signs,
)
from skill.understanding.revisions.sense import Sense

Revision = Callable[[Reading, Gist, Sense], Sense]
"""A look at both that changes one of them where the other says so."""


def revise(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """The sense after all revisions, in their order: each sees what those before it made of it."""
    for revision in REVISIONS:
        sense = revision(reading, main, sense)
    return sense


REVISIONS: tuple[Revision, ...] = (
    medicines.of_a_medicine,
    denied_parts.of_a_leading_yes,
    denied_parts.of_half_a_chest,
    ages_and_mornings.of_an_age,
    doubtful_signs.of_more_than_ever,
    old_signs.of_old,
    old_signs.of_likeness,
    doubtful_signs.of_passing,
    old_signs.of_effort,
    doubtful_signs.of_doubt,
    doubtful_signs.of_load_alone,
    doubtful_signs.of_hearsay,
    doubtful_signs.of_no_denial,
    medicines.of_its_time,
    denied_parts.of_a_part,
    denied_parts.of_before,
    ages_and_mornings.of_stiffness,
    ages_and_mornings.of_no_morning_yet,
    calm_occasions.of_a_calm_occasion,
    denied_parts.of_parts,
    denied_parts.of_sides,
    denied_parts.of_a_named_calf,
    doubtful_signs.of_an_unknown_word,
)
