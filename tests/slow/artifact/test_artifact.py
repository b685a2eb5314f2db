"""What make builds for Lambda, tested as it ships and not as it lies in the source tree."""

import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

from tests.alexa.responses import assert_valid
from tests.paths import ROOT
from tests.slow.artifact.artifact import ARTIFACT, LAMBDA_ARTIFACT, run_on_artifact_alone

LAMBDA_WHEELS = ROOT / "build" / "wheels" / "lambda"

LAUNCH = {
    "version": "1.0",
    "session": {
        "new": True,
        "sessionId": "amzn1.echo-api.session.artifact",
        "application": {"applicationId": "amzn1.ask.skill.artifact"},
        "attributes": {},
        "user": {"userId": "amzn1.ask.account.artifact"},
    },
    "context": {
        "System": {
            "application": {"applicationId": "amzn1.ask.skill.artifact"},
            "user": {"userId": "amzn1.ask.account.artifact"},
            "device": {"deviceId": "amzn1.ask.device.artifact", "supportedInterfaces": {}},
            "apiEndpoint": "https://api.amazonalexa.com",
            "apiAccessToken": "artifact",
        }
    },
    "request": {
        "type": "LaunchRequest",
        "requestId": "amzn1.echo-api.request.artifact",
        "timestamp": "2026-11-22T08:00:00Z",
        "locale": "en-US",
        "shouldLinkResultBeReturned": False,
    },
}


def test_the_artifact_alone_answers_a_launch_with_speech_and_an_open_session(
    tmp_path: Path,
) -> None:
    answered = run_on_artifact_alone(
        "import json\n"
        "from skill.lambda_function import handler\n"
        "print(json.dumps(handler(json.load(sys.stdin), None)))",
        json.dumps(LAUNCH),
        cwd=tmp_path,
    )

    response = json.loads(answered.splitlines()[-1])["response"]
    assert re.search(r"[a-z]", re.sub(r"<[^>]*>", "", response["outputSpeech"]["ssml"]))
    assert response["shouldEndSession"] is False


COACH_A_SET = """
import json
import os

def unwanted(event, arguments):
    writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if writes or event.startswith(("socket.", "sqlite3.", "subprocess.")) or event == "os.mkdir":
        print("UNWANTED", event, arguments, flush=True)

for name in ("flask", "boto3"):
    try:
        __import__(name)
    except ImportError:
        continue
    print("UNWANTED", name)

from skill.lambda_function import handler

envelope, turns = json.load(sys.stdin)
sys.addaudithook(unwanted)
for request in turns:
    envelope["request"] = {**envelope["request"], **request}
    answer = handler(envelope, None)
    envelope["session"]["new"] = False
    envelope["session"]["attributes"] = answer.get("sessionAttributes") or {}
    print(json.dumps(answer))
"""


def said(name: str, after: int, **slots: Any) -> dict[str, Any]:
    """The request for an intent, so many seconds after eight o'clock."""
    meant = {"name": name, "confirmationStatus": "NONE", "slots": slots}
    at = f"2026-11-22T08:{after // 60:02}:{after % 60:02}Z"
    return {"type": "IntentRequest", "timestamp": at, "intent": meant}


def exercise(id: str) -> dict[str, Any]:
    authority = {"status": {"code": "ER_SUCCESS_MATCH"}, "values": [{"value": {"id": id}}]}
    return {
        "name": "exercise",
        "value": id,
        "resolutions": {"resolutionsPerAuthority": [{"authority": "slots", **authority}]},
    }


def test_the_artifact_alone_coaches_a_set_and_keeps_nothing_of_it(tmp_path: Path) -> None:
    turns = [
        said("TeachExerciseIntent", 0, exercise=exercise("clam")),
        said("AMAZON.NoIntent", 10),
        said("AMAZON.NoIntent", 20),
        said("AMAZON.PauseIntent", 110),
        said("AMAZON.ResumeIntent", 120),
        said("NumberIntent", 900, number={"name": "number", "value": "2"}),
    ]
    printed = run_on_artifact_alone(COACH_A_SET, json.dumps([LAUNCH, turns]), cwd=tmp_path)

    lines = printed.splitlines()
    assert not [line for line in lines if line.startswith("UNWANTED")]
    answers = [json.loads(line) for line in lines if line.startswith('{"version"')]
    assert len(answers) == len(turns)
    for answer in answers:
        assert_valid(answer)
    played = ["directives" in answer["response"] for answer in answers]
    assert played == [False, False, True, True, True, False]
    assert "repetition" in str(answers[3]["response"])
    assert answers[-1]["response"]["shouldEndSession"] is True
    assert not [*tmp_path.iterdir()]


def test_every_module_that_ships_can_be_imported_from_the_artifact_alone(tmp_path: Path) -> None:
    modules = [
        ".".join(path.relative_to(ARTIFACT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted(ARTIFACT.glob("skill/**/*.py"))
    ]
    assert "skill.lambda_function" in modules

    run_on_artifact_alone(
        "import importlib\nfor name in sys.stdin.read().split(): importlib.import_module(name)",
        " ".join(modules),
        cwd=tmp_path,
    )


@pytest.mark.parametrize(
    "left_out",
    [
        "flask",
        "flask_ask_sdk",
        "waitress",
        "cryptography",
        "boto3",
        "yaml",
        "pytest",
        "tests",
        "content",
        "simulator",
        "tools",
        "skill/web",
    ],
)
@pytest.mark.parametrize("artifact", [ARTIFACT, LAMBDA_ARTIFACT], ids=["host", "lambda"])
def test_what_only_a_laptop_needs_is_not_shipped(artifact: Path, left_out: str) -> None:
    assert (artifact / "skill").is_dir()
    assert not (artifact / left_out).exists()


@pytest.mark.parametrize("artifact", [ARTIFACT, LAMBDA_ARTIFACT], ids=["host", "lambda"])
def test_the_content_ships_as_one_file_of_json(artifact: Path) -> None:
    for line in (artifact / "skill/library/content.json").read_bytes().splitlines():
        assert json.loads(line)
    assert not [*artifact.glob("skill/**/*.yaml")]


def test_both_artifacts_hold_the_same_files_of_ours() -> None:
    def ours(artifact: Path) -> dict[Path, bytes]:
        # Bytecode is of one Python only.
        files = [
            path
            for path in artifact.glob("skill/**/*")
            if path.is_file() and path.parent.name != "__pycache__"
        ]
        return {path.relative_to(artifact): path.read_bytes() for path in files}

    assert ours(ARTIFACT) == ours(LAMBDA_ARTIFACT)


def test_bytecode_ships_that_no_clock_makes_stale() -> None:
    for source in ARTIFACT.glob("skill/**/*.py"):
        bytecode = Path(importlib.util.cache_from_source(source)).read_bytes()
        # After the number of the version: that it is by hash, which is not checked.
        assert bytecode[4:8] == (1).to_bytes(4, "little"), source


def test_every_pinned_package_ships_as_a_wheel_that_runs_on_arm64() -> None:
    pins = [
        Requirement(line.removesuffix("\\"))
        for line in (ROOT / "requirements/lambda.txt").read_text().splitlines()
        if re.match(r"[a-z0-9]", line)
    ]
    # pip would judge a marker by the building machine's Python and not by Lambda's.
    assert not [pin for pin in pins if pin.marker]
    pinned = {(canonicalize_name(pin.name), str(pin.specifier)) for pin in pins}

    wheels = [parse_wheel_filename(path.name) for path in LAMBDA_WHEELS.iterdir()]
    assert {(name, f"=={version}") for name, version, _, _ in wheels} == pinned
    for name, _, _, tags in wheels:
        platforms = {tag.platform for tag in tags}
        assert all(p == "any" or p.endswith("_aarch64") for p in platforms), name


def test_every_native_library_in_the_lambda_artifact_is_built_for_arm64() -> None:
    libraries = [*LAMBDA_ARTIFACT.glob("**/*.so*")]
    assert libraries
    for library in libraries:
        header = library.read_bytes()[:20]
        assert header[:4] == b"\x7fELF", library
        assert int.from_bytes(header[18:20], "little") == 0xB7, library  # EM_AARCH64
