"""What the store and the speech say: phrases that exist, claims that may not be, lengths."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from simulator.matching import Matcher, Matchers, Meant
from skill.library.speech_length import MOST_SECONDS, MOST_SECONDS_OF, spoken_seconds
from tests.alexa.requests import intent, launch, slot
from tests.certification.places import answer, heard, places
from tests.paths import ROOT
from tests.row import row
from tools.content.faults.files import gather
from tools.content.faults.spoken_texts import SpokenText, texts_of
from tools.content.faults.store import CLAIMS
from tools.content.kinds import CONTENT
from tools.content.load import load
from tools.package.build import package
from tools.package.manifest import Addresses

MODELS = {file.stem: file for file in sorted((ROOT / "interaction_models").glob("*.json"))}
WORDS = load().words["en"]
CLOSED = WORDS.intents.keys() - {"AMAZON.FallbackIntent", "SentenceIntent"}
"""The intents that have samples of their own: free speech is none, which takes any words."""

NONSENSE = intent("AMAZON.FallbackIntent")
SUGGESTED = re.compile(r"\b[Ss]ay[:,] (?P<phrase>[^.?!]+)")
WAKE_WORD = "Alexa"
AFTER_THE_PHRASE = ("and", "to", "if", "when", "or", "whenever")
"""What goes on after a suggested phrase: "say, check my ankle, and I'll ask"."""


@cache
def models() -> dict[str, Any]:
    """The interaction model of each locale."""
    return {locale: json.loads(file.read_text(encoding="utf-8")) for locale, file in MODELS.items()}


@cache
def matchers() -> Matchers:
    """What is heard by those models."""
    return Matchers(models())


@cache
def manifest() -> dict[str, Any]:
    """What the store is told."""
    whole = json.loads(package(Addresses())["skill.json"])
    told: dict[str, Any] = whole["manifest"]["publishingInformation"]
    return told


def pages() -> dict[str, dict[str, Any]]:
    """The page of each locale in the store."""
    found: dict[str, dict[str, Any]] = manifest()["locales"]
    return found


def is_covered(matcher: Matcher, phrase: str) -> bool:
    """Whether the model has the phrase to the letter, with names of its catalogue in the slots."""
    meant = matcher.meant(phrase)
    if meant.intent is not None and meant.intent not in CLOSED:
        return False
    return all(slot.kind == "AMAZON.NUMBER" or slot.value_id for slot in meant.filled)


def spoken() -> Iterator[SpokenText]:
    """Every text that is spoken."""
    shelf, _ = gather(CONTENT)
    for file in shelf.files:
        if file.language:
            yield from texts_of(file)


def suggested() -> Iterator[str]:
    """Every phrase that somebody is told to say."""
    for one in spoken():
        for found in SUGGESTED.finditer(one.text):
            for phrase in found["phrase"].split(", "):
                words = phrase.strip().removeprefix("or ").removeprefix("and then ").strip()
                if not words or words == WAKE_WORD:
                    continue
                if words.split()[0] in AFTER_THE_PHRASE or "{" in words:
                    break
                yield words


@pytest.mark.parametrize("locale", MODELS)
def test_an_example_phrase_is_covered_by_the_model_and_answered_as_it_promises(locale: str) -> None:
    """Said to a device that the skill is not open on, right after the launch, and at any place."""
    for phrase in pages()[locale]["examplePhrases"]:
        with row(phrase):
            assert is_covered(matchers().of(locale), phrase)
            _answers_as_it_promises(matchers().of(locale).meant(phrase))


def _answers_as_it_promises(meant: Meant) -> None:
    if meant.intent is None:
        said = answer(launch(new=True), {})
        assert "Welcome to Ankle Coach" in heard(said)
        return
    filled = {
        k: v for one in meant.filled for k, v in slot(one.name, one.said, one.value_id).items()
    }
    event = intent(meant.intent, filled)
    for attributes, of_nonsense in points():
        said = answer(event, attributes)
        assert said["response"]["shouldEndSession"] is False
        assert all(one.said in heard(said).lower() for one in meant.filled)
        # Where it is open what hurts, nonsense leads into the check too.
        if attributes.get("pending") != "open-question":
            assert heard(said) != of_nonsense


@cache
def points() -> tuple[tuple[dict[str, Any], str], ...]:
    """Where an example may be said, and what is heard there after nonsense."""
    opened = answer(launch(new=True), {})["sessionAttributes"]
    found = ({}, opened, *(json.loads(text) for _, text in places()))
    return tuple((one, heard(answer(NONSENSE, one))) for one in found)


def test_every_locale_of_the_store_has_a_model() -> None:
    assert pages().keys() == MODELS.keys()


def test_the_first_example_opens_the_skill_and_the_others_name_it() -> None:
    for page in pages().values():
        first, *others = page["examplePhrases"]
        assert first == "Alexa, open ankle coach"
        assert all(phrase.startswith("Alexa, ask ankle coach ") for phrase in others)


def test_every_suggested_phrase_is_in_the_model_to_the_letter() -> None:
    phrases = sorted(set(suggested()))
    assert len(phrases) > 8
    for locale in MODELS:
        matcher = matchers().of(locale)
        assert [one for one in phrases if not is_covered(matcher, one)] == [], locale


@pytest.mark.parametrize("locale", MODELS)
def test_a_one_shot_in_the_description_holds_wake_word_and_invocation_name(locale: str) -> None:
    name = models()[locale]["interactionModel"]["languageModel"]["invocationName"]
    for said in re.findall(r"Alexa, [^.]+", pages()[locale]["description"]):
        assert name in said
        assert is_covered(matchers().of(locale), said)


@pytest.mark.parametrize("locale", MODELS)
def test_no_page_claims_what_no_skill_may_and_each_has_the_disclaimer(locale: str) -> None:
    page = pages()[locale]
    *described, disclaimer = page["description"].split("\n\n")
    claims = re.compile(CLAIMS, re.IGNORECASE)

    for key in ("name", "summary", "updatesDescription", "keywords", "examplePhrases"):
        assert not claims.search(str(page[key])), key
    assert not claims.search(" ".join(described))
    assert not claims.search(manifest()["testingInstructions"])
    assert "not a substitute for professional medical advice, treatment or diagnosis" in disclaimer
    assert "call" in disclaimer


def test_the_invocation_name_claims_nothing() -> None:
    names = {
        one["interactionModel"]["languageModel"]["invocationName"] for one in models().values()
    }

    assert names == {"ankle coach"}
    assert not re.search(CLAIMS, names.pop(), re.IGNORECASE)


def test_nothing_that_is_spoken_takes_longer_than_is_kept_in_mind() -> None:
    long = [
        one.text
        for one in spoken()
        if spoken_seconds(one.text) > MOST_SECONDS_OF.get(one.act or "", MOST_SECONDS)
    ]
    assert long == []


def test_the_first_welcome_says_what_it_is_and_another_is_shorter() -> None:
    first = answer(launch(new=True), {})
    again = answer(intent("AMAZON.StartOverIntent"), first["sessionAttributes"])

    assert "Ankle Coach" in heard(first)
    assert "I'm no doctor" in heard(first)
    assert len(heard(again)) < len(heard(first))
    assert heard(again) != heard(first)
