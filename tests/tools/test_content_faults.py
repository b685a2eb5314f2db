"""Whatever is wrong in the content is named with its file, its line and what would be right."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tools.__main__ import main
from tools.content.check import Faults, checked
from tools.content.faults import shape
from tools.content.faults.files import gather
from tools.content.faults.shelf import Filed, walk
from tools.content.yaml_files import Document

SHIN = "conditions/shin-splints.yaml"
STRAIN = "look_alikes/calf-strain.yaml"
TIMING = "findings/timing.yaml"
FEVER = "red_flags/fever.yaml"
COLD = "red_flags/cold-foot.yaml"
JOINT = "red_flags/infected-joint.yaml"
GATE = "gates/infection.yaml"
PLACE_GATE = "gates/place-leg.yaml"
TABLE = "likelihoods.yaml"
SOURCES = "sources.yaml"
FEVER_WORDS = "words/en/red_flags/fever.yaml"
TIMING_WORDS = "words/en/findings/timing.yaml"
SHIN_WORDS = "words/en/conditions/shin-splints.yaml"
SIGNS = "stop_signs.yaml"
SIGN_WORDS = "words/en/stop_signs.yaml"
CALF_RAISE = "exercises/calf-raise.yaml"
CALF_RAISE_WORDS = "words/en/exercises/calf-raise.yaml"
OPENING = "words/en/speech/opening.yaml"
RESULT = "words/en/speech/result.yaml"
INTENTS = "words/en/intents.yaml"


def faults_of(content: Path) -> list[str]:
    """Every fault of a content folder, as it is printed."""
    try:
        checked(content)
    except Faults as faults:
        return str(faults).splitlines()
    return []


def replace(content: Path, file: str, old: str, new: str) -> None:
    """Put one text of a file for another; the old one is there exactly once."""
    text = (content / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is not there once"
    (content / file).write_text(text.replace(old, new), encoding="utf-8")


def write(content: Path, file: str, text: str) -> None:
    """Write a file that was not there."""
    (content / file).parent.mkdir(parents=True, exist_ok=True)
    (content / file).write_text(text, encoding="utf-8")


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


def test_grades_of_answers_fall_from_yes_to_no(content: Path) -> None:
    replace(content, TABLE, "kind-of: {if_present: 0.1,", "kind-of: {if_present: 0.6,")

    assert faults_of(content) == [
        "content/likelihoods.yaml:10: the `if_present` of what people answer sum to 1.500; "
        "they must sum to 1",
        "content/likelihoods.yaml:12: `kind-of` speaks for a finding less than `yes`, so its "
        "if_present divided by if_absent is below 7",
    ]


def test_a_finding_that_nothing_uses_is_a_fault(content: Path) -> None:
    replace(content, SHIN, "morning-stiffness", "swelling")

    assert faults_of(content) == [
        "content/findings/timing.yaml:3: `morning-stiffness` is unused: no condition lists it, "
        "no rule reads it, no gate opens it and no `when` names it"
    ]


def test_a_place_that_nothing_uses_or_asks_is_a_fault(content: Path) -> None:
    write(content, PLACE_GATE, "")
    (content / PLACE_GATE).unlink()
    (content / "words/en" / PLACE_GATE).unlink()
    replace(content, STRAIN, "pain-calf", "pain-front-of-shin")

    assert faults_of(content) == [
        "content/findings/places.yaml:3: `pain-calf` is unused: no condition has its pain there",
        "content/findings/places.yaml:3: no gate opens `pain-calf`, so nobody is asked; "
        "add it to a gate",
        "content/findings/places.yaml:8: no gate opens `pain-front-of-shin`, so nobody is asked; "
        "add it to a gate",
    ]


def test_an_id_is_used_once_in_the_whole_content(content: Path) -> None:
    (content / GATE).rename(content / "gates/swelling.yaml")
    (content / "words/en" / GATE).rename(content / "words/en/gates/swelling.yaml")

    assert faults_of(content) == [
        "content/gates/swelling.yaml:1: `swelling` is also a finding, in "
        "content/findings/timing.yaml; every id is used once, so give one of the two another"
    ]


def test_facts_without_words_and_words_without_facts_are_faults(content: Path) -> None:
    (content / "words/en" / STRAIN).unlink()
    write(content, "words/en/gates/idle.yaml", (content / "words/en" / GATE).read_text())
    replace(content, TIMING_WORDS, "  swelling:", "  swellings:")

    assert faults_of(content) == [
        "content/findings/timing.yaml:7: `swelling` has no words; "
        "add it to content/words/en/findings/timing.yaml",
        "content/look_alikes/calf-strain.yaml:1: its words are missing; "
        "write content/words/en/look_alikes/calf-strain.yaml",
        "content/words/en/findings/timing.yaml:9: `swellings` is not in "
        "content/findings/timing.yaml; did you mean `swelling`?",
        "content/words/en/gates/idle.yaml:1: its facts are missing; "
        "write content/gates/idle.yaml or remove this file",
    ]


def test_a_stop_sign_without_words_and_words_of_no_sign_are_faults(content: Path) -> None:
    replace(content, SIGN_WORDS, "  heat:", "  heats:")

    assert faults_of(content) == [
        "content/stop_signs.yaml:4: `heat` has no words; add it to "
        "content/words/en/stop_signs.yaml",
        "content/words/en/stop_signs.yaml:5: `heats` is not in content/stop_signs.yaml; "
        "did you mean `heat`?",
    ]


def test_files_that_are_not_expected_are_faults(content: Path) -> None:
    write(content, "notes.yaml", "a: b")
    write(content, "gates/old.yml", "a: b")
    write(content, "words/en/conditions/more/deep.yaml", "a: b")
    write(content, "words/list.txt", "a")
    facts = (
        "sources.yaml, likelihoods.yaml, something_else.yaml, findings/, red_flags/, gates/, "
        "conditions/, look_alikes/, cases/, pain_rules.yaml, stop_signs.yaml, exercises/, "
        "routines/, topics/, locales/, store.yaml, and words/<language>/ with the words"
    )

    assert faults_of(content) == [
        "content/gates/old.yml:1: only files that end in .yaml are expected here; "
        "rename it or move it away",
        f"content/notes.yaml:1: no file is expected here; what belongs here is {facts}",
        "content/words/en/conditions/more/deep.yaml:1: no file is expected here; what belongs "
        "here is findings/, red_flags/, gates/, open_questions/, conditions/, look_alikes/, "
        "exercises/, routines/, topics/, locales/, stop_signs.yaml, things.yaml, child.yaml, "
        "speech/, listening/, intents.yaml, sentences.yaml, shared_names.yaml, store.yaml, "
        "style.yaml",
        f"content/words/list.txt:1: no file is expected here; what belongs here is {facts}",
    ]


def test_a_file_name_that_is_no_id_is_a_fault(content: Path) -> None:
    (content / STRAIN).rename(content / "look_alikes/Calf_strain.yaml")
    (content / "words/en" / STRAIN).rename(content / "words/en/look_alikes/Calf_strain.yaml")

    assert faults_of(content)[0] == (
        "content/look_alikes/Calf_strain.yaml:1: the file name is the id, and `Calf_strain` is "
        "not kebab-case; rename it to calf-strain.yaml"
    )


def test_files_that_are_missing_or_empty_are_faults(content: Path) -> None:
    (content / "something_else.yaml").unlink()
    write(content, RESULT, "# nothing yet\n")

    assert faults_of(content) == [
        "content/something_else.yaml:1: this file is missing; the skill cannot do without it",
        "content/words/en/speech/result.yaml:1: this file is empty; fill it or remove it",
    ]


def test_a_folder_without_content_is_a_fault_and_not_a_crash(tmp_path: Path) -> None:
    faults = faults_of(tmp_path / "content")

    assert "content/sources.yaml:1: this file is missing; the skill cannot do without it" in faults


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("name: a: b\n", "1: this is not YAML: a text with a colon in it needs quotes around it"),
        ("name: 'a\nuntil: b\n", "1: this is not YAML: the quote that opens here is never closed"),
        (
            "said:\n\t- a\n",
            "2: this is not YAML: indent with spaces, never with tabs, and quote a text that "
            "begins with a sign",
        ),
        ("said: [a\n", "1: this is not YAML: the [ that opens here is not closed by a ]"),
        ("a: &a [*a]\n", "1: this holds itself: remove the aliases, the names after *"),
    ],
)
def test_a_file_that_is_no_yaml_is_named_with_what_mends_it(
    content: Path, text: str, fault: str
) -> None:
    write(content, SHIN_WORDS, text)

    assert faults_of(content) == [f"content/{SHIN_WORDS}:{fault}"]


def test_a_file_that_is_not_text_is_named(content: Path) -> None:
    (content / SHIN_WORDS).write_bytes(b"name: caf\xe9\n")

    assert faults_of(content) == [
        f"content/{SHIN_WORDS}:1: this is not text in UTF-8: save it in that encoding"
    ]


def test_all_faults_of_all_files_are_collected_in_order_of_file_and_line(content: Path) -> None:
    replace(content, SHIN, "often", "often-ish")
    replace(content, SHIN, "care: self_care", "caer: self_care")
    replace(content, SHIN, "incidence: 10", "incidence: none")
    replace(content, TABLE, "always: 0.95", "always: 1.5")
    replace(content, FEVER_WORDS, "Any fever?", "Any fever!")
    replace(content, STRAIN, "pain-calf", "pain-in-calf")
    write(content, GATE, "order: [1")

    assert faults_of(content) == [
        "content/conditions/shin-splints.yaml:2: `caer` is not a key here; did you mean `care`?",
        "content/conditions/shin-splints.yaml:4: `none` does not fit; it must be a number above 0",
        "content/conditions/shin-splints.yaml:9: `often-ish` is not one of always, usually, "
        "often, sometimes, seldom, rarely, never; did you mean `often`?",
        "content/gates/infection.yaml:1: this is not YAML: "
        "the [ that opens here is not closed by a ]",
        "content/likelihoods.yaml:3: `1.5` does not fit; it must be a number between 0 and 1",
        "content/look_alikes/calf-strain.yaml:7: `pain-in-calf` is no place of pain; places "
        "stand in content/findings/places.yaml; did you mean `pain-calf`?",
        "content/words/en/red_flags/fever.yaml:2: `!` cannot be heard; "
        "use letters, digits and . , ? ' : - only",
        "content/words/en/red_flags/fever.yaml:2: this asks, so it ends with a question mark",
    ]


def test_a_file_that_cannot_be_read_hides_no_other_fault_and_causes_none(content: Path) -> None:
    write(content, SOURCES, "sources: [a")
    write(content, TIMING, "findings: [a")
    replace(content, SHIN, "incidence: 10", "incidence: 0")

    assert faults_of(content) == [
        "content/conditions/shin-splints.yaml:4: `0` does not fit; it must be a number above 0",
        "content/findings/timing.yaml:1: this is not YAML: "
        "the [ that opens here is not closed by a ]",
        "content/sources.yaml:1: this is not YAML: the [ that opens here is not closed by a ]",
    ]


def test_the_command_prints_every_fault_and_fails(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(content, SHIN, "often", "often-ish")
    replace(content, FEVER, "care: same_day\n", "")

    status = main(["check", str(content)])

    printed = capsys.readouterr().out.splitlines()
    assert status == 1
    assert [line.split(" ")[0] for line in printed if "/schema/" not in line] == [
        "content/conditions/shin-splints.yaml:9:",
        "content/red_flags/fever.yaml:1:",
    ]
    assert (
        "content/schema/gate.json:1: this is not what the types say; run `make schemas`" in printed
    )


ODD: tuple[Any, ...] = (
    *(None, "", "x", "X_Y", "yes", "2026-11-22", 0, 3, -1, 0.5, 2.0, float("nan")),
    *([], ["x"], ["", 1], {}, {"x": 1}, {"x": {}}, {"any": ["x"]}),
)


EVERY = 47
"""One in so many of the variants is written to its file; prime, so that all sorts come up."""


def odd_variants(data: Any) -> Iterator[Any]:
    """A document with one value after another replaced, left out, or joined by a stranger."""
    for path, _ in walk(data):
        for odd in ODD if path else ():
            changed = copy.deepcopy(data)
            parent(changed, path)[path[-1]] = odd
            yield changed
        if path:
            changed = copy.deepcopy(data)
            del parent(changed, path)[path[-1]]
            yield changed
    yield {**data, "stranger": 1}


def parent(data: Any, path: tuple[str | int, ...]) -> Any:
    """What holds the value at the end of a path."""
    for key in path[:-1]:
        data = data[key]
    return data


def test_the_shapes_that_are_let_through_are_those_that_the_types_take(content: Path) -> None:
    shelf, _ = gather(content)
    for file in shelf.files:
        for data in odd_variants(file.document.data):
            document = Document(file.document.file, data, {})
            found = list(shape.faults(Filed(file.shown, file.kind, document, file.language)))
            assert bool(found) != taken(data, file.kind.type), (file.shown, data, found)


def test_whatever_a_file_holds_the_check_ends_in_faults_or_in_a_library(content: Path) -> None:
    shelf, _ = gather(content)
    for file in shelf.files:
        path = file.document.file
        sound = path.read_text(encoding="utf-8")
        for data in islice(odd_variants(file.document.data), 0, None, EVERY):
            path.write_text(json.dumps(data), encoding="utf-8")
            faults_of(content)
        path.write_text(sound, encoding="utf-8")


def taken(data: Any, type_: type) -> bool:
    """Whether msgspec makes the type of it."""
    try:
        msgspec.convert(data, type_)
    except msgspec.ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        pytest.param(
            "exercises/calf-raise.yaml",
            "pain_rule: muscle",
            "pain_rule: muscel",
            "content/exercises/calf-raise.yaml:13: `muscel` is nothing that `pain_rule` can name; "
            "did you mean `muscle`?",
            id="a pain rule that is not there",
        ),
        pytest.param(
            CALF_RAISE,
            "stop: [cramp]",
            "stop: [cramps]",
            "content/exercises/calf-raise.yaml:15: `cramps` is nothing that `stop` can name; "
            "did you mean `cramp`?",
            id="a stop sign that is not there",
        ),
        pytest.param(
            CALF_RAISE,
            "only_without: [swelling]",
            "only_without: [cold-feet]",
            "content/exercises/calf-raise.yaml:16: `cold-feet` is nothing that `only_without` can "
            "name; did you mean `cold-foot`?",
            id="something to be denied that is not there",
        ),
        pytest.param(
            CALF_RAISE,
            "rests: {status: unverified, sources: [judged], reason: Judged}\n",
            "",
            "content/exercises/calf-raise.yaml:11: `rests` is missing; say where the rest between "
            "sets comes from",
            id="rests that come from nowhere",
        ),
        pytest.param(
            CALF_RAISE_WORDS,
            "without: Without a step, stay on the floor.\n",
            "",
            "content/words/en/exercises/calf-raise.yaml:1: `without` is missing; say what to do "
            "where the equipment is not there",
            id="equipment that nobody can do without",
        ),
        pytest.param(
            CALF_RAISE_WORDS,
            "  - Stand tall and hold on to a counter.",
            "  - Stand tall.\n" * 7,
            "content/words/en/exercises/calf-raise.yaml:2: `setup` has 7 steps; nobody keeps more "
            "than 6",
            id="a set-up that nobody keeps in mind",
        ),
        pytest.param(
            "routines/calf-work.yaml",
            "level: 1",
            "level: 3",
            "content/routines/calf-work.yaml:7: `calf-raise` has 1 levels, not 3",
            id="a level that the exercise does not have",
        ),
        pytest.param(
            "words/en/exercises/calf-raise.yaml",
            "up: up",
            "up: all the way up on your toes",
            'content/words/en/exercises/calf-raise.yaml:8: "8, all the way up on your toes" '
            "takes 2.0 s, more than four fifths of 1.6 s, the phase at its fastest; "
            "shorten the word",
            id="a cue that is longer than its phase",
        ),
        pytest.param(
            "words/en/exercises/calf-raise.yaml",
            "phases: {up: up, down: down}",
            "phases: {up: up}",
            "content/words/en/exercises/calf-raise.yaml:8: `down` has no word; its phase would be "
            "silent",
            id="a phase without a cue",
        ),
    ],
)
def test_an_exercise_that_cannot_be_coached_is_a_fault(
    content: Path, file: str, old: str, new: str, fault: str
) -> None:
    replace(content, file, old, new)
    assert fault in faults_of(content)


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("(a|b", '"(a|b" does not close a bracket'),
        ("a|b)", '"a|b)" closes a bracket that it does not open'),
        ("a <place>", '"a <place>" names <place>, and no class is called so'),
        ("a + b", '"a + b" holds a sign that no pattern has'),
        ("a um b", '"a um b" waits for "um", which is dropped before; leave it out'),
    ],
)
def test_a_pattern_that_cannot_be_heard_is_named_with_its_line(
    content: Path, pattern: str, fault: str
) -> None:
    write(
        content,
        "words/en/listening/look.yaml",
        f'rewrites: {{um: ""}}\nmeanings:\n  finding:\n    swelling:\n      - "{pattern}"\n',
    )
    assert faults_of(content) == [f"content/words/en/listening/look.yaml:5: {fault}"]


def test_a_class_stands_in_one_file(content: Path) -> None:
    for name in ("feet", "legs"):
        write(content, f"words/en/listening/{name}.yaml", "classes:\n  limb: [foot]\n")
    assert faults_of(content) == [
        "content/words/en/listening/legs.yaml:2: the class `limb` is also in "
        "content/words/en/listening/feet.yaml; give one another name"
    ]


# --- locales --------------------------------------------------------------------------------------


def test_a_locale_that_names_a_number_which_its_country_has_not_is_a_fault(content: Path) -> None:
    write(content, "words/en/locales/elsewhere.yaml", 'instead:\n  "911": "{emergency}"\n')

    assert faults_of(content) == [
        "content/words/en/locales/elsewhere.yaml:2: {emergency} is no number of "
        "content/locales/elsewhere.yaml"
    ]


def test_what_grows_too_long_in_a_locale_is_a_fault_of_the_text(content: Path) -> None:
    longer = " ".join(["tired"] * 60)
    write(content, "words/en/locales/elsewhere.yaml", f"instead:\n  hot: {longer}\n")
    (said,) = [line for line in faults_of(content) if "in elsewhere this is" in line][:1]

    assert "so shorten it" in said


# --- the store ------------------------------------------------------------------------------------

STORE_WORDS = "words/en/store.yaml"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Talk about a sore shin.", "We cure a sore shin.", '"cure" claims what no skill may'),
        ("Talk about a sore shin.", "It can diagnose you.", '"diagnose" claims what no skill may'),
        ("Talk about a sore shin.", "Help in an emergency.", "nobody may look for this in an emer"),
        ("Tell it where it hurts.", "This app asks.", "a skill is not called an app"),
        ("Talk about a sore shin.", "shin " * 40, "`summary` has 199 characters; it may have 160"),
        ("keywords: [shin]", f"keywords: [{'shin, ' * 31}shin]", "has 32; it may have 30"),
        ("not a substitute for", "no match for", "the store refuses it without"),
        ("  - Alexa, ask ankle coach to stop\n", "", "has only 2; it needs at least 3"),
        ("Alexa, open ankle coach", "open ankle coach", "the first example opens the skill"),
    ],
)
def test_what_the_store_refuses_is_a_fault(content: Path, old: str, new: str, told: str) -> None:
    replace(content, STORE_WORDS, old, new)

    assert [line for line in faults_of(content) if told in line]


def test_a_description_that_is_too_long_is_a_fault(content: Path) -> None:
    replace(content, STORE_WORDS, "Tell it where it hurts.", "Tell it. " * 500)

    assert [line for line in faults_of(content) if "may have 4,000" in line]


def test_a_country_of_another_language_wants_no_words_of_this_one(content: Path) -> None:
    write(content, "locales/de-DE.yaml", "reviewed: 2026-11-27\n")
    assert faults_of(content) == []

    write(content, "locales/en-NZ.yaml", "reviewed: 2026-11-27\n")
    assert faults_of(content) == [
        "content/locales/en-NZ.yaml:1: its words are missing; "
        "write content/words/en/locales/en-NZ.yaml"
    ]


def test_a_case_states_what_people_are_asked_or_the_region_where_it_hurts(content: Path) -> None:
    case = (
        "cases:\n  one:\n    condition: shin-splints\n    source: https://example.org/a-shin\n"
        "    title: A shin\n    origin: report\n    confirmed: clinician-exam\n    story: Sore.\n"
        "    care: self_care\n    present: [place-leg, infection]\n"
    )
    write(content, "cases/shin-splints.yaml", case)

    assert faults_of(content) == [
        "content/cases/shin-splints.yaml:10: `infection` is nothing that people are asked"
    ]
