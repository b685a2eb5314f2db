"""A locale is answered in its own words, and nobody is sent to a number of another country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from skill.alexa.locales import Tongue, Tongues
from skill.alexa.skill import build_skill
from skill.library.region import regional
from skill.settings import Settings
from tests.alexa.requests import intent, launch
from tests.paths import ROOT
from tools.content.faults.files import gather
from tools.content.faults.spoken_texts import texts_of
from tools.content.kinds import CONTENT
from tools.content.load import load
from tools.models.source import locales

TONGUES = Tongues(load())
EMERGENCY = {"en-US": "911", "en-GB": "999", "en-AU": "000", "en-CA": "911", "en-IN": "112"}
UNKNOWN = ("en-ZA", "en-gb", "de-DE", "fr-FR", "tlh-KX", "elsewhere-", "en", "", None, 5, ["en-GB"])
AMERICAN = (
    r"\b(911|988|urgent care|physical therap\w+|pain pills|colors?|toward|mobiliz\w+|\w+ized)\b"
)
"""What is said in the United States alone."""
SPEAKS_SO_TOO = {"en-AU": "urgent care", "en-CA": "911|988|mobiliz|ized|toward|pain pills"}


def said(answer: dict[str, Any]) -> str:
    """All that is heard of an answer, and all that is heard after a silence."""
    response = answer["response"]
    spoken = (response, response.get("reprompt") or {})
    return " ".join(one["outputSpeech"]["ssml"] for one in spoken if one.get("outputSpeech"))


def told_to(locale: Any, request: dict[str, Any]) -> str:
    request["request"]["locale"] = locale
    return said(build_skill(Settings(), load()).answer(request, None))


def spoken_texts() -> Iterator[str]:
    """Every text of the content that is spoken."""
    shelf, _ = gather(CONTENT)
    for file in shelf.files:
        if file.language:
            yield from (one.text for one in texts_of(file))


def test_there_is_an_english_for_each_country_of_the_store_where_english_is_spoken() -> None:
    assert {locale for locale, _ in locales()} == set(EMERGENCY)


def test_the_simulators_page_offers_each_of_them_and_one_that_is_not_known() -> None:
    page = (ROOT / "simulator" / "page" / "index.html").read_text(encoding="utf-8")
    choice = page[page.index('<select id="locale">') :].split("</select>")[0]

    assert set(re.findall(r'value="([^"]+)"', choice)) == {*EMERGENCY, "en-ZA"}


@pytest.mark.parametrize(("locale", "number"), EMERGENCY.items())
def test_whoever_launches_hears_the_emergency_number_of_the_country(
    locale: str, number: str
) -> None:
    heard = told_to(locale, launch(new=True))

    assert re.search(rf"\b{number}\b", heard)
    others = set(EMERGENCY.values()) - {number}
    assert not re.search(rf"\b({'|'.join(others)})\b", heard)


@pytest.mark.parametrize("locale", UNKNOWN)
def test_an_unknown_locale_hears_of_the_local_number_and_of_no_other(locale: Any) -> None:
    heard = told_to(locale, launch(new=True))

    assert "your local emergency number" in heard
    assert not re.search(r"\d{3}", heard)


def test_a_request_without_a_locale_hears_of_the_local_number() -> None:
    request = launch(new=True)
    del request["request"]["locale"]

    heard = said(build_skill(Settings(), load()).answer(request, None))

    assert "your local emergency number" in heard


@pytest.mark.parametrize("locale", sorted({*EMERGENCY} - {"en-US"}))
def test_a_call_for_help_is_answered_with_the_number_digit_by_digit(locale: str) -> None:
    heard = told_to(locale, intent("CallHelpIntent", new=True))

    assert f'<say-as interpret-as="digits">{EMERGENCY[locale]}</say-as>' in heard


@pytest.mark.parametrize("locale", sorted({*EMERGENCY, "elsewhere"} - {"en-US"}))
def test_nothing_that_is_said_abroad_is_left_american(locale: str) -> None:
    tongue: Tongue = TONGUES.of(locale)
    own = SPEAKS_SO_TOO.get(locale)
    pattern = r"\b(911|988)\b" if locale == "elsewhere" else AMERICAN
    left = {
        found[0]: text
        for text in map(tongue.regional, spoken_texts())
        for found in re.finditer(pattern, text, re.IGNORECASE)
        if not (own and re.search(own, found[0], re.IGNORECASE))
    }
    assert left == {}


def test_words_are_put_otherwise_as_whole_words_and_keep_their_capital() -> None:
    there = regional({"see a doctor": "see a GP", "color": "colour", "911": "999"})

    assert there("See a doctor, or call 911.") == "See a GP, or call 999."
    assert there("Color me discolored, 9110 times.") == "Colour me discolored, 9110 times."


def test_a_phrase_goes_before_a_word_in_it() -> None:
    tongue = TONGUES.of("en-GB")

    assert tongue.regional("Ask a doctor or a physical therapist.") == "Ask a GP or a physio."
