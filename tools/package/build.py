"""Writes the skill package of ASK CLI v2 to `build/package/`, and one archive of it to import."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from skill.library.region import Regional, regional
from skill.library.types import Locale, LocaleWords
from skill.settings import SKILL_ID
from tools.content.assembly import region_of
from tools.content.kinds import CONTENT
from tools.content.store import StoreListing, StoreWords
from tools.content.yaml_files import read
from tools.models.build import MODELS
from tools.models.source import locales
from tools.package import amazon, inventory
from tools.package.manifest import Addresses, manifest

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "build" / "package"
ARCHIVE = ROOT / "build" / "ankle-coach.zip"
ARTIFACT = ROOT / "build" / "lambda"
INSIDE = "skill-package"

ICON = Path(__file__).with_name("icon.svg")
SIZES: Mapping[str, int] = {"small": 108, "large": 512}
"""Width and height in pixels, as the store wants them."""

THE_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold: no file of it was changed at any other."""
READABLE = 0o644 << 16

RESOURCES = {
    "askcliResourcesVersion": "2020-03-31",
    "profiles": {"default": {"skillMetadata": {"src": f"./{INSIDE}"}}},
}
"""What tells ASK CLI v2 where the package is. It deploys no code: SAM does."""

SITE = re.compile(r"https://[^\s/]+(/\S*[^\s/])?")
ENDPOINT = re.compile(r"arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w-]+)?")

PackageFiles = dict[str, bytes]
T = TypeVar("T")


class PackageError(Exception):
    """Nothing can be packaged; the message says why, in sentences."""


def package(addresses: Addresses) -> PackageFiles:
    """The files of the skill package, by their paths in it.

    Raises:
        PackageError: an address makes no sense, or Amazon's classes refuse something.
        OSError, ValueError: content or models cannot be read: `make check` names the faults.
    """
    if addresses.site is not None and not SITE.fullmatch(addresses.site):
        raise PackageError("SITE is an https address without a slash at its end.")
    if addresses.endpoint is not None and not ENDPOINT.fullmatch(addresses.endpoint):
        raise PackageError("ENDPOINT is the ARN of a Lambda function, as make deploy prints it.")
    store = _content("store.yaml", StoreListing)
    pages = dict(_pages())
    whole = manifest(store, pages, addresses)
    faults = amazon.faults_of_manifest(whole)
    files = {"skill.json": _text(whole)}
    for locale in pages:
        model = json.loads((MODELS / f"{locale}.json").read_text(encoding="utf-8"))
        faults += amazon.faults_of_model(f"{locale}.json", model)
        files[f"interactionModels/custom/{locale}.json"] = _text(model)
        for name, size in SIZES.items():
            files[f"assets/images/{locale}_{name}Icon.png"] = draw_icon(size)
    if faults:
        raise PackageError("\n".join(faults))
    return files


def write(addresses: Addresses, skill_id: str | None) -> int:
    """Write everything, and say what was written; 1 after sentences on what is wrong."""
    try:
        if skill_id is not None and not SKILL_ID.fullmatch(skill_id):
            raise PackageError(
                "SKILL_ID is the skill's id as the Alexa developer console shows it, "
                "amzn1.ask.skill. and 36 digits, letters from a to f and hyphens."
            )
        files = package(addresses)
        beside = {
            "ask-resources.json": _text(RESOURCES),
            "sbom.json": _text(inventory.inventory(ARTIFACT)),
            "licences.txt": inventory.licences(ARTIFACT).encode(),
        }
    except (PackageError, inventory.NotThere, OSError, ValueError) as fault:
        print(fault, file=sys.stderr)
        return 1
    if skill_id is not None:
        states = {"profiles": {"default": {"skillId": skill_id}}}
        beside[".ask/ask-states.json"] = _text({"askcliStatesVersion": "2020-03-31", **states})
    shutil.rmtree(BUILT, ignore_errors=True)
    for path, data in {
        **{f"{INSIDE}/{path}": data for path, data in files.items()},
        **beside,
    }.items():
        (BUILT / path).parent.mkdir(parents=True, exist_ok=True)
        (BUILT / path).write_bytes(data)
    ARCHIVE.write_bytes(to_zip(files))
    print(*_told(files, addresses), sep="\n")
    return 0


def _told(files: Mapping[str, bytes], addresses: Addresses) -> Iterator[str]:
    yield f"{BUILT.relative_to(ROOT)}/ is for ASK CLI; {ARCHIVE.relative_to(ROOT)} is to import."
    models = sum(path.startswith("interactionModels/") for path in files)
    yield f"{models} locales, {len(files)} files, {ARCHIVE.stat().st_size:,} bytes."
    if addresses.endpoint is None:
        yield "No endpoint is in it: ENDPOINT=arn:aws:lambda:... names the one that was deployed."
    if addresses.site is None:
        yield (
            "No page on privacy is in it, without which nothing is published: "
            "SITE=https://... names where docs/ is to be read."
        )


def _pages() -> Iterator[tuple[str, tuple[StoreWords, Regional]]]:
    for locale, language in locales():
        words = _content(f"words/{language}/store.yaml", StoreWords)
        there = _content(f"words/{language}/locales/{locale}.yaml", LocaleWords)
        region = region_of(_content(f"locales/{locale}.yaml", Locale), there)
        yield locale, (words, regional(region.instead))


def _content(place: str, kind: type[T]) -> T:
    try:
        return msgspec.convert(read(CONTENT / place).data, kind)
    except msgspec.ValidationError as fault:
        raise PackageError(f"content/{place}: {fault}: make check names the line.") from fault


def _text(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def draw_icon(size: int) -> bytes:
    """The icon as PNG, so many pixels wide and high."""
    # Only who packages needs it: it is among the packages for tests.
    import resvg_py

    return resvg_py.svg_to_bytes(svg_path=str(ICON), width=size, height=size)


def to_zip(files: Mapping[str, bytes]) -> bytes:
    """The zip of files by path, in the order of their paths."""
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for path in sorted(files):
            info = ZipInfo(path, THE_FIRST_DAY)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = READABLE
            # As on the machine that Amazon knows best, whatever machine this is.
            info.create_system = 3
            archive.writestr(info, files[path])
    return written.getvalue()
