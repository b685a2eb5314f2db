"""The manifest of the skill, `skill.json`, from the words and facts of the store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from skill.library.region import Regional
from tools.content.store import StoreListing, StoreWords

ASSETS = "file://assets/images"
PAGES = {"privacyPolicyUrl": "privacy", "termsOfUseUrl": "terms"}
"""The pages of docs/ that the store links to, by the manifest's key."""

Json = dict[str, Any]


class Addresses(Struct, frozen=True):
    """Where things are, once that is known.

    `site` is where the pages of `docs/` are to be read, an https address without a slash at its
    end. `endpoint` is the ARN that the deployment printed.
    """

    site: str | None = None
    endpoint: str | None = None


def manifest(
    store: StoreListing, words: Mapping[str, tuple[StoreWords, Regional]], addresses: Addresses
) -> Json:
    """The manifest. `words` are those of the store by locale, with what is said there instead."""
    return {
        "manifest": {
            "manifestVersion": "1.0",
            "publishingInformation": {
                "locales": {locale: _page(locale, *said) for locale, said in words.items()},
                "isAvailableWorldwide": False,
                "distributionMode": "PUBLIC",
                "distributionCountries": list(store.countries),
                "category": store.category,
                "testingInstructions": _paragraphs(*words[store.locale][0].testing_instructions),
            },
            "privacyAndCompliance": {
                "allowsPurchases": store.compliance.allows_purchases,
                "usesPersonalInfo": store.compliance.uses_personal_info,
                "isChildDirected": store.compliance.is_child_directed,
                "isExportCompliant": store.compliance.is_export_compliant,
                "containsAds": store.compliance.contains_ads,
                "usesHealthInfo": store.compliance.uses_health_info,
                **_pages(words, addresses.site),
            },
            "apis": {
                "custom": {
                    **_endpoint(addresses.endpoint),
                    "interfaces": [{"type": name} for name in store.interfaces],
                }
            },
            "permissions": [{"name": name} for name in store.permissions],
            "events": {
                **_endpoint(addresses.endpoint),
                "subscriptions": [{"eventName": name} for name in store.events],
            },
        }
    }


def _page(locale: str, words: StoreWords, there: Regional) -> Json:
    return {
        "name": words.name,
        "summary": there(words.summary),
        "description": _paragraphs(*map(there, (*words.description, words.disclaimer))),
        "updatesDescription": there(words.updates),
        "examplePhrases": [there(phrase) for phrase in words.example_phrases],
        "keywords": [there(keyword) for keyword in words.keywords],
        "smallIconUri": f"{ASSETS}/{locale}_smallIcon.png",
        "largeIconUri": f"{ASSETS}/{locale}_largeIcon.png",
    }


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(text.strip() for text in texts)


def _pages(locales: Mapping[str, object], site: str | None) -> Json:
    if site is None:
        return {}
    pages = {key: f"{site}/{name}" for key, name in PAGES.items()}
    return {"locales": {locale: dict(pages) for locale in locales}}


def _endpoint(arn: str | None) -> Json:
    return {} if arn is None else {"endpoint": {"uri": arn}}
