"""A value of the wrong sort is named with its file, its line and what would be right."""

from __future__ import annotations

from tests.tools.content_folder import (
    COLD,
    FEVER,
    GATE,
    INTENTS,
    JOINT,
    PLACE_GATE,
    SHIN,
    SHIN_WORDS,
    TABLE,
    Row,
)

SHAPE: dict[str, Row] = {
    "a misspelt key is named with the one that was meant": (
        SHIN,
        "{frequency: usually,",
        "{frequensy: usually,",
        "7: `frequensy` is not a key here; did you mean `frequency`?",
    ),
    "a foreign key is named with those that are known": (
        PLACE_GATE,
        "order: 50",
        "order: 50\nzoo: 1",
        "3: `zoo` is not a key here; the keys here are status, sources, reason, reviewed, order, "
        "opens, broader, choice, sore_bone, once_known, for_the_reason, first_after, spares, "
        "last_for, when",
    ),
    "a missing key is named with what it must be": (
        FEVER,
        "care: same_day\n",
        "",
        "1: `care` is missing; it must be one of self_care, see_clinician, same_day, emergency",
    ),
    "a missing date is named with an example": (
        FEVER,
        "reviewed: 2026-11-22\n",
        "",
        "1: `reviewed` is missing; it must be a date such as 2026-11-22",
    ),
    "a word that is no choice is named with the choices": (
        SHIN,
        "often",
        "often-ish",
        "9: `often-ish` is not one of always, usually, often, sometimes, seldom, rarely, never; "
        "did you mean `often`?",
    ),
    "a date of the wrong form is named with the right one": (
        FEVER,
        "2026-11-22",
        "22/11/2026",
        "1: `22/11/2026` does not fit; it must be a date such as 2026-11-22",
    ),
    "a number where a text belongs wants quotes": (
        SHIN_WORDS,
        "name: shin splints",
        "name: 7",
        "1: `7` is read as a number here; put it in quotes",
    ),
    "a text where a number belongs is named with the bounds": (
        TABLE,
        "always: 0.95",
        "always: much",
        "3: `much` does not fit; it must be a number between 0 and 1",
    ),
    "a number out of bounds is named with the bounds": (
        SHIN,
        "incidence: 10",
        "incidence: -10",
        "4: `-10` does not fit; it must be a number above 0",
    ),
    "a key without a value is named with what it must be": (
        FEVER,
        "care: same_day",
        "care:",
        "2: `care` has no value; it must be one of self_care, see_clinician, same_day, emergency",
    ),
    "an empty text is named": (
        SHIN_WORDS,
        "name: shin splints",
        'name: ""',
        "1: `name` is an empty text; write it or leave the key out",
    ),
    "an empty list of sources is a missing source": (
        FEVER,
        "[a-study]",
        "[]",
        "4: `sources` is empty; it needs at least 1",
    ),
    "a gate that opens one thing is no gate": (
        GATE,
        "[fever, swelling]",
        "[fever]",
        "3: `opens` has only 1; it needs at least 2",
    ),
    "a single value where a list belongs is named": (
        FEVER,
        "[a-study]",
        "a-study",
        "4: `a-study` does not fit; it must be a list",
    ),
    "a list where keys belong is named": (
        COLD,
        "{any: [swelling]}",
        "[swelling]",
        "4: `when` must be a set of keys: any, and_any, all, none, or_any, and is a list",
    ),
    "an id that is not kebab-case is named with one that is": (
        JOINT,
        "rule: infected-joint",
        "rule: Infected_Joint",
        "3: the id `Infected_Joint` is not kebab-case; write it as `infected-joint`",
    ),
    "a key that is written twice is named where it stands again": (
        FEVER,
        "care: same_day",
        "care: same_day\ncare: emergency",
        "3: `care` is written twice here; keep one of them",
    ),
    "an intent of another form is named": (
        INTENTS,
        "  SideIntent:",
        "  side:",
        "6: `side` does not fit; it must be a name: such as WhyIntent",
    ),
}

FOLLOWED = {
    "a key that is written twice is named where it stands again",
    "an empty list of sources is a missing source",
}
"""Another fault follows from them."""
