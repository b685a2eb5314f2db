"""Amazon's SDK is imported without what no turn needs, and is whole for whoever needs it."""

from __future__ import annotations

import ast
import subprocess
import sys

from tests.paths import ROOT

OF_THE_SERVER = "skill/web"

SERVICES = """
import sys
import skill.alexa.skill
print(sorted(name for name in sys.modules if name.startswith("ask_sdk_model.services")))
print("dateutil" in sys.modules)
from ask_sdk_model.services import ServiceClientFactory
from ask_sdk_model.services.reminder_management import ReminderRequest
from ask_sdk_core.api_client import DefaultApiClient
print(ServiceClientFactory.__module__, ReminderRequest.__module__)
"""


def test_the_clients_of_amazons_services_are_imported_only_by_who_asks_for_them() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SERVICES],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "['ask_sdk_model.services.serializer']",
        "False",
        "ask_sdk_model.services.service_client_factory "
        "ask_sdk_model.services.reminder_management.reminder_request",
    ]


def test_the_sdk_is_imported_in_one_place() -> None:
    found = {
        str(file.relative_to(ROOT))
        for file in ROOT.glob("skill/**/*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ask_sdk_core")
        if OF_THE_SERVER not in str(file)
    }

    assert found == {"skill/alexa/sdk.py"}
