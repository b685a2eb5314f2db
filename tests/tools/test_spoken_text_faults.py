"""What cannot be coached, heard or put in the store is a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.content_folder import (
    CALF_RAISE,
    CALF_RAISE_WORDS,
    faults_of,
    replace,
    write,
)


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
            "rests: {status: unverified, sources: [judged], reason: no table was found for it}\n",
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
        ("a .. ~ b", '"a .. ~ b" has a ~ behind a gap, which may be longer instead'),
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


def test_the_words_of_one_id_stand_in_the_file_that_is_called_like_it(content: Path) -> None:
    own = "words/en/listening/findings/swelling.yaml"
    write(content, own, "meanings:\n  finding:\n    swelling: [puffy]\n    bruising: [purple]\n")
    write(content, "words/en/listening/look.yaml", "meanings:\n  finding:\n    swelling: [fat]\n")
    assert faults_of(content) == [
        f"content/{own}:4: this is the file of `swelling`; move `bruising` to a file of its own",
        "content/words/en/listening/look.yaml:3: the words of `swelling` stand in "
        f"content/{own}; move these there",
    ]


def test_the_file_of_a_question_holds_what_words_mean_there(content: Path) -> None:
    write(
        content,
        "words/en/listening/gates/heat.yaml",
        "meanings:\n  at-heat:\n    swelling: [fat]\n",
    )
    assert faults_of(content) == []


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
        ("[Open it.]", "[It cures shins.]", '"cures" claims what no skill may'),
        ("ask ankle coach to stop", "ask ankle coach to heal me", '"heal" claims what'),
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
