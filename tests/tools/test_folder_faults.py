"""What is wrong between files, or with a file as a whole, is named, and hides no other fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.content_folder import (
    FEVER,
    FEVER_WORDS,
    GATE,
    PLACE_GATE,
    RESULT,
    SHIN,
    SHIN_WORDS,
    SIGN_WORDS,
    SOURCES,
    STRAIN,
    TABLE,
    TIMING,
    TIMING_WORDS,
    faults_of,
    replace,
    write,
)
from tools.__main__ import main


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
        "content/words/en/stop_signs.yaml:6: `heats` is not in content/stop_signs.yaml; "
        "did you mean `heat`?",
    ]


def test_files_that_are_not_expected_are_faults(content: Path) -> None:
    write(content, "notes.yaml", "a: b")
    write(content, "gates/old.yml", "a: b")
    write(content, "words/en/conditions/more/deep.yaml", "a: b")
    write(content, "words/list.txt", "a")
    facts = (
        "sources.yaml, likelihoods.yaml, something_else.yaml, findings/, red_flags/, "
        "gravity.yaml, gates/, conditions/, look_alikes/, cases/, pain_rules.yaml, "
        "stop_signs.yaml, advice.yaml, exercises/, routines/, topics/, locales/, store.yaml, and "
        "words/<language>/ with the words"
    )

    assert faults_of(content) == [
        "content/gates/old.yml:1: only files that end in .yaml are expected here; "
        "rename it or move it away",
        f"content/notes.yaml:1: no file is expected here; what belongs here is {facts}",
        "content/words/en/conditions/more/deep.yaml:1: no file is expected here; what belongs "
        "here is findings/, red_flags/, gates/, open_questions/, conditions/, look_alikes/, "
        "exercises/, routines/, topics/, locales/, stop_signs.yaml, things.yaml, child.yaml, "
        "somebody_else.yaml, leads.yaml, speech/, listening/, intents.yaml, sentences.yaml, "
        "shared_names.yaml, "
        "store.yaml, "
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
