"""Whatever is wrong in a value is named with its file, its line and what would be right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tools.content_folder import (
    CALF_RAISE_WORDS,
    COLD,
    FEVER,
    FEVER_WORDS,
    GATE,
    INTENTS,
    JOINT,
    OPENING,
    PLACE_GATE,
    RESULT,
    SHIN,
    SHIN_WORDS,
    SIGN_WORDS,
    SIGNS,
    SOURCES,
    STRAIN,
    TABLE,
    TIMING,
    TIMING_WORDS,
    faults_of,
    replace,
)
from tools.content.check import checked


def test_sound_content_has_no_fault_and_becomes_a_library(content: Path) -> None:
    library = checked(content)

    assert list(library.conditions) == ["shin-splints"]
    assert list(library.words) == ["en"]


SHAPE = {
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
        "opens, broader, choice, for_the_reason, first_after, when",
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

REFERENCES = {
    "a source that does not exist is named with the one that was meant": (
        STRAIN,
        "{frequency: always, status: sourced, sources: [a-study]}",
        "{frequency: always, status: sourced, sources: [a-studdy]}",
        "7: `a-studdy` is no source of sources.yaml; did you mean `a-study`?",
    ),
    "a sourced value without a primary source is not sourced": (
        FEVER,
        "[a-study]",
        "[judged]",
        "3: `sourced` needs a source that was read itself (read: primary); name one, or make it "
        "`unverified` and give the reason",
    ),
    "an unverified value says how it was judged": (
        PLACE_GATE,
        'reason: "Judged"\n',
        "",
        "4: `reason` is missing; an unverified value says how it was judged",
    ),
    "a source that nothing names is unused": (
        SOURCES,
        "  judged:\n",
        "  idle: {title: T, year: 2000, address: null, read: secondary, supports: S}\n  judged:\n",
        "8: `idle` is unused: no value names it; name it or remove it",
    ),
    "a place that is none is named with the one that was meant": (
        STRAIN,
        "pain-calf:",
        "pain-calves:",
        "7: `pain-calves` is no place of pain; places stand in content/findings/places.yaml; "
        "did you mean `pain-calf`?",
    ),
    "a finding of a condition that is none is named with the one that was meant": (
        SHIN,
        "morning-stiffness",
        "morning-stiffnes",
        "9: `morning-stiffnes` is nothing that is asked; did you mean `morning-stiffness`?",
    ),
    "a flag that a rule works out is no sign of a condition": (
        STRAIN,
        "cold-foot:",
        "infected-joint:",
        "10: `infected-joint` is worked out by a rule and never asked; name what the rule reads",
    ),
    "what is required is listed": (
        SHIN,
        "care: self_care",
        "care: self_care\nrequires: [fever]",
        "3: `fever` is required, but listed under neither `places` nor `findings` here",
    ),
    "what a gate opens exists": (
        GATE,
        "[fever, swelling]",
        "[fever, swelling, chills]",
        "3: `chills` is nothing that is asked",
    ),
    "what makes a flag relevant exists": (
        COLD,
        "[swelling]",
        "[swellling]",
        "4: `swellling` is nothing that is asked; did you mean `swelling`?",
    ),
    "what makes a flag relevant is asked, and not worked out": (
        COLD,
        "[swelling]",
        "[infected-joint]",
        "4: `infected-joint` is worked out by a rule and never asked; name what the rule reads",
    ),
    "a condition of relevance says something": (
        COLD,
        "{any: [swelling]}",
        "{}",
        "4: `when` names nothing, so it says nothing; remove it",
    ),
    "what a rule reads exists": (
        JOINT,
        "[fever, swelling]",
        "[fever, pus]",
        "4: `pus` is nothing that is asked",
    ),
    "a rule says what it reads": (
        JOINT,
        "reads: [fever, swelling]\n",
        "",
        "3: `reads` is missing; list the ids that the rule reads",
    ),
    "a rule that needs a question has a turn": (
        JOINT,
        "rule: infected-joint",
        "rule: infected-joint\nneeds: [swelling]",
        "1: what it needs is asked only in its turn; give it an order above 0",
    ),
    "a rule that needs no question has no turn": (
        JOINT,
        "rule: infected-joint",
        "rule: infected-joint\norder: 5",
        "4: a rule that needs no question of its own has no order; remove it",
    ),
    "only a rule reads": (
        COLD,
        "order: 20",
        "order: 20\nreads: [swelling]",
        "4: only a flag with a rule has `reads`; remove it",
    ),
    "a flag that nothing asks is named": (
        COLD,
        "order: 20\n",
        "",
        "1: nothing asks this flag; give it an order above 0 or put it in a gate",
    ),
    "a flag behind a gate has no turn of its own": (
        FEVER,
        "care: same_day",
        "care: same_day\norder: 7",
        "3: the gate `infection` asks this flag, so it has no order of its own; remove it",
    ),
    "no two questions have the same turn": (
        COLD,
        "order: 20",
        "order: 10",
        "3: content/gates/infection.yaml has the order 10 too; no two questions have the same",
    ),
    "the turn of a gate is above 0": (
        GATE,
        "order: 10",
        "order: 0",
        "2: the order of a gate is above 0",
    ),
    "a gate of places opens nothing else": (
        PLACE_GATE,
        "pain-front-of-shin]",
        "pain-front-of-shin, fever]",
        "3: a gate opens places only, or no place at all",
    ),
    "a gate asks for three things at most": (
        GATE,
        "opens: [fever, swelling]",
        "opens: [fever, swelling, night-pain, numbness]",
        "3: a gate asks for 3 things at most, which is what one breath holds; ask for the others "
        "in a gate of their own",
    ),
    "a cluster of one is none": (
        TIMING,
        "background: seldom\n    status: unverified",
        "background: seldom\n    cluster: wet\n    status: unverified",
        "9: nothing else is in the cluster `wet`; remove it or name the others",
    ),
    "what a stop sign raises exists": (
        SIGNS,
        "raises: fever",
        "raises: fevre",
        "6: `fevre` is nothing that is asked; did you mean `fever`?",
    ),
    "what a stop sign raises is asked, and not worked out": (
        SIGNS,
        "raises: fever",
        "raises: infected-joint",
        "6: `infected-joint` is worked out by a rule and never asked; name what the rule reads",
    ),
    "what a stop sign raises is no place": (
        SIGNS,
        "raises: fever",
        "raises: pain-calf",
        "6: `pain-calf` is nothing that is asked",
    ),
}

HEARD = {
    "an intent stands for words": (
        INTENTS,
        "heard: stop",
        'heard: ""',
        "5: it stands for no words, so nothing is understood by it",
    ),
    "a slot that is heard is declared": (
        INTENTS,
        "the {side} side",
        "the side",
        "6: the slot `side` must stand both in `heard` and in `slots`",
    ),
    "a sample fills what is heard": (
        INTENTS,
        "the {side} one",
        "that one",
        '10: "that one" lacks {side}, so `heard` would have a hole',
    ),
    "a slot has one carrier": (
        INTENTS,
        "{it: it}",
        "{my: it}",
        "13: `my` is also a carrier of `BodySpeechIntent`; keep one",
    ),
    "a carrier has one slot": (
        INTENTS,
        "{it: it}",
        "{it: the}",
        "13: `the` is also a carrier of `BodySpeechIntent`; keep one",
    ),
    "free speech has intents of its own": (
        INTENTS,
        "  ItSpeechIntent:",
        "  SideIntent:",
        "13: `SideIntent` has samples already; give free speech another",
    ),
}

NUMBERS = {
    "frequency words fall": (
        TABLE,
        "often: 0.6",
        "often: 0.8",
        "5: `often` is rarer than `usually`, so its number is below 0.8",
    ),
    "no frequency word is missing": (
        TABLE,
        "  never: 0.02\n",
        "",
        "2: `never` is missing; every word has its number",
    ),
    "no grade is missing": (
        TABLE,
        "  not-sure: {if_present: 0.05, if_absent: 0.05, status: unverified, sources: [judged], "
        'reason: "Judged"}\n',
        "",
        "10: `not-sure` is missing; every grade has its strength",
    ),
    "what people answer sums to one": (
        TABLE,
        "if_present: 0.7,",
        "if_present: 0.6,",
        "10: the `if_present` of what people answer sum to 0.900; they must sum to 1",
    ),
    "a no to several is weaker than a no": (
        TABLE,
        "if_present: 0.25, if_absent: 0.85",
        "if_present: 0.05, if_absent: 0.85",
        "15: `no-to-several` speaks for a finding no less than `no`, so its if_present divided by "
        "if_absent is between 0.143 and 1",
    ),
}

WORDS = {
    "a flag that is asked has a plainer wording": (
        FEVER_WORDS,
        'plainer: "Yes or no, do you feel hot and shivery?"\n',
        "",
        "1: `plainer` is missing; this flag is asked",
    ),
    "a flag that is worked out has no question": (
        "words/en/red_flags/infected-joint.yaml",
        "because:",
        'ask: "Is it infected?"\nbecause:',
        "1: a rule works this flag out and nobody is asked; remove `ask`",
    ),
    "what may be looked after at home says when to be seen": (
        SHIN_WORDS,
        "seen_when: See a doctor if it is no better in a week.\n",
        "",
        "1: `seen_when` is missing; content/conditions/shin-splints.yaml calls for self care",
    ),
    "what has to be seen says nothing of when to be seen after all": (
        "words/en/look_alikes/calf-strain.yaml",
        "until:",
        "seen_when: See a doctor in a week.\nuntil:",
        "3: content/look_alikes/calf-strain.yaml calls for more than self care; remove `seen_when`",
    ),
    "a question ends with a question mark": (
        FEVER_WORDS,
        "Do you have a fever?",
        "Tell me about a fever.",
        "1: this asks, so it ends with a question mark",
    ),
    "a prompt ends with its question": (
        OPENING,
        "Hello. Where does it hurt?",
        "Where does it hurt? Hello.",
        "5: this asks, so it ends with a question mark",
    ),
    "a prompt has a reprompt": (
        OPENING,
        "    reprompt: Tell me where it hurts.\n",
        "",
        "2: `reprompt` is missing; it must be a text",
    ),
    "a statement asks nothing": (
        RESULT,
        "Your answers fit {first}.",
        "Your answers fit {first}, okay?",
        "4: nothing is asked here, so it holds no question mark",
    ),
    "a reason is a whole sentence": (
        FEVER_WORDS,
        "A fever can mean an infection.",
        "a fever can mean an infection",
        "4: this is a whole sentence, so it ends with a full stop",
    ),
    "a name is spoken inside a sentence": (
        FEVER_WORDS,
        '"no fever"',
        '"No fever."',
        "7: this is spoken inside a sentence, so it ends with a word",
    ),
    "a reprompt is not the question once more": (
        FEVER_WORDS,
        "Any fever?",
        "do you have a fever ?",
        "2: `reprompt` says the same once more; put it otherwise",
    ),
    "a placeholder is one that is filled in": (
        RESULT,
        "{first}",
        "{frist}",
        "4: {frist} is nothing that is filled in; did you mean `first`?",
    ),
    "variants name the same things": (
        OPENING,
        "Noted, {findings}.",
        "Noted.",
        "11: this variant names other things in braces than the first one; variants are equal in "
        "meaning",
    ),
    "a brace is not left open": (
        RESULT,
        "{first}",
        "{first",
        "4: a brace is opened or closed alone",
    ),
    "a reprompt has no placeholder": (
        OPENING,
        "Tell me where it hurts.",
        "Tell me where the {match} hurts.",
        "6: nothing is filled into a reprompt; write it out",
    ),
    "an act id is used once": (
        RESULT,
        "fits-one:",
        "noted:",
        "2: `noted` is also in content/words/en/speech/opening.yaml; every act id is used once",
    ),
    "a question is not longer than ten seconds": (
        FEVER_WORDS,
        "Do you have a fever?",
        "Do you have a fever, " + "or a fever, " * 15 + "too?",
        "1: saying this takes about 12.3 seconds; it may take 10, so shorten it",
    ),
    "what is said in a set fits into its time": (
        OPENING,
        'noted:\n    say:\n      - "I heard {findings}."\n      - "Noted, {findings}."',
        'almost:\n    say: ["Nearly there, so stay just as you are now."]',
        "9: saying this takes about 2.5 seconds; it may take 2, so shorten it",
    ),
    "nothing is diagnosed": (
        FEVER_WORDS,
        "A fever can mean an infection.",
        "It helps the diagnosis.",
        '4: "diagnos" is never said: nothing is diagnosed by voice; say that answers fit',
    ),
    "no bone is said to be whole": (
        RESULT,
        "Your answers fit {first}.",
        "It is not broken.",
        '4: "not broken" is never said: that cannot be told by voice; leave it out',
    ),
    "nobody is told that they have a condition": (
        SHIN_WORDS,
        "It is soreness along the shin,",
        "You have soreness along the shin,",
        '2: "You have" is never said: a match is no verdict; say that answers fit',
    ),
    "what cannot be heard is not written": (
        SHIN_WORDS,
        "Run less, and keep to flat ground.",
        "Run less (much less); & keep off hills! Rest.",
        "3: `!` `&` `(` `)` `;` cannot be heard; use letters, digits and . , ? ' : - only",
    ),
    "one way of saying something means one thing": (
        TIMING_WORDS,
        "[swollen]",
        "[Stiff]",
        '15: "Stiff" is also said for `morning-stiffness`; it can mean one of them only',
    ),
    "one way of saying a stop sign means one sign": (
        SIGN_WORDS,
        "[hot]",
        "[A cramp]",
        '6: "A cramp" is also said for `cramp`; it can mean one of them only',
    ),
    "what to do at a stop sign is a whole sentence": (
        SIGN_WORDS,
        "Shake it out.",
        "Shake it out",
        "4: this is a whole sentence, so it ends with a full stop",
    ),
    "a step of a set-up asks nothing": (
        CALF_RAISE_WORDS,
        "Stand tall and hold on to a counter.",
        "Are you standing tall?",
        "3: nothing is asked here, so it holds no question mark",
    ),
    "one way of saying something is written once": (
        TIMING_WORDS,
        "[swollen]",
        "[swollen, swollen]",
        '15: "swollen" is written twice for `swelling`; keep one',
    ),
}


def rows(*tables: dict[str, tuple[str, str, str, str]]) -> list[Any]:
    """The rows of tables, each under its sentence."""
    return [pytest.param(*row, id=rule) for table in tables for rule, row in table.items()]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"), rows(SHAPE, REFERENCES, HEARD, NUMBERS, WORDS)
)
def test_a_fault_is_named_with_file_and_line_and_remedy(
    content: Path, file: str, old: str, new: str, fault: str
) -> None:
    replace(content, file, old, new)

    assert f"content/{file}:{fault}" in faults_of(content)


ALONE = {rule: row for table in (SHAPE, WORDS) for rule, row in table.items()}
FOLLOWED = {
    "a key that is written twice is named where it stands again",
    "a gate that opens one thing is no gate",  # The other one is asked by nobody.
    "an empty list of sources is a missing source",
}


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"), rows({r: v for r, v in ALONE.items() if r not in FOLLOWED})
)
def test_a_fault_of_one_value_is_reported_once(
    content: Path, file: str, old: str, new: str, fault: str
) -> None:
    replace(content, file, old, new)

    assert faults_of(content) == [f"content/{file}:{fault}"]
