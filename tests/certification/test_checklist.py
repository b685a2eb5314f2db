"""The checklist of certification names tests that are there, and pages say what make says."""

from __future__ import annotations

import re

import pytest

from tests.paths import ROOT

CHECKLIST = (ROOT / "docs" / "certification.md").read_text(encoding="utf-8")
LINES = [line for line in CHECKLIST.splitlines() if line.startswith("| ") and "---" not in line]
NAMED = sorted(set(re.findall(r"`(tests/\S+\.py)::(\w+)`", CHECKLIST)))
PAGES = ("publishing", "operating", "certification", "serving")


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_test_that_the_checklist_names_is_there(file: str, test: str) -> None:
    assert re.search(rf"^def {test}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_every_line_of_the_checklist_names_a_test() -> None:
    asked = [line for line in LINES if not line.startswith("| what is asked")]

    assert len(asked) > 25
    assert [line for line in asked if "::test_" not in line] == []


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_tells_to_type_is_there(page: str) -> None:
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`make ([a-z-]+)", text)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for variable in set(re.findall(r"`make [a-z-]+[^`]*\b([A-Z_]{2,})=", text)):
        assert f"$({variable})" in makefile or variable in {"SKILL_ID", "LOCK"}, variable
    for link in re.findall(r"\]\(([a-z_]+\.md)\)", text):
        assert (ROOT / "docs" / link).is_file(), link


def test_the_operators_page_names_every_alarm_of_the_template() -> None:
    alarms = re.findall(
        r"^  (\w+):\n    Type: AWS::CloudWatch::Alarm",
        (ROOT / "template.yaml").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    page = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")

    assert alarms
    assert [alarm for alarm in alarms if f"`{alarm}`" not in page] == []
