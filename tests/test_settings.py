"""What a deployment may set, and how it hears of a slip."""

from __future__ import annotations

import pytest

from skill.settings import LATENCY_SECONDS, NAMES, Settings, SettingsError, from_environment


def test_without_any_variable_sets_are_tried_in_apla_with_the_stated_allowance() -> None:
    assert from_environment({}) == Settings(None, apla=True, latency_seconds=LATENCY_SECONDS)


@pytest.mark.parametrize("empty", ["", " ", "\t\n"])
def test_an_empty_value_counts_as_not_set(empty: str) -> None:
    assert from_environment(dict.fromkeys(NAMES, empty)) == from_environment({})


OWN = "amzn1.ask.skill.12345678-1234-1234-1234-123456789012"


def test_blanks_around_a_value_do_not_count() -> None:
    given = {"SKILL_ID": f" {OWN}\n", "SET_SPEECH": " ssml ", "LATENCY_SECONDS": " 2 "}

    assert from_environment(given) == Settings(OWN, False, 2.0)


def test_sets_can_always_be_spoken_in_ssml() -> None:
    assert from_environment({"SET_SPEECH": "apla"}).apla
    assert not from_environment({"SET_SPEECH": "ssml"}).apla


@pytest.mark.parametrize(("given", "seconds"), [("0", 0.0), ("2.5", 2.5), ("30", 30.0)])
def test_the_allowance_is_a_number_of_seconds(given: str, seconds: float) -> None:
    assert from_environment({"LATENCY_SECONDS": given}).latency_seconds == seconds


@pytest.mark.parametrize(
    ("name", "slip"),
    [
        ("SKILL_ID", "ankle coach"),
        ("SKILL_ID", "amzn1.ask.skill..."),
        ("SKILL_ID", OWN.upper()),
        ("SKILL_ID", OWN[:-1]),
        ("SKILL_ID", f"arn:aws:lambda:{OWN}"),
        ("SET_SPEECH", "APLA"),
        ("SET_SPEECH", "true"),
        ("SET_SPEECH", "mp3"),
        ("LATENCY_SECONDS", "-1"),
        ("LATENCY_SECONDS", "30.1"),
        ("LATENCY_SECONDS", "three"),
        ("LATENCY_SECONDS", "3 s"),
        ("LATENCY_SECONDS", "nan"),
        ("LATENCY_SECONDS", "inf"),
        ("LATENCY_SECONDS", "1e400"),
    ],
)
def test_a_value_that_makes_no_sense_is_told_in_one_sentence_that_names_what_would(
    name: str, slip: str
) -> None:
    with pytest.raises(SettingsError) as told:
        from_environment({name: slip})

    sentence = str(told.value)
    assert sentence.startswith(f"{name} is ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
