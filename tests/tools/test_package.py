"""The skill package: of the form that Amazon takes, whole in every locale, always the same."""

from __future__ import annotations

import io
import json
import struct
from copy import deepcopy
from typing import Any
from zipfile import ZipFile

import pytest

from skill.alexa.response import REMINDERS_SCOPE
from tools.package import build
from tools.package.amazon import faults_of_manifest
from tools.package.build import SIZES, PackageError, package, to_zip
from tools.package.manifest import Addresses

ARN = "arn:aws:lambda:us-east-1:123456789012:function:ankle-coach-AnkleCoachFunction-x1:live"
LOCALES = {"en-US", "en-GB", "en-AU", "en-CA", "en-IN"}
KNOWN = Addresses(site="https://example.org/ankle-coach", endpoint=ARN)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return package(KNOWN)


@pytest.fixture(scope="module")
def manifest(files: dict[str, bytes]) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(files["skill.json"])
    return whole


def pages(manifest: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = manifest["manifest"]["publishingInformation"]["locales"]
    return found


def test_every_locale_has_a_page_a_model_and_two_icons(
    files: dict[str, bytes], manifest: dict[str, Any]
) -> None:
    assert set(pages(manifest)) == LOCALES
    assert set(files) == {
        "skill.json",
        *(f"interactionModels/custom/{locale}.json" for locale in LOCALES),
        *(f"assets/images/{locale}_{size}Icon.png" for locale in LOCALES for size in SIZES),
    }
    for page in pages(manifest).values():
        for icon in (page["smallIconUri"], page["largeIconUri"]):
            assert icon.removeprefix("file://") in files


def test_amazons_own_classes_lose_nothing_of_the_manifest(manifest: dict[str, Any]) -> None:
    assert faults_of_manifest(manifest) == []


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), "publisher", "x"),
        (("publishingInformation",), "categories", ["x"]),
        (("publishingInformation", "locales", "en-US"), "sumary", "x"),
        (("privacyAndCompliance",), "containsAd", False),
        (("apis", "custom"), "interfaces", [{"type": "ALEXA_PRESENTATION_XYZ"}]),
        (("events",), "subscriptions", [{"eventName": "SKILL_FORGOTTEN"}]),
    ],
)
def test_what_amazons_classes_do_not_know_is_told(
    manifest: dict[str, Any], path: tuple[str, ...], key: str, value: object
) -> None:
    slip = deepcopy(manifest)
    inside = slip["manifest"]
    for step in path:
        inside = inside[step]
    inside[key] = value

    assert faults_of_manifest(slip)


def test_the_manifest_declares_what_the_skill_uses_and_no_more(manifest: dict[str, Any]) -> None:
    whole = manifest["manifest"]

    assert whole["apis"]["custom"]["interfaces"] == [{"type": "ALEXA_PRESENTATION_APL"}]
    assert whole["permissions"] == [{"name": REMINDERS_SCOPE}]
    assert whole["events"]["subscriptions"] == [{"eventName": "SKILL_DISABLED"}]
    assert whole["publishingInformation"]["category"] == "HEALTH_AND_FITNESS"
    assert set(whole["privacyAndCompliance"]) - {"locales"} == {
        "allowsPurchases",
        "usesPersonalInfo",
        "isChildDirected",
        "isExportCompliant",
        "containsAds",
        "usesHealthInfo",
    }


def test_the_skill_is_offered_only_where_it_knows_whom_to_call(manifest: dict[str, Any]) -> None:
    information = manifest["manifest"]["publishingInformation"]

    assert information["isAvailableWorldwide"] is False
    assert set(information["distributionCountries"]) == {one.split("-")[1] for one in LOCALES}


def test_each_page_warns_with_the_number_of_its_country(manifest: dict[str, Any]) -> None:
    numbers = {"en-US": 911, "en-CA": 911, "en-GB": 999, "en-AU": "000", "en-IN": 112}
    assert numbers.keys() == LOCALES
    for locale, number in numbers.items():
        assert f"emergency, call {number} at once" in pages(manifest)[locale]["description"]


def test_the_addresses_reach_the_manifest(manifest: dict[str, Any]) -> None:
    whole = manifest["manifest"]

    assert whole["apis"]["custom"]["endpoint"] == {"uri": ARN}
    assert whole["events"]["endpoint"] == {"uri": ARN}
    assert whole["privacyAndCompliance"]["locales"]["en-GB"] == {
        "privacyPolicyUrl": "https://example.org/ankle-coach/privacy",
        "termsOfUseUrl": "https://example.org/ankle-coach/terms",
    }


def test_the_pages_that_the_store_links_to_are_there() -> None:
    for name in ("privacy", "terms"):
        assert (build.ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8").startswith("# ")


def test_without_addresses_there_is_none_that_is_made_up() -> None:
    text = package(Addresses())["skill.json"].decode()

    assert "arn:" not in text
    assert "http" not in text


@pytest.mark.parametrize(
    ("addresses", "named"),
    [
        (Addresses(site="http://example.org"), "SITE is "),
        (Addresses(site="https://example.org/"), "SITE is "),
        (Addresses(endpoint="https://example.org"), "ENDPOINT is "),
        (Addresses(endpoint="arn:aws:lambda:us-east-1:12:function:x"), "ENDPOINT is "),
    ],
)
def test_an_address_that_makes_no_sense_is_told_in_a_sentence(
    addresses: Addresses, named: str
) -> None:
    with pytest.raises(PackageError, match=named):
        package(addresses)


def test_the_icons_are_pngs_of_the_sizes_that_the_store_wants(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".png"):
            assert data.startswith(b"\x89PNG\r\n\x1a\n")
            wanted = 108 if "small" in path else 512
            assert struct.unpack(">II", data[16:24]) == (wanted, wanted)


def test_packaging_twice_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    again = package(KNOWN)

    assert again == files
    backwards = dict(reversed(again.items()))
    assert to_zip(backwards) == to_zip(files)


def test_the_archive_has_the_manifest_at_its_top(files: dict[str, bytes]) -> None:
    with ZipFile(io.BytesIO(to_zip(files))) as archive:
        assert archive.testzip() is None
        assert {path: archive.read(path) for path in archive.namelist()} == files
        assert "skill.json" in archive.namelist()
